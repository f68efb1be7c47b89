/** Mila's conditions, allergies, medicines and vaccinations. */
import type {Book} from '../book.js';
import {allergy, condition, vaccine} from '../build/clinical.js';
import {prescription, statement} from '../build/medicines.js';
import type {PrescriptionEntry} from '../build/medicines.js';

const mind = {security: ['restricted', 'psychiatry']} as const;

function conditions(book: Book): void {
  const active = {clinical: 'active', verification: 'confirmed'} as const;
  condition(book, {
    ...active,
    key: 'diabetes',
    text: 'Type 1 diabetes mellitus',
    onset: '2021-10-14',
    recordedDate: '2021-10-14',
    by: 'drApedale',
    note: 'DKA at presentation, pH 7.21. GAD antibodies positive.',
  });
  condition(book, {
    ...active,
    ...mind,
    key: 'low-mood',
    text: 'Low mood and diabetes distress',
    recordedDate: '2026-03-05',
    by: 'camhsNurse',
    verification: 'provisional',
    note: 'RCADS raised. No SI. Worry re hypos at school. CAMHS care co-ordinator OU.',
  });
  condition(book, {
    clinical: 'inactive',
    verification: 'refuted',
    text: 'Coeliac disease',
    recordedDate: '2022-11-08',
    by: 'drApedale',
    note: 'tTG 9 then 2. Biopsy not needed. Ruled out.',
  });
  const over = {clinical: 'resolved', verification: 'confirmed'} as const;
  condition(book, {
    ...over,
    text: 'Diabetic ketoacidosis',
    recordedDate: '2021-10-14',
    abated: '2021-10-17',
  });
  condition(book, {...over, text: 'Bronchiolitis', recordedDate: '2013-12'});
  condition(book, {...over, text: 'Chickenpox', recordedDate: '2017-05'});
  condition(book, {...over, text: 'Impetigo', recordedDate: '2024-07-02'});
  condition(book, {text: 'Nut allergy?', recordedDate: '2019'});
  condition(book, {
    verification: 'enteredInError',
    text: 'Type 2 diabetes mellitus',
    recordedDate: '2021-10-15',
  });
}

function allergies(book: Book): void {
  allergy(book, {
    text: 'No known drug allergies',
    code: 'noKnownDrugAllergy',
    clinical: 'allergyActive',
    verification: 'allergyConfirmed',
    recordedDate: '2025-09-16',
    by: 'drApedale',
  });
  allergy(book, {
    text: 'Sensor adhesive (acrylate)',
    clinical: 'allergyActive',
    verification: 'allergyConfirmed',
    type: 'allergy',
    category: 'environment',
    recordedDate: '2025-02-11',
    by: 'diabetesNurse',
    reaction: {text: 'Red itchy skin under the sensor', severity: 'mild'},
    note: 'Told by mum. Barrier film helps.',
  });
}

function medicines(book: Book): void {
  const diabetes = {
    reasonCondition: book.ref('Condition', 'diabetes', 'Type 1 diabetes mellitus'),
    repeat: true,
    by: 'drApedale',
  } as const;
  // prettier-ignore
  const rows: readonly PrescriptionEntry[] = [
    {...diabetes, status: 'active', text: 'Insulin aspart 100units/ml solution for injection cartridges', dose: 'With meals, 1 unit for 9 g carbohydrate, via pump', date: '2025-09-16', form: 'referenced'},
    {...diabetes, status: 'active', text: 'Glucagon 3mg nasal powder', dose: 'ONE dose into one nostril for a severe hypo', asNeeded: true, date: '2025-09-16', form: 'contained'},
    {...diabetes, status: 'active', text: 'Blood ketone testing strips', dose: 'Test if glucose above 14 mmol/L or unwell', date: '2024-03-12'},
    {...diabetes, status: 'stopped', text: 'Insulin glargine 100units/ml solution for injection pens', dose: '9 units at night', date: '2021-10-17', statusReason: 'Changed to pump'},
    {...diabetes, status: 'stopped', text: 'Insulin aspart 100units/ml solution for injection pens', dose: '1:15 g with meals', date: '2021-10-17', statusReason: 'Changed to pump'},
    {status: 'completed', text: 'Flucloxacillin 250mg capsules', dose: '1 qds 1/52', date: '2024-07-02', by: 'drBishopdale', repeat: false},
    {status: 'unknown', text: 'Vitamin D 400unit drops', date: '2014', repeat: false},
  ];
  for (const row of rows) prescription(book, row);
  statement(book, {
    status: 'active',
    text: 'Multivitamin gummies',
    dose: 'TWO a day',
    asserted: '2026-09-10',
    saidBy: book.ref('RelatedPerson', 'ines', 'Ines Littondale'),
  });
}

function vaccinations(book: Book): void {
  for (const [text, date, dose] of [
    ['5-in-1 (DTaP/IPV/Hib), first', '2013-08-01', 1],
    ['5-in-1 (DTaP/IPV/Hib), second', '2013-08-29', 2],
    ['5-in-1 (DTaP/IPV/Hib), third', '2013-09-26', 3],
    ['Pneumococcal (PCV)', '2013-08-01', 1],
    ['Rotavirus', '2013-08-01', 1],
    ['MMR', '2014-06-17', 1],
    ['Hib/MenC', '2014-06-17', 1],
    ['MMR', '2016-11-03', 2],
    ['Pre-school booster (DTaP/IPV)', '2016-11-03', 1],
    ['HPV vaccine', '2025-11-13', 1],
  ] as const) {
    vaccine(book, {
      text,
      date,
      dose,
      place: date > '2020' ? 'schoolHealth' : 'niddValley',
      site: 'Left upper arm',
    });
  }
  for (const year of [2021, 2022, 2023, 2024]) {
    vaccine(book, {
      text: 'Nasal flu vaccine',
      date: `${year}-11-0${year - 2018}`,
      place: 'schoolHealth',
    });
  }
  for (const day of ['2025-11-06', '2026-11-05']) {
    vaccine(book, {
      text: 'Nasal flu vaccine',
      date: day,
      by: 'schoolNurse',
      notGiven: {text: 'Unwell on the day (fever)', code: 'medicalPrecaution'},
      note: 'Mum to book at GP when well. NFA by school.',
    });
  }
}

/** Writes them all. */
export function history(book: Book): void {
  conditions(book);
  allergies(book);
  medicines(book);
  vaccinations(book);
}
