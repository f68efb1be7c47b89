import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {
  glossaryContext,
  type Explainer,
  type TermDesk,
  type TermScope,
} from '../../context/glossary-context.js';
import type {RecordSource} from '../../context/record-context.js';
import {QueryController} from '../../controllers/query-controller.js';
import {dateWords} from '../../i18n/dates.js';
import {detailWords} from '../../i18n/detail.js';
import {statusWords} from '../../i18n/status.js';
import {WordsController} from '../../i18n/words-controller.js';
import {heading} from '../../internal/heading.js';
import type {Covers} from '../../model/covers.js';
import type {EntryDetail} from '../../model/detail.js';
import type {About} from '../../model/glossary.js';
import type {Viewer} from '../../model/person.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {moreStyles} from '../../styles/more.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {detailInWords, type DetailText, type RowText, type SectionText} from './detail-text.js';
import {calledOf} from './called.js';
import {own, pieces} from './own-words.js';
import type {DetailSettings, NoteText} from './value-text.js';
import {DetailCloseEvent, EntryQueryEvent, SeriesOpenEvent} from './entry-detail.events.js';
import {styles} from './entry-detail.styles.js';
import {resultsTable} from './results-table.js';

const coversNothing: Covers = () => false;

/**
 * @summary Everything useful in one entry of the timeline, opened in its place. Part of `<phr-record-timeline>`.
 *
 * @fires {SeriesOpenEvent} phr-series-open - The person asked to see a result over time.
 * @fires {EntryQueryEvent} phr-entry-query - The person chose 'Does something look wrong?'. Cancelable.
 * @fires {DetailCloseEvent} phr-detail-close - The person closed the entry.
 * @csspart results - The table of results.
 * @csspart close - The button that closes the entry.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
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
 * @cssproperty [--phr-color-flag-bg=#fbe8cc] - Behind 'High', 'Low' and 'Outside range'.
 * @cssproperty [--phr-color-flag-text=#5f3800] - Text of 'High', 'Low' and 'Outside range'.
 * @cssproperty [--phr-color-new-bg=#ccdff1] - Behind 'New'.
 * @cssproperty [--phr-color-new-text=#00386e] - Text of 'New'.
 * @cssproperty [--phr-color-proxy-bg=#003087] - Behind whose record it is, for a proxy.
 * @cssproperty [--phr-color-proxy-text=#fff] - Whose record it is, for a proxy.
 */
export class PhrEntryDetail extends LitElement {
  static override styles = [
    hostStyles,
    textStyles,
    buttonStyles,
    tagStyles,
    moreStyles,
    styles,
    focusStyles,
  ];

  /** The entry that is open. */
  @property({attribute: false}) entry?: TimelineEntry;

  /** Where its detail comes from. */
  @property({attribute: false}) source?: RecordSource;

  /** Level of the headings inside: one more than that of the entry's own name. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 5;

  /** The entry's name as the list shows it; the close button says it. The record's title when absent. */
  @property({attribute: false}) name?: string;

  /** Who is looking. */
  @property({attribute: false}) viewer?: Viewer;

  /** Whose record it is: stands at the top when somebody else is looking. */
  @property({attribute: false}) personName?: string;

  /** The host's way to reach people that needs no computer. */
  @property({attribute: false}) contact?: string;

  /** The host's route to a correction. */
  @property({attribute: false}) correction?: string;

  /** What is covered on this screen, and so not named here. Another function is another question: all is asked anew. */
  @property({attribute: false}) covers?: Covers | undefined;

  /** Explains words of the record. Taken from the nearest `<phr-glossary>` unless set here. */
  @consume({context: glossaryContext, subscribe: true})
  @property({attribute: false})
  explainer?: Explainer;

  readonly #words = new WordsController(this, detailWords);
  readonly #status = new WordsController(this, statusWords);
  readonly #dates = new WordsController(this, dateWords);
  readonly #query = new QueryController(
    this,
    async ([source, reference, covers], {signal}) => {
      const options = covers === coversNothing ? {signal} : {signal, covers};
      return (await source.detail(reference, options)).value;
    },
    () => [this.source, this.entry?.reference, this.covers ?? coversNothing],
  );
  #scope: TermScope = {about: {}, marked: new Set()};
  #desk?: TermDesk | undefined;
  #correctionOpen = false;
  #focusWhenReady = false;

  /** Asks for the detail again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('entry') || changed.has('source')) this.#correctionOpen = false;
    if (changed.has('explainer')) void this.#fetchDesk();
  }

  /** What knows codes comes after what knows words; without it an entry's name is not explained. */
  async #fetchDesk() {
    const {explainer} = this;
    this.#desk = undefined;
    const desk = await explainer?.desk().catch(() => undefined);
    if (!desk || explainer !== this.explainer) return;
    this.#desk = desk;
    this.requestUpdate();
  }

  protected override updated() {
    if (this.#focusWhenReady && !this.#query.pending && !this.#query.failed) {
      this.#focusWhenReady = false;
      this.renderRoot.querySelector<HTMLElement>('#detail')?.focus();
    }
  }

  protected override render() {
    const {entry, personName} = this;
    const {words} = this.#words;
    if (!entry) return nothing;
    const isProxy = this.viewer?.as === 'proxy';
    return html`<div id="detail" tabindex="-1">
      ${
        isProxy
          ? html`<p class="person">${this.#draw(words.proxy(personName && own(personName)))}</p>`
          : nothing
      }
      ${this.#query.render({
        unavailable: () => html`<p>${words.unavailable}</p>`,
        loading: (failures) =>
          failures > 0
            ? this.#failed(failures, true)
            : html`<p role="status" class="secondary">${words.loading}</p>`,
        failed: (failures) => this.#failed(failures, false),
        ready: (detail) => this.#ready(detail, entry),
      })}
      ${this.#wrong(entry)}
      <p class="actions">
        <button type="button" class="button" part="close" @click=${this.#close}>
          <span>${words.close}${this.#closes(entry)}</span>
        </button>
      </p>
    </div>`;
  }

  /** What the close button closes, for those who do not see where it stands. */
  #closes(entry: TimelineEntry) {
    const name = this.name ?? (entry.title === undefined ? undefined : own(entry.title));
    return name === undefined
      ? nothing
      : html`<span class="visually-hidden"> ${this.#draw(name)}</span>`;
  }

  #settings(): DetailSettings {
    return {
      words: this.#words.words,
      status: this.#status.words,
      dates: this.#dates.words,
      proxy: this.viewer?.as === 'proxy',
      ...(this.personName !== undefined && {personName: this.personName}),
      ...(this.contact && {contact: this.contact}),
    };
  }

  #failed(failures: number, isRetrying: boolean) {
    const {words} = this.#words;
    return html`<div class="failed">
      ${this.#heading('failed', failures > 1 ? words.failedAgainHeading : words.failedHeading)}
      <p role="status"><bdi>${isRetrying ? words.loadingAgain : words.failed}</bdi></p>
      <p><bdi>${words.failedContact(this.contact ?? words.contact)}</bdi></p>
      <p class="actions">
        <button type="button" class="button" @click=${this.#retry}>${words.tryAgain}</button>
      </p>
    </div>`;
  }

  #ready(detail: EntryDetail, entry: TimelineEntry) {
    const text = detailInWords(detail, this.#settings(), entry.title);
    const {kind, reference} = entry;
    const {codes, names} = detail;
    const about: About = {
      kind,
      reference,
      ...(codes && {codes}),
      ...(names && {names}),
      // Where anything may be covered, nothing is asked of anybody.
      ...(this.covers && {isPrivate: true}),
    };
    this.#scope = {about, marked: new Set()};
    return html`${this.#notices(text)}
    ${calledOf(entry, about, this.#words, this.#desk, this.explainer)} ${this.#comments(text)}
    ${this.#results(text)} ${text.sections.map((section) => this.#section(section))}`;
  }

  #notices({notices, withheld}: DetailText) {
    return [...notices, ...(withheld ? [withheld] : [])].map(
      (notice) => html`<p class="notice">${this.#draw(notice)}</p>`,
    );
  }

  #comments({comments}: DetailText) {
    if (comments.length === 0) return nothing;
    return html`<section aria-labelledby="comments">
      ${this.#heading('comments', this.#words.words.commentHeading)} ${comments.map(this.#note)}
    </section>`;
  }

  #results(text: DetailText) {
    const {words} = this.#words;
    return html`${
      text.groups.length > 0
        ? html`<section aria-labelledby="results">
            ${this.#heading('results', words.table.heading)}
            ${text.outside ? html`<p>${this.#draw(text.outside)}</p>` : nothing}
            ${text.select ? html`<p class="secondary">${this.#draw(text.select)}</p>` : nothing}
            <div part="results">
              ${resultsTable(text, 'results', {
                words,
                draw: this.#draw,
                explain: this.#explain,
                note: this.#note,
                openSeries: (seriesKey) => this.dispatchEvent(new SeriesOpenEvent({seriesKey})),
              })}
            </div>
          </section>`
        : nothing
    }
    ${text.meaning ? html`<p class="meaning">${this.#draw(text.meaning)}</p>` : nothing}`;
  }

  #section(section: SectionText): TemplateResult {
    const id = `section-${section.key}`;
    return html`<section aria-labelledby=${id}>
      ${this.#heading(id, section.heading)} ${this.#rows(section.rows)}
      ${section.items.map(
        (item, index) =>
          html`<div class="item">
            ${item.title ? this.#heading(`${id}-${index}`, item.title, 1) : nothing}
            ${this.#rows(item.rows)}
          </div>`,
      )}
      ${section.notes.map(this.#note)}
      ${section.hint ? html`<p>${this.#draw(section.hint)}</p>` : nothing}
    </section>`;
  }

  #rows(rows: readonly RowText[]) {
    if (rows.length === 0) return nothing;
    return html`<dl>
      ${rows.map(
        ({label, values, areNames}) =>
          html`<div>
            <dt>${this.#draw(label)}</dt>
            ${values.map((value) => html`<dd>${areNames ? this.#draw(value) : this.#explain(value)}</dd>`)}
          </div>`,
      )}
    </dl>`;
  }

  #wrong(entry: TimelineEntry) {
    const {words} = this.#words;
    const place = entry.place === undefined ? undefined : own(entry.place);
    const route = this.correction ?? this.contact ?? words.contact;
    return html`<div class="wrong">
      <button
        type="button"
        class="link target disclosure"
        aria-expanded=${this.#correctionOpen ? 'true' : 'false'}
        aria-controls=${this.#correctionOpen ? 'correction' : nothing}
        @click=${() => this.#ask(entry)}
      >
        <bdi>${words.wrong}</bdi>
      </button>
      ${
        this.#correctionOpen
          ? html`<p id="correction">${this.#draw(words.wrongAnswer(place, route))}</p>`
          : nothing
      }
    </div>`;
  }

  #heading(id: string, text: string, deeper = 0): TemplateResult {
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 5, 1) + deeper, 6);
    return heading(level, this.#draw(text), {id});
  }

  /** Draws a text: words of the record isolated, and marked as English on a page in another language. */
  readonly #draw = (text: string, drawOwn: (words: string) => unknown = String) => {
    const lang = this.#words.lang === 'en' ? nothing : 'en';
    const drawn = pieces(text).map((piece) =>
      piece.own ? html`<bdi lang=${lang}>${drawOwn(piece.text)}</bdi>` : piece.text,
    );
    // Words of ours that are English on a page that reads right to left, too: '20 to 41' must not become '41 to 20'.
    return drawn.length === 1 && text.startsWith('\u2068') ? drawn : html`<bdi>${drawn}</bdi>`;
  };

  /** The same, with words of the record that can be explained: never in a heading, a button or a name. */
  readonly #explain = (text: string) =>
    this.#draw(text, (words) => this.explainer?.explain(words, this.#scope) ?? words);

  readonly #note = ({text, by}: NoteText) =>
    html`<div class="note">
      <blockquote>${this.#explain(text)}</blockquote>
      ${by ? html`<p class="secondary">${this.#draw(by)}</p>` : nothing}
    </div>`;

  #ask({reference}: TimelineEntry) {
    this.#correctionOpen =
      !this.#correctionOpen && this.dispatchEvent(new EntryQueryEvent({reference}));
    this.requestUpdate();
  }

  readonly #retry = () => {
    this.#focusWhenReady = true;
    void this.refresh();
  };

  readonly #close = () => {
    this.dispatchEvent(new DetailCloseEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-entry-detail': PhrEntryDetail;
  }
}
