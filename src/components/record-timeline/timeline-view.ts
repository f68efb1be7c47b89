/** Everything between the widget's edges once there is something to show: head, way around, list, end. */
import {html, nothing, type TemplateResult} from 'lit';
import {clockInWords, dateInWords, dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {nowKinds, type TimelineFilter} from '../../model/filter.js';
import {nhsNumberInWords, type Person} from '../../model/person.js';
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
import {newSection, type NewContext} from './new-entries.js';
import type {ListedRows, RowList} from './row-list.js';
import {kindsInWords, missing, offline, type StateContext} from './states.js';

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
  /** Parts fetched later; each is undefined until it is here. */
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

/** On paper only: whose record this is, on every page. */
function printHead({context, person, state}: TimelineView) {
  const {dates} = context;
  return html`<div class="print-head">
    <div>
      ${person?.name ? html`<b>${person.name}</b>` : nothing}
      ${person?.birthDate ? html`<span>${context.words.born(dateInWords(person.birthDate, dates))}</span>` : nothing}
      ${
        person?.nhsNumber
          ? html`<span>${context.words.nhsNumber(nhsNumberInWords(person.nhsNumber))}</span>`
          : nothing
      }
      <span>${completenessLine(state, context)}</span>
    </div>
  </div>`;
}

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
    return words.matching(listed.all.length + listed.undated.length, !state.complete);
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

function filterNotes({state, context, listed, filter, activeFilters, clearFilters}: TimelineView) {
  if (!listed.isFiltered) return nothing;
  const {words, dates} = context;
  const {horizon} = state;
  const back =
    horizon !== undefined && Number.isFinite(horizon) ? dayInWords(horizon, dates) : undefined;
  const oldest = state.rows.at(-1)?.date;
  const lacking = filter.now
    ? nowKinds.filter((kind) =>
        state.coverage.some((item) => item.kind === kind && item.state !== 'complete'),
      )
    : [];
  return html`${
    activeFilters ||
    html`<p>
      <button type="button" class="link target" @click=${clearFilters}>
        ${words.clearFilters}
      </button>
    </p>`
  }
  ${lacking.length > 0 ? html`<p>${words.nowMissing(kindsInWords(lacking, words))}</p>` : nothing}
  ${
    !state.complete && !filter.now
      ? html`<p class="secondary">${words.searchedBack(back)}</p>`
      : nothing
  }
  ${
    listed.all.length + listed.undated.length === 0 && state.complete
      ? html`<p>${words.noMatch(oldest && dateInWords(oldest, dates))}</p>`
      : nothing
  }`;
}

function nowLists({listed, rows, context}: TimelineView) {
  const {words, dates, level} = context;
  const entries = [...listed.view.rows, ...listed.undatedShown];
  const isKnown = (entry: (typeof entries)[number]) =>
    rows.isCovered(entry) || entry.currency === 'current';
  const list = {rows, dates, level: level + 1};
  return html`${group(entries.filter(isKnown), {id: 'now', title: words.nowKnown}, list)}
  ${group(
    entries.filter((entry) => !isKnown(entry)),
    {id: 'unknown', title: words.currentUnknown, notes: [words.currentUnknownNote]},
    list,
  )}`;
}

function end(view: TimelineView) {
  const {state, context, listed, isReadingOlder, showOlder} = view;
  const {words, dates} = context;
  const last = listed.view.rows.at(-1);
  const hasMore = listed.view.hasOlder || !state.complete;
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
  if (filter.now) return html`${nowLists(view)} ${end(view)}`;
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
  const {state, context, news, panel, chart, filtersPanel, yearsRail} = view;
  const {words, level} = context;
  return html`<div class="paper">
    ${printHead(view)}
    <div class="body${yearsRail === nothing ? '' : ' with-rail'}" ?hidden=${chart !== nothing}>
      ${notices(view)} ${newSection(state, news)}
      <div class="section">
        ${heading(level, title(view), {id: 'all', class: 'heading-large', focusable: true})}
        ${bar(view)} ${panel === 'filters' ? filtersPanel : nothing}
        ${panel === 'years' ? html`<div class="sheet panel years-panel only-narrow">${yearsRail}</div>` : nothing}
        ${filterNotes(view)} ${completeness(view)}
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
