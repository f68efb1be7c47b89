/** Parveen's surgery visits since 1987, with what was prescribed at them. */
import type {Book} from '../book.js';
import {bloodPressure, measurement} from '../build/measurements.js';
import {prescription} from '../build/medicines.js';
import {letter, visit} from '../build/visits.js';
import {professionalRef} from '../places.js';
import {idOf} from '../random.js';
import {addDays, addMinutes, at, weekday} from '../time.js';

interface Complaint {
  readonly reason: string;
  readonly note: string;
  readonly medicine?: string;
  readonly dose?: string;
  readonly days?: number;
  readonly from?: number;
  readonly until?: number;
}

/** What people come with, as a GP writes it down. */
// prettier-ignore
const complaints: readonly Complaint[] = [
  {reason: 'Cough and sputum', note: 'Prod cough 5/7, green. Chest: scattered wheeze, no creps. Sats 95% OA. Rx as below, r/v 1/52 SOS.', medicine: 'Doxycycline 100mg capsules', dose: '2 stat then 1 od 5/7', days: 6, from: 2003},
  {reason: 'Exacerbation of COPD', note: 'Incr SOB 3/7. Talking in sentences. RR 20, sats 93% OA. Rescue pack. Safety netted.', medicine: 'Prednisolone 5mg tablets', dose: '6 od 5/7', days: 5, from: 2012},
  {reason: 'Dysuria', note: 'Dysuria and freq 2/7. Apyrexial, no loin pain. Dip leuc++ nit+. MSU sent.', medicine: 'Nitrofurantoin 100mg modified-release capsules', dose: '1 bd 3/7', days: 3, from: 1996, until: 2020},
  {reason: 'Knee pain', note: 'R knee worse on stairs. No effusion, FROM. OA. Analgesia, exs sheet.', medicine: 'Co-codamol 8mg/500mg tablets', dose: '1-2 qds prn', days: 14, from: 1999, until: 2010},
  {reason: 'Dry itchy skin', note: 'Xerosis both shins. No infection.', medicine: 'Hydrocortisone 1% cream', dose: 'Apply thinly bd 2/52', days: 14},
  {reason: 'Indigestion', note: 'Epigastric discomfort pc. No red flags. Trial PPI 4/52.', medicine: 'Omeprazole 20mg gastro-resistant capsules', dose: '1 od 4/52', days: 28, from: 1998},
  {reason: 'Low back pain', note: 'Mechanical LBP 2/52. SLR 80 both. No bladder or bowel sx. Mobilise.', medicine: 'Paracetamol 500mg tablets', dose: '2 qds prn', days: 14},
  {reason: 'Headache', note: 'Tension type. Fundi NAD. BP ok. Reassured.'},
  {reason: 'Thrush', note: 'Vulval itch, sugars up. Typical.', medicine: 'Clotrimazole 500mg pessary', dose: '1 pv nocte stat', days: 1},
  {reason: 'Tired all the time', note: 'TATT. Sleep poor. Bloods today. Daughter translating, offered interpreter.'},
  {reason: 'Conjunctivitis', note: 'R eye sticky 2/7. VA 6/9. No photophobia.', medicine: 'Chloramphenicol 0.5% eye drops', dose: '1 drop qds 5/7', days: 5},
  {reason: 'Foot check', note: 'Pulses + both. Callus R 1st MTP. Ref podiatry. No ulcer.', from: 2002},
  {reason: 'Medication review', note: 'Concordance ok per daughter. Blister pack discussed. U&E up to date. Next r/v 6/12.', from: 2005},
  {reason: 'Constipation', note: 'BO x2/week. PR not done. Diet, fluids.', medicine: 'Macrogol compound oral powder sachets', dose: '1-2 daily prn', days: 15, from: 2004},
];

/** What can be dealt with on the telephone. */
const byPhone = new Set(['Medication review', 'Tired all the time', 'Constipation', 'Dysuria']);

function surgery(book: Book, year: number): void {
  let last: Complaint | undefined;
  const usual = complaints.filter(({from = 0, until = 9999}) => from <= year && year <= until);
  const many = year < 1995 ? 2 : year < 2005 ? 3 : 5;
  for (let number = 0; number < many; number++) {
    const month = String(Math.floor((number * 12) / many) + 1).padStart(2, '0');
    const day = weekday(`${year}-${month}-${String(book.random.integer(1, 26)).padStart(2, '0')}`);
    if (day >= '2026-10-20' || day < '1987-07-01') continue;
    const time = addMinutes('08:40', 10 * book.random.integer(0, 50));
    const start = year < 1996 ? day : at(day, time);
    const seen = book.random.pick(usual.filter((one) => one !== last));
    last = seen;
    const by = book.random.chance(0.6) || year < 2006 ? 'drGarsdale' : 'drBishopdale';
    const phone = year > 2019 && byPhone.has(seen.reason) && book.random.chance(0.8);
    const encounter = visit(book, {
      text: phone ? 'GP telephone consultation' : 'GP appointment',
      start,
      ...(year >= 1996 && {end: at(day, addMinutes(time, 10))}),
      how: phone ? 'virtual' : 'ambulatory',
      place: 'niddValley',
      by,
      reason: year < 1996 ? seen.reason : `${seen.reason}. ${seen.note}`,
    });
    if (seen.medicine) {
      prescription(book, {
        text: seen.medicine,
        dose: seen.dose ?? 'As directed',
        date: day,
        status: 'completed',
        setting: 'community',
        repeat: false,
        by,
        days: seen.days ?? 7,
        reason: seen.reason,
      });
    }
    if (!phone && book.random.chance(0.35)) {
      const measured = {taken: start, by: professionalRef(by), visit: encounter};
      bloodPressure(book, book.random.integer(128, 158), book.random.integer(68, 88), measured);
      measurement(book, 'pulse', book.random.integer(66, 88), measured);
    }
  }
}

/** A visit that a person did not come to, and one that was cancelled. */
function missed(book: Book): void {
  visit(book, {
    text: 'Podiatry clinic',
    start: at('2017-05-11', '14:00'),
    status: 'cancelled',
    place: 'northmoor',
    reason: 'DNA. Letter went in English. Rebook with interpreter.',
  });
  visit(book, {
    text: 'Pharmacy First consultation',
    start: at('2025-02-06', '16:15'),
    end: at('2025-02-06', '16:25'),
    place: 'bridgeStreet',
    by: 'pharmacist',
    reason: 'Sticky eye 1/7, no red flags. OTC drops supplied. GP to note.',
    source: 'https://bridge-street-pharmacy.example/pharmacy-first',
  });
}

/** Spirometry, kidney clinic and other letters of many years. */
function clinicLetters(book: Book): void {
  for (let year = 2016; year <= 2026; year++) {
    const day = weekday(`${year}-03-${String(book.random.integer(14, 22)).padStart(2, '0')}`);
    const clinic = visit(book, {
      text: 'Kidney clinic, follow-up',
      start: at(day, '11:00'),
      end: at(day, '11:25'),
      place: 'threeRivers',
      by: 'drKingsdale',
      at: 'renalClinic',
    });
    const egfr = Math.round(57 - (year - 2016) * 1.8);
    letter(book, {
      title: 'Clinic letter, Kidney Clinic, Three Rivers Hospital',
      type: 'Clinic letter',
      date: at(addDays(day, 6), '15:30'),
      by: 'drKingsdale',
      place: 'threeRivers',
      visit: clinic,
      text: [
        'Dear Dr Garsdale',
        '',
        `Diagnosis: CKD G3${year < 2022 ? 'a A1' : 'b A2'}, type 2 diabetes, hypertension.`,
        `I reviewed Mrs Nidderdale with her daughter${year > 2017 ? ' and an Urdu interpreter' : ''}. eGFR ${egfr}, previously ${egfr + 2}. ACR ${year < 2022 ? '<3.0' : '9.4'}.`,
        'BP 138/76 on ramipril 10 mg od and amlodipine 5 mg od. No oedema. No urinary sx.',
        'Plan: continue ACEi, avoid NSAIDs, U&E 6/12. OPA 12/12.',
        '',
        'Yours sincerely',
        'Dr Tomas Kingsdale, Consultant nephrologist',
      ].join('\n'),
    });
  }
  letter(book, {
    title: 'Spirometry report',
    date: at('2012-11-12', '16:10'),
    place: 'northmoor',
    text: 'FEV1 1.21 L (64% pred), FVC 1.98 L, ratio 0.61. Post-BD change 4%. Moderate airflow obstruction, not reversible. Suggests COPD, not asthma.',
  });
  // As in real records: the author left long ago and is in no register.
  const gone = `Practitioner/${idOf('professional/left-in-1987')}`;
  book.dangling.push(gone);
  letter(book, {
    author: {reference: gone, display: 'Dr J Semerdale'},
    title: 'Records summary on transfer of paper notes',
    about: {start: '1976', end: '1987'},
    place: 'niddValley',
    text: 'Appendicectomy 1976. TB contact, treated. G3 P2. No other notes received.',
  });
}

/** Writes them all. */
export function visits(book: Book): void {
  visit(book, {
    text: 'Registration with the surgery, new patient check',
    start: '1987-06-15',
    place: 'niddValley',
    by: 'drGarsdale',
    reason: 'New to area, from Pakistan. Urdu speaking. 2 children.',
  });
  for (let year = 1987; year <= 2026; year++) surgery(book, year);
  missed(book);
  clinicLetters(book);
}
