/**
 * Where everything of a chart of one result stands, as plain numbers: time on a true axis, the range as a band from the
 * day it was first given, and never a line or a point that was not measured.
 */
import {ticks as niceTicks} from 'd3-array';
import {utcTicks} from 'd3-time';
import {ukCivil} from '../../model/fhir-date.js';
import type {Flag, ReferenceRange} from '../../model/interpretation.js';
import type {SeriesPoint} from '../../model/series.js';

/** A result's place on the chart, in CSS pixels from the top left. */
export interface PlacedPoint {
  readonly point: SeriesPoint;
  readonly x: number;
  readonly y: number;
  readonly shape: 'up' | 'down' | 'filled' | 'hollow' | 'outside';
  /** True when the number is written beside it: the first, the lowest or highest, and the latest. */
  readonly labelled: boolean;
}

/** One stretch of time in which one range was given. */
export interface PlacedBand {
  readonly range: ReferenceRange;
  readonly fromTime: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Edges that are limits, rather than the end of the paper. */
  readonly top?: number;
  readonly bottom?: number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Everything needed to draw. */
export interface ChartGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly PlacedPoint[];
  /** The line through the points, oldest first, as SVG path data. */
  readonly path: string;
  readonly bands: readonly PlacedBand[];
  readonly yTicks: readonly Tick[];
  readonly xTicks: readonly Tick[];
}

const DAY = 86_400_000;
const shapes: Readonly<Record<Flag, PlacedPoint['shape']>> = {
  high: 'up',
  low: 'down',
  outside: 'outside',
  within: 'filled',
  noRange: 'hollow',
  notJudged: 'hollow',
  other: 'hollow',
};

/** The one plain range of a result, whose limits may be drawn. */
export function drawableRange(point: SeriesPoint): ReferenceRange | undefined {
  const {ranges} = point.judgement;
  const range = ranges.length === 1 ? ranges[0] : undefined;
  const limits = [range?.low, range?.high].filter((limit) => limit !== undefined);
  const sameUnit = limits.every((limit) => limit.unitKey === point.quantity.unitKey);
  return range?.plain && limits.length > 0 && sameUnit ? range : undefined;
}

const sameLimits = (a: ReferenceRange, b: ReferenceRange) =>
  a.low?.value === b.low?.value && a.high?.value === b.high?.value;

/** Ranges in the order of time, each from the first result that had it to the next that had another or none. */
function rangesOverTime(oldestFirst: readonly SeriesPoint[]) {
  const found: {range: ReferenceRange; from: number; to?: number}[] = [];
  for (const point of oldestFirst) {
    const range = drawableRange(point);
    const current = found.at(-1);
    const goesOn = current && current.to === undefined;
    if (goesOn && range && sameLimits(current.range, range)) continue;
    if (goesOn) current.to = point.date.from;
    if (range) found.push({range, from: point.date.from});
  }
  return found;
}

/** Ticks at starts of years where there is room, else of months, in UK civil time. */
function timeTicks(from: number, to: number, width: number, month: (at: number) => string) {
  const wanted = Math.max(2, Math.floor(width / 110));
  let before: string;
  return utcTicks(new Date(from), new Date(to), wanted).flatMap((date) => {
    const at = date.getTime();
    const {year, month: number, day} = ukCivil(at + 2 * 3_600_000);
    const label = number === 1 && day === 1 ? String(year) : month(at);
    // Ticks of days and weeks would write their month again and again.
    if (label === before) return [];
    before = label;
    return [{at, label}];
  });
}

/** Which points have their number written beside them: the first, the lowest, the highest, the latest. */
function labelledPoints(points: readonly SeriesPoint[]): ReadonlySet<SeriesPoint> {
  const values = points.map((point) => point.quantity.value);
  const lowest = points[values.indexOf(Math.min(...values))];
  const highest = points[values.indexOf(Math.max(...values))];
  return new Set(
    [points[0], points.at(-1), lowest, highest].filter((point) => point !== undefined),
  );
}

/** Room that text 16 px high needs around the drawing. */
const margin = {top: 34, right: 14, bottom: 34, perDigit: 9.5};

/**
 * Places a series' points for a drawing of a given size, in CSS pixels. `formatNumber` writes an axis number;
 * `formatMonth` writes the month of an instant for the time axis.
 */
export function chartGeometry(
  newestFirst: readonly SeriesPoint[],
  size: {readonly width: number; readonly height: number},
  formatNumber: (value: number) => string,
  formatMonth: (at: number) => string,
): ChartGeometry | undefined {
  const points = [...newestFirst].reverse();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return undefined;

  const limits = points.flatMap((point) => {
    const range = drawableRange(point);
    return [range?.low?.value, range?.high?.value].filter((value) => value !== undefined);
  });
  const values = [...points.map((point) => point.quantity.value), ...limits];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const slack = (most - least || Math.abs(most) || 1) * 0.12;
  const floor = least >= 0 ? Math.max(0, least - slack) : least - slack;
  const yLines = niceTicks(floor, most + slack, Math.max(2, Math.floor(size.height / 70)));
  const low = Math.min(floor, yLines[0] ?? floor);
  const high = Math.max(most + slack, yLines.at(-1) ?? most);

  const digits = Math.max(...yLines.map((value) => formatNumber(value).length), 1);
  const left = Math.ceil(digits * margin.perDigit) + 10;
  const right = size.width - margin.right;
  const top = margin.top;
  const bottom = size.height - margin.bottom;

  // A single day still has a width, so that one result stands in the middle and not on the edge.
  const pad = Math.max((last.date.from - first.date.from) * 0.02, 15 * DAY);
  const start = first.date.from - pad;
  const end = last.date.from + pad;
  const x = (at: number) => left + ((at - start) / (end - start)) * (right - left);
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);

  const labelled = labelledPoints(points);
  const placed = points.map((point) => ({
    point,
    x: x(point.date.from),
    y: y(point.quantity.value),
    shape: shapes[point.judgement.flag],
    labelled: labelled.has(point),
  }));

  return {
    ...size,
    left,
    right,
    top,
    bottom,
    points: placed,
    path:
      placed.length > 1
        ? `M${placed.map((at) => `${at.x.toFixed(1)} ${at.y.toFixed(1)}`).join('L')}`
        : '',
    bands: rangesOverTime(points).map(({range, from, to}) => {
      const bandTop = range.high ? y(range.high.value) : top;
      const bandBottom = range.low ? y(range.low.value) : bottom;
      const bandLeft = x(from);
      const bandRight = to === undefined ? right : x(to);
      return {
        range,
        fromTime: from,
        x: bandLeft,
        width: Math.max(bandRight - bandLeft, 2),
        y: bandTop,
        height: Math.max(bandBottom - bandTop, 0),
        ...(range.high && {top: bandTop}),
        ...(range.low && {bottom: bandBottom}),
      };
    }),
    yTicks: yLines.map((value) => ({at: y(value), label: formatNumber(value)})),
    xTicks: timeTicks(start, end, right - left, formatMonth).map(({at, label}) => ({
      at: x(at),
      label,
    })),
  };
}
