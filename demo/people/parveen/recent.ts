/** Parveen's tests that need care: corrected, doubled, not final, with unusual ranges or values. */
import type {Book} from '../book.js';
import {report, result} from '../build/results.js';
import {provenance, visit} from '../build/visits.js';
import {placeRef} from '../places.js';
import {at} from '../time.js';

/** A potassium first sent as 6.9 and corrected to 4.9; the first stands as entered in error. */
function corrected(book: Book): void {
  const taken = at('2026-09-15', '09:35');
  const sample = {taken, issued: at('2026-09-15', '17:20')};
  const wrong = result(
    book,
    {
      test: 'potassium',
      key: 'potassium-wrong',
      value: 6.9,
      status: 'entered-in-error',
      flag: 'criticalHigh',
      note: 'Haemolysed sample. See corrected result.',
      issued: at('2026-09-15', '13:05'),
    },
    sample,
  );
  report(book, {
    ...sample,
    name: 'Urea and electrolytes',
    status: 'corrected',
    conclusion:
      'Corrected report. K+ first reported as 6.9 on a haemolysed sample. Repeat 4.9. GP informed.',
    results: [
      {test: 'sodium', value: 138},
      {
        test: 'potassium',
        key: 'potassium-corrected',
        value: 4.9,
        status: 'corrected',
        note: 'Corrected on 15 September 2026. First reported as 6.9 mmol/L (haemolysed sample).',
      },
      {test: 'urea', value: 11.2, flag: 'high'},
      {test: 'creatinine', value: 129, flag: 'high'},
      {test: 'egfr', value: 37, flag: 'low'},
    ],
  });
  provenance(
    book,
    [book.ref('Observation', 'potassium-corrected')],
    at('2026-09-15', '17:20'),
    placeRef('northmoorLab'),
    {revisionOf: wrong},
  );
}

/** One blood test that two laboratories sent: the kidney clinic asked for a copy. */
function twice(book: Book): void {
  const taken = at('2025-06-03', '10:15');
  for (const laboratory of ['northmoorLab', 'threeRiversLab'] as const) {
    report(book, {
      taken,
      issued: at(laboratory === 'northmoorLab' ? '2025-06-03' : '2025-06-05', '16:00'),
      laboratory,
      name: laboratory === 'northmoorLab' ? 'Urea and electrolytes' : 'Renal profile',
      results: [
        {test: 'sodium', value: 139},
        {test: 'potassium', value: 4.7},
        {test: 'creatinine', value: 121},
        {test: 'egfr', value: 41},
      ],
    });
  }
}

/** The newest diabetes bloods: the ones her review is about. */
function newest(book: Book): void {
  const taken = at('2026-11-05', '09:20');
  const issued = at('2026-11-06', '13:30');
  const seen = visit(book, {
    text: 'Nurse appointment, blood test',
    start: taken,
    end: at('2026-11-05', '09:40'),
    place: 'niddValley',
    by: 'nurseCoverdale',
    at: 'room3',
    reason: 'Bloods before diabetes review. Telephone interpreter (Urdu).',
  });
  const sample = {taken, issued, visit: seen};
  report(book, {
    ...sample,
    name: 'HbA1c',
    conclusion: 'Dr Garsdale: better than last time. We will talk about it at the diabetes review.',
    results: [
      {
        test: 'hba1c',
        key: 'hba1c-newest',
        value: 61,
        ranges: [
          {low: 20, high: 41, type: 'rangeNormal', appliesTo: 'People without diabetes'},
          {high: 58, type: 'rangeTreatment', appliesTo: 'Agreed target'},
        ],
      },
    ],
  });
  report(book, {
    ...sample,
    name: 'Urea and electrolytes',
    results: [
      {test: 'sodium', value: 137},
      {test: 'potassium', value: 5.0},
      {test: 'urea', value: 10.4, flag: 'high'},
      {test: 'creatinine', value: 126, flag: 'high'},
      {test: 'egfr', value: 38, flag: 'low'},
    ],
  });
  report(book, {
    ...sample,
    name: 'Urine ACR',
    results: [{test: 'acr', value: 3.0, comparator: '<'}],
  });
}

/** In hospital, 9 to 12 November 2026. */
function inHospital(book: Book): void {
  const stay = book.ref('Encounter', 'admission');
  const sample = {
    taken: at('2026-11-09', '15:50'),
    issued: at('2026-11-09', '17:10'),
    visit: stay,
  };
  report(book, {
    ...sample,
    name: 'Emergency bloods',
    results: [
      {test: 'haemoglobin', value: 118},
      {test: 'whiteCells', value: 13.9, flag: 'high'},
      {test: 'crp', value: 64, flag: 'high'},
      {test: 'troponin', value: 3, comparator: '<'},
      {
        test: 'dDimer',
        value: 640,
        ranges: [{high: 710, age: [71, 71], text: 'Age-adjusted: below 710 at age 71'}],
      },
      {test: 'potassium', value: 4.6},
      {test: 'egfr', value: 38, flag: 'low'},
      {test: 'ft4', absent: {code: 'absentError', text: 'Sample too small to test'}},
    ],
  });
  report(book, {
    taken: at('2026-11-10', '07:30'),
    issued: at('2026-11-19', '11:00'),
    visit: stay,
    name: 'Sputum culture',
    status: 'preliminary',
    results: [
      {
        test: 'sputumCulture',
        status: 'preliminary',
        value: 'Haemophilus influenzae, scanty growth. Sensitivities to follow.',
      },
    ],
  });
  report(book, {
    taken: at('2026-11-12', '07:10'),
    issued: at('2026-11-12', '09:15'),
    visit: stay,
    name: 'U&E',
    results: [
      {test: 'sodium', value: 136},
      {test: 'potassium', value: 4.8},
      {test: 'creatinine', value: 124, flag: 'high'},
      {test: 'egfr', value: 38, flag: 'low'},
    ],
  });
  report(book, {
    taken: at('2026-11-09', '16:20'),
    issued: at('2026-11-09', '16:55'),
    visit: stay,
    laboratory: 'northmoor',
    imaging: true,
    name: 'Chest X-ray',
    results: [],
    conclusion: 'Hyperinflated lungs. No consolidation or effusion. Heart size upper limit.',
  });
}

/** Older ones: ranges in words, for a purpose, or none; no name; no value. */
function unusual(book: Book): void {
  report(book, {
    taken: at('2013-05-20', '10:00'),
    issued: at('2013-05-23', '12:00'),
    name: 'Vitamin D',
    results: [{test: 'vitaminD', value: 22, note: 'Treat. Loading dose then maintenance.'}],
  });
  report(book, {
    taken: at('2013-02-25', '09:10'),
    issued: at('2013-02-26', '12:00'),
    name: 'Theophylline level',
    results: [{test: 'theophylline', value: 8.4}],
  });
  report(book, {
    taken: at('2018-10-05', '09:30'),
    issued: at('2018-10-08', '15:45'),
    name: 'Thyroid function',
    status: 'amended',
    conclusion: 'Amended 8 October 2018: comment added. Results unchanged.',
    results: [
      {test: 'tsh', value: 2.31, status: 'amended'},
      {test: 'ft4', value: 15.2},
    ],
  });
  report(book, {
    taken: at('2019-08-02', '11:20'),
    issued: at('2019-08-05', '10:00'),
    name: 'Urine culture',
    results: [
      {test: 'urineCulture', value: 'E. coli >10^5 cfu/mL. Nitrofurantoin sensitive.', ranges: []},
    ],
  });
  const kidney = {laboratory: 'threeRiversLab', issued: at('2022-03-21', '16:00')} as const;
  report(book, {
    taken: at('2022-03-21', '11:00'),
    ...kidney,
    name: 'Renal clinic profile',
    results: [
      {test: 'calcium', value: 2.31},
      {test: 'phosphate', value: 1.21},
      {test: 'pth', value: 9.8, flag: 'high', ranges: []},
      {test: 'ferritin', value: 44, name: false},
      {test: 'vitaminB12', absent: {code: 'absentNotPerformed', text: 'Not enough sample'}},
    ],
  });
}

/** Writes them all. */
export function recent(book: Book): void {
  unusual(book);
  twice(book);
  corrected(book);
  newest(book);
  inHospital(book);
}
