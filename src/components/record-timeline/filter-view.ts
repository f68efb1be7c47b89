/** What stands above and in a filtered list, and on paper: fetched after the first rows. */
import {html, nothing} from 'lit';
import {dateInWords, dayInWords} from '../../i18n/dates.js';
import type {TimelineFilter} from '../../model/filter.js';
import {nhsNumberInWords, type Person} from '../../model/person.js';
import {nowKinds, type RecordKind} from '../../model/record-kind.js';
import type {TimelineState} from '../../model/timeline.js';
import {readLine} from './completeness.js';
import {group} from './later-lists.js';
import type {ListedRows} from './row-list.js';
import type {WholeRows} from './row-body.js';
import {kindsInWords, type LaterContext} from './states.js';

/** On paper only: whose record this is, on every page. */
export function printHead(state: TimelineState, context: LaterContext, person: Person | undefined) {
  const {dates} = context;
  return html`<div class="print-head">
    <div>
      <b>${person?.name ?? context.words.nameNotKnown}</b>
      ${person?.birthDate ? html`<span>${context.words.born(dateInWords(person.birthDate, dates))}</span>` : nothing}
      ${
        person?.nhsNumber
          ? html`<span>${context.words.nhsNumber(nhsNumberInWords(person.nhsNumber))}</span>`
          : nothing
      }
      <span>${readLine(state, context)}</span>
    </div>
  </div>`;
}

/** The filters in use, how far they have been looked for, and what 'Now' lacks. */
export function filterNotes(
  state: TimelineState,
  context: LaterContext,
  listed: ListedRows,
  filter: TimelineFilter,
) {
  if (!listed.isFiltered) return nothing;
  const {words, dates} = context;
  const {horizon} = state;
  const back =
    horizon !== undefined && Number.isFinite(horizon) ? dayInWords(horizon, dates) : undefined;
  const oldest = state.rows.at(-1)?.date;
  const lacking: RecordKind[] = filter.now
    ? nowKinds.filter((kind) =>
        state.coverage.some(
          // A kind of which one part cannot be seen here may lack a medicine: it is not called complete.
          (item) => item.kind === kind && (item.state !== 'complete' || item.partial === true),
        ),
      )
    : [];
  // Under a cover 'Now' waits for the other kinds as well: nothing may tell a covered entry's kind.
  if (filter.now && lacking.length === 0 && !listed.isRead) lacking.push(...nowKinds);
  return html`${lacking.length > 0 ? html`<p>${words.nowMissing(kindsInWords(lacking, words))}</p>` : nothing}
  ${
    !listed.isRead && !filter.now
      ? html`<p class="secondary">${words.searchedBack(back, state.reading)}</p>`
      : nothing
  }
  ${
    (filter.from || filter.to) && state.undated.length > listed.undated.length
      ? html`<p class="secondary">${words.undatedLeftOut}</p>`
      : nothing
  }
  ${
    listed.all.length + listed.undated.length === 0 && listed.isRead
      ? html`<p>${words.noMatch(oldest && dateInWords(oldest, dates))}</p>`
      : nothing
  }`;
}

/**
 * 'Now': what is current, and apart from it what is not known to be, and what is covered: nothing may tell whether that
 * is current.
 */
export function nowLists(listed: ListedRows, rows: WholeRows, context: LaterContext) {
  const {words, level} = context;
  const entries = [...listed.view.rows, ...listed.undatedShown];
  type Listed = (typeof entries)[number];
  const covered = entries.filter((entry) => rows.isHeld(entry));
  const open = entries.filter((entry) => !rows.isHeld(entry));
  const isKnown = ({currency}: Listed) => currency === 'current';
  return html`${group(open.filter(isKnown), {id: 'now', title: words.nowKnown}, rows, level + 1)}
  ${group(covered, {id: 'covered', title: words.nowCovered}, rows, level + 1)}
  ${group(
    open.filter((entry) => !isKnown(entry)),
    {id: 'unknown', title: words.currentUnknown, notes: [words.currentUnknownNote]},
    rows,
    level + 1,
  )}`;
}
