/** FHIR dates as ranges of time, and the comparisons of FHIR R4 date search (http://hl7.org/fhir/R4/search.html#date). */
import {isObject, list} from './json.js';

/** A range in milliseconds since 1970: `start` is inside it, `end` is not. An open Period has an infinite side. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** A prefix of a date search, for example `ge` in `date=ge2019`. */
export type DatePrefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
const offsets = new Map<number, number>();

/** How far London's clocks are ahead of UTC at a moment, in milliseconds. Kept per day and hour: it is slow to ask. */
function londonOffset(at: number): number {
  const hour = Math.floor(at / 3_600_000);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const parts: Record<string, number> = {};
    for (const part of london.formatToParts(hour * 3_600_000))
      parts[part.type] = Number(part.value);
    const shown = Date.UTC(
      parts['year'] ?? 0,
      (parts['month'] ?? 1) - 1,
      parts['day'] ?? 1,
      parts['hour'] ?? 0,
      parts['minute'] ?? 0,
    );
    offset = shown - hour * 3_600_000;
    offsets.set(hour, offset);
  }
  return offset;
}

/** The moment at which London's clocks show this time, given as if it were UTC. */
function fromLondon(wall: number): number {
  const first = wall - londonOffset(wall);
  return wall - londonOffset(first);
}

const parsed = new Map<string, TimeRange | undefined>();

/**
 * The range of a FHIR date, dateTime or instant, as wide as it is precise: `2019` is the whole year.
 * Without a zone it is in UK time. Undefined when it is not a FHIR date.
 */
export function timeRange(value: string): TimeRange | undefined {
  if (parsed.has(value)) return parsed.get(value);
  const range = parse(value);
  // Days and years repeat in a record; exact times hardly do.
  if (value.length <= 10) parsed.set(value, range);
  return range;
}

function parse(value: string): TimeRange | undefined {
  const match = pattern.exec(value);
  if (!match) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = match;
  const y = Number(year);
  const m = month === undefined ? 1 : Number(month);
  const d = day === undefined ? 1 : Number(day);
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  if (hour === undefined) {
    const end =
      month === undefined
        ? Date.UTC(y + 1, 0, 1)
        : day === undefined
          ? Date.UTC(y, m, 1)
          : Date.UTC(y, m - 1, d + 1);
    return {start: fromLondon(Date.UTC(y, m - 1, d)), end: fromLondon(end)};
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const millis = fraction === undefined ? 0 : Math.floor(Number(`0${fraction}`) * 1000);
  const wall = Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second ?? 0)) + millis;
  let start = wall;
  if (zone === undefined) start = fromLondon(wall);
  else if (zone !== 'Z') {
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
    start = wall - (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
  }
  const width = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return {start, end: start + width};
}

/** The ranges of any date element: text, Period, or Timing (its events and bounds). */
export function timeRangesOf(value: unknown): readonly TimeRange[] {
  if (typeof value === 'string') {
    const range = timeRange(value);
    return range ? [range] : [];
  }
  if (!isObject(value)) return [];
  if ('event' in value || 'repeat' in value) {
    const bounds = isObject(value['repeat']) ? value['repeat']['boundsPeriod'] : undefined;
    return [...list(value['event']), ...list(bounds)].flatMap(timeRangesOf);
  }
  const start = typeof value['start'] === 'string' ? timeRange(value['start']) : undefined;
  const end = typeof value['end'] === 'string' ? timeRange(value['end']) : undefined;
  if (!start && !end) return [];
  return [{start: start?.start ?? -Infinity, end: end?.end ?? Infinity}];
}

/** Splits `ge2019-03` into its prefix and its range; undefined when it is not a date. */
export function parseDateValue(
  value: string,
): {readonly prefix: DatePrefix; readonly range: TimeRange} | undefined {
  const match = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)$/.exec(value);
  // A plus sign that was not escaped arrives as a space.
  const range = timeRange((match?.[2] ?? '').replace(' ', '+'));
  return range && {prefix: (match?.[1] ?? 'eq') as DatePrefix, range};
}

/** Whether a resource's range answers a date search, as R4 defines each prefix. `now` is used by `ap` alone. */
export function matchesDate(
  prefix: DatePrefix,
  asked: TimeRange,
  found: TimeRange,
  now: number,
): boolean {
  const inside = asked.start <= found.start && found.end <= asked.end;
  switch (prefix) {
    case 'eq':
      return inside;
    case 'ne':
      return !inside;
    case 'gt':
      return found.end > asked.end;
    case 'lt':
      return found.start < asked.start;
    case 'ge':
      return inside || found.end > asked.end;
    case 'le':
      return inside || found.start < asked.start;
    case 'sa':
      return found.start >= asked.end;
    case 'eb':
      return found.end <= asked.start;
    case 'ap': {
      const slack = Math.abs(now - asked.start) / 10;
      return found.start < asked.end + slack && found.end > asked.start - slack;
    }
  }
}
