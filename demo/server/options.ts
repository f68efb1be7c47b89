/** How a demo server is started, and what it gives back. */
import type {DemoLogin} from './logins.js';
import type {StaticFolder} from './static-files.js';
import type {TerminologyConcept} from './terminology/concepts.js';
import type {Clock, DemoRecord} from './types.js';

/** One of the people that the log-in page lists. */
export interface ListedPerson {
  readonly name: string;
  readonly about: string;
  readonly logins: readonly {readonly login: string; readonly words: string}[];
}

/** How a demo server is started. */
export interface DemoServerOptions {
  /** TCP port; 0 or absent: a free one. */
  readonly port?: number;
  /** The server refuses any other: its log ins have no passwords. */
  readonly host: '127.0.0.1';
  readonly records: readonly DemoRecord[];
  /** Absent: each record has one log in, called as its Patient id. */
  readonly logins?: readonly DemoLogin[];
  /** What `GET /demo/people` lists. */
  readonly people?: readonly ListedPerson[];
  readonly staticFolders?: readonly StaticFolder[];
  /** What the terminology server at `/terminology` knows; nothing is there when absent. */
  readonly concepts?: readonly TerminologyConcept[];
  /** Origins of other pages that may read answers; the server's own always may. */
  readonly allowedOrigins?: readonly string[];
  /** Awkward behaviour of `/fhir` itself, for example `slow+no-sort`. `/fhir/awkward/<names>` has any, at any time. */
  readonly awkward?: string;
  /** `token`: no record without a token (usual). `open`: anybody reads and writes everything. */
  readonly access?: 'token' | 'open';
  /** How long a token lasts, in seconds; usually 30 minutes. */
  readonly tokenLifetime?: number;
  /** The `Content-Security-Policy` of pages; usually strict. */
  readonly contentSecurityPolicy?: string;
  readonly now?: Clock;
}

/** One request as the server saw it, for tests. It holds no token and no body. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query as asked. */
  readonly url: string;
  /** The awkward behaviours it went through, when any. */
  readonly awkward?: string;
  /** Whose token it carried; undefined when it carried none that counts. */
  readonly login?: string;
  /** Whether an `Authorization` header came with it, good or not. */
  readonly authorization: boolean;
  /** Whether a `Cookie` header came with it. */
  readonly cookie: boolean;
  /** Whether a `Referer` header came with it, which names the page. */
  readonly referrer: boolean;
  readonly status: number;
  /** Time until it was answered, in milliseconds. */
  readonly took: number;
}

/** A demo server that runs. */
export interface DemoServer {
  /** Origin, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** FHIR base, without a closing slash. */
  readonly fhirBase: string;
  /** Base of the terminology server, without a closing slash. */
  readonly terminologyBase: string;
  /** What was asked since the start or the last `forget`, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Empties `requests`. */
  forget(): void;
  /** A bearer token for a log in, as `POST /demo/session` gives it. Fails when there is no such log in. */
  token(login: string, reason?: 'first' | 'expired'): string;
  close(): Promise<void>;
}
