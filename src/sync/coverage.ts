/** What is known of each kind of record, from the streams that bring it. */
import {recordKinds, type RecordKind} from '../model/record-kind.js';
import type {KindCoverage} from '../model/timeline.js';
import type {Collection} from './collection.js';
import {holds} from './queries.js';
import type {RecordStream} from './stream.js';

/** What one failing part makes of the whole, the gravest first. `notHere` counts only when nothing else is there. */
const gravest = ['failed', 'waiting', 'reading', 'limited', 'complete', 'notHere'] as const;

/**
 * Coverage of every kind that was asked for. A kind that several types or places hold is complete only when
 * each that can be seen is; when some cannot be seen it is `partial`, and refused and not offered are one.
 */
export function coverageOf(
  streams: readonly RecordStream[],
  {unsafe, counts}: Pick<Collection, 'unsafe' | 'counts'>,
  kinds: readonly RecordKind[] = recordKinds,
): KindCoverage[] {
  const wanted = recordKinds.filter((kind) => kinds.includes(kind));
  return wanted.map((kind): KindCoverage => {
    if (unsafe.has(kind)) return {kind, state: 'unsafe', read: 0};
    const own = streams.filter(({query}) => holds(query.type, [kind]));
    const states = own.map(({state, silent}) =>
      state === 'reading' && silent ? 'waiting' : state,
    );
    const state = gravest.find((item) => states.includes(item)) ?? 'notHere';
    const isPartial = own.some(
      ({state: is, query, narrowed, troubled, found}) =>
        is === 'notHere' || query.part || narrowed || (troubled && found > 0),
    );
    return {
      kind,
      state,
      read: counts.get(kind) ?? 0,
      ...(isPartial && state !== 'notHere' && {partial: true}),
    };
  });
}
