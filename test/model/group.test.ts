import {expect} from '@open-wc/testing';
import type {MonthGroup} from '../../src/model/first-groups.js';
import {groupByMonth} from '../../src/model/group.js';
import {compareEntries} from '../../src/model/merge.js';
import type {TimelineEntry} from '../../src/model/timeline.js';
import {fakeEntry} from '../support/fake-decode.js';
import {createRandom} from '../support/random.js';

const row = (reference: string, day: string, visit?: string) =>
  fakeEntry({reference, day, ...(visit && {visit})});
const visit = (reference: string, day: string) =>
  fakeEntry({reference, day, kind: 'visits', type: 'Encounter'});

/** Headings with the references under them; children in brackets. */
function outline(groups: readonly MonthGroup[]): string[] {
  return groups.map(({year, month, entries}) => {
    const rows = entries.map(({entry, children, stay}) => {
      const inside = children.map(({reference}) => reference).join(' ');
      return `${entry.reference}${inside && ` (${inside})`}${stay ? ` [${stay.reference}]` : ''}`;
    });
    return `${String(year)}${month ? `-${String(month)}` : ''}: ${rows.join(', ')}`;
  });
}

function group(...rows: TimelineEntry[]): string[] {
  return outline(groupByMonth(rows.sort(compareEntries)));
}

describe('rows under their months', () => {
  it('stand under the month of their day in the United Kingdom', () => {
    expect(
      group(row('a', '2019-07-01'), row('b', '2019-06-30T23:30:00Z'), row('c', '2019-06-30')),
    ).to.deep.equal(['2019-7: b, a', '2019-6: c']);
  });

  it('of which only the year is known stand after the months of that year', () => {
    expect(
      group(row('year', '2019'), row('jan', '2019-01-02'), row('before', '2018-12-31')),
    ).to.deep.equal(['2019-1: jan', '2019: year', '2018-12: before']);
  });

  it('of which only the month is known stand in that month', () => {
    expect(group(row('month', '2019-03'), row('day', '2019-03-02'))).to.deep.equal([
      '2019-3: day, month',
    ]);
  });

  it('are gathered by the visit they belong to', () => {
    expect(
      group(
        row('blood test', '2019-03-07', 'Encounter/v'),
        row('other', '2019-03-06'),
        visit('Encounter/v', '2019-03-05'),
      ),
    ).to.deep.equal(['2019-3: other, Encounter/v (blood test)']);
  });

  it('of another month than the visit keep their place and name it', () => {
    expect(
      group(row('later', '2019-04-02', 'Encounter/v'), visit('Encounter/v', '2019-03-30')),
    ).to.deep.equal(['2019-4: later [Encounter/v]', '2019-3: Encounter/v']);
  });

  it('keep their place when the visit was not read', () => {
    expect(group(row('a', '2019-04-02', 'Encounter/v'))).to.deep.equal(['2019-4: a']);
  });

  it('are not gathered by a visit of another source', () => {
    const other = fakeEntry({...visit('Encounter/v', '2019-04-01'), source: '1'});

    expect(group(row('a', '2019-04-02', 'Encounter/v'), other)).to.deep.equal([
      '2019-4: a, Encounter/v',
    ]);
  });

  it('shown before their visit came stay where they are', () => {
    const rows = [row('a', '2019-04-02', 'Encounter/v'), visit('Encounter/v', '2019-04-01')];

    const groups = groupByMonth(rows, {loadedWith: ({reference}) => (reference === 'a' ? 1 : 2)});

    expect(outline(groups)).to.deep.equal(['2019-4: a [Encounter/v], Encounter/v']);
  });

  it('that are covered are neither gathered nor gather, nor is their visit told', () => {
    const rows = [
      row('a', '2019-04-03', 'Encounter/v'),
      row('b', '2019-04-02', 'Encounter/v'),
      visit('Encounter/v', '2019-04-01'),
    ];

    const coveredRow = groupByMonth(rows, {covered: ({reference}) => reference === 'a'});
    const coveredVisit = groupByMonth(rows, {covered: ({kind}) => kind === 'visits'});

    expect(outline(coveredRow)).to.deep.equal(['2019-4: a, Encounter/v (b)']);
    expect(outline(coveredVisit)).to.deep.equal(['2019-4: a, b, Encounter/v']);
  });

  it('are each shown once, and in their order, whatever they are', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      const rows = Array.from({length: 80}, (_, index) => {
        const day = `20${String(random.between(18, 20))}-0${String(random.between(1, 9))}-1${String(random.between(0, 9))}`;
        const date = random.pick([day, day, day, day.slice(0, 7), day.slice(0, 4)]);
        return random.chance(0.2)
          ? visit(`Encounter/${String(index)}`, date)
          : row(`Observation/${String(index)}`, date, `Encounter/${String(random.between(0, 79))}`);
      }).sort(compareEntries);

      const groups = groupByMonth(rows);

      const heads = groups.flatMap(({entries}) => entries.map(({entry}) => entry));
      const all = groups.flatMap(({entries}) =>
        entries.flatMap(({entry, children}) => [entry, ...children]),
      );
      expect(new Set(all).size).to.equal(rows.length);
      expect(all).to.have.length(rows.length);
      expect([...heads].sort(compareEntries)).to.deep.equal(heads);
      const headings = groups.map(({year, month}) => `${String(year)} ${String(month)}`);
      expect(new Set(headings).size).to.equal(headings.length);
    }
  });
});
