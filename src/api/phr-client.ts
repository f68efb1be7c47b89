/** The one interface through which records are read, whatever stands behind it. */
import type {FhirResource} from '../model/fhir-json.js';

/** Whether a server can do a thing: `unknown` is tried, `no` is not. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What a server says, and what we have found out, that it can do for this person. */
export interface PhrCapabilities {
  /** Whether an interaction can be asked for, for example `can('Observation', 'search-type')`. */
  can(type: string, interaction: 'read' | 'search-type' | 'create' | 'update'): Answer;
  /** Whether a search parameter is offered, for example `_lastUpdated`. */
  searches(type: string, parameter: string): Answer;
  /** Whether `_include` or `_revinclude` of a value is offered, for example `Provenance:target`. */
  includes(type: string, kind: '_include' | '_revinclude', value: string): Answer;
  /**
   * Queries that a granted scope narrows a type to, for example `category=…|laboratory`. Not empty:
   * what comes back is only a part of what is held.
   */
  limits?(type: string): readonly string[];
}

/** One resource of an answer, with where it lives. */
export interface PhrEntry {
  readonly resource: FhirResource;
  /** `Bundle.entry.fullUrl`: absolute address or `urn:uuid:`. */
  readonly url?: string;
  /** Which Bundle inside the Bundle it came from: `urn:uuid:` references are looked up there first. */
  readonly group?: number;
}

/** Something a server said beside its answer. Never shown as it is. */
export interface Notice {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** FHIR issue-type code, for the host only. */
  readonly code?: string;
}

/** One page of an answer to a search, unwrapped. */
export interface PhrPage {
  readonly matches: readonly PhrEntry[];
  readonly included: readonly PhrEntry[];
  readonly notices: readonly Notice[];
  /** How many entries came that are not resources, and so cannot be shown: to be counted, never passed over. */
  readonly damaged?: number;
  /** True when no match came though the server counts some (`Bundle.total`, which itself is given to nobody). */
  readonly lacking?: boolean;
  /**
   * Names of the search parameters that the server kept (`Bundle.link[self]`); undefined when it did
   * not say. The patient parameter and `_sort` are kept only with the value we asked for.
   */
  readonly kept?: ReadonlySet<string>;
  /** Parameters we asked with, after the ladder took some away. */
  readonly asked: ReadonlySet<string>;
  /**
   * Why the answer ends before the record does; absent when it does not. `otherOrigin`: the next page
   * is not under our base; `failed`: its address cannot be read.
   */
  readonly cut?: 'otherOrigin' | 'cycle' | 'limit' | 'failed';
  readonly last: boolean;
  /** When it came, in milliseconds since 1970. */
  readonly asOf: number;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

/**
 * A search: parameters in order; those in `optional` may be dropped, first to last, when a server
 * refuses them. Without `optional` these may: `_revinclude`, `_include`, `_sort`. `_count` always may.
 */
export interface SearchOptions extends RequestOptions {
  readonly optional?: readonly string[];
  /** Asked as `_count` of the first page. */
  readonly count?: number;
}

/** Reads one person's record. One client is one person in one place. */
export interface PhrClient {
  /** The FHIR base, with a closing slash; empty for static data. */
  readonly base: string;
  /** The person's Patient id at that base. */
  readonly patient: string;
  /** True when everything it can answer is about this person, whatever an answer says of how it was asked for. */
  readonly patientBound?: boolean;
  capabilities(options?: RequestOptions): Promise<PhrCapabilities>;
  /** One resource. Fails with `PhrError`, also when the answer is another resource than the one asked for. */
  read(type: string, id: string, options?: RequestOptions): Promise<PhrEntry>;
  /**
   * Pages of one type, for this person: the patient parameter is the client's to add. Fails with
   * `PhrError`; a `next()` that failed may be called again and asks for the same page again.
   * `PhrError.needs` is `category` when a server answers only when asked for one category at a time.
   */
  search(
    type: string,
    parameters: readonly (readonly [name: string, value: string])[],
    options?: SearchOptions,
  ): AsyncIterableIterator<PhrPage>;
}
