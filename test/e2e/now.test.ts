/** 'Now' of each demo person against the list that was written by hand. In Chromium alone but for one person: it is our logic, not the engine's. */
import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import {demoPeople, type NowItem} from '../../demo/people/index.js';
import {DemoPage} from '../support/demo-page.js';

const everyEngine = 'dawn';
const engine = process.env['PHR_ENGINE'];
const people = demoPeople().filter(({key}) => engine === 'chromium' || key === everyEngine);

/** Statements that are ours to put into words, and who the reader is: 'you'. */
const inOurWords = (written: string, self: string) =>
  written === self
    ? 'Added by you'
    : written.replace('No known drug allergies', 'No known medicine allergies');

/** Whether a row says all that the hand-written line says. */
const says = (row: string, {name, date, source, reason}: NowItem) =>
  row.includes(name) &&
  row.includes(date) &&
  (source === undefined || row.includes(source)) &&
  (reason === undefined || row.includes(`What it is for: ${reason}.`));

/** Compares rows with lines, one for one. */
function assertSame(rows: readonly string[], items: readonly NowItem[], what: string) {
  const left = [...rows];
  for (const item of items) {
    const at = left.findIndex((row) => says(row, item));
    assert.ok(at >= 0, `${what}: no row says ${JSON.stringify(item)} in\n${left.join('\n')}`);
    left.splice(at, 1);
  }
  assert.deepEqual(left, [], `${what}: rows that nobody wrote down`);
}

describe('What is current', () => {
  let page: DemoPage;
  before(async () => {
    page = await DemoPage.start();
  });
  after(() => page?.close());

  for (const {key, now, logins} of people) {
    const self = logins.find(({role}) => role === 'patient')?.name ?? '';
    const readAs = (items: readonly NowItem[]) =>
      items.map((item) => ({
        ...item,
        name: inOurWords(item.name, self),
        ...(item.source !== undefined && {source: inOurWords(item.source, self)}),
      }));

    it(`shows what is current for ${key}, and nothing that has ended or was ruled out`, async () => {
      await page.open(key);

      await page.browser.click({role: 'button', name: 'What is current'});

      const {medicines, conditions, allergies, noKnownAllergies, unknown, never} = now;
      const known = readAs([
        ...medicines,
        ...conditions,
        ...allergies,
        ...(noKnownAllergies ? [noKnownAllergies] : []),
      ]);
      const last = known.at(-1)?.name ?? '';
      await page.browser.find({
        role: 'heading',
        name: 'What is current: medicines, conditions and allergies',
      });
      await page.browser.sees(last);
      await page.browser.until('everything current is read', () => {
        const timeline = document.querySelector('phr-record-timeline');
        return !/This list is not complete/.test(timeline?.shadowRoot?.textContent ?? '');
      });
      assertSame(await page.rowsUnder('Current'), known, `${key}, current`);
      const apart =
        unknown.length > 0 ? await page.rowsUnder('We do not know if these are current') : [];
      assertSame(apart, readAs(unknown), `${key}, not known`);
      const names = (await page.browser.findAll({role: 'heading'})).map(({name}) => name);
      for (const name of never)
        assert.ok(
          names.every((said) => said !== name && !said.endsWith(`: ${name}`)),
          `${name} is in 'Now' of ${key}`,
        );
      await page.assertQuiet();
    });
  }

  it('names the kind that is missing, and does not call the list complete', async () => {
    await page.open('parveen', {server: 'failing:AllergyIntolerance'});

    await page.browser.click({role: 'button', name: 'What is current'});

    await page.browser.sees('This list is not complete. It may not have all allergies.');
  });

  it('says what it waits for while medicines are still being read', async () => {
    await page.open('parveen', {server: 'slow:700'});

    await page.browser.click({role: 'button', name: 'What is current'});

    await page.browser.sees(/This list is not complete\. It may not have all [^.]*medicines/);
    await page.browser.until('it is complete', () => {
      const timeline = document.querySelector('phr-record-timeline');
      return !/This list is not complete/.test(timeline?.shadowRoot?.textContent ?? '');
    });
    await page.browser.sees('Salbutamol 100micrograms/dose inhaler CFC free');
  });
});
