/**
 * What is held back, and what is refused, leave no trace: pairs of pages that must be the same. They compare servers, not
 * engines, so they run in Chromium alone.
 */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {demoPeople, withholdSystem, type DemoPerson} from '../../demo/people/index.js';
import {startDemoServer} from '../../demo/server/demo-server.js';
import {demoLogin} from '../../demo/server/logins.js';
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

/**
 * The page without what depends on which answer came first, in either record: what was announced last (at most every 3
 * seconds), and the numbers of rows, given in the order of first sight.
 */
const whateverCameFirst = (markup: string) =>
  markup.replace(/(role="status">\n)"[^\n]*"\n/, '$1').replace(/((?:id|href)="#?e)\d+"/g, '$1"');

/** Underlines no words: terms come when a page has time, and are not what is compared. */
const withoutTerms = (browser: Browser) =>
  browser.evaluate(() => document.querySelector('phr-glossary')?.setAttribute('off', ''));

/** Hears every event that scripts fire in the page, with what it carries, from before the page's own scripts run. */
const ear = `{
  const heard = (window.phrHeard = []);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    const from = this instanceof Element ? this.localName : 'page';
    heard.push(from + ' ' + event.type + ' ' + (JSON.stringify(event.detail) ?? ''));
    return dispatch.call(this, event);
  };
}`;

/**
 * Searches, tells what is then on the page, and clears the search. The list is then built anew: until then a visit gathers none of
 * the rows that came to the page before it, and which did depends on which answer came first.
 */
async function search(browser: Browser, word: string): Promise<string> {
  await browser.click({role: 'button', name: 'Search and filter'});
  await browser.click({role: 'searchbox', name: /Search/});
  await browser.type(word);
  await browser.press('Enter');
  await browser.sees(/entr(y|ies) match(es)?(?! so far)/);
  const searched = await composedMarkup(browser, 'phr-record-timeline');
  await browser.click({role: 'button', name: 'Clear all filters'});
  await browser.find(listHeading);
  return searched;
}

/** What the page was told, whatever came first; what elements ask of each other in it carries nothing. */
const heardIn = (browser: Browser) =>
  browser.evaluate(() =>
    ((window as {phrHeard?: string[]}).phrHeard ?? [])
      .filter((event) => !/ context-(request|provider) /.test(event))
      .sort(),
  );

/** Who looks, whose record it is, what of it they must not know of, and a word of just that. */
interface Pair {
  readonly login: string;
  readonly record: DemoPerson['key'];
  /** The tags of what is held back from them. */
  readonly from: readonly ('proxy' | 'patient')[];
  readonly word: string;
}

describe('what is held back', {skip: onlyChromium}, () => {
  let browser: DemoPage;
  before(async () => {
    browser = await DemoPage.start();
    await browser.browser.devtools('Page.enable');
    await browser.browser.devtools('Page.addScriptToEvaluateOnNewDocument', {source: ear});
  });
  after(() => browser?.close());

  /** All that a person, a script or the server can tell of a visit: open, search, clear, open an entry, what is included. */
  async function visit({login, record, word}: Pair, resources: DemoPerson['resources']) {
    const {patient, logins} = person(record);
    const demo = await startDemoServer({
      host: '127.0.0.1',
      records: [{patient, resources}],
      logins: logins.map((one) => demoLogin(one)),
      staticFolders: [
        {path: '/phr-widgets/', folder: folder('../../dist')},
        {path: '/', folder: folder('../../demo/portal')},
      ],
    });
    const page = DemoPage.on(demo, browser.browser);
    try {
      await page.open(login);
      await withoutTerms(page.browser);
      const searched = await search(page.browser, word);
      await page.browser.click({role: 'button', name: 'What is included'});
      const all = await settledMarkup(page.browser, 'phr-record-timeline', whateverCameFirst);
      return {
        searched: whateverCameFirst(searched),
        all,
        person: await composedMarkup(page.browser, 'phr-person'),
        events: await heardIn(page.browser),
        asked: demo.requests
          .filter(({url}) => url.includes('/fhir/'))
          .map(({url, status}) => `${status} ${url.replace(/_page=[^&]*/, '_page')}`)
          .sort(),
      };
    } finally {
      await demo.close();
    }
  }

  const pairs: readonly (Pair & {readonly who: string})[] = [
    {
      who: 'a proxy',
      login: 'ines',
      record: 'mila',
      from: ['proxy', 'patient'],
      word: 'alone',
    },
    {
      who: 'the person, whose log in may be in other hands',
      login: 'dawn',
      record: 'dawn',
      from: ['patient'],
      word: 'MARAC',
    },
  ];
  for (const {who, ...pair} of pairs) {
    it(`leaves no trace for ${who}: the same page and events as from a record that never had it`, async () => {
      const whole = person(pair.record).resources;
      const isHeldBack = ({meta}: DemoPerson['resources'][number]) =>
        meta?.tag?.some(
          ({system, code}) =>
            system === withholdSystem && pair.from.some((reader) => reader === code),
        ) ?? false;
      const without = whole.filter((one) => !isHeldBack(one));
      assert.ok(whole.length - without.length >= 2);

      const seen = [await visit(pair, whole), await visit(pair, without)];

      assert.deepEqual(seen[0], seen[1]);
      assert.ok(
        seen[0]?.events.some((event) => /^phr-record-timeline phr-filter-change /.test(event)),
        'events are heard',
      );
    });
  }

  for (const [who, login] of [
    ['the person', 'mila'],
    ['a proxy', 'ines'],
  ] as const) {
    it(`shows ${who} the same for a kind that is refused and one that is not offered`, async () => {
      const pages: string[][] = [];
      const events: string[][] = [];

      for (const server of ['forbidden:DocumentReference', 'missing:DocumentReference']) {
        await browser.open(login, {server});
        await withoutTerms(browser.browser);
        await browser.browser.sees(
          'You cannot see letters and documents here. This does not mean there are none.',
        );
        await search(browser.browser, 'alone');
        await browser.browser.click({role: 'button', name: 'What is included'});
        await browser.browser.sees('What we asked for on');
        const markup = await settledMarkup(browser.browser, 'phr-provider', whateverCameFirst);
        pages.push(markup.replaceAll(server, 'SERVER').split('\n'));
        events.push(await heardIn(browser.browser));
      }

      assert.deepEqual(pages[0], pages[1]);
      // The difference goes to the page's own code alone, and in this one event.
      const isStatus = (event: string) => event.startsWith('phr-provider phr-status ');
      const [refused = [], notOffered = []] = events;
      assert.notDeepEqual(refused.filter(isStatus), notOffered.filter(isStatus));
      assert.deepEqual(
        refused.filter((event) => !isStatus(event)),
        notOffered.filter((event) => !isStatus(event)),
      );
    });
  }

  it('shows a father who may see appointments alone those, and calls nothing else empty', async () => {
    await browser.open('piotr', {until: 'You are viewing Mila Littondale’s record'});

    await browser.browser.click({role: 'button', name: 'What is included'});

    await browser.browser.sees('What we asked for on');
    await settledMarkup(browser.browser, 'phr-record-timeline', whateverCameFirst);
    const text = await browser.browser.text();
    const unseen = text.match(/You cannot see [a-z ]+ here\. This does not mean there are none\./g);
    assert.equal(unseen?.length, 10);
    assert.match(text, /Appointments Answered\. 4 entries read/);
    assert.match(text, /Children’s diabetes clinic 8 December 2026/);
    assert.doesNotMatch(text, /[Nn]othing (is )?recorded|Insulin|HbA1c/);
    await browser.assertQuiet(/Failed to load resource/);
  });

  it('shows a partner nothing of what is held back from Dawn herself', async () => {
    await browser.open('lee', {until: 'You are viewing Ms Dawn Ribblesdale’s record'});
    await browser.browser.sees('Amitriptyline 10mg tablets');
    await browser.browser.click({role: 'button', name: 'What is included'});
    await browser.browser.sees('What we asked for on');
    await browser.browser.until('everything asked for has come', () => {
      const text = document.querySelector('phr-record-timeline')?.shadowRoot?.textContent ?? '';
      return !/No answer yet/.test(text);
    });

    const shown = await composedMarkup(browser.browser, 'phr-provider');

    assert.doesNotMatch(shown, /MARAC|domestic|abuse|[Ss]afeguarding|[Rr]efuge/);
    const heard = (await heardIn(browser.browser)).join('\n');
    assert.doesNotMatch(heard, /MARAC|domestic|abuse|[Ss]afeguarding|[Rr]efuge/);
    await browser.assertQuiet();
  });
});
