/** Words and their panels under mouse, finger and keys: what closes a panel, and where the focus goes. */
import {strict as assert} from 'node:assert';
import {describe, it} from 'node:test';
import type {Browser, Place} from '../support/browser.js';
import {
  openTermPage,
  placed,
  placeOf,
  useTermPages,
  type TermPageWindow,
} from '../support/term-page.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';
const panel = {role: 'dialog'} as const;

describe('a press', () => {
  let browser: Browser;
  let origin: string;
  useTermPages((...started) => {
    [browser, origin] = started;
  });

  const page = (isOld = false) => openTermPage(browser, origin, {width: 800, isOld});

  /** Opens the word of the paragraph. */
  async function openWord() {
    await browser.evaluate(() => {
      const {deep} = window as unknown as TermPageWindow;
      deep('#own phr-term')[0]?.shadowRoot?.querySelector<HTMLElement>('.word')?.click();
    });
    await placed(browser);
  }

  /** The middle of the first element that a selector finds. */
  const middle = (selector: string): Promise<Place> =>
    browser.evaluate((wanted: string) => {
      const [one] = (window as unknown as TermPageWindow).deep(wanted);
      if (!one) throw new Error(`No ${wanted}`);
      const {left, top, width, height} = one.getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    }, selector);

  /** Waits until the panel is gone and this has the focus. */
  async function closedOn(name: string) {
    await browser.gone(panel);
    await browser.until(
      `the focus on ${name}`,
      (wanted: string) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const host = (at?.getRootNode() as ShadowRoot | undefined)?.host;
        return (at?.textContent?.trim() || host?.textContent?.trim()) === wanted;
      },
      name,
    );
  }

  /** Longer than browsers take for a double press, and than a press takes to close a panel. */
  const moment = () =>
    browser.until('a while to have passed', () => {
      const begun = ((window as {begun?: number}).begun ??= performance.now());
      return performance.now() - begun > 800;
    });

  for (const isOld of [false, true]) {
    const where = isOld ? ' in an older browser' : '';
    for (const by of ['mouse', 'finger'] as const)
      it(`outside closes the panel, by ${by}, and the word has the focus${where}`, async () => {
        await page(isOld);
        await openWord();

        await browser.drag(by, await middle('#text'));

        await closedOn('AF');
      });

    it(`that scrolls the page by finger leaves the panel open${where}`, async () => {
      await page(isOld);
      await openWord();
      const {x} = await middle('#text');

      await browser.drag(
        'finger',
        ...[700, 680, 650, 600, 550, 500, 450].map((y) => ({x: x + 380, y})),
      );

      if (isChromium) await browser.until('the page to be scrolled', () => scrollY > 100);
      assert.equal((await browser.findAll(panel)).length, 1);
    });
  }

  it('that has begun outside and not ended closes nothing, and selecting text neither', async () => {
    await page();
    await openWord();
    const {x, y} = await middle('#text');

    await browser.drag('mouse', {x: x - 100, y}, {x, y}, {x: x + 100, y});

    assert.equal((await browser.findAll(panel)).length, 1);
    assert.notEqual(await browser.evaluate(() => String(document.getSelection())), '');
  });

  it('on a link under a panel in the text follows that link, though the panel goes', async () => {
    await page(true);
    await openWord();
    await browser.evaluate(() => {
      document.querySelector('a[href="#last"]')?.scrollIntoView({block: 'center'});
    });

    await browser.drag('finger', await middle('a[href="#last"]'));

    await browser.gone(panel);
    assert.equal(await browser.evaluate(() => location.hash), '#last');
  });

  for (const by of ['mouse', 'finger'] as const)
    it(`on another word opens that one and closes the first, by ${by}`, async () => {
      await page();
      await openWord();

      await browser.drag(by, await placeOf(browser, 'wrapped', 'chronic'));
      await browser.find({role: 'dialog', name: 'chronic obstructive pulmonary disease'});
      await browser.drag(by, await placeOf(browser, 'text', 'AF'));

      await browser.find({role: 'dialog', name: 'AF'});
      await moment();
      assert.deepEqual(
        (await browser.findAll(panel)).map(({name}) => name),
        ['AF'],
      );
      await browser.until(
        'it to stand in the page’s own text',
        () => (window as unknown as TermPageWindow).deep('.at [role=dialog]').length === 1,
      );
    });

  it('in the panel, and then Escape: the word has the focus', async () => {
    await page();
    await openWord();
    await browser.drag('mouse', await middle('.means'));
    assert.equal((await browser.findAll(panel)).length, 1);

    await browser.press('Escape');

    await closedOn('AF');
  });

  it('on text of the panel that is selected, and then Escape: the word has the focus', async () => {
    await page();
    await openWord();
    const {x, y} = await middle('.means');
    await browser.drag('mouse', {x: x - 30, y}, {x: x + 30, y});

    await browser.press('Escape');

    await closedOn('AF');
  });

  it('on Close: the word has the focus', async () => {
    await page();
    await openWord();

    await browser.click({role: 'button', name: 'Close'});

    await closedOn('AF');
  });

  for (const by of ['mouse', 'finger'] as const)
    it(`on a word in a closed row opens the word and not the row, by ${by}`, async () => {
      await page();
      await browser.evaluate(() => {
        const {deep} = window as unknown as TermPageWindow;
        deep('.point phr-term')[0]?.scrollIntoView({block: 'center', behavior: 'instant'});
      });

      await browser.drag(by, await middle('.point .word'));

      await placed(browser);
      const {expanded} = await browser.find({role: 'button', name: 'Heart tests'});
      assert.equal(expanded, false);
      await browser.drag(by, await middle('.means'));
      assert.equal((await browser.findAll(panel)).length, 1);
      assert.equal((await browser.find({role: 'button', name: 'Heart tests'})).expanded, false);
    });

  describe('on a word of the page’s own text', () => {
    const pressOwn = async () => {
      await browser.drag('mouse', await placeOf(browser, 'text', 'AF'));
      await placed(browser);
    };

    it('twice at once selects it, as ever, and the page hears it', async () => {
      await page();
      await browser.evaluate(() => {
        document.getElementById('text')?.addEventListener('dblclick', () => {
          document.title = 'heard';
        });
      });

      // A press just before, at another test's place, would make this the third and fourth in a row.
      await moment();
      await browser.doubleClick(await placeOf(browser, 'text', 'AF'));

      await browser.until('the page to hear it', () => document.title === 'heard');
      await browser.until(
        'the word to be selected',
        () => String(document.getSelection()).trim() === 'AF',
      );
      await browser.gone(panel);
    });

    it('a second time closes the panel, and the word has the focus', async () => {
      await page();
      await pressOwn();

      await moment();
      await browser.drag('mouse', await placeOf(browser, 'text', 'AF'));

      await closedOn('AF');
    });

    it('and then Escape and Tab goes on in the text, and Shift and Tab back', async () => {
      await page();
      await pressOwn();

      await browser.press('Escape');
      await closedOn('AF');
      await browser.press('Tab');
      assert.equal((await browser.focused())?.name, 'Next after it');

      await page();
      await pressOwn();
      await browser.press('Escape');
      await closedOn('AF');
      await browser.press('Shift+Tab');
      assert.equal((await browser.focused())?.name, 'Before it');
    });

    it('and then Tab past the last thing in the panel goes on in the text', async () => {
      await page();
      await pressOwn();

      for (let left = 9; left > 0; left--) {
        await browser.press('Tab');
        if ((await browser.findAll(panel)).length === 0) break;
      }

      await browser.gone(panel);
      assert.equal((await browser.focused())?.name, 'Next after it');
    });
  });
});
