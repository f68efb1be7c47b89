import {expect} from '@open-wc/testing';
import {chartGeometry} from '../../../src/components/result-chart/geometry.js';
import {parseFhirDate} from '../../../src/model/fhir-date.js';
import {judge} from '../../../src/model/interpretation.js';
import {readQuantity} from '../../../src/model/quantity.js';
import type {SeriesPoint} from '../../../src/model/series.js';
import '../../support/whole-entries.js';

const point = (date: string, value: number, range?: {low?: number; high?: number}): SeriesPoint => {
  const observation = {
    valueQuantity: {value, code: 'mmol/L'},
    ...(range && {
      referenceRange: [
        {
          ...(range.low !== undefined && {low: {value: range.low, code: 'mmol/L'}}),
          ...(range.high !== undefined && {high: {value: range.high, code: 'mmol/L'}}),
        },
      ],
    }),
  };
  const at = parseFhirDate(date);
  const quantity = readQuantity(observation.valueQuantity);
  if (!at || !quantity) throw new Error('bad fixture');
  return {reference: `Observation/${date}`, date: at, quantity, judgement: judge(observation)};
};

const draw = (points: readonly SeriesPoint[], width = 800) => {
  const drawn = chartGeometry(points, {width, height: 340}, String, (at) => `m${at}`);
  if (!drawn) throw new Error('nothing drawn');
  return drawn;
};

describe('a chart of one result', () => {
  it('puts results on a true time axis: twice the time is twice the distance', () => {
    const {points} = draw([point('2026-01-01', 5), point('2024-01-01', 5), point('2023-01-01', 5)]);
    const [a, b, c] = points.map(({x}) => x) as [number, number, number];
    expect((c - b) / (b - a)).to.be.closeTo(731 / 365, 0.02);
  });

  it('draws higher numbers higher', () => {
    const {points} = draw([point('2026-01-01', 9), point('2025-01-01', 4)]);
    expect(points[1]?.y).to.be.lessThan(points[0]?.y ?? 0);
  });

  it('keeps every point and every limit inside the drawing', () => {
    const {points, bands, left, right, top, bottom} = draw([
      point('2026-01-01', 900, {low: 2, high: 40}),
      point('2025-01-01', -3, {low: 2, high: 40}),
    ]);
    for (const {x, y} of points) {
      expect(x).to.be.within(left, right);
      expect(y).to.be.within(top - 1, bottom + 1);
    }
    for (const band of bands) expect(band.y + band.height).to.be.within(top, bottom + 1);
  });

  it('starts the band where a range was first given, and steps where it changed', () => {
    const {bands, points} = draw([
      point('2026-01-01', 5, {low: 3, high: 7}),
      point('2025-01-01', 5, {low: 2, high: 6}),
      point('2024-01-01', 5, {low: 2, high: 6}),
      point('2023-01-01', 5),
    ]);
    expect(bands).to.have.length(2);
    expect(bands[0]?.x).to.be.closeTo(points[1]?.x ?? 0, 0.5);
    expect((bands[0]?.x ?? 0) + (bands[0]?.width ?? 0)).to.be.closeTo(bands[1]?.x ?? 0, 0.5);
  });

  it('gives a one-sided range one edge', () => {
    const {bands} = draw([point('2026-01-01', 42, {low: 90})]);
    expect(bands[0]?.bottom).to.not.equal(undefined);
    expect(bands[0]?.top).to.equal(undefined);
  });

  it('draws no band where no range was given', () => {
    expect(draw([point('2026-01-01', 5), point('2025-01-01', 6)]).bands).to.deep.equal([]);
  });

  it('tells high, low, within and unknown apart by shape', () => {
    const {points} = draw([
      point('2026-01-01', 9, {low: 3, high: 7}),
      point('2025-01-01', 1, {low: 3, high: 7}),
      point('2024-01-01', 5, {low: 3, high: 7}),
      point('2023-01-01', 5),
    ]);
    expect(points.map(({shape}) => shape)).to.deep.equal(['hollow', 'filled', 'down', 'up']);
  });

  it('stands a single result in the middle', () => {
    const {points, left, right} = draw([point('2026-01-01', 5)]);
    expect(points[0]?.x).to.be.closeTo((left + right) / 2, 1);
  });

  it('writes a month once under a short time, however many ticks fall in it', () => {
    const drawn = chartGeometry(
      [point('2026-11-18', 5)],
      {width: 800, height: 340},
      String,
      () => 'Nov 2026',
    );
    const labels = drawn?.xTicks.map(({label}) => label);
    expect(labels).to.deep.equal(['Nov 2026']);
  });

  it('draws nothing for nothing', () => {
    expect(chartGeometry([], {width: 300, height: 300}, String, String)).to.equal(undefined);
  });

  it('labels the first, the lowest, the highest and the latest, and no other', () => {
    const {points} = draw(
      [8, 5, 9, 6, 2, 5, 7].map((value, index) => point(`20${26 - index}-01-01`, value)),
    );
    expect(
      points.filter(({labelled}) => labelled).map(({point: {quantity}}) => quantity.value),
    ).to.deep.equal([7, 2, 9, 8]);
  });

  it('writes years under a long time, at their first day', () => {
    const {xTicks} = draw([point('2026-11-01', 5), point('2012-04-19', 6)]);
    expect(xTicks.length).to.be.greaterThan(2);
    for (const {label} of xTicks) expect(label).to.match(/^20\d\d$/);
  });
});
