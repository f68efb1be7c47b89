import {expect} from '@open-wc/testing';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import {fewEntries, makeEntry, manyEntries} from '../../fixtures/entries.js';
import {
  button,
  drawn,
  focusOf,
  headingNamed,
  maybeButton,
  ownSettings,
  rowsOf,
  show,
  wordsOf,
} from './timeline-page.js';

const few = {entries: fewEntries};
const long = {entries: manyEntries, page: 20};
const status = (timeline: PhrRecordTimeline) =>
  timeline.shadowRoot?.querySelector('[role=status]')?.textContent;

/** Waits for what a press started: reading on, drawing, focus. */
async function press(timeline: PhrRecordTimeline, name: RegExp | string) {
  button(timeline, name).click();
  for (let turn = 0; turn < 4; turn++) await drawn(timeline);
}

/** Every element that the Tab key stops at, in order, in words. */
function tabStops(timeline: PhrRecordTimeline): string[] {
  const stops =
    timeline.shadowRoot?.querySelectorAll<HTMLElement>('a[href], button, summary') ?? [];
  return [...stops]
    .filter((element) => element.checkVisibility())
    .map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
}

describe('ways through a long record', () => {
  it('adds a page when older entries are asked for, and moves focus to the first of them', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, /^Show older/);
    expect([rowsOf(timeline).length, focusOf(timeline)]).to.deep.equal([40, 'Weight, reading 450']);
  });

  it('keeps the button for older entries at the end', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, /^Show older/);
    expect(wordsOf(timeline)).to.match(/You have reached 15 August 2023\. Show older entries$/);
  });

  it('says when there is nothing older', async () => {
    const {timeline} = await show({entries: manyEntries.slice(0, 30), page: 20}, {pageSize: 20});
    await press(timeline, /^Show older/);
    expect([
      wordsOf(timeline).includes('This is the oldest entry we could get.'),
      maybeButton(timeline, /^Show older/),
    ]).to.deep.equal([true, null]);
  });

  it('never reads on by itself when the page is scrolled', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    timeline.shadowRoot?.querySelector('.end')?.scrollIntoView();
    document.dispatchEvent(new Event('scroll'));
    await drawn(timeline);
    expect(rowsOf(timeline).length).to.equal(20);
  });

  it('jumps to a year: focus on its newest month, and its entries on the page', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, '2021');
    expect([focusOf(timeline), rowsOf(timeline).length]).to.deep.equal(['December 2021', 12]);
  });

  it('jumps to years before the last seven by decades', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, '2000 to 2009');
    expect(focusOf(timeline)).to.equal('December 2009');
  });

  it('does not grow with the distance of the jump', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, '1990 to 1999');
    expect(rowsOf(timeline).length).to.equal(20);
  });

  it('goes back to the newest after a jump', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    await press(timeline, '2021');
    await press(timeline, 'Show newer entries');
    expect(headingNamed(timeline, 'November 2026')).to.exist;
  });

  it('offers no way to a year that was read and holds nothing', async () => {
    const entries = [makeEntry({date: '2026-03-01'}), makeEntry({date: '2023-03-01'})];
    const {timeline} = await show({entries});
    expect([maybeButton(timeline, '2024'), !!maybeButton(timeline, '2023')]).to.deep.equal([
      null,
      true,
    ]);
  });

  it('shows undated entries a page at a time', async () => {
    const entries = Array.from({length: 12}, (_, at) => makeEntry({title: `Undated ${at}`}));
    const {timeline} = await show({entries}, {pageSize: 5});
    await press(timeline, 'Show more entries with no date');
    expect([rowsOf(timeline).length, focusOf(timeline)]).to.deep.equal([10, 'Undated 5']);
  });

  it('opens an entry by its reference, wherever it is, and moves focus to it', async () => {
    const {timeline} = await show(long, {pageSize: 20});
    const found = await timeline.open('Observation/month-300');
    expect([found, focusOf(timeline)]).to.deep.equal([true, `${manyEntries[300]?.title}`]);
  });

  it('says so when there is no such entry', async () => {
    const {timeline} = await show(few);
    expect(await timeline.open('Observation/nowhere')).to.equal(false);
  });

  it('keeps a covered entry covered when it is opened by its reference', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    await timeline.open('Condition/private');
    expect([wordsOf(timeline).includes('Anxiety'), focusOf(timeline)]).to.deep.equal([
      false,
      'Hidden on this screen',
    ]);
  });
});

describe('the keyboard', () => {
  it('comes to everything in the order of the page', async () => {
    const {timeline} = await show(few, {since: '2026-11-02T09:00:00Z'});
    expect(tabStops(timeline).slice(0, 8)).to.deep.equal([
      'What is new',
      'Search and filter',
      'What is current',
      'What is included',
      'HbA1c and kidney function',
      'Respiratory clinic letter',
      'Flu vaccination',
      'Blood pressure',
    ]);
  });

  it('opens an entry in its place and keeps focus on its name', async () => {
    const {timeline} = await show(few);
    const name = button(timeline, 'Flu vaccination');
    name.focus();
    name.click();
    await drawn(timeline);
    expect([name.getAttribute('aria-expanded'), focusOf(timeline)]).to.deep.equal([
      'true',
      'Flu vaccination',
    ]);
  });

  it('has aria-controls only while the detail is in the page', async () => {
    const {timeline} = await show(few);
    const name = button(timeline, 'Flu vaccination');
    const before = name.getAttribute('aria-controls');
    name.click();
    await drawn(timeline);
    const id = name.getAttribute('aria-controls') ?? '';
    expect([before, !!timeline.shadowRoot?.getElementById(id)]).to.deep.equal([null, true]);
  });

  it('returns to the name when the opened entry is closed from inside', async () => {
    const {timeline} = await show(few);
    await press(timeline, 'Flu vaccination');
    await import('../../../src/components/entry-detail/entry-detail.define.js');
    await drawn(timeline);
    timeline.shadowRoot
      ?.querySelector('phr-entry-detail')
      ?.dispatchEvent(new Event('phr-detail-close'));
    await drawn(timeline);
    expect([
      focusOf(timeline),
      timeline.shadowRoot?.querySelector('phr-entry-detail'),
    ]).to.deep.equal(['Flu vaccination', null]);
  });
});

describe('what the page hears', () => {
  it('is which entry, and never what is in it', async () => {
    const {timeline} = await show(few);
    const heard: unknown[] = [];
    timeline.addEventListener('phr-record-open', (event) =>
      heard.push(event.detail, event.bubbles, event.composed, event.cancelable),
    );
    button(timeline, 'Flu vaccination').click();
    expect(heard).to.deep.equal([{reference: 'Immunization/flu'}, true, false, true]);
  });

  it('goes further only where the page lets it', async () => {
    const {timeline} = await show(few, {shareEvents: true});
    let composed = false;
    timeline.addEventListener('phr-record-open', (event) => (composed = event.composed));
    button(timeline, 'Flu vaccination').click();
    expect(composed).to.equal(true);
  });

  it('can be cancelled, and then nothing opens', async () => {
    const {timeline} = await show(few);
    timeline.addEventListener('phr-record-open', (event) => event.preventDefault());
    const name = button(timeline, 'Flu vaccination');
    name.click();
    await drawn(timeline);
    expect(name.getAttribute('aria-expanded')).to.equal('false');
  });

  it('is the filter when the person changes it', async () => {
    const {timeline} = await show(few);
    let filter: unknown;
    timeline.addEventListener('phr-filter-change', (event) => (filter = event.detail.filter));
    button(timeline, 'What is current').click();
    expect(filter).to.deep.equal({now: true});
  });

  it('is nothing when the page itself sets the filter', async () => {
    const {timeline} = await show(few);
    let heard = 0;
    timeline.addEventListener('phr-filter-change', () => heard++);
    timeline.filter = {search: 'flu'};
    await drawn(timeline);
    expect(heard).to.equal(0);
  });
});

describe('filters', () => {
  it('say how many match, and mark what was searched for', async () => {
    const {timeline} = await show(few, {filter: {search: 'kidney'}});
    expect([
      headingNamed(timeline, '1 entry matches').tagName,
      timeline.shadowRoot?.querySelector('mark')?.textContent,
    ]).to.deep.equal(['H2', 'kidney']);
  });

  it('say “so far” until everything was read', async () => {
    const {timeline, source} = await show(few);
    source.reader.readAll = () => Promise.resolve();
    source.reader.set({complete: false});
    const matches = () => headingNamed(timeline, /match/).textContent.replace(/\s+/g, ' ').trim();

    timeline.filter = {search: 'kidney'};
    await drawn(timeline);
    const before = matches();
    source.reader.set({complete: true});
    await drawn(timeline);

    expect([before, matches()]).to.deep.equal(['1 entry matches so far', '1 entry matches']);
  });

  it('never say that nothing is in the record', async () => {
    const {timeline} = await show(few, {filter: {search: 'elephant'}});
    expect(wordsOf(timeline)).to.contain('No entries match. Searched back to 6 August 2026.');
  });

  it('are taken away one by one, and focus goes to the next', async () => {
    const {timeline} = await show(few, {filter: {search: 'kidney', kinds: ['results']}});
    await press(timeline, 'Remove filter: ‘kidney’');
    expect([timeline.filter, focusOf(timeline)]).to.deep.equal([
      {kinds: ['results']},
      'Remove filter: Test results',
    ]);
  });

  it('are all cleared at once, and focus goes to the heading', async () => {
    const {timeline} = await show(few, {filter: {search: 'kidney'}});
    await press(timeline, 'Clear all filters');
    expect([timeline.filter, focusOf(timeline)]).to.deep.equal([{}, 'All entries']);
  });

  it('stand in a panel that shows the entries when it is sent', async () => {
    const {timeline} = await show(few);
    await press(timeline, /^Search and filter/);
    await import('../../../src/components/timeline-filters/timeline-filters.define.js');
    await drawn(timeline);
    const {FiltersApplyEvent} =
      await import('../../../src/components/timeline-filters/timeline-filters.events.js');
    timeline.shadowRoot
      ?.querySelector('phr-timeline-filters')
      ?.dispatchEvent(new FiltersApplyEvent({search: 'flu'}));
    await drawn(timeline);
    expect([focusOf(timeline), rowsOf(timeline).length]).to.deep.equal(['1 entry matches', 1]);
  });
});

describe('“Now”', () => {
  it('is what is current, and apart from it what is not known to be', async () => {
    const {timeline} = await show(few, {filter: {now: true}});
    const words = wordsOf(timeline);
    const known = words.slice(words.indexOf(' Current '), words.indexOf('We do not know if these'));
    expect([
      ['Metformin', 'Anxiety', 'Allergy: Penicillin', 'Ibuprofen', 'shoulder', 'Measles'].map(
        (name) => known.includes(name),
      ),
      words.slice(words.indexOf('We do not know if these')).includes('Measles in childhood'),
    ]).to.deep.equal([[true, true, true, false, false, false], true]);
  });

  it('says which kind is missing until all of it was read', async () => {
    const {timeline} = await show(
      {...few, kinds: {medicines: 'failed', conditions: 'reading'}},
      {filter: {now: true}},
    );
    expect(wordsOf(timeline)).to.contain(
      'This list is not complete. It may not have all medicines and conditions.',
    );
  });
});

describe('what is new since the person last looked', () => {
  const since = '2026-11-02T09:00:00Z';

  it('stands on top as a count', async () => {
    const {timeline} = await show(few, {since});
    expect(wordsOf(timeline)).to.contain(
      '3 new since you last looked You last looked on 2 November 2026. What is new All entries',
    );
  });

  it('can be opened, as links into the list', async () => {
    const {timeline} = await show(few, {since});
    await press(timeline, 'What is new');
    expect(wordsOf(timeline)).to.contain(
      'What is new HbA1c and kidney function Respiratory clinic letter Flu vaccination Show only new entries',
    );
  });

  it('is gone to by a link that moves focus', async () => {
    const {timeline} = await show(few, {since});
    await press(timeline, 'What is new');
    const links = timeline.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.new a') ?? [];
    links[1]?.click();
    await drawn(timeline);
    expect([focusOf(timeline), location.hash]).to.deep.equal(['Respiratory clinic letter', '']);
  });

  it('says “so far” while not everything was read', async () => {
    const {timeline} = await show({...few, state: {complete: false}}, {since});
    expect(headingNamed(timeline, '3 new so far since you last looked')).to.exist;
  });

  it('is not said on a first visit', async () => {
    const {timeline} = await show(few);
    expect(wordsOf(timeline)).not.to.match(/\bnew\b/i);
  });

  it('says that it cannot be told when most of the record is new', async () => {
    const record = {...few, state: {newReferences: undefined as never}};
    const {timeline} = await show(record, {since});
    expect(wordsOf(timeline))
      .to.contain('We cannot tell which entries are new')
      .and.not.match(/\d+ new/);
  });

  it('is shown alone when asked for', async () => {
    const {timeline} = await show(few, {since});
    await press(timeline, 'What is new');
    await press(timeline, 'Show only new entries');
    expect(rowsOf(timeline).length).to.equal(3);
    await press(timeline, 'Show all entries');
    expect(rowsOf(timeline).length).to.be.above(3);
  });

  it('is said to be nothing only where all was asked for', async () => {
    const none = {...few, state: {newReferences: new Set<string>()}};
    const {timeline} = await show(none, {since});
    expect(headingNamed(timeline, 'Nothing new since you last looked')).to.exist;
    expect(timeline.shadowRoot?.querySelector('.new button')).to.equal(null);
  });

  for (const [what, state] of [
    ['while not everything was read', {complete: false}],
    [
      'when a kind of record could not be read',
      {coverage: [{kind: 'results', state: 'failed', read: 9}]},
    ],
  ] as const) {
    it(`is not said to be nothing ${what}`, async () => {
      const none = {...few, state: {newReferences: new Set<string>(), ...state}};
      const {timeline} = await show(none, {since});
      expect(headingNamed(timeline, 'Nothing new found so far since you last looked')).to.exist;
    });
  }

  it('keeps its count out of the page’s title', async () => {
    await show(few, {since});
    expect(document.title).not.to.match(/\bnew\b|\b3\b/);
  });

  describe('where the page lets the device remember', () => {
    const remember = {...ownSettings, remember: true};
    const remembered = () =>
      Object.keys(localStorage).filter((key) => key.startsWith('phr-looked-'));

    beforeEach(() => {
      for (const key of remembered()) localStorage.removeItem(key);
    });

    it('remembers one moment and nothing else', async () => {
      const {timeline} = await show(
        {...few, key: 'https://a.example/fhir 1'},
        {settings: remember},
      );
      timeline.remove();
      expect(remembered().map((key) => localStorage.getItem(key))).to.deep.equal([
        String(Date.UTC(2026, 10, 21, 9, 12)),
      ]);
    });

    it('remembers nothing where the page does not let it', async () => {
      const {timeline} = await show({...few, key: 'record'});
      timeline.remove();
      expect(remembered()).to.deep.equal([]);
    });

    it('keeps a proxy’s look apart from the person’s own', async () => {
      const key = 'record';
      const proxy = {...remember, viewer: {as: 'proxy' as const, id: 's'}};
      const first = await show({...few, key}, {settings: proxy});
      first.timeline.remove();
      const {source} = await show({...few, key}, {settings: remember});
      expect(source.reader.query.since).to.equal(undefined);
    });

    it('knows at the next visit when the last one was', async () => {
      const first = await show({...few, key: 'record'}, {settings: remember});
      first.timeline.remove();
      const {source} = await show({...few, key: 'record'}, {settings: remember});
      expect(source.reader.query.since).to.equal(Date.UTC(2026, 10, 21, 9, 12));
    });

    it('keeps the older moment when a kind could not be read, so that nothing new is missed', async () => {
      const record = {...few, key: 'record', kinds: {medicines: 'failed'}} as const;
      const {timeline} = await show(record, {settings: remember});
      timeline.remove();
      expect(remembered()).to.deep.equal([]);
    });
  });
});

describe('announcements', () => {
  it('are made when the list is there', async () => {
    const {timeline} = await show(few);
    expect(status(timeline)).to.contain('This was read from 3 places');
  });

  it('say how far back the list goes after older entries were shown', async () => {
    const real = globalThis.setTimeout;
    const waiting: (() => void)[] = [];
    globalThis.setTimeout = ((run: () => void, pause?: number) =>
      pause === 3000 ? waiting.push(run) : real(run, pause)) as never;
    try {
      const {timeline} = await show(long, {pageSize: 20});
      await press(timeline, /^Show older/);
      waiting.at(-1)?.();
      expect(status(timeline)?.replace('\u00a0', ' ')).to.equal(
        'Showing entries back to 15 August 2023',
      );
    } finally {
      globalThis.setTimeout = real;
    }
  });
});
