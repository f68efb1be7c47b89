/** What a reader shows of itself: a new, unchanging object for every change. */
import type {RecordKind} from '../model/record-kind.js';
import type {Stopped, TimelineState} from '../model/timeline.js';
import type {Collection} from './collection.js';
import {coverageOf} from './coverage.js';
import type {RecordStream} from './stream.js';

/** What the state of a reader is made of. */
export interface SnapshotParts {
  readonly collection: Collection;
  /** Empty once the reader has stopped or is closed. */
  readonly streams: readonly RecordStream[];
  readonly kinds: readonly RecordKind[] | undefined;
  readonly unsafe: ReadonlySet<RecordKind>;
  readonly horizon: number;
  readonly isNewAsked: boolean;
  readonly asOf: number | undefined;
  readonly stopped: Stopped | undefined;
  readonly offline: boolean;
}

/** The state of a reader now. Everything that changes is copied: an old state stays what it was. */
export function snapshot({
  collection,
  streams,
  kinds,
  unsafe,
  horizon,
  isNewAsked,
  asOf,
  stopped,
  offline,
}: SnapshotParts): TimelineState {
  const {merge} = collection;
  const isOpen = streams.length > 0;
  const coverage = isOpen ? coverageOf(streams, kinds, unsafe, collection) : [];
  // Before the first rows, a count of what is new would jump with every answer.
  const isBegun = isOpen && (horizon !== Infinity || merge.rows.length > 0);
  const isRead = ({state}: {readonly state: string}): boolean =>
    state === 'complete' || state === 'notHere';
  const newSince = collection.newSince(isOpen && streams.every(isRead));
  return {
    rows: [...merge.rows],
    late: new Set(merge.late),
    waiting: [...merge.waiting],
    undated: [...collection.undated],
    undatedComplete: isOpen && unsafe.size === 0 && streams.every(isRead),
    ...(isOpen && horizon !== Infinity && {horizon}),
    coverage,
    withheld: collection.withheld,
    parts: new Map(collection.parts),
    reading: streams.some(({asking}) => asking),
    complete: coverage.every(isRead) && coverage.some(({state}) => state === 'complete'),
    ...(asOf !== undefined && {asOf}),
    get places() {
      return collection.places;
    },
    ...(isBegun &&
      newSince.references && {
        newReferences: newSince.references,
        newEntries: collection.entriesOf(newSince.references),
        newAsked: isNewAsked,
      }),
    ...(isBegun && newSince.unknown && {newUnknown: newSince.unknown}),
    ...(stopped && {stopped}),
    offline,
  };
}
