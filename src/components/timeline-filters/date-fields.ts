/** Dates as people type them into 3 fields, to FHIR dates and back. A day or a month may be left empty. */
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
