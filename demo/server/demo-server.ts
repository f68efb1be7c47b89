/**
 * The demo FHIR server: a good FHIR R4 server over synthetic records, the awkward ones beside it, log ins without passwords, and the
 * files of the demo pages. Bound to this machine. See `docs/demo-server.md`.
 */
import {createServer} from 'node:http';
import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {OperationOutcomeError} from '@medplum/core';
import {everyone} from './access.js';
import type {Reader} from './access.js';
import type {Answer, FhirCall} from './answer.js';
import {AwkwardServer, behaviourNames} from './awkward/awkward.js';
import {FhirHandler} from './fhir-handler.js';
import {corsHeaders, preflight, readBody, send} from './http.js';
import {isObject, text} from './json.js';
import {ownLogin} from './logins.js';
import type {DemoLogin} from './logins.js';
import type {DemoServer, DemoServerOptions, SeenRequest} from './options.js';
import {outcome, statusOf} from './outcomes.js';
import {Snapshots} from './paging.js';
import {RecordStore} from './record-store.js';
import {StaticFiles} from './static-files.js';
import {TerminologyHandler} from './terminology/terminology-handler.js';
import {Tokens, readerOf} from './tokens.js';
import type {Clock} from './types.js';

export type {DemoServer, DemoServerOptions, ListedPerson, SeenRequest} from './options.js';

const tokenSeconds = 1800;

/** Starts a demo server. Fails when the port is taken or a resource to load has no id. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const now = options.now ?? Date.now;
  const store = new RecordStore(now);
  store.load(options.records);
  const app = new DemoApp(options, store, now);
  const server = createServer((request, response) => {
    void app.serve(request, response);
  });
  const port = await listen(server, options.port ?? 0, options.host);
  const url = `http://${options.host}:${String(port)}`;
  app.origins = [url, `http://localhost:${String(port)}`];
  return {
    url,
    fhirBase: `${url}/fhir`,
    terminologyBase: `${url}/terminology`,
    requests: app.requests,
    forget: () => {
      app.requests.length = 0;
    },
    token: (login, reason = 'first') => app.issue(login, reason),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        // A request that hangs on purpose would keep the server open.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

class DemoApp {
  readonly requests: SeenRequest[] = [];
  /** The server's own origins; another `Host` is refused, so that no other site's name can be pointed at it. */
  origins: readonly string[] = [];
  readonly #options: DemoServerOptions;
  readonly #now: Clock;
  readonly #logins: ReadonlyMap<string, DemoLogin>;
  readonly #handler: FhirHandler;
  readonly #awkward = new AwkwardServer();
  readonly #tokens: Tokens;
  readonly #files: StaticFiles;
  readonly #terminology: TerminologyHandler | undefined;

  constructor(options: DemoServerOptions, store: RecordStore, now: Clock) {
    this.#options = options;
    this.#now = now;
    const logins = options.logins ?? options.records.map(({patient}) => ownLogin(patient));
    this.#logins = new Map(logins.map((login) => [login.login, login]));
    this.#handler = new FhirHandler(store, new Snapshots());
    this.#tokens = new Tokens(now);
    this.#files = new StaticFiles(options.staticFolders ?? [], options.contentSecurityPolicy);
    if (options.concepts) this.#terminology = new TerminologyHandler(options.concepts, now);
  }

  /** A token; fails when there is no such log in, or its access has ended. */
  issue(name: string, reason: 'first' | 'expired'): string {
    const login = this.#logins.get(name);
    if (!login) throw new Error(`There is no log in called ${name}`);
    if (login.until !== undefined && login.until < this.#now())
      throw new Error(`The access of ${name} has ended`);
    const {role, patient, scope, purpose} = login;
    return this.#tokens.issue(
      {sub: name, patient, role, scope, reason, ...(purpose !== undefined && {purpose})},
      this.#options.tokenLifetime ?? tokenSeconds,
    );
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    const seen: {login?: string; awkward?: string} = {};
    const origin = request.headers.origin;
    const extra = corsHeaders(origin, [...this.origins, ...(this.#options.allowedOrigins ?? [])]);
    let answer: Answer;
    try {
      answer = await this.#answer(request, gone.signal, seen);
    } catch (error) {
      if (gone.signal.aborted) answer = {status: 499};
      else if (error instanceof OperationOutcomeError)
        answer = {status: statusOf(error.outcome), json: error.outcome};
      else {
        console.error(error);
        answer = {status: 500, json: outcome(500, 'exception', 'The server failed.')};
      }
    }
    this.requests.push({
      method: request.method ?? '',
      url: request.url ?? '',
      ...seen,
      authorization: request.headers.authorization !== undefined,
      cookie: request.headers.cookie !== undefined,
      referrer: request.headers.referer !== undefined,
      status: answer.status,
      took: performance.now() - started,
    });
    if (!gone.signal.aborted) send(response, answer, extra, request.method === 'HEAD');
  }

  async #answer(
    request: IncomingMessage,
    gone: AbortSignal,
    seen: {login?: string; awkward?: string},
  ): Promise<Answer> {
    const host = `http://${request.headers.host ?? ''}`;
    if (!this.origins.includes(host))
      return plain(421, 'This server does not answer to that name.');
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    if (method === 'OPTIONS') return preflight();
    // Not `new URL(path, host)`: a path of `//elsewhere/` would make elsewhere the origin of our links.
    const asked = request.url ?? '/';
    if (!asked.startsWith('/')) return plain(400, 'The address is not a path.');
    const url = new URL(host + asked);
    const path = url.pathname;
    const isRecord = path === '/fhir' || path.startsWith('/fhir/');
    if (isRecord || (this.#terminology && path.startsWith('/terminology/'))) {
      const body = await readBody(request);
      if (body === undefined)
        return {status: 413, json: outcome(413, 'too-long', 'The body is too large.')};
      return this.#fhir(request, {method, url, body, gone}, seen);
    }
    if (path.startsWith('/demo/')) {
      const body = await readBody(request);
      return this.#demo(method, path.slice('/demo/'.length), body ?? '');
    }
    if (method !== 'GET') return plain(405, 'Only GET is answered here.');
    return this.#files.answer(path, request.headers['if-none-match']);
  }

  async #fhir(
    request: IncomingMessage,
    {method, url, body, gone}: {method: string; url: URL; body: string; gone: AbortSignal},
    seen: {login?: string; awkward?: string},
  ): Promise<Answer> {
    const match = /^\/(fhir|terminology)(?:\/awkward\/([^/]+))?(?:\/(.*))?$/.exec(url.pathname);
    const [, server = '', awkwardNames, rest = ''] = match ?? [];
    const terminology = server === 'terminology' ? this.#terminology : undefined;
    // Escapes that mean nothing leave a name that nobody has.
    const named = awkwardNames?.replace(/%3a/gi, ':').replace(/%2b/gi, '+').replace(/%2a/gi, '*');
    const awkward = named ?? (terminology ? undefined : this.#options.awkward);
    if (awkward !== undefined) seen.awkward = awkward;
    const path = rest.replace(/\/$/, '');
    // What a word means is the same for everybody: nobody logs in to ask.
    const reader = terminology ? everyone : this.#reader(request, path);
    if ('status' in reader) return reader;
    if (reader.login !== '') seen.login = reader.login;
    const call: FhirCall = {
      method,
      path,
      query: [...url.searchParams],
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
      ),
      body,
      base: `${url.origin}/${server}${awkwardNames === undefined ? '' : `/awkward/${awkwardNames}`}`,
      reader,
      gone,
    };
    const good = (inner: FhirCall): Promise<Answer> =>
      terminology ? Promise.resolve(terminology.handle(inner)) : this.#handler.handle(inner);
    const answer = await (awkward === undefined
      ? good(call)
      : this.#awkward.answer(awkward, call, good));
    // Records are not kept by browsers or proxies.
    return {...answer, headers: {'Cache-Control': 'no-store', ...answer.headers}};
  }

  /** Who asks, or the 401 that says they must log in. What the server can do is told to everybody. */
  #reader(request: IncomingMessage, path: string): Reader | Answer {
    if (this.#options.access === 'open') return everyone;
    const check = this.#tokens.check(request.headers.authorization);
    if (check.ok) return readerOf(check.claims);
    if (path === 'metadata' && check.why === 'missing') return {...everyone, scope: ''};
    return {
      status: 401,
      headers: {
        'WWW-Authenticate': check.why === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"',
      },
      json:
        check.why === 'expired'
          ? outcome(401, 'expired', 'The token has expired.')
          : outcome(401, 'login', 'A token is needed.'),
    };
  }

  #demo(method: string, path: string, body: string): Answer {
    if (path === 'people' && method === 'GET')
      return json(200, {people: this.#options.people ?? [], servers: behaviourNames});
    if ((path === 'session' || path === 'token') && method === 'POST') {
      const asked = parsed(body);
      const login = this.#logins.get(text(asked['login']) ?? '');
      if (!login) return json(404, {error: 'There is no such log in.'});
      if (login.until !== undefined && login.until < this.#now())
        return json(403, {error: 'This access has ended.'});
      const {name, role, patient, since} = login;
      const token = this.issue(login.login, asked['reason'] === 'expired' ? 'expired' : 'first');
      return json(200, {token, login: login.login, name, role, patient, since});
    }
    return plain(404, 'Not found');
  }
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'},
    content: JSON.stringify(value),
  };
}

function plain(status: number, words: string): Answer {
  return {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}, content: `${words}\n`};
}
