import {expect, waitUntil} from '@open-wc/testing';
import {yearSpans} from '../../../src/components/record-timeline/years.js';
import {fewEntries, makeEntry, makeFinding} from '../../fixtures/entries.js';
import {FakeReader} from '../../support/fake-source.js';
import {button, drawn, headingNamed, maybeButton, rowsOf, show, wordsOf} from './timeline-page.js';

const allergy = makeEntry({
  reference: 'AllergyIntolerance/p',
  kind: 'allergies',
  type: 'AllergyIntolerance',
  sort: 'allergy',
  lead: 'allergy',
  title: 'Penicillin',
  date: '2020-05-01',
  currency: 'current',
});
const medicine = makeEntry({
  reference: 'MedicationRequest/m',
  kind: 'medicines',
  type: 'MedicationRequest',
  sort: 'medicine',
  title: 'Metformin 500mg tablets',
  date: '2026-10-14',
  currency: 'current',
});
const clinicLetter = makeEntry({
  reference: 'DocumentReference/c',
  kind: 'documents',
  type: 'DocumentReference',
  sort: 'letter',
  title: 'Clinic letter',
  date: '2026-09-09',
  place: 'Northmoor Sexual Health Clinic',
  labels: ['R'],
});

describe('a search', () => {
  it('finds what the list itself says of an entry', async () => {
    const {timeline} = await show({entries: [allergy, medicine]}, {filter: {search: 'allergy'}});
    expect(rowsOf(timeline)).to.have.length(1);
    expect(wordsOf(timeline)).to.contain('Penicillin');
  });

  it('shows what was found, also where a report has more results than a row', async () => {
    const names = ['Sodium', 'Potassium', 'Urea', 'Creatinine', 'Calcium'];
    const report = makeEntry({
      reference: 'DiagnosticReport/r',
      kind: 'results',
      type: 'DiagnosticReport',
      sort: 'bloodTest',
      title: 'Blood test',
      date: '2026-10-14',
      points: names.map((name) => ({
        type: 'finding',
        finding: makeFinding(name, 4, 'mmol/L', 'within'),
      })),
    });
    const bloodTest = {...report, searchText: names.join(' ').toLowerCase()};

    const {timeline} = await show({entries: [bloodTest]}, {filter: {search: 'calcium'}});

    const found = timeline.shadowRoot?.querySelector('.findings mark');
    expect(found?.textContent).to.equal('Calcium');
  });

  it('does not say that it goes on when what is left has failed', async () => {
    const {timeline, source} = await show(
      {entries: fewEntries, kinds: {documents: 'failed'}},
      {filter: {search: 'zzz'}},
    );
    source.reader.set({complete: false, reading: false});
    await drawn(timeline);
    expect(wordsOf(timeline)).to.contain(
      'We could only search what we could read. There may be more entries that match.',
    );
    expect(wordsOf(timeline)).to.not.contain('Still reading');
    expect(maybeButton(timeline, /Show older/)).to.equal(null);
  });

  it('by date says that entries with no date are left out', async () => {
    const {timeline} = await show({entries: fewEntries}, {filter: {from: '2026'}});
    expect(wordsOf(timeline)).to.contain('Entries with no date are not in this list.');
  });
});

describe('“Now” with something covered in it', () => {
  it('keeps it apart from what is current', async () => {
    const {timeline} = await show(
      {entries: [allergy, medicine, clinicLetter]},
      {cover: 'labels', filter: {now: true}},
    );
    const current = headingNamed(timeline, 'Current').closest('section');
    expect(current?.textContent).to.not.contain('9 September 2026');
    expect(wordsOf(timeline)).to.contain('Hidden on this screen 9 September 2026');
  });

  it('keeps it in its place when the person asks to see it', async () => {
    const {timeline} = await show(
      {entries: [allergy, medicine, clinicLetter]},
      {cover: 'labels', filter: {now: true}},
    );
    button(timeline, /Show this entry/).click();
    await drawn(timeline);
    expect(wordsOf(timeline)).to.contain('Clinic letter');
    expect(rowsOf(timeline)).to.have.length(3);
  });

  it('is not called complete when a part of a kind cannot be seen here', async () => {
    const {timeline} = await show(
      {
        entries: [medicine],
        state: {
          coverage: (['medicines', 'conditions', 'allergies'] as const).map((kind) => ({
            kind,
            state: 'complete' as const,
            read: 1,
            ...(kind === 'medicines' && {partial: true}),
          })),
        },
      },
      {filter: {now: true}},
    );
    expect(wordsOf(timeline)).to.contain(
      'This list is not complete. It may not have all medicines.',
    );
  });
});

describe('a place that is known only from what is covered', () => {
  it('is named nowhere', async () => {
    const {timeline} = await show(
      {
        entries: [medicine, clinicLetter],
        state: {places: ['Nidd Valley Surgery', 'Northmoor Sexual Health Clinic']},
      },
      {cover: 'labels'},
    );
    button(timeline, 'What is included').click();
    await drawn(timeline);
    expect(wordsOf(timeline)).to.contain('Nidd Valley Surgery');
    expect(timeline.shadowRoot?.innerHTML).to.not.contain('Sexual Health');
  });
});

describe('a result that is new inside an older report', () => {
  it('is covered with its report until asked for', async () => {
    const report = makeEntry({
      reference: 'DiagnosticReport/r',
      kind: 'results',
      type: 'DiagnosticReport',
      sort: 'bloodTest',
      title: 'Kidney function',
      date: '2026-10-01',
      parts: ['Observation/new'],
    });
    const {timeline} = await show(
      {entries: [report], state: {newReferences: new Set(['Observation/new'])}},
      {coverNew: true, since: '2026-11-01T00:00:00Z'},
    );
    expect(wordsOf(timeline)).to.not.contain('Kidney function');
  });
});

describe('a page in Welsh', () => {
  it('is announced in Welsh, also when its words come after the first announcement', async () => {
    const {timeline} = await show({entries: [medicine]});
    const status = timeline.shadowRoot?.querySelector('[role=status]');
    expect(status?.textContent).to.contain('This was read');
    timeline.lang = 'cy';
    await waitUntil(() => status?.textContent?.includes('Darllenwyd hwn'), 'it is in Welsh', {
      timeout: 9000,
    });
    expect(status?.textContent).to.not.contain('This was read');
  });
});

describe('a year that cannot be', () => {
  it('does not fill the list of years', () => {
    const far = makeEntry({date: '9999-12-31'});
    const {state} = new FakeReader({entries: [far, medicine]}, {pageSize: 10});
    const spans = yearSpans(state, Date.UTC(2026, 10, 21), 1955);
    expect(spans.length).to.be.below(20);
    expect(spans[0]).to.deep.equal({from: 9999, to: 9999, mayHaveEntries: true});
  });
});
