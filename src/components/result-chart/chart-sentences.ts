/** What a chart shows, as sentences: for someone who cannot see it, and for everybody first. */
import {html, type TemplateResult} from 'lit';
import type {ChartWords} from '../../i18n/chart.js';
import {dateInWords} from '../../i18n/dates.js';
import {
  numberInWords,
  quantityInWords,
  rangeInWords,
  type ValueWords,
} from '../../i18n/value-words.js';
import {compareQuantities} from '../../model/change.js';
import type {Series, SeriesPoint} from '../../model/series.js';
import {drawableRange} from './geometry.js';

/** Around a value in a sentence: U+2066 and U+2069 of Unicode, which never reach the page. */
const isolated = (value: string) => `\u2066${value}\u2069`;

/** A sentence whose values read from left to right in every language. */
const drawn = (sentence: string): TemplateResult =>
  html`<p>
    ${sentence
      .split(/[\u2066\u2069]/)
      .map((part, at) => (at % 2 === 1 ? html`<bdi dir="ltr">${part}</bdi>` : part))}
  </p>`;

/**
 * The sentences of a series, in order, as paragraphs. `owner` is the person's name, for a proxy. Of results of which some may be
 * covered (`isPart`) nothing is said that would have to be true of all: 'latest', 'the only one', 'between'.
 */
export function chartSentences(
  series: Series,
  words: ChartWords,
  values: ValueWords,
  owner: string | undefined,
  isPart = false,
): readonly TemplateResult[] {
  const [latest, before] = series.points;
  if (!latest) return [];
  const value = (point: SeriesPoint) => isolated(quantityInWords(point.quantity, values.status));
  const day = (point: SeriesPoint) => dateInWords(point.date, values.dates);
  const first = isPart ? words.one : words.latest;
  const sentences = [first(series.name, value(latest), day(latest), owner)];
  if (before) sentences.push(changeSentence(latest, before, words, values));
  const range = drawableRange(latest);
  if (range) sentences.push(words.rangeGiven(rangeInWords(range, values.status, {unit: false})));
  else if (latest.judgement.ranges.length === 0) sentences.push(words.noRangeGiven);
  const exact = series.points.filter((point) => !point.quantity.comparator);
  const oldest = exact.at(-1);
  if (exact.length > 2 && oldest && !isPart) {
    const numbers = exact.map((point) => point.quantity.value);
    sentences.push(
      words.between(
        day(oldest),
        numberInWords(Math.min(...numbers)),
        numberInWords(Math.max(...numbers)),
      ),
    );
  }
  if (series.points.length === 1 && !isPart) sentences.push(words.onlyOne);
  return sentences.map(drawn);
}

function changeSentence(
  latest: SeriesPoint,
  before: SeriesPoint,
  words: ChartWords,
  values: ValueWords,
): string {
  const date = dateInWords(before.date, values.dates);
  const change = compareQuantities(latest.quantity, before.quantity);
  const number = numberInWords(before.quantity.value);
  switch (change.type) {
    case 'up':
      return words.higher(numberInWords(change.by), date, number);
    case 'down':
      return words.lower(numberInWords(change.by), date, number);
    case 'same':
      return words.same(date);
    case 'cannotCompare':
      return words.cannotCompare(date, isolated(quantityInWords(before.quantity, values.status)));
  }
}
