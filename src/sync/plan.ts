/** Which stream is asked next. Pure: the reader asks. */
import type {RecordStream} from './stream.js';

/** How many pages are asked for at the same time, after the first of each stream. */
const atOnce = 4;

/** Something that somebody waits for. */
export interface Goal {
  readonly met: () => boolean;
  /** Rows older than this do not matter to it. */
  readonly reach: () => number;
  readonly done: () => void;
}

/** Streams to ask now: those that have not begun, then those that hold up what somebody waits for, then the rest. */
export function streamsWanted(
  streams: readonly RecordStream[],
  goals: readonly Goal[],
  horizon: number,
): RecordStream[] {
  const idle = streams.filter((stream) => stream.idle);
  const begin = idle.filter((stream) => !stream.answered);
  const busy = streams.filter(({asking, silent}) => asking && !silent).length;
  const isHeldUp = (stream: RecordStream): boolean =>
    goals.some(
      (goal) => stream.front >= goal.reach() || (stream.holds && stream.front === horizon),
    );
  const rank = (stream: RecordStream): number => Number(isHeldUp(stream));
  const next = idle
    .filter((stream) => stream.answered && (stream.runs || isHeldUp(stream)))
    .sort((a, b) => rank(b) - rank(a) || (a.front === b.front ? 0 : b.front - a.front));
  return [...begin, ...next.slice(0, Math.max(0, atOnce - busy))];
}

/** Those of some streams whose next pages fit into a number of resources. */
export function streamsWithin(streams: readonly RecordStream[], resources: number): RecordStream[] {
  let left = resources;
  return streams.filter(({size}) => {
    const isAllowed = size <= left;
    if (isAllowed) left -= size;
    return isAllowed;
  });
}

/** Lets the horizon pass what keeps a row of this date from being shown. Tells whether there was anything. */
export function releaseFor(streams: readonly RecordStream[], newest: number | undefined): boolean {
  if (newest === undefined) return false;
  const holding = streams.filter((stream) => stream.holds && stream.front >= newest);
  for (const stream of holding) stream.released = true;
  return holding.length > 0;
}
