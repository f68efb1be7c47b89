/** Which rows are shown, out of what was read, filtered and covered. */
import {entryKey} from '../../model/merge.js';
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

/** Those rows of a state that a filter leaves. */
export interface SiftedRows {
  readonly rows: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
  readonly isRead: boolean;
}

/** The pages of dated and undated rows, and the ids of their elements. */
export class RowList {
  readonly #pageSize: number;
  readonly #ids = new Map<string, string>();
  #undatedRoom: number;
  window: ListWindow;

  /** `shown`: the rows that are on the page already. */
  constructor(pageSize: number, shown: readonly TimelineEntry[] = []) {
    this.#pageSize = Math.max(1, Math.round(pageSize) || 1);
    this.#undatedRoom = this.#pageSize;
    this.window = new ListWindow(this.#pageSize, shown);
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

  /** The rows of a state, or those of them that a filter leaves. */
  list(state: TimelineState, sifted?: SiftedRows): ListedRows {
    const {rows: all, undated, isRead} = sifted ?? {...state, isRead: state.complete};
    return {
      all,
      view: this.window.view(all, state.reading),
      undated,
      undatedShown: undated.slice(0, this.#undatedRoom),
      isFiltered: !!sifted,
      isRead,
    };
  }
}
