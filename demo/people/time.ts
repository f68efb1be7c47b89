/** UK civil time: days, and moments with the offset that Europe/London had on that day. */

/** The day on which the demo stands still, so that records never grow old. */
export const demoToday = '2026-11-21';

const offsets = new Map<string, string>();
const londonOffset = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});

function offsetAt(utc: Date): string {
  const name = londonOffset.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value;
  const found = /GMT([+-]\d\d:\d\d)/.exec(name ?? '');
  return found?.[1] ?? '+00:00';
}

/**
 * A moment on the UK clock as a FHIR dateTime, for example `at('2026-07-05', '09:30')` is
 * `2026-07-05T09:30:00+01:00`. The clock changes at night: times before 03:00 are worked out one by
 * one, later ones once a day.
 */
export function at(day: string, time = '09:00'): string {
  const key = time < '03:00' ? `${day}T${time}` : day;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = offsetAt(new Date(`${day}T${time < '03:00' ? time : '12:00'}:00Z`));
    offsets.set(key, offset);
  }
  return `${day}T${time}:00${offset}`;
}

/** The day `days` after another; negative counts back. Days are `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Adds minutes to a time of day `HH:MM`, staying on the same day. */
export function addMinutes(time: string, minutes: number): string {
  const total = Math.min(1439, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** The next day on which a surgery or clinic is open: Saturday and Sunday become Monday. */
export function weekday(day: string): string {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (number === 6) return addDays(day, 2);
  return number === 0 ? addDays(day, 1) : day;
}

/** Whole years from a birth date to a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** A day as it stands in a letter: '5 November 2026'. */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
