/**
 * FHIR dates, dateTimes and instants: kept, compared and placed in the UK civil day without
 * inventing a day that was not recorded.
 *
 * FHIR R4 datatypes, date and dateTime: https://hl7.org/fhir/R4/datatypes.html#dateTime
 */

/** How exactly a date was recorded. */
export type DatePrecision = 'year' | 'month' | 'day' | 'minute';

/** A date as precisely as it was recorded. */
export interface FhirDate {
  /** As it was recorded, for example `1998`, `2019-03` or `2019-03-07T14:05:00+00:00`. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** First instant it can mean, in milliseconds since 1970, UK civil time. */
  readonly from: number;
  /** First instant after the last it can mean. */
  readonly to: number;
}

/** Calendar fields of an instant in the United Kingdom. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dateTime =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Milliseconds of a calendar day as if it were UTC; years below 100 are taken literally. */
const utc = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

let london: Intl.DateTimeFormat | undefined;
/** The offsets that were asked for, by the midnight, UTC, at which they hold. */
const offsets = new Map<number, number>();

/** What `Intl` knows of UK clocks: some time behind UTC before 1847, which counts as none. */
function intlOffset(at: number): number {
  london ??= new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const ahead = 24 + Number(london.format(at)) - new Date(at).getUTCHours();
  return ((ahead % 24) % 23) * HOUR;
}

function midnightOffset(at: number): number {
  let offset = offsets.get(at);
  if (offset === undefined) offsets.set(at, (offset = intlOffset(at)));
  return offset;
}

/**
 * How far UK clocks are ahead of UTC at an instant, in milliseconds: 0, or one hour; two in wartime summers.
 * `Intl` is slow, so a span is asked for once: clocks have never gone there and back within four weeks.
 */
export function ukOffset(at: number): number {
  for (const span of [28 * DAY, DAY]) {
    const start = Math.floor(at / span) * span;
    const offset = midnightOffset(start);
    if (offset === midnightOffset(start + span)) return offset;
  }
  return intlOffset(at);
}

/** The instant at which UK clocks show a calendar time. An hour that does not exist moves on by one. */
function fromCivil(asUtc: number): number {
  const at = asUtc - ukOffset(asUtc);
  return at + (asUtc - at - ukOffset(at));
}

/** Calendar fields of an instant in the United Kingdom. */
export function ukCivil(at: number): CivilTime {
  const shown = new Date(at + ukOffset(at));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    weekday: shown.getUTCDay(),
  };
}

/** The date that was read last: the results of a report all have the same one. */
let last: FhirDate | undefined;

/** Reads a FHIR date, dateTime or instant; gives nothing back for what is not one. A time without a zone is UK time. */
export function parseFhirDate(value: unknown): FhirDate | undefined {
  if (typeof value !== 'string') return undefined;
  if (last?.text !== value) last = readFhirDate(value);
  return last;
}

function readFhirDate(value: string): FhirDate | undefined {
  const found = dateTime.exec(value.trim());
  if (!found) return undefined;
  const [, years, months, days, hours = 24, minutes = 0, seconds = 0, zone] = found;
  const year = Number(years);
  const month = Number(months ?? 1);
  const midnight = utc(year, month, Number(days ?? 1));
  // A day that does not exist would fall into another month.
  if (year < 1 || new Date(midnight).getUTCMonth() !== month - 1) return undefined;
  // FHIR has no 24:00. What is left of such a time is its day.
  if (Number(hours) > 23 || Number(minutes) > 59) {
    const [precision, end]: [DatePrecision, number] = days
      ? ['day', midnight + DAY]
      : months
        ? ['month', utc(year, month + 1, 1)]
        : ['year', utc(year + 1, 1, 1)];
    return {text: value, precision, from: fromCivil(midnight), to: fromCivil(end)};
  }
  const asUtc =
    midnight +
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Math.min(Number(seconds), 59) * 1000;
  let from = asUtc;
  if (!zone) from = fromCivil(asUtc);
  else if (zone !== 'Z') {
    const ahead = Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(4)) * MINUTE;
    from -= zone.startsWith('-') ? -ahead : ahead;
  }
  return {text: value, precision: 'minute', from, to: from + MINUTE};
}

/** Newest first; a less exact date comes after the exact ones in its period; undated last. */
export function compareNewestFirst(a: FhirDate | undefined, b: FhirDate | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return b.from - a.from || a.to - a.from - (b.to - b.from);
}
