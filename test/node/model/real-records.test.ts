/**
 * Resources that nobody here wrote: every example of FHIR R4 and, where it is at hand, of UK Core. Nothing throws, no
 * code, address or tag is in any word, nothing entered in error is shown, and each is shown once or accounted for.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {describe, it} from 'node:test';
import {cy as datesCy} from '../../../src/i18n/cy/dates.js';
import {cy as statusCy} from '../../../src/i18n/cy/status.js';
import {enGB as dates} from '../../../src/i18n/en-gb/dates.js';
import {enGB as status} from '../../../src/i18n/en-gb/status.js';
import {describeEntry} from '../../../src/i18n/entry-words.js';
import {decode, type DecodeContext, type Decoded} from '../../../src/model/decode/decode.js';
import {decodePatient} from '../../../src/model/decode/patient.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import {neverShown} from '../../support/never-shown.js';
import '../../support/whole-entries.js';

type Json = Record<string, unknown>;

/** Listed here on purpose: a type that the library forgets must not be forgotten by its test. */
const timelineTypes = new Set([
  'Condition',
  'AllergyIntolerance',
  'MedicationRequest',
  'MedicationStatement',
  'Immunization',
  'DiagnosticReport',
  'Observation',
  'Procedure',
  'Encounter',
  'DocumentReference',
  'Appointment',
  'CarePlan',
]);

function readFolder(folder: string): Json[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json)
    .filter((json) => typeof json['resourceType'] === 'string');
}

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const r4Folder = dirname(require.resolve('hl7.fhir.r4.examples/package.json'));
const ukCoreFolder = join(here, '../../../../shared/data/ukcore');

function contextOf(all: readonly Json[], patient: RegExp): DecodeContext {
  const byReference = new Map<string, Json>(
    all.map((json) => [`${String(json['resourceType'])}/${String(json['id'])}`, json] as const),
  );
  const provenance = new Map<string, FhirResource[]>();
  for (const json of all) {
    if (json['resourceType'] !== 'Provenance') continue;
    for (const target of json['target'] as Json[]) {
      const reference = String(target['reference']);
      provenance.set(reference, [
        ...(provenance.get(reference) ?? []),
        json as unknown as FhirResource,
      ]);
    }
  }
  return {
    source: 'test',
    now: Date.UTC(2026, 10, 21),
    isPatient: (reference) => patient.test(String((reference as Json | null)?.['reference'])),
    resolve(reference, within) {
      const sent = (reference as Json | null)?.['reference'];
      if (typeof sent !== 'string') return undefined;
      const contained = (within as unknown as Json)['contained'] as FhirResource[] | undefined;
      if (sent.startsWith('#')) return contained?.find((each) => `#${each.id}` === sent);
      return byReference.get(sent) as FhirResource | undefined;
    },
    provenance: (reference) => provenance.get(reference) ?? [],
  };
}

/** Strings that must never be in a word on the screen. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ...neverShown,
  ['a long code', /(?:^|[\s(:])\d{6,18}(?:$|[\s):.,])/],
  ['an exponent', /\d[eE][+-]?\d/],
];

/** Every string in a rendering. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    // Keys of ours: styles hang on them, and nobody reads them.
    key === 'type' || key === 'flag' || key === 'key' ? [] : strings(each),
  );
}

/** All codes that stand in a resource: none of those that look like one may be read. */
function codesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(codesOf);
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'code' && typeof each === 'string' && /\d{4}|_/.test(each) ? [each] : codesOf(each),
  );
}

function isEnteredInError(json: Json): boolean {
  const text = JSON.stringify([json['status'], json['docStatus'], json['verificationStatus']]);
  return text.includes('"entered-in-error"');
}

interface Corpus {
  readonly name: string;
  readonly all: readonly Json[];
  readonly patient: RegExp;
  readonly least: number;
}

const corpora: Corpus[] = [
  {name: 'FHIR R4 examples', all: readFolder(r4Folder), patient: /^Patient\/example$/, least: 5306},
];
if (existsSync(ukCoreFolder)) {
  corpora.push({
    name: 'UK Core examples',
    all: readFolder(ukCoreFolder),
    patient: /^Patient\/UKCore-Patient-RichardSmith-Example$/,
    least: 215,
  });
} else {
  console.log('\nNOT RUN: UK Core examples are not at hand (../shared/data/ukcore)\n');
}

for (const {name, all, patient, least} of corpora) {
  describe(`${name}, in words`, () => {
    const context = contextOf(all, patient);
    const decoded = all.map(
      (json) => [json, decode(json as unknown as FhirResource, context)] as const,
    );
    const entries = decoded.flatMap(([json, found]) =>
      found.outcome === 'entry' ? [[json, found.entry] as const] : [],
    );
    const count = (outcome: Decoded['outcome']) =>
      decoded.filter(([, found]) => found.outcome === outcome).length;

    it('are all read', () => {
      assert.ok(all.length >= least, `${all.length} of ${least}`);
    });

    it('are each an entry, withheld or excluded, and none is lost', () => {
      const ofTimeline = all.filter((json) => timelineTypes.has(String(json['resourceType'])));
      const shown = count('entry');
      const withheld = count('withheld');
      const excluded = count('excluded');
      console.log(
        `${name}: ${all.length} read; ${ofTimeline.length} for the timeline: ${shown} shown, ${withheld} withheld, ${excluded} excluded`,
      );
      assert.equal(shown + withheld + excluded, ofTimeline.length);
      assert.equal(count('notForTimeline'), all.length - ofTimeline.length);
      assert.equal(new Set(entries.map(([, entry]) => entry.reference)).size, shown);
    });

    it('are excluded exactly when they were entered in error or superseded', () => {
      for (const [json, {outcome}] of decoded) {
        if (!timelineTypes.has(String(json['resourceType']))) continue;
        const superseded =
          json['resourceType'] === 'DocumentReference' && json['status'] === 'superseded';
        const mistake = isEnteredInError(json) || superseded;
        assert.equal(outcome === 'excluded', mistake, `${String(json['id'])}: ${outcome}`);
      }
    });

    it('are withheld only when something in them may change their meaning', () => {
      for (const [json, {outcome}] of decoded) {
        if (outcome !== 'withheld') continue;
        const text = JSON.stringify(json);
        assert.match(text, /modifierExtension|implicitRules|"comparator"|dataAbsentReason/);
      }
    });

    it('keep a date for everything that was recorded with one', () => {
      const dated =
        /"(?:recordedDate|authoredOn|dateAsserted|effectiveDateTime|performedDateTime|occurrenceDateTime|start|issued)":"\d{4}/;
      for (const [json, entry] of entries) {
        const {contained: _inside, activity: _steps, dosageInstruction: _dose, ...own} = json;
        const hasOwn = Object.entries(own).some(
          ([key, value]) => typeof value === 'string' && dated.test(JSON.stringify({[key]: value})),
        );
        if (hasOwn) assert.ok(entry.date, `${entry.reference} lost its date`);
        else if (!entry.date) assert.equal(entry.dateElement, undefined);
      }
    });

    for (const [language, words] of [
      ['English', {status, dates}],
      ['Welsh', {status: statusCy, dates: datesCy}],
    ] as const) {
      it(`say nothing in ${language} that a person should not read`, () => {
        for (const [json, entry] of entries) {
          const said = describeEntry(entry, words, {viewer: 'self'});
          const lines = strings(said);
          assert.ok(said.heading.trim() && said.sort.trim() && said.date.trim());
          // An appointment may say where it is in place of where it came from.
          assert.ok(said.source.trim() || entry.type === 'Appointment');
          for (const line of [...lines, entry.searchText]) {
            for (const [what, pattern] of forbidden) {
              assert.doesNotMatch(line, pattern, `${entry.reference} shows ${what}: ${line}`);
            }
          }
          for (const code of codesOf(json)) {
            assert.ok(!lines.includes(code), `${entry.reference} shows the code ${code}`);
          }
        }
      });
    }

    it('name a person for every Patient that has a name', () => {
      for (const json of all) {
        if (json['resourceType'] !== 'Patient') continue;
        const person = decodePatient(json as unknown as FhirResource, context.now);
        assert.ok(person);
        if (JSON.stringify(json['name'] ?? '').includes('"family"')) assert.ok(person.name);
        for (const line of strings(person.name)) {
          for (const [what, pattern] of forbidden) assert.doesNotMatch(line, pattern, what);
        }
      }
    });
  });
}
