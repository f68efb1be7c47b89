/** The drawing of one result over time. Its label names it; the sentences and the table say what it shows. */
import {nothing, svg, type SVGTemplateResult, type TemplateResult, html} from 'lit';
import type {ChartGeometry, PlacedPoint} from './geometry.js';

/** One point's mark, drawn around its place. Word and shape tell high from low, never colour. */
export function mark(shape: PlacedPoint['shape'], x: number, y: number): SVGTemplateResult {
  switch (shape) {
    case 'up':
      return svg`<path class="point" d=${`M${x} ${y - 8}l8 14h-16z`} />`;
    case 'down':
      return svg`<path class="point" d=${`M${x} ${y + 8}l8 -14h-16z`} />`;
    case 'outside':
      return svg`<path class="point" d=${`M${x} ${y - 8}l8 8l-8 8l-8 -8z`} />`;
    case 'filled':
      return svg`<circle class="point" cx=${x} cy=${y} r="5.5" />`;
    case 'hollow':
      return svg`<circle class="hollow" cx=${x} cy=${y} r="5.5" />`;
  }
}

/** A bar under or over a point whose number is only a limit (`<5`). */
function limitBar({point, x, y}: PlacedPoint): SVGTemplateResult | typeof nothing {
  const {comparator} = point.quantity;
  if (!comparator) return nothing;
  const at = comparator.startsWith('<') ? y + 11 : y - 11;
  return svg`<line class="limit" x1=${x - 8} x2=${x + 8} y1=${at} y2=${at} />`;
}

/** Where the number of a point is written: above it, or below when it is near the top. */
function numberOf({point, x, y}: PlacedPoint, words: string, geometry: ChartGeometry) {
  const anchor = x > geometry.right - 30 ? 'end' : x < geometry.left + 30 ? 'start' : 'middle';
  const clear = point.quantity.comparator ? 26 : 16;
  const {points, top, bottom} = geometry;
  const at = points.findIndex((placed) => placed.point === point);
  // Where the line comes down to a point from each side, it would run through a number above it.
  const isLow = [points[at - 1], points[at + 1]].every((next) => !next || next.y < y - 4);
  const fitsBelow = y + clear + 12 < bottom - 4;
  const above = y - 16 > top - 14 && !(isLow && points.length > 1 && fitsBelow);
  return svg`<text class="number" x=${x} y=${above ? y - clear + 2 : y + clear + 12} text-anchor=${anchor}>${words}</text>`;
}

/** Whether the name of a range has room in its band: one that does not fit would be read as another band's. */
export const fitsBand = (words: string, {width, height}: ChartGeometry['bands'][number]): boolean =>
  words.length * 8.5 + 16 < width && height > 26;

/** The whole drawing. `numberWords` writes a point's value; `bandWords` names a range. */
export function chartSvg(
  geometry: ChartGeometry,
  label: string,
  unit: string | undefined,
  numberWords: (placed: PlacedPoint) => string,
  bandWords: (band: ChartGeometry['bands'][number]) => string,
): TemplateResult {
  const {width, height, left, right, bottom} = geometry;
  return html`<svg
    role="img"
    aria-label=${label}
    focusable="false"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
  >
    ${geometry.bands.map(
      (band) =>
        svg`<rect class="band" x=${band.x} y=${band.y} width=${band.width} height=${band.height} />`,
    )}
    ${geometry.yTicks.map(
      ({at, label: words}) => svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at} />
        <text class="axis" x=${left - 8} y=${at + 5} text-anchor="end">${words}</text>`,
    )}
    ${geometry.bands.map(
      (band) =>
        svg`${[band.top, band.bottom].map((edge) =>
          edge === undefined
            ? nothing
            : svg`<line class="edge" x1=${band.x} x2=${band.x + band.width} y1=${edge} y2=${edge} />`,
        )}`,
    )}
    ${unit ? svg`<text class="axis" x="0" y="14">${unit}</text>` : nothing}
    <line class="base" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    ${geometry.xTicks.map(
      ({
        at,
        label: words,
      }) => svg`<line class="base" x1=${at} x2=${at} y1=${bottom} y2=${bottom + 6} />
        <text class="axis" x=${at} y=${bottom + 24} text-anchor=${at > right - 20 ? 'end' : 'middle'}>${words}</text>`,
    )}
    <path class="line" d=${geometry.path} />
    ${geometry.points.map(
      (placed) => svg`${mark(placed.shape, placed.x, placed.y)}${limitBar(placed)}`,
    )}
    ${geometry.points.map((placed) =>
      placed.labelled ? numberOf(placed, numberWords(placed), geometry) : nothing,
    )}
    ${geometry.bands.map((band) => {
      const words = bandWords(band);
      return fitsBand(words, band)
        ? svg`<text class="band-name" x=${band.x + 8} y=${band.y + band.height / 2 + 6}>${words}</text>`
        : nothing;
    })}
  </svg>`;
}
