/** The one error of this room. Its message never holds record content, an address or a token. */
import type {FhirResource} from '../model/fhir-json.js';

/**
 * What went wrong, in terms a caller can act on. `offline`: no answer at all; `session`: log in again;
 * `refused` and `notOffered`: cannot be seen here; `notFhir`: an answer that is not FHIR.
 */
export type PhrErrorKind =
  | 'offline'
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

/** What an HTTP status means for a read of one resource (`one`) or a search. */
export function kindOfStatus(status: number, one: boolean): PhrErrorKind {
  if (status === 401) return 'session';
  if (status === 403) return 'refused';
  if (status === 404 || status === 410) return one ? 'notFound' : 'notOffered';
  if (status === 405 || status === 501) return 'notOffered';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server' : 'badRequest';
}
