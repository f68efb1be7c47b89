/** What is new since the person last looked: on top, in words, as links into the list. */
import {html, nothing, type TemplateResult} from 'lit';
import {dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {isNewEntry} from '../../model/new-entry.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {nameOf} from './entry-row.js';
import type {WholeRows} from './row-body.js';
import type {LaterContext} from './states.js';

/** Most links on top; the rest is behind 'Show only new entries'. */
const mostLinks = 5;

/** What can be done in the section. */
export interface NewActs {
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

/**
 * The section, or nothing: on a first visit, and when nothing is new. `since`: when the person last looked, in
 * milliseconds since 1970.
 */
export function newSection(
  state: TimelineState,
  {words, dates, level}: LaterContext,
  rows: WholeRows,
  since: number | undefined,
  onlyNew: boolean,
  {goTo, toggleOnlyNew}: NewActs,
): TemplateResult | typeof nothing {
  const {lang} = rows;
  if (since === undefined) return nothing;
  const entries = newEntries(state);
  const unknown = !state.newReferences && state.asOf !== undefined;
  if (entries.length === 0 && !unknown) return nothing;
  const name = (entry: TimelineEntry) =>
    rows.isCovered(entry) ? `${words.covered}, ${rows.day(entry)}` : nameOf(rows.text(entry), lang);
  return html`<section class="sheet panel new" part="new" aria-labelledby="new">
    <div>
      ${heading(
        level,
        unknown ? words.newUnknown : words.newSince(entries.length, !state.complete),
        {
          id: 'new',
          class: 'heading-small',
        },
      )}
      <p class="secondary">
        ${unknown ? html`${words.newUnknownText} ` : nothing}${words.lastLooked(dayInWords(since, dates))}
      </p>
    </div>
    ${
      entries.length > 0
        ? html`<ul role="list">
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
            </p>`
        : nothing
    }
  </section>`;
}
