/** Everything one reader has read and decoded, from all its sources. */
import type {FhirDate} from '../model/fhir-date.js';
import {TimelineMerge, compareEntries} from '../model/merge.js';
import {NewSinceCounter, type NewSince} from '../model/new-since.js';
import {recordKinds, type RecordKind} from '../model/record-kind.js';
import type {TimelineEntry, WithheldCount} from '../model/timeline.js';

/** Where an entry stands: among the dated ones, among the undated ones, or inside a report. */
type Place = 'dated' | 'undated' | 'part';

/** What tells an entry from every other. The first source needs no name: most records have only one. */
function keyOf(source: string, reference: string): string {
  return source === '0' ? reference : `${source} ${reference}`;
}

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
  readonly #kinds: ReadonlySet<RecordKind> | undefined;
  #undated: TimelineEntry[] = [];
  readonly #parts = new Map<string, TimelineEntry>();
  readonly #places = new Set<string>();
  /** Entries whose place has not been looked at: it is read when somebody asks for places. */
  #unplaced: TimelineEntry[] = [];
  #counts = new Map<RecordKind, number>();
  readonly #oldest = new Map<RecordKind, FhirDate>();

  /** `since`: see `TimelineQuery`. `kinds`: the kinds that are wanted, all when absent. */
  constructor(since?: number, kinds?: readonly RecordKind[]) {
    this.#new = new NewSinceCounter(since);
    this.#kinds = kinds && new Set(kinds);
  }

  get merge(): TimelineMerge {
    return this.#merge;
  }

  /** Entries without a date, in the order they came. The array changes: copy it to keep it. */
  get undated(): readonly TimelineEntry[] {
    return this.#undated;
  }

  /** Results inside reports that were read. The map changes: copy it to keep it. */
  get parts(): ReadonlyMap<string, TimelineEntry> {
    return this.#parts;
  }

  /**
   * Names of the places that entries came from, as far as they can be read by now. In one order, whichever answered first:
   * two readings of one record must not look different.
   */
  get places(): readonly string[] {
    this.#unplaced = this.#unplaced.filter(({pending, place}) => {
      if (place) this.#places.add(place);
      return pending;
    });
    return [...this.#places].sort();
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

  /** Entries recorded since the person last looked. `isWhole`: the whole record has been read. */
  newSince(isWhole: boolean): NewSince {
    return this.#new.resultOf(isWhole);
  }

  /** How many entries of a kind were read, without results that stand inside a report. */
  count(kind: RecordKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** The oldest date of what was read of a kind, wherever it stands; undefined when nothing of it had a date. */
  oldest(kind: RecordKind): FhirDate | undefined {
    return this.#oldest.get(kind);
  }

  /** Whether a resource has been decoded before: the same one may come from two queries. */
  has(source: string, reference: string): boolean {
    const key = keyOf(source, reference);
    return this.#known.has(key) || (this.#withheld.size > 0 && this.#withheld.has(key));
  }

  /** An entry by its reference; by its source too, where several sources are read. */
  find(reference: string, source?: string): TimelineEntry | undefined {
    if (source !== undefined) return this.#known.get(keyOf(source, reference))?.entry;
    for (const {entry} of this.#known.values()) if (entry.reference === reference) return entry;
    return undefined;
  }

  /** Every entry that was read and is shown, wherever it stands. */
  all(): TimelineEntry[] {
    return [...this.#known.values()].map(({entry}) => entry);
  }

  /** The entries with some references that stand on their own, newest first, undated last. */
  entriesOf(references: ReadonlySet<string>): TimelineEntry[] {
    if (references.size === 0) return [];
    const found: TimelineEntry[] = [];
    for (const {entry, place} of this.#known.values()) {
      if (place !== 'part' && references.has(entry.reference)) found.push(entry);
    }
    return found.sort(compareEntries);
  }

  /** The report a result stands inside, if one has been read. */
  ownerOf(entry: TimelineEntry): TimelineEntry | undefined {
    const owner = this.#owners.get(keyOf(entry.source, entry.reference));
    return owner && this.find(owner.reference, owner.source);
  }

  /** Whether a kind was asked for, and may be shown. */
  #isWanted(kind: RecordKind): boolean {
    return !this.#unsafe.has(kind) && (!this.#kinds || this.#kinds.has(kind));
  }

  /** Takes entries in. Those read before, and those of a kind that is not wanted or not safe, are left out. */
  add(entries: readonly TimelineEntry[]): void {
    for (const entry of entries) {
      const {source, parts, kind} = entry;
      if (parts.length === 0 || !this.#isWanted(kind) || this.has(source, entry.reference))
        continue;
      for (const reference of parts) {
        const key = keyOf(source, reference);
        if (reference === entry.reference || this.#owners.has(key)) continue;
        this.#owners.set(key, entry);
        this.#moveInside(key);
      }
    }
    const dated: TimelineEntry[] = [];
    for (const entry of entries) {
      const {source, reference, kind} = entry;
      const isInside = this.#isInside(entry);
      if (!this.#isWanted(kind) && !(isInside && !this.#unsafe.has(kind))) continue;
      if (this.has(source, reference)) continue;
      const known: Known = {entry, place: 'part'};
      this.#known.set(keyOf(source, reference), known);
      this.#new.add(entry);
      this.#unplaced.push(entry);
      const oldest = this.#oldest.get(kind);
      if (entry.date && !(oldest && oldest.from <= entry.date.from)) {
        this.#oldest.set(kind, entry.date);
      }
      if (isInside) this.#parts.set(reference, entry);
      else this.#place(known, dated);
    }
    this.#merge.add(dated);
  }

  /** Gives an entry that stands inside no other its own place. */
  #place(known: Known, dated: TimelineEntry[]): void {
    const {entry} = known;
    known.place = entry.date ? 'dated' : 'undated';
    this.#countOne(entry, 1);
    if (entry.date) dated.push(entry);
    else this.#undated.push(entry);
  }

  /** Whether an entry stands inside another: never in a circle, where neither would be seen. */
  #isInside({source, reference}: TimelineEntry): boolean {
    if (this.#owners.size === 0) return false;
    const first = keyOf(source, reference);
    let owner = this.#owners.get(first);
    if (!owner) return false;
    const seen = new Set([first]);
    while (owner) {
      const key = keyOf(owner.source, owner.reference);
      if (seen.has(key)) return false;
      seen.add(key);
      owner = this.#owners.get(key);
    }
    return true;
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
    const known = this.#known.get(keyOf(entry.source, entry.reference));
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
    if (this.#kinds && !this.#kinds.has(kind)) return;
    if (!this.has(source, reference)) this.#withheld.set(keyOf(source, reference), kind);
  }

  /** Kinds in which another person's record was seen: nothing of them is shown from now on. */
  drop(kinds: readonly RecordKind[]): void {
    for (const kind of kinds) {
      this.#unsafe.add(kind);
      this.#counts.delete(kind);
      this.#oldest.delete(kind);
    }
    const isUnsafe = ({kind}: TimelineEntry): boolean => this.#unsafe.has(kind);
    this.#merge.drop(isUnsafe);
    this.#undated = this.#undated.filter((entry) => !isUnsafe(entry));
    for (const [key, {entry}] of this.#known) {
      if (!isUnsafe(entry)) continue;
      this.#known.delete(key);
      this.#new.remove(entry);
      this.#parts.delete(entry.reference);
    }
    for (const [key, owner] of this.#owners) if (isUnsafe(owner)) this.#owners.delete(key);
    // What stood inside a report that is gone, and is safe itself, must not go with it.
    const dated: TimelineEntry[] = [];
    for (const known of this.#known.values()) {
      if (known.place !== 'part' || this.#isInside(known.entry)) continue;
      this.#parts.delete(known.entry.reference);
      this.#place(known, dated);
    }
    this.#merge.add(dated);
    this.#places.clear();
    this.#unplaced = this.all();
  }
}
