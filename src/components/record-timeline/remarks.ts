/** What has to be said of a reading beside the lines that are always there, and in place of a list that is empty. */
import {html, nothing, type TemplateResult} from 'lit';
import {dateInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {notHereSentence} from './completeness.js';
import {isConfirmedEmpty, isKindEmpty, kindsThatAre} from './coverage.js';
import {kindsInWords, type LaterContext} from './states.js';

/** Most kinds that are spoken of one by one where nothing is shown. */
const mostKindsNamed = 3;

/** Places in words; the people there, where none is known. */
export function placesInWords({places, words}: LaterContext): string {
  return places.length > 0 ? words.and(places) : words.placesAsked;
}

/** What cannot be seen here, what was not read to its end, what was read and cannot be shown, and whom to ask about it. */
export function remarks(
  state: TimelineState,
  {words, places, contact}: LaterContext,
  isEmpty: boolean,
): readonly string[] {
  const found: string[] = [];
  // Said in place of the list where that is empty.
  const notHere = isEmpty ? undefined : notHereSentence(state, words);
  if (notHere) found.push(notHere);
  const limited = kindsThatAre(state, 'limited');
  if (limited.length > 0) found.push(words.kindLimited(kindsInWords(limited, words)));
  const withheld = state.withheld.filter(({count}) => count > 0);
  if (withheld.length > 0) {
    found.push(
      words.withheld(
        withheld.reduce((sum, {count}) => sum + count, 0),
        places.length > 0 ? words.or(places) : words.teamThere,
        kindsInWords([...new Set(withheld.map(({kind}) => kind))], words),
      ),
    );
  }
  if (found.length > 0) found.push(contact);
  if (words.recordLanguage) found.push(words.recordLanguage);
  return found;
}

/** What is said of one kind that shows no entries; nothing, when it cannot be said or has entries. */
export function kindSentence(
  state: TimelineState,
  kind: RecordKind,
  context: LaterContext,
): string | undefined {
  const {words, owner} = context;
  const name = words.kinds[kind];
  if (kindsThatAre(state, 'notHere').includes(kind)) return words.notHere(name);
  if (kindsThatAre(state, 'failed').includes(kind)) {
    return kind === 'allergies' ? words.allergiesFailed(owner) : words.kindFailed(name);
  }
  if (kindsThatAre(state, 'unsafe').includes(kind)) return words.kindUnsafe(name);
  if (!isKindEmpty(state, kind)) return undefined;
  const places = placesInWords(context);
  return kind === 'allergies' ? words.allergiesEmpty(places, owner) : words.kindEmpty(name, places);
}

/** 'No known allergies', as somebody recorded it. */
export function noneKnownSentence(entry: TimelineEntry, {words, dates}: LaterContext): string {
  return words.allergiesNone(entry.place, entry.date && dateInWords(entry.date, dates));
}

/** In place of the list, when nothing is in it: what the server confirmed, and what it did not. */
export function nothingToShow(
  state: TimelineState,
  canAdd: readonly RecordKind[],
  context: LaterContext,
): TemplateResult {
  const {words, owner, contact, level} = context;
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
        ? [words.recordEmpty(placesInWords(context))]
        : [notHereSentence(state, words)];
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
    ${isConfirmed ? nothing : html`<p>${contact}</p>`}
    ${invites.length > 0 ? html`<p>${words.youMayAdd(kindsInWords(invites, words))}</p>` : nothing}
  </section>`;
  // The page's own words for 'nothing' stand only where the server confirmed it.
  return isConfirmed ? html`<slot name="empty">${sheet}</slot>` : sheet;
}
