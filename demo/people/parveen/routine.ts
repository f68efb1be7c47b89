/** Parveen's routine blood tests since 1988, and the clinic measurements taken with them. */
import type {Book} from '../book.js';
import {bloodPressure, habit, weightAndBmi} from '../build/measurements.js';
import {report} from '../build/results.js';
import type {ResultEntry} from '../build/results.js';
import {visit} from '../build/visits.js';
import {actorRef} from '../places.js';
import {round} from '../random.js';
import {addDays, addMinutes, at, weekday} from '../time.js';

/** A value that moves from point to point over the years, in straight lines. */
function course(points: readonly (readonly [year: number, value: number])[], year: number): number {
  const [first] = points;
  let last = first ?? [year, 0];
  for (const point of points) {
    if (year < point[0]) {
      const share = (year - last[0]) / (point[0] - last[0] || 1);
      return last[1] + (point[1] - last[1]) * share;
    }
    last = point;
  }
  return last[1];
}

// prettier-ignore
const hba1cCourse = [[2001, 9.4], [2003, 7.1], [2008, 7.6], [2012, 8.3], [2016, 8.0], [2020, 8.6], [2023, 8.1], [2027, 7.7]] as const;
// prettier-ignore
const egfrCourse = [[2001, 104], [2007, 95], [2010, 84], [2013, 70], [2016, 56], [2022, 43], [2027, 38]] as const;
const weightCourse = [
  [1987, 63],
  [2001, 78],
  [2010, 81],
  [2020, 75],
  [2027, 71],
] as const;

/** HbA1c in mmol/mol from percent, by the IFCC master equation. */
export function mmolFromPercent(percent: number): number {
  return Math.round(10.929 * (percent - 2.15));
}

/** Laboratories here began to send an eGFR in 2006. */
function kidneys(book: Book, year: number, old: boolean): ResultEntry[] {
  const egfr = Math.round(course(egfrCourse, year) + book.random.number(-3, 3, 0));
  const creatinine = Math.round(5000 / Math.max(egfr, 20) + book.random.number(-2, 2, 0));
  const results: ResultEntry[] = [
    {test: 'sodium', value: book.random.integer(135, 143)},
    {test: 'potassium', value: book.random.number(4.1, 5.2, 1)},
    {test: 'urea', value: round(400 / Math.max(egfr, 30) + book.random.number(0, 2, 1), 1)},
    {test: 'creatinine', value: creatinine},
  ];
  if (old) return results;
  results.push(
    egfr > 90
      ? {test: 'egfr', value: 90, comparator: '>'}
      : {test: 'egfr', value: egfr, ...(egfr < 60 && year >= 2014 && {flag: 'low' as const})},
  );
  return results;
}

function sugar(book: Book, day: string, year: number): ResultEntry[] {
  const percent = round(course(hba1cCourse, year) + book.random.number(-0.3, 0.3, 1), 1);
  const inMmol: ResultEntry = {test: 'hba1c', value: mmolFromPercent(percent)};
  if (day < '2009-06-01') return [{test: 'hba1cPercent', value: percent}];
  if (day < '2011-10-01') return [{test: 'hba1cPercent', value: percent}, inMmol];
  return [inMmol];
}

function lipids(book: Book, year: number): ResultEntry[] {
  const total = round((year < 2009 ? 6.1 : 4.3) + book.random.number(-0.4, 0.4, 1), 1);
  const hdl = book.random.number(1.0, 1.4, 1);
  return [
    {test: 'cholesterol', value: total},
    {test: 'hdl', value: hdl},
    {test: 'nonHdl', value: round(total - hdl, 1)},
    {test: 'triglyceride', value: book.random.number(1.4, 2.8, 1)},
  ];
}

function liver(book: Book): ResultEntry[] {
  return [
    {test: 'bilirubin', value: book.random.integer(6, 14)},
    {test: 'alt', value: book.random.integer(18, 44)},
    {test: 'alp', value: book.random.integer(62, 118)},
    {test: 'albumin', value: book.random.integer(37, 44)},
  ];
}

function bloodCount(book: Book, day: string): ResultEntry[] {
  const grams = book.random.integer(112, 134);
  return [
    day < '2013-04-01'
      ? {test: 'haemoglobinOld', value: round(grams / 10, 1)}
      : {test: 'haemoglobin', value: grams},
    {test: 'whiteCells', value: book.random.number(5.2, 9.8, 1)},
    {test: 'platelets', value: book.random.integer(190, 330)},
    {test: 'mcv', value: book.random.integer(83, 93)},
    {test: 'neutrophils', value: book.random.number(2.6, 6.4, 1)},
  ];
}

function acr(book: Book, year: number): ResultEntry {
  if (year < 2014) return {test: 'acr', value: 3.0, comparator: '<'};
  return {test: 'acr', value: book.random.number(3.2, year < 2022 ? 7 : 14, 1)};
}

/** One review: a visit with the nurse, its measurements, and the reports of its samples. */
function review(book: Book, day: string, number: number): void {
  const year = Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;
  const time = `${String(book.random.integer(9, 11)).padStart(2, '0')}:${book.random.pick(['05', '20', '40'])}`;
  const taken = at(day, time);
  const issued = at(addDays(day, 1), '14:10');
  const seen = visit(book, {
    text: number === 0 ? 'Diabetes annual review' : 'Nurse appointment, blood test',
    start: taken,
    end: at(day, addMinutes(time, 20)),
    place: 'niddValley',
    by: 'nurseCoverdale',
    at: 'room3',
    ...(number === 0 && {reason: 'Annual review DM. Feet: sensation intact to 10g monofilament.'}),
  });
  const measured = {taken, by: actorRef('nurseCoverdale'), visit: seen};
  const systolic = book.random.integer(126, 152);
  bloodPressure(book, systolic, book.random.integer(70, 84), measured);
  const weight = round(course(weightCourse, year) + book.random.number(-1, 1, 1), 1);
  if (number !== 1) weightAndBmi(book, weight, number === 0 ? 154 : undefined, measured);
  if (number === 0) {
    habit(book, 'Smoking status', year < 2009.2 ? 'Smokes 5 a day' : 'Ex-smoker', measured);
  }
  const sample = {taken, issued, visit: seen};
  report(book, {
    ...sample,
    name: 'Urea and electrolytes',
    results: kidneys(book, year, year < 2006),
  });
  report(book, {...sample, name: 'HbA1c', results: sugar(book, day, year)});
  if (number === 0) {
    report(book, {...sample, name: 'Lipid profile', results: lipids(book, year)});
    report(book, {
      ...sample,
      name: 'Full blood count',
      code: 'fullBloodCount',
      results: bloodCount(book, day),
    });
    report(book, {...sample, name: 'Urine ACR', results: [acr(book, year)]});
  }
  if (number !== 1) report(book, {...sample, name: 'Liver function tests', results: liver(book)});
}

/** Tests before diabetes was found: every second year. */
function early(book: Book): void {
  for (let year = 1988; year < 2001; year += 2) {
    const day = weekday(`${year}-0${book.random.integer(2, 9)}-14`);
    const sample = {taken: day, laboratory: 'northmoorLab'} as const;
    report(book, {...sample, name: 'U&E', results: kidneys(book, year, true)});
    report(book, {...sample, name: 'FBC', results: bloodCount(book, day)});
    bloodPressure(book, book.random.integer(118, 138), book.random.integer(72, 86), {taken: day});
    weightAndBmi(book, round(course(weightCourse, year), 1), undefined, {taken: day});
  }
}

/** Writes the routine tests up to June 2026; the newest ones stand in `recent.ts`. */
export function routine(book: Book): void {
  early(book);
  for (let year = 2001; year <= 2026; year++) {
    for (const [number, month] of ['02', '06', '10'].entries()) {
      if (year === 2001 && number < 2) continue;
      if (year === 2026 && number === 2) continue;
      if (book.random.chance(0.17) && year > 2002) continue;
      const day = weekday(
        `${year}-${month}-${String(book.random.integer(3, 25)).padStart(2, '0')}`,
      );
      review(book, day, number);
    }
  }
}
