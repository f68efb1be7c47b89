/** Callum's conditions, allergies, vaccinations and medicines, over four surgeries. */
import type {Book} from '../book.js';
import {allergy, condition, vaccine} from '../build/clinical.js';
import {prescription, statement} from '../build/medicines.js';
import type {PrescriptionEntry} from '../build/medicines.js';

const asChild = {security: ['restricted'], withhold: 'proxy'} as const;
const mind = {security: ['restricted', 'psychiatry'], withhold: 'proxy'} as const;

function conditions(book: Book): void {
  condition(book, {
    key: 'asthma',
    text: 'Asthma',
    code: 'asthma',
    clinical: 'active',
    verification: 'confirmed',
    onset: '2013',
    recordedDate: '2013-11-04',
    note: 'Stepped down 2021, restarted preventer 2025 after ED x2.',
  });
  condition(book, {
    ...mind,
    key: 'anxiety',
    text: 'Generalised anxiety disorder',
    clinical: 'active',
    verification: 'confirmed',
    recordedDate: '2024-03-12',
    by: 'drWensley',
    note: 'GAD-7 15. No plans or intent. Ref Talking Therapies, SSRI discussed.',
  });
  condition(book, {
    text: 'Dyslexia',
    clinical: 'active',
    verification: 'confirmed',
    recordedDate: '2016',
    note: 'Ed psych report, school. Short letters, please read out.',
  });
  condition(book, {
    ...asChild,
    key: 'conduct',
    text: 'Conduct disorder',
    clinical: 'inactive',
    verification: 'unconfirmed',
    recordedDate: '2015-03-17',
    note: 'Foster carer reports lying and hoarding food. Attention seeking. Poor historian. NFA at present.',
  });
  condition(book, {
    ...asChild,
    text: 'Attention deficit hyperactivity disorder',
    clinical: 'inactive',
    verification: 'refuted',
    recordedDate: '2017-05-23',
    note: 'Full assessment. Does not meet criteria. Hypervigilance in keeping with early trauma.',
  });
  condition(book, {...asChild, text: 'Attachment difficulties', recordedDate: '2014'});
  condition(book, {text: 'Eczema', recordedDate: '2009'});
  const over = {clinical: 'resolved', verification: 'confirmed'} as const;
  condition(book, {...over, text: 'Otitis media', code: 'otitisMedia', recordedDate: '2010-01-19'});
  condition(book, {...over, text: 'Head lice', recordedDate: '2014-10'});
  condition(book, {
    ...over,
    text: '# R 5th metacarpal',
    recordedDate: '2022-06-18',
    abated: '2022-08',
  });
  condition(book, {...over, text: 'Scabies', recordedDate: '2024-11-05', abated: '2024-12'});
  condition(book, {
    ...over,
    text: 'Chlamydia',
    recordedDate: '2025-07-09',
    security: ['restricted', 'sexual'],
    withhold: 'proxy',
    abated: '2025-07',
  });
  condition(book, {verification: 'enteredInError', text: 'Epilepsy', recordedDate: '2012-09-03'});
}

function allergies(book: Book): void {
  allergy(book, {
    text: 'No known allergies',
    code: 'noKnownAllergy',
    clinical: 'allergyActive',
    verification: 'allergyConfirmed',
    recordedDate: '2022-09-05',
    by: 'drCotterdale',
  });
  allergy(book, {
    text: 'Peanuts',
    code: 'peanutAllergy',
    clinical: 'allergyInactive',
    verification: 'allergyRefuted',
    category: 'food',
    recordedDate: '2011-06',
    note: 'Told by foster carer. Eats peanut butter with no problem. Skin prick neg 2014.',
  });
}

/** Years only, as they came over between surgeries; the second MMR and the teenage booster are missing. */
function vaccinations(book: Book): void {
  for (const [text, date, dose] of [
    ['6-in-1 (DTaP/IPV/Hib), first', '2007', 1],
    ['6-in-1 (DTaP/IPV/Hib), second', '2007', 2],
    ['6-in-1 (DTaP/IPV/Hib), third', '2007', 3],
    ['Pneumococcal (PCV)', '2007', 1],
    ['Meningitis C', '2007', 1],
    ['MMR', '2008', 1],
    ['Hib/MenC', '2008', 1],
    ['Pre-school booster (DTaP/IPV)', '2011', 1],
    ['Nasal flu vaccine', '2014', 1],
    ['MenACWY', '2021', 1],
  ] as const) {
    vaccine(book, {text, date, dose, primary: false, recorded: '2012-09-03'});
  }
  vaccine(book, {text: 'HPV vaccine', date: '2019-11', dose: 1});
  vaccine(book, {text: 'COVID-19 vaccine', date: '2021-12-14', dose: 1, disease: 'COVID-19'});
  vaccine(book, {text: 'BCG', words: 'Not known if given', primary: false, recorded: '2012-09-03'});
  vaccine(book, {
    text: 'Influenza vaccine (inactivated)',
    date: '2025-10-20',
    notGiven: {text: 'DNA flu clinic x2'},
    place: 'moorEnd',
  });
}

function medicines(book: Book): void {
  const asthma = {reasonCondition: book.ref('Condition', 'asthma', 'Asthma')};
  // prettier-ignore
  const rows: readonly PrescriptionEntry[] = [
    {...asthma, status: 'stopped', text: 'Beclometasone 100micrograms/dose inhaler CFC free', dose: '1 puff bd via spacer', date: '2015-01-12', place: 'harbourLane', repeat: true, statusReason: 'Well controlled, stepped down', key: 'preventer-1'},
    {...asthma, status: 'active', text: 'Beclometasone 100micrograms/dose inhaler CFC free', dose: '2 puffs bd', date: '2025-10-13', by: 'drWensley', repeat: true, note: 'Restarted: ED x2 in 3/12, SABA 6 in 6/12. Technique checked.', replaces: book.ref('MedicationRequest', 'preventer-1')},
    {...asthma, status: 'active', text: 'Salbutamol 100micrograms/dose inhaler CFC free', dose: '2 puffs prn', asNeeded: true, date: '2024-02-20', by: 'drWensley', repeat: true, form: 'contained'},
    {...mind, status: 'active', text: 'Sertraline 50mg tablets', dose: '1 mane', date: '2024-06-18', by: 'drWensley', repeat: true, reasonCondition: book.ref('Condition', 'anxiety', 'Generalised anxiety disorder'), note: 'Inc from 25mg. S/e: nausea settled. R/v 6/52.'},
    {...mind, status: 'stopped', text: 'Propranolol 10mg tablets', dose: '1 tds prn', date: '2024-03-12', by: 'drWensley', repeat: false, statusReason: 'Asthma: should not have been given'},
    {...mind, status: 'stopped', text: 'Fluoxetine 20mg capsules', dose: '1 od', date: '2022-10-11', place: 'canalSide', repeat: true, statusReason: 'Stopped taking it'},
    {status: 'unknown', text: 'Melatonin 2mg modified-release tablets', code: 'transferDegradedMedicine', dose: '1 nocte', date: '2018-04-30', place: 'harbourLane'},
    {status: 'completed', text: 'Permethrin 5% cream', dose: 'Apply stat, rpt 1/52', date: '2024-11-05', by: 'drWensley', repeat: false},
    {status: 'completed', text: 'Doxycycline 100mg capsules', dose: '1 bd 1/52', date: '2025-07-09', security: ['restricted', 'sexual'], withhold: 'proxy', repeat: false},
  ];
  for (const row of rows) prescription(book, row);
  statement(book, {
    status: 'unknown',
    text: 'Valerian root tablets (herbal)',
    asserted: '2026-03-03',
    saidBy: book.patient,
    note: 'Buys from chemist, some nights.',
  });
}

/** Writes them all. */
export function history(book: Book): void {
  conditions(book);
  allergies(book);
  vaccinations(book);
  medicines(book);
}
