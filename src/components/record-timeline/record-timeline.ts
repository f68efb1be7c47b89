import {ContextConsumer, type Context} from '@lit/context';
import {LitElement, html, type PropertyDeclarations, type PropertyValues} from 'lit';
import {personContext} from '../../context/person-context.js';
import {recordContext, type RecordSource} from '../../context/record-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {ReaderController, type ReaderWants} from '../../controllers/reader-controller.js';
import {dateWords} from '../../i18n/dates.js';
import {headWords} from '../../i18n/heads.js';
import {timelineWords} from '../../i18n/timeline.js';
import {langOf, wordsIn} from '../../i18n/words.js';
import type {TimelineFilter} from '../../model/filter.js';
import {entryKey} from '../../model/merge.js';
import type {Person} from '../../model/person.js';
import {recordKinds, type RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {baseStyles} from '../../styles/base.styles.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import type {Cover} from './cover.js';
import {EntryTexts} from './describe.js';
import {lastLook, visitTo, type Visit} from './last-look.js';
import {LaterParts} from './later-parts.js';
import type {Later} from './later.js';
import {loading, problem} from './notice.js';
import {styles} from './record-timeline.styles.js';
import {timelineView, type TimelineNow} from './timeline-view.js';

const isKind = (word: string): word is RecordKind => recordKinds.some((kind) => kind === word);

/** Words with spaces between them, as an attribute. */
const wordList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(Boolean) ?? [],
};

/** `kinds` as an attribute: names that we do not know are left out. */
const kindList = {
  fromAttribute: (value: string | null) => value?.split(/\s+/).filter(isKind),
};

/** True when more must be said than the lines that are always there: not all could be read, or not all can be shown. */
const lacksSomething = ({offline, withheld, coverage}: TimelineState) =>
  offline ||
  withheld.some(({count}) => count > 0) ||
  coverage.some(({state}) => ['failed', 'unsafe', 'limited'].includes(state));

/**
 * A person's health record as a list, newest first, with what it covers and what it does not. It reads from the nearest
 * `<phr-provider>`.
 *
 * @summary A person's health record, newest first.
 *
 * @slot empty - Replaces our words when the server confirmed that there is nothing.
 * @slot error - Replaces our words when a server answered for no kind of record. Offline, logged out or stopped, ours stay.
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
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-page=#f0f4f5] - Behind the list: month headings stand on it.
 * @cssproperty [--phr-color-surface=#fff] - Behind what is read: rows, panels, fields and second buttons.
 * @cssproperty [--phr-color-note-bg=#e6eaec] - Behind notes and quiet tags.
 * @cssproperty [--phr-color-border=#d8dde0] - Lines between rows.
 * @cssproperty [--phr-color-border-strong=#4c6272] - Edges of fields, panels and second buttons.
 * @cssproperty [--phr-color-link=#005eb8] - Names of entries, links and second buttons.
 * @cssproperty [--phr-color-link-hover=#7c2855] - Links under a pointer.
 * @cssproperty [--phr-color-focus=#ffeb3b] - What has focus.
 * @cssproperty [--phr-color-focus-text=#212b32] - Text and line of what has focus.
 * @cssproperty [--phr-color-button=#007f3b] - The first button.
 * @cssproperty [--phr-color-button-text=#fff] - Text of the first button.
 * @cssproperty [--phr-color-button-hover=#00662f] - The first button under a pointer.
 * @cssproperty [--phr-color-button-shadow=#00401e] - Lower edge of the first button.
 * @cssproperty [--phr-color-error=#d5281b] - Edges and text of an error in a form.
 * @cssproperty [--phr-color-flag-bg=#fbe8cc] - Behind 'High', 'Low' and 'Outside range'.
 * @cssproperty [--phr-color-flag-text=#5f3800] - Text of 'High', 'Low' and 'Outside range'.
 * @cssproperty [--phr-color-new-bg=#ccdff1] - Behind 'New'.
 * @cssproperty [--phr-color-new-text=#00386e] - Text of 'New'.
 * @cssproperty [--phr-color-band=#cce5d8] - The range given, in a chart.
 * @cssproperty [--phr-color-band-edge=#007f3b] - Ends of the range given, in a chart.
 * @cssproperty [--phr-color-proxy-bg=#003087] - Behind whose record it is, for a proxy.
 * @cssproperty [--phr-color-proxy-text=#fff] - Whose record it is, for a proxy.
 */
export class PhrRecordTimeline extends LitElement {
  static override styles = [baseStyles, textStyles, buttonStyles, tagStyles, styles];

  static override properties: PropertyDeclarations = {
    source: {attribute: false},
    person: {attribute: false},
    settings: {attribute: false},
    headingLevel: {type: Number, attribute: 'heading-level'},
    kinds: {converter: kindList},
    pageSize: {type: Number, attribute: 'page-size'},
    since: {},
    cover: {},
    coverNew: {type: Boolean, attribute: 'cover-new'},
    coverLabels: {converter: wordList, attribute: 'cover-labels'},
    canAdd: {converter: kindList, attribute: 'can-add'},
    filter: {attribute: false},
    shareEvents: {type: Boolean, attribute: 'share-events'},
  };

  /** Where the record comes from. Taken from the nearest `<phr-provider>` unless set here. */
  source?: RecordSource;

  /** Whose record it is. Taken from the nearest `<phr-provider>` unless set here. */
  person?: Person;

  /** What the host decides. Taken from the nearest `<phr-provider>` unless set here. */
  settings?: Settings;

  /** Level of the widget's own headings; months are one level below, entries two. */
  headingLevel = 2;

  /** Kinds of record to read, as names with spaces between them; all of them when absent. */
  kinds?: readonly RecordKind[];

  /** How many entries are shown at first, and added by 'Show older'. */
  pageSize = 30;

  /** When the person last looked, as a FHIR instant: entries recorded after it are new. */
  since?: string;

  /** Which entries are covered until the person asks to see them. Only `all` protects someone who is watched. */
  cover: Cover = 'none';

  /** Keeps new test results covered until they are asked for; all results, while it is not known which are new. */
  coverNew = false;

  /** Codes of the host's own security labels that are covered as well, when `cover` is `labels`. */
  coverLabels: readonly string[] = [];

  /** Kinds of record that the person may add to: when there are none, they are invited to. */
  canAdd?: readonly RecordKind[];

  /** Which entries are shown; `{}` shows them all. */
  filter: TimelineFilter = {};

  /** Lets `phr-record-open` leave the shadow root that this element stands in. */
  shareEvents = false;

  readonly #texts = new EntryTexts();
  readonly #reading = new ReaderController(this, () => this.#wants());
  readonly #later = new LaterParts(this, () => this.#now());
  #visit?: Visit;
  /** The rows on the page, until the later part pages through them. */
  #shown: readonly TimelineEntry[] = [];
  #pages = 1;
  readonly #asking: readonly {hostConnected(): void}[];

  constructor() {
    super();
    const consume = <T>(context: Context<unknown, T>, callback: (value: T) => void) =>
      new ContextConsumer(this, {context, callback, subscribe: true});
    this.#asking = [
      consume(recordContext, (source) => (this.source = source)),
      consume(personContext, (person) => (this.person = person)),
      consume(settingsContext, (settings) => (this.settings = settings)),
    ];
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#later.fetch().then(() => {
      // The provider may have been defined after this; from now on the later part keeps such questions.
      if (!this.source) for (const consumer of this.#asking) consumer.hostConnected();
    });
  }

  /** Reads the record again. What is on the screen stays until the answer comes. */
  refresh(): void {
    void this.#later
      .fetch()
      .then((parts) => (parts ? parts.readAgain(this.#reading, this) : this.#reading.reopen()));
  }

  /**
   * Opens an entry and moves focus to it, reading on until it is found; a covered entry stays covered. False when the
   * record does not show it.
   */
  async open(reference: string): Promise<boolean> {
    await this.updateComplete;
    return (await this.#later.fetch())?.find(reference) ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const restarts = ['source', 'kinds', 'pageSize'] as const;
    if (restarts.some((name) => changed.has(name)) || this.#reading.state?.stopped) {
      // Nothing of one person may stay for the next.
      this.#later.parts?.forget();
      this.#shown = [];
      this.#pages = 1;
    }
    if (changed.get('source')) this.filter = {};
    this.#visit = visitTo(this.source, this.settings, this.#visit);
  }

  protected override render() {
    return html`<p role="status" class="visually-hidden"></p>
      ${this.#later.parts?.draw() ?? this.#draw()}`;
  }

  #wants(): ReaderWants {
    const {source, pageSize, kinds} = this;
    return {source, query: {pageSize, kinds, since: lastLook(this.since, this.#visit)}};
  }

  /** What there is to draw and to do, as it is at this moment. */
  #now(): TimelineNow {
    const lang = langOf(this);
    const words = wordsIn(timelineWords, lang);
    const {reader, state} = this.#reading;
    const {settings} = this;
    const viewer = settings?.viewer.as ?? 'self';
    const owner = viewer === 'proxy' ? (this.person?.name ?? words.thisPerson) : undefined;
    const dates = wordsIn(dateWords, lang);
    const heads = wordsIn(headWords, lang);
    return {
      reader,
      state,
      visit: this.#visit,
      since: lastLook(this.since, this.#visit),
      mayCover: this.cover !== 'none' || this.coverNew,
      shown: this.#shown,
      context: {
        words,
        dates,
        owner,
        places: state?.places ?? [],
        contact: settings?.contact ?? words.contact(owner),
        level: this.headingLevel,
        tryAgain: () => void this.#tryAgain(),
      },
      rows: {
        words,
        lang,
        text: (entry) => this.#texts.of(entry, [heads, dates, viewer, owner]),
        toggle: (entry) => void this.#act((later) => later.toggle(entry)),
      },
      drawAtOnce: () => this.performUpdate(),
    };
  }

  /** The first rows, or what stands in their place, while the later part is not here. */
  #draw() {
    const {state, context, rows, mayCover, since} = this.#now();
    const {hasFailed} = this.#later;
    // What would show too much, or something else, without the later part waits for it.
    const mustWait =
      mayCover ||
      Object.values(this.filter).some(Boolean) ||
      (this.kinds?.length === 1 && !hasFailed);
    if (state?.rows.length && !state.stopped && !mustWait) {
      const all = state.rows;
      const last = this.#shown.at(-1);
      // Rows that come late among shown ones are added; none leaves the page for them.
      const shownTo = last ? all.findIndex((row) => entryKey(row) === entryKey(last)) + 1 : 0;
      const room = Math.round(this.pageSize) * this.#pages || 1;
      const shown = all.slice(0, Math.max(1, shownTo, room));
      // What lacks a word that changes its meaning waits for it, and what is on the page stays.
      if (!shown.some((row) => rows.text(row).unsaid)) this.#shown = shown;
      if (this.#shown.length > 0)
        return timelineView({
          state,
          context,
          rows,
          shown: this.#shown,
          hasMore: !state.complete || this.#shown.length < all.length,
          mayBeNew: since !== undefined,
          mustWarn: hasFailed || lacksSomething(state),
          act: (run) => void this.#act(run),
          showOlder: () => void this.#showOlder(),
        });
    }
    // What there is to say is on its way; that nothing can be shown does not wait for its own words.
    const isLost = hasFailed || (!!state && state.asOf === undefined && lacksSomething(state));
    return state?.stopped || (isLost && !state?.reading) ? problem(context) : loading(context);
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
    this.#pages++;
    await this.#reading.reader?.more();
    return this.requestUpdate();
  }

  async #tryAgain() {
    void this.#later.fetch();
    await this.#reading.reader?.retry();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-record-timeline': PhrRecordTimeline;
  }
}
