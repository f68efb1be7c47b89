/**
 * The merge of many streams of entries, each newest first, into one list whose rows never move.
 *
 * Every stream tells how far back it has been read: its front. The horizon is the latest of the fronts of
 * the streams that are not read to their end. Whatever is strictly newer than the horizon is final: no
 * stream can still bring anything that belongs before it.
 */
import {compareNewestFirst, type FhirDate} from './fhir-date.js';
import type {TimelineEntry} from './timeline.js';

/** What tells one entry from every other: its source and its reference. */
export function entryKey(entry: {readonly source: string; readonly reference: string}): string {
  return `${entry.source} ${entry.reference}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one order of the timeline: newest first, and a fixed order for what has the same date. */
export function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  return (
    compareNewestFirst(a.date, b.date) ||
    compareText(a.reference, b.reference) ||
    compareText(a.source, b.source)
  );
}

/** Where an entry stands, or would stand, in a sorted list. */
function placeIn(sorted: readonly TimelineEntry[], entry: TimelineEntry): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && compareEntries(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One sorted list from two. */
function mergeSorted(a: readonly TimelineEntry[], b: readonly TimelineEntry[]): TimelineEntry[] {
  const merged: TimelineEntry[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left && (!right || compareEntries(left, right) <= 0)) {
      merged.push(left);
      i++;
    } else if (right) {
      merged.push(right);
      j++;
    } else return merged;
  }
}

/** The horizon of streams that are not read to their end: `-Infinity` when there is none, `Infinity` when one has not begun. */
export function horizonOf(fronts: Iterable<number>): number {
  let horizon = -Infinity;
  for (const front of fronts) if (front > horizon) horizon = front;
  return horizon;
}

/** Rows that are final and rows that wait for the horizon. Entries without a date have no place in it. */
export class TimelineMerge {
  #rows: TimelineEntry[] = [];
  #waiting: TimelineEntry[] = [];
  #late = new Set<string>();

  /** Final rows, newest first. The array changes with `settle`: copy it to keep it. */
  get rows(): readonly TimelineEntry[] {
    return this.#rows;
  }

  /** Rows that are not final yet, newest first. */
  get waiting(): readonly TimelineEntry[] {
    return this.#waiting;
  }

  /** References of rows that came after rows older than them were final. */
  get late(): ReadonlySet<string> {
    return this.#late;
  }

  /** Takes entries in, in any order. Each must have a date, and be given once. */
  add(entries: readonly TimelineEntry[]): void {
    if (entries.length > 0) {
      this.#waiting = mergeSorted(this.#waiting, [...entries].sort(compareEntries));
    }
  }

  /** Makes final what is strictly newer than the horizon. Tells whether that was anything. */
  settle(horizon: number): boolean {
    const first = this.#waiting.findIndex((entry) => !(startOf(entry) > horizon));
    const count = first < 0 ? this.#waiting.length : first;
    if (count === 0) return false;
    const settled = this.#waiting.splice(0, count);
    const last = this.#rows.at(-1);
    const [newest] = settled;
    if (last && newest && compareEntries(last, newest) > 0) {
      for (const entry of settled) {
        if (compareEntries(last, entry) > 0) this.#late.add(entry.reference);
      }
      this.#rows = mergeSorted(this.#rows, settled);
    } else {
      // One by one: a spread of a whole record can be more arguments than an engine takes.
      for (const entry of settled) this.#rows.push(entry);
    }
    return true;
  }

  /** Puts a newer reading of an entry where the entry stands. Without effect when its date has changed. */
  replace(entry: TimelineEntry): boolean {
    for (const sorted of [this.#rows, this.#waiting]) {
      const at = placeIn(sorted, entry);
      const found = sorted[at];
      if (found && compareEntries(found, entry) === 0) {
        sorted[at] = entry;
        return true;
      }
    }
    return false;
  }

  /** Takes an entry back that is not final yet. Tells whether it was still waiting. */
  takeBack(entry: TimelineEntry): boolean {
    const at = placeIn(this.#waiting, entry);
    const found = this.#waiting[at];
    if (!found || compareEntries(found, entry) !== 0) return false;
    this.#waiting.splice(at, 1);
    return true;
  }

  /** Drops every entry that must not be shown: the one case in which a final row goes. */
  drop(unsafe: (entry: TimelineEntry) => boolean): void {
    const keep = (entry: TimelineEntry): boolean => !unsafe(entry);
    this.#rows = this.#rows.filter(keep);
    this.#waiting = this.#waiting.filter(keep);
  }
}

/** Whether a name is that of an element of any of its types, such as `effectivePeriod`; the end of a period is not. */
function isElement(name: string | undefined, element: string): boolean {
  return !!name?.startsWith(element) && !name.includes('.', element.length);
}

function startOf(entry: TimelineEntry): number {
  return entry.date?.from ?? -Infinity;
}

/**
 * Follows the order in which one stream brings its entries. Servers sort a partial date by the start or by
 * the end of the time it can mean, so a stream is in order while either never rises.
 */
export class StreamOrder {
  readonly #element: string;
  #from = Infinity;
  #to = Infinity;
  #byStart = true;
  #byEnd = true;
  #trusted: boolean;

  /** `element`: the start of the name of the FHIR element that the stream is sorted by; absent: it is not sorted. */
  constructor(element: string | undefined) {
    this.#element = element ?? '';
    this.#trusted = element !== undefined;
  }

  /** True while nothing has shown that the order cannot be trusted. */
  get ordered(): boolean {
    return this.#trusted && (this.#byStart || this.#byEnd);
  }

  /** Nothing still to come is newer than this. `Infinity` while nothing is known. */
  get front(): number {
    if (!this.ordered) return Infinity;
    return this.#byEnd ? this.#to : this.#from;
  }

  /** The server did not keep the order we asked for. */
  distrust(): void {
    this.#trusted = false;
  }

  /** The next entry of the stream. One without a date says nothing of the order. */
  next(date: FhirDate | undefined, element: string | undefined): void {
    if (!date) return;
    if (!isElement(element, this.#element)) this.#trusted = false;
    if (date.from > this.#from) this.#byStart = false;
    if (date.to > this.#to) this.#byEnd = false;
    this.#from = Math.min(this.#from, date.from);
    this.#to = Math.min(this.#to, date.to);
  }
}
