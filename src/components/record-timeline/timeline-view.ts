/** Everything between the widget's edges once there are rows: head, way around, list, end. */
import {html, nothing, type TemplateResult} from 'lit';
import {clockInWords, dayInWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {nowKinds} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineReader, TimelineState} from '../../model/timeline.js';
import type {RowContext, RowHeads} from './entry-row.js';
import type {Visit} from './last-look.js';
import type {Later} from './later.js';
import type {LaterViews} from './later-views.js';
import {months} from './list-view.js';
import {problem, type StateContext} from './notice.js';

/** What a timeline shows, as it is at this moment. */
export interface TimelineNow {
  /** What was read; undefined while there is no source. */
  readonly state: TimelineState | undefined;
  readonly reader: TimelineReader | undefined;
  readonly visit: Visit | undefined;
  /** When the person last looked, in milliseconds since 1970. Absent on a first visit. */
  readonly since: number | undefined;
  /** True when entries may be covered: then nothing may tell what one of them is. */
  readonly mayCover: boolean;
  /** The rows on the page before the later part was here. */
  readonly shown: readonly TimelineEntry[];
  readonly context: StateContext;
  readonly rows: RowHeads;
  /** Draws what waits to be drawn. */
  readonly drawAtOnce: () => void;
}

/** A timeline that has rows to show, and what can be done there. */
export interface TimelineView {
  readonly state: TimelineState;
  readonly context: StateContext;
  readonly rows: RowContext;
  /** The dated rows on the page, newest first. */
  readonly shown: readonly TimelineEntry[];
  /** True when there may be older ones. */
  readonly hasMore: boolean;
  /** What is fetched beside the first rows, drawn; undefined until it is here. */
  readonly later?: LaterViews;
  /** True when it will be said what is new. */
  readonly mayBeNew?: boolean;
  /** True when more must be said than stands here, and what says it is not here. */
  readonly mustWarn?: boolean;
  /** Does what only the later parts can do. */
  readonly act: (run: (later: Later) => unknown) => void;
  readonly showOlder: () => void;
}

/** What a list covers: from where it was read, and when. `asOf`: milliseconds since 1970. */
export const completenessLine = (
  asOf: number,
  {words, dates, owner, places}: Pick<StateContext, 'words' | 'dates' | 'owner' | 'places'>,
): string =>
  words.completeness({
    places,
    date: dayInWords(asOf, dates),
    time: clockInWords(asOf, dates),
    owner,
  });

function bar({state, context: {words}, later, act}: TimelineView) {
  const hasNow = state.coverage.some(({kind}) => nowKinds.some((now) => now === kind));
  const panel = (name: 'filters' | 'years', label: string) =>
    html`<button
      type="button"
      class="button ${name}"
      aria-expanded=${later?.panel === name}
      @click=${() => act((parts) => parts.togglePanel(name))}
    >
      ${label}<span class="chevron" aria-hidden="true"></span>
    </button>`;
  return html`<div class="bar" part="bar">
    ${panel('filters', words.searchAndFilter)}
    ${later?.isOneYear ? nothing : panel('years', words.jumpToYear)}
    ${
      hasNow
        ? html`<button
            type="button"
            class="button"
            aria-pressed=${!!later?.isNow}
            @click=${() => act((parts) => parts.toggleNow())}
          >
            ${words.now}
          </button>`
        : nothing
    }
  </div>`;
}

function end({context: {words}, shown, hasMore, later, showOlder}: TimelineView) {
  if (later?.isEmpty || !(hasMore || shown.length)) return nothing;
  const label = html`${words.showOlder}<span class="visually-hidden">${words.showOlderRest}</span>`;
  return html`<div class="end">
    <p class="secondary" id="end" tabindex="-1">${later?.end}</p>
    ${
      hasMore
        ? html`<button type="button" class="button wide" @click=${showOlder}>${label}</button>`
        : nothing
    }
  </div>`;
}

/** What is new comes after the first rows: nothing moves for it. */
const roomForNew = html`<div class="sheet panel new"></div>`;

/** The widget, once there are rows. */
export function timelineView(view: TimelineView): TemplateResult {
  const {state, context, rows, shown, later, mayBeNew, mustWarn, act} = view;
  const {words, dates, level} = context;
  return html`<div class="paper">
    ${later?.printHead}
    <div class="body ${later?.isOneYear ? '' : 'with-rail'}" ?hidden=${!!later?.chart}>
      ${mustWarn ? problem(context) : (later?.above ?? (mayBeNew ? roomForNew : nothing))}
      <div class="section">
        ${heading(level, later?.title ?? words.allEntries, {id: 'all', class: 'heading-large', focusable: true})}
        ${later?.isEmpty ? nothing : bar(view)} ${later?.belowBar}
        <div class="completeness secondary" part="completeness">
          <p>${later?.covers ?? completenessLine(state.asOf ?? NaN, context)}</p>
          ${later?.remarks}
          <button
            type="button"
            class="link target more"
            aria-expanded=${later?.panel === 'included'}
            @click=${() => act((parts) => parts.togglePanel('included'))}
          >
            ${words.whatIsIncluded}
          </button>
          ${later?.included}
        </div>
      </div>
      ${later?.rail}
      <div class="list">
        ${later?.newer} ${later?.list ?? months(shown, rows, dates, level + 1)} ${end(view)}
        ${later?.undated}
      </div>
    </div>
    ${later?.chart}
  </div>`;
}
