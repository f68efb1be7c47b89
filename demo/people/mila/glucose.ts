/** Mila's glucose and ketones: a meter, a sensor, readings sent by her mother, and gaps. */
import type {Book} from '../book.js';
import {device, measurement} from '../build/measurements.js';
import {provenance} from '../build/visits.js';
import {addDays, addMinutes, at} from '../time.js';

const target = [
  {low: 4.0, high: 10.0, type: 'rangeTreatment', text: 'Target set by the diabetes team'},
] as const;

/** The meter, from diagnosis on: one plausible reading a week, and the days that were not plain. */
function meter(book: Book): void {
  const name = device(book, 'meter', 'Blood glucose and ketone meter');
  const ines = book.ref('RelatedPerson', 'ines', 'Ines Littondale');
  let day = '2021-10-18';
  for (let number = 0; number < 130; number++) {
    day = addDays(day, book.random.integer(5, 18));
    if (day > '2026-11-19') break;
    const time = addMinutes('07:10', book.random.integer(0, 780));
    const byMother = day < '2025-01-01' || book.random.chance(0.3);
    const told = book.random.chance(0.75);
    const reading = measurement(book, 'glucose', book.random.number(3.1, 16.8, 1), {
      taken: at(day, time),
      by: byMother ? ines : book.patient,
      ...(told && {device: name, method: 'Finger prick', atHome: true, ranges: target}),
    });
    if (byMother && number % 10 === 0) provenance(book, [reading], at(day, '21:30'), ines);
  }
  const ill = {by: ines, device: name, method: 'Finger prick', atHome: true} as const;
  measurement(book, 'glucose', 'HI', {
    ...ill,
    taken: at('2024-12-28', '03:20'),
    note: 'Meter shows HI. Vomited x2.',
  });
  measurement(book, 'glucose', 27.8, {...ill, comparator: '>', taken: at('2024-12-28', '04:05')});
  measurement(book, 'ketones', 3.2, {
    ...ill,
    taken: at('2024-12-28', '03:25'),
    ranges: [{high: 0.6}],
  });
  measurement(book, 'ketones', 0.1, {
    ...ill,
    comparator: '<',
    taken: at('2024-12-29', '08:00'),
    ranges: [{high: 0.6}],
  });
  measurement(book, 'ketones', 8.0, {
    ...ill,
    comparator: '>',
    taken: at('2021-10-14', '18:55'),
    ranges: [{high: 0.6}],
    note: 'Over the range of the meter.',
  });
  for (let number = 0; number < 24; number++) {
    const low = book.random.chance(0.5);
    measurement(book, 'ketones', low ? 0.1 : book.random.number(0.1, 1.4, 1), {
      taken: at(addDays('2022-01-10', number * 70), '07:40'),
      by: number % 3 ? ines : book.patient,
      ...(low && {comparator: '<' as const}),
      device: name,
      atHome: true,
      ranges: [{high: 0.6}],
    });
  }
}

/** The sensor: one reading out of the many each day, told by the device and by nobody. */
function sensor(book: Book): void {
  const name = device(book, 'sensor', 'Glucose sensor, upper arm');
  for (let number = 0; number < 130; number++) {
    const day = addDays('2025-02-04', Math.floor(number * 5));
    if (day > '2026-11-20') break;
    measurement(book, 'glucose', book.random.number(3.4, 17.5, 1), {
      taken: at(day, addMinutes('00:10', 45 * book.random.integer(5, 31))),
      device: name,
      method: 'Interstitial glucose sensor',
    });
  }
  measurement(book, 'glucose', 'LO', {
    taken: at('2026-10-02', '03:35'),
    device: name,
    method: 'Interstitial glucose sensor',
    note: 'Pressure low? Finger prick 4.6.',
  });
}

/** Writes them all. */
export function glucose(book: Book): void {
  meter(book);
  sensor(book);
}
