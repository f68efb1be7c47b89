/** Parveen's stay at Northmoor Hospitals, 9 to 12 November 2026, and earlier ones. */
import type {Book} from '../book.js';
import {procedure} from '../build/clinical.js';
import {bloodPressure, measurement} from '../build/measurements.js';
import {appointment, letter, provenance, visit} from '../build/visits.js';
import {professionalRef, roleRef} from '../places.js';
import {at} from '../time.js';

const discharge = `Northmoor Hospitals, Ward 7
Discharge letter

Patient: Mrs Parveen Nidderdale, born 14 March 1955, NHS number 999 000 0018
Admitted: 9 November 2026 via ED. Discharged: 12 November 2026 to own home with daughter.
Consultant: Dr Fiona Raydale

Diagnoses: 1. New atrial fibrillation (AF). 2. Infective exacerbation of COPD.
Background: T2DM, CKD 3b, HTN, background diabetic retinopathy, OA knees. Ex-smoker.
Allergies: penicillin (rash), codeine (vomiting).

Presenting complaint: 3/7 SOB, prod cough and palpitations. HR 128 irreg irreg, BP 132/78, sats 91% OA, RR 24.
ECG: AF, no acute ischaemia. CXR: hyperinflated, no consolidation. CRP 64, WCC 13.9, trop <3. eGFR 38 (stable).
Rx: controlled O2 (target 88-92%), nebs, pred 30 mg od 5/7, doxycycline 5/7. Rate controlled with bisoprolol.
CHA2DS2-VASc 4, ORBIT 1. DOAC started after discussion via Urdu interpreter.

Medicines
STARTED: apixaban 5 mg bd (long term). Bisoprolol 2.5 mg od (long term).
CHANGED: metformin reduced from 1 g bd to 500 mg bd as eGFR 38.
STOPPED: none. CONTINUED: all other repeats.

Actions for GP: please update repeat list (metformin dose, apixaban, bisoprolol). U&E and FBC 2/52. HR and BP check 2/52.
Actions for hospital: echo as OP. AF clinic 6/52. Sputum culture result awaited.
Information given to patient: apixaban alert card, leaflet in Urdu. Interpreter: yes. Large print: please.`;

function admission(book: Book): void {
  const stay = visit(book, {
    key: 'admission',
    text: 'Hospital stay, Ward 7',
    start: at('2026-11-09', '15:20'),
    end: at('2026-11-12', '14:30'),
    how: 'inpatient',
    place: 'northmoor',
    by: 'drRaydale',
    at: 'ward7',
    reason: 'Shortness of breath and palpitations',
    diagnosis: book.ref('Condition', 'af', 'Atrial fibrillation'),
  });
  for (const [day, time, systolic, pulse, saturation] of [
    ['2026-11-09', '15:35', 132, 128, 91],
    ['2026-11-09', '22:00', 128, 104, 93],
    ['2026-11-10', '06:10', 126, 96, 92],
    ['2026-11-11', '06:05', 131, 84, 93],
    ['2026-11-12', '06:15', 134, 76, 94],
  ] as const) {
    const measured = {taken: at(day, time), by: professionalRef('wardNurse'), visit: stay};
    bloodPressure(book, systolic, 78, measured);
    measurement(book, 'pulse', pulse, measured);
    measurement(book, 'saturation', saturation, {...measured, note: 'On air. Target 88-92%.'});
    measurement(book, 'temperature', 37.4, measured);
  }
  const draft = letter(book, {
    title: 'Discharge letter, Ward 7, Northmoor Hospitals (draft)',
    type: 'Discharge letter',
    date: at('2026-11-12', '09:50'),
    status: 'superseded',
    by: 'drRaydale',
    place: 'northmoor',
    visit: stay,
    text: 'Draft. Medicines to be confirmed by pharmacy.',
  });
  const written = letter(book, {
    key: 'discharge',
    title: 'Discharge letter, Ward 7, Northmoor Hospitals',
    type: 'Discharge letter',
    code: 'dischargeSummary',
    date: at('2026-11-12', '14:05'),
    author: roleRef('drRaydale'),
    place: 'northmoor',
    visit: stay,
    as: 'pdf',
    text: discharge,
    replaces: draft,
  });
  provenance(book, [written], at('2026-11-12', '14:05'), professionalRef('drRaydale'), {
    onBehalfOf: 'northmoor',
  });
  procedure(book, {
    text: 'ECG (12 lead)',
    date: at('2026-11-09', '15:40'),
    place: 'northmoor',
    visit: stay,
    outcome: 'AF rate 128. No acute ST change.',
  });
  procedure(book, {
    text: 'DC cardioversion',
    date: at('2026-11-10', '10:00'),
    visit: stay,
    notDone: 'Not needed, rate controlled with medicine',
    by: 'drRaydale',
    place: 'northmoor',
  });
}

function earlier(book: Book): void {
  procedure(book, {text: 'Appendicectomy', code: 'appendicectomy', date: '1976'});
  procedure(book, {
    text: 'Carpal tunnel release, right',
    date: '2008-05',
    place: 'northmoor',
    site: 'Right wrist',
    outcome: 'Good',
  });
  procedure(book, {
    text: 'Hysteroscopy',
    date: '2008-06-18',
    place: 'northmoor',
    security: ['restricted', 'sexual'],
  });
  procedure(book, {
    text: 'Pulmonary rehabilitation',
    date: {start: '2014-01-13', end: '2014-03-03'},
    place: 'northmoor',
    note: '12 of 14 sessions. 6MWT +48 m.',
  });
  procedure(book, {
    text: 'Steroid injection, right knee',
    date: '2021-11-02',
    by: 'drBishopdale',
    place: 'niddValley',
    status: 'completed',
  });
  procedure(book, {
    text: 'Colonoscopy',
    date: '2015-04-20',
    status: 'stopped',
    place: 'northmoor',
    note: 'Poor prep. Abandoned at splenic flexure. NFA after CT.',
  });
  for (const [start, end, reason] of [
    ['2013-01-08', '2013-01-12', 'Exacerbation of COPD'],
    ['2019-12-27', '2020-01-02', 'Community-acquired pneumonia'],
    ['2023-02-14', '2023-02-15', 'Hypoglycaemia on gliclazide'],
  ] as const) {
    const stay = visit(book, {
      text: 'Hospital stay',
      start: at(start, '18:40'),
      end: at(end, '13:10'),
      how: 'inpatient',
      place: 'northmoor',
      reason,
    });
    letter(book, {
      title: 'Discharge letter, Northmoor Hospitals',
      type: 'Discharge letter',
      code: 'dischargeSummary',
      date: at(end, '13:00'),
      place: 'northmoor',
      visit: stay,
      text: `Admitted with ${reason.toLowerCase()}. Treated as per guideline, obs stable >24h, MFFD. TTOs given 2/52. GP: please r/v 2/52. No OPA needed.`,
    });
  }
  visit(book, {
    text: 'A&E visit',
    start: at('2015-10-25', '01:40'),
    end: at('2015-10-25', '05:15'),
    how: 'emergency',
    place: 'northmoor',
    at: 'emergency',
    reason: 'Fall at home, wrist sprain. XR NBI. Home with daughter.',
  });
}

function booked(book: Book): void {
  const none = {status: 'booked', booked: at('2026-11-13', '10:20')} as const;
  appointment(book, {
    ...none,
    title: 'Diabetes review, yearly',
    start: at('2026-11-26', '10:40'),
    end: at('2026-11-26', '11:20'),
    place: 'niddValley',
    by: 'nurseCoverdale',
    at: 'room3',
    instruction:
      'Please bring your medicines and home blood pressure readings. An Urdu interpreter is booked.',
  });
  appointment(book, {
    ...none,
    title: 'Heart rhythm clinic',
    start: at('2026-12-22', '14:15'),
    end: at('2026-12-22', '14:45'),
    place: 'northmoor',
    namesPatient: false,
  });
  appointment(book, {
    ...none,
    title: 'Echocardiogram (heart scan)',
    start: at('2026-12-09', '09:00'),
    end: at('2026-12-09', '09:30'),
    place: 'northmoor',
  });
  appointment(book, {
    ...none,
    status: 'cancelled',
    cancelled: 'Clinic cancelled by hospital',
    title: 'Kidney clinic',
    start: at('2026-11-17', '11:00'),
    end: at('2026-11-17', '11:20'),
    place: 'threeRivers',
    at: 'renalClinic',
  });
  appointment(book, {
    ...none,
    status: 'noshow',
    title: 'Podiatry',
    start: at('2017-05-11', '14:00'),
    end: at('2017-05-11', '14:20'),
    place: 'northmoor',
    booked: at('2017-04-18', '12:00'),
  });
}

/** Writes them all. */
export function hospital(book: Book): void {
  earlier(book);
  admission(book);
  booked(book);
}
