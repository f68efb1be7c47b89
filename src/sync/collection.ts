/** Everything one reader has read and decoded, from all its sources. What is rare to do with it is in `collection-later.ts`. */
import {TimelineMerge} from '../model/merge.js';
import {recordKinds, type RecordKind} from '../model/record-kind.js';
import type {TimelineEntry, WithheldCount} from '../model/timeline.js';
import type {Notes} from './notes.js';

/** What tells an entry from every other. The first source needs no name: most records have only one. */
export function keyOf(source: string, reference: string): string {
  return source === '0' ? reference : `${source} ${reference}`;
}

/** An entry that was read and is shown; `isPart`: inside a report, and not as a row of its own. */
export interface Known {
  entry: TimelineEntry;
  isPart: boolean;
}

/** Keeps each entry once, results with their reports, and rows in their order. */
export class Collection {
  readonly merge = new TimelineMerge();
  /** Every entry by its key. */
  readonly known = new Map<string, Known>();
  /** Reports by the keys of the results inside them: never in a circle, where none would be seen. */
  readonly owners = new Map<string, TimelineEntry>();
  /** How many entries of a kind were read, without results that stand inside a report. */
  readonly counts = new Map<RecordKind, number>();
  /** Results inside reports that were read, by reference. The map is given away: it grows, and where one is replaced or goes it is another. */
  parts = new Map<string, TimelineEntry>();
  /** Kinds of which nothing may be shown. */
  readonly unsafe: ReadonlySet<RecordKind>;
  /** Entries without a date, in the order they came. The array changes: copy it to keep it. */
  undated: TimelineEntry[] = [];
  /** Entries that `notes` has not seen yet. */
  unnoted: TimelineEntry[] = [];
  /** What nothing on the first screen waits for. */
  notes?: Notes;
  /** See `TimelineQuery`. */
  readonly since: number | undefined;
  readonly #kinds: readonly RecordKind[];
  readonly #withheld = new Map<string, RecordKind>();

  /** `kinds`: the kinds that are wanted. `unsafe` may grow: what is here of a kind then goes with `dropKinds`. */
  constructor(
    kinds: readonly RecordKind[] = recordKinds,
    unsafe: ReadonlySet<RecordKind> = new Set(),
    since?: number,
  ) {
    this.#kinds = kinds;
    this.unsafe = unsafe;
    this.since = since;
  }

  /** What was received and could not be shown, by kind. */
  get withheld(): WithheldCount[] {
    const all = [...this.#withheld.values()];
    return recordKinds.flatMap((kind) => {
      const count = this.unsafe.has(kind) ? 0 : all.filter((item) => item === kind).length;
      return count ? {kind, count} : [];
    });
  }

  /** Whether a resource has been decoded before: the same one may come from two queries. */
  has(source: string, reference: string): boolean {
    const key = keyOf(source, reference);
    return this.known.has(key) || this.#withheld.has(key);
  }

  /** Takes entries in. Those read before, and those of a kind that is not wanted or not safe, are left out. */
  add(entries: readonly TimelineEntry[]): void {
    const {known, owners, unsafe} = this;
    const isWanted = ({kind}: TimelineEntry): boolean =>
      this.#kinds.includes(kind) && !unsafe.has(kind);
    for (const entry of entries) {
      const {source, reference, parts} = entry;
      if (parts.length === 0 || !isWanted(entry) || this.has(source, reference)) continue;
      for (const part of parts) {
        const key = keyOf(source, part);
        let above: TimelineEntry | undefined = entry;
        while (above && keyOf(source, above.reference) !== key)
          above = owners.get(keyOf(source, above.reference));
        if (above || owners.has(key)) continue;
        owners.set(key, entry);
        this.#moveInside(known.get(key));
      }
    }
    const dated: TimelineEntry[] = [];
    for (const entry of entries) {
      const {source, reference, kind} = entry;
      const key = keyOf(source, reference);
      const isPart = owners.has(key);
      if (unsafe.has(kind) || !(isPart || isWanted(entry)) || this.has(source, reference)) continue;
      known.set(key, {entry, isPart});
      this.unnoted.push(entry);
      if (isPart) this.parts.set(reference, entry);
      else this.place(entry, dated);
    }
    this.merge.add(dated);
  }

  /** Gives an entry that stands inside no other its own place: in `dated`, which is still to be merged, or without a date. */
  place(entry: TimelineEntry, dated: TimelineEntry[]): void {
    (entry.date ? dated : this.undated).push(entry);
    this.#count(entry, 1);
  }

  /** A result was read before its report: it goes inside, unless it is final as a row of its own. */
  #moveInside(known: Known | undefined): void {
    if (!known || known.isPart) return;
    const {entry} = known;
    if (entry.date && !this.merge.takeBack(entry)) return;
    this.undated = this.undated.filter((item) => item !== entry);
    known.isPart = true;
    this.parts.set(entry.reference, entry);
    this.#count(entry, -1);
  }

  #count({kind}: TimelineEntry, step: number): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + step);
  }

  /** Counts a resource that was received and cannot be shown. */
  withhold(source: string, reference: string, kind: RecordKind): void {
    if (this.#kinds.includes(kind) && !this.has(source, reference))
      this.#withheld.set(keyOf(source, reference), kind);
  }
}
