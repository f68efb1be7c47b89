/** Where the panel of a word stands: in every text a word can be in, on every width, in browsers of today and in older ones. */
import {strict as assert} from 'node:assert';
import {describe, it} from 'node:test';
import type {Browser} from '../support/browser.js';
import {
  openTermPage,
  placed,
  placeOf,
  useTermPages,
  type TermPageOptions,
  type TermPageWindow,
} from '../support/term-page.js';

describe('the panel of a word', () => {
  let browser: Browser;
  let origin: string;
  useTermPages((...started) => {
    [browser, origin] = started;
  });

  /** Opens the first word that a selector finds. */
  const open = (selector: string) =>
    browser.evaluate((wanted: string) => {
      const {deep} = window as unknown as TermPageWindow;
      const word = deep(wanted).find((one) => one.shadowRoot?.querySelector('.word'));
      if (!word) throw new Error(`No word at ${wanted}`);
      word.scrollIntoView({block: 'center', behavior: 'instant'});
      word.shadowRoot?.querySelector<HTMLElement>('.word')?.click();
    }, selector);

  const sizes: readonly (TermPageOptions & {readonly width: number})[] = [
    {width: 1280},
    {width: 390},
    {width: 320},
    {width: 1280, isOld: true},
    {width: 390, isOld: true},
    {width: 320, isOld: true},
    // 1280 by 1024 at 400%.
    {width: 320, height: 256},
  ];

  for (const size of sizes) {
    const {width, height, isOld = false} = size;
    const where = `${width} px wide${height ? `, ${height} high` : ''}${isOld ? ' in an older browser' : ''}`;

    it(`stands at a word of the page’s own text: ${where}`, async () => {
      await openTermPage(browser, origin, size);
      const {x, y} = await placeOf(browser, 'text', 'AF');

      await browser.drag('mouse', {x, y});

      const {panel, isOver, faults} = await placed(browser);
      assert.deepEqual(faults, []);
      assert.equal(isOver, width > 320 && !isOld);
      assert.ok(panel.width >= Math.min(width - 50, 300), `${panel.width} wide`);
    });

    for (const [what, selector] of [
      ['in a paragraph', '#own phr-term'],
      ['in a finding of a row', '.point phr-term'],
    ] as const)
      it(`stands at a word ${what}: ${where}`, async () => {
        await openTermPage(browser, origin, size);

        await open(selector);

        const {panel, faults} = await placed(browser);
        assert.deepEqual(faults, []);
        assert.ok(panel.width >= Math.min(width - 80, 300), `${panel.width} wide`);
      });

    it(`stands at each word of a table of results: ${where}`, async () => {
      await openTermPage(browser, origin, size);
      await browser.click({role: 'button', name: 'Heart tests'});
      await browser.until(
        'words of the table',
        () => (window as unknown as TermPageWindow).deep('td .word').length > 0,
      );

      for (const selector of ['th phr-term', 'td phr-term']) {
        await open(selector);
        const {panel, faults} = await placed(browser);
        assert.deepEqual(faults, [], selector);
        assert.ok(panel.width >= Math.min(width - 110, 280), `${selector}: ${panel.width} wide`);
      }
    });
  }

  it('scrolls a little way where that makes room for it over the text, and covers no more of the page than that', async () => {
    await openTermPage(browser, origin, {width: 1280, height: 640});
    const text = () =>
      browser.evaluate(
        () => document.querySelector('phr-glossary')?.getBoundingClientRect().height,
      );
    const before = await text();

    await open('#own phr-term');

    const {panel, isOver, faults} = await placed(browser);
    assert.deepEqual(faults, []);
    // Firefox and WebKit say late where a panel is after scrolling: in those it may go on in the text.
    if (browser.engine !== 'chromium') return;
    assert.ok(isOver);
    assert.ok(panel.top >= 0 && panel.bottom <= 640, `from ${panel.top} to ${panel.bottom} of 640`);
    assert.equal(await text(), before);
  });

  it('stands in the list of the words of the page, on a small screen', async () => {
    await openTermPage(browser, origin, {width: 320});
    await browser.evaluate(() => {
      const [list] = (window as unknown as TermPageWindow).deep('.here');
      (list as HTMLDetailsElement).open = true;
    });
    await browser.until(
      'words of the list',
      () => (window as unknown as TermPageWindow).deep('.here .word').length > 0,
    );

    await open('.here phr-term');

    const {panel, faults} = await placed(browser);
    assert.deepEqual(faults, []);
    assert.ok(panel.width >= 250, `${panel.width} wide`);
  });

  it('stands at the line that was pressed, of a word of the page’s own text that goes over several', async () => {
    await openTermPage(browser, origin, {width: 800});
    const line = await browser.evaluate(() => {
      const {own} = window as unknown as TermPageWindow;
      const lines = own('wrapped', 'chronic obstructive pulmonary disease').getClientRects();
      return {count: lines.length, ...lines[1]?.toJSON()} as DOMRect & {count: number};
    });
    assert.ok(line.count > 2, `${line.count} lines`);

    await browser.drag('mouse', {x: line.left + line.width / 2, y: line.top + line.height / 2});

    const {word, faults} = await placed(browser);
    assert.deepEqual(faults, []);
    for (const side of ['left', 'width', 'height'] as const)
      assert.ok(Math.abs(word[side] - line[side]) < 1, `${side}: ${word[side]} for ${line[side]}`);
  });

  it('goes with a word of the page’s own text when the window gets another width', async () => {
    await openTermPage(browser, origin, {width: 1280, isOld: true});
    const {x, y} = await placeOf(browser, 'text', 'AF');
    await browser.drag('mouse', {x, y});
    await placed(browser);
    await browser.evaluate(() => {
      document.querySelector('p')?.append(' Much more stands here than did before.'.repeat(10));
      if (frameElement) (frameElement as HTMLIFrameElement).width = '500';
    });

    await browser.until('the word to be where its text is', () => {
      const {deep, own} = window as unknown as TermPageWindow;
      const [word] = deep('.at .word');
      const {left, top} = own('text', 'AF').getBoundingClientRect();
      const box = word?.getBoundingClientRect();
      return !!box && Math.abs(box.left - left) < 1 && Math.abs(box.top - top) < 1;
    });

    assert.deepEqual((await placed(browser)).faults, []);
  });
});
