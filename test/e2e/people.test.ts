/**
 * Whose record is on the screen: one person after another, somebody who looks for another, and what is held back.
 * The switch and the proxy's name in every engine; what compares two servers in Chromium alone.
 */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {demoPeople, withholdSystem, type DemoPerson} from '../../demo/people/index.js';
import {startDemoServer} from '../../demo/server/demo-server.js';
import {demoLogin} from '../../demo/server/logins.js';
import {fileURLToPath} from 'node:url';
import type {Browser} from '../support/browser.js';
import {composedMarkup, settledMarkup} from '../support/composed-markup.js';
import {DemoPage, listHeading} from '../support/demo-page.js';

const onlyChromium = process.env['PHR_ENGINE'] !== 'chromium' && 'compares servers, not engines';
const person = (key: string): DemoPerson => {
  const found = demoPeople().find((one) => one.key === key);
  assert.ok(found);
  return found;
};
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Words that belong to Parveen's record and to no other demo person's. */
const ofParveen = /Parveen|Apixaban|Metformin|Echocardiogram|999 000 0018|14 March 1955|Garsdale/;

/**
 * The page without what depends on which answer came first, in either record: what was announced last (at most every 3
 * seconds), and the numbers of rows, given in the order of first sight.
 */
const whateverCameFirst = (markup: string) =>
  markup.replace(/(role="status">\n)"[^\n]*"\n/, '$1').replace(/((?:id|href)="#?e)\d+"/g, '$1"');

/** Underlines no words: terms come when a page has time, and are not what is compared. */
const withoutTerms = (browser: Browser) =>
  browser.evaluate(() => document.querySelector('phr-glossary')?.setAttribute('off', ''));

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

  it('puts the name at the top of every opened entry on a screen of 320 px', async () => {
    await page.open('ines', {width: 320});
    for (let times = 0; times < 2; times++)
      await page.browser.click({role: 'button', name: 'Show older entries'});

    /** Opens one entry, reads what its detail begins with, and closes it: nothing once there is no such entry. */
    const look = (index: number) =>
      page.browser.evaluate(async (at: number) => {
        const list = document.querySelector('phr-record-timeline')?.shadowRoot;
        const row = [
          ...(list?.querySelectorAll<HTMLButtonElement>('[part=entry] button[aria-expanded]') ??
            []),
        ][at];
        if (!row) return undefined;
        row.click();
        const opened = row.closest('[part=entry]')?.parentElement;
        let text = '';
        let first: Element | undefined;
        for (let waited = 0; waited < 200 && !/health record/.test(text); waited++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const root = opened?.querySelector('phr-entry-detail')?.shadowRoot;
          first = [...(root?.querySelectorAll('p') ?? [])][0];
          text = first?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        }
        first?.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = first?.getBoundingClientRect();
        const isInSight =
          !!box && box.height > 0 && box.top >= 0 && box.left >= 0 && box.right <= 320;
        const isRight = text === 'Mila Littondale’s health record' && isInSight;
        row.click();
        return isRight ? '' : `${row.textContent?.trim()}: '${text}' ${JSON.stringify(box)}`;
      }, index);
    const found = {count: 0, wrong: [] as string[]};
    for (let said = await look(0); said !== undefined; said = await look(found.count)) {
      found.count++;
      if (said !== '') found.wrong.push(said);
    }

    assert.ok(found.count > 30, `${found.count} entries`);
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
    const newSection = {role: 'heading', name: /new (so far )?since you last looked/};
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

describe('what is held back', {skip: onlyChromium}, () => {
  it('leaves no trace for a proxy: the same page as from a record that never had it', async () => {
    const mila = person('mila');
    const isHeldBack = ({meta}: {meta?: {tag?: {system?: string}[]}}) =>
      meta?.tag?.some(({system}) => system === withholdSystem) ?? false;
    const whole = mila.resources;
    const held = whole.filter((one) => isHeldBack(one as never));
    const without = whole.filter((one) => !isHeldBack(one as never));
    assert.ok(held.length >= 2);
    const seen: unknown[] = [];

    for (const resources of [whole, without]) {
      const demo = await startDemoServer({
        host: '127.0.0.1',
        records: [{patient: mila.patient, resources}],
        logins: mila.logins.map((login) => demoLogin(login)),
        staticFolders: [
          {path: '/phr-widgets/', folder: folder('../../dist')},
          {path: '/', folder: folder('../../demo/portal')},
        ],
      });
      const page = DemoPage.on(demo, browser.browser);
      try {
        await page.open('ines');
        await withoutTerms(page.browser);
        const events = await page.browser.evaluate(async () => {
          const heard: string[] = [];
          const provider = document.querySelector('phr-provider') as HTMLElement;
          for (const type of ['phr-status', 'phr-error', 'phr-filter-change', 'phr-record-open'])
            provider.addEventListener(type, (event) =>
              heard.push(`${type} ${JSON.stringify((event as CustomEvent).detail)}`),
            );
          return heard;
        });
        await page.browser.click({role: 'button', name: 'Search and filter'});
        await page.browser.click({role: 'searchbox', name: /Search/});
        await page.browser.type('alone');
        await page.browser.press('Enter');
        await page.browser.sees(/entr(y|ies) match(es)?(?! so far)/);
        const searched = await composedMarkup(page.browser, 'phr-record-timeline');
        await page.browser.click({role: 'button', name: 'Clear all filters'});
        await page.browser.find(listHeading);
        await page.browser.click({role: 'button', name: 'What is included'});
        seen.push({
          events,
          searched: whateverCameFirst(searched),
          all: await settledMarkup(page.browser, 'phr-record-timeline', whateverCameFirst),
          person: await composedMarkup(page.browser, 'phr-person'),
          asked: demo.requests
            .filter(({url}) => url.includes('/fhir/'))
            .map(({url, status}) => `${status} ${url.replace(/_page=[^&]*/, '_page')}`)
            .sort(),
        });
      } finally {
        await demo.close();
      }
    }

    assert.deepEqual(seen[0], seen[1]);
  });

  let browser: DemoPage;
  before(async () => {
    browser = await DemoPage.start();
  });
  after(() => browser?.close());

  it('shows the same for a kind that is refused and one that is not offered', async () => {
    const pages: string[] = [];

    for (const server of ['forbidden:DocumentReference', 'missing:DocumentReference']) {
      await browser.open('mila', {server});
      await browser.browser.sees(
        'You cannot see letters and documents here. This does not mean there are none.',
      );
      await browser.browser.click({role: 'button', name: 'What is included'});
      await browser.browser.sees('What we asked for on');
      await browser.browser.until('nothing more is asked for', () => {
        const text = document.querySelector('phr-record-timeline')?.shadowRoot?.textContent ?? '';
        return !/No answer yet/.test(text);
      });
      await withoutTerms(browser.browser);
      const markup = await settledMarkup(browser.browser, 'phr-provider', whateverCameFirst);
      pages.push(markup.replaceAll(server, 'SERVER'));
    }

    assert.equal(pages[0], pages[1]);
  });
});
