/** A reader over fake servers, with time that a test moves. */
import type {TimelineQuery, TimelineReader, TimelineState} from '../../src/model/timeline.js';
import {createRecordSource, type ClosableRecordSource} from '../../src/sync/record-source.js';
import {loadLater} from '../../src/sync/load-later.js';
import type {SourceStatus} from '../../src/sync/source-status.js';
import type {FakeClient} from './fake-client.js';
import {fakeDecode} from './fake-decode.js';
import {VirtualClock} from './virtual-clock.js';

// Only the time that a test moves passes in it.
await loadLater();

/** A reader and everything that can be seen from outside of it. */
export interface OpenReader {
  readonly source: ClosableRecordSource;
  readonly reader: TimelineReader;
  readonly clock: VirtualClock;
  /** Every state that was told, in order. */
  readonly states: TimelineState[];
  /** What the host was told. */
  readonly told: SourceStatus[];
}

/** Opens a reader; `clock.pass` must be called before anything is read. */
export function openReader(
  clients: FakeClient | readonly FakeClient[],
  query: Partial<TimelineQuery> = {},
): OpenReader {
  const clock = new VirtualClock();
  const told: SourceStatus[] = [];
  const source = createRecordSource({
    clients: Array.isArray(clients) ? (clients as readonly FakeClient[]) : [clients as FakeClient],
    now: () => 1_700_000_000_000 + clock.now,
    onStatus: (status) => told.push(status),
    schedule: clock,
    decode: fakeDecode,
  });
  const reader = source.timeline({pageSize: 20, ...query});
  const states: TimelineState[] = [];
  reader.subscribe(() => states.push(reader.state));
  return {source, reader, clock, states, told};
}

/** Where a row moved or went between two states; empty when all is well. */
export function movedRows(states: readonly TimelineState[]): string[] {
  const problems: string[] = [];
  let before: readonly string[] = [];
  for (const {rows} of states) {
    const places = new Map(
      rows.map(({source, reference}, place) => [`${source} ${reference}`, place]),
    );
    let last = -1;
    for (const reference of before) {
      const place = places.get(reference);
      if (place === undefined) problems.push(`${reference} went`);
      else if (place < last) problems.push(`${reference} moved`);
      last = Math.max(last, place ?? last);
    }
    before = [...places.keys()];
  }
  return problems;
}
