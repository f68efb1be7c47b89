/** What is done with a collection once its first rows stand. Part of a lazy chunk. */
import {dropFrom, replaceIn} from '../model/merge-later.js';
import type {RecordKind} from '../model/record-kind.js';
import type {TimelineEntry} from '../model/timeline.js';
import {keyOf, type Collection} from './collection.js';

/** Puts a better reading of an entry where it stands: a report whose results are known by now. */
export function replaceEntry(collection: Collection, entry: TimelineEntry): void {
  const known = collection.known.get(keyOf(entry.source, entry.reference));
  if (!known || known.entry.kind !== entry.kind) return;
  const {entry: old, isPart} = known;
  if (isPart) collection.parts = new Map(collection.parts).set(entry.reference, entry);
  else if (old.date) {
    if (!replaceIn(collection.merge, entry)) return;
  } else {
    if (entry.date) return;
    collection.undated = collection.undated.map((item) => (item === old ? entry : item));
  }
  known.entry = entry;
}

/** Takes kinds away in which another person's record was seen, and which `unsafe` names by now. */
export function dropKinds(collection: Collection, kinds: readonly RecordKind[]): void {
  const {known, owners, counts, merge, unsafe} = collection;
  const parts = (collection.parts = new Map(collection.parts));
  for (const kind of kinds) counts.delete(kind);
  const isUnsafe = ({kind}: TimelineEntry): boolean => unsafe.has(kind);
  dropFrom(merge, isUnsafe);
  collection.undated = collection.undated.filter((entry) => !isUnsafe(entry));
  for (const [key, {entry}] of known) {
    if (!isUnsafe(entry)) continue;
    known.delete(key);
    parts.delete(entry.reference);
  }
  for (const [key, owner] of owners) if (isUnsafe(owner)) owners.delete(key);
  // What stood inside a report that is gone, and is safe itself, must not go with it.
  const dated: TimelineEntry[] = [];
  for (const [key, item] of known) {
    if (!item.isPart || owners.has(key)) continue;
    parts.delete(item.entry.reference);
    item.isPart = false;
    collection.place(item.entry, dated);
  }
  merge.add(dated);
  delete collection.notes;
  collection.unnoted = [...known.values()].map(({entry}) => entry);
}
