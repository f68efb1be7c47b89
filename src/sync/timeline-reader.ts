/**
 * Reads one person's record from all sources into one list.
 *
 * Owns: which stream is asked next, when a row is final, what is told to whom. Does not own: HTTP (the
 * clients), what a resource means (decode), whose it is (the person check), and what comes after the first rows or when
 * something goes wrong (`reading-later.ts`).
 */
import {entryBody, loadEntryBody} from '../model/decode/entry-body.js';
import {horizonOf} from '../model/merge.js';
import type {RecordKind, TimelineType} from '../model/record-kind.js';
import type {PhrErrorKind} from '../api/errors.js';
import type {PhrPage} from '../api/phr-client.js';
import type {Stopped, TimelineQuery, TimelineReader} from '../model/timeline.js';
import {Collection} from './collection.js';
import {laterParts, loadLater, type LaterParts} from './load-later.js';
import {createTaker, type Decode, type Source, type SourceTaker} from './page-taker.js';
import {streamsWanted, streamsWithin, type Goal} from './plan.js';
import {queryFor, typesOf} from './queries.js';
import type {Schedule} from './schedule.js';
import {snapshot} from './snapshot.js';
import type {StatusListener} from './source-status.js';
import {RecordStream, firstPageSize} from './stream.js';

/** How many resources are asked for before the first row, however long the record is. */
export const firstRowBudget = 400;
/** Changes are told at most once in this time, about a frame. In milliseconds. */
const frame = 16;
/** How long is decoded, at most, before what came of it is told. In milliseconds. */
const mostWork = 8;

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

/** A reader as its source knows it. */
export interface RecordReader extends TimelineReader {
  /** What was read, for an entry that is opened: empty once the reader is closed. */
  readonly core: ReaderCore;
}

/** One reading, from its beginning until it ends or is begun again. */
interface Reading {
  readonly abort: () => void;
  /** Aborted when it stops or is closed. */
  readonly signal: AbortSignal;
  collection: Collection;
  takers: readonly SourceTaker[];
  streams: readonly RecordStream[];
  stopped: Stopped | undefined;
  /** True once the first rows have had time to be drawn. */
  isShown: boolean;
  /** True when the servers were asked what is new, and told all of it. */
  isNewAsked: boolean;
  /** Whether any request of those that run together had an answer. */
  hasAnswer?: boolean | undefined;
  /** What the last of them that got none failed with. */
  miss?: PhrErrorKind | undefined;
}

/** What the later parts of a reader work on. */
export interface ReaderCore extends Reading {
  readonly query: TimelineQuery;
  readonly onStatus: StatusListener;
  /** Kinds in which another person was seen. */
  readonly unsafe: Set<RecordKind>;
  /** Rows strictly newer than this are final. */
  horizon(): number;
  /** Asks until a goal is met, or no more can be asked for. */
  reach(goal: Omit<Goal, 'done'>): Promise<void>;
  /** Settles what is final, asks for what is wanted, and tells those who wait. */
  pump(): void;
  /** Notes a change, to be told with the others of this frame. */
  change(): void;
  /** Tells of every change now. */
  tell(): void;
  /** Ends the reading: nothing that was read stays. */
  stop(reason: Stopped): void;
  /** Takes the resources of a page in. */
  take(stream: RecordStream, page: PhrPage): Promise<void>;
}

/** Whether a page is more, or less, than what was asked for. */
function isRemarkable({notices, cut, lacking, damaged}: PhrPage): boolean {
  return notices.length > 0 || !!cut || !!lacking || !!damaged;
}

/** Begins to read. See `TimelineReader`: one reading of the records of all sources. */
export function createReader(options: ReaderOptions): RecordReader {
  const {sources, query, schedule, silence, decode, now, onStatus} = options;
  const listeners = new Set<() => void>();
  const unsafe = new Set<RecordKind>();
  const types = typesOf(query.kinds);
  const fair = Math.floor(firstRowBudget / (types.length * sources.length));
  const size = Math.max(1, Math.min(firstPageSize, fair));
  let goals: Goal[] = [];
  /** How many resources were asked for. */
  let asked: number;
  /**
   * False from one second after the first answer. Until then nobody is silent, for where everything is slow, rows that came
   * a little earlier must not make all others late.
   */
  let isFirstWait: boolean | undefined;
  /** True from the moment the first rows are told. */
  let isShowing: boolean;
  /** True while a change waits for its frame. */
  let isNoted: boolean;
  /** How long was decoded since the last change was told, and what waits for the next. */
  let work = 0;
  const resting: (() => void)[] = [];

  const begin = (): Reading => {
    asked = 0;
    isFirstWait = undefined;
    isShowing = isNoted = false;
    const ending = new AbortController();
    const collection = new Collection(query.kinds, unsafe, query.since);
    return {
      signal: ending.signal,
      abort() {
        ending.abort();
      },
      collection,
      takers: sources.map((source) => createTaker(source, collection, decode, {pause}, now)),
      streams: sources.flatMap(({client, key}) =>
        types.map((type) => new RecordStream(client, key, queryFor(type), size)),
      ),
      stopped: undefined,
      isShown: false,
      isNewAsked: false,
    };
  };

  /** Calls back later, unless the reading ends before. */
  const after = (milliseconds: number, callback: () => void): void => {
    const stop = schedule.after(milliseconds, callback);
    core.signal.addEventListener('abort', stop, {once: true});
  };

  /** Uses the later parts, at once when they are there. Undefined when they cannot be had, or the reading ended meanwhile. */
  const withLater = async <T>(use: (parts: LaterParts) => T): Promise<Awaited<T> | undefined> => {
    const {signal} = core;
    const parts = laterParts() ?? (await loadLater());
    return parts && !signal.aborted ? await use(parts) : undefined;
  };

  const horizon = (): number =>
    horizonOf(
      core.streams
        .filter(
          ({holds, state, released, answered}) =>
            holds || (isFirstWait !== false && state === 'reading' && !released && !answered),
        )
        .map(({front}) => front),
    );

  const tell = (): void => {
    isNoted = false;
    state = snapshot(core);
    work = 0;
    for (const goOn of resting.splice(0)) goOn();
    for (const listener of [...listeners]) listener();
  };

  const change = (): void => {
    if (isNoted || core.signal.aborted) return;
    isNoted = true;
    after(frame, () => {
      if (isNoted) tell();
    });
  };

  /** Pages that come at once must not become one long task, nor much that is drawn at once. */
  const pause = async (worked: number): Promise<void> => {
    work += worked;
    // Nothing waits before there is anything to draw.
    if (isShowing && work >= mostWork && !core.signal.aborted) {
      change();
      await new Promise<void>((goOn) => resting.push(goOn));
    }
    await schedule.pause();
  };

  /** Aborts what is in flight and forgets everything that was read. */
  const letGo = (): void => {
    core.abort();
    core.takers = core.streams = [];
    core.collection = new Collection();
    tell();
    for (const goal of goals.splice(0)) goal.done();
  };

  const isIdle = (): boolean => !core.streams.some(({asking}) => asking);

  /** Tells of the first rows at once, and lets the browser draw them before anything further is asked for. */
  const showFirst = (): void => {
    if (isShowing) return;
    isShowing = true;
    tell();
    const {signal} = core;
    void schedule.drawn().then(() => {
      if (signal.aborted) return;
      core.isShown = true;
      void withLater((parts) => parts.afterRows(core));
      pump();
    });
  };

  const pump = (): void => {
    const {signal, streams, collection} = core;
    if (signal.aborted) return;
    const {merge} = collection;
    merge.settle(horizon());
    const open = goals.filter((goal) => !goal.met());
    let wanted = streamsWanted(streams, open, horizon());
    if (merge.rows.length > 0 || (wanted.length === 0 && isIdle())) showFirst();
    // While they are drawn nothing is asked for.
    if (isShowing && !core.isShown) wanted = [];
    else if (!isShowing && wanted.length > 0) {
      wanted = streamsWithin(wanted, firstRowBudget - asked);
      const isBlocked =
        wanted.length === 0 && streams.every(({asking, silent}) => !asking || silent);
      // Nothing may be asked for before a row is shown, and none can be: then what holds it up is let by.
      if (isBlocked) {
        void withLater((parts) => parts.release(core)).then((isReleased) => {
          if (isReleased) pump();
          else if (!signal.aborted) showFirst();
        });
        return;
      }
    }
    for (const stream of wanted) void ask(stream);
    change();
    const isStuck = (core.isShown || !isShowing) && isIdle();
    const done = goals.filter((goal) => isStuck || goal.met());
    if (done.length === 0) return;
    goals = goals.filter((goal) => !done.includes(goal));
    tell();
    for (const goal of done) goal.done();
  };

  const reach = (goal: Omit<Goal, 'done'>): Promise<void> =>
    new Promise((done) => {
      if (core.signal.aborted) {
        done();
        return;
      }
      // What reads the rest of every entry is fetched again if that failed before.
      if (!entryBody()) void loadEntryBody().then(change);
      if (!laterParts()) void loadLater().then(change);
      goals.push({...goal, done});
      pump();
    });

  const more = (): Promise<void> => {
    const {merge} = core.collection;
    const wanted = merge.rows.length + query.pageSize;
    return reach({
      met: () => merge.rows.length >= wanted,
      // What is newer than the last row wanted, as far as can be told now, must be settled first.
      reach: () => merge.waiting[wanted - merge.rows.length - 1]?.date?.from ?? -Infinity,
    });
  };

  const ask = async (stream: RecordStream): Promise<void> => {
    const {signal} = core;
    if (isIdle()) core.hasAnswer = core.miss = undefined;
    stream.asking = true;
    asked += stream.size;
    const stopWaiting = schedule.after(silence, () => {
      // Who has answered is not silent, however long it takes to decode what was said.
      stream.silent = !stream.decoding;
      pump();
    });
    try {
      const page = await stream.next(signal);
      // Where it cannot be told what was said beside an answer, it is not taken for all there is.
      if (page && isRemarkable(page) && !(await withLater(({heed}) => heed(core, stream, page))))
        stream.troubled = stream.mayLack = true;
      if (!signal.aborted) await answered(stream, page);
    } catch (error) {
      const isKnown =
        !signal.aborted && (await withLater((parts) => parts.fail(core, stream, error)));
      if (!isKnown) stream.state = 'failed';
    } finally {
      stopWaiting();
    }
    if (signal.aborted) return;
    stream.asking = stream.silent = stream.decoding = false;
    pump();
  };

  const answered = async (stream: RecordStream, page: PhrPage | undefined): Promise<void> => {
    const {signal} = core;
    core.hasAnswer = true;
    if (isFirstWait === undefined) {
      isFirstWait = true;
      after(silence, () => {
        isFirstWait = false;
        pump();
      });
    }
    if (page) await take(stream, page);
    if (signal.aborted || stream.state !== 'reading') return;
    stream.ended(page);
    // What a page was given is at hand; of a server this is asked once the first rows stand.
    const isGiven = !stream.client.base;
    const confirmed =
      (isGiven || core.isShown) && withLater((parts) => parts.confirm(core, stream));
    if (isGiven) await confirmed;
  };

  const take = async (stream: RecordStream, page: PhrPage): Promise<void> => {
    const {source} = stream;
    const {signal} = core;
    const taker = core.takers.find((item) => item.source.key === source);
    const entries = await taker?.take(stream, page, signal, (resourceType) => {
      onStatus({type: 'wrongPerson', source, resourceType});
      return dropType(resourceType);
    });
    // Before the first rows are drawn nothing is asked for but what they need.
    if (taker && entries?.size)
      void withLater((parts) => {
        parts.taken(core, taker, entries);
      });
  };

  const dropType = async (type: TimelineType): Promise<void> => {
    const {signal} = core;
    const isDropped = await withLater((parts) => parts.dropType(core, type));
    if (!isDropped && !signal.aborted) stop('wrongPerson');
  };

  const stop = (reason: Stopped): void => {
    if (core.stopped) return;
    core.stopped = reason;
    letGo();
  };

  const core: ReaderCore = {
    ...begin(),
    query,
    onStatus,
    unsafe,
    horizon,
    reach,
    pump,
    change,
    tell,
    stop,
    take,
  };
  let state = snapshot(core);
  void more();

  return {
    get state() {
      return state;
    },
    core,
    subscribe(changed) {
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
      };
    },
    async more() {
      await withLater(({goOn}) => {
        goOn(core.streams);
      });
      await more();
    },
    until: (year) => withLater((parts) => parts.until(core, year)),
    readAll: (kinds) => withLater((parts) => parts.readAll(core, kinds)),
    async retry() {
      if (core.stopped !== 'sessionExpired') {
        await withLater((parts) => parts.retry(core));
        return;
      }
      Object.assign(core, begin());
      await more();
    },
    close() {
      listeners.clear();
      letGo();
      core.stopped = undefined;
      options.onClose();
    },
  };
}
