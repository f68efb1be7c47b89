/** Nothing moves under a finger: what comes after the first rows has its room from the beginning. In every engine. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';
import {startHoldingProxy, type HoldingProxy} from '../support/holding-proxy.js';

describe('the first rows', () => {
  let page: DemoPage;
  let proxy: HoldingProxy;
  before(async () => {
    page = await DemoPage.start();
    proxy = await startHoldingProxy(page.demo.url);
  });
  after(async () => {
    await page?.close();
    await proxy?.close();
  });

  /** Where the first row and 'What is current' stand in the timeline, and how high the person's facts are, in pixels. */
  const places = () =>
    page.browser.evaluate(() => {
      const timeline = document.querySelector('phr-record-timeline');
      const top = timeline?.getBoundingClientRect().top ?? 0;
      const place = (selector: string) => {
        const box = timeline?.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
        return box && [box.top - top, box.left, box.width];
      };
      return {
        row: place('[part=entry]') ?? [],
        now: place('[aria-pressed]') ?? [],
        person: [document.querySelector('phr-person')?.getBoundingClientRect().height ?? 0],
      };
    });

  for (const lang of ['en', 'cy']) {
    for (const width of [320, 390, 1280]) {
      it(`stay where they are when the rest of the page comes, in ${lang === 'en' ? 'English' : 'Welsh'} at ${width} px`, async () => {
        proxy.hold(/\/chunks\/later-|\/fhir\/Patient\//);
        await page.browser.openInFrame(`${proxy.origin}/?as=parveen&lang=${lang}`, width);
        await page.browser.sees(lang === 'en' ? 'Search and filter' : 'Chwilio a hidlo');
        await page.browser.sees('Apixaban 5mg tablets');
        const before = await places();

        proxy.release();
        await page.browser.sees('Parveen Nidderdale');
        await page.browser.sees(
          lang === 'en' ? 'new so far since you last looked' : 'newydd hyd yn hyn',
        );
        await page.browser.sees(lang === 'en' ? 'read from 7 places' : 'o 7 lle');
        await page.browser.until('a year can be gone to', () => {
          const list = document.querySelector('phr-record-timeline')?.shadowRoot;
          return !!list?.querySelector('.rail');
        });

        const after = await places();
        for (const what of ['row', 'now', 'person'] as const) {
          assert.ok(before[what].length > 0 && before[what].length === after[what].length, what);
          // Engines round the height of a line.
          const moved = before[what].map((value, at) => Math.abs(value - (after[what][at] ?? NaN)));
          assert.ok(
            moved.every((by) => by <= 1),
            `${what} moved from ${before[what].join(' ')} to ${after[what].join(' ')}`,
          );
        }
      });
    }
  }

  /** How high each row is, in pixels, and whether words in it are underlined that belong together; and how many words are. */
  const rows = () =>
    page.browser.evaluate(() => {
      const timeline = document.querySelector('phr-record-timeline');
      const all = [...(timeline?.shadowRoot?.querySelectorAll('li.entry[id]') ?? [])];
      return {
        places: all.map((row) => {
          const box = row.getBoundingClientRect();
          const terms = [...row.querySelectorAll('phr-term')];
          return {
            id: row.id,
            height: box.height,
            // A button is never broken over two lines: one of several words may need the next.
            isLong: terms.some(({textContent}) => textContent?.trim().includes(' ')),
          };
        }),
        words: timeline?.shadowRoot?.querySelectorAll('phr-term').length ?? 0,
      };
    });

  for (const width of [320, 390, 1280]) {
    it(`stay as high as they are when words in them are underlined, but for long ones, at ${width} px`, async () => {
      proxy.hold(/\/chunks\/term-store-/);
      await page.browser.openInFrame(`${proxy.origin}/?as=parveen`, width);
      await page.browser.sees('Parveen Nidderdale');
      await page.browser.sees('new so far since you last looked');
      await page.browser.sees('read from 7 places');
      await page.browser.until('a year can be gone to', () => {
        const list = document.querySelector('phr-record-timeline')?.shadowRoot;
        return !!list?.querySelector('.rail');
      });
      const before = await rows();

      proxy.release();
      await page.browser.until(
        'words are underlined',
        () =>
          !!document.querySelector('phr-record-timeline')?.shadowRoot?.querySelector('phr-term'),
      );

      const after = await rows();
      assert.equal(before.words, 0);
      assert.ok(after.words > 0);
      assert.ok(before.places.length > 0);
      for (const {id, height} of before.places) {
        const now = after.places.find((one) => one.id === id);
        assert.ok(now, `row ${id} has gone`);
        if (!now.isLong)
          assert.ok(
            Math.abs(height - now.height) <= 1,
            `row ${id} was ${height} px high and is ${now.height}`,
          );
      }
      assert.ok(after.places.some(({isLong}) => !isLong));
    });
  }
});
