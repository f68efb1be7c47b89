import {expect} from '@open-wc/testing';
import {part} from '../../../src/components/record-timeline/later-parts.js';
import {fewEntries, manyEntries} from '../../fixtures/entries.js';
import {button, drawn, focusOf, maybeButton, rowsOf, show, wordsOf} from './timeline-page.js';

const {load} = part;
const contact = 'Call your GP surgery or hospital team.';

describe('a timeline of which a part cannot be fetched', () => {
  beforeEach(() => {
    part.load = () => Promise.reject(new Error('offline'));
  });

  afterEach(() => {
    part.load = load;
  });

  it('says so above its rows, with whom to call', async () => {
    const {timeline} = await show({entries: fewEntries});
    expect(wordsOf(timeline)).to.contain(
      `There is a problem with this page It may not show all of your health record.${contact}`,
    );
    expect(rowsOf(timeline).length).to.be.greaterThan(0);
    await expect(timeline).to.be.accessible();
  });

  it('shows nothing of a record that was stopped, and says that there is a problem', async () => {
    const {timeline} = await show({entries: fewEntries, state: {stopped: 'wrongPerson'}});
    expect(rowsOf(timeline)).to.deep.equal([]);
    expect(wordsOf(timeline)).to.contain('There is a problem with this page');
  });

  it('does not show an empty list, which must not look like an empty record', async () => {
    const {timeline} = await show({entries: []});
    expect(wordsOf(timeline)).to.contain('There is a problem with this page');
    expect(wordsOf(timeline)).not.to.contain('All entries');
  });

  it('does not show a list unfiltered that should be filtered', async () => {
    const {timeline} = await show({entries: fewEntries}, {filter: {search: 'kidney'}});
    expect(rowsOf(timeline)).to.deep.equal([]);
    expect(wordsOf(timeline)).to.contain(contact);
  });

  for (const covered of [{cover: 'all'}, {cover: 'labels'}, {coverNew: true}] as const) {
    it(`shows nothing of a record that may have to be covered: ${JSON.stringify(covered)}`, async () => {
      const {timeline} = await show({entries: fewEntries}, covered);
      expect(rowsOf(timeline)).to.deep.equal([]);
      expect(wordsOf(timeline)).to.contain(contact).and.not.to.contain('HbA1c');
    });
  }

  it('still shows older entries', async () => {
    const {timeline} = await show({entries: manyEntries});
    const before = rowsOf(timeline).length;
    button(timeline, 'Show older entries').click();
    await drawn(timeline);
    expect(rowsOf(timeline).length).to.be.greaterThan(before);
  });

  it('leads to what is wrong when something else is chosen', async () => {
    const {timeline} = await show({entries: fewEntries});
    button(timeline, 'Search and filter').click();
    await drawn(timeline);
    expect(focusOf(timeline)).to.equal('There is a problem with this page');
  });

  it('is whole when trying again helps', async () => {
    const {timeline} = await show({entries: fewEntries});
    part.load = load;
    button(timeline, 'Try again').click();
    await drawn(timeline);
    expect(wordsOf(timeline)).not.to.contain('There is a problem');
    expect(maybeButton(timeline, 'Try again')).to.equal(null);
  });
});
