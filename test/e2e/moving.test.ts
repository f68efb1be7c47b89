/** Ways through a long record, by the words on the screen: older, a year, filters, search. Focus goes where the person arrives. In every engine. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage, listHeading} from '../support/demo-page.js';

describe('moving through a long record', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** Names of the entries under months, in their order; those without a date stand apart, at the end. */
  const entryNames = () =>
    page.browser.evaluate(() => {
      const list = document.querySelector('phr-record-timeline')?.shadowRoot;
      return [...(list?.querySelectorAll('[part=entry]') ?? [])]
        .filter((row) => !row.closest('section')?.textContent?.includes('No date recorded'))
        .map((row) => row.querySelector('[aria-expanded]')?.textContent?.trim() ?? '');
    });
  const openFilters = async () => {
    await page.browser.click({role: 'button', name: 'Search and filter'});
    await page.browser.find({role: 'searchbox', name: 'Search your record'});
  };

  it('shows older entries after those that were there, and moves to the first of them', async () => {
    await page.open('parveen');
    await page.browser.sees('Apixaban 5mg tablets');
    const before = await entryNames();

    await page.browser.click({role: 'button', name: 'Show older entries'});

    await page.browser.sees(/Showing entries back to \d{1,2} [A-Z][a-z]+ 20\d\d/);
    const after = await entryNames();
    assert.ok(after.length > before.length);
    assert.deepEqual(after.slice(0, before.length), before);
    const focused = await page.browser.focused();
    assert.equal(focused?.role, 'button');
    assert.ok(after.slice(before.length).includes(focused?.name ?? ''), focused?.name);
  });

  it('goes to a year, and says how much is there', async () => {
    await page.open('parveen');

    await page.browser.click({role: 'button', name: '2021'});

    await page.browser.sees(/2021, (no|\d+) entr(y|ies)/);
    const focused = await page.browser.focused();
    assert.equal(focused?.role, 'heading');
    assert.match(focused?.name ?? '', /2021$/);
    await page.assertQuiet();
  });

  it('filters by kind, keeps the filter in the address, and takes it away again', async () => {
    await page.open('parveen');
    await openFilters();
    await page.browser.click({role: 'checkbox', name: 'Vaccinations'});

    await page.browser.click({role: 'button', name: 'Show entries'});

    await page.browser.find({role: 'heading', name: /^\d+ entries match$/});
    assert.match(await page.browser.evaluate(() => location.search), /kinds=vaccinations/);
    const kinds = await page.browser.findAll({role: 'listitem'});
    assert.ok(kinds.length > 0);
    await page.browser.find({role: 'button', name: 'Remove filter: Vaccinations'});
    await page.browser.click({role: 'button', name: 'Remove filter: Vaccinations'});
    await page.browser.find(listHeading);
    assert.doesNotMatch(await page.browser.evaluate(() => location.search), /kinds/);
    assert.ok(await page.browser.focused(), 'focus is not lost');
  });

  it('keeps a filter when the page is loaded again', async () => {
    await page.browser.open(`${page.demo.url}/?as=parveen&kinds=vaccinations`);

    await page.browser.find({role: 'button', name: 'Remove filter: Vaccinations'});
    await page.browser.find({role: 'heading', name: /^\d+ entries match/});
  });

  it('filters by the place it came from and by dates', async () => {
    await page.open('mila');
    await openFilters();
    await page.browser.click({role: 'checkbox', name: 'Northmoor Diabetic Eye Screening'});
    await page.browser.click({role: 'radio', name: 'Choose dates'});
    await page.browser.click({
      role: 'textbox',
      name: 'Year',
      within: {role: 'group', name: 'From'},
    });
    await page.browser.type('2025');

    await page.browser.click({role: 'button', name: 'Show entries'});

    await page.browser.find({role: 'heading', name: /^\d+ entr(y|ies) match(es)?$/});
    await page.browser.find({role: 'button', name: 'Remove filter: From 2025'});
    for (const {text} of await page.browser.findAll({role: 'heading'}))
      assert.doesNotMatch(text, /^[A-Z][a-z]+ 20(1\d|2[0-4])$/, 'a month outside the dates');
  });

  it('says what is wrong with a date, and moves to it', async () => {
    await page.open('mila');
    await openFilters();
    await page.browser.click({role: 'radio', name: 'Choose dates'});
    await page.browser.click({role: 'textbox', name: 'Day', within: {role: 'group', name: 'From'}});
    await page.browser.type('31');

    await page.browser.press('Enter');

    await page.browser.sees('From date must include a year, like 2021');
    assert.equal((await page.browser.focused())?.role, 'alert');
  });

  it('searches everything, and says so while it is still reading', async () => {
    await page.open('parveen', {server: 'slow:300'});
    await openFilters();
    await page.browser.click({role: 'searchbox', name: 'Search your record'});
    await page.browser.type('retinopathy');

    await page.browser.press('Enter');

    await page.browser.find({role: 'heading', name: /^(\d+ entr(y|ies)) match(es)? so far$/});
    await page.browser.sees('Still reading older entries.');
  });

  it('finds what only an old entry says, and ends with the whole count', async () => {
    await page.open('mila');
    await openFilters();
    await page.browser.click({role: 'searchbox', name: 'Search your record'});
    await page.browser.type('bronchiolitis');

    await page.browser.press('Enter');

    await page.browser.find({role: 'heading', name: /^\d+ entr(y|ies) match(es)?$/});
    await page.browser.sees('Bronchiolitis');
    await page.assertQuiet();
  });

  it('never says that there is nothing when a search finds nothing', async () => {
    await page.open('mila');
    await openFilters();
    await page.browser.click({role: 'searchbox', name: 'Search your record'});
    await page.browser.type('zebra');

    await page.browser.press('Enter');

    await page.browser.sees(/No entries match\. Searched back to (\d{1,2} [A-Z][a-z]+ )?\d{4}/);
    await page.browser.click({role: 'button', name: 'Clear all filters', nth: 0});
    await page.browser.find(listHeading);
  });
});
