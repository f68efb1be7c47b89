import {expect} from '@open-wc/testing';
import {part} from '../../../src/components/record-timeline/later-parts.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import {fewEntries, makeEntry, manyEntries} from '../../fixtures/entries.js';
import type {FakeOptions} from '../../support/fake-source.js';
import {button, buttons, drawn, rowsOf, show, wordsOf} from './timeline-page.js';

const {load} = part;

/** A timeline whose later part is on its way, and what lets it come. */
async function showBefore(record: FakeOptions, properties: Partial<PhrRecordTimeline> = {}) {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  part.load = () => arrived.then(load);
  const {timeline, source} = await show(record, properties);
  const rest = async () => {
    arrive();
    await drawn(timeline);
  };
  return {timeline, source, rest};
}

describe('a timeline before the part beside its first rows has come', () => {
  afterEach(() => {
    part.load = load;
  });

  it('shows what its entries are, how they stand and when, and gathers visits', async () => {
    const {timeline} = await showBefore({entries: fewEntries});

    const words = wordsOf(timeline);
    expect(words).to.contain('Potassium 2 October 2026 Blood test Corrected');
    expect(words).to.contain('Stopped: Ibuprofen 400mg tablets 21 September 2026 Medicine');
    expect(words).to.contain('Diabetes clinic 14 October 2026 Visit 2 entries from this visit');
    expect(words).to.contain('It may not be your whole health record.');
    await expect(timeline).to.be.accessible();
  });

  it('says nothing of what is under a name, not even that there is nothing', async () => {
    const {timeline} = await showBefore({entries: fewEntries});

    expect(wordsOf(timeline)).not.to.match(/mmol|Source not recorded|No entries|oldest/);
  });

  it('keeps its rows, their elements and their order when it comes', async () => {
    const {timeline, rest} = await showBefore({entries: manyEntries});
    const before = rowsOf(timeline);

    await rest();

    expect(rowsOf(timeline)).to.deep.equal(before);
    expect(before.length).to.equal(30);
  });

  it('loses no row to one that comes late, before and after it comes', async () => {
    const {timeline, source, rest} = await showBefore({entries: manyEntries});
    const before = rowsOf(timeline);
    const reader = source.readers[0];
    const rows = reader?.state.rows ?? [];
    const late = {...makeEntry({title: 'Late'}), date: rows[3]?.date};
    reader?.set({rows: [...rows.slice(0, 3), late, ...rows.slice(3)]});
    await timeline.updateComplete;
    const between = rowsOf(timeline);

    await rest();

    expect(before.every((row) => between.includes(row))).to.equal(true);
    expect(rowsOf(timeline)).to.deep.equal(between);
    expect(between.length).to.equal(31);
  });

  for (const covered of [{cover: 'all'}, {cover: 'labels'}, {coverNew: true}] as const) {
    it(`shows no entry that may have to be covered: ${JSON.stringify(covered)}`, async () => {
      const {timeline, rest} = await showBefore({entries: fewEntries}, covered);
      expect(wordsOf(timeline)).to.contain('Loading your health record');
      expect(rowsOf(timeline)).to.deep.equal([]);

      await rest();

      expect(rowsOf(timeline).length).to.be.greaterThan(0);
      expect(buttons(timeline, /^Show this entry/).length).to.be.greaterThan(0);
    });
  }

  it('does not call a list of one kind all entries', async () => {
    const {timeline, rest} = await showBefore({entries: fewEntries}, {kinds: ['medicines']});
    expect(wordsOf(timeline)).not.to.contain('All entries');

    await rest();

    expect(wordsOf(timeline)).to.contain('Medicines');
  });

  it('warns at once when not everything could be read', async () => {
    const {timeline} = await showBefore({entries: fewEntries, kinds: {allergies: 'failed'}});

    expect(wordsOf(timeline)).to.contain('It may not show all of your health record.');
  });

  it('does what was pressed once it is here', async () => {
    const {timeline, rest} = await showBefore({entries: fewEntries});
    button(timeline, 'What is included').click();

    await rest();

    expect(wordsOf(timeline)).to.contain('What we asked for');
  });
});
