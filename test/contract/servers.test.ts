import {expect} from '@open-wc/testing';
import type {Parameters} from '../../src/api/ladder.js';
import {failureOf, foundIn, pagesOf} from '../support/scripted/collect.js';
import {serverProfiles} from '../support/scripted/profiles.js';
import type {ServerProfile} from '../support/scripted/profiles.js';
import {setUp} from '../support/scripted/set-up.js';

const start = ({server, client}: ServerProfile) => setUp(server, client);
const preferred: Parameters = [
  ['_sort', '-recorded-date'],
  ['_revinclude', 'Provenance:target'],
];
const five = [1, 2, 3, 4, 5].map((index) => `Condition/condition-${String(index)}`);

describe('Server: NHS Patient Care Aggregator', () => {
  it('is read by NHS number, without capabilities, through 207 and an outcome sent as include', async () => {
    const {client, server} = start(serverProfiles.patientCareAggregator);
    const known = await client.capabilities();
    const [page] = await pagesOf(client, 'Appointment');
    expect(known.can('Appointment', 'search-type')).to.equal('yes');
    expect(page && foundIn([page])).to.deep.equal(['Appointment/appointment-1']);
    expect(page?.notices).to.deep.equal([{severity: 'error', code: 'exception'}]);
    expect(page?.kept).to.equal(undefined);
    const [request] = server.to('Appointment');
    expect(request?.headers['x-correlation-id']).to.match(/^b1a6a2f4/);
    expect(request?.query).to.deep.equal([
      ['patient:identifier', 'https://fhir.nhs.uk/Id/nhs-number|9990000018'],
    ]);
  });
});

describe('Server: NHS Prescriptions for Patients', () => {
  it('is read through Bundles inside the Bundle, and its note is heard', async () => {
    const {client} = start(serverProfiles.prescriptionsForPatients);
    const [page] = await pagesOf(client, 'MedicationRequest');
    expect(page && foundIn([page])).to.deep.equal([
      'MedicationRequest/one',
      'MedicationRequest/two',
    ]);
    expect(page?.notices).to.deep.equal([{severity: 'warning', code: 'not-supported'}]);
  });
});

describe('Server: NHS Personal Demographics Service', () => {
  it('is waited for although it cannot say for how long, and gives a sensitive Patient as it is', async () => {
    const {client, clock, server} = start(serverProfiles.personalDemographics);
    const begun = clock.now();
    const {resource} = await clock.finish(client.read('Patient', 'p1'));
    expect(resource).to.have.nested.property('meta.security[0].code', 'R');
    expect(server.requests.map((one) => one.at - begun)).to.deep.equal([0, 1000]);
  });
});

describe('Server: NHS App API', () => {
  it('is read after it was busy twice, without Retry-After', async () => {
    const {client, clock} = start(serverProfiles.nhsApp);
    expect(foundIn(await clock.finish(pagesOf(client, 'Condition')))).to.deep.equal(five);
  });
});

describe('Server: Patients Know Best facade, GP Connect patient facing (STU3)', () => {
  it('is not read as if it were R4: it needs an adapter', async () => {
    const {client} = start(serverProfiles.stu3);
    const error = await failureOf(client.capabilities());
    expect(error['kind']).to.equal('unsupportedVersion');
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('unsupportedVersion');
  });
});

describe('Server: Azure', () => {
  it('is read by its self and next links alone, an empty last page included', async () => {
    const {client, server} = start(serverProfiles.azure);
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.deep.equal(five);
    expect(pages.map((page) => page.cut)).to.deep.equal([undefined, undefined]);
    expect(server.requests[1]?.url).to.contain('&ct=W3sidG9r%22%7D%5D');
  });
});

describe('Server: Google Cloud Healthcare', () => {
  it('is read under a long path, by page tokens', async () => {
    const {client, server} = start(serverProfiles.google);
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.deep.equal(five);
    expect(server.requests).to.have.length(2);
    expect(pages.at(-1)?.last).to.equal(true);
  });
});

describe('Server: HAPI', () => {
  it('is read by opaque pages on the base', async () => {
    const {client, server} = start(serverProfiles.hapi);
    const pages = await pagesOf(client, 'Condition', preferred);
    expect(foundIn(pages)).to.deep.equal(five);
    expect(server.to('')).to.have.length(2);
    for (const page of pages) expect(page.kept?.has('_sort')).to.equal(true);
  });

  it('behind a proxy it does not know of: shows what came, says that it is not all, asks no inner name', async () => {
    const {client, server} = start(serverProfiles.hapiBehindProxy);
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.deep.equal(five);
    expect(pages.at(-1)?.cut).to.equal('otherOrigin');
    expect(server.elsewhere).to.deep.equal([]);
  });
});

describe('Server: Firely', () => {
  it('is asked for less when it refuses what it does not know', async () => {
    const {client} = start(serverProfiles.firely);
    const [page] = await pagesOf(client, 'Condition', preferred);
    expect(page && foundIn([page])).to.deep.equal(five);
    expect([...(page?.asked ?? [])]).to.deep.equal(['patient', '_sort']);
  });
});

describe('Server: Medplum', () => {
  it('is left alone for as long as it says', async () => {
    const {client, clock, server} = start(serverProfiles.medplum);
    const begun = clock.now();
    expect(foundIn(await clock.finish(pagesOf(client, 'Condition')))).to.deep.equal(five);
    expect(server.requests.map((one) => one.at - begun)).to.deep.equal([0, 3000]);
  });
});

describe('Server: Epic', () => {
  it('is asked by category once it says that it wants one, and its warning is heard', async () => {
    const {client} = start(serverProfiles.epic);
    const error = await failureOf(pagesOf(client, 'Observation'));
    const found = await pagesOf(client, 'Observation', [['category', 'laboratory']]);
    const [page] = await pagesOf(client, 'Condition');
    expect(error['needs']).to.equal('category');
    expect(foundIn(found)).to.deep.equal(['Observation/observation-1']);
    expect(page?.notices).to.deep.equal([{severity: 'warning', code: 'informational'}]);
  });
});

describe('Server: Oracle Health', () => {
  it('is asked without Provenance when it will not have it', async () => {
    const {client} = start(serverProfiles.oracle);
    const [page] = await pagesOf(client, 'Condition', preferred);
    expect(page && foundIn([page])).to.deep.equal(five);
    expect(page?.asked.has('_revinclude')).to.equal(false);
  });
});
