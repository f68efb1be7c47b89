/** Servers whose Bundles are not what one would hope for. */
import {isObject, list} from '../json.js';
import type {JsonObject} from '../json.js';
import {
  asked,
  entriesOf,
  isSearch,
  linkOf,
  spoiling,
  withEntries,
  withLinks,
  withResources,
  without,
} from './behaviour.js';
import type {Behaviour} from './behaviour.js';

const notice: JsonObject = {
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'warning',
      code: 'incomplete',
      diagnostics: 'One of the places that hold this record did not answer.',
    },
  ],
};

function noticeEntry(mode: 'outcome' | 'include'): JsonObject {
  return {resource: notice, search: {mode}};
}

/** A copy of an entry that is about somebody else. */
function ofSomeoneElse(bundle: JsonObject): readonly JsonObject[] {
  const first = entriesOf(bundle).find(
    (entry) => isObject(entry['search']) && entry['search']['mode'] === 'match',
  );
  const resource = first && isObject(first['resource']) ? first['resource'] : undefined;
  if (!first || !resource) return [];
  const other = JSON.parse(
    JSON.stringify(resource).replace(/Patient\/[A-Za-z0-9\-.]+/g, 'Patient/someone-else'),
  ) as JsonObject;
  return [
    {
      ...first,
      fullUrl: `${String(first['fullUrl'])}-other`,
      resource: {...other, id: `${String(resource['id'])}-other`.slice(-64)},
    },
  ];
}

const dateElements = [
  'recordedDate', 'onsetDateTime', 'onsetPeriod', 'onsetString', 'abatementDateTime', 'lastOccurrence', 'occurrenceDateTime',
  'authoredOn', 'dateAsserted', 'effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'issued', 'performedDateTime',
  'performedPeriod', 'period', 'date', 'created', 'start', 'end', 'recorded',
]; // prettier-ignore

function withoutDates(resource: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => !dateElements.includes(name)),
  );
}

/** Puts a value where the title of a resource is read from. */
function titled(resource: JsonObject, title: unknown): JsonObject {
  const changed: Record<string, unknown> = {...resource};
  for (const name of ['code', 'medicationCodeableConcept', 'vaccineCode'])
    if (name === 'code' || name in resource) changed[name] = title;
  return changed;
}

/** Values that no resource should hold, and that have been seen in records all the same. */
const dirt: readonly ((resource: JsonObject) => JsonObject)[] = [
  (resource) =>
    titled(resource, {text: '<img src=x onerror="window.dirt=1"><script>window.dirt=1</script>'}),
  (resource) => titled(resource, {text: 'Result \u202Etluser\u202C and \u2066more'}),
  (resource) => titled(resource, {text: 'A'.repeat(5000)}),
  (resource) => titled(resource, {text: 'Half an emoji \ud83d, a null \u0000 and a tab\t'}),
  (resource) => titled(resource, null),
  (resource) => titled(resource, 'Not an object'),
  (resource) => titled(resource, {coding: [{system: 'http://snomed.info/sct', code: '1'}]}),
  (resource) => titled(resource, {text: '   '}),
  (resource) => ({...resource, effectiveDateTime: 'yesterday', recordedDate: 'yesterday'}),
  (resource) => ({...resource, effectiveDateTime: '2019-13-45', recordedDate: '2019-13-45'}),
  (resource) => ({...resource, effectiveDateTime: 20190101, recordedDate: 20190101}),
  (resource) => ({...resource, effectiveDateTime: '0000-01-01', recordedDate: '9999-12-31'}),
  (resource) => ({...resource, valueQuantity: {value: '5', unit: 7, code: {}}}),
  (resource) => ({...resource, status: 'finished-ish'}),
  (resource) => ({...resource, status: undefined, clinicalStatus: undefined}),
  (resource) => ({...resource, note: 'not a list', performer: {}, referenceRange: 'none'}),
];

/** Behaviours of Bundles, by name. */
export const bundles: Readonly<Record<string, Behaviour>> = {
  'foreign-next': spoiling('The next link of every list leads to another origin.', '*', (bundle) =>
    withLinks(bundle, (relation, url) =>
      relation === 'next' ? url.replace(/^https?:\/\/[^/]+/, 'https://elsewhere.example') : url,
    ),
  ),
  'userinfo-next': spoiling(
    'The next link hides another origin behind an at sign.',
    '*',
    (bundle) =>
      withLinks(bundle, (relation, url) =>
        relation === 'next' ? url.replace(/^(https?:\/\/[^/]+)/, '$1@elsewhere.example') : url,
      ),
  ),
  'script-next': spoiling('The next link is a script.', '*', (bundle) =>
    withLinks(bundle, (relation, url) => (relation === 'next' ? 'javascript:window.dirt=1' : url)),
  ),
  'relative-next': spoiling('The next link is relative to the base.', '*', (bundle, {base}) =>
    withLinks(bundle, (relation, url) => (relation === 'next' ? url.replace(`${base}/`, '') : url)),
  ),
  cycle: {
    about: 'The second page of every list leads back to itself.',
    answer: async (call, next) => {
      const answer = await next(call);
      if (asked(call, '_page') === undefined || !isObject(answer.json)) return answer;
      const own = `${call.base}/${call.path}?_page=${encodeURIComponent(asked(call, '_page') ?? '')}`;
      const links = list(answer.json['link']).filter(
        (link) => isObject(link) && link['relation'] !== 'next',
      );
      return {...answer, json: {...answer.json, link: [...links, {relation: 'next', url: own}]}};
    },
  },
  duplicates: spoiling('Every page says its first entry twice.', '*', (bundle) => {
    const entries = entriesOf(bundle);
    return withEntries(bundle, [...entries.slice(0, 1), ...entries]);
  }),
  outcome: spoiling(
    'An OperationOutcome stands among the entries, with mode outcome.',
    '*',
    (bundle) => withEntries(bundle, [...entriesOf(bundle), noticeEntry('outcome')]),
  ),
  'outcome-include': spoiling(
    'An OperationOutcome stands among the entries, with mode include.',
    '*',
    (bundle) => withEntries(bundle, [...entriesOf(bundle), noticeEntry('include')]),
  ),
  'multi-status': spoiling('HTTP 207 with an OperationOutcome of mode include.', '*', (bundle) => ({
    status: 207,
    json: withEntries(bundle, [...entriesOf(bundle), noticeEntry('include')]),
  })),
  nested: spoiling('Every match stands in a Bundle of its own inside the Bundle.', '*', (bundle) =>
    withEntries(
      bundle,
      entriesOf(bundle).map((entry) => ({
        fullUrl: `urn:uuid:00000000-0000-4000-8000-${String(entry['fullUrl'])
          .slice(-12)
          .replace(/[^0-9a-f]/g, '0')
          .padStart(12, '0')}`,
        resource: {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [{fullUrl: entry['fullUrl'], resource: entry['resource']}],
        },
        search: entry['search'],
      })),
    ),
  ),
  'no-modes': spoiling('No entry says whether it is a match.', '*', (bundle) =>
    withEntries(
      bundle,
      entriesOf(bundle).map(({search: _search, ...entry}) => entry),
    ),
  ),
  'no-links': {
    about: 'No Bundle has a link; each holds the whole answer.',
    answer: async (call, next) => {
      const answer = await next(call);
      if (!isSearch(call) || !isObject(answer.json)) return answer;
      const entries = [...entriesOf(answer.json)];
      let following = linkOf(answer.json, 'next');
      while (following !== undefined) {
        const page = new URL(following).searchParams.get('_page') ?? '';
        const {json} = await next({...call, method: 'GET', query: [['_page', page]]});
        if (!isObject(json)) break;
        entries.push(...entriesOf(json));
        following = linkOf(json, 'next');
      }
      return {
        ...answer,
        json: withEntries(
          withLinks(answer.json, () => undefined),
          entries,
        ),
      };
    },
  },
  'no-self': spoiling('No Bundle says what was honoured.', '*', (bundle) =>
    withLinks(bundle, (relation, url) => (relation === 'self' ? undefined : url)),
  ),
  'no-total': spoiling('No Bundle has a total.', '*', ({total: _total, ...bundle}) => bundle),
  'no-dates': spoiling(
    'No Observation has a date; `:Type` names another, `:*` all.',
    'Observation',
    (bundle) => withResources(bundle, withoutDates),
  ),
  ascending: {
    about: 'Every list is oldest first, though the self link says newest first.',
    answer: async (call, next) => {
      const sort = asked(call, '_sort');
      if (!isSearch(call) || sort === undefined) return relabelled(call, await next(call));
      const turned = call.query.map(
        ([name, value]) => [name, name === '_sort' ? value.replace(/^-/, '') : value] as const,
      );
      return relabelled(call, await next({...call, query: turned}));
    },
  },
  'sort-ignored': {
    about: '_sort is left out of the self link, and the order is none.',
    answer: (call, next) => next(isSearch(call) ? without(call, '_sort') : call),
  },
  'sort-ignored-silently': {
    about: 'The self link keeps _sort, and the order is none.',
    answer: async (call, next) => {
      if (!isSearch(call) || asked(call, '_sort') === undefined) return next(call);
      const answer = await next(without(call, '_sort'));
      if (!isObject(answer.json)) return answer;
      const kept = `_sort=${encodeURIComponent(asked(call, '_sort') ?? '')}`;
      return {
        ...answer,
        json: withLinks(answer.json, (relation, url) =>
          relation === 'self' ? `${url}${url.includes('?') ? '&' : '?'}${kept}` : url,
        ),
      };
    },
  },
  'include-ignored': {
    about:
      '_include and _revinclude are left out of the self link; what is referred to is not sent.',
    answer: (call, next) => next(isSearch(call) ? without(call, '_include', '_revinclude') : call),
  },
  'wrong-person': spoiling(
    'One Condition on each page is about someone else; `:Type` names another.',
    'Condition',
    (bundle) => withEntries(bundle, [...entriesOf(bundle), ...ofSomeoneElse(bundle)]),
  ),
  'wrong-person-twice': spoiling('One entry of every list is about someone else.', '*', (bundle) =>
    withEntries(bundle, [...entriesOf(bundle), ...ofSomeoneElse(bundle)]),
  ),
  'patient-ignored': spoiling(
    'The self link leaves the patient out, and someone else is among the Conditions.',
    'Condition',
    (bundle) =>
      withLinks(
        withEntries(bundle, [...entriesOf(bundle), ...ofSomeoneElse(bundle)]),
        (relation, url) => (relation === 'self' ? url.replace(/([?&])patient=[^&]*&?/, '$1') : url),
      ),
  ),
  dirty: spoiling('Entries hold hostile, broken and impossible values.', '*', (bundle) =>
    withResources(bundle, (resource, at) => dirt[at % dirt.length]?.(resource) ?? resource),
  ),
};

/** Puts the direction that was asked for back into the self link. */
function relabelled<T extends {readonly json?: unknown}>(
  call: {readonly path: string},
  answer: T,
): T {
  if (!isObject(answer.json) || answer.json['resourceType'] !== 'Bundle' || call.path === '')
    return answer;
  return {
    ...answer,
    json: withLinks(answer.json, (relation, url) =>
      relation === 'self' ? url.replace(/_sort=(?!-)/, '_sort=-') : url,
    ),
  };
}
