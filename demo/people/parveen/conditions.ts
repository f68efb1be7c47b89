/** Parveen's conditions and allergies. */
import type {Book} from '../book.js';
import {allergy, condition} from '../build/clinical.js';
import {at} from '../time.js';

function current(book: Book): void {
  const active = {clinical: 'active', verification: 'confirmed'} as const;
  condition(book, {
    ...active,
    key: 'diabetes',
    text: 'Type 2 diabetes mellitus',
    code: 'type2Diabetes',
    onset: '2001-10-08',
    recordedDate: '2001-10-08',
    by: 'drGarsdale',
    note: 'Fasting glucose 9.8 x2. Polyuria 3/12. Strong FH T2DM. Diet advice, ref DSN and eye screening.',
  });
  condition(book, {
    ...active,
    key: 'hypertension',
    text: 'Hypertension',
    code: 'hypertension',
    onset: '2004',
    recordedDate: '2004',
    by: 'drGarsdale',
  });
  condition(book, {
    ...active,
    key: 'cholesterol',
    text: 'Raised cholesterol',
    onset: '2009-03',
    recordedDate: '2009-03',
  });
  condition(book, {
    ...active,
    key: 'copd',
    text: 'Chronic obstructive pulmonary disease (COPD)',
    recordedDate: '2012-11-12',
    onset: '2012',
    by: 'drBishopdale',
    note: 'FEV1/FVC 0.61 post-BD, FEV1 64% pred. MRC 2. Ex-smoker, biomass smoke exposure in childhood.',
  });
  condition(book, {
    ...active,
    key: 'retinopathy',
    text: 'Background diabetic retinopathy, both eyes',
    recordedDate: '2014-06-24',
    note: 'R1 M0 R+L. Annual recall.',
  });
  condition(book, {
    ...active,
    key: 'knees',
    text: 'Osteoarthritis of both knees',
    recordedDate: '2018-10-05',
    by: 'drGarsdale',
    note: 'Crepitus R>L. X-ray not needed. Physio ref. Avoid NSAIDs (CKD).',
  });
  condition(book, {
    ...active,
    key: 'ckd',
    text: 'Chronic kidney disease stage 3b (CKD G3b A2)',
    recordedDate: '2022-03-21',
    by: 'drKingsdale',
    note: 'Previously G3a since 2016. eGFR 42, ACR 11. Diabetic and hypertensive.',
  });
  condition(book, {
    ...active,
    key: 'af',
    text: 'Atrial fibrillation',
    onset: '2026-11-09',
    recordedDate: '2026-11-10',
    by: 'drRaydale',
    problem: false,
    visit: book.ref('Encounter', 'admission'),
    note: 'New AF, rate 128 on arrival. CHA2DS2-VASc 4. Rate control, DOAC started.',
  });
}

function past(book: Book): void {
  const over = {clinical: 'resolved', verification: 'confirmed'} as const;
  condition(book, {...over, text: 'Tuberculosis contact, treated', onset: '1976', abated: '1977'});
  condition(book, {
    ...over,
    text: 'Carpal tunnel syndrome, right',
    recordedDate: '2007-02-13',
    abated: '2008-05',
    by: 'drGarsdale',
  });
  condition(book, {
    ...over,
    text: 'Postmenopausal bleeding',
    recordedDate: '2008-04-29',
    abated: '2008-07-02',
    security: ['restricted', 'sexual'],
    note: '2WW gynae. TVS endometrium 3mm. No further action (NFA).',
  });
  condition(book, {
    ...over,
    text: 'Depressive episode after bereavement',
    recordedDate: '2011-01-17',
    abated: '2011-12',
    security: ['restricted', 'psychiatry'],
    by: 'drBishopdale',
  });
  condition(book, {...over, text: 'Urinary tract infection', recordedDate: '2019-08-02'});
  condition(book, {
    ...over,
    text: 'Shingles, left T6',
    recordedDate: '2020-02-18',
    abated: '2020-04',
  });
  condition(book, {...over, text: 'COVID-19', recordedDate: '2021-01-11', abated: '2021-02'});
  condition(book, {
    ...over,
    text: 'Infective exacerbation of COPD',
    recordedDate: '2026-11-09',
    abated: '2026-11-12',
    problem: false,
    by: 'drRaydale',
    visit: book.ref('Encounter', 'admission'),
  });
  condition(book, {
    clinical: 'inactive',
    verification: 'confirmed',
    text: 'Chronic kidney disease stage 3a (CKD G3a A1)',
    recordedDate: '2016-05-09',
    abated: '2022-03-21',
    note: 'Superseded by stage 3b.',
  });
  condition(book, {
    clinical: 'inactive',
    verification: 'confirmed',
    text: 'Vitamin D deficiency',
    recordedDate: '2013-05-20',
  });
  condition(book, {
    clinical: 'inactive',
    verification: 'refuted',
    text: 'Asthma',
    code: 'asthma',
    recordedDate: '2012-11-12',
    onset: '2010',
    by: 'drBishopdale',
    note: 'Spirometry: no reversibility. Not asthma, COPD. Label removed.',
  });
  condition(book, {
    verification: 'enteredInError',
    text: 'Heart failure',
    recordedDate: '2021-06-15',
    note: 'Coded from another patient’s letter. Removed.',
  });
}

function statusNotRecorded(book: Book): void {
  condition(book, {text: 'Neck pain', recordedDate: '1998'});
  condition(book, {
    text: 'Early cataract, right eye',
    recordedDate: '2023-07-11',
    verification: 'confirmed',
    by: 'screener',
  });
}

function allergies(book: Book): void {
  allergy(book, {
    key: 'penicillin',
    text: 'Penicillin V 250mg tablets',
    code: 'transferDegradedDrugAllergy',
    clinical: 'allergyActive',
    verification: 'allergyConfirmed',
    type: 'allergy',
    category: 'medication',
    recordedDate: '2003-05-19',
    reaction: {text: 'Itchy rash', code: 'hives', severity: 'moderate'},
    note: 'Came over with records transfer. Original date not known.',
  });
  allergy(book, {
    text: 'Codeine',
    clinical: 'allergyActive',
    verification: 'allergyConfirmed',
    type: 'intolerance',
    category: 'medication',
    criticality: 'low',
    recordedDate: '2011-03-08',
    by: 'drGarsdale',
    reaction: {text: 'Vomiting and confusion', severity: 'mild'},
  });
  allergy(book, {
    text: 'Latex',
    clinical: 'allergyInactive',
    verification: 'allergyRefuted',
    recordedDate: '2015-09-14',
    note: 'Patch test negative at Three Rivers.',
  });
  allergy(book, {
    text: 'Grass pollen (hay fever)',
    clinical: 'allergyResolved',
    verification: 'allergyConfirmed',
    category: 'environment',
    recordedDate: '1995-06',
  });
  allergy(book, {
    text: 'Trimethoprim',
    verification: 'allergyEnteredInError',
    recordedDate: '2017-03-01',
    recorded: at('2017-03-02', '08:40'),
  });
}

/** Writes them all. */
export function conditions(book: Book): void {
  current(book);
  past(book);
  statusNotRecorded(book);
  allergies(book);
}
