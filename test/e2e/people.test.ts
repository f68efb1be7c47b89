/**
 * Whose record is on the screen: one person after another, and somebody who looks for another. In every engine. What is held
 * back stands in `held-back.test.ts`.
 */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {demoPeople, type DemoPerson} from '../../demo/people/index.js';
import {composedMarkup} from '../support/composed-markup.js';
import {DemoPage, listHeading} from '../support/demo-page.js';

const person = (key: string): DemoPerson => {
  const found = demoPeople().find((one) => one.key === key);
  assert.ok(found);
  return found;
};

/** Words that belong to Parveen's record and to no other demo person's. */
const ofParveen = /Parveen|Apixaban|Metformin|Echocardiogram|999 000 0018|14 March 1955|Garsdale/;

/** Opening every entry takes minutes: `npm test` opens the newest, fewer where an engine is slow, `npm run test:full` all there are but in WebKit. */
const newest = process.env['PHR_ENGINE'] === 'webkit' ? 20 : 60;
const howMany =
  process.env['PHR_FULL'] && process.env['PHR_ENGINE'] !== 'webkit'
    ? {words: 'every entry', pages: 50, least: 500, most: 5000}
    : {words: `each of the newest ${newest}`, pages: 2, least: newest, most: newest};

describe('whose record it is', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** Turns the open page to another record, as a portal without page loads does, and tells what is left at once. */
  const turnTo = (login: string) =>
    page.browser.evaluate(
      async (token: string, patient: string) => {
        const provider = document.querySelector('phr-provider') as HTMLElement & {
          getToken: unknown;
          patient: string;
          updateComplete: Promise<unknown>;
        };
        const timeline = document.querySelector('phr-record-timeline') as HTMLElement & {
          updateComplete: Promise<unknown>;
        };
        const who = document.querySelector('phr-person') as typeof timeline;
        provider.getToken = () => token;
        provider.patient = patient;
        await provider.updateComplete;
        await timeline.updateComplete;
        await who.updateComplete;
        return `${timeline.shadowRoot?.textContent} ${who.shadowRoot?.textContent}`;
      },
      page.demo.token(login),
      person(login).patient,
    );

  it('leaves nothing of one person when the page turns to another', async () => {
    await page.open('parveen');
    await page.browser.sees('Apixaban 5mg tablets');
    await page.browser.click({role: 'button', name: /^Apixaban/, nth: 0});
    await page.browser.find({role: 'button', name: /^Close/});

    const atOnce = await turnTo('callum');

    assert.doesNotMatch(atOnce, ofParveen);
    await page.browser.sees('Callum Swaledale');
    await page.browser.find(listHeading);
    assert.doesNotMatch(await composedMarkup(page.browser, 'phr-provider'), ofParveen);
    await page.assertQuiet();
  });

  it('drops answers about one person that come after the page turned to another', async () => {
    await page.open('parveen', {server: 'slow:600', until: 'Loading your health record'});

    await turnTo('callum');

    await page.browser.sees('Callum Swaledale');
    await page.browser.find(listHeading);
    await page.browser.until('the last answer about Parveen has come', () => {
      const asked = performance.getEntriesByType('resource');
      return asked.every((entry) => (entry as PerformanceResourceTiming).responseEnd > 0);
    });
    assert.doesNotMatch(await composedMarkup(page.browser, 'phr-provider'), ofParveen);
    await page.assertQuiet();
  });

  it('tells a mother that she is viewing her daughter’s record', async () => {
    await page.open('ines');

    await page.browser.find({role: 'heading', name: 'You are viewing Mila Littondale’s record'});
    await page.browser.sees('You are logged in as Ines Littondale.');
    await page.browser.sees(/It may not be the whole of Mila Littondale’s health record/);
    assert.doesNotMatch(await page.browser.text(), /\byour health record/i);
    assert.doesNotMatch(await page.browser.evaluate(() => document.title), /Mila/);
    await page.assertQuiet();
  });

  it(`shows the name at the moment an entry opens on a screen of 320 px, in ${howMany.words}`, async () => {
    await page.open('ines', {width: 320});
    await page.browser.evaluate(() =>
      document.querySelector('phr-glossary')?.setAttribute('off', ''),
    );
    for (let times = 0; times < howMany.pages; times++) {
      const older = {role: 'button', name: 'Show older entries'};
      if (times > 3 && (await page.browser.findAll(older)).length === 0) break;
      await page.browser.click(older);
    }

    /**
     * Opens some entries, one at a time, and tells what a person does not see who scrolled to the name of an entry and pressed it.
     * Nothing is scrolled after that.
     */
    const look = (from: number, most: number) =>
      page.browser.evaluate(
        async (first: number, last: number) => {
          const list = document.querySelector('phr-record-timeline')?.shadowRoot;
          const rows = [
            ...(list?.querySelectorAll<HTMLButtonElement>('[part=entry] button[aria-expanded]') ??
              []),
          ].slice(first, last);
          const wrong: string[] = [];
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          for (const row of rows) {
            row.scrollIntoView({block: 'start', behavior: 'instant'});
            row.click();
            const opened = row.closest('[part=entry]')?.parentElement;
            let name: Element | null | undefined;
            for (let waited = 0; waited < 200 && !name?.textContent; waited++) {
              await frame();
              name = opened
                ?.querySelector('phr-entry-detail')
                ?.shadowRoot?.querySelector('p.person');
            }
            const text = name?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
            const {left = 0, right = 0, top = 0, bottom = 0} = name?.getBoundingClientRect() ?? {};
            let there = document.elementFromPoint(left + 20, (top + bottom) / 2);
            for (; there?.shadowRoot;) {
              const inner = there.shadowRoot.elementFromPoint(left + 20, (top + bottom) / 2);
              if (!inner || inner === there) break;
              there = inner;
            }
            const isSeen =
              top >= 0 &&
              bottom <= innerHeight &&
              left >= 0 &&
              right <= 320 &&
              !!there &&
              !!name?.contains(there);
            if (text !== 'Mila Littondale’s health record' || !isSeen)
              wrong.push(
                `${row.textContent?.trim()}: '${text}' from ${top} to ${bottom}, under ${there?.localName}.${there?.className}`,
              );
            row.click();
            // What closes above the next one would push it away while it opens.
            while (opened?.querySelector('phr-entry-detail')) await frame();
          }
          return {count: rows.length, wrong};
        },
        from,
        from + most,
      );
    const found = {count: 0, wrong: [] as string[]};
    for (let step = 20; step === 20;) {
      const {count, wrong} = await look(found.count, Math.min(20, howMany.most - found.count));
      found.count += count;
      found.wrong.push(...wrong);
      step = count;
    }

    assert.ok(found.count >= howMany.least, `${found.count} entries`);
    assert.deepEqual(found.wrong, []);
  });

  it('never clears what is new for the person when her daughter looks, nor the reverse', async () => {
    /** Opens the record as somebody who may be remembered on this device, and without the demo's own moment. */
    const look = async (login: string) => {
      await page.open(login);
      await page.browser.evaluate(() => {
        document.querySelector('phr-provider')?.setAttribute('remember', '');
        document.querySelector('phr-record-timeline')?.removeAttribute('since');
      });
      await page.browser.until('everything asked for has come', () => {
        const text = document.querySelector('phr-record-timeline')?.shadowRoot?.textContent ?? '';
        return !/7 November 2026/.test(text.slice(0, 600)) && /This was read from/.test(text);
      });
    };
    const newSection = {role: 'heading', name: /^\d+ new (so far )?since you last looked/};
    await look('parveen');
    assert.equal((await page.browser.findAll(newSection)).length, 0, 'a first visit marks nothing');
    await look('sana');
    assert.equal((await page.browser.findAll(newSection)).length, 0, 'nor does a proxy’s first');
    const answer = await fetch(`${page.demo.fhirBase}/Observation`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${page.demo.token('gp')}`,
        'Content-Type': 'application/fhir+json',
      },
      body: JSON.stringify({
        resourceType: 'Observation',
        status: 'final',
        code: {text: 'Pulse, taken after the last look'},
        subject: {reference: `Patient/${person('parveen').patient}`},
        effectiveDateTime: '2026-11-21',
        valueQuantity: {value: 71, unit: '/min'},
      }),
    });
    assert.equal(answer.status, 201);

    await look('sana');

    await page.browser.sees(/1 new (so far )?since you last looked/);
    await look('sana');
    await page.browser.gone(newSection);
    await look('parveen');
    await page.browser.sees(/1 new (so far )?since you last looked/);
    assert.doesNotMatch(await page.browser.evaluate(() => document.title), /\d/);
  });
});
