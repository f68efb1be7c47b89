/**
 * Reads one person's record from all sources into one list.
 *
 * Owns: which stream is asked next, when a row is final, what is told to whom. Does not own: HTTP (the
 * clients), what a resource means (decode), whose it is (the person check).
 */
import {parseFhirDate} from '../model/fhir-date.js';
import {entryBody, loadEntryBody} from '../model/decode/entry-body.js';
import {horizonOf} from '../model/merge.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../model/record-kind.js';
import {errorKind} from '../api/errors.js';
import type {PhrPage} from '../api/phr-client.js';
import type {Stopped, TimelineQuery, TimelineReader, TimelineState} from '../model/timeline.js';
import {Collection} from './collection.js';
import {faultOf, isNoAnswer, statusOf} from './faults.js';
import {laterParts, loadLater} from './load-later.js';
import {SourceTaker, type Decode, type Source} from './page-taker.js';
import {releaseFor, streamsWanted, streamsWithin, type Goal} from './plan.js';
import {holds, observationCategories, queryFor, typesOf} from './queries.js';
import type {Schedule} from './schedule.js';
import {snapshot} from './snapshot.js';
import type {StatusListener} from './source-status.js';
import {RecordStream, firstPageSize} from './stream.js';

/** How many resources are asked for before the first row, however long the record is. */
export const firstRowBudget = 400;
/** Changes are told at most once in this time, about a frame. In milliseconds. */
const frame = 16;

/** What a reader needs from its source. */
export interface ReaderOptions {
  readonly sources: readonly Source[];
  readonly query: TimelineQuery;
  readonly schedule: Schedule;
  /** How long the horizon waits for an answer, in milliseconds. */
  readonly silence: number;
  readonly decode: Decode;
  readonly now: () => number;
  readonly onStatus: StatusListener;
  /** Called when the reader is closed. */
  readonly onClose: () => void;
}

/** See `TimelineReader`: one reading of the records of all sources. */
export class RecordReader implements TimelineReader {
  readonly #options: ReaderOptions;
  readonly #listeners = new Set<() => void>();
  #abort = new AbortController();
  #collection = new Collection();
  #takers: readonly SourceTaker[] = [];
  #streams: RecordStream[] = [];
  #goals: Goal[] = [];
  #unsafe = new Set<RecordKind>();
  /** Kinds in which another person was seen, one for each type: two stop the reading. */
  #wrongIn = new Set<RecordKind>();
  #budget = firstRowBudget;
  #asked = 0;
  #answers = 0;
  #misses = 0;
  #stopped: Stopped | undefined;
  #isClosed = false;
  #isDirty = false;
  /** True once the first rows have had time to be drawn. */
  #isShown = false;
  #isShowing = false;
  /**
   * True until one second after the first answer. Where everything is slow, nobody is silent: rows that came a
   * little earlier must not make all others late.
   */
  #isFirstWait = true;
  #stopFirstWait: (() => void) | undefined;
  /** True when the servers were asked what is new, and told all of it. */
  #isNewAsked = false;
  #stopNotice: (() => void) | undefined;
  #stopShowing: (() => void) | undefined;
  #state: TimelineState;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#begin();
    this.#state = this.#snapshot();
    void this.more();
  }

  get state(): TimelineState {
    return this.#state;
  }

  /** What was read, for an entry that is opened. Empty once the reader is closed. */
  get collection(): Collection {
    return this.#collection;
  }

  /** What was read from each source. */
  get takers(): readonly SourceTaker[] {
    return this.#takers;
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => {
      this.#listeners.delete(changed);
    };
  }

  more(): Promise<void> {
    const wanted = this.#collection.merge.rows.length + this.#options.query.pageSize;
    this.#goOn(() => true);
    return this.#reach({
      met: () => this.#collection.merge.rows.length >= wanted,
      reach: () => {
        // What is newer than the last row wanted, as far as can be told now, must be settled first.
        const {rows, waiting} = this.#collection.merge;
        return waiting[wanted - rows.length - 1]?.date?.from ?? -Infinity;
      },
    });
  }

  until(year: number): Promise<void> {
    const start = parseFhirDate(String(year).padStart(4, '0'))?.from ?? -Infinity;
    this.#goOn(() => true);
    return this.#reach({met: () => this.#horizon() < start, reach: () => start});
  }

  readAll(kinds?: readonly RecordKind[]): Promise<void> {
    const isWanted = (stream: RecordStream): boolean => !kinds || holds(stream.query.type, kinds);
    this.#goOn(isWanted);
    for (const stream of this.#streams) if (isWanted(stream)) stream.toEnd = true;
    return this.#reach({
      met: () => !this.#streams.some((stream) => stream.state === 'reading' && isWanted(stream)),
      reach: () => Infinity,
    });
  }

  retry(): Promise<void> {
    if (this.#stopped === 'sessionExpired') {
      this.#begin();
      return this.more();
    }
    const failed = this.#streams.filter((stream) => stream.state === 'failed');
    for (const stream of failed) stream.restart();
    return this.#reach({
      met: () => failed.every((stream) => stream.answered || stream.state !== 'reading'),
      reach: () => Infinity,
    });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listeners.clear();
    this.#letGo();
    this.#options.onClose();
  }

  /** Starts every stream from its beginning. */
  #begin(): void {
    const {sources, query, decode, schedule, now} = this.#options;
    this.#stopped = undefined;
    this.#abort = new AbortController();
    this.#collection = new Collection(query.since, query.kinds);
    this.#takers = sources.map(
      (source) => new SourceTaker(source, this.#collection, decode, schedule, now),
    );
    this.#asked = 0;
    this.#isFirstWait = true;
    this.#isShown = this.#isShowing = this.#isNewAsked = false;
    this.#budget = firstRowBudget;
    const types = typesOf(query.kinds);
    const fair = Math.floor(firstRowBudget / (types.length * Math.max(sources.length, 1)));
    const size = Math.max(1, Math.min(firstPageSize, fair));
    this.#streams = sources.flatMap(({client, key}) =>
      types.map((type) => new RecordStream(client, key, queryFor(type), size)),
    );
  }

  /** Aborts what is in flight and forgets everything that was read. */
  #letGo(): void {
    this.#abort.abort();
    this.#stopNotice?.();
    this.#stopNotice = undefined;
    this.#stopShowing?.();
    this.#stopFirstWait?.();
    this.#stopFirstWait = undefined;
    for (const taker of this.#takers) taker.library.clear();
    this.#takers = [];
    this.#collection = new Collection();
    this.#streams = [];
    this.#state = this.#snapshot();
    const goals = this.#goals;
    this.#goals = [];
    for (const goal of goals) goal.done();
  }

  /** A person asked for more: limits of ours move on. */
  #goOn(isWanted: (stream: RecordStream) => boolean): void {
    for (const stream of this.#streams) if (isWanted(stream)) stream.goOn();
    this.#budget = Math.max(this.#budget, this.#asked + firstRowBudget);
  }

  /** Fetches what reads the rest of every entry, again if that failed before, and tells when it is there. */
  async #readBodies(): Promise<void> {
    if (!entryBody() && (await loadEntryBody()) && !this.#isClosed) this.#change();
  }

  #reach(goal: Omit<Goal, 'done'>): Promise<void> {
    if (this.#isClosed || this.#stopped) return Promise.resolve();
    void this.#readBodies();
    return new Promise((resolve) => {
      this.#goals.push({...goal, done: resolve});
      this.#pump();
    });
  }

  #horizon(): number {
    const isWaitedFor = ({silent, state, released, answered}: RecordStream): boolean =>
      this.#isFirstWait && silent && state === 'reading' && !released && !answered;
    return horizonOf(
      this.#streams.filter((stream) => stream.holds || isWaitedFor(stream)).map(({front}) => front),
    );
  }

  /** Settles what is final, asks for what is wanted, and tells those who wait. */
  #pump(): void {
    if (this.#isClosed || this.#stopped) return;
    const {merge} = this.#collection;
    merge.settle(this.#horizon());
    const open = this.#goals.filter((goal) => !goal.met());
    let wanted = streamsWanted(this.#streams, open, this.#horizon());
    const isAtEnd = wanted.length === 0 && !this.#streams.some(({asking}) => asking);
    if (merge.rows.length > 0 || isAtEnd) this.#showFirst();
    if (!this.#isShown && wanted.length > 0) {
      wanted = streamsWithin(wanted, this.#budget - this.#asked);
      // Nothing may be asked for before a row is shown, and none can be: then what holds it up is let by.
      const isBlocked =
        merge.rows.length === 0 &&
        wanted.length === 0 &&
        this.#streams.every(({asking, silent}) => !asking || silent);
      if (isBlocked && releaseFor(this.#streams, merge.waiting[0]?.date?.from)) {
        this.#pump();
        return;
      }
    }
    for (const stream of wanted) void this.#ask(stream);
    this.#change();
    const isHeldBack = this.#isShowing && !this.#isShown;
    const isStuck = !isHeldBack && !this.#streams.some(({asking}) => asking);
    const done = this.#goals.filter((goal) => isStuck || goal.met());
    if (done.length === 0) return;
    this.#goals = this.#goals.filter((goal) => !done.includes(goal));
    this.#tell();
    for (const goal of done) goal.done();
  }

  /** Tells of the first rows at once, and lets the browser draw them before anything further is asked for. */
  #showFirst(): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    this.#isDirty = true;
    this.#tell();
    this.#stopShowing = this.#options.schedule.after(2 * frame, () => {
      this.#isShown = true;
      void this.#afterRows();
      void this.#checkEmpty(this.#streams);
      this.#pump();
    });
  }

  /** What is asked for once the first rows stand, by code that has come by then. */
  async #afterRows(): Promise<void> {
    const {signal} = this.#abort;
    const parts = laterParts() ?? (await loadLater());
    if (!parts || signal.aborted) return;
    void this.#readMedicines();
    void parts.checkScopes(this.#takers, this.#streams, signal, () => {
      this.#change();
    });
    const {since} = this.#options.query;
    if (since === undefined || !Number.isFinite(since)) return;
    const isAsked = await parts.askAllNew(
      this.#takers,
      this.#streams,
      since,
      signal,
      (stream, page) => this.#takeMatches(stream, page, signal),
    );
    if (signal.aborted) return;
    this.#isNewAsked = isAsked;
    this.#change();
    this.#pump();
  }

  async #ask(stream: RecordStream): Promise<void> {
    const {signal} = this.#abort;
    const {schedule, silence} = this.#options;
    if (!this.#streams.some(({asking}) => asking)) this.#answers = this.#misses = 0;
    stream.asking = true;
    this.#asked += stream.size;
    const stopWaiting = schedule.after(silence, () => {
      if (signal.aborted) return;
      stream.silent = true;
      this.#pump();
    });
    try {
      const page = await stream.next(signal);
      // Pages that come at once must not become one long task.
      await schedule.pause();
      if (!signal.aborted) await this.#take(stream, page, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(stream, error);
    } finally {
      stopWaiting();
    }
    if (signal.aborted) return;
    stream.asking = false;
    stream.silent = false;
    this.#pump();
  }

  async #take(stream: RecordStream, page: PhrPage | undefined, signal: AbortSignal): Promise<void> {
    this.#answers++;
    this.#stopFirstWait ??= this.#options.schedule.after(this.#options.silence, () => {
      this.#isFirstWait = false;
      this.#pump();
    });
    const {type: resourceType} = stream.query;
    const {source} = stream;
    if (page) {
      const {onStatus} = this.#options;
      for (const notice of page.notices) onStatus({type: 'notice', source, resourceType, notice});
      if (page.cut) onStatus({type: 'cut', source, resourceType, reason: page.cut});
      await this.#takeMatches(stream, page, signal);
      if (signal.aborted) return;
    }
    if (stream.state !== 'reading') return;
    stream.ended(page);
    // What a page was given is at hand; of a server this is asked once the first rows stand.
    if (stream.client.base === '') await this.#checkEmpty([stream]);
    else if (this.#isShown) void this.#checkEmpty([stream]);
  }

  /** An empty answer says 'none' only where the type can be searched at all, as far as that is known. */
  async #checkEmpty(streams: readonly RecordStream[]): Promise<void> {
    const {signal} = this.#abort;
    const empty = streams.filter(({state, found}) => state === 'complete' && found === 0);
    let isChanged = false;
    await Promise.all(
      empty.map(async (stream) => {
        const can = await stream.client.capabilities({signal}).catch(() => undefined);
        if (can?.can(stream.query.type, 'search-type') !== 'no' || signal.aborted) return;
        stream.state = 'notHere';
        isChanged = true;
      }),
    );
    if (isChanged && !signal.aborted) this.#change();
  }

  /** Takes the resources of a page in, and stops for another person's. */
  async #takeMatches(stream: RecordStream, page: PhrPage, signal: AbortSignal): Promise<void> {
    const {source} = stream;
    const taker = this.#takers.find((item) => item.source.key === source);
    await taker?.take(stream, page, signal, (resourceType) => {
      this.#options.onStatus({type: 'wrongPerson', source, resourceType});
      this.dropType(resourceType);
    });
    if (signal.aborted) return;
    // Before the first rows are drawn nothing is asked for but what they need.
    if (this.#isShown) void this.#readMedicines();
  }

  async #readMedicines(): Promise<void> {
    const {signal} = this.#abort;
    if (this.#takers.every(({missing}) => missing.size === 0)) return;
    const parts = laterParts() ?? (await loadLater());
    if (!parts || signal.aborted) return;
    const changes = await Promise.all(
      this.#takers.map((taker) => parts.readMedicines(taker, signal)),
    );
    if (changes.includes(true) && !signal.aborted) this.#change();
  }

  /** Another person's resource came: its kind is not shown, and with a second kind nothing is. */
  dropType(type: TimelineType): void {
    if (this.#isClosed || this.#stopped) return;
    const kinds = kindsOfType[type];
    for (const kind of kinds) this.#unsafe.add(kind);
    this.#wrongIn.add(kinds[0]);
    if (this.#wrongIn.size > 1) {
      this.#stop('wrongPerson');
      return;
    }
    this.#collection.drop(kinds);
    for (const stream of this.#streams) {
      // What can bring nothing that may be shown is not asked for.
      if (kindsOfType[stream.query.type].every((kind) => this.#unsafe.has(kind))) {
        stream.state = 'notHere';
      }
    }
    this.#isDirty = true;
    this.#tell();
  }

  #fail(stream: RecordStream, error: unknown): void {
    const {query, source} = stream;
    const status = statusOf(error);
    this.#options.onStatus({
      type: 'failed',
      source,
      resourceType: query.type,
      reason: errorKind(error),
      ...(status !== undefined && {status}),
    });
    if (isNoAnswer(error)) this.#misses++;
    // What was not asked for has no status: it tells nothing of whether there is a connection.
    else if (status !== undefined || errorKind(error) !== 'notOffered') this.#answers++;
    const fault = faultOf(error);
    if (typeof fault === 'object') this.#stop(fault.stop);
    else if (fault === 'narrow' && !query.part) this.#narrow(stream);
    else stream.state = fault === 'failed' ? 'failed' : 'notHere';
  }

  /** A server wants a category: one stream for each takes the place of the one for all. */
  #narrow(stream: RecordStream): void {
    const {client, source, query, size, toEnd} = stream;
    this.#streams = this.#streams.flatMap((item) =>
      item !== stream
        ? item
        : observationCategories.map((category) => {
            const part = new RecordStream(client, source, queryFor(query.type, category), size);
            part.toEnd = toEnd;
            part.narrowed = stream.narrowed;
            return part;
          }),
    );
  }

  #stop(reason: Stopped): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    this.#letGo();
    this.#isDirty = true;
    this.#tell();
  }

  /** Notes a change, to be told with the others of this frame. */
  #change(): void {
    this.#isDirty = true;
    this.#stopNotice ??= this.#options.schedule.after(frame, () => {
      this.#stopNotice = undefined;
      this.#tell();
    });
  }

  #tell(): void {
    if (!this.#isDirty) return;
    this.#isDirty = false;
    this.#state = this.#snapshot();
    for (const listener of [...this.#listeners]) listener();
  }

  /** The age of what is shown is that of its oldest part. */
  get #asOf(): number | undefined {
    const times = this.#streams.flatMap(({asOf}) => asOf ?? []);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  #snapshot(): TimelineState {
    return snapshot({
      collection: this.#collection,
      streams: this.#streams,
      kinds: this.#options.query.kinds,
      unsafe: this.#unsafe,
      horizon: this.#horizon(),
      isNewAsked: this.#isNewAsked,
      asOf: this.#asOf,
      stopped: this.#stopped,
      offline: this.#misses > 0 && this.#answers === 0,
    });
  }
}
