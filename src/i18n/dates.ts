/**
 * Dates and times in words, as precise as they were recorded: NHS content guide, 'Dates and times'.
 * Month names come from our dictionaries: most UK pages say `lang="en"`, for which `Intl` writes American dates.
 */
import {ukCivil, type FhirDate} from '../model/fhir-date.js';
import {defineWords} from './words.js';
import {enGB} from './en-gb/dates.js';
import type {HeadWords} from './heads.js';

/** The words and patterns that dates are made of. */
export interface DateWords {
  /** January to December, as they stand inside a date. */
  readonly months: readonly string[];
  readonly day: (day: number, month: string, year: number) => string;
  readonly month: (month: string, year: number) => string;
  /** `5pm`, `5:30pm`, `midnight`, `midday`. Hour is 0 to 23. */
  readonly time: (hour: number, minute: number) => string;
  /** From one date or time to another. */
  readonly range: (from: string, to: string) => string;
  readonly notRecorded: string;
}

export const dateWords = defineWords<DateWords>('dates', enGB, {
  cy: () => import('./cy/timeline.js').then((module) => module.dates),
});

/** Keeps day and month on one line. */
const nonBreaking = '\u00a0';

/** An instant's UK day in words. */
export function dayInWords(at: number, words: DateWords): string {
  const {year, month, day} = ukCivil(at);
  return words.day(day, words.months[month - 1] ?? '', year).replace(' ', nonBreaking);
}

/** The month of an instant in words. */
export function monthInWords(at: number, words: DateWords): string {
  const {year, month} = ukCivil(at);
  return words.month(words.months[month - 1] ?? '', year);
}

/** A recorded date in words, never more exact than it was recorded; without its time of day. */
export function dateInWords(date: FhirDate | undefined, words: DateWords): string {
  if (!date) return words.notRecorded;
  const {from, precision} = date;
  if (precision === 'year') return `${ukCivil(from).year}`;
  return (precision === 'month' ? monthInWords : dayInWords)(from, words);
}

/** The time of day of a date that was recorded with one; nothing when it was not. */
export function timeInWords(date: FhirDate | undefined, words: DateWords): string | undefined {
  return date?.precision === 'minute' ? clockInWords(date.from, words) : undefined;
}

/** A date with its time of day, where one was recorded. */
export function momentInWords(
  date: FhirDate,
  words: {readonly status: Pick<HeadWords, 'dateAndTime'>; readonly dates: DateWords},
): string {
  const day = dateInWords(date, words.dates);
  const time = timeInWords(date, words.dates);
  return time ? words.status.dateAndTime(day, time) : day;
}

/** An instant's UK time of day in words. */
export function clockInWords(at: number, words: DateWords): string {
  const {hour, minute} = ukCivil(at);
  return words.time(hour, minute);
}
