/** The one error of this room. Its message never holds record content, an address or a token. */
import type {FhirResource} from '../model/fhir-json.js';

/**
 * What went wrong, in terms a caller can act on. `offline`: the device has no network, as the browser says; `unreachable`: no
 * answer at all, and it cannot be told why; `session`: log in again; `refused` and `notOffered`: cannot be seen here;
 * `notFhir`: an answer that is not FHIR.
 */
export type PhrErrorKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'session'
  | 'refused'
  | 'notFound'
  | 'notOffered'
  | 'badRequest'
  | 'throttled'
  | 'server'
  | 'notFhir'
  | 'tooLarge'
  | 'unsupportedVersion'
  | 'aborted'
  | 'badAddress';

/** What a `PhrError` may carry beside its kind. */
export interface PhrErrorDetails {
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** How long to wait before asking again, in milliseconds, as the server said. */
  readonly retryAfter?: number;
  /** Set when the server wants a search narrowed before it answers: ask again once per category. */
  readonly needs?: 'category';
  /** What the server said. May hold record content: for the host only, never shown and never logged. */
  readonly outcome?: FhirResource | undefined;
}

/** Why a record could not be read. */
export class PhrError extends Error implements PhrErrorDetails {
  readonly kind: PhrErrorKind;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly needs?: 'category';
  readonly outcome?: FhirResource;

  constructor(kind: PhrErrorKind, details: PhrErrorDetails = {}) {
    const {outcome, ...plain} = details;
    super(`PHR API: ${kind}${plain.status ? ` (${String(plain.status)})` : ''}`);
    this.name = 'PhrError';
    this.kind = kind;
    Object.assign(this, plain);
    // Not enumerable: error collectors copy enumerable properties, and an outcome may hold content.
    if (outcome) Object.defineProperty(this, 'outcome', {value: outcome});
  }
}

/** The kind of any caught value. Told by shape: a host's own client may bring another copy of the class. */
export function errorKind(error: unknown): PhrErrorKind {
  const {name, kind} = Object(error) as {name?: unknown; kind?: unknown};
  if (name === 'PhrError' && typeof kind === 'string') return kind as PhrErrorKind;
  return name === 'AbortError' ? 'aborted' : 'server';
}

/**
 * The error of a request that got no answer. A refused origin (CORS), a refused redirect and a server that is down all look
 * like a lost network to a page: `offline` is said only where the browser says so itself.
 */
export function noAnswer(): PhrError {
  const {navigator} = globalThis as {navigator?: {onLine?: boolean}};
  return new PhrError(navigator?.onLine === false ? 'offline' : 'unreachable');
}
