/** What the list covers, in words. */
import {monthInWords} from '../../i18n/dates.js';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import type {TimelineState} from '../../model/timeline.js';
import {kindsThatAre} from './coverage.js';
import {kindsInWords, type LaterContext} from './states.js';
import {completenessLine} from './timeline-view.js';

/** The line that is always there. */
export function readLine({asOf}: TimelineState, context: LaterContext): string {
  return asOf === undefined
    ? context.words.notReadYet(context.owner)
    : completenessLine(asOf, context);
}

/** How far back it goes, while there is more. */
export function reachLine(state: TimelineState, {words, dates}: LaterContext): string | undefined {
  const {horizon, complete} = state;
  if (complete || horizon === undefined || !Number.isFinite(horizon)) return undefined;
  return words.reach(monthInWords(horizon, dates));
}

/** Kinds that cannot be seen here, refused or not offered: nothing tells which. */
export function notHereSentence(state: TimelineState, words: AllTimelineWords): string | undefined {
  const kinds = kindsThatAre(state, 'notHere');
  return kinds.length > 0 ? words.notHere(kindsInWords(kinds, words, 'or')) : undefined;
}
