/** Long, plausible records of one further synthetic person, for measuring; 60 years to today. */
import {Book} from '../book.js';
import {condition, procedure, vaccine} from '../build/clinical.js';
import {bloodPressure, measurement} from '../build/measurements.js';
import {prescription} from '../build/medicines.js';
import {patient} from '../build/person.js';
import {report, result} from '../build/results.js';
import type {ResultEntry} from '../build/results.js';
import {analytes} from '../build/analytes.js';
import type {AnalyteKey} from '../build/analytes.js';
import {letter, visit} from '../build/visits.js';
import {actorRef, placeRef} from '../places.js';
import {round} from '../random.js';
import {addDays, addMinutes, at, demoToday} from '../time.js';
import type {MeasurementRecord} from '../types.js';

const firstDay = '1966-11-21';
const days = (Date.parse(demoToday) - Date.parse(firstDay)) / 86_400_000;

/** Resource types that stand as entries in a record; the rest is who and where. */
export const entryTypes: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Procedure',
]);

const panels: readonly (readonly [name: string, tests: readonly AnalyteKey[]])[] = [
  ['Urea and electrolytes', ['sodium', 'potassium', 'urea', 'creatinine', 'egfr']],
  ['Full blood count', ['haemoglobin', 'whiteCells', 'platelets', 'mcv', 'neutrophils']],
  ['Liver function tests', ['bilirubin', 'alt', 'alp', 'albumin']],
  ['Lipid profile', ['cholesterol', 'hdl', 'nonHdl', 'triglyceride']],
  ['HbA1c', ['hba1c']],
  ['Thyroid function', ['tsh', 'ft4']],
];

const problems = ['Sore throat', 'Back pain', 'Rash', 'Chest infection', 'Headache', 'Knee pain'];
const drugs = [
  ['Amoxicillin 500mg capsules', '1 tds 5/7'],
  ['Paracetamol 500mg tablets', '2 qds prn'],
  ['Omeprazole 20mg gastro-resistant capsules', '1 od 4/52'],
  ['Amlodipine 5mg tablets', '1 od'],
  ['Hydrocortisone 1% cream', 'Apply bd 1/52'],
] as const;

/** A value of a test, most often inside its range. */
function value(book: Book, test: AnalyteKey): ResultEntry {
  const {ranges, decimals} = analytes[test];
  const [first] = ranges as readonly {low?: number; high?: number}[];
  const low = first?.low ?? 0.4 * (first?.high ?? 10);
  const high = first?.high ?? 1.6 * low;
  const spread = high - low;
  const number = round(low - spread * 0.15 + book.random.next() * spread * 1.3, decimals);
  return {test, value: Math.max(number, 0.1)};
}

interface Unit {
  /** How many entries it writes. */
  readonly size: number;
  write(day: string, time: string): void;
}

/** What a record is made of; each stands as often as it should come, of 20. */
function units(book: Book): readonly Unit[] {
  const blood = panels.map(([name, tests]): Unit => ({
    size: tests.length + 1,
    write(day, time) {
      const error = book.random.chance(0.01);
      report(book, {
        name,
        taken: at(day, time),
        issued: at(day, addMinutes(time, 300)),
        ...(error && {status: 'entered-in-error'}),
        results: tests.map((test) => ({
          ...value(book, test),
          ...(error && {status: 'entered-in-error' as const}),
        })),
      });
    },
  }));
  const seen: Unit = {
    size: 2,
    write(day, time) {
      const by = book.random.pick(['drGarsdale', 'drBishopdale'] as const);
      const reason = book.random.pick(problems);
      const encounter = visit(book, {
        text: 'GP appointment',
        start: at(day, time),
        end: at(day, addMinutes(time, 10)),
        place: 'niddValley',
        by,
        reason,
      });
      bloodPressure(book, book.random.integer(110, 155), book.random.integer(64, 92), {
        taken: at(day, time),
        by: actorRef(by),
        visit: encounter,
      });
    },
  };
  const medicine: Unit = {
    size: 1,
    write(day) {
      const [text, dose] = book.random.pick(drugs);
      prescription(book, {text, dose, date: day, status: 'completed', by: 'drGarsdale'});
    },
  };
  const weighed: Unit = {
    size: 1,
    write(day, time) {
      const taken = at(day, time);
      measurement(book, 'weight', book.random.number(68, 84, 1), {
        taken,
        by: placeRef('niddValley'),
      });
    },
  };
  const written: Unit = {
    size: 1,
    write(day, time) {
      const title = 'Clinic letter';
      letter(book, {
        title,
        date: at(day, time),
        place: 'northmoor',
        text: 'Seen in clinic. Stable. Bloods today. OPA 12/12.',
      });
    },
  };
  return [...blood, ...blood, seen, seen, seen, medicine, medicine, medicine, weighed, written];
}

/** The few entries that come once in a while: conditions, vaccinations, procedures. */
function rare(book: Book, day: string): void {
  const text = book.random.pick(problems);
  const partial = book.random.chance(0.3) ? day.slice(0, 7) : day;
  const kind = book.random.integer(0, 3);
  if (kind === 0) {
    condition(book, {
      text,
      recordedDate: partial,
      clinical: 'resolved',
      verification: 'confirmed',
      by: 'drGarsdale',
    });
  } else if (kind === 1) {
    vaccine(book, {text: 'Influenza vaccine (inactivated)', date: partial, place: 'niddValley'});
  } else {
    procedure(book, {text: 'Minor surgery, skin', date: partial, place: 'niddValley'});
  }
}

/**
 * A record of exactly `n` entries (resources of `entryTypes`), with the Patient and what it refers
 * to beside them. The same `n` gives the same bytes. Throws `RangeError` unless `n` is a whole number above 0.
 */
export function measurementRecord(n: number): MeasurementRecord {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError('n must be a whole number above 0');
  const book = new Book(`measurement-${n}`, 'Rowan Wharfedale');
  patient(book, {
    nhsNumber: '9990000050',
    given: 'Rowan',
    family: 'Wharfedale',
    birthDate: '1951-02-03',
    gender: 'male',
    phones: [{value: '01632 960888', use: 'home'}],
    homes: [{line: '1 Wharf View', town: 'Nidderby', postcode: 'NM4 9ZZ'}],
    gp: 'niddValley',
    recorded: '2026-01-05',
  });
  const choices = units(book);
  for (let written = 0; written < n;) {
    // Records grow denser towards today; the last entries are of the last days.
    const day = addDays(firstDay, Math.floor((days - 1) * Math.sqrt((written + 1) / n)));
    const time = addMinutes('08:30', book.random.integer(0, 540));
    const unit = book.random.pick(choices);
    if (unit.size <= n - written && !book.random.chance(0.04)) {
      unit.write(day, time);
      written += unit.size;
    } else if (n - written > 3) {
      rare(book, day);
      written++;
    } else {
      result(book, value(book, 'potassium'), {taken: at(day, time)});
      written++;
    }
  }
  return {patient: book.patientId, resources: book.finish()};
}
