/** The acceptance checks of docs/phr-api-contract.md that concern reading, by their numbers there. */
import {expect} from '@open-wc/testing';
import {decode} from '../../src/model/decode/decode.js';
import type {DecodeContext} from '../../src/model/decode/decode.js';
import {decodePatient} from '../../src/model/decode/patient.js';
import {conditions, failureOf, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';
import '../support/whole-entries.js';

const mine = {reference: 'Patient/p1'};
const context: DecodeContext = {
  source: 'test',
  isPatient: () => true,
  resolve: () => undefined,
  provenance: () => [],
};

/** What is shown of one resource that a server sends. */
async function shown(resource: {resourceType: string; id: string}): Promise<string> {
  const {client} = setUp({records: [resource]});
  const [page] = await pagesOf(client, resource.resourceType);
  const [match] = page?.matches ?? [];
  if (!match) throw new Error('The server sent nothing');
  return JSON.stringify(decode(match.resource, context));
}

describe('Check 1: without any metadata', () => {
  it('the record is read all the same', async () => {
    const {client} = setUp({records: [patient, ...conditions(3)], metadata: null});
    const known = await client.capabilities();
    expect(known.can('Condition', 'search-type')).to.equal('unknown');
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
  });
});

describe('Check 2: a server with Patient and Condition only', () => {
  it('gives those, and each other type says for itself that it is not offered', async () => {
    const {client} = setUp({
      records: [patient, ...conditions(3)],
      metadata: null,
      rules: [
        {when: {path: 'Observation'}, do: [{status: 404}]},
        {when: {path: 'CarePlan'}, do: [{status: 501}]},
      ],
    });
    const answers = await Promise.all(
      ['Patient', 'Condition', 'Observation', 'CarePlan'].map((type) =>
        pagesOf(client, type).then(
          (pages) => foundIn(pages).length,
          (error: unknown) => (error as {kind: string}).kind,
        ),
      ),
    );
    expect(answers).to.deep.equal([1, 3, 'notOffered', 'notOffered']);
  });
});

describe('Check 3: Observation is refused without a category', () => {
  it('the refusal says what is wanted, the type is not given up, and each category answers', async () => {
    const {client} = setUp({
      metadata: null,
      records: [
        {
          resourceType: 'Observation',
          id: 'o1',
          subject: mine,
          category: [{coding: [{code: 'laboratory'}]}],
        },
      ],
      rules: [{when: {path: 'Observation', query: {category: null}}, do: [{status: 400}]}],
    });
    const error = await failureOf(pagesOf(client, 'Observation', [['_sort', '-date']]));
    const known = await client.capabilities();
    expect([error['kind'], error['needs']]).to.deep.equal(['badRequest', 'category']);
    expect(known.can('Observation', 'search-type')).to.equal('unknown');
    const found = await pagesOf(client, 'Observation', [['category', 'laboratory']]);
    expect(foundIn(found)).to.deep.equal(['Observation/o1']);
  });
});

describe('Check 4: a next link to another origin', () => {
  it('is not asked, so the token goes nowhere, and the answer is known not to be whole', async () => {
    const {client, server} = setUp({
      records: conditions(3),
      rules: [{do: [{link: ['next', 'https://evil.example/fhir/Condition?page=2']}]}],
    });
    const pages = await pagesOf(client, 'Condition');
    expect(server.elsewhere).to.deep.equal([]);
    expect(pages.at(-1)?.cut).to.equal('otherOrigin');
  });
});

describe('Check 5: 207 with a part that failed', () => {
  it('gives the part that came, and the notice', async () => {
    const {client} = setUp({
      records: conditions(3),
      rules: [
        {do: [{status: 207}, {outcome: {severity: 'error', code: 'timeout', mode: 'include'}}]},
      ],
    });
    const [page] = await pagesOf(client, 'Condition');
    expect(page && foundIn([page])).to.have.length(3);
    expect(page?.notices).to.deep.equal([{severity: 'error', code: 'timeout'}]);
  });
});

describe('Check 6: Bundles inside the Bundle', () => {
  it('are read as if they were not there', async () => {
    const {client} = setUp({records: conditions(3), rules: [{do: [{nest: 2}]}]});
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
  });
});

describe('Check 7: a list where one identifier should be', () => {
  it('does not stop an appointment from being shown', async () => {
    const entry = await shown({
      resourceType: 'Appointment',
      id: 'a1',
      status: 'booked',
      start: '2027-01-05T10:00:00Z',
      description: 'Cardiology',
      basedOn: [{identifier: [{value: 'UBRN-CANARY'}]}],
      participant: [{actor: mine, status: 'accepted'}],
    } as never);
    expect(entry).to.contain('"outcome":"entry"').and.contain('Cardiology');
    expect(entry).not.to.contain('CANARY');
  });
});

describe('Check 8: a reference that leads nowhere', () => {
  it('leaves the entry, and shows no id in place of a name', async () => {
    const entry = await shown({
      resourceType: 'Condition',
      id: 'c1',
      subject: mine,
      code: {text: 'Asthma'},
      recorder: {reference: 'Practitioner/dangling-canary'},
      encounter: {reference: 'urn:uuid:0d1f2c3e-0000-4000-8000-00000000dead'},
    } as never);
    const {visit: _visit, ...rest} = (JSON.parse(entry) as {entry: Record<string, unknown>}).entry;
    expect(rest['title']).to.equal('Asthma');
    expect(JSON.stringify(rest)).not.to.match(/canary|urn:uuid/);
  });
});

describe('Check 10: Retry-After that a page cannot read', () => {
  it('waits longer each time, three tries in all', async () => {
    const {client, clock, server} = setUp({records: [], rules: [{do: [{status: 429}]}]});
    const begun = clock.now();
    const error = await clock.finish(failureOf(pagesOf(client, 'Condition')));
    expect(error['kind']).to.equal('throttled');
    expect(server.requests.map((one) => one.at - begun)).to.deep.equal([0, 1000, 3000]);
  });
});

describe('Check 13: code systems written with https', () => {
  it('are the same systems: a refuted condition says so', async () => {
    const coding = (system: string) => [{coding: [{system, code: 'refuted'}]}];
    const path = '//terminology.hl7.org/CodeSystem/condition-ver-status';
    const [plain, secure] = await Promise.all(
      ['http:', 'https:'].map((scheme) =>
        shown({
          resourceType: 'Condition',
          id: 'c1',
          subject: mine,
          code: {text: 'Asthma'},
          verificationStatus: coding(`${scheme}${path}`)[0],
        } as never),
      ),
    );
    expect(plain).to.contain('ruledOut');
    expect(secure).to.equal(plain);
  });
});

describe('Check 15: entered in error', () => {
  for (const [name, more] of [
    ['a result', {resourceType: 'Observation', status: 'entered-in-error'}],
    ['a visit', {resourceType: 'Encounter', status: 'entered-in-error', class: {code: 'AMB'}}],
    [
      'an allergy',
      {
        resourceType: 'AllergyIntolerance',
        verificationStatus: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
              code: 'entered-in-error',
            },
          ],
        },
      },
    ],
  ] as const) {
    it(`${name} is never shown`, async () => {
      const record = {id: 'x1', subject: mine, patient: mine, code: {text: 'CANARY'}, ...more};
      const entry = await shown(record);
      expect(entry).to.equal('{"outcome":"excluded"}');
    });
  }
});

describe('Check 16: an entry degraded when a record was transferred', () => {
  it('is named by its text, not by its display', async () => {
    const entry = await shown({
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      patient: mine,
      code: {
        coding: [{display: 'Transfer-degraded drug allergy'}],
        text: 'Amoxicillin 250mg capsules',
      },
    } as never);
    expect(entry).to.contain('Amoxicillin 250mg capsules');
    expect(JSON.parse(entry)).to.have.nested.property('entry.title', 'Amoxicillin 250mg capsules');
    expect(entry).not.to.contain('degraded drug');
  });
});

describe('Check 17: the three ways an NHS number is said to be verified', () => {
  const base = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus';
  for (const [system, code, verified] of [
    [base, 'number-present-and-verified', true],
    [`${base}England`, '01', true],
    [base, '01', true],
    [base, 'number-present-but-not-traced', false],
    [`${base}England`, '02', false],
  ] as const) {
    it(`${code} of ${system.slice(36)} is ${verified ? '' : 'not '}verified`, async () => {
      const url =
        'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
      const extension = [{url, valueCodeableConcept: {coding: [{system, code}]}}];
      const {client} = setUp({
        records: [{...patient, identifier: [{...patient.identifier[0], extension}]}],
      });
      const person = decodePatient((await client.read('Patient', 'p1')).resource);
      expect([person?.nhsNumber, person?.nhsNumberVerified]).to.deep.equal([
        '9990000018',
        verified,
      ]);
    });
  }
});

describe('Check 20: another version of FHIR', () => {
  for (const [version, kind] of [
    ['4.3.0', undefined],
    ['5.0.0', 'unsupportedVersion'],
    ['3.0.2', 'unsupportedVersion'],
  ] as const) {
    it(`${version} is ${kind ? 'said not to be readable' : 'read'}`, async () => {
      const {client} = setUp({
        records: conditions(1),
        rules: [{when: {path: 'metadata'}, do: [{set: [['fhirVersion'], version]}]}],
      });
      const found = await client.capabilities().then(
        () => undefined,
        (error: unknown) => (error as {kind: string}).kind,
      );
      expect(found).to.equal(kind);
    });
  }
});
