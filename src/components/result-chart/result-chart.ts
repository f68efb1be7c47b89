import {LitElement, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {RecordSource} from '../../context/record-context.js';
import {QueryController} from '../../controllers/query-controller.js';
import {chartWords} from '../../i18n/chart.js';
import {dateInWords, dateWords} from '../../i18n/dates.js';
import {statusWords} from '../../i18n/status.js';
import {
  flagInWords,
  numberInWords,
  quantityInWords,
  rangeInWords,
  type ValueWords,
} from '../../i18n/value-words.js';
import {WordsController} from '../../i18n/words.js';
import {heading} from '../../internal/heading.js';
import {ukCivil} from '../../model/fhir-date.js';
import type {Series, SeriesPoint} from '../../model/series.js';
import {buttonStyles} from '../../styles/buttons.styles.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {moreStyles} from '../../styles/more.styles.js';
import {tagStyles} from '../../styles/tags.styles.js';
import {textStyles} from '../../styles/text.styles.js';
import {chartSentences} from './chart-sentences.js';
import {chartSvg, mark} from './chart-svg.js';
import {chartGeometry, type PlacedPoint} from './geometry.js';
import {ChartCloseEvent} from './result-chart.events.js';
import {styles} from './result-chart.styles.js';

type Span = 'all' | 2 | 5;

/** Rows of the table before 'Show all'. */
const firstRows = 8;
const marksInOrder: readonly PlacedPoint['shape'][] = ['up', 'down', 'outside', 'filled', 'hollow'];
const flagShapes: Readonly<Record<string, PlacedPoint['shape']>> = {
  high: 'up',
  low: 'down',
  outside: 'outside',
};

/**
 * One result over time, as sentences, a chart and a table. Part of the timeline, loaded when it is first opened.
 *
 * @summary One result over time, for the record timeline.
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

  /** True for a result that is covered: it is left out, of the sentences, the chart and the table. */
  @property({attribute: false}) hides: (point: SeriesPoint) => boolean = () => false;

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
  #width = 0;
  #span: Span = 'all';
  #allRows = false;

  override connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Puts the person's focus on the heading, once it is there. */
  async focusHeading() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
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
        ready: (series) => this.#ready(this.#seen(series)),
      })}`;
  }

  /** The series without what is covered, which then may be more than is shown. */
  #seen(series: Series): Series {
    const points = series.points.filter((point) => !this.hides(point));
    const otherUnits = series.otherUnits.filter((point) => !this.hides(point));
    return {...series, points, otherUnits};
  }

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

  #ready(series: Series) {
    const {words} = this.#words;
    const values: ValueWords = {status: this.#status.words, dates: this.#dates.words};
    return html`<section aria-labelledby="heading">
      ${heading(this.headingLevel, words.heading(series.name), {
        id: 'heading',
        class: 'heading-large',
        focusable: true,
      })}
      <div class="stack sentences">
        ${chartSentences(series, words, values, this.ownerName).map(
          (sentence) => html`<p>${sentence}</p>`,
        )}
        <p>${words.meaning(this.contact, this.ownerName)}</p>
      </div>
      ${series.points.length > 1 ? this.#spans(series) : nothing} ${this.#figure(series, values)}
      ${this.#table(series, values)}
      ${series.partial ? html`<p class="secondary">${words.partial}</p>` : nothing}
    </section>`;
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

  /** The results of the time asked for, newest first. Years are counted back from the newest result. */
  #shown(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
    const newest = points[0];
    if (this.#span === 'all' || !newest) return points;
    const from = newest.date.from - this.#span * 31_557_600_000;
    return points.filter((point) => point.date.from >= from);
  }

  #figure(series: Series, values: ValueWords) {
    const {words} = this.#words;
    const points = this.#shown(series.points);
    const width = Math.max(this.#width - 34, 200);
    const month = (at: number) => {
      const {month: number, year} = ukCivil(at + 7_200_000);
      return values.dates.month((values.dates.months[number - 1] ?? '').slice(0, 3), year);
    };
    const geometry =
      this.#width > 0
        ? chartGeometry(points, {width, height: width < 500 ? 300 : 340}, numberInWords, month)
        : undefined;
    if (!geometry) return nothing;
    const used = new Set(geometry.points.map(({shape}) => shape));
    const hasLimits = points.some((point) => point.quantity.comparator);
    const units = [...new Set(series.otherUnits.map((point) => point.quantity.unit ?? '–'))];
    return html`<figure class="sheet">
      ${chartSvg(
        geometry,
        words.chartLabel(series.name),
        series.unit,
        ({point: {quantity}}) => {
          const {value, comparator, unitKey} = quantity;
          return comparator
            ? quantityInWords({value, comparator, unitKey}, values.status)
            : numberInWords(value);
        },
        ({range, fromTime}) =>
          words.bandFrom(
            rangeInWords(range, values.status, {unit: false}),
            String(ukCivil(fromTime).year),
          ),
      )}
      <figcaption class="stack">
        <ul class="legend" role="list">
          ${marksInOrder
            .filter((shape) => used.has(shape))
            .map(
              (shape) =>
                html`<li>
                  <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                    ${mark(shape, 10, 10)}
                  </svg>
                  ${words.legend[shape]}
                </li>`,
            )}
          ${
            hasLimits
              ? html`<li>
                  <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                    <line class="limit" x1="2" x2="18" y1="10" y2="10" />
                  </svg>
                  ${words.legend.limit}
                </li>`
              : nothing
          }
        </ul>
        ${
          units.length > 0
            ? html`<p class="secondary">
                ${words.otherUnits(series.otherUnits.length, units.join(', '))}
              </p>`
            : nothing
        }
      </figcaption>
    </figure>`;
  }

  #table(series: Series, values: ValueWords) {
    const {words} = this.#words;
    const all = [...series.points, ...series.otherUnits].sort((a, b) => b.date.from - a.date.from);
    const rows = this.#allRows ? all : all.slice(0, firstRows);
    return html`<div class="sheet">
      <table role="table">
        <caption>
          ${words.tableCaption(series.name)}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${[words.date, words.result, words.whereFrom, words.range].map(
              (column) => html`<th role="columnheader" scope="col">${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((point) => this.#row(point, values))}
        </tbody>
      </table>
      ${
        rows.length < all.length
          ? html`<p class="more">
              <button
                type="button"
                class="button"
                @click=${() => {
                  this.#allRows = true;
                  this.requestUpdate();
                }}
              >
                ${words.showAll(all.length)}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  #row(point: SeriesPoint, values: ValueWords) {
    const {words} = this.#words;
    const {judgement, place} = point;
    const flag = flagInWords(judgement, values.status);
    const shape = flagShapes[judgement.flag];
    const ranges = judgement.ranges.map((range) =>
      rangeInWords(range, values.status, {unit: false}),
    );
    return html`<tr role="row">
      <th role="rowheader" scope="row">${dateInWords(point.date, values.dates)}</th>
      <td role="cell">
        <b class="nowrap" dir="ltr">${quantityInWords(point.quantity, values.status)}</b>
        ${
          shape
            ? html`<span class="flag"
                ><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                  ${mark(shape, 10, 10)}</svg
                >${flag}</span
              >`
            : judgement.flag === 'notJudged'
              ? nothing
              : html`<span class="secondary">${flag}</span>`
        }
      </td>
      <td role="cell">
        <span class="label">${words.whereFrom}: </span><bdi>${place ?? words.placeNotRecorded}</bdi>
      </td>
      <td role="cell">
        <span class="label">${words.range}: </span>${
          ranges.length > 0
            ? ranges.map((range) => html`<span class="range" dir="ltr">${range}</span>`)
            : values.status.flags.noRange
        }
      </td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-result-chart': PhrResultChart;
  }
}
