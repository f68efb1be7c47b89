/** Servers that are slow, or answer with something else than FHIR. */
import {setTimeout as delay} from 'node:timers/promises';
import type {Answer, FhirCall} from '../answer.js';
import {outcome} from '../outcomes.js';
import {asked, isAbout, isSearch, refusing} from './behaviour.js';
import type {Behaviour} from './behaviour.js';

function refusal(
  status: number,
  code:
    'login' | 'forbidden' | 'not-supported' | 'throttled' | 'exception' | 'transient' | 'invalid',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {status, headers, json: outcome(status, code, 'This demo server is awkward on request.')};
}

const loginPage: Answer = {
  status: 200,
  headers: {'Content-Type': 'text/html; charset=utf-8'},
  content:
    '<!doctype html><html lang="en"><title>Wi-Fi</title><h1>Log in to the Wi-Fi</h1><p>Accept the terms to go on.</p></html>',
};

/** Never answers, until the one who asked has gone. */
function hang(call: FhirCall): Promise<Answer> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => {
      reject(new Error('gone'));
    };
    if (call.gone.aborted) stop();
    else call.gone.addEventListener('abort', stop, {once: true});
  });
}

function throttledFor(retryAfter?: string): (times: number) => Answer | undefined {
  return (times) =>
    times > 1
      ? undefined
      : refusal(429, 'throttled', retryAfter === undefined ? {} : {'Retry-After': retryAfter});
}

function throttled(about: string, retryAfter?: string): Behaviour {
  const answer = throttledFor(retryAfter);
  return refusing(about, '*', ({nth}) => answer(nth()));
}

/** Behaviours that slow or refuse, by name. */
export const refusals: Readonly<Record<string, Behaviour>> = {
  slow: {
    about: 'Every answer takes 2 seconds; `:500` makes it 500 milliseconds.',
    answer: async (call, next, {argument}) => {
      await delay(Number(argument ?? 2000), undefined, {signal: call.gone});
      return next(call);
    },
  },
  'slow-kind': {
    about: 'Observation takes 5 seconds; `:Type` names another.',
    answer: async (call, next, {argument}) => {
      if (isAbout(call, argument ?? 'Observation'))
        await delay(5000, undefined, {signal: call.gone});
      return next(call);
    },
  },
  hanging: {
    about: 'Observation never answers; `:Type` names another, `:*` all.',
    answer: (call, next, {argument}) =>
      isAbout(call, argument ?? 'Observation') ? hang(call) : next(call),
  },
  expired: refusing(
    'The first request of each token and path is 401; a renewed token is good.',
    '*',
    (_setting, call) =>
      renewed(call)
        ? undefined
        : refusal(401, 'login', {'WWW-Authenticate': 'Bearer error="invalid_token"'}),
  ),
  'logged-out': refusing('Everything is 401, whatever the token.', '*', () =>
    refusal(401, 'login', {'WWW-Authenticate': 'Bearer error="invalid_token"'}),
  ),
  forbidden: refusing(
    'AllergyIntolerance is 403; `:Type` names another.',
    'AllergyIntolerance',
    () => refusal(403, 'forbidden'),
  ),
  missing: refusing('AllergyIntolerance is 404; `:Type` names another.', 'AllergyIntolerance', () =>
    refusal(404, 'not-supported'),
  ),
  throttled: throttled('The first request of each path is 429 with Retry-After of 1 second.', '1'),
  'throttled-silent': throttled('The first request of each path is 429 without Retry-After.'),
  'throttled-nonsense': throttled(
    'The first request of each path is 429 with Retry-After `soon`.',
    'soon',
  ),
  'throttled-years': throttled(
    'The first request of each path is 429 with Retry-After of 10 years.',
    '315360000',
  ),
  'throttled-always': refusing('Everything is 429 with Retry-After of 1 second.', '*', () =>
    refusal(429, 'throttled', {'Retry-After': '1'}),
  ),
  'failing-once': refusing(
    'The first request of each path is 503; the second is good.',
    '*',
    ({nth}) => (nth() > 1 ? undefined : refusal(503, 'transient')),
  ),
  failing: refusing('DocumentReference is 500; `:Type` names another.', 'DocumentReference', () =>
    refusal(500, 'exception'),
  ),
  'failing-page': {
    about: 'The second page of Observation is 500; `:Type` names another, `:*` all.',
    answer: async (call, next, {argument}) =>
      asked(call, '_page') !== undefined && isAbout(call, argument ?? 'Observation')
        ? refusal(500, 'exception')
        : next(call),
  },
  unavailable: refusing('Everything is 503 with Retry-After of 120 seconds.', '*', () =>
    refusal(503, 'transient', {'Retry-After': '120'}),
  ),
  'plain-error': refusing(
    'DocumentReference is 500 with plain text; `:Type` names another.',
    'DocumentReference',
    () => ({
      status: 500,
      headers: {'Content-Type': 'text/plain'},
      content: 'Internal Server Error at line 1',
    }),
  ),
  html: refusing(
    'Condition answers a log-in page with 200; `:Type` names another, `:*` all.',
    'Condition',
    () => loginPage,
  ),
  empty: refusing(
    'Condition answers 200 with nothing; `:Type` names another.',
    'Condition',
    () => ({
      status: 200,
      headers: {'Content-Type': 'application/fhir+json'},
      content: '',
    }),
  ),
  'not-a-bundle': refusing(
    'Condition answers 200 with JSON that is not FHIR; `:Type` names another.',
    'Condition',
    () => ({
      status: 200,
      headers: {'Content-Type': 'application/json'},
      content: '{"items":[]}',
    }),
  ),
  redirected: refusing(
    'Condition is 302 to another origin; `:Type` names another.',
    'Condition',
    () => ({
      status: 302,
      headers: {Location: 'https://elsewhere.example/fhir/Condition'},
    }),
  ),
  'half-bundle': cut(
    'The Bundle of Observation ends in the middle, and the answer with it; `:Type` names another.',
    false,
  ),
  dropped: cut('The connection breaks in the middle of Observation; `:Type` names another.', true),
  'no-metadata': {
    about: '/metadata is 404.',
    answer: async (call, next) =>
      call.path === 'metadata' ? refusal(404, 'not-supported') : next(call),
  },
  'metadata-hanging': {
    about: '/metadata never answers.',
    answer: (call, next) => (call.path === 'metadata' ? hang(call) : next(call)),
  },
  'no-sort': refusingParameter('_sort'),
  'no-include': refusingParameter('_include'),
  'no-revinclude': refusingParameter('_revinclude'),
  'needs-category': {
    about: 'Observation without category or code is 400.',
    answer: async (call, next) =>
      isSearch(call) &&
      isAbout(call, 'Observation') &&
      asked(call, '_page') === undefined &&
      asked(call, 'category') === undefined &&
      asked(call, 'code') === undefined
        ? refusal(400, 'invalid')
        : next(call),
  },
  strict: {
    about: 'An unknown parameter is 400, asked for or not.',
    answer: (call, next) => next({...call, headers: {...call.headers, prefer: 'handling=strict'}}),
  },
};

function refusingParameter(name: string): Behaviour {
  return {
    about: `A search with ${name} is 400.`,
    answer: async (call, next) =>
      isSearch(call) && asked(call, name) !== undefined
        ? refusal(400, 'not-supported')
        : next(call),
  };
}

/** A token says why it was asked for: see `Tokens`. The signature was checked before we come here. */
function renewed({headers}: FhirCall): boolean {
  const body = (headers['authorization'] ?? '').split('.')[1] ?? '';
  return Buffer.from(body, 'base64url').toString().includes('"reason":"expired"');
}

function cut(about: string, broken: boolean): Behaviour {
  return {
    about,
    answer: async (call, next, {argument}) => {
      const answer = await next(call);
      if (!isSearch(call) || !isAbout(call, argument ?? 'Observation')) return answer;
      if (broken) return {...answer, breakAfter: 0.5};
      const whole = JSON.stringify(answer.json);
      return {
        status: answer.status,
        headers: {'Content-Type': 'application/fhir+json'},
        content: whole.slice(0, Math.floor(whole.length / 2)),
      };
    },
  };
}
