import {expect} from '@open-wc/testing';
import {isToBeCovered} from '../../../src/components/record-timeline/cover.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import type {TimelineEntry} from '../../../src/model/timeline.js';
import {fewEntries, makeEntry, makeFinding} from '../../fixtures/entries.js';
import {FakeReader} from '../../support/fake-source.js';
import {
  button,
  buttons,
  drawn,
  focusOf,
  maybeButton,
  rowsOf,
  show,
  wordsOf,
} from './timeline-page.js';

const few = {entries: fewEntries};
const markup = (timeline: PhrRecordTimeline) => timeline.shadowRoot?.innerHTML ?? '';

/** Markup without what Lit leaves in it to find its places again. */
const plainMarkup = (timeline: PhrRecordTimeline) =>
  markup(timeline)
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ');

/** Makes the page hidden or visible, as far as its scripts can tell. */
function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Two entries as different as they can be, of one day. */
const different: readonly TimelineEntry[] = [
  makeEntry({
    reference: 'Appointment/clinic',
    kind: 'appointments',
    type: 'Appointment',
    sort: 'appointment',
    lead: 'cancelled',
    title: 'Sexual health clinic',
    date: '2026-09-09T14:30:00Z',
    statuses: ['booked'],
    place: 'Northmoor Hospitals',
    labels: ['V'],
    author: {who: 'patient'},
    visit: 'Encounter/clinic',
  }),
  makeEntry({
    reference: 'Observation/test',
    kind: 'results',
    type: 'Observation',
    sort: 'bloodTest',
    title: 'HIV test',
    date: '2026-09-09',
    labels: ['R'],
    recorded: Date.UTC(2026, 8, 10),
    points: [{type: 'finding', finding: makeFinding(undefined, 5, 'mmol/L', 'high')}],
  }),
];

describe('a covered entry', () => {
  it('says its date and that it is hidden, and nothing else', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    expect(wordsOf(timeline)).to.contain(
      'Hidden on this screen 9 September 2026 Show this entry, 9 September 2026 Ended: Frozen shoulder',
    );
  });

  it('leaves no trace of what it is in the page', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    expect(markup(timeline)).not.to.match(/anxiety|Condition\/private/i);
  });

  it('has a plain heading that opens nothing', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    const heading = [...(timeline.shadowRoot?.querySelectorAll('.title') ?? [])].find((title) =>
      title.textContent.includes('Hidden'),
    );
    expect([
      heading?.querySelector('button'),
      heading?.hasAttribute('aria-expanded'),
    ]).to.deep.equal([null, false]);
  });

  it('looks the same whatever it is', async () => {
    const pages: string[] = [];
    for (const entry of different) {
      const {timeline} = await show({entries: [entry]}, {cover: 'all'});
      pages.push(plainMarkup(timeline));
    }
    expect(pages[0]).to.equal(pages[1]);
  });

  it('looks the same whatever it is inside a visit of which the rest is shown', async () => {
    const visit = makeEntry({
      reference: 'Encounter/clinic',
      kind: 'visits',
      type: 'Encounter',
      sort: 'visit',
      title: 'Clinic',
      date: '2026-09-09',
    });
    const pages: string[] = [];
    for (const entry of different) {
      const {timeline} = await show({entries: [visit, entry]}, {cover: 'labels'});
      pages.push(plainMarkup(timeline).replace(/.*(<section.*<\/section>).*/, '$1'));
    }
    expect(pages[0]?.split('Hidden on this screen')[1]?.slice(0, 200)).to.equal(
      pages[1]?.split('Hidden on this screen')[1]?.slice(0, 200),
    );
  });

  it('does not gather what happened in it when it is a visit', async () => {
    const {timeline} = await show(few, {cover: 'all'});
    expect(wordsOf(timeline)).not.to.contain('from this visit');
  });

  for (const filter of [
    {search: 'nothing has these words'},
    {kinds: ['vaccinations']},
    {places: ['Bridge Street Pharmacy']},
    {from: '2026-11-01'},
    {now: true},
    {onlyNew: true},
  ] as const) {
    it(`keeps its place under a filter that could tell what it is: ${JSON.stringify(filter)}`, async () => {
      const {timeline} = await show(few, {cover: 'labels', filter, since: '2026-11-02T09:00:00Z'});
      expect(wordsOf(timeline)).to.contain('Hidden on this screen 9 September 2026');
    });
  }

  it('shows itself when asked, and takes focus to its name', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    button(timeline, /^Show this entry, 9.September/).click();
    await drawn(timeline);
    expect(focusOf(timeline)).to.equal('Anxiety');
  });

  it('is covered again when the page is hidden', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    button(timeline, /^Show this entry/).click();
    await drawn(timeline);
    setVisibility('hidden');
    setVisibility('visible');
    await drawn(timeline);
    expect(markup(timeline)).not.to.contain('Anxiety');
  });

  it('is covered again when the page is left', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    button(timeline, /^Show this entry/).click();
    await drawn(timeline);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await drawn(timeline);
    expect(markup(timeline)).not.to.contain('Anxiety');
  });

  it('is covered again before the page is printed', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    button(timeline, /^Show this entry/).click();
    await drawn(timeline);
    window.dispatchEvent(new Event('beforeprint'));
    expect(markup(timeline)).not.to.contain('Anxiety');
  });

  it('tells nobody that it was shown, and stores nothing', async () => {
    const {timeline} = await show(few, {cover: 'labels'});
    const fired: string[] = [];
    for (const type of ['phr-record-open', 'phr-filter-change', 'phr-status']) {
      timeline.addEventListener(type, () => fired.push(type));
    }
    const before = [location.href, localStorage.length, sessionStorage.length];
    button(timeline, /^Show this entry/).click();
    await drawn(timeline);
    expect([...fired, location.href, localStorage.length, sessionStorage.length]).to.deep.equal(
      before,
    );
  });

  it('is named by its date alone among what is new', async () => {
    const {timeline} = await show(few, {cover: 'all', since: '2026-11-02T09:00:00Z'});
    button(timeline, 'What is new').click();
    await drawn(timeline);
    const links = [...(timeline.shadowRoot?.querySelectorAll('.new a') ?? [])].map(
      ({textContent}) => textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(links).to.deep.equal([
      'Hidden on this screen, 18 November 2026',
      'Hidden on this screen, 12 November 2026',
      'Hidden on this screen, 5 November 2026',
    ]);
  });

  it('keeps its place to itself in the list of places to filter by', async () => {
    const secret = makeEntry({
      title: 'Therapy',
      place: 'Cedar House',
      date: '2026-09-09',
      labels: ['R'],
    });
    const {timeline} = await show({entries: [...fewEntries, secret]}, {cover: 'labels'});
    button(timeline, /Search and filter/).click();
    await import('../../../src/components/timeline-filters/timeline-filters.define.js');
    await drawn(timeline);
    const panel = timeline.shadowRoot?.querySelector('phr-timeline-filters');
    expect(panel?.places).to.include('Northmoor Hospitals').and.not.include('Cedar House');
  });

  it('is not told by what is said of its kind', async () => {
    const pages: string[] = [];
    for (const entry of different) {
      const {timeline} = await show({entries: [entry]}, {cover: 'all'});
      button(timeline, 'What is included').click();
      await drawn(timeline);
      pages.push(plainMarkup(timeline));
    }
    expect(pages[0]).to.equal(pages[1]);
  });

  it('has nothing that axe finds', async () => {
    const {timeline} = await show(few, {cover: 'all'});
    await expect(timeline).to.be.accessible();
  });

  it('covers everything when the page asks for all', async () => {
    const {timeline} = await show(few, {cover: 'all'});
    expect(buttons(timeline, /^Show this entry/).length).to.equal(rowsOf(timeline).length);
  });

  it('covers nothing when the page asks for none', async () => {
    const {timeline} = await show(few);
    expect(maybeButton(timeline, /^Show this entry/)).to.equal(null);
  });
});

describe('what is covered', () => {
  const off = {cover: 'none', coverNew: false, coverLabels: []} as const;
  const state = (options = {}, query = {}) =>
    new FakeReader({...few, ...options}, {pageSize: 9, ...query}).state;
  const result = makeEntry({kind: 'results', reference: 'Observation/1'});

  it('is what carries a restricted or very restricted label', () => {
    const labels = ['N', 'R', 'V'].map((code) =>
      isToBeCovered(makeEntry({labels: [code]}), {...off, cover: 'labels'}, state()),
    );
    expect(labels).to.deep.equal([false, true, true]);
  });

  it('is what carries a label of the page’s own', () => {
    const entry = makeEntry({labels: ['SEX']});
    expect(isToBeCovered(entry, {...off, cover: 'labels', coverLabels: ['SEX']}, state())).to.equal(
      true,
    );
  });

  it('is a report in which one result carries such a label', () => {
    const part = makeEntry({reference: 'Observation/2', labels: ['R']});
    const report = makeEntry({parts: ['Observation/2']});
    const parts = new Map([['Observation/2', part]]);
    expect(isToBeCovered(report, {...off, cover: 'labels'}, state({state: {parts}}))).to.equal(
      true,
    );
  });

  it('is a new result, and no old one, when new ones are to be covered', () => {
    const known = state({state: {newReferences: new Set(['Observation/1'])}});
    const covered = [result, makeEntry({kind: 'results'})].map((entry) =>
      isToBeCovered(entry, {...off, coverNew: true}, known),
    );
    expect(covered).to.deep.equal([true, false]);
  });

  it('is every result while it is not known which are new', () => {
    expect(isToBeCovered(result, {...off, coverNew: true}, state())).to.equal(true);
  });
});
