import {expect} from '@open-wc/testing';
import type {RecordKind} from '../../src/model/record-kind.js';
import type {TimelineState} from '../../src/model/timeline.js';
import {FakeClient, fakeBase, fakeResource} from '../support/fake-client.js';
import {openReader} from '../support/open-reader.js';

const stranger = {subject: {reference: 'Patient/p2'}};
const stateOf = (state: TimelineState, kind: RecordKind) =>
  state.coverage.find((item) => item.kind === kind)?.state;
const references = (state: TimelineState) => state.rows.map(({reference}) => reference);

async function read(client: FakeClient) {
  const opened = openReader(client);
  await opened.clock.pass(100);
  return opened;
}

describe('another person in an answer', () => {
  it('takes that kind of record away, and no other', async () => {
    const client = new FakeClient({
      Condition: {
        resources: [
          fakeResource('Condition', 'mine', '2024-01-02'),
          fakeResource('Condition', 'theirs', '2024-01-01', stranger),
        ],
      },
      Procedure: {resources: [fakeResource('Procedure', 'mine', '2024-01-01')]},
    });

    const {reader} = await read(client);

    expect(references(reader.state)).to.deep.equal(['Procedure/mine']);
    expect(stateOf(reader.state, 'conditions')).to.equal('unsafe');
    expect(stateOf(reader.state, 'procedures')).to.equal('complete');
    expect(reader.state.complete).to.equal(false);
  });

  it('is told to the host without a word of what it was', async () => {
    const client = new FakeClient({
      Condition: {resources: [fakeResource('Condition', 'theirs', '2024-01-01', stranger)]},
    });

    const {told} = await read(client);

    expect(told).to.deep.equal([
      {type: 'wrongPerson', source: '0', resourceType: 'Condition'},
      {type: 'read'},
    ]);
  });

  it('takes rows away that were shown before it came', async () => {
    const client = new FakeClient({
      Procedure: {
        resources: [
          ...Array.from({length: 60}, (_, index) =>
            fakeResource(
              'Procedure',
              `mine-${String(index)}`,
              `2024-01-01T00:${String(59 - (index % 60)).padStart(2, '0')}:00Z`,
            ),
          ),
          fakeResource('Procedure', 'theirs', '2023-01-01', stranger),
        ],
      },
      Encounter: {resources: [fakeResource('Encounter', 'mine', undefined)]},
    });
    const {reader, clock} = openReader(client, {pageSize: 5});
    await clock.pass(100);
    const before = reader.state.rows.length;

    void reader.readAll();
    await clock.pass(100);

    expect(before).to.be.greaterThan(0);
    expect(reader.state.rows).to.have.length(0);
    expect(stateOf(reader.state, 'procedures')).to.equal('unsafe');
    expect(reader.state.undated).to.have.length(1);
  });

  it('in two kinds stops everything, and nothing of the record stays', async () => {
    const client = new FakeClient({
      Condition: {resources: [fakeResource('Condition', 'theirs', '2024-01-01', stranger)]},
      Procedure: {resources: [fakeResource('Procedure', 'theirs', '2024-01-01', stranger)]},
      Observation: {resources: [fakeResource('Observation', 'mine', '2024-01-01')]},
    });

    const {reader} = await read(client);

    const {stopped, rows, undated, parts, places, coverage, withheld, reading} = reader.state;
    expect(stopped).to.equal('wrongPerson');
    expect([rows, undated, places, coverage, withheld, [...parts]]).to.deep.equal([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(reading).to.equal(false);
  });

  it('cannot be tried again', async () => {
    const client = new FakeClient({
      Condition: {resources: [fakeResource('Condition', 'theirs', '2024-01-01', stranger)]},
      Procedure: {resources: [fakeResource('Procedure', 'theirs', '2024-01-01', stranger)]},
    });
    const {reader, clock} = await read(client);
    const before = client.asked.length;

    await reader.retry();
    await reader.more();
    await clock.pass(100);

    expect(client.asked).to.have.length(before);
    expect(reader.state.stopped).to.equal('wrongPerson');
  });

  it('is seen among results that came inside a report too', async () => {
    const client = new FakeClient({
      DiagnosticReport: {
        resources: [
          fakeResource('DiagnosticReport', 'mine', '2024-01-01', {
            result: [{reference: 'Observation/theirs'}],
          }),
        ],
        included: () => [fakeResource('Observation', 'theirs', '2024-01-01', stranger)],
      },
    });

    const {reader} = await read(client);

    expect(reader.state.rows).to.have.length(0);
    expect(stateOf(reader.state, 'results')).to.equal('unsafe');
  });

  it('is not seen in those who wrote an entry', async () => {
    const client = new FakeClient({
      Condition: {
        resources: [fakeResource('Condition', 'mine', '2024-01-01')],
        included: () => [
          fakeResource('RelatedPerson', 'r', undefined, {patient: {reference: 'Patient/p2'}}),
          fakeResource('Provenance', 'v', undefined),
          fakeResource('Practitioner', 'd', undefined),
        ],
      },
    });

    const {reader} = await read(client);

    expect(references(reader.state)).to.deep.equal(['Condition/mine']);
    expect(stateOf(reader.state, 'conditions')).to.equal('complete');
  });
});

describe('the same person under another name', () => {
  const person = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{system: 'https://fhir.nhs.uk/Id/nhs-number', value: '999 000 0018'}],
    link: [
      {type: 'replaces', other: {reference: 'Patient/old'}},
      {type: 'seealso', other: {reference: 'Patient/elsewhere'}},
    ],
  };
  const byNumber = (value: string) => ({
    subject: {identifier: {system: 'https://fhir.nhs.uk/Id/nhs-number', value}},
  });
  const readOne = (more: Record<string, unknown>) =>
    read(
      new FakeClient(
        {
          Condition: {
            resources: [fakeResource('Condition', 'c', '2024-01-01', more)],
            kept: ['_sort'],
          },
        },
        {person},
      ),
    );

  const cases: readonly (readonly [
    string,
    Record<string, unknown>,
    'shown' | 'unsafe' | 'withheld',
  ])[] = [
    ['by an absolute address', {subject: {reference: `${fakeBase}Patient/p1`}}, 'shown'],
    ['by a versioned reference', {subject: {reference: 'Patient/p1/_history/3'}}, 'shown'],
    ['by NHS number', byNumber('9990000018'), 'shown'],
    ['by an id that theirs replaces', {subject: {reference: 'Patient/old'}}, 'shown'],
    ['by another NHS number', byNumber('9990000026'), 'unsafe'],
    [
      'by an id that is only to be seen also',
      {subject: {reference: 'Patient/elsewhere'}},
      'unsafe',
    ],
    [
      'by an id at another server',
      {subject: {reference: 'https://other.example/Patient/p1'}},
      'withheld',
    ],
    [
      'by nothing at all, in an answer that did not keep the patient',
      {subject: undefined},
      'withheld',
    ],
  ];
  for (const [title, more, expected] of cases) {
    it(`named ${title}: ${expected}`, async () => {
      const {reader} = await readOne(more);

      const {rows, withheld} = reader.state;
      const found =
        stateOf(reader.state, 'conditions') === 'unsafe'
          ? 'unsafe'
          : rows.length === 1
            ? 'shown'
            : 'withheld';
      expect(found).to.equal(expected);
      expect(withheld).to.have.length(expected === 'withheld' ? 1 : 0);
    });
  }

  it('is shown without a subject when the answer kept the patient', async () => {
    const client = new FakeClient({
      Appointment: {
        resources: [{resourceType: 'Appointment', id: 'a', start: '2024-01-01'} as never],
      },
    });

    const {reader} = await read(client);

    expect(references(reader.state)).to.deep.equal(['Appointment/a']);
  });

  it('is shown without a subject from a source that is bound to the person', async () => {
    const client = new FakeClient(
      {Appointment: {resources: [{resourceType: 'Appointment', id: 'a'} as never], kept: null}},
      {patientBound: true},
    );

    const {reader} = await read(client);

    expect(reader.state.undated).to.have.length(1);
  });

  it('is shown without a subject when the data was given for this person', async () => {
    const client = new FakeClient(
      {Appointment: {resources: [{resourceType: 'Appointment', id: 'a'} as never], kept: null}},
      {base: ''},
    );

    const {reader} = await read(client);

    expect(reader.state.undated).to.have.length(1);
  });

  it('is not guessed while the Patient cannot be read', async () => {
    const client = new FakeClient(
      {
        Condition: {
          resources: [fakeResource('Condition', 'c', '2024-01-01', byNumber('9990000018'))],
          kept: null,
        },
      },
      {person: 'server'},
    );

    const {reader} = await read(client);

    expect(reader.state.rows).to.have.length(0);
    expect(reader.state.withheld).to.deep.equal([{kind: 'conditions', count: 1}]);
  });
});

describe('changing the person', () => {
  it('drops what the last person is still owed', async () => {
    let answer = (): void => {};
    const first = new FakeClient({
      Condition: {
        resources: [fakeResource('Condition', 'of-p1', '2024-01-01')],
        delay: () => new Promise<void>((resolve) => (answer = resolve)),
      },
    });
    const one = openReader(first);
    await one.clock.pass(10);

    one.source.close();
    const two = openReader(
      new FakeClient(
        {Condition: {resources: [fakeResource('Condition', 'of-p2', '2024-01-01', stranger)]}},
        {patient: 'p2'},
      ),
    );
    answer();
    await one.clock.pass(2000);
    await two.clock.pass(2000);

    expect(one.reader.state.rows).to.have.length(0);
    expect(one.states.flatMap(references)).to.deep.equal([]);
    expect(references(two.reader.state)).to.deep.equal(['Condition/of-p2']);
  });

  it('lets an answer about the last person fail, however late it comes', async () => {
    const client = new FakeClient();
    const {source, clock} = openReader(client);
    await clock.pass(10);
    const person = source.person({signal: new AbortController().signal});

    source.close();

    const outcome = await person.then(
      () => 'came',
      (error: unknown) => (error instanceof Error ? error.message : 'other'),
    );
    expect(outcome).to.equal('PHR API: aborted');
  });
});
