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

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The one order of the timeline: newest first, and a fixed order for what has the same date. */
export function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  return (
    compareNewestFirst(a.date, b.date) ||
    compareText(a.reference, b.reference) ||
    compareText(a.source, b.source)
  );
}

/** Where an entry with the place of this one stands in a sorted list; -1 when there is none. */
export function placeIn(sorted: readonly TimelineEntry[], entry: TimelineEntry): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    const order = other ? compareEntries(other, entry) : 0;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** One sorted list from two; most often the second belongs behind the first. */
function mergeSorted(a: TimelineEntry[], b: readonly TimelineEntry[]): TimelineEntry[] {
  const last = a.at(-1);
  let other = b[0];
  if (!other) return a;
  if (!last || compareEntries(last, other) <= 0) return a.concat(b);
  const merged: TimelineEntry[] = [];
  let at = 0;
  for (const entry of a) {
    while (other && compareEntries(entry, other) > 0) {
      merged.push(other);
      other = b[++at];
    }
    merged.push(entry);
  }
  return merged.concat(b.slice(at));
}

/** The horizon of streams that are not read to their end: `-Infinity` when there is none, `Infinity` when one has not begun. */
export function horizonOf(fronts: Iterable<number>): number {
  let horizon = -Infinity;
  for (const front of fronts) if (front > horizon) horizon = front;
  return horizon;
}

/** Rows that are final and rows that wait for the horizon. Entries without a date have no place in it. */
export class TimelineMerge {
  /** Final rows, newest first. The array changes with `settle`: copy it to keep it. */
  rows: TimelineEntry[] = [];
  /** Rows that are not final yet, newest first. */
  waiting: TimelineEntry[] = [];
  /** References of rows that came after rows older than them were final. */
  readonly late = new Set<string>();

  /** Takes entries in, in any order. Each must have a date, and be given once. */
  add(entries: readonly TimelineEntry[]): void {
    this.waiting = mergeSorted(this.waiting, [...entries].sort(compareEntries));
  }

  /** Makes final what is strictly newer than the horizon. Tells whether that was anything. */
  settle(horizon: number): boolean {
    const first = this.waiting.findIndex(({date}) => !date || date.from <= horizon);
    const settled = this.waiting.splice(0, first < 0 ? Infinity : first);
    const last = this.rows.at(-1);
    for (const entry of settled)
      if (last && compareEntries(last, entry) > 0) this.late.add(entry.reference);
    this.rows = mergeSorted(this.rows, settled);
    return settled.length > 0;
  }

  /** Takes an entry back that is not final yet. Tells whether it was still waiting. */
  takeBack(entry: TimelineEntry): boolean {
    const at = placeIn(this.waiting, entry);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }
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
    // An element of any of its types, such as `effectivePeriod`; the end of a period is not what was sorted by.
    const name = this.#element;
    if (!element?.startsWith(name) || element.includes('.', name.length)) this.#trusted = false;
    if (date.from > this.#from) this.#byStart = false;
    if (date.to > this.#to) this.#byEnd = false;
    this.#from = Math.min(this.#from, date.from);
    this.#to = Math.min(this.#to, date.to);
  }
}
