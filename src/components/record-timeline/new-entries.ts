/** What is new since the person last looked: on top, in words, as links into the list. */
import {html, nothing, type TemplateResult} from 'lit';
import {dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import {isNewEntry} from '../../model/new-entry.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {nameOf} from './entry-row.js';
import type {WholeRows} from './row-body.js';
import type {LaterContext} from './states.js';

/** Most links on top; the rest is behind 'Show only new entries'. */
const mostLinks = 5;

/** How the section stands, and what can be done in it. */
export interface NewActs {
  readonly isOpen: boolean;
  /** True when the list shows new entries alone. */
  readonly onlyNew: boolean;
  readonly toggle: () => void;
  readonly goTo: (entry: TimelineEntry) => void;
  readonly toggleOnlyNew: () => void;
}

/** The new entries that can be shown, newest first, undated last. */
export function newEntries(state: TimelineState): readonly TimelineEntry[] {
  const {newReferences} = state;
  if (!newReferences?.size) return [];
  const isNew = (entry: TimelineEntry) => isNewEntry(entry, newReferences);
  return [...state.rows.filter(isNew), ...state.undated.filter(isNew)];
}

/** What is new, in one line. 'Nothing' is said only where all was asked for, and all of it came. */
function summary(state: TimelineState, count: number, words: AllTimelineWords): string {
  const {newReferences, newAsked, complete, coverage} = state;
  if (!newReferences) return words.newUnknown;
  if (count > 0) return words.newSince(count, !complete);
  const isWhole = coverage.every(({state: is}) => !['failed', 'unsafe', 'limited'].includes(is));
  return words.newNone(isWhole && (complete || !!newAsked));
}

/**
 * The section; nothing on a first visit. It is as high whatever it says, until it is opened: rows that are on the page
 * already do not move for it. `since`: when the person last looked, in milliseconds since 1970.
 */
export function newSection(
  state: TimelineState,
  {words, dates, level}: LaterContext,
  rows: WholeRows,
  since: number | undefined,
  {isOpen, onlyNew, goTo, toggle, toggleOnlyNew}: NewActs,
): TemplateResult | typeof nothing {
  const {lang} = rows;
  if (since === undefined) return nothing;
  const entries = newEntries(state);
  const name = (entry: TimelineEntry) =>
    rows.isCovered(entry) ? `${words.covered}, ${rows.day(entry)}` : nameOf(rows.text(entry), lang);
  const list = () =>
    html`<ul role="list">
        ${entries.slice(0, mostLinks).map(
          (entry) =>
            html`<li>
              <a
                href="#${rows.id(entry)}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  goTo(entry);
                }}
                >${name(entry)}</a
              >
            </li>`,
        )}
        ${
          entries.length > mostLinks
            ? html`<li class="secondary">${words.newMore(entries.length - mostLinks)}</li>`
            : nothing
        }
      </ul>
      <p class="new-only">
        <button type="button" class="button" @click=${toggleOnlyNew}>
          ${onlyNew ? words.allAgain : words.onlyNew}
        </button>
      </p>`;
  const isShown = isOpen || onlyNew;
  return html`<section class="sheet panel new" part="new" aria-labelledby="new">
    ${heading(level, summary(state, entries.length, words), {id: 'new', class: 'heading-small'})}
    <p class="secondary">
      ${state.newReferences ? nothing : html`${words.newUnknownText} `}${words.lastLooked(dayInWords(since, dates))}
    </p>
    ${
      entries.length > 0
        ? html`<button
            type="button"
            class="link target more"
            aria-expanded=${isShown}
            @click=${toggle}
          >
            ${words.whatIsNew}
          </button>`
        : nothing
    }
    ${entries.length > 0 && isShown ? list() : nothing}
  </section>`;
}
