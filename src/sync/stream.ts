/** One type of record of one source, read page by page. */
import {StreamOrder} from '../model/merge.js';
import type {PhrClient, PhrPage} from '../api/phr-client.js';
import type {TypeQuery} from './queries.js';

/** How many resources the first page of a stream is asked for. */
export const firstPageSize = 20;
/** How far a stream in no known order is read before a person asks for more. In resources. */
export const unorderedLimit = 1000;
/** How far a small kind of record is read early. In resources. */
export const smallLimit = 200;

/** Names of search parameters that bind an answer to a person, without modifier or chain. */
const patientParameters: ReadonlySet<string> = new Set(['patient', 'subject', 'actor']);

/** FHIR issue types that say, at whatever severity, that an answer may lack something. */
const lacking: ReadonlySet<string | undefined> = new Set([
  'incomplete',
  'timeout',
  'transient',
  'throttled',
  'too-costly',
]);

/** Where a stream stands. `limited`: the source has more, which we cannot or did not ask for. */
export type StreamState = 'reading' | 'complete' | 'failed' | 'notHere' | 'limited';

/** Follows the pages of one search. Decides nothing: the reader does. */
export class RecordStream {
  readonly client: PhrClient;
  /** The key of its source. */
  readonly source: string;
  readonly query: TypeQuery;
  readonly size: number;
  state: StreamState = 'reading';
  /** True from asking for a page until everything in it has been taken in. */
  asking = false;
  /** True while an answer has been waited for longer than the horizon waits. */
  silent = false;
  /** True when the horizon no longer waits for it, because nothing could be shown otherwise. */
  released = false;
  /** True when it is to be read to its end. */
  toEnd = false;
  /** How many resources it may ask for while nobody asked for its end. */
  limit = unorderedLimit;
  /** How many resources it has asked for in all. */
  asked = 0;
  /** How many pages were taken in since it was last begun. */
  page = 0;
  /** How many resources were found in all. */
  found = 0;
  order: StreamOrder;
  /** True when the server said that it searched for this person only. */
  keptPatient = false;
  /** True when a granted scope narrows it to a part of what is held. */
  narrowed = false;
  /** True when the server said that something went wrong with an answer: what came may not be all. */
  troubled = false;
  /** True when the server said something by which an empty answer cannot be taken for an empty record. */
  #mayLack = false;
  /** When its first page came: what was read then stays, also when it is begun again. */
  asOf: number | undefined;
  /** True once it has answered, since it was last begun. */
  answered = false;
  #cut = false;
  #front = Infinity;
  #pages: AsyncIterator<PhrPage> | undefined;

  constructor(client: PhrClient, source: string, query: TypeQuery, size: number) {
    this.client = client;
    this.source = source;
    this.query = query;
    this.size = size;
    this.order = new StreamOrder(query.sortedBy);
  }

  /** Nothing still to come from it is newer than this. */
  get front(): number {
    return Math.min(this.#front, this.order.front);
  }

  /** Whether the horizon waits for it. */
  get holds(): boolean {
    return this.state === 'reading' && !this.silent && !this.released;
  }

  /** Whether another page can be asked for now. */
  get idle(): boolean {
    return this.state === 'reading' && !this.asking;
  }

  /** True when it goes on by itself, whether or not rows are wanted. */
  get runs(): boolean {
    if (this.toEnd) return true;
    return this.order.ordered ? this.query.small && this.asked < smallLimit : true;
  }

  /** Asks for the next page; undefined at the end. Fails with `PhrError`. */
  async next(signal: AbortSignal): Promise<PhrPage | undefined> {
    this.asked += this.size;
    this.#pages ??= this.client.search(this.query.type, this.query.parameters, {
      signal,
      optional: this.query.optional,
      // Data that was given is in memory already and in no known order: pages would only hold it back.
      ...(this.client.base !== '' && {count: this.size}),
    });
    const {value, done} = await this.#pages.next();
    return done ? undefined : value;
  }

  /**
   * Takes in what the server says of how it understood the search, before the entries of a page are looked at.
   * The address of a later page may be opaque and name none of our parameters: that says nothing new.
   */
  begins({kept, asked}: PhrPage): void {
    const names = [...(kept ?? [])];
    if (this.answered && !names.some((name) => asked.has(name))) return;
    this.answered = true;
    this.keptPatient = names.some((name) => patientParameters.has(name.split(/[:.]/, 1)[0] ?? ''));
    if (!names.includes('_sort')) this.order.distrust();
  }

  /** Takes in how a page ended, once its entries have been given to `order`. */
  ended(page: PhrPage | undefined): void {
    this.#cut = page?.cut !== undefined;
    this.asOf ??= page?.asOf;
    this.page++;
    this.found += (page?.matches.length ?? 0) + (page?.damaged ?? 0);
    if (page?.lacking) this.#mayLack = true;
    for (const {severity, code} of page?.notices ?? []) {
      if (severity === 'fatal' || severity === 'error') this.troubled = true;
      if (this.troubled || lacking.has(code)) this.#mayLack = true;
    }
    // Nothing came, and the server does not stand by that: it is not said that there is nothing.
    const isDoubtful = this.found === 0 && this.#mayLack;
    if (page?.cut) this.state = page.cut === 'failed' ? 'failed' : 'limited';
    else if (!page || page.last) this.state = isDoubtful ? 'failed' : 'complete';
    else if (!this.order.ordered && !this.toEnd && this.asked >= this.limit) this.state = 'limited';
    if (Number.isFinite(this.front)) this.released = false;
  }

  /** Whether more can be asked for of what stopped at a limit of ours. */
  get canGoOn(): boolean {
    return this.state === 'limited' && !this.#cut;
  }

  /** Goes on after a limit of ours. */
  goOn(): void {
    if (!this.canGoOn) return;
    this.limit = this.asked + unorderedLimit;
    this.state = 'reading';
  }

  /** Begins again after a failure. The same entries come from the newest: how far they reached stays true. */
  restart(): void {
    this.#front = this.front;
    this.order = new StreamOrder(this.query.sortedBy);
    this.#pages = undefined;
    this.page = 0;
    this.#mayLack = this.troubled = this.answered = false;
    this.state = 'reading';
    this.silent = false;
    this.released = false;
  }
}
