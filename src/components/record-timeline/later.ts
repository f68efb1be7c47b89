/** What the list needs once its first rows stand: fetched after them, so that they do not wait for it. */
import {html, nothing} from 'lit';
import {dateInWords, dayInWords} from '../../i18n/dates.js';
import {timelineMoreWords} from '../../i18n/timeline-more.js';
import {wordsIn} from '../../i18n/words.js';
import {parseFhirDate, ukCivil} from '../../model/fhir-date.js';
import type {TimelineFilter} from '../../model/filter.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import type {CoverageContext} from './completeness.js';
import {civilDay} from './entry-row.js';
import {includedBody} from './included.js';
import {newEntries} from './new-entries.js';
import type {ListedRows} from './row-list.js';
import type {StateContext} from './states.js';
import {yearList, yearSpans, type YearSpan} from './years.js';

export {ChartView} from './chart-view.js';
export {filterNotes, nowLists, printHead} from './filter-view.js';
export {laterStyles} from './later.styles.js';
export {Moves} from './moves.js';
export {newSection} from './new-entries.js';

/** What the later parts ask of their timeline. */
export interface LaterContext {
  readonly state: TimelineState;
  readonly context: StateContext & CoverageContext;
  readonly listed: ListedRows;
  readonly filter: TimelineFilter;
  /** Language subtag of the page. */
  readonly lang: string;
  /** The year the person was born, when it is known: nothing is older. */
  readonly born: number | undefined;
  readonly now: number;
  readonly since: number | undefined;
  readonly kinds: readonly RecordKind[];
  readonly isCovered: (entry: TimelineEntry) => boolean;
  /** True when entries may be covered: then nothing may tell what one of them is. */
  readonly mayCover: boolean;
  /** Which panel is open: the others are not drawn, for the record goes on arriving behind them. */
  readonly panel: 'filters' | 'years' | 'included' | undefined;
  /** True once the filter panel can be drawn. */
  readonly hasFilters: boolean;
  readonly setFilter: (filter: TimelineFilter, focus: string) => void;
  readonly goToYear: (span: YearSpan) => void;
}

/** The later parts, drawn. */
export interface LaterViews {
  readonly filtersPanel: unknown;
  readonly activeFilters: unknown;
  readonly yearsRail: unknown;
  readonly included: unknown;
}

/** Draws those that can be seen; where they stand on the page is not decided here. */
export function laterViews(later: LaterContext): LaterViews {
  const {state, context, panel} = later;
  const more = wordsIn(timelineMoreWords, later.lang);
  return {
    filtersPanel:
      panel !== 'filters'
        ? nothing
        : later.hasFilters
          ? filtersPanel(later)
          : html`<p class="loading-panel">${more.loadingPanel}</p>`,
    activeFilters: activeFilters(later),
    yearsRail: years(later),
    included:
      panel === 'included'
        ? includedBody(state, context, more, {
            tryAgain: context.tryAgain,
            mayCover: later.mayCover,
          })
        : nothing,
  };
}

/** Said after a jump to a year. */
export function jumpedSentence(
  lang: string,
  {from, to}: YearSpan,
  count: number,
  state: TimelineState,
): string {
  const more = wordsIn(timelineMoreWords, lang);
  const isFinal =
    state.complete || (state.horizon !== undefined && ukCivil(state.horizon).year < from);
  return more.jumped(from === to ? String(to) : more.years(from, to), count, !isFinal);
}

function years({state, now, born, listed, lang, goToYear}: LaterContext) {
  const spans = yearSpans(state, now, born);
  if (spans.length < 2) return nothing;
  const date = listed.view.rows[0]?.date;
  const current = date && ukCivil(date.from).year;
  return yearList(spans, current, wordsIn(timelineMoreWords, lang), goToYear);
}

function filtersPanel(later: LaterContext) {
  const {state, context, filter, kinds, since, now} = later;
  // A place known only from covered entries would tell where they came from.
  const places = new Set<string>();
  for (const entry of [...state.rows, ...state.undated]) {
    if (entry.place && !later.isCovered(entry)) places.add(entry.place);
  }
  const today = ukCivil(now);
  const day = {from: now, to: now, precision: 'day' as const, text: ''};
  return html`<phr-timeline-filters
    class="filters"
    .filter=${filter}
    .kinds=${kinds}
    .places=${[...places].sort()}
    .newCount=${state.newReferences && newEntries(state).length}
    .newSince=${since === undefined ? undefined : dayInWords(since, context.dates)}
    .ownerName=${context.owner}
    .today=${today.year > 0 ? civilDay(day) : ''}
    @phr-filters-apply=${(event: CustomEvent<TimelineFilter>) => later.setFilter(event.detail, 'all')}
  ></phr-timeline-filters>`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const cross = html`<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
  <path d="M1 1l10 10M11 1L1 11" />
</svg>`;

/** One button for each thing that is filtered by; it takes it away, and focus goes to the next, or to the count. */
function activeFilters({filter, context, lang, setFilter}: LaterContext) {
  const more = wordsIn(timelineMoreWords, lang);
  const {words, dates} = context;
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
  if (from) add(more.from(day(from)), rest('from'));
  if (to) add(more.to(day(to)), rest('to'));
  return html`<ul role="list" class="chips" aria-label=${more.filtersInUse}>
    ${chips.map(({label, without}, index) => {
      const next = index + 1 < chips.length ? `chip${index}` : 'all';
      return html`<li>
        <button
          type="button"
          class="chip"
          id="chip${index}"
          @click=${() => setFilter(without, next)}
        >
          <span><span class="visually-hidden">${more.removeFilter} </span>${label}</span>${cross}
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
