/** Dates as people type them into 3 fields, to FHIR dates and back. A day or a month may be left empty. */
import type {FilterWords} from '../../i18n/filters.js';
import {parseFhirDate} from '../../model/fhir-date.js';

/** What stands in the 3 fields of one date. */
export interface DateFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const emptyDate: DateFields = {day: '', month: '', year: ''};

/** A typed date: a FHIR date, nothing when all fields are empty, or why it is not a date. */
export type TypedDate =
  | {readonly date?: string; readonly problem?: undefined}
  | {readonly problem: 'noYear' | 'notReal'; readonly date?: undefined};

const digits = /^\d{1,2}$/;

/** Reads what was typed: `1`, `1`, `2015` is `2015-01-01`; an empty day or month gives a month or a year. */
export function readTyped({day, month, year}: DateFields): TypedDate {
  const [d, m, y] = [day, month, year].map((field) => field.trim());
  if (!d && !m && !y) return {};
  if (!y) return {problem: 'noYear'};
  const monthOk = !m || digits.test(m);
  const dayOk = !d || (digits.test(d) && !!m);
  if (!/^\d{4}$/.test(y) || !monthOk || !dayOk) return {problem: 'notReal'};
  const date = [y, m && m.padStart(2, '0'), d && d.padStart(2, '0')].filter(Boolean).join('-');
  return parseFhirDate(date) ? {date} : {problem: 'notReal'};
}

/** The fields that a FHIR date fills; empty ones for nothing. */
export function toFields(date: string | undefined): DateFields {
  const [year = '', month = '', day = ''] = (date ?? '').slice(0, 10).split('-');
  return {year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '')};
}

/** Which of the two dates of a filter. */
export type End = 'from' | 'to';
/** What dates are asked for: any, those of the last 12 months, or those typed. */
export type Span = 'any' | 'year' | 'dates';

/** One thing to mend before the filter can be used. */
export interface Problem {
  readonly end: End;
  readonly words: string;
}

/** The same day a year before a day such as `2026-11-21`. */
export function yearBefore(today: string): string {
  const year = Number(today.slice(0, 4)) - 1;
  const sameDay = `${year}${today.slice(4)}`;
  // There is no 29 February last year: the 28th is.
  return parseFhirDate(sameDay) ? sameDay : `${year}-02-28`;
}

/** The dates that were typed, as FHIR dates; and what must be mended before they can be used. */
export function readDates(
  typed: Readonly<Record<End, DateFields>>,
  words: FilterWords,
): {readonly found: Readonly<Partial<Record<End, string>>>; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const found: Partial<Record<End, string>> = {};
  for (const end of ['from', 'to'] as const) {
    const {date, problem} = readTyped(typed[end]);
    if (problem) {
      const say = problem === 'noYear' ? words.dateNoYear : words.dateNotReal;
      problems.push({end, words: say(words[end])});
    } else if (date) found[end] = date;
  }
  const first = parseFhirDate(found.from);
  const last = parseFhirDate(found.to);
  if (first && last && last.to <= first.from) problems.push({end: 'to', words: words.dateOrder});
  return {found, problems};
}
