import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';

/** The rows on the page, out of all that were read. */
export interface WindowView {
  readonly rows: readonly TimelineEntry[];
  /** True when read rows newer than these are not on the page. */
  readonly hasNewer: boolean;
  /** True when read rows older than these are not on the page. */
  readonly hasOlder: boolean;
}

/**
 * Which rows are on the page: one page of them at first, another for each 'Show older', so that what is drawn does not grow
 * with the record. Rows that come late between shown ones are added; none is taken away for them.
 */
export class ListWindow {
  readonly #pageSize: number;
  #count: number;
  #page = 0;
  #first?: string;
  #last?: string;
  #isSettled = false;
  readonly #pages = new Map<string, string>();

  /** `shown`: the rows that are on the page already; none of them is taken away. */
  constructor(pageSize: number, shown: readonly TimelineEntry[] = []) {
    this.#pageSize = Math.max(1, Math.round(pageSize) || 1);
    this.#count = Math.max(this.#pageSize, shown.length);
    if (shown.length > 0) this.view(shown, true);
  }

  /** How many rows a page has. */
  get size() {
    return this.#pageSize;
  }

  /** Makes room for another page. */
  extend() {
    this.#page++;
    this.#isSettled = false;
    this.#count += this.#pageSize;
  }

  /** Starts at a row, with one page. `undefined`: at the newest. */
  startAt(entry: TimelineEntry | undefined) {
    this.#page++;
    this.#isSettled = false;
    this.#first = entry && entryKey(entry);
    this.#last = undefined;
    this.#count = this.#pageSize;
  }

  /** The rows to draw. `isReading`: more of them may still come in their places. */
  view(rows: readonly TimelineEntry[], isReading: boolean): WindowView {
    const first = this.#first;
    const start =
      first === undefined
        ? 0
        : Math.max(
            0,
            rows.findIndex((row) => entryKey(row) === first),
          );
    const last = this.#last;
    if (last !== undefined) {
      const at = rows.findIndex((row, index) => index >= start && entryKey(row) === last);
      if (at >= 0) this.#count = Math.max(this.#count, at - start + 1);
    }
    const shown = rows.slice(start, start + this.#count);
    const isFull = shown.length === this.#count;
    const end = shown.at(-1);
    if (isFull && end) this.#last = entryKey(end);
    for (const row of shown) {
      const key = entryKey(row);
      if (!this.#pages.has(key)) this.#pages.set(key, this.#isSettled ? key : String(this.#page));
    }
    if (isFull || !isReading) this.#isSettled = true;
    return {rows: shown, hasNewer: start > 0, hasOlder: start + shown.length < rows.length};
  }

  /** What a row came to the page with: a visit gathers no row that was on the page before it. */
  readonly loadedWith = (entry: TimelineEntry): string | undefined =>
    this.#pages.get(entryKey(entry));
}
