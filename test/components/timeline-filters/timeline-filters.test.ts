import {expect, fixture, html} from '@open-wc/testing';
import {getByShadowLabelText, getByShadowRole, queryByShadowRole} from 'shadow-dom-testing-library';
import '../../../src/components/timeline-filters/timeline-filters.define.js';
import type {PhrTimelineFilters} from '../../../src/components/timeline-filters/timeline-filters.js';
import type {TimelineFilter} from '../../../src/model/filter.js';

const open = (filter: TimelineFilter = {}, more: Partial<PhrTimelineFilters> = {}) =>
  fixture<PhrTimelineFilters>(
    html`<phr-timeline-filters
      .filter=${filter}
      .places=${['Nidd Valley Surgery', 'Northmoor Hospitals']}
      .today=${'2026-11-21'}
      .newCount=${more.newCount}
      .newSince=${more.newSince}
      .ownerName=${more.ownerName}
    ></phr-timeline-filters>`,
  );

/** What the form hands over when 'Show entries' is pressed; undefined when it hands over nothing. */
async function show(element: PhrTimelineFilters): Promise<TimelineFilter | undefined> {
  let chosen: TimelineFilter | undefined;
  element.addEventListener('phr-filters-apply', (event) => (chosen = event.detail), {once: true});
  getByShadowRole(element, 'button', {name: 'Show entries'}).click();
  await element.updateComplete;
  return chosen;
}

const type = (element: PhrTimelineFilters, group: string, label: string, value: string) => {
  const dates = getByShadowRole(element, 'group', {name: group});
  (getByShadowLabelText(dates, label) as HTMLInputElement).value = value;
};

describe('Search and filter', () => {
  it('has no axe violations, with every part open', async () => {
    const element = await open(
      {from: '2015-01-01', kinds: ['results']},
      {newCount: 3, newSince: '2 November 2026'},
    );
    await expect(element).to.be.accessible();
  });

  it('keeps places apart whose names are alike, or in other letters', async () => {
    const element = await open();
    element.places = ['Ward 7 (A)', 'Ward 7: A', 'ہسپتال', 'کلینک'];
    await element.updateComplete;

    getByShadowLabelText(element, 'Ward 7: A').click();
    getByShadowLabelText(element, 'کلینک').click();

    expect(await show(element)).to.deep.equal({places: ['Ward 7: A', 'کلینک']});
  });

  it('asks for nothing when nothing is chosen', async () => {
    expect(await show(await open())).to.deep.equal({});
  });

  it('hands over words, kinds, places and dates', async () => {
    const element = await open();
    (getByShadowLabelText(element, 'Search your record') as HTMLInputElement).value = ' kidney ';
    getByShadowRole(element, 'checkbox', {name: 'Test results'}).click();
    getByShadowRole(element, 'checkbox', {name: 'Northmoor Hospitals'}).click();
    getByShadowRole(element, 'radio', {name: 'Choose dates'}).click();
    await element.updateComplete;
    type(element, 'From', 'Year', '2015');
    expect(await show(element)).to.deep.equal({
      search: 'kidney',
      kinds: ['results'],
      places: ['Northmoor Hospitals'],
      from: '2015',
    });
  });

  it('means the last 12 months up to today', async () => {
    const element = await open();
    getByShadowRole(element, 'radio', {name: 'Last 12 months'}).click();
    expect(await show(element)).to.deep.equal({from: '2025-11-21'});
  });

  it('opens with the filter in use', async () => {
    const element = await open({
      search: 'flu',
      kinds: ['vaccinations'],
      from: '2025-11-21',
      now: true,
    });
    expect(await show(element)).to.deep.equal({
      search: 'flu',
      kinds: ['vaccinations'],
      from: '2025-11-21',
      now: true,
    });
  });

  it('says how to mend a date that is not real, and moves to the message', async () => {
    const element = await open({from: '2015'});
    type(element, 'From', 'Month', '13');
    expect(await show(element)).to.equal(undefined);
    const alert = getByShadowRole(element, 'alert');
    expect(alert.textContent).to.contain('From date must be a real date, like 27 3 2021');
    expect(element.shadowRoot?.activeElement).to.equal(alert);
    await expect(element).to.be.accessible();
  });

  it('keeps what was typed when a date must be mended', async () => {
    const element = await open({from: '2015'});
    type(element, 'To', 'Year', '1999');
    await show(element);
    const to = getByShadowRole(element, 'group', {name: 'To'});
    expect((getByShadowLabelText(to, 'Year') as HTMLInputElement).value).to.equal('1999');
    expect(getByShadowRole(element, 'alert').textContent).to.contain(
      'To date must be the same as or after',
    );
  });

  it('offers nothing about new entries when it cannot be told what is new', async () => {
    const element = await open();
    expect(queryByShadowRole(element, 'checkbox', {name: /new/})).to.equal(null);
  });

  it('names whose record is searched, for a proxy', async () => {
    const element = await open({}, {ownerName: 'Mila Littondale'});
    expect(getByShadowLabelText(element, 'Search Mila Littondale’s record')).to.exist;
  });

  it('clears everything at once', async () => {
    const element = await open({search: 'flu', from: '2015'});
    let chosen: TimelineFilter | undefined;
    element.addEventListener('phr-filters-apply', (event) => (chosen = event.detail));
    getByShadowRole(element, 'button', {name: 'Clear all filters'}).click();
    expect(chosen).to.deep.equal({});
  });
});
