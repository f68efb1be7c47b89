/** Which rows are shown, out of what was read, filtered and covered. */
import {isEmptyFilter, matches, nowKinds, type TimelineFilter} from '../../model/filter.js';
import {entryKey} from '../../model/merge.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {ListWindow, type WindowView} from './list-window.js';

/** The rows that a filter leaves, and those of them that are on the page. */
export interface ListedRows {
  /** Dated rows that match, newest first. */
  readonly all: readonly TimelineEntry[];
  readonly view: WindowView;
  /** Undated rows that match. */
  readonly undated: readonly TimelineEntry[];
  readonly undatedShown: readonly TimelineEntry[];
  /** True when a filter is in use. */
  readonly isFiltered: boolean;
  /** True when everything that the filter asks for has been read to its end. */
  readonly isRead: boolean;
}

/** The kinds that a filter asks for; none when it asks for all. */
export function kindsAskedFor({now, kinds}: TimelineFilter): readonly RecordKind[] | undefined {
  if (now) return nowKinds;
  return kinds?.length ? kinds : undefined;
}

/** The pages of dated and undated rows, and the ids of their elements. */
export class RowList {
  readonly #pageSize: number;
  readonly #ids = new Map<string, string>();
  #undatedRoom: number;
  window: ListWindow;

  constructor(pageSize: number) {
    this.#pageSize = Math.max(1, Math.round(pageSize) || 1);
    this.#undatedRoom = this.#pageSize;
    this.window = new ListWindow(this.#pageSize);
  }

  /** Back to the newest page: for another filter. */
  reset() {
    this.#undatedRoom = this.#pageSize;
    this.window = new ListWindow(this.#pageSize);
  }

  /** Makes room for more rows without a date. */
  extendUndated(by = this.#pageSize) {
    this.#undatedRoom += by;
  }

  /** Id of a row's element: a number in the order of first sight, which says nothing of the entry. */
  readonly id = (entry: TimelineEntry): string => {
    const key = entryKey(entry);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `e${this.#ids.size + 1}`;
      this.#ids.set(key, id);
    }
    return id;
  };

  /** The rows of a state. While entries may be covered, how far one kind was read must not tell what a covered one is. */
  list(
    state: TimelineState,
    filter: TimelineFilter,
    covered: (entry: TimelineEntry) => boolean,
    mayCover = false,
  ): ListedRows {
    const isFiltered = !isEmptyFilter(filter);
    const {newReferences, parts} = state;
    const cover = {covered, parts, ...(newReferences && {newReferences})};
    const keep = (entry: TimelineEntry) => !isFiltered || matches(entry, filter, cover);
    const asked = mayCover ? undefined : kindsAskedFor(filter);
    const coverage = state.coverage.filter(({kind}) => !asked || asked.includes(kind));
    const rows = isFiltered ? state.rows.filter(keep) : state.rows;
    // Rows of some kinds are final among themselves as soon as these kinds are read so far.
    const horizon = Math.max(...coverage.map((kind) => kind.horizon ?? Infinity));
    const more = asked
      ? (state.waiting ?? []).filter((row) => row.date && row.date.from > horizon && keep(row))
      : [];
    const all = more.length > 0 ? [...rows, ...more] : rows;
    const undated = state.undated.filter(keep);
    return {
      all,
      view: this.window.view(all, state.reading),
      undated,
      undatedShown: undated.slice(0, this.#undatedRoom),
      isFiltered,
      isRead: asked
        ? coverage.every(({state: is}) => is === 'complete' || is === 'notHere')
        : state.complete,
    };
  }
}
