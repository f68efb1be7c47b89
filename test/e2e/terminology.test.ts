/**
 * The demo's page and its terminology server: what a word is called there stands beside what is known here, and what was opened or looked
 * up is nowhere else. In every engine.
 */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {DemoPage} from '../support/demo-page.js';

const name = 'Otitis media';
const snomed = 'http://snomed.info/sct';
const code = '65363002';
const called = 'Also called this by the Northmoor list of medical names:';
const panel = {role: 'dialog', name} as const;

/** A name that the demo's server has and the glossary has not: `test/node/demo-people/concepts.test.ts` holds it to that. */
const unknown = 'Venous blood specimen';

/** Everything that is opened or looked up below, in any letters; the code too. */
const looked = /otitis|65363002|infection|venous|122555007|DOAC/i;

describe('a word and the terminology server of the page', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  /** Opens Dawn's page with one entry of our own, and the entry; `terminology`: the path of the server. */
  async function openEntry(terminology?: string) {
    await page.open('dawn');
    await page.browser.evaluate(
      ({text, coding, path}: {text: string; coding: object; path: string | undefined}) => {
        if (path) document.querySelector('phr-glossary')?.setAttribute('terminology-url', path);
        const provider = document.querySelector('phr-provider') as HTMLElement & {
          resources: unknown;
          patient: string;
        };
        provider.resources = [
          {resourceType: 'Patient', id: provider.patient, name: [{text: 'Dawn Ribblesdale'}]},
          {
            resourceType: 'Condition',
            id: 'words',
            subject: {reference: `Patient/${provider.patient}`},
            recordedDate: '2026-11-20',
            clinicalStatus: {coding: [{code: 'active'}]},
            code: {text, coding: [coding]},
            note: [{text: 'On DOAC.'}],
          },
        ];
      },
      {text: name, coding: {system: snomed, code, display: name}, path: terminology},
    );
    await page.browser.click({role: 'button', name});
    await page.browser.find({role: 'button', name: `Close ${name}`});
    // The name of the entry as a word: its row is the first button of that name.
    await page.browser.find({role: 'button', name, nth: 1});
  }

  const select = () => page.browser.click({role: 'button', name, nth: 1});
  const asked = () => page.demo.requests.filter(({url}) => url.startsWith('/terminology'));

  async function lookUp(words: string) {
    await page.browser.focus({role: 'searchbox', name: 'Look up a word'});
    await page.browser.type(words);
    await page.browser.press('Enter');
  }

  it('has what is known here, and apart from it the server’s words, by its name and as unchecked', async () => {
    await openEntry();
    assert.deepEqual(asked(), []);

    await select();
    await page.browser.sees('An infection in the middle of the ear');

    const {text} = await page.browser.find(panel);
    const [known = '', there = ''] = text.split(called);
    assert.match(known, /Not yet clinically reviewed\..*ear/);
    assert.match(
      there,
      /^ *(?:Not yet clinically reviewed\. )?An infection in the middle of the ear/,
    );
    assert.match(text, /Northmoor Hospitals has not checked this meaning\./);
    assert.match(text, /Explained by the glossary that comes with this page\./);
    await page.assertQuiet();
  });

  it('is found there when it is looked up and not known here, with nothing of it in an address', async () => {
    await page.open('dawn');
    await lookUp(unknown);

    await page.browser.click({role: 'button', name: unknown});

    const {text} = await page.browser.find({role: 'dialog', name: unknown});
    assert.match(text, /Blood taken from a vein/);
    assert.match(text, /Not yet clinically reviewed\./);
    assert.match(text, /Explained by the Northmoor list of medical names\./);
    assert.deepEqual(
      asked().map(({method, url, status}) => `${method} ${url} ${status}`),
      ['POST /terminology/ValueSet/$expand 200'],
    );
    await page.assertQuiet();
  });

  it('is asked about without log in, cookie or page, and its code stands in no address', async () => {
    await page.open('dawn');
    // A page that has a cookie: the browser would send it with what is asked of the same place.
    await page.browser.evaluate(() => {
      document.cookie = 'session=dawn';
    });
    await openEntry();
    await select();
    await page.browser.sees(called);
    await page.browser.evaluate(() => {
      document.cookie = 'session=; max-age=0';
    });

    const seen = asked();
    assert.deepEqual(
      seen.map(({method, url}) => `${method} ${url}`),
      ['POST /terminology/CodeSystem/$lookup'],
    );
    for (const {authorization, cookie, referrer, login} of seen)
      assert.deepEqual([authorization, cookie, referrer, login], [false, false, false, undefined]);
    assert.ok(page.demo.requests.some(({cookie}) => cookie));
    for (const {url} of page.demo.requests) assert.doesNotMatch(url, looked);
  });

  /** Waits until the server has answered, or given up: a request is in its list from then on. */
  async function answered() {
    const until = Date.now() + 10_000;
    while (asked().length === 0) {
      assert.ok(Date.now() < until, 'the terminology server was not asked');
      await page.browser.evaluate(() => new Promise(requestAnimationFrame));
    }
    return asked().map(({status}) => status);
  }

  for (const [what, awkward, status, allowed] of [
    ['fails', 'unavailable', 503, /503/],
    ['is late, when nobody waits for it any longer', 'hanging:*', 499, /(?!)/],
    ['answers with a page of its own', 'html:*', 200, /(?!)/],
  ] as const)
    it(`is explained by what is known here when the server ${what}`, async () => {
      await openEntry(`/terminology/awkward/${awkward}`);

      await select();
      const {text: atOnce} = await page.browser.find(panel);
      assert.deepEqual(await answered(), [status]);

      const {text} = await page.browser.find(panel);
      assert.equal(text, atOnce);
      assert.match(text, /ear/);
      assert.match(text, /Explained by the glossary that comes with this page\./);
      assert.doesNotMatch(text, /Northmoor list/);
      await page.assertQuiet(allowed);
    });

  it('leaves nothing of what was opened or looked up in the page around, its store, its console or its events', async () => {
    await openEntry();
    const state = () =>
      page.browser.evaluate(async () => ({
        address: location.href,
        title: document.title,
        length: history.length,
        state: JSON.stringify(history.state),
        cookie: document.cookie,
        local: JSON.stringify(localStorage),
        session: JSON.stringify(sessionStorage),
        databases: (await indexedDB.databases?.())?.length ?? 0,
        caches: 'caches' in window ? (await caches.keys()).length : 0,
      }));
    const before = await state();
    await page.browser.evaluate(() => {
      const heard: string[] = [];
      const said: string[] = [];
      Object.assign(window, {heard, said});
      for (const level of ['log', 'info', 'debug', 'warn', 'error', 'table', 'dir'] as const)
        console[level] = (...args: unknown[]) => void said.push(args.map(String).join(' '));
      // What leaves the glossary is what the page around it hears, whatever it is called.
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        if (event instanceof CustomEvent && event.composed)
          heard.push(`${event.type} ${JSON.stringify(event.detail)}`);
        return dispatch.call(this, event);
      };
    });

    await select();
    await page.browser.sees(called);
    await page.browser.press('Escape');
    await page.browser.gone(panel);
    await page.browser.click({role: 'button', name: 'DOAC'});
    await page.browser.find({role: 'dialog', name: 'DOAC'});
    await page.browser.click({
      role: 'button',
      name: 'Close',
      within: {role: 'dialog', name: 'DOAC'},
    });
    await lookUp(unknown);
    await page.browser.click({role: 'button', name: unknown});
    await page.browser.find({role: 'dialog', name: unknown});
    await page.browser.press('Escape');
    await page.browser.gone({role: 'dialog'});

    assert.deepEqual(await state(), before);
    const {heard, said, resources} = await page.browser.evaluate(() => {
      const kept = window as unknown as {heard: readonly string[]; said: readonly string[]};
      return {
        heard: kept.heard,
        said: kept.said,
        resources: performance.getEntries().map((one) => one.name),
      };
    });
    assert.deepEqual(heard, []);
    assert.deepEqual(said, []);
    assert.ok(resources.some((one) => one.endsWith('/terminology/CodeSystem/$lookup')));
    assert.ok(resources.some((one) => one.endsWith('/terminology/ValueSet/$expand')));
    for (const one of [...resources, JSON.stringify(before)]) assert.doesNotMatch(one, looked);
    for (const {url} of page.demo.requests) assert.doesNotMatch(url, looked);
    const {errors, warnings, violations} = await page.browser.complaints();
    assert.deepEqual([...errors, ...warnings, ...violations], []);
  });
});
