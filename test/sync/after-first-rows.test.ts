import {expect} from '@open-wc/testing';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, fakeResource} from '../support/fake-client.js';
import {openReader} from '../support/open-reader.js';
import {VirtualClock} from '../support/virtual-clock.js';
import '../support/whole-entries.js';

const since = Date.UTC(2024, 0, 1);

/** Letters, newest first; the one with an old date was recorded last. */
function letters(count: number): FhirResource[] {
  return Array.from({length: count}, (_, index) =>
    fakeResource('DocumentReference', `d${String(index)}`, `${String(2023 - index)}-05-01`, {
      recorded: since - 1000,
    }),
  ).concat(fakeResource('DocumentReference', 'old', '1950-01-01', {recorded: since + 1000}));
}

function client(answersNew: boolean): FakeClient {
  const all = letters(60);
  const found = new FakeClient({
    DocumentReference: {
      resources: all,
      find: (parameters) =>
        parameters['_lastUpdated']
          ? all.filter((item) => JSON.stringify(item).includes(String(since + 1000)))
          : undefined,
    },
  });
  found.offered = () => (answersNew ? 'yes' : 'unknown');
  return found;
}

describe('what is new in parts of a record that were not read yet', () => {
  it('is told by a server that can search by when it recorded things', async () => {
    const {reader, clock} = openReader(client(true), {since, pageSize: 10, kinds: ['documents']});

    await clock.pass(200);

    const {newReferences, newEntries, newAsked, rows} = reader.state;
    expect([...(newReferences ?? [])]).to.deep.equal(['DocumentReference/old']);
    expect(newEntries?.map(({reference}) => reference)).to.deep.equal(['DocumentReference/old']);
    expect(newAsked).to.equal(true);
    expect(rows.map(({reference}) => reference)).to.not.include('DocumentReference/old');
  });

  it('takes its place, once, when the list reaches it', async () => {
    const {reader, clock} = openReader(client(true), {since, pageSize: 10, kinds: ['documents']});
    await clock.pass(200);

    void reader.readAll();
    await clock.pass(200);

    const found = reader.state.rows.filter(({reference}) => reference === 'DocumentReference/old');
    expect(found).to.have.length(1);
    expect(reader.state.rows.at(-1)?.reference).to.equal('DocumentReference/old');
    expect(reader.state.late.size).to.equal(0);
  });

  it('is not claimed to be all where a server cannot tell', async () => {
    const {reader, clock} = openReader(client(false), {since, pageSize: 10, kinds: ['documents']});

    await clock.pass(200);

    expect(reader.state.newReferences?.size).to.equal(0);
    expect(reader.state.newAsked).to.equal(false);
  });

  it('is not claimed to be all when a server says it can and then does not', async () => {
    const fake = client(true);
    fake.types = {DocumentReference: {resources: letters(60), kept: ['patient', '_sort']}};
    const {reader, clock} = openReader(fake, {since, pageSize: 10, kinds: ['documents']});

    await clock.pass(200);

    expect(reader.state.newAsked).to.equal(false);
  });

  it('is not asked for on a first visit', async () => {
    const fake = client(true);
    const {clock} = openReader(fake, {pageSize: 10, kinds: ['documents']});

    await clock.pass(200);

    expect(fake.asked.some(({parameters}) => parameters['_lastUpdated'])).to.equal(false);
  });
});

describe('a medicine that stands in a resource of its own', () => {
  const request = {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject: {reference: 'Patient/p1'},
    authoredOn: '2024-01-01',
    medicationReference: {reference: 'Medication/x'},
  } as FhirResource;
  const medicine = {
    resourceType: 'Medication',
    id: 'x',
    code: {text: 'Amlodipine 5mg tablets'},
  } as FhirResource;

  it('is read where the server did not send it along', async () => {
    const clock = new VirtualClock();
    const fake = new FakeClient({
      MedicationRequest: {resources: [request]},
      Medication: {resources: [medicine]},
    });
    const source = createRecordSource({clients: [fake], schedule: clock});
    const reader = source.timeline({pageSize: 20});

    await clock.pass(200);

    expect(reader.state.rows.map(({title}) => title)).to.deep.equal(['Amlodipine 5mg tablets']);
  });

  it('is not asked for when it came along', async () => {
    const clock = new VirtualClock();
    const fake = new FakeClient({
      MedicationRequest: {resources: [request], included: () => [medicine]},
    });
    const source = createRecordSource({clients: [fake], schedule: clock});
    const reader = source.timeline({pageSize: 20});

    await clock.pass(200);

    expect(reader.state.rows.map(({title}) => title)).to.deep.equal(['Amlodipine 5mg tablets']);
    expect(fake.asked.some(({type}) => type === 'Medication')).to.equal(false);
  });

  it('is still shown, without its name, where it cannot be read', async () => {
    const clock = new VirtualClock();
    const fake = new FakeClient({MedicationRequest: {resources: [request]}});
    const source = createRecordSource({clients: [fake], schedule: clock});
    const reader = source.timeline({pageSize: 20});

    await clock.pass(200);

    expect(reader.state.rows.map(({reference}) => reference)).to.deep.equal([
      'MedicationRequest/m',
    ]);
  });
});

describe('an empty answer', () => {
  const read = async (answer: 'yes' | 'no' | 'unknown', isAnythingThere = true) => {
    const fake = new FakeClient(
      isAnythingThere
        ? {Condition: {resources: [fakeResource('Condition', 'c', '2024-01-01')]}}
        : {},
    );
    fake.searchable = (type) => (type === 'AllergyIntolerance' ? answer : 'yes');
    const {reader, clock} = openReader(fake);
    await clock.pass(200);
    return reader.state.coverage.find(({kind}) => kind === 'allergies')?.state;
  };

  it('says that there are none where the type can be searched, or that is not known', async () => {
    expect([await read('yes'), await read('unknown')]).to.deep.equal(['complete', 'complete']);
  });

  it('says nothing where the log in does not reach the type', async () => {
    expect([await read('no'), await read('no', false)]).to.deep.equal(['notHere', 'notHere']);
  });
});

describe('reading some kinds only', () => {
  it('leaves out what the same type of resource holds of other kinds', async () => {
    const fake = new FakeClient({
      Observation: {
        resources: [
          fakeResource('Observation', 'weight', '2024-01-02', {kind: 'measurements'}),
          fakeResource('Observation', 'iron', '2024-01-01', {kind: 'results'}),
          fakeResource('Observation', 'odd', '2024-01-01', {kind: 'results', outcome: 'withheld'}),
        ],
      },
    });
    const {reader, clock} = openReader(fake, {kinds: ['measurements']});

    await clock.pass(100);

    expect(reader.state.rows.map(({reference}) => reference)).to.deep.equal(['Observation/weight']);
    expect(reader.state.withheld).to.deep.equal([]);
  });
});
