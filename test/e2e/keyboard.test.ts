/** The whole page without a mouse: each place where the Tab key stops can be seen, and nothing lies over it. In every engine. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';

describe('the keyboard', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** Where focus is: what is wrong with how it shows, if anything is. */
  const stop = () =>
    page.browser.evaluate(() => {
      let at = document.activeElement;
      const hosts: Element[] = [];
      for (; at?.shadowRoot?.activeElement; at = at.shadowRoot.activeElement) hosts.push(at);
      const [outer = at] = hosts;
      if (!at || !outer?.closest('phr-provider')) return undefined;
      const {backgroundColor, outlineColor, outlineStyle, outlineWidth} = getComputedStyle(at);
      const yellow = 'rgb(255, 235, 59)';
      const isOutlined =
        outlineColor === yellow && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3;
      const {left, top, height} = at.getBoundingClientRect();
      const root = at.getRootNode() as ShadowRoot | Document;
      const over = root.elementFromPoint(left + 5, top + height / 2);
      const problems = [
        ...(backgroundColor === yellow || isOutlined ? [] : ['does not show that it has focus']),
        // Engines scroll no further than they must: its middle is there.
        ...(top + height / 2 >= 0 && top + height / 2 <= innerHeight
          ? []
          : ['is not on the screen']),
        ...(over?.matches('.month') ? ['stands under the month'] : []),
      ];
      const name = `${at.localName} ${at.id} ${at.textContent?.replace(/\s+/g, ' ').trim() ?? ''}`;
      return {name, problems, isInside: outer.localName === 'phr-record-timeline'};
    });

  for (const [direction, key] of [
    ['forwards', 'Tab'],
    ['backwards', 'Shift+Tab'],
  ] as const) {
    it(`goes ${direction} through everything in the record, and each stop can be seen`, async () => {
      await page.open('dawn', {until: 'Amitriptyline 10mg tablets'});
      await page.browser.sees('What is included');
      await page.browser.sees('Select an underlined word');
      const [first, last] = [
        {role: 'button', name: 'What is new'},
        {role: 'button', name: 'Look up'},
      ];
      await page.browser.focus(direction === 'forwards' ? first : last);
      // Focus that a script moves is not shown in every engine: the first stop is passed over.
      const seen: string[] = [];
      const wrong: string[] = [];
      for (let steps = 0; steps < 60; steps++) {
        await page.browser.press(key);
        const at = await stop();
        if (!at) break;
        if (!at.isInside) continue;
        seen.push(at.name);
        wrong.push(...at.problems.map((problem) => `${at.name} ${problem}`));
      }

      assert.deepEqual(wrong, []);
      assert.ok(seen.length > 15 && seen.length < 60, seen.join('\n'));
      assert.ok(seen.some((name) => name.includes('X-ray left wrist')));
    });
  }
});
