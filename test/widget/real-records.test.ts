/**
 * Records that nobody here wrote, through the whole widget: every timeline resource of the FHIR R4 examples and, where it is at
 * hand, of UK Core, given as static data, read to the end, each entry opened.
 */
import {expect, waitUntil} from '@open-wc/testing';
import {r4, ukCore, type Corpus, type Resource} from 'virtual:real-records';
import {readToEnd, rowsOf, showWidget, wordsIn, type Widget} from './widget-page.js';

/** What must never stand on the screen. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['undefined', /\bundefined\b/],
  ['null', /\bnull\b/],
  ['NaN', /\bNaN\b/],
  ['an object', /\[object /],
  ['an invalid date', /Invalid Date/],
  ['a tag', /<\/?[a-z][^>]*>/i],
  ['an address', /\b(?:https?|urn|ftp|file|data|javascript):\S/i],
  ['a UUID', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i],
  ['a reference', /\b(?:Patient|Practitioner|Observation|Organization|Encounter)\/[\w-]/],
];

/** Codes that stand in a resource and in none of its words. */
function codesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(codesOf);
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'code' && typeof each === 'string' && /\d{4}|_/.test(each) ? [each] : codesOf(each),
  );
}

const isMistake = ({status, docStatus, verificationStatus, resourceType}: Resource) =>
  JSON.stringify([status, docStatus, verificationStatus]).includes('"entered-in-error"') ||
  (resourceType === 'DocumentReference' && status === 'superseded');

/** Results that a report or a panel in the record shows inside itself. */
function partsOf(resources: readonly Resource[]): Set<string> {
  const found = new Set<string>();
  for (const resource of resources) {
    if (isMistake(resource)) continue;
    const {resourceType, result, hasMember} = resource;
    const inside = resourceType === 'DiagnosticReport' ? result : hasMember;
    for (const {reference} of (inside ?? []) as {reference?: string}[])
      if (reference) found.add(reference);
  }
  return found;
}

/** How many entries the widget itself says it received and cannot show safely. */
function withheldSaid(words: string): number {
  const said = /There (?:is|are) (\d+) entr(?:y|ies) we cannot show safely/.exec(words);
  return Number(said?.[1] ?? 0);
}

const errors: string[] = [];
const hear = (event: ErrorEvent | PromiseRejectionEvent) =>
  errors.push(event instanceof ErrorEvent ? event.message : String(event.reason));

/** Opens each row in turn and hands its words on. */
async function openEach({timeline}: Widget, look: (words: string) => void) {
  for (const row of rowsOf(timeline)) {
    const button = row.querySelector<HTMLButtonElement>('button[aria-expanded]');
    if (!button) continue;
    button.click();
    await waitUntil(
      () => {
        const detail = row.parentElement?.querySelector('phr-entry-detail');
        return !!detail && !/Getting the details/.test(wordsIn(detail));
      },
      `${wordsIn(button)} opens`,
    );
    look(wordsIn(row.parentElement ?? row));
    button.click();
    await timeline.updateComplete;
  }
}

const corpora: readonly (readonly [string, Corpus | null, number])[] = [
  ['FHIR R4 examples', r4, 150],
  ['UK Core examples', ukCore, 20],
];

for (const [name, corpus, least] of corpora) {
  if (!corpus) {
    console.log(`NOT RUN: ${name} are not at hand`);
    continue;
  }
  describe(`the whole widget with ${name}`, () => {
    before(() => {
      errors.length = 0;
      addEventListener('error', hear);
      addEventListener('unhandledrejection', hear);
    });
    after(() => {
      removeEventListener('error', hear);
      removeEventListener('unhandledrejection', hear);
    });

    it('is tried with enough of them', () => {
      const count = corpus.people.reduce((sum, {resources}) => sum + resources.length - 1, 0);
      expect(count).to.be.at.least(least);
    });

    for (const {patient, resources} of corpus.people) {
      it(`shows each entry of ${patient} once, in words, and none that was a mistake`, async () => {
        const widget = await showWidget({patient, resources: [...resources, ...corpus.beside]});
        await readToEnd(widget);

        const words = wordsIn(widget.timeline);

        const own = resources.filter(({resourceType}) => resourceType !== 'Patient');
        const parts = partsOf(own);
        const right = own.filter((one) => !isMistake(one));
        const expected = right.filter((one) => !parts.has(`${one.resourceType}/${one.id}`)).length;
        const shown = rowsOf(widget.timeline).length;
        expect(shown + withheldSaid(words), `${shown} shown`).to.equal(expected);
        const codes = own.flatMap(codesOf);
        const check = (said: string) => {
          for (const [what, pattern] of forbidden) expect(said, what).to.not.match(pattern);
          const all = new Set(said.split(/[\s:;,()]+/));
          const own = JSON.stringify(resources);
          for (const code of codes) {
            const isWord = own.includes(`"display":"${code}"`) || own.includes(`"text":"${code}"`);
            if (!isWord && all.has(code)) expect.fail(`the code ${code} is in: ${said}`);
          }
        };
        check(words);
        await openEach(widget, check);
        expect(errors).to.deep.equal([]);
      });
    }
  });
}
