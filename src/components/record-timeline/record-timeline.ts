import {consume} from '@lit/context';
import {LitElement, html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {personContext} from '../../context/person-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {dateInWords, dateWords} from '../../i18n/dates.js';
import {statusWords} from '../../i18n/status.js';
import {timelineWords, type Owner} from '../../i18n/timeline.js';
import {WordsController} from '../../i18n/words.js';
import {isEmptyFilter, nowKinds, type TimelineFilter} from '../../model/filter.js';
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
import {completenessLine, type CoverageContext} from './completeness.js';
import {allFailed, isLoading, kindsThatAre} from './coverage.js';
import {ShownEntries, isToBeCovered, type Cover} from './cover.js';
import {EntryTexts} from './describe.js';
import type {RowContext} from './entry-row.js';
import {FocusKeeper} from './focus-keeper.js';
import {LastLook} from './last-look.js';
import {LaterParts} from './later-parts.js';
import {headingOfDate, monthId} from './list-view.js';
import {OpenedEntries} from './opened.js';
import {Reading} from './reading.js';
import {FilterChangeEvent, LogInEvent, RecordOpenEvent} from './record-timeline.events.js';
import {styles} from './record-timeline.styles.js';
import {RowList, type ListedRows} from './row-list.js';
import {failed, loading, notConnected, stopped, type StateContext} from './states.js';
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
  readonly #statuses = new WordsController(this, statusWords);
  readonly #texts = new EntryTexts();
  readonly #announcer = new Announcer(this);
  readonly #focus = new FocusKeeper(this);
  readonly #later = new LaterParts(this);
  readonly #opened = new OpenedEntries(this);
  readonly #shown = new ShownEntries(this, () => this.#opened.closeAll());
  // Before `#reading`, which forgets on leaving the page what this still has to look at.
  readonly #look = new LastLook(this, () => this.#reading.state);
  readonly #reading = new Reading(this);
  #list = new RowList(this.pageSize);
  #listed?: ListedRows;
  #panel: TimelineView['panel'];
  #isReadingOlder = false;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    // Taken out of the page the record was let go of: put back, it is read again.
    if (this.hasUpdated) this.#start();
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
    const find = () => {
      const {state} = this.#reading;
      const isIt = (entry: TimelineEntry) =>
        entry.reference === reference || entry.parts.includes(reference);
      return state?.rows.find(isIt) ?? state?.undated.find(isIt);
    };
    if (!find()) await this.#reading.readAll();
    const entry = find();
    if (!entry) return false;
    if (!this.#isCovered(entry)) this.#opened.open(entry);
    return this.#goTo(entry);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const restarts = ['source', 'kinds', 'pageSize', 'since'] as const;
    if (restarts.some((name) => changed.has(name))) {
      if (changed.get('source')) this.filter = {};
      this.#start();
    }
    if (changed.has('filter')) {
      this.#list.reset();
      if (!isEmptyFilter(this.filter)) {
        void this.#reading.readAll(this.filter.now ? nowKinds : this.filter.kinds);
      }
    }
    if (this.#reading.stopped) this.#forget();
    this.#texts.use(this.#statuses.words, this.#dates.words, this.#viewer, this.#owner);
  }

  protected override updated() {
    this.#announcer.say(this.#statusSentence());
  }

  protected override render() {
    return html`<p role="status" class="visually-hidden">${this.#announcer.text}</p>
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

  get #contact(): string {
    return this.settings?.contact ?? this.#words.words.contact(this.#owner);
  }

  #start() {
    this.#forget();
    this.#look.start(this.source, this.settings, this.since);
    this.#reading.start(this.source, {
      pageSize: this.pageSize,
      ...(this.kinds && {kinds: this.kinds}),
      ...(this.#look.since !== undefined && {since: this.#look.since}),
    });
  }

  /** Everything of the last reading: nothing of one person may stay for the next. */
  #forget() {
    this.#opened.closeAll();
    this.#shown.forget();
    this.#list = new RowList(this.pageSize);
    this.#listed = undefined;
    this.#panel = undefined;
    this.#isReadingOlder = false;
  }

  readonly #isCovered = (entry: TimelineEntry): boolean => {
    const {state} = this.#reading;
    return !!state && !this.#shown.has(entryKey(entry)) && isToBeCovered(entry, this, state);
  };

  #context(): StateContext & CoverageContext {
    return {
      words: this.#words.words,
      dates: this.#dates.words,
      owner: this.#owner,
      contact: this.#contact,
      level: this.headingLevel,
      again: this.#reading.triedAgain,
      tryAgain: () => void this.#tryAgain(),
    };
  }

  #view() {
    const context = this.#context();
    const {state, stopped: why} = this.#reading;
    if (why) return stopped(why, context, () => this.dispatchEvent(new LogInEvent()));
    if (!state) return notConnected(context);
    if (allFailed(state)) return failed(state, context);
    if (isLoading(state)) return loading(state, context);
    return timelineView(this.#model(state, context));
  }

  #model(state: TimelineState, context: StateContext & CoverageContext): TimelineView {
    const listed = this.#list.list(state, this.filter, this.#isCovered);
    this.#listed = listed;
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
      detail: (entry, level) => this.#detail(entry, level),
    };
    return {
      state,
      context,
      rows,
      listed,
      list: this.#list,
      news: {
        rows,
        dates: context.dates,
        level: this.headingLevel,
        since: this.#look.since,
        onlyNew: !!this.filter.onlyNew,
        goTo: (entry) => void this.#goTo(entry),
        toggleOnlyNew: () => this.#setFilter(this.filter.onlyNew ? {} : {onlyNew: true}),
      },
      filter: this.filter,
      person: this.person,
      canAdd: this.canAdd ?? [],
      isStale: this.#reading.isStale,
      isReadingOlder: this.#isReadingOlder,
      panel: this.#panel,
      ...this.#later.views({
        state,
        context,
        listed,
        filter: this.filter,
        lang: this.#words.lang,
        born: this.person?.birthDate && ukCivil(this.person.birthDate.from).year,
        now: this.#now(),
        since: this.#look.since,
        isCovered: this.#isCovered,
        kinds: this.kinds ?? recordKinds,
        setFilter: (filter, focus) => this.#setFilter(filter, focus),
        goToYear: (span) => void this.#goToYear(span),
      }),
      togglePanel: (panel) => this.#togglePanel(panel),
      toggleNow: () => this.#setFilter(this.filter.now ? {} : {now: true}),
      clearFilters: () => this.#setFilter({}, 'all'),
      showOlder: () => void this.#showOlder(),
      showNewer: () => void this.#showNewer(),
      showMoreUndated: () => void this.#showMoreUndated(),
    };
  }

  #now(): number {
    return (this.settings?.now ?? Date.now)();
  }

  #detail(entry: TimelineEntry, level: number) {
    return this.#opened.render(
      this.#words.words,
      this.#contact,
      () =>
        html`<phr-entry-detail
          .entry=${entry}
          .source=${this.source}
          .headingLevel=${level}
          .viewer=${this.#viewer}
          .personName=${this.person?.name}
          .contact=${this.#contact}
          .correction=${this.settings?.correction}
          @phr-detail-close=${() => void this.#close(entry)}
        ></phr-entry-detail>`,
    );
  }

  #toggle(entry: TimelineEntry) {
    if (this.#opened.has(entry)) return this.#opened.close(entry);
    const event = new RecordOpenEvent({reference: entry.reference}, this.shareEvents);
    if (this.dispatchEvent(event)) this.#opened.open(entry);
  }

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

  /** Moves focus to an entry, wherever in the record it is. */
  async #goTo(entry: TimelineEntry): Promise<boolean> {
    const id = this.#list.id(entry);
    await this.updateComplete;
    if (this.#focus.focusRow(id)) return true;
    this.#list.window.startAt(entry);
    this.requestUpdate();
    await this.updateComplete;
    return this.#focus.focusRow(id);
  }

  #setFilter(filter: TimelineFilter, focus?: string) {
    this.filter = filter;
    this.#panel = undefined;
    this.dispatchEvent(new FilterChangeEvent({filter}));
    if (focus) void this.updateComplete.then(() => this.#focus.focusId(focus));
  }

  #togglePanel(panel: TimelineView['panel']) {
    this.#panel = this.#panel === panel ? undefined : panel;
    if (this.#panel === 'filters') void this.#later.fetchFilters();
    this.requestUpdate();
  }

  async #tryAgain() {
    await this.#reading.retry();
    await this.updateComplete;
    const {state} = this.#reading;
    if (state) this.#announcer.say(this.#statusSentence());
  }

  async #showOlder() {
    const last = this.#listed?.view.rows.at(-1);
    const wanted = (this.#listed?.view.rows.length ?? 0) + this.#list.window.size;
    this.#list.window.extend();
    this.#isReadingOlder = true;
    this.requestUpdate();
    await this.updateComplete;
    if ((this.#listed?.view.rows.length ?? 0) < wanted) await this.#reading.more();
    this.#isReadingOlder = false;
    this.requestUpdate();
    await this.updateComplete;
    const rows = this.#listed?.view.rows ?? [];
    const at = last ? rows.indexOf(last) : -1;
    const first = rows[at + 1];
    const oldest = rows.at(-1);
    const {words} = this.#words;
    if (first && oldest) {
      this.#focus.focusRow(this.#list.id(first));
      this.#announcer.say(words.showingBackTo(dateInWords(oldest.date, this.#dates.words)));
    } else {
      this.#focus.focusId('end');
      this.#announcer.say(words.oldest);
    }
  }

  async #showNewer() {
    this.#list.window.startAt(undefined);
    this.requestUpdate();
    await this.updateComplete;
    this.#focus.focusId('all');
  }

  async #showMoreUndated() {
    const shown = this.#listed?.undatedShown.length ?? 0;
    this.#list.extendUndated();
    this.requestUpdate();
    await this.updateComplete;
    const first = this.#listed?.undatedShown[shown];
    if (first) this.#focus.focusRow(this.#list.id(first));
  }

  async #goToYear(span: YearSpan) {
    const {from, to} = span;
    this.#panel = undefined;
    this.#announcer.say(this.#words.words.readingOlder);
    await this.#reading.until(from);
    this.requestUpdate();
    await this.updateComplete;
    const {state} = this.#reading;
    if (!state) return;
    const rows = this.#listed?.all ?? [];
    const yearOf = ({date}: TimelineEntry) => (date ? ukCivil(date.from).year : -Infinity);
    const first = rows.find((row) => yearOf(row) <= to);
    const found = rows.filter((row) => yearOf(row) <= to && yearOf(row) >= from);
    this.#announcer.say(
      this.#later.parts?.jumpedSentence(this.#words.lang, span, found.length, state) ?? '',
    );
    if (!first) return;
    if (!this.#listed?.view.rows.includes(first)) {
      this.#list.window.startAt(first);
      this.requestUpdate();
      await this.updateComplete;
    }
    const {date} = first;
    if (date) this.#focus.focusId(monthId(headingOfDate(date)));
  }

  /** Covers everything before a page is printed: paper lies about. */
  readonly #beforePrint = () => {
    this.#shown.forget();
    if (this.isUpdatePending) this.performUpdate();
  };

  /** What changed on the screen, for those who do not see it. */
  #statusSentence(): string {
    const {state, stopped: why} = this.#reading;
    const {words, dates, owner, again} = this.#context();
    if (why === 'wrongPerson') return words.wrongPerson;
    if (why === 'sessionExpired') return words.logInAgainTo(owner);
    if (why) return words.unsupported;
    if (!state) return words.notConnected;
    if (state.offline) return words.offline;
    if (allFailed(state)) return words.failed(owner, again);
    if (isLoading(state)) return words.loading(owner);
    const lost = kindsThatAre(state, 'failed', 'unsafe');
    if (lost.length > 0) return words.someMissing(owner);
    if (this.#listed?.isFiltered && state.complete) {
      return words.matching(this.#listed.all.length + this.#listed.undated.length, false);
    }
    return completenessLine(state, {words, dates, owner, level: this.headingLevel});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-record-timeline': PhrRecordTimeline;
  }
}
