import {expect} from '@open-wc/testing';
import {recordKinds, type RecordKind, type TimelineType} from '../../src/model/record-kind.js';
import {compareEntries} from '../../src/model/merge.js';
import {parseFhirDate} from '../../src/model/fhir-date.js';
import type {KindCoverage, TimelineState} from '../../src/model/timeline.js';
import {typesOf} from '../../src/sync/queries.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {firstRowBudget} from '../../src/sync/timeline-reader.js';
import {FakeClient, fakeResource, type TypeScript} from '../support/fake-client.js';
import {fakeDecode} from '../support/fake-decode.js';
import {movedRows, openReader} from '../support/open-reader.js';
import {createRandom, type Random} from '../support/random.js';
import {VirtualClock} from '../support/virtual-clock.js';

/** A day that many days before the newest one. */
function day(back: number): string {
  return new Date(Date.UTC(2024, 0, 1) - back * 86_400_000).toISOString().slice(0, 10);
}

/** Resources of one type, newest first, some days apart. */
function record(type: string, count: number, step = 1, first = 0) {
  return Array.from({length: count}, (_, index) =>
    fakeResource(type, `${type}-${String(index)}`, day(first + index * step)),
  );
}

function coverage(state: TimelineState, kind: RecordKind): KindCoverage {
  const found = state.coverage.find((item) => item.kind === kind);
  if (!found) throw new Error(`No coverage of ${kind}`);
  return found;
}

const references = (state: TimelineState) => state.rows.map(({reference}) => reference);

describe('the first rows of a record', () => {
  it('shows all of a small record, newest first, and says that it is complete', async () => {
    const client = new FakeClient({
      Condition: {resources: record('Condition', 3, 10)},
      Observation: {resources: record('Observation', 5, 3)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    const {rows, complete, reading, horizon} = reader.state;
    expect(rows).to.have.length(8);
    expect([...rows].sort(compareEntries)).to.deep.equal(rows);
    expect({complete, reading, horizon}).to.deep.equal({
      complete: true,
      reading: false,
      horizon: -Infinity,
    });
  });

  it('asks for each type once, newest first, twenty at a time', async () => {
    const client = new FakeClient();
    const {clock} = openReader(client);

    await clock.pass(100);

    expect(client.asked.map(({type}) => type).sort()).to.deep.equal(typesOf(undefined).sort());
    expect(new Set(client.asked.map(({count}) => count))).to.deep.equal(new Set([20]));
    expect(client.asked.find(({type}) => type === 'Condition')?.parameters).to.include({
      _sort: '-recorded-date',
      _revinclude: 'Provenance:target',
    });
  });

  it('asks for nothing more until they are drawn, however long a busy machine takes to', async () => {
    const client = new FakeClient({
      Condition: {resources: record('Condition', 200)},
      Observation: {resources: record('Observation', 200)},
    });
    const {reader, clock} = openReader(client, {pageSize: 50});
    let draw = (): void => {};
    clock.drawn = () =>
      new Promise((resolve) => {
        draw = resolve;
      });
    await clock.pass(5000);
    const before = client.asked.length;
    const shown = reader.state.rows.length;

    draw();
    await clock.pass(100);

    expect(before).to.equal(typesOf(undefined).length);
    expect(shown).to.be.within(1, 49);
    expect(client.asked.length).to.be.above(before);
    expect(reader.state.rows.length).to.be.at.least(50);
  });

  it('goes on reading while they are drawn, so that what comes next still belongs with them', async () => {
    const client = new FakeClient({Condition: {resources: record('Condition', 200)}});
    const {reader, clock} = openReader(client, {pageSize: 50});
    let draw = (): void => {};
    clock.drawn = () =>
      new Promise((resolve) => {
        draw = resolve;
      });
    await clock.pass(100);
    const whileDrawn = [reader.state.rows.length > 0, reader.state.reading];

    draw();
    await clock.pass(100);

    expect([...whileDrawn, reader.state.reading]).to.deep.equal([true, true, false]);
  });

  it('asks for nothing more when the reading was ended while they were drawn', async () => {
    const client = new FakeClient({Condition: {resources: record('Condition', 200)}});
    const {reader, clock} = openReader(client, {pageSize: 50});
    let draw = (): void => {};
    clock.drawn = () =>
      new Promise((resolve) => {
        draw = resolve;
      });
    await clock.pass(100);
    const before = client.asked.length;

    reader.close();
    draw();
    await clock.pass(100);

    expect(client.asked).to.have.length(before);
  });

  it('asks only for the kinds that are wanted', async () => {
    const client = new FakeClient();
    const {reader, clock} = openReader(client, {kinds: ['medicines']});

    await clock.pass(100);

    expect(client.asked.map(({type}) => type)).to.deep.equal([
      'MedicationRequest',
      'MedicationStatement',
    ]);
    expect(reader.state.coverage.map(({kind}) => kind)).to.deep.equal(['medicines']);
  });

  it('reads no further than it must for the first page', async () => {
    const client = new FakeClient({Observation: {resources: record('Observation', 5000)}});
    const {reader, clock} = openReader(client, {pageSize: 30});

    await clock.pass(100);

    expect(reader.state.rows.length).to.be.at.least(30);
    expect(client.asked.filter(({type}) => type === 'Observation').length).to.be.at.most(3);
  });

  for (const size of [100, 1000, 10_000, 50_000]) {
    it(`asks for at most 400 resources before the first row of ${String(size)} entries`, async () => {
      const random = createRandom(size);
      const types = typesOf(undefined);
      const scripts: Record<string, TypeScript> = {};
      const share = Math.ceil(size / types.length);
      for (const type of types) {
        scripts[type] = {
          resources: record(type, share),
          // Some servers keep no order at all: the hardest case for a first row.
          ...(random.chance(0.5) && {kept: ['patient']}),
        };
      }
      const client = new FakeClient(scripts);
      const {reader, clock, states} = openReader(client);
      let askedBefore: number | undefined;
      reader.subscribe(() => {
        if (reader.state.rows.length > 0) askedBefore ??= client.askedFor;
      });

      for (let turn = 0; turn < 50 && askedBefore === undefined; turn++) await clock.pass(1);

      expect(states.at(-1)?.rows.length).to.be.greaterThan(0);
      expect(askedBefore).to.be.at.most(firstRowBudget);
      reader.close();
    });
  }

  it('shares the first pages between two places, within 400 in all', async () => {
    const clients = [new FakeClient(), new FakeClient()];
    const {clock} = openReader(clients);

    await clock.pass(100);

    const asked = clients.reduce((sum, client) => sum + client.askedFor, 0);
    expect(asked).to.be.at.most(firstRowBudget);
  });

  it('shows a record that a server sends without any order, once the budget is spent', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 600).reverse(), kept: ['patient']},
      Condition: {resources: record('Condition', 4, 100)},
    });
    const {reader, clock, states} = openReader(client);

    await clock.pass(100);

    expect(reader.state.rows).to.have.length(604);
    expect(reader.state.complete).to.equal(true);
    expect([...reader.state.rows].sort(compareEntries)).to.deep.equal(reader.state.rows);
    expect(movedRows(states)).to.deep.equal([]);
  });
});

describe('the order that a server keeps or does not keep', () => {
  const cases: readonly (readonly [string, TypeScript])[] = [
    [
      'ignores _sort and says so',
      {resources: record('Observation', 100).reverse(), kept: ['patient']},
    ],
    ['ignores _sort and does not say so', {resources: record('Observation', 100).reverse()}],
    ['does not say what it kept', {resources: record('Observation', 100).reverse(), kept: null}],
  ];
  for (const [title, script] of cases) {
    it(`shows everything in its order when a server ${title}`, async () => {
      const client = new FakeClient({
        Observation: script,
        Procedure: {resources: record('Procedure', 60, 2)},
      });
      const {reader, clock, states} = openReader(client);

      await clock.pass(100);
      void reader.readAll();
      await clock.pass(100);

      expect(reader.state.rows).to.have.length(160);
      expect([...reader.state.rows].sort(compareEntries)).to.deep.equal(reader.state.rows);
      expect(movedRows(states)).to.deep.equal([]);
      expect(reader.state.late.size).to.equal(0);
    });
  }

  for (const kept of [['patient'], null]) {
    it(`is not taken in by a first page that happens to be in order (${String(kept)})`, async () => {
      const all = record('Procedure', 100);
      const client = new FakeClient({
        Procedure: {resources: [...all.slice(40), ...all.slice(0, 40)], kept},
        Encounter: {resources: record('Encounter', 100)},
      });
      const {reader, clock, states} = openReader(client, {pageSize: 10});

      await clock.pass(200);

      expect(reader.state.late.size).to.equal(0);
      expect(coverage(reader.state, 'procedures').state).to.equal('complete');
      expect(movedRows(states)).to.deep.equal([]);
    });
  }

  it('does not trust the order when the date shown is not the date sorted by', async () => {
    const resources = record('Procedure', 200);
    resources[3] = fakeResource('Procedure', 'other', undefined, {otherDate: '1970-01-01'});
    const client = new FakeClient({
      Procedure: {resources},
      Encounter: {resources: record('Encounter', 40)},
    });
    const {reader, clock, states} = openReader(client, {pageSize: 5});

    await clock.pass(100);

    expect(coverage(reader.state, 'procedures')).to.include({state: 'complete', read: 200});
    expect(movedRows(states)).to.deep.equal([]);
  });

  it('keeps trusting an order when the address of a later page is opaque', async () => {
    const client = new FakeClient({Observation: {resources: record('Observation', 300)}});
    const search = client.search.bind(client);
    client.search = (type, parameters, options) => {
      const pages = search(type, parameters, options);
      const next = pages.next.bind(pages);
      let page = 0;
      pages.next = async () => {
        const answer = await next();
        if (!answer.done && page++ > 0) {
          return {done: false, value: {...answer.value, kept: new Set(['_getpages'])}};
        }
        return answer;
      };
      return pages;
    };
    const {reader, clock} = openReader(client, {pageSize: 30});

    await clock.pass(100);

    expect(client.asked.filter(({type}) => type === 'Observation').length).to.be.at.most(3);
    expect(coverage(reader.state, 'measurements').state).to.equal('reading');
  });

  it('reads what has no known order to a stated limit, and says that it is limited', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 5000).reverse(), kept: ['patient']},
      Procedure: {resources: record('Procedure', 5)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(500);

    expect(coverage(reader.state, 'results').state).to.equal('limited');
    expect(reader.state.complete).to.equal(false);
    expect(reader.state.reading).to.equal(false);
  });

  it('reads on past that limit when everything is asked for', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 1500).reverse(), kept: ['patient']},
    });
    const {reader, clock} = openReader(client);
    await clock.pass(500);

    const all = reader.readAll();
    await clock.pass(500);
    await all;

    expect(reader.state.rows).to.have.length(1500);
    expect(reader.state.complete).to.equal(true);
  });
});

describe('going further back', () => {
  it('shows a further page of rows each time', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 400)},
      Procedure: {resources: record('Procedure', 200, 2)},
    });
    const {reader, clock, states} = openReader(client, {pageSize: 20});
    await clock.pass(100);
    const counts = [reader.state.rows.length];

    for (let turn = 0; turn < 4; turn++) {
      const more = reader.more();
      await clock.pass(100);
      await more;
      counts.push(reader.state.rows.length);
    }

    expect(
      counts.every((count, turn) => turn === 0 || count >= (counts[turn - 1] ?? 0) + 20),
    ).to.equal(true);
    expect(movedRows(states)).to.deep.equal([]);
  });

  it('reads everything of a year and after it', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 300, 10)},
      Procedure: {resources: record('Procedure', 100, 40)},
    });
    const {reader, clock} = openReader(client);
    await clock.pass(100);

    const reached = reader.until(2021);
    await clock.pass(200);
    await reached;

    const start = parseFhirDate('2021')?.from ?? 0;
    const expected = [...record('Observation', 300, 10), ...record('Procedure', 100, 40)].filter(
      (item) => {
        const date = Object.values(item).find((value) => /^\d{4}-/.test(String(value)));
        return (parseFhirDate(date)?.from ?? 0) >= start;
      },
    );
    const shown = reader.state.rows.filter(({date}) => (date?.from ?? 0) >= start);
    expect(shown).to.have.length(expected.length);
    expect(reader.state.horizon).to.be.lessThan(start);
  });

  it("reads what 'Now' is made of to its end", async () => {
    const client = new FakeClient({
      MedicationRequest: {resources: record('MedicationRequest', 130)},
      MedicationStatement: {resources: record('MedicationStatement', 50)},
      Condition: {resources: record('Condition', 300)},
      AllergyIntolerance: {resources: record('AllergyIntolerance', 3)},
      Observation: {resources: record('Observation', 1000)},
    });
    const {reader, clock} = openReader(client);

    const read = reader.readAll(['medicines', 'conditions', 'allergies']);
    await clock.pass(500);
    await read;

    for (const kind of ['medicines', 'conditions', 'allergies'] as const) {
      expect(coverage(reader.state, kind).state, kind).to.equal('complete');
    }
    expect(coverage(reader.state, 'results').state).to.equal('reading');
  });

  it('ends when the record does', async () => {
    const {reader, clock} = openReader(
      new FakeClient({Condition: {resources: record('Condition', 2)}}),
    );
    await clock.pass(100);

    const more = reader.more();
    await clock.pass(100);

    await more;
    expect(reader.state.rows).to.have.length(2);
  });
});

describe('a place that does not answer', () => {
  const hanging = () => new Promise<void>(() => {});

  it('holds the rows back for one second and no longer', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 3), delay: hanging},
      Condition: {resources: record('Condition', 3)},
    });
    const {reader, clock} = openReader(client);
    await clock.pass(990);
    const before = reader.state.rows.length;

    await clock.pass(100);

    expect([before, reader.state.rows.length]).to.deep.equal([0, 3]);
    expect(coverage(reader.state, 'measurements').state).to.equal('waiting');
    expect(reader.state.complete).to.equal(false);
  });

  it('is not told from the others where everything is slow', async () => {
    const answers: (() => void)[] = [];
    const types: Record<string, TypeScript> = {};
    for (const type of typesOf(undefined)) {
      types[type] = {
        resources: record(type, 3, 7),
        delay: () => new Promise<void>((resolve) => answers.push(resolve)),
      };
    }
    const {reader, clock} = openReader(new FakeClient(types));
    await clock.pass(1500);
    const waiting = coverage(reader.state, 'results').state;

    for (const answer of answers) {
      await clock.pass(50);
      answer();
    }
    await clock.pass(100);

    expect(waiting).to.equal('waiting');
    expect(reader.state.rows).to.have.length(36);
    expect(reader.state.late.size).to.equal(0);
  });

  it('puts what comes late in its place, marked, and moves nothing', async () => {
    let answer = (): void => {};
    const client = new FakeClient({
      Observation: {
        resources: record('Observation', 3, 10, 5),
        delay: () => new Promise<void>((resolve) => (answer = resolve)),
      },
      Condition: {resources: record('Condition', 3, 10)},
    });
    const {reader, clock, states} = openReader(client);
    await clock.pass(1100);

    answer();
    await clock.pass(100);

    expect(references(reader.state)).to.deep.equal([
      'Condition/Condition-0',
      'Observation/Observation-0',
      'Condition/Condition-1',
      'Observation/Observation-1',
      'Condition/Condition-2',
      'Observation/Observation-2',
    ]);
    expect([...reader.state.late]).to.deep.equal([
      'Observation/Observation-0',
      'Observation/Observation-1',
    ]);
    expect(movedRows(states)).to.deep.equal([]);
    expect(coverage(reader.state, 'measurements').state).to.equal('complete');
  });
});

describe('a kind of record that cannot be read', () => {
  it('shows the rest, and says which kind failed', async () => {
    const client = new FakeClient({
      Observation: {fails: () => 'server'},
      Condition: {resources: record('Condition', 3)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(reader.state.rows).to.have.length(3);
    expect(coverage(reader.state, 'measurements').state).to.equal('failed');
    expect(reader.state.complete).to.equal(false);
  });

  it('cannot be told from one that is not offered, except by the host', async () => {
    const read = async (reason: 'refused' | 'notOffered' | 'notFound' | 'badRequest') => {
      const {reader, clock, told} = openReader(
        new FakeClient({
          DocumentReference: {fails: () => reason},
          Condition: {resources: record('Condition', 3)},
        }),
      );
      await clock.pass(100);
      return {state: reader.state, told};
    };

    const refused = await read('refused');
    const others = await Promise.all([read('notOffered'), read('notFound'), read('badRequest')]);

    for (const other of others) expect(other.state).to.deep.equal(refused.state);
    expect(coverage(refused.state, 'documents')).to.include({
      kind: 'documents',
      state: 'notHere',
      read: 0,
    });
    expect(refused.told).to.deep.equal([
      {type: 'failed', source: '0', resourceType: 'DocumentReference', reason: 'refused'},
      {type: 'read'},
    ]);
  });

  it('is read again when asked, and nothing stands there twice', async () => {
    let isDown = true;
    const client = new FakeClient({
      Observation: {
        resources: record('Observation', 100),
        fails: (page) => (isDown && page === 2 ? 'timeout' : undefined),
      },
      Procedure: {resources: record('Procedure', 100)},
    });
    const {reader, clock, states} = openReader(client, {pageSize: 90});
    await clock.pass(100);
    const failed = coverage(reader.state, 'results').state;
    isDown = false;

    const again = reader.retry();
    await clock.pass(100);
    await again;
    void reader.readAll();
    await clock.pass(200);

    expect(failed).to.equal('failed');
    expect(reader.state.rows).to.have.length(200);
    expect(new Set(references(reader.state)).size).to.equal(200);
    expect(movedRows(states)).to.deep.equal([]);
    expect(reader.state.complete).to.equal(true);
  });

  it('is told as no answer to the host, who then knows nothing of the log in', async () => {
    const types: Record<string, TypeScript> = {};
    for (const type of typesOf(undefined)) types[type] = {fails: () => 'timeout'};
    const {clock, told} = openReader(new FakeClient(types));

    await clock.pass(100);

    expect(new Set(told.map(({type}) => type))).to.deep.equal(new Set(['failed']));
  });

  it('is not complete when half an answer came', async () => {
    const client = new FakeClient({
      Condition: {resources: record('Condition', 10), cut: 'failed'},
      Procedure: {resources: record('Procedure', 10), cut: 'otherOrigin'},
    });
    const {reader, clock, told} = openReader(client);

    await clock.pass(100);

    expect(coverage(reader.state, 'conditions').state).to.equal('failed');
    expect(coverage(reader.state, 'procedures').state).to.equal('limited');
    expect(told.map(({type}) => type)).to.deep.equal(['cut', 'cut', 'read']);
  });

  it('says that the device is offline only when nothing answered', async () => {
    const types: Record<string, TypeScript> = {};
    for (const type of typesOf(undefined)) types[type] = {fails: () => 'offline'};
    const one = openReader(new FakeClient({Condition: {fails: () => 'offline'}}));
    const all = openReader(new FakeClient(types));

    await one.clock.pass(100);
    await all.clock.pass(100);

    expect([one.reader.state.offline, all.reader.state.offline]).to.deep.equal([false, true]);
  });

  it('does not say that the device is offline when it cannot be told why nothing answered', async () => {
    const types: Record<string, TypeScript> = {};
    for (const type of typesOf(undefined)) types[type] = {fails: () => 'unreachable'};
    const {reader, clock} = openReader(new FakeClient(types));

    await clock.pass(100);

    expect(reader.state).to.include({offline: false, unreachable: true});
  });

  it('is complete, and said to be in part, when one of its two types is not here', async () => {
    const client = new FakeClient({
      MedicationStatement: {fails: () => 'notOffered'},
      MedicationRequest: {resources: record('MedicationRequest', 2)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(coverage(reader.state, 'medicines')).to.include({
      kind: 'medicines',
      state: 'complete',
      read: 2,
      partial: true,
    });
  });

  it('failed when one of its two types failed', async () => {
    const client = new FakeClient({
      MedicationStatement: {fails: () => 'throttled'},
      MedicationRequest: {resources: record('MedicationRequest', 2)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(coverage(reader.state, 'medicines').state).to.equal('failed');
  });

  it('asks for results by category where a server wants that, and shows each once', async () => {
    const shared = fakeResource('Observation', 'both', day(1));
    const client = new FakeClient({
      Observation: {
        categories: {
          laboratory: [shared, ...record('Observation', 3, 10, 2)],
          'vital-signs': [shared],
        },
      },
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(references(reader.state).filter((item) => item === 'Observation/both')).to.have.length(
      1,
    );
    expect(reader.state.rows).to.have.length(4);
    expect(coverage(reader.state, 'results')).to.include({state: 'complete', partial: true});
  });
});

describe('a session that ends', () => {
  it('takes the record off the screen, and reads it again after a new log in', async () => {
    let isExpired = false;
    const client = new FakeClient({
      Observation: {
        resources: record('Observation', 300),
        fails: () => (isExpired ? 'session' : undefined),
      },
    });
    const {reader, clock} = openReader(client);
    await clock.pass(100);
    isExpired = true;
    void reader.more();
    await clock.pass(100);
    const expired = reader.state;
    isExpired = false;

    const again = reader.retry();
    await clock.pass(100);
    await again;

    expect(expired.stopped).to.equal('sessionExpired');
    expect([expired.rows.length, expired.undated.length, expired.parts.size]).to.deep.equal([
      0, 0, 0,
    ]);
    expect(reader.state.stopped).to.equal(undefined);
    expect(reader.state.rows.length).to.be.at.least(20);
  });

  it('stops with a clear reason at a server of another version', async () => {
    const {reader, clock} = openReader(
      new FakeClient({Condition: {fails: () => 'unsupportedVersion'}}),
    );

    await clock.pass(100);

    expect(reader.state.stopped).to.equal('unsupported');
  });
});

describe('entries without a date', () => {
  it('are never dropped, and said to be all there only when all was read', async () => {
    const client = new FakeClient({
      Observation: {
        resources: [
          ...record('Observation', 50),
          fakeResource('Observation', 'undated', undefined),
        ],
      },
    });
    const {reader, clock} = openReader(client, {pageSize: 10});
    await clock.pass(100);
    const before = reader.state.undatedComplete;

    void reader.readAll();
    await clock.pass(100);

    expect(before).to.equal(false);
    expect(reader.state.undated.map(({reference}) => reference)).to.deep.equal([
      'Observation/undated',
    ]);
    expect(reader.state.undatedComplete).to.equal(true);
  });
});

describe('what was received and cannot be shown', () => {
  it('is counted by kind; what is in error is neither shown nor counted', async () => {
    const client = new FakeClient({
      Condition: {
        resources: [
          ...record('Condition', 2),
          fakeResource('Condition', 'w1', day(1), {outcome: 'withheld'}),
          fakeResource('Condition', 'w2', day(1), {outcome: 'throws'}),
          fakeResource('Condition', 'x', day(1), {outcome: 'excluded'}),
        ],
      },
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(reader.state.rows).to.have.length(2);
    expect(reader.state.withheld).to.deep.equal([{kind: 'conditions', count: 2}]);
  });

  it('leaves no trace of what a server held back', async () => {
    const read = async (notices: boolean) => {
      const client = new FakeClient({Condition: {resources: record('Condition', 2)}});
      if (notices) {
        const search = client.search.bind(client);
        client.search = (type, parameters, options) => {
          const pages = search(type, parameters, options);
          const next = pages.next.bind(pages);
          pages.next = async () => {
            const answer = await next();
            if (answer.done) return answer;
            const notice = {severity: 'warning', code: 'suppressed'} as const;
            return {done: false, value: {...answer.value, notices: [notice]}};
          };
          return pages;
        };
      }
      const {reader, clock, told} = openReader(client);
      await clock.pass(100);
      return {state: reader.state, told};
    };

    const [plain, held] = [await read(false), await read(true)];

    expect(held.state).to.deep.equal(plain.state);
    expect(held.told[0]).to.deep.include({type: 'notice'});
  });
});

describe('results and their reports', () => {
  const report = (id: string, date: string, ...results: string[]) =>
    fakeResource('DiagnosticReport', id, date, {
      result: results.map((result) => ({reference: `Observation/${result}`})),
    });

  it('shows a result inside its report and not as a row of its own', async () => {
    const client = new FakeClient({
      DiagnosticReport: {resources: [report('r', day(1), 'Observation-0', 'Observation-1')]},
      Observation: {resources: record('Observation', 3)},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(references(reader.state)).to.deep.equal([
      'DiagnosticReport/r',
      'Observation/Observation-2',
    ]);
    expect([...reader.state.parts.keys()].sort()).to.deep.equal([
      'Observation/Observation-0',
      'Observation/Observation-1',
    ]);
    expect(coverage(reader.state, 'results').read).to.equal(2);
  });

  it('says all of a report once its results have come', async () => {
    const client = new FakeClient({
      DiagnosticReport: {resources: [report('r', day(1), 'Observation-0', 'Observation-29')]},
      Observation: {resources: record('Observation', 30)},
    });
    const {reader, clock} = openReader(client);
    await clock.pass(100);

    void reader.readAll();
    await clock.pass(100);

    expect(
      reader.state.rows.find(({kind, type}) => kind === 'results' && type === 'DiagnosticReport')
        ?.title,
    ).to.equal('2 of 2');
  });

  it('takes results that came with the report, before they are asked for', async () => {
    const results = record('Observation', 2, 1, 400);
    const client = new FakeClient({
      DiagnosticReport: {
        resources: [report('r', day(1), 'Observation-0', 'Observation-1')],
        included: () => results,
      },
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(reader.state.parts.size).to.equal(2);
    expect(references(reader.state)).to.deep.equal(['DiagnosticReport/r']);
  });

  it('never takes a row away for a report that comes late', async () => {
    let answer = (): void => {};
    const client = new FakeClient({
      DiagnosticReport: {
        resources: [report('r', day(1), 'Observation-0')],
        delay: () => new Promise<void>((resolve) => (answer = resolve)),
      },
      Observation: {resources: record('Observation', 3)},
    });
    const {reader, clock, states} = openReader(client);
    await clock.pass(1100);

    answer();
    await clock.pass(100);

    expect(references(reader.state)).to.have.members([
      'Observation/Observation-0',
      'Observation/Observation-1',
      'Observation/Observation-2',
      'DiagnosticReport/r',
    ]);
    expect(movedRows(states)).to.deep.equal([]);
    expect(reader.state.rows.find(({type}) => type === 'DiagnosticReport')?.parts).to.deep.equal([
      'Observation/Observation-0',
    ]);
    expect(reader.state.parts.size).to.equal(0);
    expect(coverage(reader.state, 'results').read).to.equal(4);
  });

  it('shows each of two results that name one another as parts', async () => {
    const client = new FakeClient({
      Observation: {
        resources: [
          fakeResource('Observation', 'a', day(1), {result: [{reference: 'Observation/b'}]}),
          fakeResource('Observation', 'b', day(2), {result: [{reference: 'Observation/a'}]}),
        ],
      },
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    const shown = [...references(reader.state), ...reader.state.parts.keys()];
    expect(reader.state.rows.length).to.be.at.least(1);
    expect(new Set(shown)).to.deep.equal(new Set(['Observation/a', 'Observation/b']));
  });
});

describe('what is new', () => {
  it('marks what was recorded after the person last looked', async () => {
    const client = new FakeClient({
      Condition: {
        resources: record('Condition', 5).map((item, index) => ({...item, recorded: index * 100})),
      },
    });
    const {reader, clock} = openReader(client, {since: 300});

    await clock.pass(100);

    expect([...(reader.state.newReferences ?? [])]).to.deep.equal(['Condition/Condition-4']);
  });

  it('marks nothing on a first visit', async () => {
    const client = new FakeClient({
      Condition: {resources: record('Condition', 5).map((item) => ({...item, recorded: 100}))},
    });
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    expect(reader.state.newReferences).to.equal(undefined);
  });

  it('marks nothing when the server touched most of the record', async () => {
    const client = new FakeClient({
      Condition: {resources: record('Condition', 5).map((item) => ({...item, recorded: 500}))},
    });
    const {reader, clock} = openReader(client, {since: 300});

    await clock.pass(100);

    expect(reader.state.newReferences).to.equal(undefined);
    expect(reader.state.newUnknown).to.equal('moved');
  });
});

describe('closing a reader', () => {
  it('ends every request and never calls back', async () => {
    let answer = (): void => {};
    const client = new FakeClient({
      Condition: {resources: record('Condition', 5)},
      Observation: {
        resources: record('Observation', 5),
        delay: () => new Promise<void>((resolve) => (answer = resolve)),
      },
    });
    const {source, reader, clock, states, told} = openReader(client);
    await clock.pass(10);
    const before = states.length;

    source.close();
    answer();
    await clock.pass(5000);

    expect(states).to.have.length(before);
    expect(told).to.deep.equal([]);
    expect(client.aborted).to.equal(1);
    expect(reader.state.rows).to.have.length(0);
    expect(clock.waiting).to.equal(0);
  });

  it('lets those go on who wait for more', async () => {
    const client = new FakeClient({
      Observation: {resources: record('Observation', 5), delay: () => new Promise<void>(() => {})},
    });
    const {reader, clock} = openReader(client);
    const more = reader.more();

    reader.close();

    await clock.pass(0);
    await more;
    expect(reader.state.reading).to.equal(false);
  });

  it('tells changes at most once for each frame', async () => {
    const client = new FakeClient({Observation: {resources: record('Observation', 400)}});
    const {reader, clock} = openReader(client, {pageSize: 400});
    const times: number[] = [];
    reader.subscribe(() => times.push(clock.now));

    await clock.pass(200);

    // The first rows, and reaching what was waited for, are told at once; everything else waits for its frame.
    expect(reader.state.rows).to.have.length(400);
    expect(times.length).to.be.at.most(Math.ceil((times.at(-1) ?? 0) / 16) + 2);
  });
});

/** A record of random shape, served in a random manner. */
function randomScripts(random: Random): Record<string, TypeScript> {
  const scripts: Record<string, TypeScript> = {};
  for (const type of typesOf(undefined)) {
    const resources = Array.from({length: random.between(0, 90)}, (_, index) => {
      const back = random.between(0, 2000);
      const text = day(back);
      const date = random.chance(0.05)
        ? undefined
        : random.pick([text, text, text, text, text, text.slice(0, 7), text.slice(0, 4)]);
      return {
        resource: fakeResource(type, `${type}-${String(index)}`, date),
        from: parseFhirDate(date)?.from ?? -Infinity,
      };
    });
    const manner = random.pick([
      'sorted',
      'sorted',
      'sorted',
      'shuffled',
      'ascending',
      'silent',
    ] as const);
    if (manner !== 'shuffled') resources.sort((a, b) => b.from - a.from);
    if (manner === 'ascending') resources.reverse();
    scripts[type] = {
      resources: resources.map(({resource}) => resource),
      ...(random.chance(0.5) && {pageSize: random.between(1, 40)}),
      ...(manner === 'silent' && {kept: null}),
    };
  }
  return scripts;
}

describe('any record, served in any manner', () => {
  for (let seed = 1; seed <= 25; seed++) {
    it(`is shown whole, in its order, with no row moved (${String(seed)})`, async () => {
      const random = createRandom(seed);
      const scripts = randomScripts(random);
      const pending: (() => void)[] = [];
      const failed = new Set<string>();
      for (const [type, script] of Object.entries(scripts)) {
        script.delay = () =>
          random.chance(0.6) ? new Promise<void>((resolve) => pending.push(resolve)) : undefined;
        script.fails = (page) => {
          if (failed.has(type) || !random.chance(0.03)) return undefined;
          failed.add(type);
          return page % 2 === 0 ? 'server' : 'timeout';
        };
      }
      const client = new FakeClient(scripts);
      const {reader, clock, states} = openReader(client, {pageSize: random.between(1, 40)});

      for (let turn = 0; turn < 4000; turn++) {
        const at = random.between(0, pending.length - 1);
        pending.splice(Math.max(at, 0), 1)[0]?.();
        await clock.pass(random.pick([0, 5, 20, 20, 20, 600]));
        if (reader.state.reading) continue;
        if (reader.state.coverage.some(({state}) => state === 'failed')) void reader.retry();
        else if (reader.state.complete) break;
        else
          void random.pick([
            () => reader.more(),
            () => reader.until(2020),
            () => reader.readAll(),
          ])();
      }

      const all = Object.entries(scripts).flatMap(([type, {resources = []}]) =>
        resources.map(({id}) => `${type as TimelineType}/${id ?? ''}`),
      );
      const {rows, undated, complete} = reader.state;
      expect(complete).to.equal(true);
      expect([...rows, ...undated].map(({reference}) => reference).sort()).to.deep.equal(
        all.sort(),
      );
      expect([...rows].sort(compareEntries)).to.deep.equal(rows);
      expect(movedRows(states)).to.deep.equal([]);
      reader.close();
    }).timeout(30_000);
  }
});

describe('coverage', () => {
  it('names every kind, in its order', () => {
    const {reader} = openReader(new FakeClient());

    expect(reader.state.coverage.map(({kind}) => kind)).to.deep.equal([...recordKinds]);
    reader.close();
  });

  it('says how far back a kind has been read', async () => {
    const client = new FakeClient({Observation: {resources: record('Observation', 200)}});
    const {reader, clock} = openReader(client);

    await clock.pass(100);

    const read = client.asked.filter(({type}) => type === 'Observation').length * 20;
    const {back} = coverage(reader.state, 'measurements');
    // A server may sort a day by its end: only what is after the last day read is surely all there.
    expect(back).to.equal(parseFhirDate(day(read - 1))?.to);
  });
});

describe('a record that takes long to decode', () => {
  it('is told again before more than 8 ms of it are decoded, and whole in the end', async () => {
    const clock = new VirtualClock();
    let worked = 0;
    let most = 0;
    const source = createRecordSource({
      clients: [
        new FakeClient({Observation: {resources: record('Observation', 200), pageSize: 50}}),
      ],
      now: () => worked,
      schedule: clock,
      decode: (resource, context) => {
        worked++;
        return fakeDecode(resource, context);
      },
    });
    const reader = source.timeline({pageSize: 200});
    let before = 0;
    reader.subscribe(() => {
      most = Math.max(most, worked - before);
      before = worked;
    });

    await clock.pass(1000);

    expect(reader.state.rows).to.have.length(200);
    // What was begun before the 8 ms were over is finished: a slice of 4 ms.
    expect(most).to.be.at.most(12);
    reader.close();
  });

  it('is not taken for a silent place meanwhile', async () => {
    const clock = new VirtualClock();
    let worked = 0;
    const source = createRecordSource({
      clients: [
        new FakeClient({
          Observation: {resources: record('Observation', 300)},
          Procedure: {resources: record('Procedure', 300)},
        }),
      ],
      now: () => worked,
      schedule: clock,
      decode: (resource, context) => {
        worked += 8;
        return fakeDecode(resource, context);
      },
    });
    // A machine so slow that a frame takes half a second to draw.
    const after = clock.after.bind(clock);
    clock.after = (milliseconds, callback) =>
      after(milliseconds === 16 ? 500 : milliseconds, callback);
    const reader = source.timeline({pageSize: 50});
    const states: KindCoverage['state'][] = [];
    reader.subscribe(() => states.push(coverage(reader.state, 'procedures').state));

    await clock.pass(100_000);

    expect(reader.state.rows.length).to.be.at.least(50);
    expect(states).to.not.include('waiting');
    expect(reader.state.late.size).to.equal(0);
    reader.close();
  });

  it('goes on waiting for nobody once it is closed', async () => {
    const clock = new VirtualClock();
    let worked = 0;
    const source = createRecordSource({
      clients: [new FakeClient({Observation: {resources: record('Observation', 200)}})],
      now: () => worked,
      schedule: clock,
      decode: (resource, context) => {
        worked += 20;
        return fakeDecode(resource, context);
      },
    });
    const reader = source.timeline({pageSize: 200});
    await clock.pass(1);
    const before = worked;

    source.close();
    await clock.pass(100);

    expect(before).to.be.within(1, 199 * 20);
    expect(worked).to.equal(before);
    expect(reader.state.rows).to.have.length(0);
    expect(clock.waiting).to.equal(0);
  });
});
