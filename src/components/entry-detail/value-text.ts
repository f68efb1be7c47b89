/** One value of an opened entry, put into words: quantities, dates, people, timings, notes. */
import {dateInWords, timeInWords, type DateWords} from '../../i18n/dates.js';
import type {DetailWords} from '../../i18n/detail.js';
import type {StatusWords} from '../../i18n/status.js';
import {numberInWords, withUnit} from '../../i18n/value-words.js';
import type {DetailValue, Note, Timing, Who} from '../../model/detail.js';
import type {FhirDate} from '../../model/fhir-date.js';
import type {Quantity} from '../../model/quantity.js';
import {own} from './own-words.js';

/** What the words depend on beside the record. */
export interface DetailSettings {
  readonly words: DetailWords;
  /** Words of flags, ranges and missing values, which lists and charts share. */
  readonly status: StatusWords;
  readonly dates: DateWords;
  /** True when somebody looks at the record of another person. */
  readonly proxy: boolean;
  readonly personName?: string;
  /** The host's way to reach people. */
  readonly contact?: string;
}

/** Something written beside an entry, in words. */
export interface NoteText {
  readonly text: string;
  readonly by: string;
}

/** What is counted, as records write it: '1 tablet', '2 tablets'. Record words are English. */
const counted = /^(?:tablet|capsule|puff|drop|sachet|dose|unit|spoonful|lozenge|ampoule|vial)$/;
const spans = /^(?:year|month|week|day|hour|minute|second)s$/;

/** A unit in the singular or plural, where it is a word. */
function numberOf(unit: string, value: number): string {
  if (value === 1) return spans.test(unit) ? unit.slice(0, -1) : unit;
  return counted.test(unit) ? `${unit}s` : unit;
}

/** A quantity in the record's unit: '500mg', '68 mmol/mol', 'less than 5 mmol/L'. */
function quantityInWords(quantity: Quantity, status: StatusWords, withoutUnit = false): string {
  const {value, unit, comparator} = quantity;
  const word = unit === undefined || withoutUnit ? undefined : numberOf(unit, value);
  // Figure and unit are one reading in either direction of writing.
  const whole = own(withUnit(numberInWords(value), word));
  return comparator ? status.comparators[comparator](whole) : whole;
}

/** A date with its time of day, when it was recorded with one. */
function dateAndTime(date: FhirDate, {dates, status}: DetailSettings): string {
  const time = timeInWords(date, dates);
  const day = dateInWords(date, dates);
  return time ? status.dateAndTime(day, time) : day;
}

function periodInWords(
  from: FhirDate | undefined,
  until: FhirDate | undefined,
  settings: DetailSettings,
): string {
  const {dates, words, status} = settings;
  if (!from) return until ? words.until(dateAndTime(until, settings)) : '';
  if (!until) return words.from(dateAndTime(from, settings));
  const day = dateInWords(from, dates);
  if (from.precision !== 'year' && day === dateInWords(until, dates)) {
    const [start, end] = [timeInWords(from, dates), timeInWords(until, dates)];
    return start && end ? status.dateAndTime(day, dates.range(start, end)) : day;
  }
  return dates.range(dateAndTime(from, settings), dateAndTime(until, settings));
}

/** Low and high in one unit, the unit said once, and not at all when the value beside them has said it. */
export function limits(
  low: Quantity | undefined,
  high: Quantity | undefined,
  status: StatusWords,
  said?: string,
): string {
  const isSame = low?.unitKey === high?.unitKey;
  const from =
    low && quantityInWords(low, status, low.unitKey === said || (high !== undefined && isSame));
  const to = high && quantityInWords(high, status, high.unitKey === said);
  if (from && to) return status.fromTo(from, to);
  if (to) return high?.comparator ? to : status.orLess(to);
  return from ? (low?.comparator ? from : status.orMore(from)) : '';
}

/** Who it was, with their part in it and whom they acted for. */
export function whoInWords(who: Who, {words, status, proxy, personName}: DetailSettings): string {
  const named = who.patient
    ? proxy
      ? personName
        ? own(personName)
        : words.patient
      : words.you
    : who.name && own(who.name);
  const role = who.role && own(who.role);
  const person = named ? (role ? status.nameAndRole(named, role) : named) : role;
  return [person, who.place && own(who.place)].filter(Boolean).join(', ');
}

function timingInWords(timing: Timing, settings: DetailSettings): string {
  const {words, dates} = settings;
  const {timing: t} = words;
  const when = timing.when.map((key, index) =>
    timing.offset && index === 0 ? t.offset(timing.offset, t.when[key]) : t.when[key],
  );
  const said = [
    timing.code && t.codes[timing.code],
    timing.text && own(timing.text),
    timing.times || timing.period
      ? t.often(timing.times, timing.period, timing.periodUnit ?? 'd')
      : '',
    ...when,
    timing.weekdays.length > 0 && t.on(timing.weekdays.map((day) => words.weekdays[day] ?? '')),
    timing.clock.length > 0 && t.at(timing.clock.map(({hour, minute}) => dates.time(hour, minute))),
    timing.lasting && timing.lastingUnit && t.lasting(timing.lasting, timing.lastingUnit),
    timing.count && t.count(timing.count),
    ...timing.events.map((event) => dateAndTime(event, settings)),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const sentence = said.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** One value in words. A ratio that was measured (1 to 80) is said otherwise than a dose (2 tablets in 1 day). */
export function valueInWords(
  value: DetailValue,
  settings: DetailSettings,
  isResult = false,
): string {
  const {words, status, dates} = settings;
  switch (value.type) {
    case 'text':
      return own(value.text);
    case 'quantity':
      return quantityInWords(value.quantity, status);
    case 'absent':
      return value.reason === undefined
        ? status.absent[value.key ?? 'notRecorded']
        : own(value.reason);
    case 'boolean':
      return value.value ? status.yes : status.no;
    case 'code':
      return (
        (words.codes[value.set] as Readonly<Record<string, string>>)[value.code] ??
        words.values.unknownCode
      );
    case 'words':
      if (value.text === undefined) return words.values[value.key];
      if (value.key === 'asNeeded') return words.asNeededFor(own(value.text));
      if (value.key === 'ofDoses') return words.ofDoses(own(value.text));
      return value.key === 'ruledOut'
        ? words.ruledOut(own(value.text))
        : words.led(words.values[value.key], own(value.text));
    case 'date':
      return dateAndTime(value.date, settings);
    case 'period':
      return periodInWords(value.from, value.until, settings);
    case 'range':
      return limits(value.low, value.high, status);
    case 'ratio': {
      const numerator = quantityInWords(value.numerator, status);
      return value.denominator
        ? (isResult ? status.ratio : words.amountIn)(
            numerator,
            quantityInWords(value.denominator, status),
          )
        : numerator;
    }
    case 'count':
      return words.span(
        numberInWords(value.count.from),
        value.count.to === undefined ? undefined : numberInWords(value.count.to),
      );
    case 'clock':
      return dates.time(value.hour, value.minute);
    case 'timing':
      return timingInWords(value.timing, settings);
    case 'who':
      return whoInWords(value.who, settings);
    case 'note': {
      const {text, by} = noteInWords(value.note, settings);
      return by ? `${text}\n${by}` : text;
    }
    case 'file': {
      const kind = words.files[value.kind];
      return value.bytes === undefined ? kind : `${kind}, ${words.fileSize(value.bytes)}`;
    }
  }
}

/** Something written beside an entry, with who wrote it. */
export function noteInWords(note: Note, settings: DetailSettings, isComment = false): NoteText {
  const {words, dates} = settings;
  const who = note.by && whoInWords(note.by, settings);
  const date = note.date && dateInWords(note.date, dates);
  return {text: own(note.text), by: (isComment ? words.commentBy : words.noteBy)(who, date)};
}
