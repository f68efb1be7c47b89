/** Everything between the widget's edges once there are rows: head, way around, list, end. */
import {html, nothing, type TemplateResult} from 'lit';
import {dateInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import type {TimelineFilter} from '../../model/filter.js';
import {nowKinds} from '../../model/record-kind.js';
import type {TimelineReader, TimelineState} from '../../model/timeline.js';
import {completenessLine, notHereSentence, reachLine} from './completeness.js';
import {lacksSomething} from './coverage.js';
import type {RowContext} from './entry-row.js';
import type {Later, LaterViews} from './later.js';
import {group, months} from './list-view.js';
import {problem, type StateContext} from './notice.js';
import type {ListedRows, RowList} from './row-list.js';

/** What a timeline shows, as it is at this moment. */
export interface TimelineNow {
  /** What was read; undefined while there is no source. */
  readonly state: TimelineState | undefined;
  readonly reader: TimelineReader | undefined;
  readonly context: StateContext;
  readonly rows: RowContext;
  readonly list: RowList;
  /** The rows that were last listed. */
  readonly listed: ListedRows | undefined;
  /** When the person last looked, in milliseconds since 1970. Absent on a first visit. */
  readonly since: number | undefined;
  /** True when entries may be covered: then nothing may tell what one of them is. */
  readonly mayCover: boolean;
}

/** A timeline that has rows to show, and what can be done there. */
export interface TimelineView extends TimelineNow {
  readonly state: TimelineState;
  readonly listed: ListedRows;
  readonly filter: TimelineFilter;
  /** What is fetched beside the first rows, drawn; undefined until it is here. */
  readonly later: LaterViews | undefined;
  /** True when it could not be fetched. */
  readonly isBroken: boolean;
  /** Does what only the later parts can do. */
  readonly act: (run: (later: Later) => unknown) => void;
  readonly showOlder: () => void;
}

const chevron = html`<span class="chevron" aria-hidden="true"></span>`;

function title({state, context: {words}}: TimelineView): string {
  const kinds = [...new Set(state.coverage.map(({kind}) => kind))];
  if (kinds.length !== 1 || !kinds[0]) return words.allEntries;
  const only = words.kinds[kinds[0]];
  return only.charAt(0).toUpperCase() + only.slice(1);
}

function bar({state, context: {words}, filter, later, act}: TimelineView) {
  const hasNow = state.coverage.some(({kind}) => nowKinds.some((now) => now === kind));
  return html`<div class="bar" part="bar">
    <button
      type="button"
      class="button"
      aria-expanded=${later?.panel === 'filters' ? 'true' : 'false'}
      @click=${() => act((parts) => parts.togglePanel('filters'))}
    >
      ${words.searchAndFilter}${chevron}
    </button>
    ${later?.yearsButton}
    ${
      hasNow
        ? html`<button
            type="button"
            class="button"
            aria-pressed=${filter.now ? 'true' : 'false'}
            @click=${() => act((parts) => parts.setFilter(filter.now ? {} : {now: true}))}
          >
            ${words.now}
          </button>`
        : nothing
    }
  </div>`;
}

function completeness({state, context, listed, later, act}: TimelineView) {
  const {words} = context;
  const reach = listed.isFiltered ? undefined : reachLine(state, context);
  const remarks = [
    later?.isEmpty ? undefined : notHereSentence(state, words),
    ...(later?.remarks ?? []),
    words.recordLanguage,
  ];
  return html`<div class="completeness secondary" part="completeness">
    <p>
      ${completenessLine(state, context)}${reach ? html` <span class="reach">${reach}</span>` : nothing}
    </p>
    ${remarks.map((remark) => (remark ? html`<p>${remark}</p>` : nothing))}
    <button
      type="button"
      class="link target more"
      aria-expanded=${later?.panel === 'included' ? 'true' : 'false'}
      @click=${() => act((parts) => parts.togglePanel('included'))}
    >
      ${words.whatIsIncluded}
    </button>
    ${later?.included}
  </div>`;
}

const wideButton = (label: unknown, click: () => void) =>
  html`<button type="button" class="button wide" @click=${click}>${label}</button>`;

function end({state, context, listed, later, showOlder}: TimelineView) {
  const {words, dates} = context;
  const last = listed.view.rows.at(-1);
  // Where all that is left has failed or was read to its limit, there is no going on: 'Try again' stands above the list.
  const isLeft = (...states: readonly string[]) =>
    state.coverage.some((item) => states.includes(item.state));
  const canGoOn =
    state.reading || isLeft('reading', 'waiting') || !isLeft('failed', 'limited', 'unsafe');
  const hasMore = listed.view.hasOlder || (!listed.isRead && canGoOn);
  if (!last && !hasMore) return nothing;
  return html`<div class="end">
    <p class="secondary" id="end" tabindex="-1">
      ${!hasMore ? (listed.isFiltered || !listed.isRead ? nothing : words.oldest) : last ? words.reached(dateInWords(last.date, dates)) : nothing}
      ${later?.readingOlder}
    </p>
    ${
      hasMore
        ? wideButton(
            html`${words.showOlder}<span class="visually-hidden">${words.showOlderRest}</span>`,
            showOlder,
          )
        : nothing
    }
  </div>`;
}

function undated({state, context, listed, rows, act}: TimelineView) {
  const {words, level} = context;
  const notes = [words.undatedNote, ...(state.undatedComplete ? [] : [words.undatedMore])];
  return html`${group(
    listed.undatedShown,
    {id: 'undated', title: words.undated, notes, undated: true},
    rows,
    level + 1,
  )}
  ${
    listed.undatedShown.length < listed.undated.length
      ? html`<p class="end">
          ${wideButton(words.moreUndated, () => act((parts) => parts.moves.showMoreUndated()))}
        </p>`
      : nothing
  }`;
}

function list(view: TimelineView) {
  const {later, listed, rows, context} = view;
  if (later?.isEmpty) return later.list;
  if (later?.list) return html`${later.list} ${end(view)}`;
  return html`${later?.newer}
  ${months(listed.view, view.list.window, rows, context.dates, context.level + 1)} ${end(view)}
  ${undated(view)}`;
}

/** The widget, once there are rows. */
export function timelineView(view: TimelineView): TemplateResult {
  const {state, context, later, isBroken} = view;
  const mustWarn = !later && (isBroken || lacksSomething(state));
  return html`<div class="paper">
    ${later?.printHead}
    <div class="body${later?.rail ? ' with-rail' : ''}" ?hidden=${!!later?.chart}>
      ${mustWarn ? problem(context) : later?.above}
      <div class="section">
        ${heading(context.level, later?.title ?? title(view), {id: 'all', class: 'heading-large', focusable: true})}
        ${later?.isEmpty ? nothing : bar(view)} ${later?.belowBar} ${completeness(view)}
      </div>
      ${later?.rail}
      <div class="list">${list(view)}</div>
    </div>
    ${later?.chart}
  </div>`;
}
