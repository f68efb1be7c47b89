/**
 * Records that nobody here wrote, through the whole widget: every timeline resource of the FHIR R4 examples and, where it is at
 * hand, of UK Core, given as static data, read to the end, each entry opened, and then covered, filtered, for a proxy and in Welsh.
 */
import {expect} from '@open-wc/testing';
import {r4, ukCore, type Corpus, type Resource} from 'virtual:real-records';
import {recordKinds} from '../../src/model/record-kind.js';
import {
  codesOf,
  coveredRow,
  isMistake,
  mayBeWithheld,
  namesOf,
  openEach,
  partsOf,
  referenceOf,
  referencesOf,
  rowsToOpen,
  statusesOf,
  withheldSaid,
} from './real-records-support.js';
import {neverShown} from '../support/never-shown.js';
import {readToEnd, rowsOf, showWidget, wordsIn, type Widget} from './widget-page.js';

declare const window: Window & {readonly phrFull?: boolean};

const errors: string[] = [];
const hear = (event: ErrorEvent | PromiseRejectionEvent) =>
  errors.push(event instanceof ErrorEvent ? event.message : String(event.reason));

const corpora: readonly (readonly [string, Corpus | null, number])[] = [
  ['FHIR R4 examples', r4, 150],
  ['UK Core examples', ukCore, 20],
];

/** Fails on anything in what is read that no person may read. */
function checkerOf(resources: readonly Resource[]): (said: string) => void {
  const codes = resources.filter(({resourceType}) => resourceType !== 'Patient').flatMap(codesOf);
  const own = JSON.stringify(resources);
  return (said) => {
    for (const [what, pattern] of neverShown) expect(said, what).to.not.match(pattern);
    const all = new Set(said.split(/[\s:;,()]+/));
    for (const code of codes) {
      const isWord = own.includes(`"display":"${code}"`) || own.includes(`"text":"${code}"`);
      if (!isWord && all.has(code)) expect.fail(`the code ${code} is in: ${said}`);
    }
  };
}

/** The widget in one state, with everything in it. */
async function shown(
  corpus: Corpus,
  {patient, resources}: Corpus['people'][number],
  settings: Parameters<typeof showWidget>[0] = {},
  properties: Parameters<typeof showWidget>[1] = {},
): Promise<Widget> {
  const widget = await showWidget(
    {patient, resources: [...resources, ...corpus.beside], ...settings},
    properties,
  );
  await readToEnd(widget);
  return widget;
}

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

    for (const person of corpus.people) {
      const {patient, resources} = person;
      const check = checkerOf(resources);
      it(`shows each entry of ${patient} once, in words, and none that was a mistake`, async () => {
        const widget = await shown(corpus, person);
        const words = wordsIn(widget.timeline);

        const references = referencesOf(widget);

        const parts = partsOf(resources);
        const expected = resources.filter(
          (one) =>
            one.resourceType !== 'Patient' && !isMistake(one) && !parts.has(referenceOf(one)),
        );
        const missing = expected.filter((one) => !references.includes(referenceOf(one)));
        expect([...new Set(references)], 'none is shown twice').to.deep.equal(references);
        expect(expected.map(referenceOf), 'none is shown that is not there').to.include.members(
          references,
        );
        for (const one of missing)
          expect(mayBeWithheld(one), `${referenceOf(one)} is lost`).to.equal(true);
        expect(missing.length, 'as many are said to be withheld').to.equal(withheldSaid(words));
        check(words);
        await openEach(widget, check);
        expect(errors).to.deep.equal([]);
      });
    }

    // Every state takes a minute in each engine: `npm run test:full` has them.
    const isFull = window.phrFull === true;
    const inStates = isFull ? corpus.people : [];
    if (!isFull) console.log(`NOT RUN here, but by npm run test:full: every state of ${name}`);

    for (const person of inStates) {
      const {patient, resources} = person;
      const check = checkerOf(resources);
      const at = new Map(resources.map((one) => [referenceOf(one), one]));

      it(`tells nothing of ${patient} but dates when all is covered`, async () => {
        const open = await shown(corpus, person);
        const rows = rowsOf(open.timeline).length;
        const {timeline} = await shown(corpus, person, {}, {cover: 'all'});

        const covered = rowsOf(timeline).map(wordsIn);

        expect(covered.length).to.equal(rows);
        for (const row of covered) expect(row).to.match(coveredRow);
        expect(timeline.shadowRoot?.querySelector('button[aria-expanded=true]')).to.equal(null);
        check(wordsIn(timeline));
      });

      it(`lists as current for ${patient} what is, and nothing that ended or was ruled out`, async () => {
        const widget = await shown(corpus, person, {}, {filter: {now: true}});

        const references = referencesOf(widget);

        expect([...new Set(references)]).to.deep.equal(references);
        for (const reference of references) {
          const one = at.get(reference);
          expect(one?.resourceType).to.match(
            /^(Condition|AllergyIntolerance|MedicationRequest|MedicationStatement)$/,
          );
          expect(one && statusesOf(one), reference).to.not.match(
            /\b(refuted|resolved|remission|inactive|stopped|cancelled|completed|not-taken|entered-in-error)\b/,
          );
        }
        const current = resources.filter(
          (one) =>
            /^(Condition|AllergyIntolerance|Medication\w+)$/.test(one.resourceType) &&
            /^(active|recurrence|relapse)( confirmed)?$/.test(statusesOf(one)) &&
            !mayBeWithheld(one),
        );
        expect(references).to.include.members(current.map(referenceOf));
        check(wordsIn(widget.timeline));
      });

      it(`finds an entry of ${patient} by its name, and shows only entries that were there`, async () => {
        const widget = await shown(corpus, person);
        const all = referencesOf(widget);
        // In the record's own words; where none has a name, nothing is searched for.
        const rows = rowsOf(widget.timeline);
        const named = rows
          .map((row) => !!row.querySelector('.open')?.querySelector('bdi'))
          .lastIndexOf(true);
        const name = rows[named]?.querySelector('.open');

        widget.timeline.filter = {search: name ? wordsIn(name) : ''};
        await readToEnd(widget);

        const found = referencesOf(widget);
        expect(found).to.include(all.at(named));
        expect(all).to.include.members(found);
        expect([...new Set(found)]).to.deep.equal(found);
        check(wordsIn(widget.timeline));
      });

      it(`has each entry of ${patient} under exactly one kind of record`, async () => {
        const widget = await shown(corpus, person);
        const all = referencesOf(widget);
        const found: string[] = [];
        for (const kind of recordKinds) {
          widget.timeline.filter = {kinds: [kind]};
          await readToEnd(widget);
          found.push(...referencesOf(widget));
          check(wordsIn(widget.timeline));
        }

        expect(found.sort()).to.deep.equal([...all].sort());
      });

      const names = namesOf(at.get(`Patient/${patient}`));
      const ownersHeading = new RegExp(`(${[...names].join('|')}) ?’s health record`);

      it(`shows a proxy whose entry of ${patient} each is, opened too`, async () => {
        const widget = await shown(corpus, person, {
          viewer: 'proxy',
          viewerName: 'Sana Nidderdale',
        });
        const places = rowsToOpen(referencesOf(widget), isFull);

        const opened: string[] = [];
        await openEach(
          widget,
          (words) => {
            check(words);
            opened.push(words);
          },
          places,
        );

        expect(opened.length).to.equal(places.size);
        for (const words of opened)
          expect(words).to.match(names.size > 0 ? ownersHeading : /Another person’s health record/);
        expect(errors).to.deep.equal([]);
      });

      it(`shows the same entries of ${patient} in Welsh`, async () => {
        const english = await shown(corpus, person);
        const references = referencesOf(english);
        document.documentElement.lang = 'cy';
        try {
          const welsh = await shown(corpus, person);

          expect(referencesOf(welsh)).to.deep.equal(references);
          check(wordsIn(welsh.timeline));
          await openEach(welsh, check, rowsToOpen(references, isFull));
          expect(errors).to.deep.equal([]);
        } finally {
          document.documentElement.lang = 'en';
        }
      });

      it(`prints whose record it is, and when it was read, for ${patient}`, async () => {
        const {timeline} = await shown(corpus, person);
        const head = timeline.shadowRoot?.querySelector('.print-head');

        const words = wordsIn(head ?? timeline);

        const name = wordsIn(head?.querySelector('b') ?? document.createElement('b'));
        if (names.size === 0)
          expect(name).to.equal('We could not get the name of the person this is about');
        else expect([...names]).to.include.members(name.split(/\s+/));
        expect(words).to.match(
          /This was read (from .+ )?on \d{1,2} [A-Z][a-z]+ \d{4} at .+ It may not be your whole health record\.$/,
        );
        check(words);
      });
    }
  });
}
