/** A `RecordSource` made of entries, whose every state a test or story can set. */
import type {RecordSource} from '../../src/context/record-context.js';
import type {EntryDetail} from '../../src/model/detail.js';
import {compareEntries} from '../../src/model/merge.js';
import type {Person} from '../../src/model/person.js';
import {recordKinds, type RecordKind} from '../../src/model/record-kind.js';
import type {Series} from '../../src/model/series.js';
import type {
  KindCoverage,
  Reading,
  TimelineEntry,
  TimelineQuery,
  TimelineReader,
  TimelineState,
} from '../../src/model/timeline.js';

/** What a fake record holds and how it answers. */
export interface FakeOptions {
  readonly entries?: readonly TimelineEntry[];
  /** Parts of the first state that differ from those made from the entries. */
  readonly state?: Partial<TimelineState>;
  /** How each kind stands; `complete` for the others. */
  readonly kinds?: Partial<Record<RecordKind, KindCoverage['state']>>;
  /** How many dated rows are final at first, and with each `more()`; all of them when absent. */
  readonly page?: number;
  /** What `retry()` changes. */
  readonly afterRetry?: Partial<TimelineState>;
  readonly key?: string;
  readonly details?: Readonly<Record<string, EntryDetail>>;
}

/** When the fake record was read: 21 November 2026, 9:12am. */
export const readAt = Date.UTC(2026, 10, 21, 9, 12);

/** A reader whose state changes only when it is told to. */
export class FakeReader implements TimelineReader {
  readonly #options: FakeOptions;
  readonly #watchers = new Set<() => void>();
  readonly #dated: readonly TimelineEntry[];
  #final: number;

  readonly query: TimelineQuery;
  state: TimelineState;
  isClosed = false;
  retries = 0;

  constructor(options: FakeOptions, query: TimelineQuery) {
    this.#options = options;
    this.query = query;
    const wanted = query.kinds ?? recordKinds;
    const entries = (options.entries ?? []).filter(({kind}) => wanted.includes(kind));
    this.#dated = entries.filter(({date}) => date).sort(compareEntries);
    this.#final = options.page ?? this.#dated.length;
    const recent = entries.filter(
      ({recorded}) => query.since !== undefined && (recorded ?? 0) > query.since,
    );
    this.state = {
      ...this.#rows(),
      late: new Set(),
      undated: entries.filter(({date}) => !date),
      undatedComplete: true,
      coverage: wanted.map((kind) => ({
        kind,
        state: options.kinds?.[kind] ?? 'complete',
        read: entries.filter((entry) => entry.kind === kind).length,
      })),
      withheld: [],
      parts: new Map(),
      reading: false,
      asOf: readAt,
      places: ['Nidd Valley Surgery', 'Northmoor Hospitals', 'Bridge Street Pharmacy'],
      offline: false,
      ...(query.since !== undefined && {
        newReferences: new Set(recent.map(({reference}) => reference)),
      }),
      ...options.state,
    };
  }

  /** Changes parts of the state, and tells who listens. */
  set(state: Partial<TimelineState>) {
    this.state = {...this.state, ...state};
    for (const watcher of this.#watchers) watcher();
  }

  async more() {
    this.#final += this.#options.page ?? 0;
    this.set(this.#rows());
  }

  async until(year: number) {
    const {page} = this.#options;
    if (page === undefined) return;
    const start = Date.UTC(year, 0, 1);
    const older = this.#dated.findIndex(({date}) => (date?.from ?? 0) < start);
    this.#final = Math.max(this.#final, older < 0 ? this.#dated.length : older);
    this.set(this.#rows());
  }

  async readAll() {
    this.#final = this.#dated.length;
    this.set(this.#rows());
  }

  async retry() {
    this.retries++;
    this.set(this.#options.afterRetry ?? {});
  }

  subscribe(changed: () => void) {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  close() {
    this.isClosed = true;
    this.#watchers.clear();
  }

  #rows(): Pick<TimelineState, 'rows' | 'complete'> & {horizon: number} {
    const rows = this.#dated.slice(0, this.#final);
    const complete = rows.length === this.#dated.length;
    return {
      rows,
      complete,
      horizon: complete ? -Infinity : (this.#dated[this.#final]?.date?.from ?? 0),
    };
  }
}

/** A record of one person, made of entries. */
export class FakeSource implements RecordSource {
  readonly options: FakeOptions;
  readonly readers: FakeReader[] = [];
  readonly key?: string;

  constructor(options: FakeOptions = {}) {
    this.options = options;
    if (options.key !== undefined) this.key = options.key;
  }

  /** The reader asked for last. */
  get reader(): FakeReader {
    const reader = this.readers.at(-1);
    if (!reader) throw new Error('No reader was asked for yet');
    return reader;
  }

  timeline(query: TimelineQuery): FakeReader {
    const reader = new FakeReader(this.options, query);
    this.readers.push(reader);
    return reader;
  }

  detail(reference: string): Promise<Reading<EntryDetail>> {
    const value = this.options.details?.[reference];
    return value
      ? Promise.resolve({value, asOf: readAt})
      : Promise.reject(new Error('This fake record has no such detail'));
  }

  series(): Promise<Reading<Series>> {
    return Promise.reject(new Error('This fake record has no series'));
  }

  person(): Promise<Reading<Person>> {
    return Promise.resolve({value: {}, asOf: readAt});
  }
}
