/** The portal page of the demo: what a person sees first, what a page may ask of us, and the way to what matters. In every engine. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {demoPeople} from '../../demo/people/index.js';
import type {Target} from '../support/browser.js';
import {settledMarkup} from '../support/composed-markup.js';
import {DemoPage} from '../support/demo-page.js';

const facts = demoPeople().find(({key}) => key === 'parveen')?.facts;
assert.ok(facts?.newestHba1c && facts.medicineReason && facts.lastDischargeLetter);
const {newestHba1c, medicineReason, lastDischargeLetter} = facts;

/** The day and minute of the United Kingdom as the page says them: 'on 6 August 2018 at 5:30pm'. */
function inTheUnitedKingdom(instant: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    ...({day: 'numeric', month: 'long', year: 'numeric'} as const),
    ...({hour: 'numeric', minute: '2-digit', hour12: true} as const),
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const isOnTheHour = part('minute') === '00';
  const half = part('dayPeriod').toLowerCase();
  const clock =
    isOnTheHour && /^(0|12)$/.test(part('hour'))
      ? {am: 'midnight', pm: 'midday'}[half]
      : `${part('hour').replace(/^0$/, '12')}${isOnTheHour ? '' : `:${part('minute')}`}${half}`;
  return `on ${part('day')} ${part('month')} ${part('year')} at ${clock}`;
}

/** How many times Tab a walk may take and still be one action: as far as from the top of the page to what is new in the record. */
const farthest = 40;

describe('the portal page', () => {
  let page: DemoPage;
  /** Actions since the page was opened: a click, typing and Enter, or a walk by keys to one place. */
  let actions = 0;

  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  const click = (target: Target) => {
    actions++;
    return page.browser.click(target);
  };

  const typeAndEnter = async (text: string) => {
    actions++;
    await page.browser.type(text);
    await page.browser.press('Enter');
  };

  /** Walks by Tab, as somebody without a mouse does, and presses a key there. */
  async function walkTo({role, name}: Target, ...keys: string[]) {
    actions++;
    await page.browser.find({role, ...(name !== undefined && {name}), nth: 0});
    for (let steps = 0; steps < farthest; steps++) {
      await page.browser.press('Tab');
      const at = await page.browser.focused();
      const isIt =
        at?.role === role && (typeof name === 'string' ? at.name === name : name?.test(at.name));
      if (isIt) return page.browser.press(...keys);
    }
    assert.fail(`${farthest} times Tab do not reach ${role} ${name}`);
  }

  it('shows Parveen her record from the server, and nothing goes wrong', async () => {
    await page.open('parveen');

    await page.browser.sees('999 000 0018');
    await page.browser.sees('14 March 1955');
    await page.browser.sees(lastDischargeLetter.title);
    await page.browser.sees(
      /This was read from 7 places on .* It may not be your whole health record/,
    );
    await page.assertQuiet();
  });

  it(
    'shows the days and times of the United Kingdom on a device that is in New York',
    {skip: process.env['PHR_ENGINE'] !== 'chromium' && 'needs DevTools'},
    async () => {
      const seen: {zone: string; dates: readonly string[]}[] = [];
      for (const timezoneId of ['Europe/London', 'America/New_York']) {
        await page.browser.devtools('Emulation.setTimezoneOverride', {timezoneId});
        const before = Date.now();
        await page.open('dawn', {until: 'Amitriptyline 10mg tablets'});
        await page.browser.click({role: 'button', name: 'Search and filter'});
        await page.browser.find({role: 'searchbox', name: /Search/});
        await settledMarkup(page.browser, 'phr-record-timeline', (markup) => markup);
        const minutes = new Set<string>();
        for (let at = before; at < Date.now() + 60_000; at += 60_000)
          minutes.add(inTheUnitedKingdom(Math.min(at, Date.now())));
        const {zone, dates} = await page.browser.evaluate(() => ({
          zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
          dates: [
            ...(document
              .querySelector('phr-record-timeline')
              ?.shadowRoot?.querySelectorAll('time, [part=entry] p, h3, .completeness p') ?? []),
          ]
            .map(
              (one) =>
                `${one.getAttribute('datetime')} ${one.textContent?.replace(/\s+/g, ' ').trim()}`,
            )
            .sort(),
        }));
        // When it was read is another minute each time, and one of these.
        seen.push({
          zone,
          dates: dates.map((date) =>
            [...minutes].reduce((text, minute) => text.replace(minute, 'when it was read'), date),
          ),
        });
      }
      await page.browser.devtools('Emulation.setTimezoneOverride', {timezoneId: ''});

      const [london, newYork] = seen;

      assert.ok(london?.dates.some((date) => /25 September 2026/.test(date)));
      assert.ok(london?.dates.some((date) => /was read from .* when it was read/.test(date)));
      assert.deepEqual([london?.zone, newYork?.zone], ['Europe/London', 'America/New_York']);
      assert.deepEqual(newYork?.dates, london?.dates);
    },
  );

  it('asks no other place than its own for anything', async () => {
    await page.open('parveen');
    await page.browser.click({role: 'button', name: 'Search and filter'});
    await page.browser.find({role: 'searchbox', name: /Search/});

    const origins = await page.browser.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => new URL(name).origin),
    );

    assert.deepEqual([...new Set(origins)], [page.demo.url]);
  });

  it('keeps the token out of addresses, storage and the page', async () => {
    await page.open('parveen');
    await page.browser.sees(lastDischargeLetter.title);

    const found = await page.browser.evaluate(async () => {
      const markup = (root: Document | ShadowRoot | Element): string =>
        [...root.querySelectorAll('*')]
          .map((element) => {
            const own = [...element.attributes].map(({name, value}) => `${name}=${value}`);
            const text = [...element.childNodes].map((node) =>
              node.nodeType === Node.TEXT_NODE ? node.textContent : '',
            );
            const inner = element.shadowRoot ? markup(element.shadowRoot) : '';
            return `${own.join(' ')} ${text.join('')} ${inner}`;
          })
          .join('\n');
      return {
        places: [
          markup(document),
          location.href,
          document.cookie,
          JSON.stringify(localStorage),
          JSON.stringify(sessionStorage),
          JSON.stringify(history.state),
          ...performance.getEntriesByType('resource').map(({name}) => name),
        ],
        databases: (await indexedDB.databases?.())?.length ?? 0,
        caches: 'caches' in window ? (await caches.keys()).length : 0,
      };
    });

    // The demo's tokens are three parts of base64url, the first of which begins as JSON does.
    const token = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}|Bearer /;
    for (const place of found.places) assert.doesNotMatch(place, token);
    assert.equal(found.databases, 0);
    assert.equal(found.caches, 0);
    assert.ok(
      page.demo.requests.some(({login, url}) => login === 'parveen' && url.includes('/fhir/')),
    );
    for (const {url} of page.demo.requests) assert.doesNotMatch(url, token);
  });

  it('reaches the newest HbA1c in 3 actions or fewer', async () => {
    await page.open('parveen');
    actions = 0;

    await click({role: 'button', name: 'Search and filter'});
    await click({role: 'searchbox', name: /Search/});
    await typeAndEnter('hba1c');

    await page.browser.sees(newestHba1c.value);
    await page.browser.sees(newestHba1c.date);
    assert.ok(actions <= 3, `${actions} actions`);
  });

  it('reaches the reason for a medicine in 3 actions or fewer', async () => {
    await page.open('parveen');
    actions = 0;

    await click({role: 'button', name: 'What is current'});

    const row = {role: 'region', name: 'Current'};
    await page.browser.find({role: 'heading', name: medicineReason.medicine, within: row});
    await page.browser.sees(`What it is for: ${medicineReason.reason}.`);
    assert.ok(actions <= 3, `${actions} actions`);
  });

  it('reaches the last discharge letter in 3 actions or fewer', async () => {
    await page.open('parveen');
    actions = 0;

    await click({role: 'button', name: lastDischargeLetter.title});

    await page.browser.find({role: 'button', name: `Close ${lastDischargeLetter.title}`});
    await page.browser.sees(lastDischargeLetter.date);
    assert.ok(actions <= 3, `${actions} actions`);
  });

  it('reaches all three by keyboard alone', async () => {
    await page.open('parveen');

    actions = 0;
    await walkTo({role: 'button', name: lastDischargeLetter.title}, 'Enter');
    await page.browser.find({role: 'button', name: `Close ${lastDischargeLetter.title}`});
    assert.ok(actions <= 3, `letter: ${actions} actions`);

    await page.open('parveen');
    actions = 0;
    await walkTo({role: 'button', name: 'What is current'}, 'Enter');
    await page.browser.sees(`What it is for: ${medicineReason.reason}.`);
    assert.ok(actions <= 3, `reason: ${actions} actions`);

    await page.open('parveen');
    actions = 0;
    await walkTo({role: 'button', name: 'Search and filter'}, 'Enter');
    await walkTo({role: 'searchbox', name: /Search/});
    await typeAndEnter('hba1c');
    await page.browser.sees(newestHba1c.value);
    assert.ok(actions <= 3, `HbA1c: ${actions} actions`);
  });
});
