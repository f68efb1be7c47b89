/**
 * What is noted of entries as they come and nothing on the first screen waits for: what is new, how far back each kind goes,
 * where they came from, and which medicines are still without a name. Part of a lazy chunk.
 */
import type {FhirDate} from '../model/fhir-date.js';
import {compareEntries, horizonOf} from '../model/merge.js';
import {NewSinceCounter} from '../model/new-since.js';
import {kindsOfType, type RecordKind} from '../model/record-kind.js';
import type {KindCoverage, TimelineEntry, TimelineState} from '../model/timeline.js';
import type {Collection} from './collection.js';
import type {RecordStream} from './stream.js';
import type {ReaderCore} from './timeline-reader.js';

/** What was noted of the entries of one collection. */
export interface Notes {
  readonly fresh: NewSinceCounter;
  /** The oldest date of what was read of a kind, wherever it stands. */
  readonly oldest: Map<RecordKind, FhirDate>;
  readonly places: Set<string>;
  /** Entries whose place has not been looked at: it is read when somebody asks for places. */
  unplaced: TimelineEntry[];
  /** Medicines whose names have not been looked for. */
  medicines: TimelineEntry[];
}

/** What was noted of all entries that a collection has by now. */
export function notesOf(collection: Collection): Notes {
  const notes: Notes = (collection.notes ??= {
    fresh: new NewSinceCounter(collection.since),
    oldest: new Map(),
    places: new Set(),
    unplaced: [],
    medicines: [],
  });
  const {fresh, oldest, unplaced, medicines} = notes;
  for (const entry of collection.unnoted) {
    const {kind, date} = entry;
    fresh.add(entry);
    unplaced.push(entry);
    if (kind === 'medicines') medicines.push(entry);
    const before = oldest.get(kind);
    if (date && !(before && before.from <= date.from)) oldest.set(kind, date);
  }
  collection.unnoted = [];
  return notes;
}

/**
 * Names of the places that entries came from, as far as they can be read by now. In one order, whichever answered first: two
 * readings of one record must not look different.
 */
export function placesOf(collection: Collection): readonly string[] {
  const notes = notesOf(collection);
  notes.unplaced = notes.unplaced.filter(({pending, place}) => {
    if (place) notes.places.add(place);
    return pending;
  });
  return [...notes.places].sort();
}

/** What a state says beside what the first screen needs: how far back each kind was read, and what is new. */
export function detailsOf(
  {collection, streams, isNewAsked}: ReaderCore,
  {coverage, horizon, rows}: Pick<TimelineState, 'coverage' | 'horizon' | 'rows'>,
  isWhole: boolean,
): Partial<TimelineState> {
  const {oldest, fresh} = notesOf(collection);
  const deep = coverage.map((item) => deepened(item, streams, oldest.get(item.kind)));
  // Before the first rows, a count of what is new would jump with every answer.
  if (streams.length === 0 || (horizon === undefined && rows.length === 0)) return {coverage: deep};
  const {references, unknown} = fresh.resultOf(isWhole);
  return {
    coverage: deep,
    ...(references && {
      newReferences: references,
      newEntries: entriesOf(collection, references),
      newAsked: !!isNewAsked,
    }),
    ...(unknown && {newUnknown: unknown}),
  };
}

/** Coverage of a kind with how far back it goes. */
function deepened(
  item: KindCoverage,
  streams: readonly RecordStream[],
  oldest: FhirDate | undefined,
): KindCoverage {
  if (item.state === 'unsafe') return item;
  const own = streams.filter(({query}) =>
    kindsOfType[query.type].some((kind) => kind === item.kind),
  );
  const fronts = own
    .filter(({state, order}) => state !== 'complete' && state !== 'notHere' && order.ordered)
    .map(({front}) => front)
    .filter(Number.isFinite);
  return {
    ...item,
    ...(oldest && {oldest}),
    horizon: horizonOf(own.filter(({holds}) => holds).map(({front}) => front)),
    ...(fronts.length > 0 && {back: Math.max(...fronts)}),
  };
}

/** The entries with some references that stand on their own, newest first, undated last. */
function entriesOf({known}: Collection, references: ReadonlySet<string>): TimelineEntry[] {
  if (references.size === 0) return [];
  const found: TimelineEntry[] = [];
  for (const {entry, isPart} of known.values())
    if (!isPart && references.has(entry.reference)) found.push(entry);
  return found.sort(compareEntries);
}
