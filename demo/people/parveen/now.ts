/** What should stand in Parveen's 'Now' on 21 November 2026. Written by hand, from the notes. */
import type {KeyFacts, NowList} from '../types.js';

const gp = 'Dr Helen Garsdale';

/** The list. Metformin stands twice: the GP's list still has the dose from before the hospital. */
// prettier-ignore
export const now: NowList = {
  medicines: [
    {name: 'Apixaban 5mg tablets', date: '12 November 2026', source: 'Dr Fiona Raydale', reason: 'Atrial fibrillation'},
    {name: 'Metformin 500mg tablets', date: '12 November 2026', source: 'Dr Fiona Raydale', reason: 'Type 2 diabetes mellitus'},
    {name: 'Bisoprolol 2.5mg tablets', date: '12 November 2026', source: 'Dr Fiona Raydale', reason: 'Atrial fibrillation, rate control'},
    {name: 'Dapagliflozin 10mg tablets', date: '6 June 2023', source: 'Dr Anil Bishopdale', reason: 'Diabetes and kidney protection'},
    {name: 'Metformin 500mg tablets', date: '14 March 2022', source: gp, reason: 'Type 2 diabetes mellitus'},
    {name: 'Colecalciferol 800unit capsules', date: '20 May 2019', source: gp},
    {name: 'Paracetamol 500mg tablets', date: '5 October 2018', source: gp, reason: 'Knee pain'},
    {name: 'Amlodipine 5mg tablets', date: '17 April 2018', source: 'Dr Anil Bishopdale'},
    {name: 'Ramipril 10mg capsules', date: '2 February 2016', source: gp, reason: 'Hypertension'},
    {name: 'Atorvastatin 20mg tablets', date: '11 August 2014', source: gp},
    {name: 'Gliclazide 80mg tablets', date: '9 September 2013', source: gp, reason: 'Type 2 diabetes mellitus'},
    {name: 'Tiotropium 18microgram inhalation powder capsules', date: '21 January 2013', source: gp, reason: 'Chronic obstructive pulmonary disease (COPD)'},
    {name: 'Salbutamol 100micrograms/dose inhaler CFC free', date: '12 November 2012', source: 'Dr Anil Bishopdale'},
  ],
  conditions: [
    {name: 'Atrial fibrillation', date: '10 November 2026', source: 'Dr Fiona Raydale'},
    {name: 'Chronic kidney disease stage 3b (CKD G3b A2)', date: '21 March 2022', source: 'Dr Tomas Kingsdale'},
    {name: 'Osteoarthritis of both knees', date: '5 October 2018', source: gp},
    {name: 'Background diabetic retinopathy, both eyes', date: '24 June 2014'},
    {name: 'Chronic obstructive pulmonary disease (COPD)', date: '12 November 2012', source: 'Dr Anil Bishopdale'},
    {name: 'Raised cholesterol', date: 'March 2009'},
    {name: 'Hypertension', date: '2004', source: gp},
    {name: 'Type 2 diabetes mellitus', date: '8 October 2001', source: gp},
  ],
  allergies: [
    {name: 'Codeine', date: '8 March 2011', source: gp},
    {name: 'Penicillin V 250mg tablets', date: '19 May 2003'},
  ],
  unknown: [
    {name: 'Karela (bitter melon) capsules', date: '2 April 2024', source: 'Sana Nidderdale'},
    {name: 'Early cataract, right eye', date: '11 July 2023', source: 'Lynn Waldendale'},
    {name: 'Neck pain', date: '1998'},
  ],
  never: [
    'Asthma', 'Heart failure', 'Shingles, left T6', 'Vitamin D deficiency', 'Postmenopausal bleeding',
    'Chronic kidney disease stage 3a (CKD G3a A1)', 'Aspirin 75mg dispersible tablets',
    'Ibuprofen 400mg tablets', 'Ibuprofen (any NSAID)', 'Simvastatin 40mg tablets', 'Warfarin 3mg tablets',
    'Sitagliptin 100mg tablets', 'Empagliflozin 10mg tablets', 'Doxycycline 100mg capsules',
    'Nicotine 21mg/24hours patches', 'Latex', 'Trimethoprim', 'Grass pollen (hay fever)',
  ],
};

/** What a person should reach in three actions. */
export const facts: KeyFacts = {
  newestHba1c: {value: '61 mmol/mol', date: '5 November 2026'},
  medicineReason: {medicine: 'Apixaban 5mg tablets', reason: 'Atrial fibrillation'},
  lastDischargeLetter: {
    title: 'Discharge letter, Ward 7, Northmoor Hospitals',
    date: '12 November 2026',
  },
};
