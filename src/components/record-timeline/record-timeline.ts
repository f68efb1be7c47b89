import {consume} from '@lit/context';
import {LitElement, html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {personContext} from '../../context/person-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {ReaderController, type ReaderWants} from '../../controllers/reader-controller.js';
import {dateInWords, dateWords} from '../../i18n/dates.js';
import {headWords} from '../../i18n/heads.js';
import {timelineWords, type Owner} from '../../i18n/timeline.js';
import {WordsController} from '../../i18n/words.js';
import type {TimelineFilter} from '../../model/filter.js';
import type {Person, Viewer} from '../../model/person.js';
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {baseStyles} from '../../styles/base.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {allFailed, hasNothing, isLoading} from './coverage.js';
import {isToBeCovered, type Cover} from './cover.js';
import {isNewEntry} from '../../model/new-entry.js';
import {EntryTexts} from './describe.js';
import type {RowContext} from './entry-row.js';
import {LastLook} from './last-look.js';
import {LaterParts} from './later-parts.js';
import type {Later} from './later.js';
import {loading, problem, type StateContext} from './notice.js';
import {styles} from './record-timeline.styles.js';
import {RowList, type ListedRows} from './row-list.js';
import {timelineView, type TimelineNow} from './timeline-view.js';

const isKind = (word: string): word is RecordKind => recordKinds.some((kind) => kind === word);

/** `kinds` as an attribute: names with spaces between them; names that we do not know are left out. */
const kindList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(isKind),
};

/** A list of words as an attribute. */
const wordList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(Boolean) ?? [],
};

/** True unless a filter plainly asks for nothing. */
const asksForSomething = (filter: TimelineFilter) =>
  Object.values(filter).some((value: unknown) => (Array.isArray(value) ? value.length > 0 : value));

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
  static override styles = [baseStyles, textStyles, buttonStyles, tagStyles, styles, focusStyles];

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
  // Before `#reading`, which forgets on leaving the page what this still has to look at.
  readonly #look = new LastLook(this, () => this.#reading.state);
  readonly #reading = new ReaderController(this, () => this.#wants());
  readonly #later = new LaterParts(this, () => this.#now());
  #list = new RowList(this.pageSize);
  #listed?: ListedRows;
  #tries = 0;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    void this.#later.fetch();
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
    const parts = await this.#later.fetch();
    if (!entry || !parts) return false;
    if (!this.#isCovered(entry)) parts.open(entry);
    return parts.moves.goTo(entry);
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

  /** Everything of the last reading: nothing of one person may stay for the next. */
  #forget() {
    this.#later.parts?.forget();
    this.#list = new RowList(this.pageSize);
    this.#listed = undefined;
    this.#tries = 0;
  }

  readonly #isHeld = (entry: TimelineEntry): boolean => {
    const state = this.#state;
    return !!state && isToBeCovered(entry, this, state);
  };

  readonly #isCovered = (entry: TimelineEntry): boolean =>
    this.#isHeld(entry) && !this.#later.parts?.isShown(entry);

  #context(): StateContext {
    const {words} = this.#words;
    return {
      words,
      dates: this.#dates.words,
      owner: this.#owner,
      places: this.#places(),
      contact: this.settings?.contact ?? words.contact(this.#owner),
      level: this.headingLevel,
      again: this.#tries > 0,
      tryAgain: () => void this.#tryAgain(),
    };
  }

  /** The places that may be named: one that is known only from covered entries would tell what they are about. */
  #places(): readonly string[] {
    const state = this.#state;
    if (!state) return [];
    if (this.cover === 'none' && !this.coverNew) return state.places;
    const places = new Set<string>();
    for (const entry of [...state.rows, ...state.undated]) {
      if (entry.place && !this.#isHeld(entry)) places.add(entry.place);
    }
    return [...places].sort();
  }

  #rows(): RowContext {
    const {words, lang} = this.#words;
    const {parts} = this.#later;
    const state = this.#state;
    return {
      words,
      lang,
      search: this.filter.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [],
      text: this.#texts.of,
      day: ({date}) => dateInWords(date, this.#dates.words),
      id: this.#list.id,
      isCovered: this.#isCovered,
      isHeld: this.#isHeld,
      isOpen: (entry) => !!parts?.isOpen(entry),
      isNew: (entry) => isNewEntry(entry, state?.newReferences),
      isLate: ({reference}) => !!state?.late.has(reference),
      toggle: (entry) => this.#act((later) => later.toggle(entry)),
      show: (entry) => this.#act((later) => later.show(entry)),
      detail: (entry, level) => parts?.detail(entry, level),
    };
  }

  #now(): TimelineNow {
    const {reader, state} = this.#reading;
    return {
      state,
      reader,
      context: this.#context(),
      rows: this.#rows(),
      list: this.#list,
      listed: this.#listed,
      since: this.#look.since,
      mayCover: this.cover !== 'none' || this.coverNew,
    };
  }

  #view() {
    const now = this.#now();
    const {state, context} = now;
    const {parts, hasFailed} = this.#later;
    const isOver = !!state && (!!state.stopped || allFailed(state));
    if (state && !isOver) {
      if (isLoading(state)) return loading(context, parts?.progress(state));
      if (parts || !(hasNothing(state) || asksForSomething(this.filter))) {
        const listed = (this.#listed = this.#list.list(state, parts?.sift(state)));
        return timelineView({
          ...now,
          state,
          listed,
          filter: this.filter,
          later: parts?.views(state, listed),
          isBroken: hasFailed,
          act: (run) => this.#act(run),
          showOlder: () => void this.#showOlder(),
        });
      }
    }
    if (parts) return parts.standing(state);
    // What there is to say is on its way; a failure does not wait for its own words.
    return hasFailed || isOver ? problem(context) : loading(context, undefined);
  }

  /** Does what needs the later part; says that the page is not whole where that cannot be had. */
  async #act(run: (later: Later) => unknown) {
    // At once where it is here: the page may want to cancel an event of a click.
    const parts = this.#later.parts ?? (await this.#later.fetch());
    if (parts) return run(parts);
    await this.updateComplete;
    return this.renderRoot.querySelector<HTMLElement>('#state')?.focus();
  }

  async #showOlder() {
    const parts = await this.#later.fetch();
    if (parts) return parts.moves.showOlder();
    // Without it no row takes focus, but older ones still come.
    this.#list.window.extend();
    this.#list.extendUndated();
    await this.#reading.reader?.more();
    return this.requestUpdate();
  }

  async #tryAgain() {
    this.#tries++;
    void this.#later.fetch();
    await this.#reading.reader?.retry();
    this.requestUpdate();
  }

  /** Covers everything before a page is printed: paper lies about. */
  readonly #beforePrint = () => {
    this.#later.parts?.coverAll();
    if (this.isUpdatePending) this.performUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-record-timeline': PhrRecordTimeline;
  }
}
