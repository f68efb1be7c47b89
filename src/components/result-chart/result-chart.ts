import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {glossaryContext} from '../../context/glossary-context.js';
import type {RecordSource} from '../../context/record-context.js';
import {QueryController} from '../../controllers/query-controller.js';
import {chartWords} from '../../i18n/chart.js';
import {dateWords} from '../../i18n/dates.js';
import {statusWords} from '../../i18n/status.js';
import type {ValueWords} from '../../i18n/value-words.js';
import {WordsController} from '../../i18n/words-controller.js';
import {heading} from '../../internal/heading.js';
import type {Covers} from '../../model/covers.js';
import type {Series, SeriesPoint} from '../../model/series.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {moreStyles} from '../../styles/more.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {AskedToSee} from './asked-to-see.js';
import {chartFigure} from './chart-figure.js';
import {chartSentences} from './chart-sentences.js';
import {chartTable} from './chart-table.js';
import {ChartCloseEvent} from './result-chart.events.js';
import {styles} from './result-chart.styles.js';

type Span = 'all' | 2 | 5;

/**
 * One result over time, as sentences, a chart and a table. Part of the timeline, loaded when it is first opened.
 *
 * @summary One result over time, for the record timeline.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-surface=#fff] - Behind what is read: rows, panels, fields and second buttons.
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
 * @cssproperty [--phr-color-band=#cce5d8] - The range given, in a chart.
 * @cssproperty [--phr-color-band-edge=#007f3b] - Ends of the range given, in a chart.
 */
export class PhrResultChart extends LitElement {
  static override styles = [
    hostStyles,
    textStyles,
    focusStyles,
    buttonStyles,
    tagStyles,
    moreStyles,
    styles,
  ];

  /** Which result: a key of an opened entry. */
  @property({attribute: false}) seriesKey?: string;

  /** Where the results come from. */
  @property({attribute: false}) source?: RecordSource;

  /** Level of the heading. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Whose record it is, for a proxy. */
  @property({attribute: false}) ownerName?: string;

  /** A whole sentence: how to reach people without a computer. */
  @property({attribute: false}) contact = '';

  /** What is covered on this screen: such results are left out of the sentences, the chart and the table. */
  @property({attribute: false}) covers?: Covers | undefined;

  /** Whether the person may ask to see the covered results here. */
  @property({attribute: false}) mayShowAll = false;

  readonly #words = new WordsController(this, chartWords);
  readonly #dates = new WordsController(this, dateWords);
  readonly #status = new WordsController(this, statusWords);
  readonly #query = new QueryController(
    this,
    async ([source, key], {signal}) => (await source.series(key, {signal})).value,
    () => [this.source, this.seriesKey],
  );
  readonly #resized = new ResizeObserver(([entry]) => {
    // Drawn anew for the width there is, and never scaled: the words keep the size of the page's text.
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0 && width !== this.#width) {
      this.#width = width;
      // In the next frame: a change of size inside this call is reported to the page as an error.
      requestAnimationFrame(() => this.requestUpdate());
    }
  });
  readonly #asked = new AskedToSee(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});
  #width = 0;
  #span: Span = 'all';
  #allRows = false;
  #isAwaited = false;

  override connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Puts the person's focus on the heading, once it is there; on the way back when the results cannot be had. */
  async focusHeading() {
    this.#isAwaited = true;
    await this.updateComplete;
    this.#moveFocus();
  }

  protected override updated() {
    this.#moveFocus();
  }

  /** What had focus is hidden by now: it moves as soon as it is known where to. */
  #moveFocus() {
    if (!this.#isAwaited || this.#query.pending) return;
    this.#isAwaited = false;
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('#heading') ?? root.querySelector('button'))?.focus();
  }

  protected override render() {
    const {words} = this.#words;
    return html`<p class="back">
        <button
          type="button"
          class="link target"
          @click=${() => this.dispatchEvent(new ChartCloseEvent())}
        >
          ${words.back}
        </button>
      </p>
      ${this.#query.render({
        unavailable: () => nothing,
        loading: () => html`<p role="status">${words.loading}</p>`,
        failed: () => this.#failed(),
        ready: (series) => this.#ready(series),
      })}`;
  }

  /** What is covered now: nothing, once the person asked to see it. */
  get #covered(): Covers | undefined {
    return this.mayShowAll && this.#asked.is ? undefined : this.covers;
  }

  /** The series without what is covered. */
  #seen(series: Series): Series {
    const covers = this.#covered;
    if (!covers) return series;
    const points = series.points.filter((point) => !covers(point));
    const otherUnits = series.otherUnits.filter((point) => !covers(point));
    return {...series, points, otherUnits};
  }

  /** Said whether or not there are any: that there are would tell what a covered entry is. */
  #coverNote() {
    const {words} = this.#words;
    if (!this.#covered) return nothing;
    return html`<p>${words.mayBeHidden}</p>
      ${
        this.mayShowAll
          ? html`<p>
              <button type="button" class="button" @click=${this.#showCovered}>
                ${words.showCovered}
              </button>
            </p>`
          : nothing
      }`;
  }

  readonly #showCovered = () => {
    this.#asked.ask();
    void this.focusHeading();
  };

  #failed() {
    const {words} = this.#words;
    return html`<div class="sheet stack" role="alert">
      <p>${words.failed}</p>
      <p>${this.contact}</p>
      <p>
        <button type="button" class="button" @click=${() => this.#query.refresh()}>
          ${words.tryAgain}
        </button>
      </p>
    </div>`;
  }

  #ready(whole: Series) {
    const series = this.#seen(whole);
    const {words} = this.#words;
    const values: ValueWords = {status: this.#status.words, dates: this.#dates.words};
    return html`<section aria-labelledby="heading">
      ${heading(this.headingLevel, words.heading(series.name), {
        id: 'heading',
        class: 'heading-large',
        focusable: true,
      })}
      <div class="stack sentences">
        ${this.#called(series)}
        ${chartSentences(series, words, values, this.ownerName, this.#covered !== undefined)}
        ${this.#coverNote()}
        <p>${words.meaning(this.contact, this.ownerName)}</p>
      </div>
      ${series.points.length > 1 ? this.#spans(series) : nothing}
      ${chartFigure(series, this.#shown(series.points), this.#width, words, values)}
      ${chartTable(series, words, values, this.#allRows, this.#showAllRows)}
      ${series.partial ? html`<p class="secondary">${words.partial}</p>` : nothing}
    </section>`;
  }

  /** The name of the result once more, where words in it can be explained: a heading holds no buttons. */
  #called({name}: Series) {
    const {words, lang} = this.#words;
    const about = {isPrivate: this.covers !== undefined};
    const explained = this.#glossary.value?.explain(name, {about, marked: new Set()}) ?? name;
    if (explained === name) return nothing;
    return html`<p>
      <bdi>${words.called}</bdi> <bdi lang=${lang === 'en' ? nothing : 'en'}>${explained}</bdi>
    </p>`;
  }

  #spans(series: Series) {
    const {words} = this.#words;
    const newest = series.points[0]?.date.from ?? 0;
    const oldest = series.points.at(-1)?.date.from ?? 0;
    const years = (newest - oldest) / 31_557_600_000;
    const spans = ([2, 5] as const).filter((span) => years > span);
    if (spans.length === 0) return nothing;
    const button = (span: Span, label: string) =>
      html`<button
        type="button"
        class="span"
        aria-pressed=${this.#span === span ? 'true' : 'false'}
        @click=${() => {
          this.#span = span;
          this.requestUpdate();
        }}
      >
        ${label}
      </button>`;
    return html`<div class="spans" role="group" aria-label=${words.showFrom}>
      ${spans.map((span) => button(span, words.lastYears(span)))} ${button('all', words.all)}
    </div>`;
  }

  readonly #showAllRows = () => {
    this.#allRows = true;
    this.requestUpdate();
  };

  /** The results of the time asked for, newest first. Years are counted back from the newest result. */
  #shown(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
    const newest = points[0];
    if (this.#span === 'all' || !newest) return points;
    const from = newest.date.from - this.#span * 31_557_600_000;
    return points.filter((point) => point.date.from >= from);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-result-chart': PhrResultChart;
  }
}
