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

/** Most kinds that are spoken of one by one where nothing is shown. */
const mostKindsNamed = 3;

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

/** Kinds that cannot be seen here, refused or not offered: nothing tells which. */
function notHereSentence(state: TimelineState, words: TimelineWords): readonly string[] {
  const kinds = kindsThatAre(state, 'notHere');
  return kinds.length > 0 ? [words.notHere(kindsInWords(kinds, words, 'or'))] : [];
}

/** Everything beside the two lines that has to be said without being asked for. */
export function remarks(state: TimelineState, context: CoverageContext): readonly string[] {
  const {words} = context;
  const found: string[] = [];
  // Where nothing is shown, this stands in place of the list.
  if (!hasNothing(state)) found.push(...notHereSentence(state, words));
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

/** True when there is no row, and none is on its way. */
export function hasNothing({rows, undated, reading}: TimelineState): boolean {
  return rows.length === 0 && undated.length === 0 && !reading;
}

/** In place of the list, when nothing is in it: what the server confirmed, and what it did not. */
export function nothingToShow(
  state: TimelineState,
  canAdd: readonly RecordKind[],
  context: CoverageContext,
): TemplateResult {
  const {words, owner, level} = context;
  const kinds = [...new Set(state.coverage.map(({kind}) => kind))];
  const isConfirmed = isConfirmedEmpty(state);
  const failed = kindsThatAre(state, 'failed', 'unsafe');
  const sentences =
    kinds.length <= mostKindsNamed
      ? // What failed is said above the list, with a way to try again.
        kinds
          .filter((kind) => !failed.includes(kind))
          .map((kind) => kindSentence(state, kind, context))
      : isConfirmed
        ? [words.recordEmpty(placesInWords(state, words))]
        : notHereSentence(state, words);
  const said = sentences.filter((sentence) => sentence !== undefined);
  const invites = kinds.filter((kind) => canAdd.includes(kind) && isKindEmpty(state, kind));
  const only = kinds.length === 1 && kinds[0] ? words.kinds[kinds[0]] : undefined;
  const sheet = html`<section class="sheet panel stack" part="notice" aria-labelledby="empty">
    ${heading(level + 1, isConfirmed ? words.nothingRecorded(only) : words.nothingToShow, {
      id: 'empty',
      class: 'heading-small',
    })}
    ${said.map((sentence) => html`<p>${sentence}</p>`)}
    ${isConfirmed || said.length > 0 ? nothing : html`<p>${words.nothingSeen(owner)}</p>`}
    ${invites.length > 0 ? html`<p>${words.youMayAdd(kindsInWords(invites, words))}</p>` : nothing}
  </section>`;
  // The page's own words for 'nothing' stand only where the server confirmed it.
  return isConfirmed ? html`<slot name="empty">${sheet}</slot>` : sheet;
}
