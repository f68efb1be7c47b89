/** What is known of how complete a reading is: pure questions to a `TimelineState`. */
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import type {KindCoverage, TimelineState} from '../../model/timeline.js';

/** Kinds in a state, in the order they are listed everywhere. */
export function kindsThatAre(
  state: TimelineState,
  ...states: readonly KindCoverage['state'][]
): readonly RecordKind[] {
  const found = new Set(
    state.coverage.filter((item) => states.includes(item.state)).map((item) => item.kind),
  );
  return recordKinds.filter((kind) => found.has(kind));
}

/** True when nothing was read and nothing else can be: every kind failed, or cannot be seen here beside one that failed. */
export function allFailed(state: TimelineState): boolean {
  return (
    state.rows.length === 0 &&
    state.undated.length === 0 &&
    !state.reading &&
    state.asOf === undefined &&
    (state.offline || kindsThatAre(state, 'failed').length > 0)
  );
}

/** True while nothing has come that could be shown. */
export function isLoading(state: TimelineState): boolean {
  return state.rows.length === 0 && state.undated.length === 0 && state.reading;
}

/** True when there is no row, and none is on its way. */
export function hasNothing({rows, undated, reading}: TimelineState): boolean {
  return rows.length === 0 && undated.length === 0 && !reading;
}

/**
 * False where all that is left has failed or was read to its limit: there is no going on, and 'Try again' stands above the
 * list.
 */
export function canGoOn({coverage, reading}: TimelineState): boolean {
  const isLeft = (...states: readonly string[]) =>
    coverage.some(({state}) => states.includes(state));
  return reading || isLeft('reading', 'waiting') || !isLeft('failed', 'limited', 'unsafe');
}

/**
 * True when there is nothing, and the server confirmed it for every kind that was asked for. A kind that failed,
 * cannot be seen here or was only partly read confirms nothing.
 */
export function isConfirmedEmpty(state: TimelineState): boolean {
  return (
    state.complete &&
    state.rows.length === 0 &&
    state.undated.length === 0 &&
    state.withheld.length === 0 &&
    state.coverage.every((item) => item.state === 'complete' && item.partial !== true)
  );
}

/** True when a kind was read to its end and holds nothing, not even what could not be shown. */
export function isKindEmpty(state: TimelineState, kind: RecordKind): boolean {
  const items = state.coverage.filter((item) => item.kind === kind);
  return (
    items.length > 0 &&
    items.every((item) => item.state === 'complete' && item.read === 0 && item.partial !== true) &&
    !state.withheld.some((item) => item.kind === kind && item.count > 0)
  );
}
