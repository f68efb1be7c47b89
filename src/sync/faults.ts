/** What a failed request means for the record. */
import {errorKind, type PhrErrorKind} from '../api/errors.js';
import {get, number} from '../model/fhir-json.js';
import type {Stopped} from '../model/timeline.js';

/** `notHere`: cannot be seen here; `failed`: not now; `narrow`: must be asked for by category; or all reading stops. */
export type Fault = 'notHere' | 'failed' | 'narrow' | {readonly stop: Stopped};

/** Answers that say that a kind of record cannot be seen here, each the same on the screen. */
const notHere: ReadonlySet<PhrErrorKind> = new Set([
  'refused',
  'notFound',
  'notOffered',
  'badRequest',
]);

/** What to make of anything that was thrown. */
export function faultOf(error: unknown): Fault {
  const kind = errorKind(error);
  if (kind === 'session') return {stop: 'sessionExpired'};
  if (kind === 'unsupportedVersion') return {stop: 'unsupported'};
  if (get(error, 'needs') === 'category') return 'narrow';
  return notHere.has(kind) ? 'notHere' : 'failed';
}

/** True when a request got no answer at all. */
export function isNoAnswer(error: unknown): boolean {
  const kind = errorKind(error);
  return kind === 'offline' || kind === 'unreachable' || kind === 'timeout';
}

/** HTTP status of a failure, when there was an answer. */
export function statusOf(error: unknown): number | undefined {
  return number(get(error, 'status'));
}
