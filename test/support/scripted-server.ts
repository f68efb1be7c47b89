/**
 * A FHIR server in a function: it answers from resources in memory as FHIR R4 says, and misbehaves
 * by rules. Deterministic: no chance, no clock of its own, nothing sent anywhere. Give its `fetch` to
 * whatever is under test; it assumes nothing about who asks.
 */
import {createVirtualClock} from './scripted/clock.js';
import type {VirtualClock} from './scripted/clock.js';
import {answerSearch} from './scripted/records.js';
import {draft, respond} from './scripted/answer.js';
import type {Draft} from './scripted/answer.js';
import {isNth, matches} from './scripted/rules.js';
import type {Rule, SeenRequest} from './scripted/rules.js';
import {apply, has, outcome} from './scripted/steps.js';

export {createVirtualClock, settle} from './scripted/clock.js';
export type {VirtualClock} from './scripted/clock.js';
export type {Rule, SeenRequest, Step, When} from './scripted/rules.js';

type Json = Record<string, unknown>;

/** What a scripted server has and how it behaves. */
export interface ScriptedServerOptions {
  /** The FHIR base, with or without a closing slash. */
  readonly base?: string;
  readonly records?: readonly object[];
  readonly rules?: readonly Rule[];
  /** Bearer tokens that are let in; any request is, when absent. */
  readonly tokens?: readonly string[];
  /** What `/metadata` answers: a CapabilityStatement, or `null` for 404. One is made from the records when absent. */
  readonly metadata?: object | null;
  /** Entries of one page when `_count` does not say, and at most. */
  readonly pageSize?: number;
  /** 400 for a search parameter that is not known, in place of ignoring it. */
  readonly strict?: boolean;
  readonly clock?: Pick<VirtualClock, 'now' | 'after'>;
}

/** A scripted server. */
export interface ScriptedServer {
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Every request that was made of it, also those to other origins. */
  readonly requests: readonly SeenRequest[];
  /** Requests to one path, `*` for anything. */
  to(path: string): readonly SeenRequest[];
  /** Requests to any other origin. */
  readonly elsewhere: readonly SeenRequest[];
  /** Adds a rule that goes before the others. */
  rule(rule: Rule): void;
  /** Takes all rules away. */
  behave(): void;
  readonly clock: Pick<VirtualClock, 'now' | 'after'>;
}

/** Makes a scripted server. */
export function createScriptedServer(options: ScriptedServerOptions = {}): ScriptedServer {
  const base = (options.base ?? 'https://phr.example/fhir').replace(/\/*$/, '/');
  const root = new URL(base);
  const records = (options.records ?? []) as readonly Json[];
  const clock = options.clock ?? createVirtualClock();
  const requests: SeenRequest[] = [];
  let rules: {rule: Rule; count: number}[] = [];
  const cursors = new Map<string, () => Json>();
  let searches = 0;

  const behave = () => {
    rules = [];
  };
  for (const rule of options.rules ?? []) rules.push({rule, count: 0});

  function metadata(): unknown {
    if (options.metadata !== undefined) return options.metadata;
    const types = [...new Set(records.map((item) => String(item['resourceType'])))];
    return {
      resourceType: 'CapabilityStatement',
      status: 'active',
      kind: 'instance',
      fhirVersion: '4.0.1',
      format: ['json'],
      rest: [
        {
          mode: 'server',
          resource: types.map((type) => ({
            type,
            interaction: [{code: 'read'}, {code: 'search-type'}],
          })),
        },
      ],
    };
  }

  function search(type: string, query: SeenRequest['query']): Draft | Json {
    const found = answerSearch(records, type, query);
    if (options.strict && found.unknown.length > 0) {
      return draft(400, outcome('error', 'invalid', 'Unknown search parameter'));
    }
    const most = options.pageSize ?? 50;
    const asked = Number(query.find(([name]) => name === '_count')?.[1] ?? most);
    const size = Math.max(1, Math.min(asked, most));
    const self = new URL(type, base);
    for (const [name, value] of query) {
      if (found.kept.has(name)) self.searchParams.append(name, value);
    }
    searches += 1;
    const number = String(searches);
    const pageAt = (from: number): Json => {
      const end = from + size;
      const more = end < found.matches.length;
      const cursor = `${number}.${String(end / size + 1)}`;
      if (more) cursors.set(cursor, () => pageAt(end));
      const matched = found.matches.slice(from, end);
      return {
        resourceType: 'Bundle',
        type: 'searchset',
        total: found.matches.length,
        link: [
          {relation: 'self', url: self.href},
          ...(more ? [{relation: 'next', url: `${base}?_getpages=${cursor}`}] : []),
        ],
        entry: [
          ...matched.map((item) => entry(item, 'match')),
          ...(from === 0 ? found.included.map((item) => entry(item, 'include')) : []),
        ],
      };
    };
    return pageAt(0);
  }

  const entry = (item: Json, mode: string): Json => ({
    fullUrl: `${base}${String(item['resourceType'])}/${String(item['id'])}`,
    resource: item,
    search: {mode},
  });

  /** What an honest server answers. `query` may be less than what was asked. */
  function honest(request: SeenRequest, query: SeenRequest['query']): Draft {
    if (request.origin !== root.origin) {
      return draft(200, {resourceType: 'Bundle', type: 'searchset', entry: []});
    }
    if (request.path === 'metadata') {
      const statement = metadata();
      return statement === null ? draft(404, outcome('error', 'not-found')) : draft(200, statement);
    }
    if (options.tokens && !options.tokens.includes(request.token ?? '')) {
      return draft(401, outcome('error', 'login'));
    }
    const cursor = query.find(([name]) => name === '_getpages')?.[1];
    if (request.path === '' && cursor !== undefined) {
      const next = cursors.get(cursor);
      return next ? draft(200, next()) : draft(410, outcome('error', 'not-found'));
    }
    const [type = '', id, ...rest] = request.path.split('/');
    if (rest.length > 0 || !/^[A-Z]\w+$/.test(type)) {
      return draft(404, outcome('error', 'not-found'));
    }
    if (id !== undefined) {
      const found = records.find((item) => item['resourceType'] === type && item['id'] === id);
      return found ? draft(200, found) : draft(404, outcome('error', 'not-found'));
    }
    const answer = search(type, query);
    return 'headers' in answer && 'json' in answer ? (answer as Draft) : draft(200, answer);
  }

  function answerTo(request: SeenRequest): Draft {
    const mine = rules.filter(({rule}) => matches(rule.when ?? {}, request, root.origin));
    const active = mine.filter((one) => {
      one.count += 1;
      return isNth(one.rule.when?.nth, one.count);
    });
    const steps = active.flatMap(({rule}) => rule.do);
    const ignored = new Set(steps.flatMap((step) => (has(step, 'ignore') ? step.ignore : [])));
    const query = request.query.filter(([name]) => !ignored.has(name));
    return steps.reduce<Draft>(
      (answer, step) => apply(answer, step, request),
      honest(request, query),
    );
  }

  const scripted: typeof fetch = (input, init = {}) => {
    const asked = input instanceof Request ? input : undefined;
    const url = new URL(asked?.url ?? String(input));
    const headers = new Headers(init.headers ?? asked?.headers);
    const signal = init.signal ?? asked?.signal;
    const under = url.origin === root.origin && `${url.pathname}/`.startsWith(root.pathname);
    const request: SeenRequest = {
      method: init.method ?? asked?.method ?? 'GET',
      url: url.href,
      origin: url.origin,
      path: under ? url.pathname.slice(root.pathname.length) : url.pathname,
      query: [...url.searchParams],
      headers: Object.fromEntries(headers),
      token: /^Bearer (.*)$/.exec(headers.get('Authorization') ?? '')?.[1],
      credentials: init.credentials,
      redirect: init.redirect,
      cache: init.cache,
      at: clock.now(),
      aborted: () => signal?.aborted ?? false,
    };
    requests.push(request);
    const answer = answerTo(request);
    return new Promise<Response>((resolve, reject) => {
      const abort = () => {
        reject(new DOMException('The operation was aborted.', 'AbortError'));
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort);
      if (answer.hang) return;
      const begin = () => {
        const location = answer.headers.find(([name]) => name === 'Location')?.[1];
        if (answer.drop === 'before') reject(new TypeError('Failed to fetch'));
        else if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
          if (init.redirect === 'error') reject(new TypeError('Failed to fetch'));
          else {
            scripted(new URL(location, url).href, init).then((response) => {
              Object.defineProperty(response, 'redirected', {value: true});
              resolve(response);
            }, reject);
          }
        } else resolve(respond(answer, clock, signal ?? undefined));
      };
      if (answer.delay > 0) clock.after(answer.delay, begin);
      else begin();
    });
  };

  return {
    base,
    fetch: scripted,
    requests,
    to: (path) => requests.filter((one) => matches({path}, one, root.origin)),
    get elsewhere() {
      return requests.filter((one) => one.origin !== root.origin);
    },
    rule(rule) {
      rules.unshift({rule, count: 0});
    },
    behave,
    clock,
  };
}
