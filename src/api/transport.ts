/** One GET to the FHIR base: the token, the limits, the checks. Nothing else in the project calls `fetch`. */
import {object, resource, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {isUnderBase} from './address.js';
import {PhrError, kindOfStatus} from './errors.js';
import {
  backoff,
  longestWait,
  mostTries,
  readRetryAfter,
  shared,
  sleep,
  systemClock,
  within,
} from './retry.js';
import type {Clock} from './retry.js';

/** What a host is told when it is asked for an access token. */
export interface TokenRequest {
  readonly baseUrl: string;
  /** `expired`: the server refused the last one. */
  readonly reason: 'first' | 'expired';
  readonly signal: AbortSignal;
}

/** An access token, and, where the host knows them, whose it is and the scopes it was granted. */
export interface TokenAnswer {
  readonly accessToken: string;
  /** Who is logged in. Without it, `sub` of a JWT is taken. */
  readonly subject?: string;
  /** SMART scopes as in the token response, separated by spaces. */
  readonly scope?: string;
}

/** Asked once per request; what it gives back is used for that request and never stored. */
export type GetToken = (
  request: TokenRequest,
) => string | TokenAnswer | null | undefined | Promise<string | TokenAnswer | null | undefined>;

/** How to reach a FHIR base. */
export interface TransportOptions {
  readonly getToken?: GetToken;
  /** In place of the page's `fetch`. Must not follow redirects when asked not to. */
  readonly fetch?: typeof fetch;
  /** `omit` unless set: `include` for cookie sessions. */
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  /** Headers to add, asked once per request: the same values go with every try of it. */
  readonly headers?: (request: {
    readonly method: 'GET';
    readonly url: string;
  }) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Told who is logged in, before any answer is given out, whenever that is somebody new. */
  readonly onSubject?: (subject: string) => void;
  /** Limit of one request with its body, in milliseconds; 10,000 unless set. */
  readonly timeout?: number;
  /** Limit of a wait for a token, in milliseconds; 60,000 unless set: a person may have to log in. */
  readonly tokenTimeout?: number;
  /** Limit of one body in bytes, after decompression; 16 MiB unless set. */
  readonly maxBytes?: number;
  readonly clock?: Clock;
}

/** Sends GET requests and gives back resources. */
export interface Transport {
  /** Gives back the resource in a successful answer; fails with `PhrError`. `one`: a read of one resource. */
  get(url: URL, one: boolean, signal?: AbortSignal): Promise<FhirResource>;
  /** Goes up when somebody else logs in: what was begun before that must not go on. */
  person(): number;
}

interface Reply {
  readonly status: number;
  readonly headers: {get(name: string): string | null};
  readonly text: string;
}

// Taken when this file loads: a page that patches its globals later does not change our requests.
const pageFetch: typeof fetch | undefined = globalThis.fetch;
const {parse} = JSON;

/** A copy that inherits nothing, so that a polluted `Object.prototype` cannot add to it. */
function bare<T extends object>(options: T): T {
  return Object.assign(Object.create(null) as T, options);
}

/** The body as text, not longer than the limit. A byte order mark is left out. */
async function readText(response: Response, limit: number): Promise<string> {
  if (!response.body) {
    const body = await response.text();
    if (body.length > limit) throw new PhrError('tooLarge');
    return body;
  }
  // WebKit looks options that are not given up on what every object inherits: give it bare ones.
  const open: (options: object) => ReadableStreamDefaultReader<Uint8Array> =
    response.body.getReader.bind(response.body) as never;
  const reader = open(bare({}));
  const decoder = new TextDecoder();
  let body = '';
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return body + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      void reader.cancel().catch(() => {});
      throw new PhrError('tooLarge');
    }
    body += decoder.decode(value, {stream: true});
  }
}

/** A body as a resource; nothing for anything else. A parser's own message would quote the body. */
function parseResource(body: string): FhirResource | undefined {
  try {
    return resource(parse(body));
  } catch {
    return undefined;
  }
}

/** `sub` of a JWT, read and not verified: only to notice that it has become another. */
function subjectOf(token: string): string | undefined {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return text(object(parse(atob(payload)))?.['sub']);
  } catch {
    return undefined;
  }
}

/** Makes the transport of one FHIR base. `onScope` is told the scopes a token came with. */
export function createTransport(
  base: URL,
  options: TransportOptions,
  onScope?: (scope: string) => void,
): Transport {
  const clock = options.clock ?? systemClock;
  let subject: string | undefined;
  let person = 0;
  /** Goes up with every new token after an expired one. */
  let renewals = 0;
  /** No request before this instant: a server that was busy said so. */
  let notBefore = 0;

  async function ask(reason: TokenRequest['reason'], signal?: AbortSignal): Promise<string> {
    const {getToken} = options;
    if (!getToken) return '';
    const answer = await within(
      clock,
      options.tokenTimeout ?? 60_000,
      'session',
      signal,
      async (inner) => {
        try {
          return await getToken(bare({baseUrl: base.href, reason, signal: inner}));
        } catch {
          throw new PhrError('session');
        }
      },
    );
    const token = typeof answer === 'string' ? answer : (answer?.accessToken ?? '');
    const found = object(answer);
    const now = text(found?.['subject']) ?? subjectOf(token);
    if (now !== undefined && now !== subject) {
      if (subject !== undefined) person += 1;
      subject = now;
      options.onSubject?.(now);
    }
    const scope = text(found?.['scope']);
    if (scope !== undefined) onScope?.(scope);
    return token;
  }

  const renew = shared(clock, async (signal) => {
    const token = await ask('expired', signal);
    renewals += 1;
    return token;
  });

  async function exchange(url: URL, headers: Headers, signal: AbortSignal): Promise<Reply> {
    try {
      const send = options.fetch ?? pageFetch;
      if (!send) throw new PhrError('offline');
      const response = await send(
        url.href,
        bare({
          method: 'GET',
          headers,
          signal,
          credentials: options.credentials ?? 'omit',
          cache: 'no-store' as const,
          redirect: 'error' as const,
        }),
      );
      if (response.redirected || response.type === 'opaqueredirect') {
        throw new PhrError('badAddress');
      }
      const body = await readText(response, options.maxBytes ?? 16 * 1024 * 1024);
      return {status: response.status, headers: response.headers, text: body};
    } catch (error) {
      throw error instanceof PhrError ? error : new PhrError('offline');
    }
  }

  async function hold(signal?: AbortSignal): Promise<void> {
    const wait = notBefore - clock.now();
    if (wait <= 0) return;
    if (wait > longestWait) throw new PhrError('throttled', {retryAfter: wait});
    await sleep(clock, wait + clock.random() * 1000, signal);
  }

  async function get(url: URL, one: boolean, signal?: AbortSignal): Promise<FhirResource> {
    if (!isUnderBase(url, base)) throw new PhrError('badAddress');
    const headers = new Headers([['Accept', 'application/fhir+json']]);
    try {
      const added = await options.headers?.(bare({method: 'GET', url: url.href} as const));
      for (const [name, value] of Object.entries(added ?? {})) headers.set(name, value);
    } catch {
      throw new PhrError('badRequest');
    }
    let renewed: string | undefined;
    let asked: number | undefined;
    for (let tries = 1; ;) {
      await hold(signal);
      const renewal = renewals;
      const token = renewed ?? (await ask('first', signal));
      asked ??= person;
      // Somebody else has logged in since: what was asked for one person is not asked for another.
      if (asked !== person) throw new PhrError('aborted');
      if (token) headers.set('Authorization', `Bearer ${token}`);
      const reply = await within(clock, options.timeout ?? 10_000, 'timeout', signal, (inner) =>
        exchange(url, headers, inner),
      );
      if (asked !== person) throw new PhrError('aborted');
      const {status} = reply;
      if (status === 401 && options.getToken && renewed === undefined) {
        // Somebody else may have had it renewed while this request was out.
        renewed = renewal === renewals ? await renew(signal) : await ask('first', signal);
        continue;
      }
      if (status === 429 || status === 503) {
        const told = readRetryAfter(
          reply.headers.get('Retry-After'),
          clock.now(),
          reply.headers.get('Date'),
        );
        if (told !== undefined) notBefore = Math.max(notBefore, clock.now() + told);
        if (tries < mostTries && (told ?? 0) <= longestWait) {
          if (told === undefined) await sleep(clock, backoff(tries, clock.random()), signal);
          tries += 1;
          continue;
        }
        throw failure(reply, one, told);
      }
      if (status < 200 || status > 299) throw failure(reply, one);
      const version = /fhirVersion=["']?([\d.]+)/i.exec(reply.headers.get('Content-Type') ?? '');
      if (version?.[1] && !isReadableVersion(version[1])) {
        throw new PhrError('unsupportedVersion', {status});
      }
      const found = parseResource(reply.text);
      if (!found) throw new PhrError('notFhir', {status});
      return found;
    }
  }

  return {get, person: () => person};
}

/** FHIR versions we can read: R4 (4.0.x) and R4B (4.3.x). */
export function isReadableVersion(version: string): boolean {
  return /^4\.[03](\.|$)/.test(version);
}

/** The error for an answer that is not a success. */
function failure(reply: Reply, one: boolean, retryAfter?: number): PhrError {
  const outcome = parseResource(reply.text);
  return new PhrError(kindOfStatus(reply.status, one), {
    status: reply.status,
    ...(retryAfter !== undefined && {retryAfter}),
    ...(outcome?.resourceType === 'OperationOutcome' && {outcome}),
  });
}
