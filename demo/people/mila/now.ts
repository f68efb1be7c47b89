/** What should stand in Mila's 'Now' on 21 November 2026. Written by hand, from the notes. */
import type {KeyFacts, NowList} from '../types.js';

/** The list, as Mila and her mother see it. */
// prettier-ignore
export const now: NowList = {
  medicines: [
    {name: 'Multivitamin gummies', date: '10 September 2026', source: 'Ines Littondale'},
    {name: 'Insulin aspart 100units/ml solution for injection cartridges', date: '16 September 2025', source: 'Dr Nadia Apedale', reason: 'Type 1 diabetes mellitus'},
    {name: 'Glucagon 3mg nasal powder', date: '16 September 2025', source: 'Dr Nadia Apedale', reason: 'Type 1 diabetes mellitus'},
    {name: 'Blood ketone testing strips', date: '12 March 2024', source: 'Dr Nadia Apedale', reason: 'Type 1 diabetes mellitus'},
  ],
  conditions: [
    {name: 'Low mood and diabetes distress', date: '5 March 2026', source: 'Owen Uldale'},
    {name: 'Type 1 diabetes mellitus', date: '14 October 2021', source: 'Dr Nadia Apedale'},
  ],
  allergies: [{name: 'Sensor adhesive (acrylate)', date: '11 February 2025', source: 'Beth Grisedale'}],
  noKnownAllergies: {name: 'No known drug allergies', date: '16 September 2025', source: 'Dr Nadia Apedale'},
  unknown: [
    {name: 'Nut allergy?', date: '2019'},
    {name: 'Vitamin D 400unit drops', date: '2014'},
  ],
  never: [
    'Coeliac disease', 'Diabetic ketoacidosis', 'Bronchiolitis', 'Chickenpox', 'Impetigo', 'Type 2 diabetes mellitus',
    'Insulin glargine 100units/ml solution for injection pens',
    'Insulin aspart 100units/ml solution for injection pens', 'Flucloxacillin 250mg capsules',
  ],
};

/** What a person should reach in three actions. */
export const facts: KeyFacts = {
  medicineReason: {medicine: 'Glucagon 3mg nasal powder', reason: 'Type 1 diabetes mellitus'},
  lastDischargeLetter: {
    title: 'Discharge letter, children’s ward, Northmoor Hospitals',
    date: '17 October 2021',
  },
};
