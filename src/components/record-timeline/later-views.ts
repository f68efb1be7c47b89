/** Draws what stands around the rows: fetched beside them, so that they do not wait for it. */
import {html, nothing} from 'lit';
import {clockInWords, dateInWords, dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {parseFhirDate, ukCivil} from '../../model/fhir-date.js';
import type {TimelineFilter} from '../../model/filter.js';
import {recordKinds} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {readLine, reachLine} from './completeness.js';
import {hasNothing} from './coverage.js';
import {civilDay} from './entry-row.js';
import {filterNotes, nowLists, printHead} from './filter-view.js';
import {includedBody} from './included.js';
import {undatedList} from './later-lists.js';
import {newEntries, newSection} from './new-entries.js';
import type {PhrRecordTimeline} from './record-timeline.js';
import {nothingToShow, remarks} from './remarks.js';
import type {WholeRows} from './row-body.js';
import type {ListedRows} from './row-list.js';
import {missing, standingStill, type LaterContext} from './states.js';
import {yearList, yearSpans, type YearSpan} from './years.js';

/** Which panel is open: the others are not drawn, for the record goes on arriving behind them. */
export type Panel = 'filters' | 'years' | 'included' | 'new' | undefined;

/** What is drawn from, and what can be done in it. */
export interface LaterView {
  readonly host: PhrRecordTimeline;
  readonly state: TimelineState;
  readonly listed: ListedRows;
  readonly context: LaterContext;
  readonly rows: WholeRows;
  /** When the person last looked, in milliseconds since 1970. Absent on a first visit. */
  readonly since: number | undefined;
  /** True when entries may be covered: then nothing may tell what one of them is. */
  readonly mayCover: boolean;
  /** True when there may be older rows than those on the page. */
  readonly hasMore: boolean;
  readonly panel: Panel;
  /** True once the filter panel can be drawn. */
  readonly hasFilters: boolean;
  readonly isReadingOlder: boolean;
  readonly togglePanel: (panel: Panel) => void;
  readonly setFilter: (filter: TimelineFilter, focus?: string) => void;
  readonly goTo: (entry: TimelineEntry) => void;
  readonly goToYear: (span: YearSpan) => void;
  readonly showNewest: () => void;
  readonly showMoreUndated: () => void;
}

/** The later parts, drawn. */
export type LaterViews = ReturnType<typeof laterViews> & {
  /** One result over time, in place of the list. */
  readonly chart: unknown;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const nowOf = (host: PhrRecordTimeline) => (host.settings?.now ?? Date.now)();

function notices({state, context}: LaterView) {
  const {asOf} = state;
  const isStill = !!(state.offline || state.unreachable) && asOf !== undefined;
  return html`${
    isStill
      ? standingStill(
          state,
          {date: dayInWords(asOf, context.dates), time: clockInWords(asOf, context.dates)},
          context,
        )
      : nothing
  }
  ${missing(state, context, isStill)}`;
}

function title({state, context: {words}, host, listed}: LaterView): string {
  if (host.filter.now) return words.nowHeading;
  if (listed.isFiltered) {
    return words.matching(listed.all.length + listed.undated.length, !listed.isRead);
  }
  const kinds = [...new Set(state.coverage.map(({kind}) => kind))];
  return kinds.length === 1 && kinds[0] ? capital(words.kinds[kinds[0]]) : words.allEntries;
}

/** What is said at the end of the rows. */
function end({context: {words, dates}, listed, hasMore, isReadingOlder}: LaterView) {
  const last = listed.view.rows.at(-1);
  const isOldest = !hasMore && !listed.isFiltered && listed.isRead;
  return html`${isOldest ? words.oldest : hasMore && last ? words.reached(dateInWords(last.date, dates)) : nothing}
  ${isReadingOlder ? words.readingOlder : nothing}`;
}

function years({state, host, listed, context, goToYear}: LaterView) {
  const {birthDate} = host.person ?? {};
  const spans = yearSpans(state, nowOf(host), birthDate && ukCivil(birthDate.from).year);
  if (spans.length < 2) return undefined;
  const date = listed.view.rows[0]?.date;
  const current = date && ukCivil(date.from).year;
  return yearList(spans, current, context.words, goToYear);
}

/** The later parts, drawn; where they stand on the page is not decided here. */
export function laterViews(view: LaterView) {
  const {state, context, panel, listed, rows, host, since, setFilter, goTo} = view;
  const {words, level} = context;
  const {filter} = host;
  const rail = years(view);
  const reach = listed.isFiltered ? undefined : reachLine(state, context);
  const isEmpty = !listed.isFiltered && hasNothing(state);
  return {
    panel,
    isNow: !!filter.now,
    /** True when there is nothing, and something in place of the list says so. */
    isEmpty,
    printHead: printHead(state, context, host.person),
    above: html`${notices(view)}
    ${newSection(state, context, rows, since, {
      isOpen: panel === 'new',
      onlyNew: !!filter.onlyNew,
      goTo,
      toggle: () => view.togglePanel('new'),
      toggleOnlyNew: () => setFilter(filter.onlyNew ? {} : {onlyNew: true}),
    })}`,
    title: title(view),
    /** True when there is no other year to go to. */
    isOneYear: !rail && state.complete,
    belowBar: html`${panel === 'filters' ? filtersPanel(view) : nothing}
    ${panel === 'years' ? html`<div class="sheet panel years">${rail ?? words.loadingPanel}</div>` : nothing}
    ${listed.isFiltered ? html`${activeFilters(view)} ${filterNotes(state, context, listed, filter)}` : nothing}`,
    covers: html`${readLine(state, context)}${reach ? html` <span class="reach">${reach}</span>` : nothing}`,
    remarks: remarks(state, context, isEmpty).map((remark) => html`<p>${remark}</p>`),
    included: panel === 'included' ? includedBody(state, context, view.mayCover) : undefined,
    rail:
      rail &&
      html`<nav class="rail" part="years" aria-labelledby="years">
        ${heading(level + 1, words.jumpToYear, {id: 'years'})} ${rail}
      </nav>`,
    newer: listed.view.hasNewer
      ? html`<p class="end">
          <button type="button" class="button wide" @click=${view.showNewest}>
            ${words.showNewer}
          </button>
        </p>`
      : undefined,
    end: end(view),
    /** In place of the months. */
    list: isEmpty
      ? nothingToShow(state, host.canAdd ?? [], context)
      : filter.now
        ? nowLists(listed, rows, context)
        : undefined,
    undated:
      isEmpty || filter.now
        ? undefined
        : undatedList(state, listed, rows, context, view.showMoreUndated),
  };
}

function filtersPanel(view: LaterView) {
  const {state, context, host, rows, since, setFilter, hasFilters} = view;
  if (!hasFilters) return html`<p class="loading-panel">${context.words.loadingPanel}</p>`;
  const now = nowOf(host);
  // A place known only from covered entries would tell where they came from.
  const places = new Set<string>();
  for (const entry of [...state.rows, ...state.undated]) {
    if (entry.place && !rows.isCovered(entry)) places.add(entry.place);
  }
  const today = ukCivil(now);
  const day = {from: now, to: now, precision: 'day' as const, text: ''};
  return html`<phr-timeline-filters
    class="filters"
    .filter=${host.filter}
    .kinds=${host.kinds ?? recordKinds}
    .places=${[...places].sort()}
    .newCount=${state.newReferences && newEntries(state).length}
    .newSince=${since === undefined ? undefined : dayInWords(since, context.dates)}
    .ownerName=${context.owner}
    .today=${today.year > 0 ? civilDay(day) : ''}
    @phr-filters-apply=${(event: CustomEvent<TimelineFilter>) => setFilter(event.detail, 'all')}
  ></phr-timeline-filters>`;
}

const cross = html`<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
  <path d="M1 1l10 10M11 1L1 11" />
</svg>`;

/** One button for each thing that is filtered by; it takes it away, and focus goes to the next, or to the count. */
function activeFilters({host: {filter}, context: {words, dates}, setFilter}: LaterView) {
  const {search, kinds, places, from, to, onlyNew, now} = filter;
  const chips: {label: unknown; without: TimelineFilter}[] = [];
  const day = (date: string) => dateInWords(parseFhirDate(date), dates);
  const add = (label: unknown, without: TimelineFilter) => chips.push({label, without});
  const rest = (key: keyof TimelineFilter): TimelineFilter =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
  if (search) add(`‘${search}’`, rest('search'));
  if (now) add(words.now, rest('now'));
  if (onlyNew) add(words.tagNew, rest('onlyNew'));
  for (const kind of kinds ?? []) {
    add(capital(words.kinds[kind]), {
      ...filter,
      kinds: kinds?.filter((other) => other !== kind) ?? [],
    });
  }
  for (const place of places ?? []) {
    add(html`<bdi>${place}</bdi>`, {
      ...filter,
      places: places?.filter((other) => other !== place) ?? [],
    });
  }
  if (from) add(words.from(day(from)), rest('from'));
  if (to) add(words.to(day(to)), rest('to'));
  return html`<ul role="list" class="chips" aria-label=${words.filtersInUse}>
    ${chips.map(({label, without}, index) => {
      const next = index + 1 < chips.length ? `chip${index}` : 'all';
      return html`<li>
        <button
          type="button"
          class="chip"
          id="chip${index}"
          @click=${() => setFilter(without, next)}
        >
          <span><span class="visually-hidden">${words.removeFilter} </span>${label}</span>${cross}
        </button>
      </li>`;
    })}
    <li>
      <button type="button" class="link target" @click=${() => setFilter({}, 'all')}>
        ${words.clearFilters}
      </button>
    </li>
  </ul>`;
}
