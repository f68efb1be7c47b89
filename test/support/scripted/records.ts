/** The honest part of the scripted server: resources in memory, searched and paged as FHIR R4 says. */

type Json = Record<string, unknown>;

/** Resources by where they stand, with what they are sorted by. */
export interface Answered {
  readonly matches: readonly Json[];
  readonly included: readonly Json[];
  /** Names of search parameters that had an effect. */
  readonly kept: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

const at = (value: unknown, ...path: string[]): unknown => {
  let here = value;
  for (const key of path) {
    if (Array.isArray(here)) here = here[0] as unknown;
    here = typeof here === 'object' && here !== null ? (here as Json)[key] : undefined;
  }
  return here;
};
const array = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Elements that each date parameter is about, first present wins. */
const dateElements: Readonly<Record<string, readonly string[]>> = {
  date: [
    'effectiveDateTime',
    'effectivePeriod.start',
    'performedDateTime',
    'performedPeriod.start',
    'occurrenceDateTime',
    'period.start',
    'start',
    'recordedDate',
    'date',
    'issued',
  ],
  'recorded-date': ['recordedDate'],
  'onset-date': ['onsetDateTime'],
  authoredon: ['authoredOn'],
  effective: ['effectiveDateTime', 'effectivePeriod.start'],
  recorded: ['recorded'],
  _lastUpdated: ['meta.lastUpdated'],
};

function dateOf(item: Json, parameter: string): string {
  for (const path of dateElements[parameter] ?? []) {
    const found = at(item, ...path.split('.'));
    if (typeof found === 'string') return found;
  }
  return '';
}

/** References of a resource that say whose it is. */
function owners(item: Json): unknown[] {
  return [
    ...array(item['subject']),
    ...array(item['patient']),
    ...array(item['for']),
    ...array(item['participant']).map((one) => at(one, 'actor')),
  ];
}

function hasToken(concepts: unknown[], wanted: string): boolean {
  return wanted.split(',').some((token) => {
    const [system, code] = token.includes('|') ? token.split('|') : [undefined, token];
    return concepts
      .flatMap((concept) => array(at(concept, 'coding')))
      .some(
        (coding) =>
          at(coding, 'code') === code &&
          (system === undefined || system === '' || at(coding, 'system') === system),
      );
  });
}

const prefixes: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  eq: (a, b) => a.startsWith(b),
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

/** Whether a resource is found by one parameter; `undefined` for a parameter that is not known. */
function isFoundBy(item: Json, name: string, value: string): boolean | undefined {
  if (name === 'patient' || name === 'subject') {
    const wanted = value.startsWith('Patient/') ? value : `Patient/${value}`;
    return owners(item).some((one) => {
      const reference = at(one, 'reference');
      return typeof reference === 'string' && `/${reference}`.endsWith(`/${wanted}`);
    });
  }
  if (name === 'patient:identifier' || name === 'patient.identifier') {
    const [system, number] = value.split('|');
    return owners(item).some(
      (one) =>
        at(one, 'identifier', 'system') === system && at(one, 'identifier', 'value') === number,
    );
  }
  if (name === '_id') return value.split(',').includes(String(item['id']));
  if (name === 'category') return hasToken(array(item['category']), value);
  if (name === 'code') return hasToken(array(item['code']), value);
  if (name === 'status') return value.split(',').includes(String(item['status']));
  if (name in dateElements) {
    const [, prefix = 'eq', date = ''] = /^(eq|gt|ge|lt|le)?(.*)$/.exec(value) ?? [];
    return (prefixes[prefix] ?? (() => false))(dateOf(item, name), date);
  }
  return undefined;
}

/** Answers a search over resources in memory. */
export function answerSearch(
  records: readonly Json[],
  type: string,
  query: readonly (readonly [string, string])[],
): Answered {
  const kept = new Set<string>();
  const unknown: string[] = [];
  let matches = records.filter((item) => item['resourceType'] === type);
  const included: Json[] = [];
  const byReference = new Map(
    records.map((item) => [`${String(item['resourceType'])}/${String(item['id'])}`, item]),
  );
  const sample = matches[0] ?? {};
  for (const [name, value] of query) {
    if (['_sort', '_count', '_include', '_revinclude'].includes(name)) {
      kept.add(name);
    } else if (isFoundBy(sample, name, value) === undefined) unknown.push(name);
    else {
      kept.add(name);
      matches = matches.filter((item) => isFoundBy(item, name, value));
    }
  }
  for (const [name, value] of query) {
    if (name === '_sort') {
      const down = value.startsWith('-');
      const key = value.replace(/^-/, '');
      const sorted = matches.map((item) => [dateOf(item, key), item] as const);
      sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1));
      matches = sorted.map(([, item]) => item);
    }
    if (name === '_include') {
      const element = value.split(':')[1] ?? '';
      const keys = [element, `${element}Reference`];
      for (const item of matches) {
        for (const one of keys.flatMap((key) => array(item[key]))) {
          const found = byReference.get(String(at(one, 'reference')));
          if (found) included.push(found);
        }
      }
    }
    if (name === '_revinclude' && value === 'Provenance:target') {
      const mine = new Set(matches.map((item) => `${type}/${String(item['id'])}`));
      for (const item of records) {
        if (item['resourceType'] !== 'Provenance') continue;
        if (array(item['target']).some((one) => mine.has(String(at(one, 'reference'))))) {
          included.push(item);
        }
      }
    }
  }
  return {matches, included: [...new Set(included)], kept, unknown};
}
