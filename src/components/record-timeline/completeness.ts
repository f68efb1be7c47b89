/** What the list covers: one line that is always there, and what can be said of kinds that have nothing to show. */
import {html, nothing, type TemplateResult} from 'lit';
import {clockInWords, dateInWords, dayInWords, type DateWords} from '../../i18n/dates.js';
import type {Owner, TimelineWords} from '../../i18n/timeline.js';
import {heading} from '../../internal/heading.js';
import {ukCivil} from '../../model/fhir-date.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {isConfirmedEmpty, isKindEmpty, kindsThatAre} from './coverage.js';
import {kindsInWords} from './states.js';

/** What the words of completeness are made from. */
export interface CoverageContext {
  readonly words: TimelineWords;
  readonly dates: DateWords;
  readonly owner: Owner;
  readonly level: number;
}

/** The month of an instant, in words. */
export function monthInWords(at: number, dates: DateWords): string {
  const {year, month} = ukCivil(at);
  return dates.month(dates.months[month - 1] ?? '', year);
}

/** Places in words; the people there, where none is known. */
export function placesInWords(state: TimelineState, words: TimelineWords): string {
  return state.places.length > 0 ? words.and(state.places) : words.placesAsked;
}

/** The line that is always there. */
export function completenessLine(
  state: TimelineState,
  {words, dates, owner}: CoverageContext,
): string {
  if (state.asOf === undefined) return words.notReadYet(owner);
  return words.completeness({
    places: state.places,
    date: dayInWords(state.asOf, dates),
    time: clockInWords(state.asOf, dates),
    owner,
  });
}

/** How far back it goes, while there is more. */
export function reachLine(
  state: TimelineState,
  {words, dates}: CoverageContext,
): string | undefined {
  const {horizon, complete} = state;
  if (complete || horizon === undefined || !Number.isFinite(horizon)) return undefined;
  return words.reach(monthInWords(horizon, dates));
}

/** Everything beside the two lines that has to be said without being asked for. */
export function remarks(state: TimelineState, context: CoverageContext): readonly string[] {
  const {words} = context;
  const found: string[] = [];
  const notHere = kindsThatAre(state, 'notHere');
  if (notHere.length > 0) found.push(words.notHere(kindsInWords(notHere, words, 'or')));
  const limited = kindsThatAre(state, 'limited');
  if (limited.length > 0) found.push(words.kindLimited(kindsInWords(limited, words)));
  const withheld = state.withheld.filter(({count}) => count > 0);
  if (withheld.length > 0) {
    found.push(
      words.withheld(
        withheld.reduce((sum, {count}) => sum + count, 0),
        state.places.length > 0 ? words.or(state.places) : words.teamThere,
        kindsInWords([...new Set(withheld.map(({kind}) => kind))], words),
      ),
    );
  }
  if (words.recordLanguage) found.push(words.recordLanguage);
  return found;
}

/** What is said of one kind that shows no entries; nothing, when it cannot be said or has entries. */
export function kindSentence(
  state: TimelineState,
  kind: RecordKind,
  context: CoverageContext,
): string | undefined {
  const {words, owner} = context;
  const name = words.kinds[kind];
  if (kindsThatAre(state, 'notHere').includes(kind)) return words.notHere(name);
  if (kindsThatAre(state, 'failed').includes(kind)) {
    return kind === 'allergies' ? words.allergiesFailed(owner) : words.kindFailed(name);
  }
  if (kindsThatAre(state, 'unsafe').includes(kind)) return words.kindUnsafe(name);
  if (!isKindEmpty(state, kind)) return undefined;
  const places = placesInWords(state, words);
  return kind === 'allergies' ? words.allergiesEmpty(places, owner) : words.kindEmpty(name, places);
}

/** 'No known allergies', as somebody recorded it. */
export function noneKnownSentence(entry: TimelineEntry, {words, dates}: CoverageContext): string {
  return words.allergiesNone(entry.place, entry.date && dateInWords(entry.date, dates));
}

/** In place of the list, when nothing is in it: what the server confirmed, and what it did not. */
export function nothingToShow(
  state: TimelineState,
  canAdd: readonly RecordKind[],
  context: CoverageContext,
): TemplateResult {
  const {words, owner, level} = context;
  const kinds = [...new Set(state.coverage.map(({kind}) => kind))];
  const sentences =
    kinds.length > 3 && isConfirmedEmpty(state)
      ? [words.recordEmpty(placesInWords(state, words))]
      : kinds.map((kind) => kindSentence(state, kind, context)).filter(Boolean);
  const invites = kinds.filter((kind) => canAdd.includes(kind) && isKindEmpty(state, kind));
  const only = kinds.length === 1 && kinds[0] ? words.kinds[kinds[0]] : undefined;
  return html`<slot name="empty"
    ><section class="sheet panel stack" part="notice" aria-labelledby="empty">
      ${heading(level + 1, words.nothingFound(only), {id: 'empty', class: 'heading-small'})}
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      ${isConfirmedEmpty(state) ? nothing : html`<p>${words.nothingSeen(owner)}</p>`}
      ${invites.length > 0 ? html`<p>${words.youMayAdd(kindsInWords(invites, words))}</p>` : nothing}
    </section></slot
  >`;
}
