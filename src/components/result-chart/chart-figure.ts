/** The drawing of a series with what its marks mean, and what is not in it. */
import {html, nothing} from 'lit';
import type {ChartWords} from '../../i18n/chart.js';
import {
  numberInWords,
  quantityInWords,
  rangeInWords,
  type ValueWords,
} from '../../i18n/value-words.js';
import {ukCivil} from '../../model/fhir-date.js';
import type {Series, SeriesPoint} from '../../model/series.js';
import {chartSvg, fitsBand, mark} from './chart-svg.js';
import {chartGeometry, type ChartGeometry, type PlacedPoint} from './geometry.js';

const marksInOrder: readonly PlacedPoint['shape'][] = ['up', 'down', 'outside', 'filled', 'hollow'];

/** The figure, `available` CSS pixels wide; nothing while there is no room for it or nothing to draw. */
export function chartFigure(
  series: Series,
  points: readonly SeriesPoint[],
  available: number,
  words: ChartWords,
  values: ValueWords,
) {
  const width = Math.max(available - 34, 200);
  const month = (at: number) => {
    const {month: number, year} = ukCivil(at + 7_200_000);
    return values.dates.month((values.dates.months[number - 1] ?? '').slice(0, 3), year);
  };
  const geometry =
    available > 0
      ? chartGeometry(points, {width, height: width < 500 ? 300 : 340}, numberInWords, month)
      : undefined;
  if (!geometry) return nothing;
  const used = new Set(geometry.points.map(({shape}) => shape));
  const hasLimits = points.some((point) => point.quantity.comparator);
  const units = [...new Set(series.otherUnits.map((point) => point.quantity.unit ?? '–'))];
  const nameOf = ({range, fromTime}: ChartGeometry['bands'][number]) =>
    words.bandFrom(
      rangeInWords(range, values.status, {unit: false}),
      String(ukCivil(fromTime).year),
    );
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
      nameOf,
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
        ${geometry.bands
          .filter((band) => !fitsBand(nameOf(band), band))
          .map(
            (band) =>
              html`<li>
                <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                  <rect class="band" y="2" width="20" height="16" />
                  <path class="edge" d="M0 2h20M0 18h20" />
                </svg>
                ${nameOf(band)}
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
