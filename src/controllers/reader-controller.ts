import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../context/record-context.js';
import type {TimelineQuery, TimelineReader, TimelineState} from '../model/timeline.js';

/** What an element wants read. */
export interface ReaderWants {
  /** Undefined while there is nowhere to read from. */
  readonly source: RecordSource | undefined;
  readonly query: TimelineQuery;
}

/** What makes one reading another: the source, and all that is asked of it. */
const parts = ({source, query}: ReaderWants) => [
  source,
  query.pageSize,
  query.since,
  query.kinds?.join(),
];

/**
 * Serves the readings of a record to an element.
 *
 * Owns: one reader at a time; it is opened when there is a source, and closed when the source or the question
 * changes and when the element leaves the page. Does not own: what is drawn. A controller because more than one
 * element reads a record, and none may forget to close it.
 *
 * What was read stays while the same question is asked again (`readAgain`), and never outlives a change of source:
 * another source is another person.
 */
export class ReaderController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wants: () => ReaderWants;
  #opened?: ReaderWants;
  #unsubscribe?: () => void;
  #isConnected = false;

  /** The reader that is open; undefined while there is no source. */
  reader?: TimelineReader;

  /** What stays in place of what the open reader has read, if anything; see `readAgain`. */
  kept?: ((state: TimelineState) => TimelineState | undefined) | undefined;

  /** `wants` is asked before each update of the host. */
  constructor(host: ReactiveControllerHost, wants: () => ReaderWants) {
    this.#host = host;
    this.#wants = wants;
    host.addController(this);
  }

  /** What was read so far; undefined while there is no source. */
  get state(): TimelineState | undefined {
    const state = this.reader?.state;
    return (state && this.kept?.(state)) ?? state;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const wants = this.#wants();
    const opened = this.#opened && parts(this.#opened);
    if (!opened || parts(wants).some((part, at) => part !== opened[at])) this.#open(wants);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#close();
  }

  /** Begins the same reading again. */
  reopen(): void {
    if (this.#opened) this.#open(this.#opened);
  }

  #open(wants: ReaderWants): void {
    this.#close();
    this.#opened = wants;
    const reader = wants.source?.timeline(wants.query);
    this.reader = reader;
    this.#unsubscribe = reader?.subscribe(() => this.#host.requestUpdate());
  }

  #close(): void {
    this.#unsubscribe?.();
    this.reader?.close();
    this.#unsubscribe = this.reader = this.kept = this.#opened = undefined;
  }
}
