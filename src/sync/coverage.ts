/** What is known of each kind of record, from the streams that bring it. */
import {horizonOf} from '../model/merge.js';
import {kindsOfType, recordKinds, type RecordKind} from '../model/record-kind.js';
import type {KindCoverage} from '../model/timeline.js';
import type {Collection} from './collection.js';
import type {RecordStream} from './stream.js';

type CoverageState = KindCoverage['state'];

/** The state of one stream as a kind sees it. */
function stateOf(stream: RecordStream): CoverageState {
  return stream.state === 'reading' && stream.silent ? 'waiting' : stream.state;
}

/** What one failing part makes of the whole, the gravest first. `notHere` counts only when nothing else is there. */
const gravest = ['failed', 'waiting', 'reading', 'limited', 'complete', 'notHere'] as const;

/**
 * Coverage of every kind that was asked for. A kind that several types or places hold is complete only when
 * each that can be seen is; when some cannot be seen it is `partial`, and refused and not offered are one.
 */
export function coverageOf(
  streams: readonly RecordStream[],
  kinds: readonly RecordKind[] | undefined,
  unsafe: ReadonlySet<RecordKind>,
  collection: Pick<Collection, 'count' | 'oldest'>,
): KindCoverage[] {
  return recordKinds
    .filter((kind) => !kinds || kinds.includes(kind))
    .map((kind): KindCoverage => {
      const own = streams.filter((stream) =>
        kindsOfType[stream.query.type].some((item) => item === kind),
      );
      if (unsafe.has(kind)) return {kind, state: 'unsafe', read: 0};
      const oldest = collection.oldest(kind);
      const states = own.map(stateOf);
      const state = gravest.find((item) => states.includes(item)) ?? 'notHere';
      const isPartial =
        state !== 'notHere' &&
        own.some(
          ({state: is, query, narrowed, troubled, found}) =>
            is === 'notHere' || query.part || narrowed || (troubled && found > 0),
        );
      const fronts = own
        .filter(({state: is, order}) => is !== 'complete' && is !== 'notHere' && order.ordered)
        .map(({front}) => front)
        .filter(Number.isFinite);
      return {
        kind,
        state,
        read: collection.count(kind),
        ...(oldest && {oldest}),
        horizon: horizonOf(own.filter(({holds}) => holds).map(({front}) => front)),
        ...(fronts.length > 0 && {back: Math.max(...fronts)}),
        ...(isPartial && {partial: true}),
      };
    });
}
