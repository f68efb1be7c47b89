/** Covered entries on the real page: what a person beside the screen can learn. In Chromium for print and the accessibility tree; the rest everywhere. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import type {PhrRecordTimeline} from '../../src/components/record-timeline/record-timeline.js';
import {DemoPage} from '../support/demo-page.js';
import {composedMarkup} from '../support/composed-markup.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';

/** Words that only entries of Callum's record hold: names, places and kinds of what was recorded. */
const content =
  /Sertraline|Salbutamol|Beclometasone|Asthma|anxiety|Wensley|Harbour Lane|Conduct|Fluoxetine|Prescription|Blood test/i;

describe('covered entries', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** What each row of the list says. */
  const rows = () =>
    page.browser.evaluate(() =>
      [
        ...(document
          .querySelector('phr-record-timeline')
          ?.shadowRoot?.querySelectorAll('[part=entry]') ?? []),
      ].map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
    );
  const coveredRow =
    /^Hidden on this screen ((\d{1,2} )?([A-Z][a-z]+ )?\d{4}|Date not recorded)( to .*\d{4})? Show this entry, .*$/;

  /** Rows come as answers do: the first of them are not yet a page. */
  const untilManyAreThere = () =>
    page.browser.until('a page of dated ones is there', () => {
      const list = document.querySelector('phr-record-timeline')?.shadowRoot;
      return (list?.querySelectorAll('[part=entry] time').length ?? 0) >= 20;
    });

  it('say a date and how to see them, and nothing else, when all are covered', async () => {
    await page.open('callum', {cover: 'all', until: 'Hidden on this screen'});
    await untilManyAreThere();

    const said = await rows();

    assert.ok(said.length >= 20);
    for (const row of said) assert.match(row, coveredRow);
    const markup = await composedMarkup(page.browser, 'phr-record-timeline');
    assert.doesNotMatch(markup, content);
    assert.doesNotMatch(markup, /datetime="[^"]*T/);
    await page.assertQuiet();
  });

  it(
    'are not read out by assistive technology',
    {skip: !isChromium && 'needs DevTools'},
    async () => {
      await page.open('callum', {cover: 'all', until: 'Hidden on this screen'});

      const tree = JSON.stringify(await page.browser.devtools('Accessibility.getFullAXTree'));

      assert.match(tree, /Hidden on this screen/);
      assert.doesNotMatch(tree, content);
    },
  );

  it('keep their place under every filter and search', async () => {
    await page.open('callum', {cover: 'all', until: 'Hidden on this screen'});
    await untilManyAreThere();
    const before = await rows();

    for (const filter of [
      {kinds: ['vaccinations']},
      {search: 'sertraline'},
      {now: true},
      {from: '2030'},
      {places: ['Harbour Lane Surgery']},
    ]) {
      await page.browser.evaluate(async (wanted: object) => {
        const timeline = document.querySelector('phr-record-timeline') as HTMLElement & {
          filter: object;
          updateComplete: Promise<unknown>;
        };
        timeline.filter = wanted;
        await timeline.updateComplete;
      }, filter);
      const after = await rows();
      assert.deepEqual(after.slice(0, 10), before.slice(0, 10), JSON.stringify(filter));
    }
  });

  it('are shown one by one, and covered again when the page is hidden', async () => {
    await page.open('callum', {cover: 'all', until: 'Hidden on this screen'});
    await page.browser.click({role: 'button', name: /^Show this entry/, nth: 0});
    await page.browser.until('one is shown', () =>
      [
        ...(document
          .querySelector('phr-record-timeline')
          ?.shadowRoot?.querySelectorAll('[part=entry]') ?? []),
      ].some((row) => !/Hidden on this screen/.test(row.textContent ?? '')),
    );

    await page.browser.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    });

    await page.browser.until('all are covered', () =>
      [
        ...(document
          .querySelector('phr-record-timeline')
          ?.shadowRoot?.querySelectorAll('[part=entry]') ?? []),
      ].every((row) => /Hidden on this screen/.test(row.textContent ?? '')),
    );
    const kept = await page.browser.evaluate(
      () => location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
    );
    assert.doesNotMatch(kept, content);
  });

  it('stand among the others when only labelled ones are covered, and give nothing away', async () => {
    await page.open('mila', {cover: 'labels', until: 'Hidden on this screen'});

    const said = await rows();

    const covered = said.filter((row) => row.includes('Hidden on this screen'));
    assert.ok(covered.length > 0 && covered.length < said.length);
    for (const row of covered) assert.match(row, coveredRow);
  });

  it(
    'are printed covered, also one that was shown',
    {skip: !isChromium && 'needs DevTools'},
    async () => {
      await page.open('callum', {cover: 'all', until: 'Hidden on this screen'});
      await page.browser.click({role: 'button', name: /^Show this entry/, nth: 0});

      await page.browser.devtools('Page.printToPDF', {});

      const said = await rows();
      for (const row of said) assert.match(row, coveredRow);
    },
  );
});

describe('new results, where they are covered until asked for,', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  const newest = /^Hidden on this screen 12 November 2026 Show this entry, 12 November 2026$/;
  /** What the two newest results of Parveen's record say, and what one of them is called on the page. */
  const results = /Haemophilus|Creatinine 124|U&E 12 November/;

  const rows = () =>
    page.browser.evaluate(() =>
      [
        ...(document
          .querySelector('phr-record-timeline')
          ?.shadowRoot?.querySelectorAll('[part=entry]') ?? []),
      ].map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
    );

  /** The page with its first rows, whole: who wrote each of them is there too. */
  async function open() {
    await page.open('parveen', {coverNew: true, until: 'Apixaban 5mg tablets'});
    await page.browser.sees('Dr Fiona Raydale, Northmoor Hospitals');
    await page.browser.until('a page of dated ones is there', () => {
      const list = document.querySelector('phr-record-timeline')?.shadowRoot;
      return (list?.querySelectorAll('[part=entry] time').length ?? 0) >= 25;
    });
  }

  it('say their date and nothing else, among new entries of other kinds that are shown', async () => {
    await open();

    const said = await rows();

    assert.equal(said.filter((row) => newest.test(row)).length, 1);
    assert.ok(
      said.some((row) => /^Discharge letter.* New /.test(row)),
      said.join('\n'),
    );
    assert.doesNotMatch(said.join('\n'), results);
    assert.doesNotMatch(await composedMarkup(page.browser, 'phr-record-timeline'), /Haemophilus/);
    await page.assertQuiet();
  });

  it('keep their place under a search, and results that were seen before are found', async () => {
    await open();

    await page.browser.evaluate(() => {
      const timeline = document.querySelector<PhrRecordTimeline>('phr-record-timeline');
      if (timeline) timeline.filter = {search: 'hba1c'};
    });
    await page.browser.sees(/entr(?:y|ies) match/);

    const said = await rows();
    assert.equal(said.filter((row) => newest.test(row)).length, 1);
    assert.ok(
      said.some((row) => /^HbA1c .* 20\d\d Test result /.test(row)),
      said.join('\n'),
    );
    assert.doesNotMatch(said.join('\n'), results);
  });

  it('are shown one by one, opened, and covered again when the page is hidden', async () => {
    await open();
    const before = (await rows()).filter((row) => row.startsWith('Hidden on this screen')).length;

    await page.browser.click({role: 'button', name: /^Show this entry, 12 November 2026/});
    await page.browser.click({role: 'button', name: 'U&E'});
    await page.browser.find({role: 'button', name: 'Close U&E'});
    await page.browser.sees('Creatinine');
    const after = (await rows()).filter((row) => row.startsWith('Hidden on this screen')).length;

    await page.browser.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    });

    assert.equal(after, before - 1);
    await page.browser.gone({role: 'button', name: 'Close U&E'});
    const said = await rows();
    assert.equal(said.filter((row) => newest.test(row)).length, 1);
    assert.doesNotMatch(said.join('\n'), results);
  });
});
