/** Which entries were recorded since the person last looked. */
import type {TimelineEntry} from './timeline.js';

/** Why it cannot be told what is new: nobody said since when, or the server touched most of the record. */
export type NewUnknown = 'noMoment' | 'moved';

/** What is new, or why that cannot be told. */
export type NewSince =
  | {readonly references: ReadonlySet<string>; readonly unknown?: undefined}
  | {readonly references?: undefined; readonly unknown: NewUnknown};

/**
 * Counts, as entries are read, those that the server recorded after a moment. A first visit marks nothing.
 * When more than half of a whole record is new, the server has moved house rather than the person fallen ill:
 * then nothing is marked.
 */
export class NewSinceCounter {
  readonly #since: number | undefined;
  readonly #new = new Set<string>();
  #read = 0;

  /** `since`: milliseconds since 1970; absent on a first visit. */
  constructor(since: number | undefined) {
    this.#since = since !== undefined && Number.isFinite(since) ? since : undefined;
  }

  /** An entry that was read for the first time. */
  add(entry: TimelineEntry): void {
    this.#read++;
    if (this.#since !== undefined && entry.recorded !== undefined && entry.recorded > this.#since) {
      this.#new.add(entry.reference);
    }
  }

  /** An entry that is not shown after all. */
  remove(entry: TimelineEntry): void {
    this.#read--;
    this.#new.delete(entry.reference);
  }

  /** What is new in a record that was read whole. */
  get result(): NewSince {
    return this.resultOf(true);
  }

  /** What is new among what was read so far. What is read first is the newest, so only a whole record can have moved. */
  resultOf(isWhole: boolean): NewSince {
    if (this.#since === undefined) return {unknown: 'noMoment'};
    if (isWhole && this.#new.size * 2 > this.#read) return {unknown: 'moved'};
    return {references: new Set(this.#new)};
  }
}
