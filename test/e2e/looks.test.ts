/**
 * The page on small screens, with large text, in other colours, languages and directions, and on hostile pages. What only
 * Chromium can be told (forced colours, reduced motion) runs there; layout runs in every engine.
 */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';

describe('how the record looks', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** What stands out of the screen sideways, or is cut off in its box. */
  const outOfSight = () =>
    page.browser.evaluate(() => {
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      const found: string[] = wide > 0 ? [`the page scrolls ${wide} px sideways`] : [];
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) look(element.shadowRoot);
          if (!element.checkVisibility()) continue;
          const style = getComputedStyle(element);
          // Text for screen readers alone is clipped on purpose.
          if (style.clipPath !== 'none' || style.position === 'absolute') continue;
          const box = element.getBoundingClientRect();
          if (box.width === 0) continue;
          if (box.right > innerWidth + 1 || box.left < -1)
            found.push(
              `${element.localName}.${element.className} from ${box.left} to ${box.right}: ${element.textContent?.trim().slice(0, 60)}`,
            );
          const hides = style.overflowX !== 'visible' || style.overflowY === 'hidden';
          if (
            hides &&
            (element.scrollWidth > element.clientWidth + 1 ||
              element.scrollHeight > element.clientHeight + 1)
          )
            found.push(
              `${element.localName}.${element.className} cuts: ${element.textContent?.trim().slice(0, 60)}`,
            );
        }
      };
      const widgets = document.querySelector('phr-provider');
      if (widgets) look(widgets);
      return found.slice(0, 8);
    });

  /** Opens what can be opened: a report, a panel, the table of what is included. */
  async function openMuch() {
    await page.browser.click({role: 'button', name: 'U&E', nth: 0});
    await page.browser.find({role: 'button', name: 'Close U&E'});
    await page.browser.click({role: 'button', name: 'What is included'});
    await page.browser.sees('What we asked for on');
  }

  it('fits a screen of 320 px, which is 1280 px at 400% zoom', async () => {
    await page.open('parveen', {width: 320, until: 'Apixaban 5mg tablets'});
    await openMuch();

    assert.deepEqual(await outOfSight(), []);
    await page.browser.click({role: 'button', name: 'Search and filter'});
    await page.browser.find({role: 'searchbox', name: /Search/});
    assert.deepEqual(await outOfSight(), []);
  });

  for (const size of ['28px', '53px']) {
    it(`fits a small screen when the text of the page is ${size}`, async () => {
      await page.open('parveen', {width: 375, until: 'Apixaban 5mg tablets'});
      await page.browser.evaluate((wanted: string) => {
        document.documentElement.style.fontSize = wanted;
      }, size);
      await openMuch();

      assert.deepEqual(await outOfSight(), []);
    });
  }

  it('speaks Welsh around the record’s own words, and fits', async () => {
    await page.open('parveen', {lang: 'cy', width: 320, until: 'Apixaban 5mg tablets'});

    // Each part's words come by themselves, and those of an entry last.
    await page.browser.sees(/12 Tachwedd 2026 Meddyginiaeth/);
    const text = await page.browser.evaluate(
      () => document.querySelector('phr-record-timeline')?.shadowRoot?.textContent ?? '',
    );
    assert.doesNotMatch(text, /All entries|What is included|Show older|November|Medicine\b/);
    assert.deepEqual(await outOfSight(), []);
    await page.assertQuiet();
  });

  it('lays itself out from right to left, and keeps values the right way round', async () => {
    await page.open('parveen', {width: 320, until: 'mL/min'});
    await page.browser.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const values = await page.browser.evaluate(() => {
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const value = [...(root?.querySelectorAll('b') ?? [])].find((one) =>
        /mL\/min/.test(one.textContent ?? ''),
      );
      const inner = value?.querySelector('bdi') ?? value;
      return inner ? getComputedStyle(inner).direction : undefined;
    });
    assert.equal(values, 'ltr');
    await openMuch();
    assert.deepEqual(await outOfSight(), []);
  });

  it('is dark only when the page says so', async () => {
    await page.open('parveen', {theme: 'dark', until: 'Apixaban 5mg tablets'});

    const colour = await page.browser.evaluate(() => {
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const sheet = root?.querySelector('[part=sheet]');
      return sheet ? getComputedStyle(sheet).backgroundColor : '';
    });
    assert.equal(colour, 'rgb(28, 39, 46)');
  });

  it('keeps its shapes in forced colours', {skip: !isChromium && 'needs DevTools'}, async () => {
    await page.browser.emulate({forcedColors: 'active'});
    await page.open('parveen', {until: 'High'});

    const flags = await page.browser.evaluate(() => {
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const tags = [...(root?.querySelectorAll('svg') ?? [])]
        .map((svg) => svg.parentElement)
        .filter((one) => one !== null);
      return tags.map((tag) => getComputedStyle(tag).borderTopStyle);
    });

    await page.browser.emulate({forcedColors: 'none'});
    assert.ok(flags.length > 0);
    assert.ok(
      flags.every((style) => style === 'solid'),
      flags.join(' '),
    );
  });

  it(
    'moves nothing for somebody who wants less motion',
    {skip: !isChromium && 'needs DevTools'},
    async () => {
      await page.browser.emulate({reducedMotion: 'reduce'});
      await page.open('parveen', {until: 'Apixaban 5mg tablets'});

      const moving = await page.browser.evaluate(() => document.getAnimations().length);

      await page.browser.emulate({reducedMotion: 'no-preference'});
      assert.equal(moving, 0);
    },
  );

  it('can be read on a page whose rules for bare tags would hide everything', async () => {
    await page.open('dawn', {until: 'Amitriptyline 10mg tablets'});

    await page.browser.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        h1, h2, h3, h4, h5, p, ol, ul, li, dl, dd, dt, span, b, strong, button, section, div, svg, table, bdi, time, nav,
        details, summary { display: none !important; }
        body, main, phr-provider { color: transparent; font-size: 0; text-indent: -9999px; letter-spacing: 2em;
          line-height: 0; text-transform: uppercase; white-space: nowrap; word-spacing: 9em; text-align: justify; }
        button, p, h2, h3, h4 { all: unset !important; opacity: 0 !important; }
      `);
      document.adoptedStyleSheets = [sheet];
    });

    const seen = await page.browser.evaluate(() => {
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const name = [...(root?.querySelectorAll<HTMLElement>('[part=entry] button') ?? [])].find(
        (one) => /Amitriptyline/.test(one.textContent ?? ''),
      );
      if (!name) return undefined;
      const {
        fontSize,
        color,
        visibility,
        display,
        opacity,
        textIndent,
        textTransform,
        letterSpacing,
      } = getComputedStyle(name);
      const box = name.getBoundingClientRect();
      return {
        big: Number.parseFloat(fontSize) >= 15,
        color,
        visibility,
        isShown: display !== 'none' && opacity === '1' && box.height > 10 && box.width > 50,
        textIndent,
        textTransform,
        letterSpacing,
      };
    });

    assert.deepEqual(seen, {
      big: true,
      color: seen?.color,
      visibility: 'visible',
      isShown: true,
      textIndent: '0px',
      textTransform: 'none',
      letterSpacing: 'normal',
    });
    assert.doesNotMatch(seen?.color ?? '', /, 0\)$/);
  });

  it('keeps the space between lines on a page that takes it from every tag', async () => {
    await page.open('dawn', {until: 'Amitriptyline 10mg tablets'});

    await page.browser.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { letter-spacing: 0.1em; line-height: 1; box-sizing: content-box; }');
      document.adoptedStyleSheets = [sheet];
    });

    const ratios = await page.browser.evaluate(() => {
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const person = document.querySelector('phr-person')?.shadowRoot;
      const lines = [
        ...(root?.querySelectorAll('.point p, .source, .completeness p') ?? []),
        ...(person?.querySelectorAll('dd') ?? []),
      ];
      return lines.map((line) => {
        const {lineHeight, fontSize} = getComputedStyle(line);
        return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
      });
    });
    assert.ok(ratios.length > 10);
    for (const ratio of ratios) assert.ok(ratio >= 1.4, String(ratio));
  });

  it('gives dates in their own order on a page that runs from right to left', async () => {
    await page.open('parveen', {until: 'Mrs Parveen Nidderdale'});
    await page.browser.sees('mL/min');

    const days = await page.browser.evaluate(() => {
      document.documentElement.dir = 'rtl';
      const root = document.querySelector('phr-record-timeline')?.shadowRoot;
      const person = document.querySelector('phr-person')?.shadowRoot;
      const dates = [
        ...(root?.querySelectorAll('time') ?? []),
        ...(person?.querySelectorAll('dd.value') ?? []),
      ];
      // Where the day's number stands, and where the month's name does.
      return dates.flatMap((date) => {
        const text = [...date.childNodes].find(({nodeType}) => nodeType === 3);
        const [day] = /\d+/.exec(text?.nodeValue ?? '') ?? [];
        const month = /[A-Z][a-z]+/.exec(text?.nodeValue ?? '');
        if (!text || !day || !month) return [];
        const place = (from: number, to: number) => {
          const range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, to);
          return range.getBoundingClientRect().left;
        };
        const start = text.nodeValue?.indexOf(day) ?? 0;
        return [place(start, start + day.length) < place(month.index, month.index + 3)];
      });
    });
    assert.ok(days.length > 10);
    assert.ok(days.every(Boolean), JSON.stringify(days));
  });

  it('writes nothing of the record where a recorder of the page can see it', async () => {
    await page.open('dawn', {until: 'Amitriptyline 10mg tablets'});
    await page.browser.evaluate(() => {
      const seen: string[] = ((window as {seen?: string[]}).seen = []);
      new MutationObserver((changes) => {
        for (const {target, addedNodes} of changes)
          seen.push(
            ...[...addedNodes].map((node) => node.textContent ?? ''),
            (target as Element).outerHTML ?? '',
          );
      }).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
    });

    await page.browser.click({role: 'button', name: 'What is current'});
    await page.browser.click({role: 'button', name: /^Amitriptyline/, nth: 0});
    await page.browser.find({role: 'button', name: /^Close/});

    const seen = await page.browser.evaluate(() => [
      ...((window as {seen?: string[]}).seen ?? []),
      document.documentElement.outerHTML,
      document.body.innerText,
    ]);
    for (const text of seen) assert.doesNotMatch(text, /Amitriptyline|Migraine|Birkdale/);
  });
});
