import {ContextConsumer} from '@lit/context';
import type {ReactiveController} from 'lit';
import {attachContextRoot} from '../../context/context-root.js';
import {glossaryContext} from '../../context/glossary-context.js';
import {readAgain} from '../../controllers/last-answer.js';
import {wholeWords} from '../../i18n/entry-lines.js';
import {headWords} from '../../i18n/heads.js';
import {timelineWords} from '../../i18n/timeline.js';
import {allTimelineWords} from '../../i18n/timeline-more.js';
import {WordsController} from '../../i18n/words-controller.js';
import {wordsIn} from '../../i18n/words.js';
import {isEmptyFilter, type TimelineFilter} from '../../model/filter.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {Announcer} from './announcer.js';
import {ChartView} from './chart-view.js';
import {allFailed, canGoOn, isLoading} from './coverage.js';
import {FocusKeeper} from './focus-keeper.js';
import {laterRows, placesToName} from './later-rows.js';
import {laterViews, type Panel} from './later-views.js';
import {LookKeeper} from './look-keeper.js';
import {Moves, type MovesIn} from './moves.js';
import {NamedCover} from './named-cover.js';
import {loading} from './notice.js';
import {OpenedEntries} from './opened.js';
import {FilterChangeEvent, LogInEvent, RecordOpenEvent} from './record-timeline.events.js';
import type {PhrRecordTimeline} from './record-timeline.js';
import type {WholeRows} from './row-body.js';
import {RowList, type ListedRows} from './row-list.js';
import {ShownEntries} from './shown.js';
import {kindsAskedFor, sift} from './sift.js';
import {failed, notConnected, progress, stopped} from './states.js';
import {StatusSpeaker, statusSentence} from './status-sentence.js';
import {timelineView, type TimelineNow} from './timeline-view.js';
import type {YearSpan} from './years.js';

export {laterStyles} from './later.styles.js';

/** The same, as the later part has it. */
interface LaterNow extends MovesIn {
  readonly rows: WholeRows;
}

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
  readonly #speaker: StatusSpeaker;
  readonly #opened: OpenedEntries;
  readonly #shown: ShownEntries;
  readonly #chart: ChartView;
  readonly #covers: NamedCover;
  readonly #glossary: ContextConsumer<typeof glossaryContext, PhrRecordTimeline>;
  #list: RowList;
  #listed?: ListedRows;
  #tries = 0;
  #panel: Panel;
  #hasFilters = false;
  #filter?: TimelineFilter;
  #source?: unknown;

  /** Ways through a long list. */
  readonly moves: Moves;
  readonly readAgain = readAgain;

  /** `now` gives what the timeline shows at this moment. */
  constructor(host: PhrRecordTimeline, now: () => TimelineNow) {
    // For a provider that is defined after the timeline.
    attachContextRoot();
    this.#host = host;
    this.#now = now;
    this.#list = new RowList(host.pageSize, now().shown);
    this.#filter = host.filter;
    // Draws the timeline again when the page changes its language, or words of it have come.
    new WordsController(host, timelineWords);
    this.#focus = new FocusKeeper(host);
    const announcer = new Announcer(host, () => host.renderRoot.querySelector('[role=status]'));
    this.#speaker = new StatusSpeaker(announcer);
    this.#chart = new ChartView(host);
    this.#covers = new NamedCover(() => {
      const {state, since} = now();
      const {cover, coverNew, coverLabels} = host;
      return {cover, coverNew, coverLabels, state, since, shown: this.#shown};
    });
    this.#opened = new OpenedEntries(host, {
      closed: (entry) => void this.#focusRow(entry),
      openSeries: (key, entry) => void this.#chart.open(key, entry),
      covers: (entry) => this.#covers.of(entry),
    });
    this.#shown = new ShownEntries(host, () => {
      this.#opened.closeAll();
      this.#chart.forget();
    });
    new LookKeeper(host, now);
    // Not in the first part: rows never wait for words to be explained.
    this.#glossary = new ContextConsumer(host, {context: glossaryContext, subscribe: true});
    this.moves = new Moves(host, () => this.#at(), this.#focus, announcer);
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('beforeprint', this.#beforePrint);
  }

  hostDisconnected() {
    window.removeEventListener('beforeprint', this.#beforePrint);
  }

  hostUpdate() {
    if (this.#host.filter !== this.#filter) this.#list.reset();
  }

  hostUpdated() {
    const {filter, source} = this.#host;
    const {state, reader, mayCover, context} = this.#at();
    if ((filter !== this.#filter || source !== this.#source) && !isEmptyFilter(filter)) {
      // Under a cover all kinds are read: which of them are must not tell what a covered entry is.
      void reader?.readAll(mayCover ? undefined : kindsAskedFor(filter));
    }
    const isOther = source !== this.#source || !!state?.stopped;
    this.#filter = filter;
    this.#source = source;
    this.#speaker.speak(statusSentence(state, context, this.#listed), this.#now().context, isOther);
  }

  /** Lets go of everything of one person: nothing of it may stay for the next. */
  forget() {
    this.#opened.closeAll();
    this.#chart.forget();
    this.#shown.forget();
    this.#panel = this.#listed = undefined;
    this.#list = new RowList(this.#host.pageSize);
    this.#tries = 0;
  }

  /** Opens an entry and moves focus to it, reading on until it is found; a covered one stays covered. */
  async find(reference: string): Promise<boolean> {
    const isIt = (entry: TimelineEntry) =>
      entry.reference === reference || entry.parts.includes(reference);
    const find = () => {
      const {state} = this.#now();
      return state?.stopped ? undefined : (state?.rows.find(isIt) ?? state?.undated.find(isIt));
    };
    if (!find()) await this.#now().reader?.readAll();
    const entry = find();
    if (!entry) return false;
    if (!this.#at().rows.isCovered(entry)) this.#opened.open(entry);
    return this.moves.goTo(entry);
  }

  /** Opens an entry, if the page lets it, or closes it. */
  toggle(entry: TimelineEntry) {
    if (this.#opened.has(entry)) return this.#opened.close(entry);
    const {shareEvents} = this.#host;
    const event = new RecordOpenEvent({reference: entry.reference}, shareEvents);
    if (this.#host.dispatchEvent(event)) this.#opened.open(entry);
  }

  /** Takes the cover from an entry. */
  async #show(entry: TimelineEntry) {
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

  /** 'Now', or all entries again. */
  toggleNow() {
    void this.setFilter(this.#host.filter.now ? {} : {now: true});
  }

  togglePanel(panel: Panel) {
    this.#panel = this.#panel === panel ? undefined : panel;
    if (this.#panel === 'filters') void this.#fetchFilters();
    this.#host.requestUpdate();
  }

  /** The timeline, or what stands in its place. */
  draw() {
    const at = this.#at();
    const {state, context, rows, mayCover} = at;
    if (!state) return notConnected(context);
    if (state.stopped) return stopped(state.stopped, context);
    if (allFailed(state)) return failed(state, context);
    if (isLoading(state)) return loading(context, progress(state, context));
    const host = this.#host;
    const heads = wholeWords(wordsIn(headWords, rows.lang));
    const sifted = sift(state, host.filter, mayCover ? rows : undefined, heads);
    const listed = (this.#listed = this.#list.list(state, sifted));
    const hasMore = listed.view.hasOlder || (!listed.isRead && canGoOn(state));
    const {moves} = this;
    return timelineView({
      state,
      context,
      rows,
      shown: listed.view.rows,
      hasMore,
      later: {
        ...laterViews({
          ...at,
          host,
          state,
          listed,
          hasMore,
          panel: this.#panel,
          hasFilters: this.#hasFilters,
          isReadingOlder: moves.isReadingOlder,
          togglePanel: (panel) => this.togglePanel(panel),
          setFilter: (filter, focus) => void this.setFilter(filter, focus),
          goTo: (entry) => void moves.goTo(entry),
          goToYear: (span) => void this.#goToYear(span),
          showNewest: () => void moves.showNewest(),
          showMoreUndated: () => void moves.showMoreUndated(),
        }),
        chart: this.#drawChart(at),
      },
      act: (run) => void run(this),
      showOlder: () => void moves.showOlder(),
    });
  }

  /** One result over time, in place of the list. */
  #drawChart({rows, context}: LaterNow) {
    const {from} = this.#chart;
    // Its entry was covered again: what was read from it is, too.
    if (from && rows.isCovered(from)) this.#chart.forget();
    const {source, cover} = this.#host;
    const covers = from && this.#covers.of(from);
    return this.#chart.render(source, context.owner, context, covers, cover !== 'labels');
  }

  #at(): LaterNow {
    const host = this.#host;
    const now = this.#now();
    const words = allTimelineWords(now.rows.lang);
    const rows = laterRows(now, {
      list: this.#list,
      words,
      cover: host,
      covers: (entry) => this.#covers.of(entry),
      explainer: this.#glossary.value,
      search: host.filter.search,
      isOpen: (entry) => this.#opened.has(entry),
      isShown: (entry) => this.#shown.has(entryKey(entry)),
      show: (entry) => void this.#show(entry),
      detail: (entry, level) => this.#opened.render(entry, level, this.#at()),
    });
    return {
      ...now,
      list: this.#list,
      listed: this.#listed,
      rows,
      context: {
        ...now.context,
        words,
        places: host.settings?.sourceName ? [host.settings.sourceName] : placesToName(now, rows),
        again: this.#tries > 0,
        tryAgain: () => {
          this.#tries++;
          now.context.tryAgain();
        },
        logIn: () => host.dispatchEvent(new LogInEvent()),
      },
    };
  }

  /** Covers everything before a page is printed: paper lies about. */
  readonly #beforePrint = () => {
    this.#shown.forget();
    if (this.#host.isUpdatePending) this.#now().drawAtOnce();
  };

  async #goToYear(span: YearSpan) {
    this.#panel = undefined;
    await this.moves.goToYear(span);
  }

  async #focusRow(entry: TimelineEntry) {
    await this.#host.updateComplete;
    this.#focus.focusRow(this.#list.id(entry));
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
