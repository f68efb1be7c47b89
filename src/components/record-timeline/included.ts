/** 'What is included', opened: which kinds were asked for, what came of it, how far back it goes, and when it was read. */
import {html, nothing, type TemplateResult} from 'lit';
import {clockInWords, dateInWords, dayInWords, monthInWords} from '../../i18n/dates.js';
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import type {KindCoverage, TimelineState} from '../../model/timeline.js';
import {kindSentence, noneKnownSentence, placesInWords} from './remarks.js';
import type {LaterContext} from './states.js';

/** The words of a kind as a heading of its row. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function whatHappened(
  item: KindCoverage,
  state: TimelineState,
  context: LaterContext,
  mayCover: boolean,
): readonly string[] {
  const {kind} = item;
  const {words} = context;
  // How many there are of a kind, or that there are none, would tell what a covered entry is.
  if (mayCover && item.state !== 'notHere' && item.state !== 'failed') {
    return [words.states[item.state], ...(item.partial ? [words.partial] : [])];
  }
  const said = kindSentence(state, kind, context);
  const found = [said ?? words.states[item.state]];
  if (!said && item.read > 0) found.push(words.read(item.read));
  if (item.partial) found.push(words.partial);
  if (kind === 'allergies') {
    // An allergy that is on the list says more than an older 'none known'.
    const now = [...state.rows, ...state.undated].filter(
      (entry) => entry.kind === 'allergies' && entry.currency !== 'notCurrent',
    );
    const none = now.every(({statement}) => statement === 'noKnownAllergies') ? now[0] : undefined;
    if (none) found.push(noneKnownSentence(none, context));
  }
  return found;
}

/** How far back a kind was read: to its oldest entry where there is no more, else to where the reading stands. */
function goesBack(
  {kind, state, back, oldest, read}: KindCoverage,
  {rows}: TimelineState,
  {dates, words}: LaterContext,
  mayCover: boolean,
): string {
  if (state === 'complete') {
    if (mayCover) return words.notShown;
    const date = oldest ?? rows.filter((row) => row.kind === kind).at(-1)?.date;
    if (date) return dateInWords(date, dates);
    if (read === 0) return words.noEntries;
  } else if (back !== undefined && Number.isFinite(back)) return monthInWords(back, dates);
  return words.notKnown;
}

/** The body of 'What is included'. */
export function includedBody(
  state: TimelineState,
  context: LaterContext,
  mayCover: boolean,
): TemplateResult {
  const {dates, words, owner, tryAgain} = context;
  const order = (kind: RecordKind) => recordKinds.indexOf(kind);
  const items = [...state.coverage].sort((a, b) => order(a.kind) - order(b.kind));
  return html`<div class="sheet panel stack included" part="included">
    <table class="table" role="table">
      <caption>
        ${
          state.asOf === undefined
            ? words.asked
            : words.askedAt(dayInWords(state.asOf, dates), clockInWords(state.asOf, dates))
        }
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[words.kind, words.happened, words.goesBack].map(
            (title) => html`<th role="columnheader" scope="col">${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map(
          (item) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${capital(words.kinds[item.kind])}</th>
              <td role="cell">
                ${whatHappened(item, state, context, mayCover).join(' ')}
                ${
                  item.state === 'failed'
                    ? html`<button type="button" class="link target" @click=${tryAgain}>
                        ${words.tryAgain}<span class="visually-hidden"
                          >: ${words.kinds[item.kind]}</span
                        >
                      </button>`
                    : nothing
                }
              </td>
              <td role="cell">
                <span class="label">${words.goesBack}: </span
                >${goesBack(item, state, context, mayCover)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>${words.about(placesInWords(context), owner)}</p>
  </div>`;
}
