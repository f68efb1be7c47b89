import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../context/record-context.js';
import type {
  KindCoverage,
  TimelineQuery,
  TimelineReader,
  TimelineState,
} from '../model/timeline.js';

/** What an element wants read. */
export interface ReaderWants {
  /** Undefined while there is nowhere to read from. */
  readonly source: RecordSource | undefined;
  readonly query: TimelineQuery;
}

function isSameQuery(a: TimelineQuery, b: TimelineQuery): boolean {
  const kinds = (query: TimelineQuery): string => query.kinds?.join() ?? '*';
  return a.pageSize === b.pageSize && a.since === b.since && kinds(a) === kinds(b);
}

/**
 * Whether a reading that has begun anew may take the place of what was read before: something was answered, which 'cannot
 * be seen here' is not, and no kind that was there is missing for now.
 */
function hasAnswered(state: TimelineState, before: TimelineState): boolean {
  const {horizon, coverage, stopped, reading} = state;
  if (stopped) return true;
  if (reading && horizon === undefined) return false;
  const had = new Set(before.coverage.filter(wasRead).map(({kind}) => kind));
  if (coverage.some((kind) => isMissing(kind) && had.has(kind.kind))) return false;
  return coverage.some((kind) => !isMissing(kind) && !['reading', 'notHere'].includes(kind.state));
}

const isMissing = ({state}: KindCoverage): boolean => state === 'failed' || state === 'waiting';

const wasRead = ({state, read}: KindCoverage): boolean =>
  read > 0 || state === 'complete' || state === 'reading' || state === 'limited';

/**
 * Serves the readings of a record to an element.
 *
 * Owns: one reader at a time; it is opened when there is a source, and closed when the source or the question
 * changes and when the element leaves the page. Does not own: what is drawn. A controller because more than one
 * element reads a record, and none may forget to close it.
 *
 * What was read stays while the same question is asked again (`refresh`), and never outlives a change of source:
 * another source is another person.
 */
export class ReaderController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wants: () => ReaderWants;
  #opened: ReaderWants | undefined;
  #reader: TimelineReader | undefined;
  #unsubscribe: (() => void) | undefined;
  #before: TimelineState | undefined;
  #isConnected = false;

  /** `wants` is asked before each update of the host. */
  constructor(host: ReactiveControllerHost, wants: () => ReaderWants) {
    this.#host = host;
    this.#wants = wants;
    host.addController(this);
  }

  /** The reader that is open; undefined while there is no source. */
  get reader(): TimelineReader | undefined {
    return this.#reader;
  }

  /** What was read so far; undefined while there is no source. */
  get state(): TimelineState | undefined {
    const state = this.#reader?.state;
    const before = this.#before;
    if (!state || !before || hasAnswered(state, before)) return state;
    // The last good answer, with what is known of the try that is to take its place.
    const {coverage, reading, offline} = state;
    return {...before, coverage, reading, offline, complete: false};
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const wants = this.#wants();
    const opened = this.#opened;
    if (opened?.source === wants.source && opened && isSameQuery(opened.query, wants.query)) return;
    this.#close();
    this.#opened = wants;
    this.#open();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#close();
  }

  /** Reads everything again from its beginning. What was read stays until the first answer. */
  refresh(): void {
    if (!this.#opened) return;
    const before = this.#before ?? this.#reader?.state;
    const opened = this.#opened;
    this.#close();
    this.#opened = opened;
    this.#before = before?.stopped ? undefined : before;
    this.#open();
    this.#host.requestUpdate();
  }

  #open(): void {
    const {source, query} = this.#opened ?? {};
    if (!source || !query) return;
    const reader = source.timeline(query);
    this.#reader = reader;
    this.#unsubscribe = reader.subscribe(() => {
      if (this.#before && hasAnswered(reader.state, this.#before)) this.#before = undefined;
      this.#host.requestUpdate();
    });
  }

  #close(): void {
    this.#unsubscribe?.();
    this.#reader?.close();
    this.#unsubscribe = undefined;
    this.#reader = undefined;
    this.#before = undefined;
    this.#opened = undefined;
  }
}
