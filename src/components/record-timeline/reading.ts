import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../../context/record-context.js';
import type {Stopped, TimelineQuery, TimelineReader, TimelineState} from '../../model/timeline.js';

/**
 * The reader of one person's record and what it last gave.
 *
 * Owns: the life of the reader, which ends with the element's, with the person and with anything that stops it; and that
 * a list on the screen stays while it is read again. Does not own: what of it is shown.
 */
export class Reading implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #source?: RecordSource;
  #query?: TimelineQuery;
  #reader?: TimelineReader;
  #next?: TimelineReader;
  #unsubscribe: (() => void)[] = [];
  #tries = 0;

  /** Why nothing is shown any more; the reader is closed by then. */
  stopped?: Stopped;
  /** True when the record was to be read again, and nothing came: what is shown is the reading of before. */
  isStale = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What was read, if anything is being read. */
  get state(): TimelineState | undefined {
    return this.stopped ? undefined : this.#reader?.state;
  }

  /** True when trying again did not help. */
  get triedAgain(): boolean {
    return this.#tries > 0;
  }

  /** Lets go of the last record at once, and starts to read this one. */
  start(source: RecordSource | undefined, query: TimelineQuery) {
    this.close();
    this.#source = source;
    this.#query = query;
    if (source) this.#reader = this.#open(source, query);
  }

  /** Reads the record again; what is on the screen stays until something of it comes. */
  refresh() {
    const {state} = this;
    if (!this.#source || !this.#query) return;
    if (!state || state.asOf === undefined) {
      this.start(this.#source, this.#query);
      this.#host.requestUpdate();
      return;
    }
    this.#next?.close();
    this.#next = this.#open(this.#source, this.#query);
    this.#changed();
  }

  /** Asks again for what failed. */
  async retry() {
    if (this.isStale) return this.refresh();
    await this.#reader?.retry();
    this.#tries++;
    this.#host.requestUpdate();
  }

  more(): Promise<void> {
    return this.#reader?.more() ?? Promise.resolve();
  }

  until(year: number): Promise<void> {
    return this.#reader?.until(year) ?? Promise.resolve();
  }

  readAll(kinds?: TimelineQuery['kinds']): Promise<void> {
    return this.#reader?.readAll(kinds) ?? Promise.resolve();
  }

  hostDisconnected() {
    this.close();
  }

  /** Aborts what is in flight and forgets everything read. */
  close() {
    for (const stop of this.#unsubscribe) stop();
    this.#unsubscribe = [];
    this.#reader?.close();
    this.#next?.close();
    this.#reader = this.#next = this.stopped = undefined;
    this.isStale = false;
    this.#tries = 0;
  }

  #open(source: RecordSource, query: TimelineQuery): TimelineReader {
    const reader = source.timeline(query);
    this.#unsubscribe.push(reader.subscribe(this.#changed));
    return reader;
  }

  readonly #changed = () => {
    const next = this.#next?.state;
    if (next && (next.asOf !== undefined || next.stopped)) {
      this.#reader?.close();
      this.#reader = this.#next;
      this.#next = undefined;
      this.isStale = false;
    } else if (next && !next.reading) {
      this.#next?.close();
      this.#next = undefined;
      this.isStale = true;
    }
    const stopped = this.#reader?.state.stopped;
    if (stopped) {
      this.close();
      this.stopped = stopped;
    }
    this.#host.requestUpdate();
  };
}
