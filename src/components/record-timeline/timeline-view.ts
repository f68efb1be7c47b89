/** Everything between the widget's edges once there is something to show: head, way around, list, end. */
import {html, nothing, type TemplateResult} from 'lit';
import {clockInWords, dateInWords, dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {nowKinds, type TimelineFilter} from '../../model/filter.js';
import type {Person} from '../../model/person.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {TimelineState} from '../../model/timeline.js';
import {
  completenessLine,
  hasNothing,
  nothingToShow,
  reachLine,
  remarks,
  type CoverageContext,
} from './completeness.js';
import type {RowContext} from './entry-row.js';
import {group, months} from './list-view.js';
import type {Later} from './later-parts.js';
import type {NewContext} from './new-entries.js';
import type {ListedRows, RowList} from './row-list.js';
import {missing, offline, type StateContext} from './states.js';

/** What the widget shows, and what can be done there. */
export interface TimelineView {
  readonly state: TimelineState;
  readonly context: StateContext & CoverageContext;
  readonly rows: RowContext;
  readonly list: RowList;
  readonly listed: ListedRows;
  readonly news: NewContext;
  readonly filter: TimelineFilter;
  readonly person: Person | undefined;
  readonly canAdd: readonly RecordKind[];
  readonly isReadingOlder: boolean;
  /** One result over time, in place of the list; `nothing` while the list is shown. */
  readonly chart: unknown;
  readonly panel: 'filters' | 'years' | 'included' | undefined;
  /** What is fetched after the first rows; undefined until it is here. */
  readonly later: Later | undefined;
  readonly filtersPanel: unknown;
  readonly activeFilters: unknown;
  readonly yearsRail: unknown;
  readonly included: unknown;
  readonly togglePanel: (panel: 'filters' | 'years' | 'included') => void;
  readonly toggleNow: () => void;
  readonly clearFilters: () => void;
  readonly showOlder: () => void;
  readonly showNewer: () => void;
  readonly showMoreUndated: () => void;
}

const chevron = html`<span class="chevron" aria-hidden="true"></span>`;

function notices({state, context}: TimelineView) {
  const {asOf} = state;
  const isOld = state.offline && asOf !== undefined;
  return html`${
    isOld
      ? offline(
          {date: dayInWords(asOf, context.dates), time: clockInWords(asOf, context.dates)},
          context,
        )
      : nothing
  }
  ${missing(state, context)}`;
}

function title({state, context, listed, filter}: TimelineView): string {
  const {words} = context;
  if (filter.now) return words.nowHeading;
  if (listed.isFiltered) {
    return words.matching(listed.all.length + listed.undated.length, !listed.isRead);
  }
  const kinds = [...new Set(state.coverage.map(({kind}) => kind))];
  if (kinds.length !== 1 || !kinds[0]) return words.allEntries;
  const only = words.kinds[kinds[0]];
  return only.charAt(0).toUpperCase() + only.slice(1);
}

function bar({
  state,
  context,
  listed,
  panel,
  filter,
  togglePanel,
  toggleNow,
  yearsRail,
}: TimelineView) {
  const {words} = context;
  const hasNow = state.coverage.some(({kind}) => nowKinds.some((now) => now === kind));
  if (!listed.isFiltered && hasNothing(state)) return nothing;
  return html`<div class="bar" part="bar">
    <button
      type="button"
      class="button"
      aria-expanded=${panel === 'filters' ? 'true' : 'false'}
      @click=${() => togglePanel('filters')}
    >
      ${words.searchAndFilter}${chevron}
    </button>
    ${
      yearsRail === nothing
        ? nothing
        : html`<button
            type="button"
            class="button only-narrow"
            aria-expanded=${panel === 'years' ? 'true' : 'false'}
            @click=${() => togglePanel('years')}
          >
            ${words.jumpToYear}${chevron}
          </button>`
    }
    ${
      hasNow
        ? html`<button
            type="button"
            class="button"
            aria-pressed=${filter.now ? 'true' : 'false'}
            @click=${toggleNow}
          >
            ${words.now}
          </button>`
        : nothing
    }
  </div>`;
}

function completeness(view: TimelineView) {
  const {state, context, listed, panel, included, togglePanel} = view;
  const {words} = context;
  const reach = listed.isFiltered ? undefined : reachLine(state, context);
  const isOpen = panel === 'included';
  return html`<div class="completeness secondary" part="completeness">
    <p>
      ${completenessLine(state, context)}${reach ? html` <span class="reach">${reach}</span>` : nothing}
    </p>
    ${remarks(state, context).map((remark) => html`<p>${remark}</p>`)}
    <button
      type="button"
      class="link target more"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => togglePanel('included')}
    >
      ${words.whatIsIncluded}
    </button>
    ${isOpen ? included : nothing}
  </div>`;
}

function end(view: TimelineView) {
  const {context, listed, isReadingOlder, showOlder} = view;
  const {words, dates} = context;
  const last = listed.view.rows.at(-1);
  const hasMore = listed.view.hasOlder || !listed.isRead;
  if (!last && !hasMore) return nothing;
  return html`<div class="end">
    <p class="secondary" id="end" tabindex="-1">
      ${!hasMore ? (listed.isFiltered ? nothing : words.oldest) : last ? words.reached(dateInWords(last.date, dates)) : nothing}
      ${isReadingOlder ? words.readingOlder : nothing}
    </p>
    ${
      hasMore
        ? html`<button type="button" class="button wide" @click=${showOlder}>
            ${words.showOlder}<span class="visually-hidden">${words.showOlderRest}</span>
          </button>`
        : nothing
    }
  </div>`;
}

function undated({state, context, listed, rows, showMoreUndated}: TimelineView) {
  const {words, dates, level} = context;
  const notes = [words.undatedNote, ...(state.undatedComplete ? [] : [words.undatedMore])];
  return html`${group(
    listed.undatedShown,
    {id: 'undated', title: words.undated, notes, undated: true},
    {rows, dates, level: level + 1},
  )}
  ${
    listed.undatedShown.length < listed.undated.length
      ? html`<p class="end">
          <button type="button" class="button wide" @click=${showMoreUndated}>
            ${words.moreUndated}
          </button>
        </p>`
      : nothing
  }`;
}

function list(view: TimelineView) {
  const {state, context, listed, rows, canAdd, filter, showNewer} = view;
  const {dates, words, level} = context;
  if (filter.now && view.later) return html`${view.later.nowLists(view)} ${end(view)}`;
  if (!listed.isFiltered && hasNothing(state)) {
    return nothingToShow(state, canAdd, context);
  }
  return html`${
    listed.view.hasNewer
      ? html`<p class="end">
          <button type="button" class="button wide" @click=${showNewer}>${words.showNewer}</button>
        </p>`
      : nothing
  }
  ${months(listed.view, view.list.window, {rows, dates, level: level + 1})} ${end(view)}
  ${undated(view)}`;
}

/** The widget, once there is something to show. */
export function timelineView(view: TimelineView): TemplateResult {
  const {state, context, news, panel, chart, filtersPanel, yearsRail, later} = view;
  const {words, level} = context;
  return html`<div class="paper">
    ${later?.printHead(view)}
    <div class="body${yearsRail === nothing ? '' : ' with-rail'}" ?hidden=${chart !== nothing}>
      ${notices(view)} ${later?.newSection(state, news)}
      <div class="section">
        ${heading(level, title(view), {id: 'all', class: 'heading-large', focusable: true})}
        ${bar(view)} ${panel === 'filters' ? filtersPanel : nothing}
        ${panel === 'years' ? html`<div class="sheet panel years-panel only-narrow">${yearsRail}</div>` : nothing}
        ${later?.filterNotes(view)} ${completeness(view)}
      </div>
      ${
        yearsRail === nothing
          ? nothing
          : html`<nav class="rail" part="years" aria-labelledby="years">
              ${heading(level + 1, words.jumpToYear, {id: 'years'})} ${yearsRail}
            </nav>`
      }
      <div class="list">${list(view)}</div>
    </div>
    ${chart}
  </div>`;
}
