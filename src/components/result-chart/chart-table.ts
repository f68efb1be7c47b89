/** The results of a series as a table, newest first, which becomes labelled rows where there is no room for columns. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ChartWords} from '../../i18n/chart.js';
import {dateInWords} from '../../i18n/dates.js';
import {
  flagInWords,
  quantityInWords,
  rangeInWords,
  type ValueWords,
} from '../../i18n/value-words.js';
import type {Series, SeriesPoint} from '../../model/series.js';
import {mark} from './chart-svg.js';
import type {PlacedPoint} from './geometry.js';

/** Rows of the table before 'Show all'. */
const firstRows = 8;

const flagShapes: Readonly<Record<string, PlacedPoint['shape']>> = {
  high: 'up',
  low: 'down',
  outside: 'outside',
};

/** The whole table; `showAll` is called when the person asks for the rows that are not shown yet. */
export function chartTable(
  series: Series,
  words: ChartWords,
  values: ValueWords,
  isWhole: boolean,
  showAll: () => void,
): TemplateResult {
  const all = [...series.points, ...series.otherUnits].sort((a, b) => b.date.from - a.date.from);
  const rows = isWhole ? all : all.slice(0, firstRows);
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
        ${rows.map((point) => row(point, words, values))}
      </tbody>
    </table>
    ${
      rows.length < all.length
        ? html`<p class="more">
            <button type="button" class="button" @click=${showAll}>
              ${words.showAll(all.length)}
            </button>
          </p>`
        : nothing
    }
  </div>`;
}

function row(point: SeriesPoint, words: ChartWords, values: ValueWords): TemplateResult {
  const {judgement, place} = point;
  const flag = flagInWords(judgement, values.status);
  const shape = flagShapes[judgement.flag];
  const ranges = judgement.ranges.map((range) => rangeInWords(range, values.status, {unit: false}));
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
