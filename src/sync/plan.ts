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
  const idle = streams.filter(({state, asking}) => state === 'reading' && !asking);
  const busy = streams.filter(({asking, silent}) => asking && !silent).length;
  const isHeldUp = ({front, holds}: RecordStream): boolean =>
    goals.some((goal) => front >= goal.reach() || (holds && front === horizon));
  const next = idle.filter((stream) => stream.answered && (stream.runs || isHeldUp(stream)));
  const rank = (stream: RecordStream): number => Number(isHeldUp(stream));
  next.sort((a, b) => rank(b) - rank(a) || (a.front === b.front ? 0 : b.front - a.front));
  return [...idle.filter(({answered}) => !answered), ...next.slice(0, Math.max(0, atOnce - busy))];
}

/** Those of some streams whose next pages fit into a number of resources. */
export function streamsWithin(streams: readonly RecordStream[], left: number): RecordStream[] {
  return streams.filter(({size}) => size <= left && (left -= size) >= 0);
}
