/** Everything one reader has read and decoded, from all its sources. */
import {TimelineMerge, entryKey} from '../model/merge.js';
import {NewSinceCounter, type NewSince} from '../model/new-since.js';
import {recordKinds, type RecordKind} from '../model/record-kind.js';
import type {TimelineEntry, WithheldCount} from '../model/timeline.js';

/** Where an entry stands: among the dated ones, among the undated ones, or inside a report. */
type Place = 'dated' | 'undated' | 'part';

interface Known {
  entry: TimelineEntry;
  place: Place;
}

/** Keeps each entry once, results with their reports, and rows in their order. */
export class Collection {
  readonly #merge = new TimelineMerge();
  readonly #known = new Map<string, Known>();
  /** Reports by the keys of the results inside them. */
  readonly #owners = new Map<string, TimelineEntry>();
  readonly #withheld = new Map<string, RecordKind>();
  readonly #unsafe = new Set<RecordKind>();
  readonly #new: NewSinceCounter;
  #undated: TimelineEntry[] = [];
  #parts = new Map<string, TimelineEntry>();
  #places = new Set<string>();
  #counts = new Map<RecordKind, number>();

  constructor(since: number | undefined) {
    this.#new = new NewSinceCounter(since);
  }

  get merge(): TimelineMerge {
    return this.#merge;
  }

  get undated(): readonly TimelineEntry[] {
    return this.#undated;
  }

  get parts(): ReadonlyMap<string, TimelineEntry> {
    return this.#parts;
  }

  get places(): readonly string[] {
    return [...this.#places];
  }

  /** What was received and could not be shown, by kind. */
  get withheld(): WithheldCount[] {
    const counts = new Map<RecordKind, number>();
    for (const kind of this.#withheld.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return recordKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count && !this.#unsafe.has(kind) ? [{kind, count}] : [];
    });
  }

  /** Entries recorded since the person last looked. */
  get newSince(): NewSince {
    return this.#new.result;
  }

  /** How many entries of a kind were read, without results that stand inside a report. */
  count(kind: RecordKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** Whether a resource has been decoded before: the same one may come from two queries. */
  has(source: string, reference: string): boolean {
    const key = entryKey({source, reference});
    return this.#known.has(key) || this.#withheld.has(key);
  }

  /** An entry by its reference; by its source too, where several sources are read. */
  find(reference: string, source?: string): TimelineEntry | undefined {
    if (source !== undefined) return this.#known.get(entryKey({source, reference}))?.entry;
    for (const {entry} of this.#known.values()) if (entry.reference === reference) return entry;
    return undefined;
  }

  /** Every entry that was read and is shown, wherever it stands. */
  all(): TimelineEntry[] {
    return [...this.#known.values()].map(({entry}) => entry);
  }

  /** The report a result stands inside, if one has been read. */
  ownerOf(entry: TimelineEntry): TimelineEntry | undefined {
    const owner = this.#owners.get(entryKey(entry));
    return owner && this.#known.get(entryKey(owner))?.entry;
  }

  /** Takes entries in. Those read before, and those of a kind that is not shown, are left out. */
  add(entries: readonly TimelineEntry[]): void {
    const fresh = entries.filter(
      (entry) => !this.#unsafe.has(entry.kind) && !this.has(entry.source, entry.reference),
    );
    for (const entry of fresh) {
      for (const reference of entry.parts) {
        const key = entryKey({source: entry.source, reference});
        if (key !== entryKey(entry) && !this.#owners.has(key)) {
          this.#owners.set(key, entry);
          this.#moveInside(key);
        }
      }
    }
    const dated: TimelineEntry[] = [];
    const undated: TimelineEntry[] = [];
    for (const entry of fresh) {
      const place: Place = this.#isInside(entry) ? 'part' : entry.date ? 'dated' : 'undated';
      const key = entryKey(entry);
      if (this.#known.has(key)) continue;
      this.#known.set(key, {entry, place});
      this.#new.add(entry);
      if (entry.place) this.#places.add(entry.place);
      if (place === 'part') this.#parts.set(entry.reference, entry);
      else this.#countOne(entry, 1);
      if (place === 'dated') dated.push(entry);
      else if (place === 'undated') undated.push(entry);
    }
    if (undated.length > 0) this.#undated = this.#undated.concat(undated);
    this.#merge.add(dated);
  }

  /** Whether an entry stands inside another: never in a circle, where neither would be seen. */
  #isInside(entry: TimelineEntry): boolean {
    const seen = new Set<string>();
    let key = entryKey(entry);
    for (;;) {
      const owner = this.#owners.get(key);
      if (!owner) return seen.size > 0;
      if (seen.has(key)) return false;
      seen.add(key);
      key = entryKey(owner);
    }
  }

  /** A result was read before its report: it goes inside, unless it is final as a row of its own. */
  #moveInside(key: string): void {
    const known = this.#known.get(key);
    if (!known || known.place === 'part' || !this.#isInside(known.entry)) return;
    const {entry} = known;
    if (known.place === 'dated' && !this.#merge.takeBack(entry)) return;
    if (known.place === 'undated') this.#undated = this.#undated.filter((item) => item !== entry);
    known.place = 'part';
    this.#parts.set(entry.reference, entry);
    this.#countOne(entry, -1);
  }

  #countOne({kind}: TimelineEntry, step: number): void {
    this.#counts.set(kind, this.count(kind) + step);
  }

  /** Puts a better reading of an entry where it stands: a report whose results are known by now. */
  replace(entry: TimelineEntry): void {
    const known = this.#known.get(entryKey(entry));
    if (!known || known.entry.kind !== entry.kind) return;
    const {entry: old, place} = known;
    if (place === 'dated' && !this.#merge.replace(entry)) return;
    if (place === 'undated') {
      if (entry.date) return;
      this.#undated = this.#undated.map((item) => (item === old ? entry : item));
    }
    if (place === 'part') this.#parts.set(entry.reference, entry);
    known.entry = entry;
  }

  /** Counts a resource that was received and cannot be shown. */
  withhold(source: string, reference: string, kind: RecordKind): void {
    if (!this.has(source, reference)) this.#withheld.set(entryKey({source, reference}), kind);
  }

  /** Kinds in which another person's record was seen: nothing of them is shown from now on. */
  drop(kinds: readonly RecordKind[]): void {
    for (const kind of kinds) {
      this.#unsafe.add(kind);
      this.#counts.delete(kind);
    }
    const isUnsafe = (entry: TimelineEntry): boolean => this.#unsafe.has(entry.kind);
    this.#merge.drop(isUnsafe);
    this.#undated = this.#undated.filter((entry) => !isUnsafe(entry));
    this.#parts = new Map([...this.#parts].filter(([, entry]) => !isUnsafe(entry)));
    for (const [key, {entry}] of this.#known) {
      if (!isUnsafe(entry)) continue;
      this.#known.delete(key);
      this.#new.remove(entry);
    }
    this.#places = new Set([...this.#known.values()].flatMap(({entry}) => entry.place ?? []));
  }
}
