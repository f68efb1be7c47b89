import {expect} from '@open-wc/testing';
import {errorKind} from '../../src/api/errors.js';
import type {DetailResult, EntryDetail} from '../../src/model/detail.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, type TypeScript} from '../support/fake-client.js';
import {VirtualClock} from '../support/virtual-clock.js';

const laboratory = [
  {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/observation-category',
        code: 'laboratory',
        display: 'Laboratory',
      },
    ],
  },
];

/** A numeric result of a made-up laboratory test. */
function result(
  id: string,
  date: string,
  value: number,
  {
    test = 'iron',
    unit = 'umol/L',
    ...more
  }: {test?: string; unit?: string} & Record<string, unknown> = {},
): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: laboratory,
    code: {text: test, coding: [{system: 'https://lab.example/tests', code: test, display: test}]},
    subject: {reference: 'Patient/p1'},
    effectiveDateTime: date,
    valueQuantity: {value, unit},
    ...more,
  } as FhirResource;
}

function report(id: string, date: string, ...results: string[]): FhirResource {
  return {
    resourceType: 'DiagnosticReport',
    id,
    status: 'final',
    code: {text: 'Blood test'},
    subject: {reference: 'Patient/p1'},
    effectiveDateTime: date,
    result: results.map((item) => ({reference: `Observation/${item}`})),
  } as FhirResource;
}

/** Answers a search by code with the results of those codes. */
function byCode(resources: readonly FhirResource[]): TypeScript {
  return {
    resources,
    find: (parameters) => {
      const codes = parameters['code']?.split(',').map((item) => item.split('|')[1]);
      return (
        codes &&
        resources.filter((item) =>
          codes.some((code) => JSON.stringify(item).includes(`"code":"${code ?? ''}"`)),
        )
      );
    },
  };
}

async function open(types: Record<string, TypeScript>, pass = 100) {
  const client = new FakeClient(types);
  const clock = new VirtualClock();
  const source = createRecordSource({clients: [client], schedule: clock, now: () => 5000});
  const reader = source.timeline({pageSize: 20});
  await clock.pass(pass);
  return {client, clock, source, reader};
}

const {signal} = new AbortController();
const resultsOf = (detail: EntryDetail): readonly DetailResult[] =>
  detail.groups.flatMap(({results}) => results);
const failureOf = (promise: Promise<unknown>) => promise.then(() => 'none', errorKind);

describe('opening an entry', () => {
  it('needs nothing asked for when it was read', async () => {
    const condition = {
      resourceType: 'Condition',
      id: 'c',
      clinicalStatus: {
        coding: [
          {system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'},
        ],
      },
      code: {text: 'Asthma'},
      subject: {reference: 'Patient/p1'},
      recordedDate: '2020-01-01',
    } as FhirResource;
    const {source, client} = await open({Condition: {resources: [condition]}});
    const before = client.asked.length;

    const {value, asOf} = await source.detail('Condition/c', {signal});

    expect(value.reference).to.equal('Condition/c');
    expect(asOf).to.equal(1000);
    expect(client.asked).to.have.length(before);
  });

  it('asks for an entry that was not read', async () => {
    const {source, reader} = await open({}, 0);
    reader.close();
    const client = new FakeClient({Observation: {resources: [result('o', '2020-01-01', 12)]}});
    const other = createRecordSource({
      clients: [client],
      schedule: new VirtualClock(),
      now: () => 5000,
    });

    const {value, asOf} = await other.detail('Observation/o', {signal});

    expect(resultsOf(value)[0]?.value).to.deep.include({type: 'quantity'});
    expect(asOf).to.equal(5000);
    source.close();
  });

  it('says of each result what was found the time before, though that was not read yet', async () => {
    const {source} = await open({
      Observation: byCode([
        result('now', '2024-03-01', 12),
        ...Array.from({length: 60}, (_, index) =>
          result(`x${String(index)}`, `2023-0${String(1 + (index % 9))}-01`, 1, {test: 'other'}),
        ),
        result('before', '2019-01-01', 15),
        result('long before', '2010-01-01', 20),
      ]),
    });

    const {value} = await source.detail('Observation/now', {signal});

    const [found] = resultsOf(value);
    expect(found?.previous?.date?.text).to.equal('2019-01-01');
    expect(found?.previous?.value).to.deep.include({type: 'quantity'});
  });

  it('takes a result in another unit for the one before, to be said not comparable', async () => {
    const {source} = await open({
      Observation: byCode([
        result('now', '2024-03-01', 12),
        result('other unit', '2023-01-01', 1.2, {unit: 'mg/L'}),
        result('same unit', '2020-01-01', 15),
      ]),
    });

    const {value} = await source.detail('Observation/now', {signal});

    expect(resultsOf(value)[0]?.previous?.date?.text).to.equal('2023-01-01');
  });

  it('never takes a result of the same day for an earlier one', async () => {
    const {source} = await open({
      Observation: byCode([result('now', '2024-03-01', 12), result('same day', '2024-03-01', 15)]),
    });

    const {value} = await source.detail('Observation/now', {signal});

    expect(resultsOf(value)[0]?.previous).to.equal(undefined);
  });

  it('never compares with what was entered in error', async () => {
    const {source} = await open({
      Observation: {
        resources: [result('now', '2024-03-01', 12)],
        find: (parameters) =>
          parameters['code']
            ? [
                result('error', '2023-01-01', 1, {status: 'entered-in-error'}),
                result('mine', '2021-01-01', 3),
              ]
            : undefined,
      },
    });

    const {value} = await source.detail('Observation/now', {signal});

    expect(resultsOf(value)[0]?.previous?.date?.text).to.equal('2021-01-01');
  });

  it('compares with nothing when what was found holds a result of another person', async () => {
    const {source} = await open({
      Observation: {
        resources: [result('now', '2024-03-01', 12)],
        find: (parameters) =>
          parameters['code']
            ? [
                result('theirs', '2022-01-01', 2, {subject: {reference: 'Patient/p2'}}),
                result('mine', '2021-01-01', 3),
              ]
            : undefined,
      },
    });

    const {value} = await source.detail('Observation/now', {signal});

    expect(resultsOf(value)[0]?.previous).to.equal(undefined);
  });

  it('still opens when the search for earlier results fails', async () => {
    const {source, client} = await open({
      Observation: {resources: [result('now', '2024-03-01', 12)]},
    });
    client.types = {Observation: {fails: () => 'server'}};

    const {value} = await source.detail('Observation/now', {signal});

    expect(resultsOf(value)).to.have.length(1);
    expect(resultsOf(value)[0]?.previous).to.equal(undefined);
  });

  it('reads the results of a report that did not come with it', async () => {
    const old = result('old', '2010-01-01', 12);
    const {source, client} = await open({
      DiagnosticReport: {resources: [report('r', '2010-01-01', 'old')]},
    });
    client.types = {Observation: byCode([old])};

    const {value} = await source.detail('DiagnosticReport/r', {signal});

    expect(resultsOf(value).map(({reference}) => reference)).to.deep.equal(['Observation/old']);
  });

  it('reads what a corrected result replaces, to say what it was', async () => {
    const replaces = {
      status: 'corrected',
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
          valueReference: {reference: 'Observation/wrong'},
        },
      ],
    };
    const {source} = await open({
      Observation: {
        resources: [
          result('right', '2024-03-01', 4.9, replaces),
          result('wrong', '2024-03-01', 6.9, {status: 'entered-in-error'}),
        ],
        find: () => [],
      },
    });

    const {value} = await source.detail('Observation/right', {signal});

    expect(JSON.stringify(value.correction)).to.contain('"value":6.9');
  });

  it('does not open what is of another person', async () => {
    const {source} = await open({});
    const client = new FakeClient({
      Observation: {
        resources: [result('o', '2020-01-01', 12, {subject: {reference: 'Patient/p2'}})],
      },
    });
    const other = createRecordSource({clients: [client], schedule: new VirtualClock()});

    const outcome = await failureOf(other.detail('Observation/o', {signal}));

    expect(outcome).to.equal('notFound');
    source.close();
  });

  it('takes a kind of record off the screen when another person is seen in an answer', async () => {
    const {source, reader} = await open({
      Observation: {
        resources: [result('now', '2024-03-01', 12)],
        find: (parameters) =>
          parameters['code']
            ? [result('theirs', '2022-01-01', 2, {subject: {reference: 'Patient/p2'}})]
            : undefined,
      },
    });
    const before = reader.state.rows.length;

    await source.detail('Observation/now', {signal});

    expect([before, reader.state.rows.length]).to.deep.equal([1, 0]);
    expect(reader.state.coverage.find(({kind}) => kind === 'results')?.state).to.equal('unsafe');
  });

  it('does not open what was entered in error', async () => {
    const client = new FakeClient({
      Observation: {resources: [result('o', '2020-01-01', 12, {status: 'entered-in-error'})]},
    });
    const source = createRecordSource({clients: [client], schedule: new VirtualClock()});

    expect(await failureOf(source.detail('Observation/o', {signal}))).to.equal('notFound');
  });

  it('asks a server for nothing that is not a reference', async () => {
    const client = new FakeClient();
    const source = createRecordSource({clients: [client], schedule: new VirtualClock()});

    const outcomes = await Promise.all(
      ['', 'Observation', 'Observation/1/2', '../secret', 'https://x.example/Observation/1'].map(
        (reference) => failureOf(source.detail(reference, {signal})),
      ),
    );

    expect(new Set(outcomes)).to.deep.equal(new Set(['notFound']));
    expect(client.asked).to.have.length(0);
  });

  it('ends when its caller does', async () => {
    const {source} = await open({Observation: {resources: [result('now', '2024-03-01', 12)]}});
    const caller = new AbortController();
    const detail = failureOf(source.detail('Observation/now', {signal: caller.signal}));

    caller.abort();

    expect(await detail).to.equal('aborted');
  });
});

describe('one result over time', () => {
  const many = [
    result('a', '2024-03-01', 12),
    result('b', '2022-03-01', 14),
    result('c', '2020-03-01', 16),
    result('other', '2021-03-01', 1, {test: 'zinc'}),
    result('error', '2021-04-01', 99, {status: 'entered-in-error'}),
  ];
  const keyOf = async (source: Awaited<ReturnType<typeof open>>['source']): Promise<string> => {
    const {value} = await source.detail('Observation/a', {signal});
    const key = resultsOf(value)[0]?.seriesKey;
    if (!key) throw new Error('No series');
    return key;
  };

  it('is asked for by its code, newest first, without what must not be shown', async () => {
    const {source, client} = await open({
      Observation: {...byCode(many), resources: many.slice(0, 1)},
    });
    const key = await keyOf(source);

    const {value} = await source.series(key, {signal});

    expect(value.points.map(({quantity}) => quantity.value)).to.deep.equal([12, 14, 16]);
    expect(value.partial).to.equal(false);
    expect(client.asked.at(-1)?.parameters['code']).to.contain('lab.example/tests|iron');
  });

  it('is made of what was read when it cannot be asked for, and says that it may be in part', async () => {
    const {source, client} = await open({Observation: {resources: many.slice(0, 2)}});
    const key = await keyOf(source);
    client.types = {Observation: {fails: () => 'badRequest'}};

    const {value} = await source.series(key, {signal});

    expect(value.points.map(({quantity}) => quantity.value)).to.deep.equal([12, 14]);
    expect(value.partial).to.equal(true);
  });

  it('says where each result is from as its row does, also where only a name is recorded', async () => {
    const performer = [{display: 'Northmoor Hospitals'}];
    const resources = [result('a', '2024-03-01', 12, {performer}), result('b', '2022-03-01', 14)];
    const {source} = await open({Observation: byCode(resources)});

    const {value} = await source.series(await keyOf(source), {signal});

    expect(value.points.map(({place}) => place)).to.deep.equal(['Northmoor Hospitals', undefined]);
  });

  it('tells the labels of each result and when it was recorded, for the cover', async () => {
    const meta = {security: [{code: 'R'}], lastUpdated: '2024-03-02T00:00:00Z'};
    const resources = [result('a', '2024-03-01', 12), result('b', '2022-03-01', 14, {meta})];
    const {source} = await open({Observation: byCode(resources)});

    const {value} = await source.series(await keyOf(source), {signal});

    const marks = {labels: ['R'], recorded: Date.UTC(2024, 2, 2)};
    expect(value.points[1]).to.deep.include(marks);
  });

  it('shows nothing at all when a result of another person is among them', async () => {
    const {source, reader, clock} = await open({
      Observation: {...byCode(many), resources: many.slice(0, 2)},
    });
    const key = await keyOf(source);
    const theirs = result('theirs', '2021-05-01', 98, {subject: {reference: 'Patient/p2'}});
    many.push(theirs);

    const failure = await failureOf(source.series(key, {signal}));
    await clock.pass(100);

    many.pop();
    expect(failure).to.equal('notFound');
    expect(reader.state.coverage.find(({kind}) => kind === 'results')?.state).to.equal('unsafe');
    expect(reader.state.rows).to.have.length(0);
  });

  it('fails when there is nothing to show', async () => {
    const {source} = await open({});

    expect(await failureOf(source.series('not a key', {signal}))).to.equal('notFound');
  });
});

describe('whose record it is', () => {
  it('is read from the first place that tells', async () => {
    const person = {
      resourceType: 'Patient',
      id: 'p1',
      birthDate: '1953-08-04',
      name: [{family: 'Hall', given: ['Jean']}],
    };
    const source = createRecordSource({
      clients: [
        new FakeClient({}, {person: 'server'}),
        new FakeClient({}, {person: person as FhirResource}),
      ],
      schedule: new VirtualClock(),
    });

    const {value} = await source.person({signal});

    expect(value.birthDate?.text).to.equal('1953-08-04');
  });

  it('is tried again after a failure', async () => {
    const client = new FakeClient({}, {person: 'offline'});
    const source = createRecordSource({clients: [client], schedule: new VirtualClock()});
    const first = await failureOf(source.person({signal}));
    client.person = {resourceType: 'Patient', id: 'p1', birthDate: '1953-08-04'} as FhirResource;

    const {value} = await source.person({signal});

    expect(first).to.equal('offline');
    expect(value.birthDate?.text).to.equal('1953-08-04');
  });
});
