/** Mila's clinics, letters and appointments. */
import type {Book} from '../book.js';
import {procedure} from '../build/clinical.js';
import {bloodPressure, measurement, weightAndBmi} from '../build/measurements.js';
import {report} from '../build/results.js';
import {appointment, letter, provenance, visit} from '../build/visits.js';
import {placeRef, professionalRef} from '../places.js';
import {round} from '../random.js';
import {addDays, addMinutes, ageOn, at, weekday} from '../time.js';

/** The children's diabetes clinic, four times a year since diagnosis. */
export function clinics(book: Book): void {
  let number = 0;
  for (let next = '2022-01-18'; next < '2026-11-01'; next = addDays(next, 91)) {
    const day = weekday(next);
    const seen = visit(book, {
      text: 'Children’s diabetes clinic',
      start: at(day, '14:00'),
      end: at(day, '14:40'),
      place: 'childDiabetes',
      by: 'drApedale',
      at: 'childrensUnit',
    });
    const measured = {taken: at(day, '13:45'), by: professionalRef('diabetesNurse'), visit: seen};
    const age = ageOn('2013-06-03', day);
    measurement(book, 'height', 128 + number * 1.5, measured);
    weightAndBmi(book, round(26 + number * 1.1, 1), 128 + number * 1.5, measured);
    bloodPressure(book, 98 + number, 60 + (number % 6), measured);
    const hba1c = 62 + book.random.integer(-6, 8);
    report(book, {
      taken: at(day, '13:50'),
      issued: at(day, '14:05'),
      visit: seen,
      name: 'HbA1c (point of care)',
      results: [
        {
          test: 'hba1c',
          value: hba1c,
          ranges: [
            {high: 48, type: 'rangeTreatment', appliesTo: 'Target, children with type 1 diabetes'},
          ],
        },
      ],
    });
    if (number % 4 === 3) yearly(book, day, age);
    if (number % 2 === 1) {
      letter(book, {
        title: 'Clinic letter, Children’s Diabetes Team',
        type: 'Clinic letter',
        date: at(addDays(day, 9), '10:00'),
        by: 'drApedale',
        place: 'childDiabetes',
        visit: seen,
        text: `Dear Mila and parents (copy GP). T1DM since Oct 2021. HbA1c ${hba1c} mmol/mol. TIR ${book.random.integer(48, 66)}%, hypos 3%. Pump: bolus before meals, missing breakfast boluses. Sites: lipos L thigh, rotate. Plan: ICR 1:9, BG target 4-10 mmol/L. Retinal screening UTD. OPA 3/12.`,
      });
    }
    number++;
  }
}

function yearly(book: Book, day: string, age: number): void {
  report(book, {
    taken: at(day, '14:45'),
    issued: at(addDays(day, 1), '12:00'),
    name: 'Annual bloods, diabetes',
    results: [
      {
        test: 'haemoglobin',
        value: 128,
        ranges:
          age < 12
            ? [{low: 115, high: 155, age: [6, 12]}]
            : [{low: 120, high: 160, age: [12, 18], appliesTo: 'Female'}],
      },
      {
        test: 'alp',
        value: 268,
        ranges: [{low: 60, high: 425, age: [1, 15], text: 'Children: higher while growing'}],
      },
      {
        test: 'creatinine',
        value: 48,
        ranges: [
          {low: 27, high: 62, age: [5, 11]},
          {low: 35, high: 74, age: [12, 15]},
        ],
      },
      {test: 'tsh', value: 2.1},
      {test: 'coeliac', value: 0.5, comparator: '<'},
    ],
  });
  report(book, {
    taken: day,
    issued: at(addDays(day, 2), '12:00'),
    name: 'Urine ACR',
    results: [{test: 'acr', value: 0.8, ranges: [{high: 3.0}]}],
  });
}

/** The first days, in hospital, and one night of illness. */
export function hospital(book: Book): void {
  const stay = visit(book, {
    text: 'Hospital stay, children’s ward',
    start: at('2021-10-14', '18:20'),
    end: at('2021-10-17', '15:00'),
    how: 'inpatient',
    place: 'northmoor',
    by: 'drApedale',
    reason: 'DKA, new type 1 diabetes',
  });
  report(book, {
    taken: at('2021-10-14', '18:40'),
    issued: at('2021-10-14', '19:10'),
    visit: stay,
    name: 'Emergency bloods',
    results: [
      {test: 'plasmaGlucose', value: 31.4, flag: 'criticalHigh'},
      {test: 'sodium', value: 131, flag: 'low'},
      {test: 'potassium', value: 4.4},
      {test: 'hba1c', value: 108},
      {test: 'ketones', value: 6.0, comparator: '>', flag: 'criticalHigh'},
    ],
  });
  letter(book, {
    title: 'Discharge letter, children’s ward, Northmoor Hospitals',
    type: 'Discharge letter',
    code: 'dischargeSummary',
    date: at('2021-10-17', '14:40'),
    by: 'drApedale',
    place: 'northmoor',
    visit: stay,
    as: 'pdf',
    text: 'New T1DM, DKA (pH 7.21), treated as per BSPED guideline. SC insulin basal bolus. Carb counting started. Ketone meter given, sick day rules. DSN to school. OPA 1/52.',
  });
  visit(book, {
    text: 'A&E visit',
    start: at('2024-12-28', '05:00'),
    end: at('2024-12-28', '11:30'),
    how: 'emergency',
    place: 'northmoor',
    at: 'emergency',
    by: 'aeDoctor',
    reason: 'Vomiting, ketones 3.2, glucose >27.8. Not acidotic. Pump site changed. Home.',
  });
  procedure(book, {
    text: 'Insulin pump start',
    date: '2024-01-23',
    by: 'diabetesNurse',
    place: 'childDiabetes',
  });
  procedure(book, {
    text: 'Digital retinal photography',
    date: '2026-07-21',
    place: 'northmoorEyes',
    outcome: 'R0 M0 both eyes',
  });
}

/** The surgery and the health visitor, since birth. */
export function surgery(book: Book): void {
  const reasons = [
    'Ear pain. TM red. Analgesia, no abx.',
    'Cough 5/7. Viral. Rv SOS.',
    'Rash, viral. Blanches. NFA.',
    'D&V 2/7. Sick day rules, ketones 0.3.',
    'Repeat script query.',
    'DNA.',
  ] as const;
  for (let year = 2013; year <= 2026; year++) {
    for (let number = 0; number < 2; number++) {
      const day = weekday(`${year}-${number ? '09' : '03'}-${String(book.random.integer(10, 24))}`);
      if (day < '2013-07-01') continue;
      const reason = book.random.pick(reasons);
      const time = addMinutes('08:50', book.random.integer(0, 60) * 8);
      const seen = visit(book, {
        text: 'GP appointment',
        start: at(day, time),
        end: at(day, addMinutes(time, 10)),
        place: 'niddValley',
        by: 'drBishopdale',
        status: reason === 'DNA.' ? 'cancelled' : 'finished',
        reason,
      });
      if (reason !== 'DNA.')
        measurement(book, 'temperature', book.random.number(36.4, 38.6, 1), {
          taken: at(day, time),
          by: placeRef('niddValley'),
          visit: seen,
        });
    }
  }
}

/** Notes that Ines wrote about Mila, and appointments. */
export function family(book: Book): void {
  const ines = book.ref('RelatedPerson', 'ines', 'Ines Littondale');
  for (const [day, text] of [
    ['2026-05-20', 'Mila had a bad night, glucose over 15 until 4. Corrected twice.'],
    ['2026-09-10', 'New school year. She wants to do the breakfast dose herself.'],
    ['2026-11-06', 'Fever again so no flu vaccine at school. Can the GP do it?'],
  ] as const) {
    const note = letter(book, {
      title: 'Note from Ines about Mila',
      date: at(day, '20:45'),
      author: ines,
      text,
    });
    provenance(book, [note], at(day, '20:46'), ines);
  }
  for (const [title, day, time, place] of [
    ['Children’s diabetes clinic', '2026-12-08', '14:00', 'childDiabetes'],
    ['Mental health team appointment', '2026-11-26', '16:00', 'childMentalHealth'],
    ['Flu vaccination at the surgery', '2026-11-28', '09:20', 'niddValley'],
    ['Diabetic eye screening', '2027-07-13', '10:30', 'northmoorEyes'],
  ] as const) {
    appointment(book, {
      title,
      start: at(day, time),
      end: at(day, addMinutes(time, 30)),
      status: 'booked',
      place,
      booked: at('2026-11-09', '12:00'),
      ...(place === 'childMentalHealth' && {security: ['restricted', 'psychiatry'] as const}),
      ...(place === 'childDiabetes' && {instruction: 'BSL interpreter booked for Piotr.'}),
    });
  }
}
