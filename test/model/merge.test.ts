import {expect} from '@open-wc/testing';
import {parseFhirDate} from '../../src/model/fhir-date.js';
import {replaceIn} from '../../src/model/merge-later.js';
import {StreamOrder, TimelineMerge, compareEntries, horizonOf} from '../../src/model/merge.js';
import type {TimelineEntry} from '../../src/model/timeline.js';
import {fakeEntry} from '../support/fake-decode.js';
import {createRandom, type Random} from '../support/random.js';

const references = (rows: readonly TimelineEntry[]) => rows.map(({reference}) => reference);

function entry(reference: string, day: string): TimelineEntry {
  return fakeEntry({reference, day});
}

function at(day: string): number {
  return parseFhirDate(day)?.from ?? NaN;
}

/** A random date of random precision. */
function randomDate(random: Random): string {
  const year = String(random.between(2019, 2022));
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  const hour = String(random.between(0, 23)).padStart(2, '0');
  return random.pick(
    [year, `${year}-${month}`, `${year}-${month}-${day}`].concat(
      Array<string>(5).fill(`${year}-${month}-${day}T${hour}:00:00Z`),
    ),
  );
}

describe('the order of the timeline', () => {
  it('puts the newest first', () => {
    const rows = [entry('a', '2019-01-01'), entry('b', '2021-01-01'), entry('c', '2020-01-01')];

    rows.sort(compareEntries);

    expect(references(rows)).to.deep.equal(['b', 'c', 'a']);
  });

  it('puts a year after the exact dates of that year and before the year before', () => {
    const rows = [
      entry('new year', '2019-01-01T00:00:00Z'),
      entry('year', '2019'),
      entry('year before', '2018-12-31'),
      entry('month', '2019-03'),
      entry('day', '2019-03-02'),
    ];

    rows.sort(compareEntries);

    expect(references(rows)).to.deep.equal(['day', 'month', 'new year', 'year', 'year before']);
  });

  it('gives entries of one date one order, whichever came first', () => {
    const rows = [entry('a', '2019'), entry('b', '2019'), entry('c', '2019')];

    const turned = [...rows].reverse().sort(compareEntries);

    expect(references(turned)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('the merge of streams', () => {
  it('shows nothing before every stream has begun to answer', () => {
    const merge = new TimelineMerge();
    merge.add([entry('a', '2024-01-01')]);

    merge.settle(horizonOf([Infinity, at('2023-01-01')]));

    expect(merge.rows).to.have.length(0);
  });

  it('makes final only what is strictly newer than the horizon', () => {
    const merge = new TimelineMerge();
    merge.add([entry('same', '2020-01-01'), entry('newer', '2020-01-02')]);

    merge.settle(at('2020-01-01'));

    expect(references(merge.rows)).to.deep.equal(['newer']);
  });

  it('makes a year final when the horizon passes its start', () => {
    const merge = new TimelineMerge();
    merge.add([entry('year', '2019')]);
    merge.settle(at('2019-02-01'));
    const before = merge.rows.length;

    merge.settle(at('2018-12-31'));

    expect([before, merge.rows.length]).to.deep.equal([0, 1]);
  });

  it('marks what comes after older rows were shown, and moves none of them', () => {
    const merge = new TimelineMerge();
    merge.add([entry('old', '2020-01-01'), entry('new', '2024-01-01')]);
    merge.settle(-Infinity);

    merge.add([entry('late', '2022-01-01'), entry('oldest', '2019-01-01')]);
    merge.settle(-Infinity);

    expect(references(merge.rows)).to.deep.equal(['new', 'late', 'old', 'oldest']);
    expect([...merge.late]).to.deep.equal(['late']);
  });

  it('puts a better reading of a row in its place', () => {
    const merge = new TimelineMerge();
    merge.add([entry('a', '2021'), entry('b', '2020'), entry('c', '2019')]);
    merge.settle(-Infinity);

    replaceIn(merge, {...entry('b', '2020'), title: 'HbA1c'});

    expect(merge.rows.map(({title}) => title)).to.deep.equal([undefined, 'HbA1c', undefined]);
  });

  it('takes back only what is not final', () => {
    const merge = new TimelineMerge();
    const final = entry('a', '2021');
    const waiting = entry('b', '2019');
    merge.add([final, waiting]);
    merge.settle(at('2020-01-01'));

    const taken = [merge.takeBack(final), merge.takeBack(waiting)];
    merge.settle(-Infinity);

    expect(taken).to.deep.equal([false, true]);
    expect(references(merge.rows)).to.deep.equal(['a']);
  });

  for (let seed = 1; seed <= 60; seed++) {
    it(`equals a full sort, moves no row and loses none, in random order ${String(seed)}`, () => {
      const random = createRandom(seed);
      const streams = Array.from({length: random.between(1, 6)}, (_, stream) =>
        Array.from({length: random.between(0, 60)}, (_none, index) =>
          entry(`${String(stream)}-${String(index)}`, randomDate(random)),
        ).sort(compareEntries),
      );
      const orders = streams.map(() => new StreamOrder('effective'));
      const merge = new TimelineMerge();
      const taken = streams.map(() => 0);
      const moved: string[] = [];
      let shown: readonly string[] = [];
      for (;;) {
        const open = streams.flatMap((stream, index) =>
          (taken[index] ?? 0) < stream.length ? [index] : [],
        );
        if (open.length === 0) break;
        const index = random.pick(open);
        const start = taken[index] ?? 0;
        const page = streams[index]?.slice(start, start + random.between(1, 9)) ?? [];
        taken[index] = start + page.length;
        for (const item of page) orders[index]?.next(item.date, item.dateElement);
        merge.add(page);
        merge.settle(
          horizonOf(
            orders.flatMap((order, at) =>
              (taken[at] ?? 0) < (streams[at]?.length ?? 0) ? order.front : [],
            ),
          ),
        );
        const now = references(merge.rows);
        // Final rows stay what they are and where they are: what was shown is how the list still begins.
        if (shown.some((reference, place) => now[place] !== reference)) moved.push(now.join());
        shown = now;
      }

      const sorted = streams.flat().sort(compareEntries);
      expect(references(merge.rows)).to.deep.equal(references(sorted));
      expect(moved).to.deep.equal([]);
      expect(merge.late.size).to.equal(0);
    });
  }
});

describe('the order of one stream', () => {
  const follow = (element: string | undefined, ...days: (string | undefined)[]): StreamOrder => {
    const order = new StreamOrder(element);
    for (const day of days) order.next(parseFhirDate(day), 'effectiveDateTime');
    return order;
  };

  it('is trusted while its dates never rise', () => {
    expect(follow('effective', '2022-01-01', '2021-01-01', '2021-01-01').ordered).to.equal(true);
  });

  it('is not trusted once a date rises', () => {
    const order = follow('effective', '2022-01-01', '2020-01-01', '2021-01-01');

    expect([order.ordered, order.front]).to.deep.equal([false, Infinity]);
  });

  it('is trusted with partial dates sorted by their start', () => {
    const order = follow('effective', '2019-06-01', '2019', '2018-12-31T23:00:00Z');

    expect(order.ordered).to.equal(true);
  });

  it('is trusted with partial dates sorted by their end', () => {
    const order = follow('effective', '2020-01-05', '2019', '2019-06-01');

    expect([order.ordered, order.front]).to.deep.equal([true, parseFhirDate('2019-06-01')?.to]);
  });

  it('does not take a year for its first day while either order is possible', () => {
    // A server that sorts by the end may still bring any day of 2019.
    expect(follow('effective', '2020-01-05', '2019').front).to.equal(at('2020-01-01'));
  });

  it('is not trusted when the date shown is not the date sorted by', () => {
    const order = new StreamOrder('effective');

    order.next(parseFhirDate('2020-01-01'), 'issued');

    expect(order.ordered).to.equal(false);
  });

  it('is not trusted when only the end of a period is known', () => {
    const order = new StreamOrder('effective');

    order.next(parseFhirDate('2020-01-01'), 'effectivePeriod.end');

    expect(order.ordered).to.equal(false);
  });

  it('is not disturbed by an entry without a date', () => {
    expect(follow('effective', '2020-01-05', undefined, '2019-06-01').ordered).to.equal(true);
  });

  it('was never trusted when it was not sorted', () => {
    expect(follow(undefined, '2020-01-05').ordered).to.equal(false);
  });
});
