/** Parveen's medicines: the GP's list, the hospital's, and what her family says she takes. */
import type {List} from '@medplum/fhirtypes';
import type {Book} from '../book.js';
import {prescription, statement} from '../build/medicines.js';
import type {PrescriptionEntry} from '../build/medicines.js';
import {professionalRef} from '../places.js';
import {at} from '../time.js';

function repeats(book: Book): void {
  const repeat = {
    status: 'active',
    setting: 'community',
    repeat: true,
    by: 'drGarsdale',
    days: 28,
  } as const;
  const diabetes = {reasonCondition: book.ref('Condition', 'diabetes', 'Type 2 diabetes mellitus')};
  const rows: readonly PrescriptionEntry[] = [
    {
      ...repeat,
      ...diabetes,
      key: 'metformin',
      text: 'Metformin 500mg tablets',
      dose: 'Take TWO tablets twice a day with food',
      date: '2022-03-14',
    },
    {
      ...repeat,
      ...diabetes,
      text: 'Gliclazide 80mg tablets',
      dose: 'Take ONE tablet twice a day before food',
      date: '2013-09-09',
    },
    {
      ...repeat,
      form: 'contained',
      text: 'Dapagliflozin 10mg tablets',
      dose: '1 od',
      date: '2023-06-06',
      reason: 'Diabetes and kidney protection',
      by: 'drBishopdale',
      note: 'Sick day rules given. Stop if D&V or not eating. Interpreter (Urdu) present.',
    },
    {
      ...repeat,
      text: 'Ramipril 10mg capsules',
      dose: 'Take ONE capsule each morning',
      date: '2016-02-02',
      reasonCondition: book.ref('Condition', 'hypertension', 'Hypertension'),
    },
    {
      ...repeat,
      text: 'Amlodipine 5mg tablets',
      dose: 'Take ONE tablet daily',
      date: '2018-04-17',
      by: 'drBishopdale',
    },
    {
      ...repeat,
      text: 'Atorvastatin 20mg tablets',
      dose: '1 nocte',
      date: '2014-08-11',
    },
    {
      ...repeat,
      text: 'Tiotropium 18microgram inhalation powder capsules',
      dose: 'Inhale the contents of ONE capsule once a day',
      route: 'Inhaled',
      date: '2013-01-21',
      reasonCondition: book.ref(
        'Condition',
        'copd',
        'Chronic obstructive pulmonary disease (COPD)',
      ),
    },
    {
      ...repeat,
      form: 'referenced',
      text: 'Salbutamol 100micrograms/dose inhaler CFC free',
      dose: '2 puffs qds prn',
      asNeeded: true,
      route: 'Inhaled',
      date: '2012-11-12',
      by: 'drBishopdale',
    },
    {
      ...repeat,
      text: 'Paracetamol 500mg tablets',
      dose: 'Take TWO tablets up to four times a day when needed',
      asNeeded: true,
      date: '2018-10-05',
      reason: 'Knee pain',
    },
    {...repeat, text: 'Colecalciferol 800unit capsules', dose: '1 od', date: '2019-05-20'},
  ];
  const written = rows.map((row) => prescription(book, row));
  const list: List = {
    resourceType: 'List',
    status: 'current',
    mode: 'snapshot',
    title: 'Repeat medicines, Nidd Valley Surgery',
    code: {text: 'Repeat medicines'},
    subject: book.patient,
    date: at('2026-10-19', '08:15'),
    source: professionalRef('drGarsdale'),
    entry: written.map((item) => ({item})),
  };
  book.add(list, at('2026-10-19', '08:15'));
}

function earlier(book: Book): void {
  const over = {setting: 'community', repeat: true, by: 'drGarsdale'} as const;
  // prettier-ignore
  const rows: readonly PrescriptionEntry[] = [
    {...over, status: 'stopped', text: 'Metformin 500mg tablets', key: 'metformin-2002', dose: '1 bd', date: '2002-01-14', statusReason: 'Dose increased', note: 'Titrate 500mg od 1/52 then bd. GI s/e explained.'},
    {...over, status: 'stopped', text: 'Metformin 850mg tablets', dose: '1 tds', date: '2008-10-06', statusReason: 'eGFR falling, dose reviewed'},
    {...over, status: 'stopped', text: 'Simvastatin 40mg tablets', dose: '1 nocte', date: '2009-03-23', statusReason: 'Changed to atorvastatin (interaction with amlodipine)'},
    {...over, status: 'stopped', text: 'Aspirin 75mg dispersible tablets', dose: '1 od', date: '2005-07-04', statusReason: 'Primary prevention, no longer advised'},
    {...over, status: 'stopped', text: 'Ibuprofen 400mg tablets', dose: '1 tds pc', date: '2015-03-10', statusReason: 'Kidney function. Avoid NSAIDs'},
    {...over, status: 'stopped', text: 'Bendroflumethiazide 2.5mg tablets', dose: '1 mane', date: '2004-11-15', statusReason: 'Low sodium'},
    {...over, status: 'stopped', text: 'Ramipril 5mg capsules', dose: '1 od', date: '2009-06-22', statusReason: 'Dose increased'},
    {...over, status: 'stopped', text: 'Beclometasone 100micrograms/dose inhaler', dose: '2 puffs bd', date: '2010-09-13', statusReason: 'Not asthma, see spirometry'},
    {...over, status: 'stopped', text: 'Theophylline 200mg modified-release capsules', dose: '1 bd', date: '2013-02-11', statusReason: 'Nausea. No benefit'},
    {...over, status: 'stopped', text: 'Sertraline 50mg tablets', dose: '1 od', date: '2011-01-17', statusReason: 'Course finished, well', security: ['restricted', 'psychiatry']},
    {...over, status: 'cancelled', text: 'Sitagliptin 100mg tablets', dose: '1 od', date: '2020-09-21', statusReason: 'Patient declined'},
    {...over, status: 'entered-in-error', text: 'Warfarin 3mg tablets', dose: 'As per yellow book', date: '2021-06-15', note: 'Wrong patient.'},
    {...over, status: 'active', doNotPerform: true, text: 'Ibuprofen (any NSAID)', date: '2019-03-12', note: 'Do not prescribe: CKD and ACE inhibitor.', repeat: false, key: 'no-nsaid'},
    {...over, status: 'draft', intent: 'proposal', text: 'Empagliflozin 10mg tablets', date: '2023-05-30', note: 'Suggested by renal clinic. Dapagliflozin chosen.', repeat: false},
  ];
  for (const row of rows) prescription(book, row);
}

function hospital(book: Book): void {
  const doctor = professionalRef('drRaydale');
  const at12 = {status: 'active', asserted: at('2026-11-12', '11:40'), saidBy: doctor} as const;
  statement(book, {
    ...at12,
    key: 'apixaban',
    text: 'Apixaban 5mg tablets',
    dose: 'Take ONE tablet twice a day',
    from: '2026-11-10',
    reasonCondition: book.ref('Condition', 'af', 'Atrial fibrillation'),
    note: 'New. Long term. Cr 124, wt 71 kg: full dose. Alert card given to daughter.',
  });
  statement(book, {
    ...at12,
    key: 'metformin-hospital',
    text: 'Metformin 500mg tablets',
    dose: 'Take ONE tablet twice a day with food',
    from: '2026-11-12',
    reasonCondition: book.ref('Condition', 'diabetes', 'Type 2 diabetes mellitus'),
    note: 'Changed: was 1 g bd. Reduced as eGFR 38. GP to review.',
  });
  statement(book, {
    ...at12,
    text: 'Bisoprolol 2.5mg tablets',
    dose: '1 od',
    from: '2026-11-10',
    reason: 'Atrial fibrillation, rate control',
    form: 'contained',
    note: 'New. Watch for wheeze (COPD).',
  });
  const ended = {status: 'completed', saidBy: doctor, asserted: at('2026-11-12', '11:40')} as const;
  // prettier-ignore
  statement(book, {...ended, text: 'Prednisolone 5mg tablets', dose: '30 mg od 5/7', from: '2026-11-09', until: '2026-11-13', reason: 'COPD exacerbation'});
  // prettier-ignore
  statement(book, {...ended, text: 'Doxycycline 100mg capsules', dose: '200 mg stat then 100 mg od 5/7', from: '2026-11-09', until: '2026-11-13', reason: 'COPD exacerbation'});
  statement(book, {
    status: 'not-taken',
    text: 'Nicotine 21mg/24hours patches',
    asserted: at('2026-11-09', '17:05'),
    saidBy: professionalRef('wardNurse'),
    note: 'Offered in error from template. Stopped smoking 2009.',
  });
}

function athome(book: Book): void {
  statement(book, {
    status: 'unknown',
    text: 'Karela (bitter melon) capsules',
    asserted: '2024-04-02',
    saidBy: book.ref('RelatedPerson', 'sana', 'Sana Nidderdale'),
    note: 'Bought abroad. Not sure how many she takes now.',
  });
  statement(book, {
    status: 'completed',
    text: 'Chloramphenicol 0.5% eye drops',
    asserted: '2025-02-06',
    saidBy: professionalRef('pharmacist'),
    source: 'https://bridge-street-pharmacy.example/pharmacy-first',
    reason: 'Conjunctivitis',
    dose: '1 drop 2-hourly for 2/7, then qds for 3/7',
  });
}

/** Writes them all. */
export function medicines(book: Book): void {
  repeats(book);
  earlier(book);
  hospital(book);
  athome(book);
}
