import {html, type ReactiveController} from 'lit';
import {headWords} from '../../i18n/heads.js';
import {allTimelineWords} from '../../i18n/timeline-more.js';
import {langOf, wordsIn} from '../../i18n/words.js';
import {isEmptyFilter, type TimelineFilter} from '../../model/filter.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {EntryQueryEvent, type SeriesOpenEvent} from '../entry-detail/entry-detail.events.js';
import {Announcer} from './announcer.js';
import {isLabelCovered} from './cover.js';
import {ChartView} from './chart-view.js';
import {FocusKeeper} from './focus-keeper.js';
import {laterViews, type Panel} from './later-views.js';
import {Moves} from './moves.js';
import type {StateContext} from './notice.js';
import {OpenedEntries} from './opened.js';
import {FilterChangeEvent, LogInEvent, RecordOpenEvent} from './record-timeline.events.js';
import type {PhrRecordTimeline} from './record-timeline.js';
import type {ListedRows, SiftedRows} from './row-list.js';
import {ShownEntries} from './shown.js';
import {kindsAskedFor, sift} from './sift.js';
import {failed, notConnected, progress, stopped, type LaterContext} from './states.js';
import {statusSentence} from './status-sentence.js';
import type {TimelineNow} from './timeline-view.js';
import type {YearSpan} from './years.js';

export {laterStyles} from './later.styles.js';

/** The later parts, drawn. */
export type LaterViews = ReturnType<Later['views']>;

/**
 * Everything that a person can do in a timeline, and all that it says beside its first rows: fetched with the first
 * requests for the record, so that the rows do not wait for it.
 *
 * Owns: what is open, uncovered and said. Does not own: what was read, nor which rows are on the page.
 */
export class Later implements ReactiveController {
  readonly #host: PhrRecordTimeline;
  readonly #now: () => TimelineNow;
  readonly #focus: FocusKeeper;
  readonly #announcer: Announcer;
  readonly #opened: OpenedEntries;
  readonly #shown: ShownEntries;
  readonly #chart: ChartView;
  #panel: Panel;
  #hasFilters = false;
  #filter?: TimelineFilter;
  #source?: unknown;
  /** What was last said of the state of the list. */
  #saidOf?: string;
  /** The words of the page's language that it was said in. */
  #saidIn?: Pick<StateContext, 'words' | 'dates'>;

  /** Ways through a long list. */
  readonly moves: Moves;

  /** `now` gives what the timeline shows at this moment. */
  constructor(host: PhrRecordTimeline, now: () => TimelineNow) {
    this.#host = host;
    this.#now = now;
    this.#focus = new FocusKeeper(host);
    this.#announcer = new Announcer(host, () => host.renderRoot.querySelector('[role=status]'));
    this.#opened = new OpenedEntries(host);
    this.#chart = new ChartView(host);
    this.#shown = new ShownEntries(host, () => {
      this.#opened.closeAll();
      this.#chart.forget();
    });
    this.moves = new Moves(host, () => this.#at(), this.#focus, this.#announcer);
    host.addController(this);
  }

  hostUpdated() {
    const {filter, source} = this.#host;
    const {state, reader, mayCover, listed, context} = this.#now();
    if ((filter !== this.#filter || source !== this.#source) && !isEmptyFilter(filter)) {
      // Under a cover all kinds are read: which of them are must not tell what a covered entry is.
      void reader?.readAll(mayCover ? undefined : kindsAskedFor(filter));
    }
    this.#filter = filter;
    this.#source = source;
    const said = statusSentence(state, this.#context(), listed);
    const {words, dates} = context;
    if (said && said.about !== this.#saidOf) this.#announcer.say(said.words);
    else if (said && (words !== this.#saidIn?.words || dates !== this.#saidIn.dates)) {
      this.#announcer.reword(said.words);
    }
    this.#saidOf = said?.about;
    this.#saidIn = {words, dates};
  }

  isOpen(entry: TimelineEntry): boolean {
    return this.#opened.has(entry);
  }

  /** True when the person asked to see a covered entry. */
  isShown(entry: TimelineEntry): boolean {
    return this.#shown.has(entryKey(entry));
  }

  /** Covers every entry again. */
  coverAll() {
    this.#shown.forget();
  }

  /** Lets go of everything of one person: nothing of it may stay for the next. */
  forget() {
    this.#opened.closeAll();
    this.#chart.forget();
    this.coverAll();
    this.#panel = undefined;
  }

  open(entry: TimelineEntry) {
    this.#opened.open(entry);
  }

  /** Opens an entry, if the page lets it, or closes it. */
  toggle(entry: TimelineEntry) {
    if (this.isOpen(entry)) return this.#opened.close(entry);
    const {shareEvents} = this.#host;
    const event = new RecordOpenEvent({reference: entry.reference}, shareEvents);
    if (this.#host.dispatchEvent(event)) this.open(entry);
  }

  /** Takes the cover from an entry. */
  async show(entry: TimelineEntry) {
    this.#shown.show(entryKey(entry));
    await this.#focusRow(entry);
  }

  async setFilter(filter: TimelineFilter, focus?: string) {
    const host = this.#host;
    host.filter = filter;
    this.#panel = undefined;
    host.dispatchEvent(new FilterChangeEvent({filter}));
    await host.updateComplete;
    if (focus) this.#focus.focusId(focus);
  }

  togglePanel(panel: Panel) {
    this.#panel = this.#panel === panel ? undefined : panel;
    if (this.#panel === 'filters') void this.#fetchFilters();
    this.#host.requestUpdate();
  }

  /** What the list itself says of an entry, in lower case: the person searches for what they see. */
  #headText({lead, sort, statement, statuses}: TimelineEntry): string {
    const {leads, sorts, statements, statuses: tags} = wordsIn(headWords, langOf(this.#host));
    const said = [lead && leads[lead], sorts[sort], statement && statements[statement]];
    return [...said, ...statuses.map((status) => tags[status])].join(' ').toLowerCase();
  }

  /** The rows that the filter leaves; nothing, when it asks for nothing. */
  sift(state: TimelineState): SiftedRows | undefined {
    const {rows, mayCover} = this.#now();
    return sift(state, this.#host.filter, rows.isHeld, mayCover, (entry) => this.#headText(entry));
  }

  /** What stands in place of the list when there is none. */
  standing(state: TimelineState | undefined) {
    const context = this.#context();
    if (!state) return notConnected(context);
    return state.stopped ? stopped(state.stopped, context) : failed(state, context);
  }

  /** What has come of a record that is loading. */
  progress(state: TimelineState) {
    return progress(state, this.#context());
  }

  /** What stands around the rows. */
  views(state: TimelineState, listed: ListedRows) {
    const host = this.#host;
    const at = this.#at();
    return {
      ...laterViews({
        ...at,
        host,
        state,
        listed,
        panel: this.#panel,
        hasFilters: this.#hasFilters,
        isReadingOlder: this.moves.isReadingOlder,
        togglePanel: (panel) => this.togglePanel(panel),
        setFilter: (filter, focus) => void this.setFilter(filter, focus),
        goTo: (entry) => void this.moves.goTo(entry),
        goToYear: (span) => void this.#goToYear(span),
        showNewest: () => void this.moves.showNewest(),
      }),
      /** One result over time, in place of the list. */
      chart: this.#chart.render(host.source, at.context.owner, at.context, this.#hides),
    };
  }

  /** An opened entry, under a heading of `level - 1`. */
  detail(entry: TimelineEntry, level: number): unknown {
    const {source, settings, person} = this.#host;
    const {rows, context} = this.#at();
    return this.#opened.render(
      context,
      () =>
        html`<phr-entry-detail
          .entry=${entry}
          .source=${source}
          .headingLevel=${level}
          .name=${rows.text(entry).heading}
          .viewer=${settings?.viewer ?? {as: 'self'}}
          .personName=${person?.name}
          .contact=${settings?.contact}
          .correction=${settings?.correction}
          .hides=${this.#hides}
          @phr-detail-close=${() => void this.#close(entry)}
          @phr-entry-query=${this.#query}
          @phr-series-open=${({detail}: SeriesOpenEvent) => void this.#chart.open(detail.seriesKey)}
        ></phr-entry-detail>`,
    );
  }

  /** A result that is covered as an entry is not told through another that is open. */
  readonly #hides = (result: {readonly labels?: readonly string[]}): boolean =>
    isLabelCovered(result.labels ?? [], this.#host);

  #at(): TimelineNow & {readonly context: LaterContext} {
    return {...this.#now(), context: this.#context()};
  }

  #context(): LaterContext {
    return {
      ...this.#now().context,
      words: allTimelineWords(langOf(this.#host)),
      logIn: () => this.#host.dispatchEvent(new LogInEvent()),
    };
  }

  async #goToYear(span: YearSpan) {
    this.#panel = undefined;
    await this.moves.goToYear(span);
  }

  /** Says outside what the opened entry said inside; what the page does not want to happen does not. */
  readonly #query = (event: CustomEvent<{reference: string}>) => {
    event.stopPropagation();
    if (!this.#host.dispatchEvent(new EntryQueryEvent(event.detail))) event.preventDefault();
  };

  async #close(entry: TimelineEntry) {
    this.#opened.close(entry);
    await this.#focusRow(entry);
  }

  async #focusRow(entry: TimelineEntry) {
    await this.#host.updateComplete;
    this.#focus.focusRow(this.#now().list.id(entry));
  }

  async #fetchFilters() {
    try {
      await import('../timeline-filters/timeline-filters.define.js');
      this.#hasFilters = true;
    } catch {
      // Offline: the next opening asks again.
      this.#hasFilters = false;
    }
    this.#host.requestUpdate();
  }
}
