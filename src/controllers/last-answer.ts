import type {ReactiveControllerHost} from 'lit';
import type {KindCoverage, TimelineState} from '../model/timeline.js';
import type {ReaderController} from './reader-controller.js';

const isMissing = ({state}: KindCoverage): boolean => state === 'failed' || state === 'waiting';

const wasRead = ({state, read}: KindCoverage): boolean =>
  read > 0 || state === 'complete' || state === 'reading' || state === 'limited';

/**
 * Whether a reading that has begun anew may take the place of what was read before: something was answered, which 'cannot
 * be seen here' is not, and no kind that was there is missing for now.
 */
function hasAnswered(state: TimelineState, before: TimelineState): boolean {
  const {horizon, coverage, stopped, reading} = state;
  if (stopped) return true;
  if (reading && horizon === undefined) return false;
  const had = new Set(before.coverage.filter(wasRead).map(({kind}) => kind));
  if (coverage.some((kind) => isMissing(kind) && had.has(kind.kind))) return false;
  return coverage.some((kind) => !isMissing(kind) && !['reading', 'notHere'].includes(kind.state));
}

/**
 * The last good answer, for as long as a new reading has nothing to take its place: with what is known of that try.
 * Nothing, once it has.
 */
function lastAnswer(before: TimelineState, state: TimelineState): TimelineState | undefined {
  if (hasAnswered(state, before)) return undefined;
  const {coverage, reading, offline, unreachable} = state;
  return {...before, coverage, reading, offline, unreachable, complete: false};
}

/** Reads everything again from its beginning. What was read stays until the first answer. */
export function readAgain(controller: ReaderController, host: ReactiveControllerHost): void {
  const before = controller.state;
  controller.reopen();
  if (!before || before.stopped) return;
  let isKept = true;
  controller.kept = (state) => {
    const kept = isKept ? lastAnswer(before, state) : undefined;
    isKept = kept !== undefined;
    return kept;
  };
  host.requestUpdate();
}
