/** The record on paper: every sheet says whose it is, when it was read and that it may not be all. Only Chromium can be told to print. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';
import {printedPages} from '../support/printed-pages.js';

describe('on paper', {skip: process.env['PHR_ENGINE'] !== 'chromium' && 'needs DevTools'}, () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** The texts of the sheets, without white space. */
  async function print() {
    const {data} = (await page.browser.devtools('Page.printToPDF', {
      paperWidth: 8.27,
      paperHeight: 11.69,
    })) as {data: string};
    return printedPages(Buffer.from(data, 'base64'));
  }

  /** Today where the record is read, as it is written on a screen. */
  const today = () =>
    new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'Europe/London'}).format();

  /** Asserts that each sheet has each of these texts. */
  function assertOnEvery(sheets: readonly string[], texts: readonly string[]) {
    assert.ok(sheets.length >= 2, `${sheets.length} pages`);
    for (const [index, sheet] of sheets.entries())
      for (const text of texts)
        assert.ok(
          sheet.includes(text.replace(/\s+/g, '')),
          `page ${index + 1} of ${sheets.length} does not say '${text}': ${sheet.slice(0, 400)}`,
        );
  }

  const parveen = ['Mrs Parveen Nidderdale', 'Date of birth: 14 March 1955', '999 000 0018'];

  it('says on every page who it is about, when it was read, and that it may not be all', async () => {
    await page.open('parveen', {until: 'Apixaban 5mg tablets'});
    const days = [today()];

    const sheets = await print();

    days.push(today());
    const day = days.find((one) => sheets[0]?.includes(one.replaceAll(' ', '')));
    assertOnEvery(sheets, [
      ...parveen,
      `on ${day}`,
      'This was read from',
      'It may not be your whole health record.',
    ]);
    assert.doesNotMatch(sheets.join(), /Showolderentries|Jumptoayear|Searchandfilter/);
  });

  it('says it on every page of an entry that is open, too', async () => {
    await page.open('parveen', {until: 'Apixaban 5mg tablets'});
    await page.browser.click({role: 'button', name: 'U&E', nth: 0});
    await page.browser.find({role: 'button', name: 'Close U&E'});
    await page.browser.sees('This page does not say what the result means for you.');

    const sheets = await print();

    assertOnEvery(sheets, [...parveen, 'It may not be your whole health record.']);
    assert.match(sheets.join(), /Thispagedoesnotsaywhattheresultmeansforyou/);
    assert.doesNotMatch(sheets.join(), /Doessomethinglookwrong|CloseU&E/);
  });

  it('says on every page that a proxy prints whose record it is, and above what is open', async () => {
    await page.open('ines', {until: 'You are viewing Mila Littondale’s record'});
    await page.browser.click({role: 'button', name: /^HbA1c/, nth: 0});
    await page.browser.find({role: 'button', name: /^Close HbA1c/});
    await page.browser.sees('This page does not say what the result means for Mila Littondale.');

    const sheets = await print();

    assertOnEvery(sheets, [
      'Mila Littondale',
      'Date of birth: 3 June 2013',
      '999 000 0042',
      'It may not be the whole of Mila Littondale’s health record.',
    ]);
    assert.match(sheets.join(), /MilaLittondale’shealthrecord.*doesnotsaywhattheresultmeans/s);
    assert.doesNotMatch(sheets.join(), /[Yy]ourhealthrecord|yourwholehealthrecord/);
  });

  it('has no panel of a word, nor what is pressed to explain words', async () => {
    await page.open('parveen', {until: 'Apixaban 5mg tablets'});
    await page.browser.click({role: 'button', name: 'COPD exacerbation', nth: 0});
    await page.browser.find({role: 'dialog', name: 'COPD exacerbation'});

    const sheets = (await print()).join();

    assert.match(sheets, /COPDexacerbation/);
    assert.doesNotMatch(sheets, /Notyetclinicallyreviewed|questionstoask|underlin|Lookup/);
  });

  it('says it on every page of one result over time', async () => {
    await page.open('parveen', {until: 'Apixaban 5mg tablets'});
    await page.browser.click({role: 'button', name: 'U&E', nth: 0});
    await page.browser.click({role: 'button', name: /^eGFR.* over time$/});
    await page.browser.find({role: 'button', name: 'Back to the entry'});
    await page.browser.find({role: 'table'});

    const sheets = await print();

    assert.match(sheets.join(), /eGFR/);
    assertOnEvery(sheets, [...parveen, 'It may not be your whole health record.']);
  });
});
