/** Requests and answers between the parts of the server, before they become bytes. */
import type {Reader} from './access.js';

/** One request to the FHIR base, with its body read. */
export interface FhirCall {
  readonly method: string;
  /** Path below the base, without slashes at its ends: `Observation`, `Patient/parveen`, `metadata`, or empty. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** FHIR base of every link in the answer, without a closing slash. */
  readonly base: string;
  readonly reader: Reader;
  /** Aborted when the one who asked has gone, or the server closes. */
  readonly gone: AbortSignal;
}

/** An answer: JSON in `json`, or other content in `content`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly content?: string | Uint8Array;
  /** Sends this share of the body (0 to 1), then breaks the connection. */
  readonly breakAfter?: number;
}

/** The resource type that a path asks about; undefined for the base itself and for `metadata`. */
export function typeOf(path: string): string | undefined {
  const first = path.split('/')[0] ?? '';
  return /^[A-Z][A-Za-z]+$/.test(first) ? first : undefined;
}

/** Media type of FHIR JSON. */
export const fhirJson = 'application/fhir+json';
