/** One GET to the FHIR base: the token, the limits, the checks. Nothing else in the project calls `fetch`. */
import {get, resource, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import {isUnderBase} from './address.js';
import {PhrError, noAnswer} from './errors.js';
import {loadHardCases} from './load-hard-cases.js';
import {systemClock, within} from './time.js';
import type {Clock} from './time.js';

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
  /** `include` for cookie sessions, or `same-origin`; `omit` for anything else. */
  readonly credentials?: string;
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
  /**
   * Gives back the resource in a successful answer; fails with `PhrError`. `one`: a read of one resource. `permit` is asked
   * once the token, and so what it was granted for, is known: what it fails with stops the request.
   */
  get(
    url: URL,
    one: boolean,
    signal?: AbortSignal,
    permit?: () => Promise<void>,
  ): Promise<FhirResource>;
  /** Goes up when somebody else logs in: what was begun before that must not go on. */
  person(): number;
}

/** An answer, whatever its status. */
export interface Reply {
  readonly response: Response;
  readonly body: string;
  /** How often the token had been renewed when it was asked for. */
  readonly renewals: number;
}

/** What all requests to one base share. */
export interface Line {
  readonly clock: Clock;
  /** What the host set: asked anew each time, since it may change its functions. */
  readonly options: TransportOptions;
  /** Asks the host for a token. */
  ask(reason: TokenRequest['reason'], signal?: AbortSignal): Promise<string>;
  /** Goes up with every new token after an expired one. */
  renewals: number;
  /** Has the token renewed, once for all who wait for it. */
  renew?: (signal?: AbortSignal) => Promise<string>;
  /** No request before this instant: a server that was busy said so. */
  notBefore?: number;
  /** Waits until then. */
  hold?: (signal?: AbortSignal) => Promise<void>;
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
  // WebKit looks options that are not given up on what every object inherits: give it bare ones.
  const reader = response.body?.getReader(bare({})) as
    ReadableStreamDefaultReader<Uint8Array> | undefined;
  const decoder = new TextDecoder();
  let body = '';
  let size = 0;
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true};
    if (done) return body + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      void reader?.cancel().catch(() => {});
      throw new PhrError('tooLarge');
    }
    body += decoder.decode(value, {stream: true});
  }
}

/** A body as a resource; nothing for anything else. A parser's own message would quote the body. */
export function parseResource(body: string): FhirResource | undefined {
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
    return text(get(parse(atob(payload)), 'sub'));
  } catch {
    return undefined;
  }
}

/** FHIR versions we can read: R4 (4.0.x) and R4B (4.3.x). A server that does not say its version is taken for one of them. */
export function isReadableVersion(version?: string): boolean {
  return !version || /^4\.[03](\.|$)/.test(version);
}

/** Makes the transport of one FHIR base. `onScope` is told the scopes a token came with, `onSubject` whose it is. */
export function createTransport(
  base: URL,
  options: TransportOptions,
  onScope?: (scope: string) => void,
  onSubject?: (subject: string) => void,
): Transport {
  const {clock = systemClock} = options;
  let subject: string | undefined;
  let person = 0;

  async function ask(reason: TokenRequest['reason'], outer?: AbortSignal): Promise<string> {
    if (!options.getToken) return '';
    const answer = await within(
      clock,
      options.tokenTimeout ?? 60_000,
      'session',
      outer,
      async (signal) => {
        try {
          return await options.getToken?.(bare({baseUrl: base.href, reason, signal}));
        } catch {
          throw new PhrError('session');
        }
      },
    );
    const token = typeof answer === 'string' ? answer : (answer?.accessToken ?? '');
    const now = text(get(answer, 'subject')) ?? subjectOf(token);
    if (now !== undefined && now !== subject) {
      if (subject !== undefined) person += 1;
      subject = now;
      onSubject?.(now);
    }
    const scope = text(get(answer, 'scope'));
    if (scope) onScope?.(scope);
    return token;
  }

  const line: Line = {clock, options, ask, renewals: 0};

  async function exchange(url: string, headers: Headers, signal: AbortSignal) {
    try {
      const {credentials = '', fetch: send = pageFetch, maxBytes = 16 * 1024 * 1024} = options;
      const response = await (send as typeof fetch)(
        url,
        bare({
          method: 'GET',
          headers,
          signal,
          credentials: (/^(include|same-origin)$/.test(credentials)
            ? credentials
            : 'omit') as 'omit',
          cache: 'no-store' as const,
          redirect: 'error' as const,
        }),
      );
      if (response.redirected || response.type === 'opaqueredirect') {
        throw new PhrError('badAddress');
      }
      return {response, body: await readText(response, maxBytes)};
    } catch (error) {
      throw error instanceof PhrError ? error : noAnswer();
    }
  }

  return {
    person: () => person,

    async get(target, one, signal, permit) {
      if (!isUnderBase(target, base)) throw new PhrError('badAddress');
      const url = target.href;
      const headers = new Headers([['Accept', 'application/fhir+json']]);
      try {
        const added = await options.headers?.(bare({method: 'GET', url}));
        for (const [name, value] of Object.entries(added ?? {})) headers.set(name, value);
      } catch {
        throw new PhrError('badRequest');
      }
      let asked: number | undefined;
      /** Somebody else has logged in since: what was asked for one person is not asked for another. */
      const checkPerson = () => {
        asked ??= person;
        if (asked !== person) throw new PhrError('aborted');
      };
      const attempt = async (renewed?: string): Promise<Reply> => {
        await line.hold?.(signal);
        const {renewals} = line;
        const token = renewed ?? (await ask('first', signal));
        checkPerson();
        await permit?.();
        if (token) headers.set('Authorization', `Bearer ${token}`);
        const reply = await within(clock, options.timeout ?? 10_000, 'timeout', signal, (inner) =>
          exchange(url, headers, inner),
        );
        checkPerson();
        return {...reply, renewals};
      };
      let reply = await attempt();
      if (!reply.response.ok) {
        // Where the rest cannot be fetched, it is a failure of the server that may pass.
        const {recover} = await loadHardCases(
          new PhrError('server', {status: reply.response.status}),
        );
        reply = await recover(reply, one, line, attempt, signal);
      }
      const {status, headers: sent} = reply.response;
      const type = sent.get('Content-Type') ?? '';
      if (!isReadableVersion(/fhirVersion=["']?([\d.]+)/i.exec(type)?.[1])) {
        throw new PhrError('unsupportedVersion', {status});
      }
      const found = parseResource(reply.body);
      if (!found) throw new PhrError('notFhir', {status});
      return found;
    },
  };
}
