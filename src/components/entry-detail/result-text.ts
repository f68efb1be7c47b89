/** One result of an opened entry, put into words: value, flag, ranges, change, and what it was before. */
import {dateInWords} from '../../i18n/dates.js';
import type {StatusWords} from '../../i18n/status.js';
import {flagInWords, numberInWords} from '../../i18n/value-words.js';
import {
  changeSince,
  type Correction,
  type DetailRange,
  type DetailResult,
} from '../../model/detail.js';
import type {FhirDate} from '../../model/fhir-date.js';
import type {Flag, Judgement} from '../../model/interpretation.js';
import {own} from './own-words.js';
import {
  limits,
  noteInWords,
  valueInWords,
  type DetailSettings,
  type NoteText,
} from './value-text.js';

/** One result, in words. */
export interface ResultText {
  readonly name: string;
  readonly value: string;
  readonly flag: Flag;
  readonly flagWords?: string;
  readonly tags: readonly string[];
  readonly ranges: readonly string[];
  readonly change?: string;
  readonly notes: readonly NoteText[];
  readonly seriesKey?: string;
}

/** What a corrected result was before, as one sentence. */
export function correctionInWords(
  correction: Correction | undefined,
  settings: DetailSettings,
): readonly string[] {
  if (!correction) return [];
  const {before} = settings.words;
  const {was} = correction;
  if (!was) return [before.notSaid];
  const said = was.map(({name, value}) => ({
    name: name && own(name),
    value: valueInWords(value, settings, true),
  }));
  const [first] = said;
  return first && was.length === 1 && was[0]?.value.type !== 'words'
    ? [before.one(first.value)]
    : [before.many(said.map(({name, value}) => (name ? `${name} ${value}` : value)))];
}

/** One range that came with a result, with whom it is for. */
function rangeInWords(
  range: DetailRange,
  unit: string | undefined,
  {words, status}: DetailSettings,
): string {
  const {low, high, text, age} = range;
  const figures = limits(low, high, status, unit);
  const isSaid = [low, high].every((limit) => !limit || text?.includes(String(limit.value)));
  const spoken =
    figures && text && !isSaid
      ? status.nameAndRole(figures, own(text))
      : figures || (text ? own(text) : '');
  const forWhom = [
    range.type && own(range.type),
    range.appliesTo && own(range.appliesTo),
    age && words.age(limits(age.low, age.high, status)),
  ]
    .filter(Boolean)
    .join(', ');
  return forWhom && spoken ? status.rangeFor(forWhom, spoken) : spoken || forWhom;
}

/** The word beside a value. What is not judged has its ranges in their own place, and so has 'No range given'. */
function flagWordsOf({flag, ...judgement}: Judgement, status: StatusWords): string | undefined {
  if (flag === 'notJudged' || flag === 'noRange') return undefined;
  const said = flagInWords({flag, ...judgement}, status);
  return said !== undefined && flag === 'other' && said === judgement.words ? own(said) : said;
}

function changeInWords(
  result: DetailResult,
  common: FhirDate | undefined,
  {words, dates}: DetailSettings,
): string {
  const change = changeSince(result);
  const {change: w} = words;
  if (!change) return w.notTested;
  const said =
    change.type === 'up' || change.type === 'down'
      ? w[change.type](own(numberInWords(change.by)), own(numberInWords(change.from)))
      : change.type === 'was'
        ? w.was(own(change.value))
        : w[change.type];
  const date = result.previous?.date;
  return common || !date ? said : w.on(said, dateInWords(date, dates));
}

/** One result, in words; `common` is the earlier date that all changes share. */
export function resultInWords(
  result: DetailResult,
  hasChange: boolean,
  common: FhirDate | undefined,
  entryName: string | undefined,
  settings: DetailSettings,
): ResultText {
  const {words, status} = settings;
  const unit = result.value.type === 'quantity' ? result.value.quantity.unitKey : undefined;
  const flagWords = flagWordsOf(result.judgement, status);
  const said = valueInWords(result.value, settings, true);
  // A covered result says so once, in place of its name: the entry's name is not its own.
  const isCovered = result.value.type === 'words' && result.value.key === 'covered';
  const name = result.name ?? entryName;
  return {
    name: isCovered ? said : name ? own(name) : status.nameNotRecorded,
    value: isCovered ? '' : said,
    flag: result.judgement.flag,
    ...(flagWords && {flagWords}),
    tags: [
      ...result.notices.map((key) => words.notices[key]),
      ...correctionInWords(result.correction, settings),
    ],
    ranges:
      result.ranges.length === 0 && result.value.type === 'quantity'
        ? [status.flags.noRange]
        : result.ranges.map((range) => rangeInWords(range, unit, settings)).filter(Boolean),
    ...(hasChange && {change: changeInWords(result, common, settings)}),
    notes: result.notes.map((note) => noteInWords(note, settings, true)),
    ...(result.seriesKey !== undefined && {seriesKey: result.seriesKey}),
  };
}
