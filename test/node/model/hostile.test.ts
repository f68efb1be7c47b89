/** What a broken or hostile server may send: nothing throws, hangs, or shows as something that it is not. */
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {enGB as dates} from '../../../src/i18n/en-gb/dates.js';
import {enGB as status} from '../../../src/i18n/en-gb/status.js';
import {describeEntry} from '../../../src/i18n/entry-words.js';
import {decode, type DecodeContext, type Decoded} from '../../../src/model/decode/decode.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import '../../support/whole-entries.js';

type Json = Record<string, unknown>;

const context: DecodeContext = {
  source: 'test',
  now: Date.UTC(2026, 0, 1),
  isPatient: () => false,
  resolve(reference, within) {
    const sent = (reference as Json | null)?.['reference'];
    const contained = (within as unknown as Json)['contained'];
    return Array.isArray(contained)
      ? (contained as FhirResource[]).find((each) => `#${String(each?.id)}` === sent)
      : undefined;
  },
  provenance: () => [],
};

function say(found: Decoded): string {
  return found.outcome === 'entry'
    ? JSON.stringify(describeEntry(found.entry, {status, dates}, {viewer: 'self'})) +
        found.entry.searchText
    : found.outcome;
}

const read = (json: unknown): string => say(decode(json as FhirResource, context));

const observation = (more: Json): Json => ({
  resourceType: 'Observation',
  id: '1',
  status: 'final',
  code: {text: 'Potassium'},
  ...more,
});

describe('A hostile record', () => {
  it('cannot reach the prototype of objects', () => {
    const json = JSON.parse(
      '{"resourceType":"Observation","id":"1","status":"final","code":{"text":"Potassium"},' +
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},' +
        '"valueQuantity":{"value":5,"unit":"constructor","code":"toString","__proto__":{"comparator":"<"}}}',
    ) as Json;
    const said = read(json);
    assert.equal(({} as Json)['polluted'], undefined);
    assert.match(said, /Potassium/);
    assert.doesNotMatch(said, /less than|native code/);
  });

  for (const resourceType of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    5,
    null,
  ]) {
    it(`cannot name a decoder that is none: ${String(resourceType)}`, () => {
      assert.equal(read({resourceType, id: '1', status: 'final'}), 'notForTimeline');
    });
  }

  it('cannot use names that every object has as codes', () => {
    for (const code of ['constructor', '__proto__', 'toString', 'valueOf']) {
      assert.equal(read(observation({status: code})), 'withheld');
      const interpretation = [{coding: [{code}]}];
      assert.match(read(observation({valueQuantity: {value: 5}, interpretation})), /Potassium/);
    }
  });

  it('may nest ten thousand extensions', () => {
    let extension: Json = {url: 'x', valueString: 'deep'};
    for (let depth = 0; depth < 10_000; depth += 1) extension = {url: 'x', extension: [extension]};
    assert.match(read(observation({extension: [extension], valueString: 'ok'})), /ok/);
  });

  it('cannot hide a modifier ten thousand levels deep', () => {
    let part: Json = {modifierExtension: [{url: 'not'}]};
    for (let depth = 0; depth < 10_000; depth += 1) part = {part: [part]};
    assert.equal(read(observation(part)), 'withheld');
  });

  it('may contain resources that refer to each other in a circle', () => {
    const member = (id: string, next: string) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      code: {text: id},
      valueString: 'ok',
      hasMember: [{reference: `#${next}`}],
    });
    const json = {
      resourceType: 'DiagnosticReport',
      id: '1',
      status: 'final',
      code: {text: 'Panel'},
      contained: [member('a', 'b'), member('b', 'a')],
      result: [{reference: '#a'}, {reference: '#b'}, {reference: '#a'}],
    };
    const found = decode(json as unknown as FhirResource, context);
    assert.equal(found.outcome, 'entry');
    if (found.outcome !== 'entry') return;
    assert.equal(found.entry.points.filter(({type}) => type === 'finding').length, 2);
  });

  it('may send a megabyte where a name should be: it is cut', () => {
    const said = read(
      observation({code: {text: 'x '.repeat(500_000)}, valueString: 'y '.repeat(500_000)}),
    );
    assert.ok(said.length < 20_000);
  });

  it('may send fifty thousand codings in less than a second', () => {
    const coding = Array.from({length: 50_000}, (_, at) => ({system: 'urn:x', code: String(at)}));
    const start = performance.now();
    const said = read(
      observation({
        code: {coding, text: 'Potassium'},
        interpretation: [{coding}],
        valueString: 'ok',
      }),
    );
    assert.ok(performance.now() - start < 1000);
    assert.match(said, /Potassium/);
  });

  it('cannot stop a page with text made for slow patterns', () => {
    const evil = [
      '<'.repeat(200_000),
      '<a'.repeat(100_000),
      ' '.repeat(200_000),
      `${'1'.repeat(100_000)}|`,
      `1 | ${'a '.repeat(100_000)}|`,
      'http://'.repeat(30_000),
      'a.'.repeat(100_000),
      `${'0-'.repeat(100_000)}x`,
      '\u0301'.repeat(100_000),
      '{'.repeat(100_000),
      '['.repeat(100_000),
    ];
    for (const text of evil) {
      const start = performance.now();
      read(
        observation({
          code: {text},
          effectiveDateTime: text,
          issued: text,
          valueQuantity: {value: 5, unit: text, code: text, system: text},
          note: [{text}],
          interpretation: [{text}],
          referenceRange: [{text}],
          performer: [{display: text, reference: text}],
          meta: {lastUpdated: text, source: text},
        }),
      );
      assert.ok(performance.now() - start < 500, text.slice(0, 10));
    }
  });

  it('cannot turn the direction of a name, a dose or a place', () => {
    const json = {
      resourceType: 'MedicationStatement',
      id: '1',
      status: 'active',
      medicationCodeableConcept: {text: 'Metformin \u202eg005 \u2066x\u2069'},
      dosage: [{text: '1 tablet\u0000 \u200b\ufeffdaily \u202a2'}],
      informationSource: {reference: 'Practitioner/1', display: 'Dr \u202dTom\u200f'},
    };
    const said = read(json);
    assert.doesNotMatch(said, /[\u202a-\u202e\u2066-\u2069\u200b\u200f\ufeff]|\\u0000/);
    assert.match(said, /Metformin \ufffdg005 \ufffdx\ufffd/);
    assert.match(said, /1 tablet\ufffd daily \ufffd2/);
  });

  it('cannot pile marks over the lines above, or send half a character', () => {
    const said = read(
      observation({code: {text: `Pot\u0301${'\u0301'.repeat(10_000)}assium \ud800`}}),
    );
    assert.ok(said.length < 2000);
    assert.doesNotMatch(said, /[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('cannot make a result read as fine with words that were struck out', () => {
    const said = read(observation({valueString: '<del>Positive</del> Negative'}));
    assert.doesNotMatch(said, /Positive/);
    assert.match(said, /cannot be shown/);
  });

  it('shows no tag and no address from any element', () => {
    const text = 'See <img src=x onerror=alert(1)> https://evil.example/a?b <b>bold</b> now';
    const said = read(observation({code: {text}, valueString: text, note: [{text}]}));
    assert.doesNotMatch(said, /<|https?:|onerror/);
    assert.match(said, /See … bold now/);
  });

  it('keeps a number written as text, which is no code', () => {
    assert.match(read(observation({valueString: '5.6'})), /5\.6/);
    assert.match(read(observation({valueString: '120/80'})), /120\/80/);
    assert.match(read(observation({valueString: '<5'})), /<5/);
  });
});

/** Values of every wrong type, to be put in the place of every element. */
const wrong: readonly unknown[] = [
  null,
  0,
  -1,
  1e400,
  '',
  'x',
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [{}],
  {coding: 'x'},
  {coding: [null, 5, 'x', {}]},
  {reference: 5},
  {value: '5'},
  {start: 5, end: {}},
  ['x', 5, null, {text: 5}],
];

/** Every path in a resource. */
function paths(
  value: unknown,
  at: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, each]) => paths(each, [...at, key])),
  ];
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((each, at) => (at === Number(first) ? replaced(each, rest, by) : each));
  }
  return {...(value as Json), [first]: replaced((value as Json)[first], rest, by)};
}

describe('A broken record', () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('hl7.fhir.r4.examples/package.json'),
  );
  const types =
    /^(?:Condition|AllergyIntolerance|MedicationRequest|MedicationStatement|Immunization|DiagnosticReport|Observation|Procedure|Encounter|DocumentReference|Appointment|CarePlan)-/;
  const files = readdirSync(folder)
    .filter((name) => types.test(name))
    .sort();

  it('with any element of any wrong type is shown without it, or withheld', () => {
    let tried = 0;
    for (const name of files.filter((_, at) => at % 3 === 0)) {
      const json = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json;
      delete json['text'];
      const where = paths(json).filter(([first]) => first !== 'resourceType');
      where.forEach((path, at) => {
        // Every element, with a few of the wrong types each: all pairs would take minutes.
        for (let turn = 0; turn < 4; turn += 1) {
          const said = read(replaced(json, path, wrong[(at * 7 + turn * 5) % wrong.length]));
          assert.doesNotMatch(
            said,
            /\bundefined\b|\bNaN\b|\[object|Infinity/,
            `${name} ${path.join('.')}`,
          );
          tried += 1;
        }
      });
    }
    console.log(`broken records: ${tried} tried`);
    assert.ok(tried > 10_000, String(tried));
  });

  it('that is no object at all is no entry', () => {
    for (const value of [null, undefined, 5, 'x', [], true]) {
      assert.equal(read(value), 'notForTimeline');
    }
  });

  it('without an id is counted, for nothing could be opened', () => {
    assert.equal(read({...observation({}), id: undefined}), 'withheld');
  });
});
