import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {personContext} from '../../context/person-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {ReaderController, type ReaderWants} from '../../controllers/reader-controller.js';
import {dateInWords, dateWords} from '../../i18n/dates.js';
import {headWords} from '../../i18n/heads.js';
import {timelineWords, type Owner} from '../../i18n/timeline.js';
import {WordsController} from '../../i18n/words.js';
import {isEmptyFilter, type TimelineFilter} from '../../model/filter.js';
import {ukCivil} from '../../model/fhir-date.js';
import {entryKey} from '../../model/merge.js';
import type {Person, Viewer} from '../../model/person.js';
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {Announcer} from './announcer.js';
import {EntryQueryEvent, type SeriesOpenEvent} from '../entry-detail/entry-detail.events.js';
import type {ChartView} from './chart-view.js';
import type {CoverageContext} from './completeness.js';
import {allFailed, isLoading} from './coverage.js';
import {ShownEntries, isToBeCovered, type Cover} from './cover.js';
import {EntryTexts} from './describe.js';
import type {RowContext} from './entry-row.js';
import {FocusKeeper} from './focus-keeper.js';
import {LastLook} from './last-look.js';
import {LaterParts} from './later-parts.js';
import type {Moves, MovesIn} from './moves.js';
import {OpenedEntries} from './opened.js';
import {FilterChangeEvent, LogInEvent, RecordOpenEvent} from './record-timeline.events.js';
import {styles} from './record-timeline.styles.js';
import {RowList, kindsAskedFor, type ListedRows} from './row-list.js';
import {failed, loading, notConnected, stopped, type StateContext} from './states.js';
import {statusSentence} from './status-sentence.js';
import {timelineView, type TimelineView} from './timeline-view.js';
import type {YearSpan} from './years.js';

const isKind = (word: string): word is RecordKind => recordKinds.some((kind) => kind === word);

/** `kinds` as an attribute: names with spaces between them; names that we do not know are left out. */
const kindList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(isKind),
};

/** A list of words as an attribute. */
const wordList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(Boolean) ?? [],
};

/**
 * A person's health record as a list, newest first, with what it covers and what it does not. It reads from the nearest
 * `<phr-provider>`.
 *
 * @summary A person's health record, newest first.
 *
 * @slot empty - Replaces our words when the server confirmed that there is nothing.
 * @slot error - Replaces our words when nothing could be read.
 * @fires {RecordOpenEvent} phr-record-open - The person asked to see an entry. Cancel it, and it does not open in the list.
 * @fires {FilterChangeEvent} phr-filter-change - The person changed what they search and filter by.
 * @fires {EntryQueryEvent} phr-entry-query - The person chose 'Does something look wrong?'. Cancel it to show a form of your own.
 * @fires {LogInEvent} phr-log-in - The person asked to log in again.
 * @csspart loading - The words while nothing has come.
 * @csspart notice - What is said in place of the list, or above it.
 * @csspart new - What is new since the person last looked.
 * @csspart bar - The buttons above the list.
 * @csspart completeness - What the list covers.
 * @csspart included - 'What is included', opened.
 * @csspart years - The way to a year.
 * @csspart month - The heading of a month.
 * @csspart sheet - The rows of a month.
 * @csspart entry - One row.
 * @cssproperty [--phr-sticky-offset=0px] - Height of what the page keeps at the top of the screen.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as every colour is from its NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-page=#f0f4f5] - Behind the list: month headings stand on it.
 * @cssproperty [--phr-color-surface=#fff] - Behind the rows.
 * @cssproperty [--phr-color-border=#d8dde0] - Lines between rows.
 * @cssproperty [--phr-color-link=#005eb8] - Names of entries, links and buttons.
 * @cssproperty [--phr-color-focus=#ffeb3b] - What has focus.
 * @cssproperty [--phr-color-flag-bg=#fbe8cc] - Behind 'High', 'Low' and 'Outside range'.
 * @cssproperty [--phr-color-new-bg=#ccdff1] - Behind 'New'.
 */
export class PhrRecordTimeline extends LitElement {
  static override styles = [hostStyles, textStyles, buttonStyles, tagStyles, styles, focusStyles];

  /** Where the record comes from. Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: recordContext, subscribe: true})
  @property({attribute: false})
  source?: RecordSource;

  /** Whose record it is. Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: personContext, subscribe: true})
  @property({attribute: false})
  person?: Person;

  /** What the host decides. Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: settingsContext, subscribe: true})
  @property({attribute: false})
  settings?: Settings;

  /** Level of the widget's own headings; months are one level below, entries two. */
  @property({type: Number, attribute: 'heading-level'})
  headingLevel = 2;

  /** Kinds of record to read, as names with spaces between them; all of them when absent. */
  @property({converter: kindList})
  kinds?: readonly RecordKind[];

  /** How many entries are shown at first, and added by 'Show older'. */
  @property({type: Number, attribute: 'page-size'})
  pageSize = 30;

  /** When the person last looked, as a FHIR instant: entries recorded after it are new. */
  @property()
  since?: string;

  /** Which entries are covered until the person asks to see them. Only `all` protects someone who is watched. */
  @property()
  cover: Cover = 'none';

  /** Keeps new test results covered until they are asked for; all results, while it is not known which are new. */
  @property({type: Boolean, attribute: 'cover-new'})
  coverNew = false;

  /** Codes of the host's own security labels that are covered as well, when `cover` is `labels`. */
  @property({converter: wordList, attribute: 'cover-labels'})
  coverLabels: readonly string[] = [];

  /** Kinds of record that the person may add to: when there are none, they are invited to. */
  @property({converter: kindList, attribute: 'can-add'})
  canAdd?: readonly RecordKind[];

  /** Which entries are shown; `{}` shows them all. */
  @property({attribute: false})
  filter: TimelineFilter = {};

  /** Lets `phr-record-open` leave the shadow root that this element stands in. */
  @property({type: Boolean, attribute: 'share-events'})
  shareEvents = false;

  readonly #words = new WordsController(this, timelineWords);
  readonly #dates = new WordsController(this, dateWords);
  readonly #statuses = new WordsController(this, headWords);
  readonly #texts = new EntryTexts();
  readonly #focus = new FocusKeeper(this);
  readonly #later = new LaterParts(this);
  readonly #announcer = new Announcer(this, () => this.renderRoot.querySelector('[role=status]'));
  readonly #opened = new OpenedEntries(this);
  readonly #shown = new ShownEntries(this, () => {
    this.#opened.closeAll();
    this.#chart?.forget();
  });
  // Before `#reading`, which forgets on leaving the page what this still has to look at.
  readonly #look = new LastLook(this, () => this.#reading.state);
  readonly #reading = new ReaderController(this, () => this.#wants());
  #moves?: Moves;
  #chart?: ChartView;
  #list = new RowList(this.pageSize);
  #listed?: ListedRows;
  #panel: TimelineView['panel'];
  #tries = 0;
  /** What was last said of the state of the list. */
  #saidOf?: string;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
  }

  override disconnectedCallback() {
    window.removeEventListener('beforeprint', this.#beforePrint);
    super.disconnectedCallback();
  }

  /** Reads the record again. What is on the screen stays until the answer comes. */
  refresh(): void {
    this.#reading.refresh();
  }

  /**
   * Opens an entry and moves focus to it, reading on until it is found; a covered entry stays covered. False when the
   * record does not show it.
   */
  async open(reference: string): Promise<boolean> {
    await this.updateComplete;
    const isIt = (entry: TimelineEntry) =>
      entry.reference === reference || entry.parts.includes(reference);
    const find = () => this.#state?.rows.find(isIt) ?? this.#state?.undated.find(isIt);
    if (!find()) await this.#reading.reader?.readAll();
    const entry = find();
    if (!entry) return false;
    if (!this.#isCovered(entry)) this.#opened.open(entry);
    return this.#move((moves) => moves.goTo(entry), false);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const restarts = ['source', 'kinds', 'pageSize'] as const;
    if (restarts.some((name) => changed.has(name))) this.#forget();
    if (this.#reading.state?.stopped) this.#forget();
    if (changed.get('source')) this.filter = {};
    if (changed.has('filter')) this.#list.reset();
    this.#look.start(this.source, this.settings, this.since);
    this.#texts.use(this.#statuses.words, this.#dates.words, this.#viewer, this.#owner);
  }

  protected override updated(changed: PropertyValues<this>) {
    if (this.#reading.state) void this.#later.fetch();
    if ((changed.has('filter') || changed.has('source')) && !isEmptyFilter(this.filter)) {
      // Under a cover all kinds are read: which of them are must not tell what a covered entry is.
      void this.#reading.reader?.readAll(this.#mayCover ? undefined : kindsAskedFor(this.filter));
    }
    const said = statusSentence(this.#reading.state, this.#context(), this.#listed);
    if (said && said.about !== this.#saidOf) this.#announcer.say(said.words);
    this.#saidOf = said?.about;
  }

  protected override render() {
    return html`<p role="status" class="visually-hidden"></p>
      ${this.#view()}`;
  }

  get #viewer(): Viewer {
    return this.settings?.viewer ?? {as: 'self'};
  }

  get #owner(): Owner {
    return this.#viewer.as === 'proxy'
      ? (this.person?.name ?? this.#words.words.thisPerson)
      : undefined;
  }

  /** What was read; nothing of it once it was stopped. */
  get #state(): TimelineState | undefined {
    const {state} = this.#reading;
    return state?.stopped ? undefined : state;
  }

  #wants(): ReaderWants {
    const {since} = this.#look;
    return {
      source: this.source,
      query: {
        pageSize: this.pageSize,
        ...(this.kinds && {kinds: this.kinds}),
        ...(since !== undefined && {since}),
      },
    };
  }

  #place(): MovesIn {
    return {
      list: this.#list,
      listed: this.#listed,
      reader: this.#reading.reader,
      state: this.#state,
      words: this.#words.words,
      dates: this.#dates.words,
      lang: this.#words.lang,
    };
  }

  /** Everything of the last reading: nothing of one person may stay for the next. */
  #forget() {
    this.#opened.closeAll();
    this.#chart?.forget();
    this.#shown.forget();
    this.#list = new RowList(this.pageSize);
    this.#listed = undefined;
    this.#panel = undefined;
    this.#tries = 0;
  }

  readonly #isCovered = (entry: TimelineEntry): boolean => {
    const state = this.#state;
    return !!state && isToBeCovered(entry, this, state) && !this.#shown.has(entryKey(entry));
  };

  get #mayCover(): boolean {
    return this.cover !== 'none' || this.coverNew;
  }

  #context(): StateContext & CoverageContext {
    const {words} = this.#words;
    return {
      words,
      dates: this.#dates.words,
      owner: this.#owner,
      contact: this.settings?.contact ?? words.contact(this.#owner),
      level: this.headingLevel,
      again: this.#tries > 0,
      tryAgain: () => void this.#tryAgain(),
      logIn: () => this.dispatchEvent(new LogInEvent()),
    };
  }

  #view() {
    const context = this.#context();
    const {state} = this.#reading;
    if (!state) return notConnected(context);
    if (state.stopped) return stopped(state.stopped, context);
    if (allFailed(state)) return failed(state, context);
    if (isLoading(state)) return loading(state, context);
    const listed = this.#list.list(state, this.filter, this.#isCovered, this.#mayCover);
    this.#listed = listed;
    return timelineView(this.#model(state, listed, context));
  }

  #model(
    state: TimelineState,
    listed: ListedRows,
    context: StateContext & CoverageContext,
  ): TimelineView {
    const rows: RowContext = {
      words: context.words,
      lang: this.#words.lang,
      search: this.filter.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [],
      text: this.#texts.of,
      day: ({date}) => dateInWords(date, context.dates),
      id: this.#list.id,
      isCovered: this.#isCovered,
      isOpen: (entry) => this.#opened.has(entry),
      isNew: ({reference}) => !!state.newReferences?.has(reference),
      isLate: ({reference}) => state.late.has(reference),
      toggle: (entry) => this.#toggle(entry),
      show: (entry) => void this.#show(entry),
      detail: (entry, level) => this.#detail(entry, level, context),
    };
    const setFilter = (filter: TimelineFilter, focus?: string) => this.#setFilter(filter, focus);
    const {filter, person} = this;
    const {since} = this.#look;
    return {
      state,
      context,
      rows,
      listed,
      filter,
      person,
      list: this.#list,
      news: {
        rows,
        since,
        dates: context.dates,
        level: this.headingLevel,
        onlyNew: !!filter.onlyNew,
        goTo: (entry) => void this.#move((moves) => moves.goTo(entry), false),
        toggleOnlyNew: () => setFilter(filter.onlyNew ? {} : {onlyNew: true}),
      },
      canAdd: this.canAdd ?? [],
      isReadingOlder: this.#moves?.isReadingOlder ?? false,
      later: this.#later.parts,
      panel: this.#panel,
      chart: this.#chart?.render(this.source, this.#owner, context) ?? nothing,
      ...this.#later.views({
        state,
        panel: this.#panel,
        context,
        listed,
        filter,
        since,
        lang: rows.lang,
        born: person?.birthDate && ukCivil(person.birthDate.from).year,
        now: (this.settings?.now ?? Date.now)(),
        isCovered: this.#isCovered,
        mayCover: this.#mayCover,
        kinds: this.kinds ?? recordKinds,
        setFilter,
        goToYear: (span) => void this.#goToYear(span),
      }),
      togglePanel: (panel) => this.#togglePanel(panel),
      toggleNow: () => setFilter(filter.now ? {} : {now: true}),
      clearFilters: () => setFilter({}, 'all'),
      showOlder: () => void this.#move((moves) => moves.showOlder(), undefined),
      showNewer: () => void this.#move((moves) => moves.showNewest(), undefined),
      showMoreUndated: () => void this.#move((moves) => moves.showMoreUndated(), undefined),
    };
  }

  #detail(entry: TimelineEntry, level: number, {words, contact}: StateContext) {
    return this.#opened.render(
      words,
      contact,
      () =>
        html`<phr-entry-detail
          .entry=${entry}
          .source=${this.source}
          .headingLevel=${level}
          .name=${this.#texts.of(entry).heading}
          .viewer=${this.#viewer}
          .personName=${this.person?.name}
          .contact=${this.settings?.contact}
          .correction=${this.settings?.correction}
          @phr-detail-close=${() => void this.#close(entry)}
          @phr-entry-query=${this.#query}
          @phr-series-open=${(event: SeriesOpenEvent) => void this.#openChart(event.detail.seriesKey)}
        ></phr-entry-detail>`,
    );
  }

  #toggle(entry: TimelineEntry) {
    if (this.#opened.has(entry)) return this.#opened.close(entry);
    const event = new RecordOpenEvent({reference: entry.reference}, this.shareEvents);
    if (this.dispatchEvent(event)) this.#opened.open(entry);
  }

  /** Says outside what the opened entry said inside; what the page does not want to happen does not. */
  readonly #query = (event: CustomEvent<{reference: string}>) => {
    event.stopPropagation();
    if (!this.dispatchEvent(new EntryQueryEvent(event.detail))) event.preventDefault();
  };

  async #close(entry: TimelineEntry) {
    this.#opened.close(entry);
    await this.updateComplete;
    this.#focus.focusRow(this.#list.id(entry));
  }

  async #show(entry: TimelineEntry) {
    this.#shown.show(entryKey(entry));
    await this.updateComplete;
    this.#focus.focusRow(this.#list.id(entry));
  }

  async #setFilter(filter: TimelineFilter, focus?: string) {
    this.filter = filter;
    this.#panel = undefined;
    this.dispatchEvent(new FilterChangeEvent({filter}));
    await this.updateComplete;
    if (focus) this.#focus.focusId(focus);
  }

  #togglePanel(panel: TimelineView['panel']) {
    this.#panel = this.#panel === panel ? undefined : panel;
    if (this.#panel === 'filters') void this.#later.fetchFilters();
    this.requestUpdate();
  }

  async #goToYear(span: YearSpan) {
    this.#panel = undefined;
    await this.#move((moves) => moves.goToYear(span), undefined);
  }

  /** Moves through the list, once the part that does it is here. */
  async #move<T>(run: (moves: Moves) => Promise<T>, otherwise: T): Promise<T> {
    const parts = await this.#later.fetch();
    if (!parts) {
      // Without it no row takes focus, but older ones still come.
      this.#list.window.extend();
      this.#list.extendUndated();
      await this.#reading.reader?.more();
      this.requestUpdate();
      return otherwise;
    }
    this.#moves ??= new parts.Moves(this, () => this.#place(), {
      focus: this.#focus,
      announcer: this.#announcer,
      later: this.#later,
    });
    return run(this.#moves);
  }

  async #openChart(seriesKey: string) {
    const parts = await this.#later.fetch();
    if (!parts) return;
    this.#chart ??= new parts.ChartView(this);
    await this.#chart.open(seriesKey);
  }

  async #tryAgain() {
    this.#tries++;
    await this.#reading.reader?.retry();
    this.requestUpdate();
  }

  /** Covers everything before a page is printed: paper lies about. */
  readonly #beforePrint = () => {
    this.#shown.forget();
    if (this.isUpdatePending) this.performUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-record-timeline': PhrRecordTimeline;
  }
}
