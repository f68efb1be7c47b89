/** One type of record of one source, read page by page. */
import {StreamOrder} from '../model/merge.js';
import type {PhrClient, PhrPage} from '../api/phr-client.js';
import type {TypeQuery} from './queries.js';

/** How many resources the first page of a stream is asked for. */
export const firstPageSize = 20;
/** How far a stream in no known order is read before a person asks for more. In resources. */
export const unorderedLimit = 1000;
/** How far a small kind of record is read early. In resources. */
const smallLimit = 200;

/** Search parameters that bind an answer to a person, with or without a modifier or a chain. */
const patientParameter = /^(patient|subject|actor)([:.]|$)/;

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
  asking?: boolean;
  /** True while the entries of a page are decoded. */
  decoding?: boolean;
  /** True while an answer has been waited for longer than the horizon waits. */
  silent?: boolean;
  /** True when the horizon no longer waits for it, because nothing could be shown otherwise. */
  released?: boolean;
  /** True when it is to be read to its end. */
  toEnd?: boolean;
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
  keptPatient?: boolean;
  /** True when a granted scope narrows it to a part of what is held. */
  narrowed?: boolean;
  /** True when the server said that something went wrong with an answer: what came may not be all. See `heed`. */
  troubled?: boolean;
  /** True when the server said something by which an empty answer cannot be taken for an empty record. */
  mayLack?: boolean;
  /** When its first page came: what was read then stays, also when it is begun again. */
  asOf?: number | undefined;
  /** True once it has answered, since it was last begun. */
  answered?: boolean;
  /** True when it ended where no more can be asked for. */
  cut?: boolean;
  /** How far it had been read before it was begun again. */
  reached = Infinity;
  pages?: AsyncIterator<PhrPage> | undefined;

  constructor(client: PhrClient, source: string, query: TypeQuery, size: number) {
    this.client = client;
    this.source = source;
    this.query = query;
    this.size = size;
    this.order = new StreamOrder(query.sortedBy);
  }

  /** Nothing still to come from it is newer than this. */
  get front(): number {
    return Math.min(this.reached, this.order.front);
  }

  /** Whether the horizon waits for it. */
  get holds(): boolean {
    return this.state === 'reading' && !this.silent && !this.released;
  }

  /** True when it goes on by itself, whether or not rows are wanted. */
  get runs(): boolean | undefined {
    const {toEnd, order, query, asked} = this;
    return toEnd || !order.ordered || (query.small && asked < smallLimit);
  }

  /** Asks for the next page; undefined at the end. Fails with `PhrError`. */
  async next(signal: AbortSignal): Promise<PhrPage | undefined> {
    const {client, query, size} = this;
    this.asked += size;
    this.pages ??= client.search(query.type, query.parameters, {
      signal,
      // Data that was given is in memory already and in no known order: pages would only hold it back.
      ...(client.base && {count: size}),
    });
    const {value, done} = await this.pages.next();
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
    this.keptPatient = names.some((name) => patientParameter.test(name));
    if (!names.includes('_sort')) this.order.distrust();
  }

  /** Takes in how a page ended, once its entries have been given to `order`. */
  ended(page: PhrPage | undefined): void {
    const cut = page?.cut;
    this.asOf ??= page?.asOf;
    this.found += page?.matches.length ?? 0;
    this.page++;
    this.cut = !!cut;
    if (cut) this.state = cut === 'failed' ? cut : 'limited';
    // Nothing came, and the server does not stand by that: it is not said that there is nothing.
    else if (!page || page.last)
      this.state = this.found === 0 && this.mayLack ? 'failed' : 'complete';
    else if (!this.order.ordered && !this.toEnd && this.asked >= this.limit) this.state = 'limited';
    if (Number.isFinite(this.front)) this.released = false;
  }
}
