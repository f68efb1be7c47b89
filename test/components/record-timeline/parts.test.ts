import {expect} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {Announcer} from '../../../src/components/record-timeline/announcer.js';
import {civilDay} from '../../../src/components/record-timeline/entry-row.js';
import {ListWindow} from '../../../src/components/record-timeline/list-window.js';
import {marked} from '../../../src/components/record-timeline/marked.js';
import {yearSpans} from '../../../src/components/record-timeline/years.js';
import {parseFhirDate} from '../../../src/model/fhir-date.js';
import {lastLooked, remember} from '../../../src/platform/last-looked.js';
import {makeEntry} from '../../fixtures/entries.js';
import {FakeReader, readAt} from '../../support/fake-source.js';

const rows = Array.from({length: 50}, (_, at) =>
  makeEntry({title: `Row ${at}`, date: `2026-01-01`}),
);

describe('the rows on the page', () => {
  it('are one page at first', () => {
    expect(new ListWindow(10).view(rows, false).rows.length).to.equal(10);
  });

  it('are one more page each time older ones are asked for', () => {
    const window = new ListWindow(10);
    window.view(rows, false);
    window.extend();
    expect(window.view(rows, false).rows.length).to.equal(20);
  });

  it('lose none to a row that comes late among them', () => {
    const window = new ListWindow(10);
    const before = window.view(rows, false).rows;
    const after = window.view([...rows.slice(0, 3), makeEntry(), ...rows.slice(3)], false).rows;
    expect(before.every((row) => after.includes(row))).to.equal(true);
  });

  it('start where they are told to', () => {
    const window = new ListWindow(10);
    window.startAt(rows[20]);
    const view = window.view(rows, false);
    expect([view.rows[0], view.hasNewer, view.hasOlder]).to.deep.equal([rows[20], true, true]);
  });

  it('know what they came to the page with', () => {
    const window = new ListWindow(10);
    window.view(rows, false);
    window.extend();
    window.view(rows, false);
    const [a, b, c] = [rows[0], rows[9], rows[10]].map((row) => row && window.loadedWith(row));
    expect([a === b, a === c]).to.deep.equal([true, false]);
  });
});

describe('words that were searched for', () => {
  const pieces = (text: string, ...search: string[]) => {
    const found = marked(text, search);
    return typeof found === 'string' ? found : found.length;
  };

  it('are marked wherever they stand, whatever their case', () => {
    expect(pieces('Kidney function, kidney', 'kidney')).to.equal(3);
  });

  it('leave a text alone in which they do not stand', () => {
    expect(pieces('Flu vaccination', 'kidney')).to.equal('Flu vaccination');
  });

  it('are taken as they were typed, not as a pattern', () => {
    expect(pieces('Blood test', '.*')).to.equal('Blood test');
  });

  it('leave a text whole whose lower case is longer than it', () => {
    expect(pieces('İstanbul clinic', 'clinic')).to.equal('İstanbul clinic');
  });
});

describe('years to jump to', () => {
  const spansOf = (dates: readonly string[], page: number | undefined, born?: number) => {
    const entries = dates.map((date) => makeEntry({date}));
    const {state} = new FakeReader({entries, ...(page !== undefined && {page})}, {pageSize: 9});
    return yearSpans(state, readAt, born);
  };

  it('are single for seven years, then decades, back to the birth of the person', () => {
    const spans = spansOf(['2026-01-01', '2025-01-01'], 1, 1987).map(
      ({from, to}) => `${from}-${to}`,
    );
    expect(spans).to.deep.equal([
      '2026-2026',
      '2025-2025',
      '2024-2024',
      '2023-2023',
      '2022-2022',
      '2021-2021',
      '2020-2020',
      '2010-2019',
      '2000-2009',
      '1990-1999',
      '1987-1989',
    ]);
  });

  it('are those of the entries, whatever lies between them', () => {
    const dates = [
      ...Array.from({length: 40}, (_, at) => `2026-05-${String((at % 28) + 1).padStart(2, '0')}`),
      '2026-01-01T00:00:00Z',
      '2026',
      '2025-12-31T23:59:59Z',
      '2023-06',
      '2023',
      '2021-07-01',
    ];
    const held = spansOf(dates, undefined)
      .filter(({mayHaveEntries}) => mayHaveEntries)
      .map(({from}) => from);
    expect(held).to.deep.equal([2026, 2025, 2023, 2021]);
  });

  it('end with the oldest entry once everything was read', () => {
    expect(spansOf(['2026-01-01', '2024-01-01'], undefined, 1955).at(-1)?.from).to.equal(2024);
  });

  it('hold nothing only where that year was read', () => {
    const spans = spansOf(['2026-01-01', '2023-01-01', '2021-01-01'], 2, 1990);
    const may = new Map(spans.map(({to, mayHaveEntries}) => [to, mayHaveEntries]));
    expect([2026, 2025, 2023, 2021, 2020].map((year) => may.get(year))).to.deep.equal([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('the day of a date', () => {
  for (const [date, day] of [
    ['1998', '1998'],
    ['2019-03', '2019-03'],
    ['2019-03-07', '2019-03-07'],
    ['2019-07-07T23:30:00Z', '2019-07-08'],
  ] as const) {
    it(`is no more exact than ${date}, and is the day in the United Kingdom`, () => {
      const parsed = parseFhirDate(date);
      expect(parsed && civilDay(parsed)).to.equal(day);
    });
  }
});

describe('announcements', () => {
  const host: ReactiveControllerHost = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  const real = globalThis.setTimeout;
  let pass: () => void;

  beforeEach(() => {
    pass = () => undefined;
    globalThis.setTimeout = ((run: () => void, pause: number) => {
      expect(pause).to.equal(3000);
      pass = run;
      return 1;
    }) as never;
  });

  afterEach(() => {
    globalThis.setTimeout = real;
  });

  it('come at most every 3 seconds, the latest of those that waited', () => {
    const region = document.createElement('p');
    const announcer = new Announcer(host, () => region);
    announcer.say('One');
    announcer.say('Two');
    announcer.say('Three');
    const first = region.textContent;
    pass();
    expect([first, region.textContent]).to.deep.equal(['One', 'Three']);
  });

  it('are not said twice', () => {
    const region = document.createElement('p');
    const announcer = new Announcer(host, () => region);
    announcer.say('One');
    region.textContent = 'untouched';
    announcer.say('One');
    expect(region.textContent).to.equal('untouched');
  });
});

describe('when a person last looked', () => {
  const look = {viewer: 'self\np', record: 'https://a.example/fhir Patient/1'};
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith('phr-looked-'));

  afterEach(() => {
    for (const key of keys()) localStorage.removeItem(key);
  });

  it('is kept as one number', () => {
    remember(look, 1_700_000_000_000);
    expect([lastLooked(look), localStorage.getItem(keys()[0] ?? '')]).to.deep.equal([
      1_700_000_000_000,
      '1700000000000',
    ]);
  });

  it('is kept apart for every viewer and record', () => {
    remember(look, 1);
    expect([
      lastLooked({...look, viewer: 'proxy\ns'}),
      lastLooked({...look, record: 'other'}),
    ]).to.deep.equal([undefined, undefined]);
  });

  it('does not name the viewer or the record where it is kept', () => {
    remember(look, 1);
    expect(keys().join()).to.match(/^phr-looked-[0-9a-z]+$/);
  });

  it('is not known where what is kept makes no sense', () => {
    remember(look, 1);
    localStorage.setItem(keys()[0] ?? '', 'nonsense');
    expect(lastLooked(look)).to.equal(undefined);
  });
});
