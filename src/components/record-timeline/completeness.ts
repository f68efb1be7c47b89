/** What the list covers: the lines that are always there. */
import {clockInWords, dayInWords, type DateWords} from '../../i18n/dates.js';
import {ukCivil} from '../../model/fhir-date.js';
import type {TimelineState} from '../../model/timeline.js';
import type {TimelineWords} from '../../i18n/timeline.js';
import {kindsThatAre} from './coverage.js';
import {kindsInWords, type StateContext} from './notice.js';

/** The month of an instant, in words. */
export function monthInWords(at: number, dates: DateWords): string {
  const {year, month} = ukCivil(at);
  return dates.month(dates.months[month - 1] ?? '', year);
}

/** The line that is always there. */
export function completenessLine(
  state: TimelineState,
  {words, dates, owner, places}: StateContext,
): string {
  if (state.asOf === undefined) return words.notReadYet(owner);
  return words.completeness({
    places,
    date: dayInWords(state.asOf, dates),
    time: clockInWords(state.asOf, dates),
    owner,
  });
}

/** How far back it goes, while there is more. */
export function reachLine(state: TimelineState, {words, dates}: StateContext): string | undefined {
  const {horizon, complete} = state;
  if (complete || horizon === undefined || !Number.isFinite(horizon)) return undefined;
  return words.reach(monthInWords(horizon, dates));
}

/** Kinds that cannot be seen here, refused or not offered: nothing tells which. */
export function notHereSentence(state: TimelineState, words: TimelineWords): string | undefined {
  const kinds = kindsThatAre(state, 'notHere');
  return kinds.length > 0 ? words.notHere(kindsInWords(kinds, words, 'or')) : undefined;
}
