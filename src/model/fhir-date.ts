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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dateTime =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Milliseconds of a calendar date as if it were UTC; years below 100 are taken literally. */
function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  if (year >= 100) return Date.UTC(year, month - 1, day, hour, minute, second);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.setUTCHours(hour, minute, second, 0);
}

/** The first Sunday on or after a day of a month, at 00:00 UTC. */
function sundayFrom(year: number, month: number, day: number): number {
  const first = Date.UTC(year, month - 1, day);
  return first + ((7 - new Date(first).getUTCDay()) % 7) * DAY;
}

/**
 * When summer time began and ended in a year since 1972. The rules are those of the IANA time zone database
 * (GB-Eire); a test compares them with `Intl` over every year.
 */
function summerTime(year: number): readonly [start: number, end: number] {
  if (year < 1981) return [sundayFrom(year, 3, 16) + 2 * HOUR, sundayFrom(year, 10, 23) + 2 * HOUR];
  const endsFrom = year < 1990 ? 23 : year < 1996 ? 22 : 25;
  return [sundayFrom(year, 3, 25) + HOUR, sundayFrom(year, 10, endsFrom) + HOUR];
}

const summerTimes = new Map<number, readonly [start: number, end: number]>();
const firstRuleYear = 1972;
/** From the first instant to the second, UK clocks were an hour ahead in summer and winter (IANA: Europe/London). */
const standardTime = [Date.UTC(1968, 1, 18, 2), Date.UTC(1971, 9, 31, 2)] as const;
let london: Intl.DateTimeFormat | undefined;

/** What `Intl` knows of UK clocks before the rules above: slower, so asked only for old times. */
function historicOffset(at: number): number {
  london ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const fields: Record<string, number> = {};
  for (const {type, value} of london.formatToParts(at)) fields[type] = Number(value);
  const shown = utc(
    fields['year'] ?? 0,
    fields['month'] ?? 1,
    fields['day'] ?? 1,
    fields['hour'],
    fields['minute'],
  );
  // Before 1847 London kept local mean time, off by seconds: a whole hour is all we want.
  return Math.round((shown - at) / HOUR) * HOUR;
}

/** Months in which UK clocks never changed from 1948 to 1967: spares most old dates the slow way. */
function settledOffset(at: number, year: number): number | undefined {
  if (year < 1948 || year > 1967) return undefined;
  const month = new Date(at).getUTCMonth() + 1;
  if (month <= 2 || month >= 11) return 0;
  return month >= 5 && month <= 9 ? HOUR : undefined;
}

/** How far UK clocks are ahead of UTC at an instant, in milliseconds: 0, or one hour; two in wartime summers. */
export function ukOffset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  if (year < 1916) return 0;
  if (at >= standardTime[0] && at < standardTime[1]) return HOUR;
  if (year < firstRuleYear) return settledOffset(at, year) ?? historicOffset(at);
  let summer = summerTimes.get(year);
  if (!summer) {
    summer = summerTime(year);
    summerTimes.set(year, summer);
  }
  return at >= summer[0] && at < summer[1] ? HOUR : 0;
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
  if (last?.text === value) return last;
  const found = readFhirDate(value);
  if (found) last = found;
  return found;
}

function readFhirDate(value: string): FhirDate | undefined {
  const found = dateTime.exec(value.trim());
  if (!found) return undefined;
  const year = Number(found[1]);
  if (year < 1) return undefined;
  if (found[2] === undefined) {
    return {
      text: value,
      precision: 'year',
      from: fromCivil(utc(year, 1, 1)),
      to: fromCivil(utc(year + 1, 1, 1)),
    };
  }
  const month = Number(found[2]);
  if (month < 1 || month > 12) return undefined;
  if (found[3] === undefined) {
    return {
      text: value,
      precision: 'month',
      from: fromCivil(utc(year, month, 1)),
      to: fromCivil(utc(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1)),
    };
  }
  const day = Number(found[3]);
  const midnight = utc(year, month, day);
  if (day < 1 || new Date(midnight).getUTCDate() !== day) return undefined;
  const hour = Number(found[4] ?? 24);
  const minute = Number(found[5] ?? 0);
  // FHIR has no 24:00. What is left of such a time is its day.
  if (hour > 23 || minute > 59) {
    return {
      text: value,
      precision: 'day',
      from: fromCivil(midnight),
      to: fromCivil(midnight + DAY),
    };
  }
  const asUtc =
    midnight + hour * HOUR + minute * 60_000 + Math.min(Number(found[6] ?? 0), 59) * 1000;
  const zone = found[7];
  let from: number;
  if (zone === undefined) from = fromCivil(asUtc);
  else if (zone === 'Z') from = asUtc;
  else {
    const ahead = Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(4, 6)) * 60_000;
    from = zone.startsWith('-') ? asUtc + ahead : asUtc - ahead;
  }
  return {text: value, precision: 'minute', from, to: from + 60_000};
}

/** Newest first; a less exact date comes after the exact ones in its period; undated last. */
export function compareNewestFirst(a: FhirDate | undefined, b: FhirDate | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return b.from - a.from || a.to - a.from - (b.to - b.from);
}
