/** Servers that behave as named products and national services are known to, in what concerns reading. */
import type {Answer, FhirCall} from '../answer.js';
import {isObject, text} from '../json.js';
import type {JsonObject} from '../json.js';
import {outcome} from '../outcomes.js';
import {
  asked,
  entriesOf,
  isAbout,
  isSearch,
  linkOf,
  withEntries,
  withLinks,
  withResources,
  without,
} from './behaviour.js';
import type {Behaviour, Next} from './behaviour.js';

function refused(diagnostics: string): Answer {
  return {status: 400, json: outcome(400, 'invalid', diagnostics)};
}

function metadataOf(version: string): Behaviour {
  return {
    about: `/metadata says that the server is FHIR ${version}.`,
    answer: async (call, next) => {
      const answer = await next(call);
      return call.path === 'metadata' && isObject(answer.json)
        ? {...answer, json: {...answer.json, fhirVersion: version}}
        : answer;
    },
  };
}

async function changed(
  call: FhirCall,
  next: Next,
  change: (bundle: JsonObject) => JsonObject,
): Promise<Answer> {
  const answer = await next(call);
  return isObject(answer.json) && answer.json['resourceType'] === 'Bundle'
    ? {...answer, json: change(answer.json)}
    : answer;
}

const warning: JsonObject = {
  resource: {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'not-supported',
        diagnostics: 'Resource request returns no results because of search parameters ignored.',
      },
    ],
  },
  search: {mode: 'outcome'},
};

/** Types whose patient searches need a category there. */
const categorised = new Set(['Observation', 'Condition', 'DocumentReference', 'CarePlan']);

const epicLike: Behaviour = {
  about: 'Wants a category, has no _lastUpdated and no _revinclude, and warns among the entries.',
  answer: async (call, next) => {
    if (!isSearch(call) || asked(call, '_page') !== undefined) return next(call);
    const needsCategory =
      categorised.has(call.path) &&
      asked(call, 'category') === undefined &&
      asked(call, 'code') === undefined;
    if (needsCategory) return refused('A required element is missing: category or code.');
    return changed(without(call, '_lastUpdated', '_revinclude'), next, (bundle) =>
      withEntries(bundle, [...entriesOf(bundle), warning]),
    );
  },
};

const hapiLike: Behaviour = {
  about: 'Pages are opaque addresses of the base itself (_getpages), and there is no total.',
  answer: async (call, next) => {
    const wanted = asked(call, '_getpages');
    let inner = call;
    if (call.path === '' && wanted !== undefined) {
      const [type = '', page = ''] = Buffer.from(wanted, 'base64url').toString().split(' ');
      inner = {...call, path: type, query: [['_page', page]]};
    }
    if (!isSearch(inner)) return next(inner);
    return changed(inner, next, ({total: _total, ...bundle}) =>
      withLinks(bundle, (relation, url) => {
        if (relation !== 'next') return url;
        const page = new URL(url).searchParams.get('_page') ?? '';
        const opaque = Buffer.from(`${inner.path} ${page}`).toString('base64url');
        return `${call.base}?_getpages=${opaque}&_bundletype=searchset`;
      }),
    );
  },
};

const azureLike: Behaviour = {
  about:
    'Pages go on with a continuation token (ct) beside the first parameters, and there is no total.',
  answer: async (call, next) => {
    const token = asked(call, 'ct');
    const inner = token === undefined ? call : {...call, query: [['_page', token] as const]};
    if (!isSearch(call)) return next(call);
    return changed(inner, next, ({total: _total, ...bundle}) => {
      const self = new URLSearchParams(
        without(call, 'ct', '_page').query.map(([name, value]) => [name, value]),
      );
      return withLinks(bundle, (relation, url) => {
        if (relation !== 'next') return url;
        const page = new URL(url).searchParams.get('_page') ?? '';
        return `${call.base}/${call.path}?${self.toString()}&ct=${encodeURIComponent(page)}`;
      });
    });
  },
};

const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number';

/** References to people and places by identifier alone, as national aggregators send them. */
function logical(resource: JsonObject, number: string | undefined): JsonObject {
  const subject = isObject(resource['subject'])
    ? 'subject'
    : isObject(resource['patient'])
      ? 'patient'
      : undefined;
  const changed: Record<string, unknown> = {...resource};
  if (subject && number !== undefined)
    changed[subject] = {type: 'Patient', identifier: {system: nhsNumber, value: number}};
  // Not valid R4, and sent all the same: the identifier of a reference as a list.
  if (resource['resourceType'] === 'Appointment')
    changed['basedOn'] = [
      {identifier: [{system: 'https://phr-widgets.example/demo/referral', value: '1'}]},
    ];
  return changed;
}

const aggregatorLike: Behaviour = {
  about:
    'No /metadata; the person is named by NHS number only; HTTP 207 with a notice of mode include; references by identifier.',
  answer: async (call, next) => {
    if (call.path === 'metadata')
      return {
        status: 404,
        json: outcome(404, 'not-supported', 'There is no capability statement.'),
      };
    if (!isSearch(call)) return next(call);
    const identifier = asked(call, 'patient:identifier');
    if (identifier === undefined && asked(call, '_page') === undefined)
      return refused('Search by patient:identifier.');
    const answer = await changed(call, next, (bundle) => {
      // A later page is asked for by its token alone; the self link still says who it is about.
      const self = linkOf(bundle, 'self');
      const kept = self && new URL(self).searchParams.get('patient:identifier');
      const number = (identifier ?? kept ?? '').split('|')[1];
      const anonymous = withResources(bundle, (resource) => logical(resource, number));
      return withEntries(anonymous, [
        ...entriesOf(anonymous),
        {...warning, search: {mode: 'include'}},
      ]);
    });
    return {...answer, status: answer.status === 200 ? 207 : answer.status};
  },
};

const limited: Behaviour = {
  about: 'Has Patient and Condition, and nothing else; `:Type` names another than Condition.',
  answer: async (call, next, {argument}) => {
    const kept = ['Patient', argument ?? 'Condition'];
    if (call.path === 'metadata') {
      const answer = await next(call);
      if (!isObject(answer.json)) return answer;
      const [rest] = Array.isArray(answer.json['rest']) ? (answer.json['rest'] as unknown[]) : [];
      if (!isObject(rest) || !Array.isArray(rest['resource'])) return answer;
      const resource = (rest['resource'] as unknown[]).filter(
        (item) => isObject(item) && kept.includes(text(item['type']) ?? ''),
      );
      return {...answer, json: {...answer.json, rest: [{...rest, resource}]}};
    }
    return kept.some((type) => isAbout(call, type))
      ? next(call)
      : {status: 404, json: outcome(404, 'not-supported', 'The server does not have this type.')};
  },
};

/** Behaviours of whole servers, by name. */
export const servers: Readonly<Record<string, Behaviour>> = {
  'epic-like': epicLike,
  'hapi-like': hapiLike,
  'azure-like': azureLike,
  'aggregator-like': aggregatorLike,
  'only-conditions': limited,
  r5: metadataOf('5.0.0'),
  r4b: metadataOf('4.3.0'),
  stu3: metadataOf('3.0.2'),
};
