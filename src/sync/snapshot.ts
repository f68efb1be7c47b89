/** What a reader shows of itself: a new, unchanging object for every change. */
import type {TimelineState} from '../model/timeline.js';
import {coverageOf} from './coverage.js';
import {laterParts} from './load-later.js';
import type {ReaderCore} from './timeline-reader.js';

/** The state of a reader now. Everything that changes is copied: an old state stays what it was, but that `parts` grows. */
export function snapshot(core: ReaderCore): TimelineState {
  const {collection, streams, query, stopped} = core;
  const {merge, undated, parts, unsafe, withheld} = collection;
  // Of what has stopped or is closed, nothing is left.
  const isOpen = streams.length > 0;
  const horizon = isOpen ? core.horizon() : Infinity;
  const isRead = ({state}: {readonly state: string}): boolean =>
    state === 'complete' || state === 'notHere';
  const isWhole = isOpen && streams.every(isRead);
  const coverage = isOpen ? coverageOf(streams, collection, query.kinds) : [];
  const miss = core.hasAnswer ? undefined : core.miss;
  const asOf = Math.min(...streams.map((stream) => stream.asOf ?? Infinity));
  const state: TimelineState = {
    rows: [...merge.rows],
    late: new Set(merge.late),
    waiting: [...merge.waiting],
    undated: [...undated],
    undatedComplete: isWhole && unsafe.size === 0,
    coverage,
    withheld,
    parts,
    // What comes while the first rows are drawn belongs with them still.
    reading: isOpen && (!core.isShown || streams.some(({asking}) => asking)),
    complete: coverage.every(isRead) && coverage.some(({state}) => state === 'complete'),
    offline: miss === 'offline',
    ...(miss && miss !== 'offline' && {unreachable: true}),
    get places() {
      return laterParts()?.placesOf(collection) ?? [];
    },
    ...(horizon < Infinity && {horizon}),
    // The age of what is shown is that of its oldest part.
    ...(asOf < Infinity && {asOf}),
    ...(stopped && {stopped}),
  };
  return Object.assign(state, laterParts()?.detailsOf(core, state, isWhole));
}
