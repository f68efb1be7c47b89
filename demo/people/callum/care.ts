/** Callum’s visits: surgeries, A&E, looked-after-child health, talking therapies. */
import type {Book} from '../book.js';
import {bloodPressure, habit, measurement, weightAndBmi} from '../build/measurements.js';
import {prescription} from '../build/medicines.js';
import {report} from '../build/results.js';
import {appointment, letter, provenance, visit} from '../build/visits.js';
import {placeRef, professionalRef} from '../places.js';
import type {PlaceKey} from '../places.js';
import {addMinutes, at, weekday} from '../time.js';

const surgeryOf = (year: number): PlaceKey =>
  year < 2012
    ? 'foundryStreet'
    : year < 2018
      ? 'harbourLane'
      : year < 2024
        ? 'canalSide'
        : 'moorEnd';

/** What he came with: reason, note, medicine, and the years in which it can be. */
// prettier-ignore
const notes = [
  ['Cough', 'Viral URTI. Chest clear. Fluids, paracetamol. Rv SOS.', undefined, 2007, 2026],
  ['Wheeze', 'Wheezy 2/7, sats 96%. PEFR 70% best. Pred 3/7. Rv 48h.', 'Prednisolone 5mg soluble tablets', 2011, 2026],
  ['Asthma review', 'ACT 18. Using SABA 4x/week. Technique poor, retaught. Spacer given.', undefined, 2014, 2026],
  ['Sore throat', 'Tonsils red, no pus. FeverPAIN 1. No abx.', undefined, 2012, 2026],
  ['Eczema', 'Flexures. Emollient, HC 1% bd 1/52.', 'Hydrocortisone 1% cream', 2008, 2018],
  ['Ear pain', 'R TM red, bulging. Analgesia. Delayed script.', 'Amoxicillin 250mg/5ml oral suspension', 2008, 2017],
  ['Did not attend', 'DNA. Letter to carer. NFA.', undefined, 2009, 2024],
  ['Phone call', 'Tried number on file x2, not in service. NFA. Await contact.', undefined, 2019, 2026],
  ['Sleep', 'Poor sleep, ruminating. Moved placement again. Sleep hygiene. R/v 4/52.', undefined, 2015, 2024],
] as const;

/** Surgery visits, with peak flow and what was prescribed. */
export function surgeries(book: Book): void {
  for (let year = 2007; year <= 2026; year++) {
    for (let number = 0; number < 4; number++) {
      const month = String(1 + number * 3).padStart(2, '0');
      const day = weekday(`${year}-${month}-${String(book.random.integer(12, 26))}`);
      if (day < '2007-02-20') continue;
      const place = surgeryOf(year);
      const [reason, note, medicine] = book.random.pick(
        notes.filter(([, , , from, until]) => from <= year && year <= until),
      );
      const missed = reason === 'Did not attend' || reason === 'Phone call';
      const time = addMinutes('09:00', 10 * book.random.integer(0, 45));
      const seen = visit(book, {
        text: missed ? 'GP appointment, not attended' : 'GP appointment',
        start: year < 2010 ? day : at(day, time),
        status: missed ? 'cancelled' : 'finished',
        place,
        reason: `${reason}. ${note}`,
      });
      if (missed) continue;
      if (medicine) {
        prescription(book, {
          text: medicine,
          dose: 'As directed',
          date: day,
          status: 'completed',
          repeat: false,
          place,
          reason,
        });
      }
      if (year < 2013) continue;
      const measured = {taken: at(day, time), by: placeRef(place), visit: seen};
      measurement(
        book,
        'peakFlow',
        200 + (year - 2013) * 20 + 10 * book.random.integer(-4, 4),
        measured,
      );
      if (reason === 'Asthma review')
        measurement(book, 'saturation', book.random.integer(95, 99), measured);
    }
  }
}

/** A&E visits, with letters as they are written at night. */
export function emergencies(book: Book): void {
  for (const [day, time, reason, text] of [
    [
      '2013-11-02',
      '21:10',
      'Wheeze',
      '6y M, wheeze and SOB. Salb nebs x3, pred 30 mg. Home after 4h obs. GP f/u asthma?',
    ],
    [
      '2017-08-14',
      '19:25',
      'Head injury',
      'Fell from wall. No LOC, GCS 15. HI advice given to foster carer. SW informed. NFA.',
    ],
    [
      '2022-06-18',
      '23:50',
      'Hand injury',
      'Punched wall. # R 5th MC neck. NV intact. Neighbour strapped. # clinic 1/52. Not DSH per pt.',
    ],
    [
      '2024-03-02',
      '02:35',
      'Palpitations',
      'Panic. ECG NSR. Obs N. D/W mental health liaison, not seen, left before assessment (LBA).',
    ],
    [
      '2025-07-21',
      '22:40',
      'Asthma attack',
      'Mod exac. PEFR 48%. Nebs, pred 40 mg od 5/7. TTO. Asthma nurse 48h.',
    ],
    [
      '2025-09-28',
      '01:15',
      'Asthma attack',
      'No preventer. Salb x10 via spacer. Pred 40 mg od 5/7. GP please restart ICS.',
    ],
    [
      '2026-08-09',
      '00:20',
      'Chest tightness',
      'PEFR 82%. Anxiety and mild asthma. Home. Safety netted.',
    ],
  ] as const) {
    const seen = visit(book, {
      text: 'A&E visit',
      start: at(day, time),
      how: 'emergency',
      place: 'northmoor',
      by: 'aeDoctor',
      at: 'emergency',
      reason,
    });
    const measured = {taken: at(day, time), by: professionalRef('aeDoctor'), visit: seen};
    measurement(book, 'saturation', book.random.integer(91, 98), measured);
    measurement(book, 'pulse', book.random.integer(84, 126), measured);
    letter(book, {
      title: 'A&E letter to GP',
      type: 'Emergency department letter',
      date: at(day, addMinutes(time, 180)),
      place: 'northmoor',
      visit: seen,
      text: `Dear Dr. ${text} No other info available.`,
    });
  }
}

/** Looked-after-child health assessments, each labelled; a letter in words that hurt. */
export function lookedAfter(book: Book): void {
  const labels = {security: ['restricted'], withhold: 'proxy'} as const;
  for (let year = 2012; year <= 2024; year++) {
    const day = weekday(`${year}-06-${String(book.random.integer(10, 25))}`);
    const seen = visit(book, {
      ...labels,
      text: 'Looked after child health assessment',
      start: at(day, '10:00'),
      end: at(day, '11:00'),
      place: 'lookedAfter',
      by: 'lacNurse',
      reason:
        year === 2019
          ? 'RHA. Refused to engage. DNA x2 before this.'
          : 'Review health assessment (RHA).',
    });
    const measured = {
      ...labels,
      taken: at(day, '10:15'),
      by: professionalRef('lacNurse'),
      visit: seen,
    };
    measurement(book, 'height', 118 + (year - 2012) * 5, measured);
    weightAndBmi(book, 21 + (year - 2012) * 4, undefined, measured);
    const written = letter(book, {
      ...labels,
      title: 'Looked after child health assessment, report',
      date: at(day, '16:00'),
      by: 'lacNurse',
      place: 'lookedAfter',
      visit: seen,
      text:
        year === 2015
          ? 'LAC, placement 3. Difficult child, manipulative. Hoards food. Mother NFA since 2011. Imms: incomplete, chase. Dental: DNA. SDQ 22. Strengths: football.'
          : `LAC. Imms: ${year < 2021 ? 'incomplete, MMR2 outstanding' : 'MMR2 and 3-in-1 booster outstanding'}. Dental ${year % 2 ? 'UTD' : 'DNA'}. SDQ ${book.random.integer(11, 21)}. Plan: GP to chase imms, RHA 12/12.`,
    });
    if (year === 2015) {
      provenance(book, [written], at(day, '16:00'), professionalRef('lacNurse'), {
        ...labels,
        onBehalfOf: 'lookedAfter',
      });
    }
  }
}

/** Talking therapies: scores after each session, and letters. */
export function talking(book: Book): void {
  const labels = {security: ['restricted', 'psychiatry'], withhold: 'proxy'} as const;
  for (let session = 0; session < 10; session++) {
    const day = weekday(`2024-0${5 + Math.floor(session / 3)}-${10 + (session % 3) * 7}`);
    const seen = visit(book, {
      ...labels,
      text: 'Talking therapy session',
      start: at(day, '15:00'),
      end: at(day, '15:50'),
      how: session % 2 ? 'virtual' : 'ambulatory',
      status: session === 6 ? 'cancelled' : 'finished',
      place: 'talking',
      by: 'therapist',
      ...(session === 6 && {reason: 'DNA, no phone credit. Rebooked.'}),
    });
    if (session === 6) continue;
    const measured = {...labels, taken: at(day, '15:00'), by: book.patient, visit: seen};
    habit(book, 'GAD-7 score', `${15 - session} out of 21`, measured, 'survey');
    habit(book, 'PHQ-9 score', `${13 - session} out of 27`, measured, 'survey');
  }
  letter(book, {
    ...labels,
    title: 'Talking therapies, discharge letter',
    date: at('2024-08-27', '11:20'),
    by: 'therapist',
    place: 'talking',
    text: 'Step 2 guided self-help x9, 1 DNA. GAD-7 15 to 6, PHQ-9 13 to 4. Discharged, can re-refer. Pt says phone numbers change: text first.',
  });
}

/** Blood tests, appointments, and how he lives. */
export function other(book: Book): void {
  report(book, {
    taken: at('2024-03-14', '09:10'),
    issued: at('2024-03-15', '12:00'),
    name: 'Full blood count',
    code: 'fullBloodCount',
    results: [
      {test: 'haemoglobin', value: 148, ranges: [{low: 130, high: 170, appliesTo: 'Men'}]},
      {test: 'eosinophils', value: 0.72, flag: 'high'},
      {test: 'whiteCells', value: 6.8},
      {test: 'platelets', value: 244},
    ],
  });
  report(book, {
    taken: at('2024-03-14', '09:10'),
    issued: at('2024-03-15', '12:00'),
    name: 'Thyroid function',
    results: [{test: 'tsh', value: 1.42}],
  });
  report(book, {
    taken: at('2025-07-07', '17:45'),
    issued: at('2025-07-09', '09:00'),
    name: 'Sexual health screen',
    security: ['restricted', 'sexual'],
    withhold: 'proxy',
    results: [{test: 'chlamydia', value: 'Chlamydia trachomatis DETECTED', flag: 'abnormal'}],
  });
  const measured = {taken: at('2026-03-03', '10:10'), by: professionalRef('drWensley')};
  bloodPressure(book, 122, 74, measured);
  weightAndBmi(book, 68.4, 178, measured);
  habit(book, 'Smoking status', 'Vapes. Never smoked', measured);
  for (const [title, day, time, status] of [
    ['Asthma review', '2026-12-01', '09:30', 'booked'],
    ['GP telephone appointment', '2026-11-24', '11:10', 'booked'],
    ['Asthma review', '2026-09-08', '09:30', 'noshow'],
    ['Care leavers’ health check', '2027-01-14', '14:00', 'proposed'],
  ] as const) {
    appointment(book, {
      title,
      status,
      start: at(day, time),
      end: at(day, addMinutes(time, 20)),
      place: 'moorEnd',
      by: 'drWensley',
      booked: at('2026-08-20', '10:00'),
      ...(status === 'noshow' && {reason: 'DNA. Text sent to old number.'}),
    });
  }
}
