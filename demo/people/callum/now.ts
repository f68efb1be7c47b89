/** What should stand in Callum's 'Now' on 21 November 2026. Written by hand, from the notes. */
import type {KeyFacts, NowList} from '../types.js';

/** The list. */
// prettier-ignore
export const now: NowList = {
  medicines: [
    {name: 'Beclometasone 100micrograms/dose inhaler CFC free', date: '13 October 2025', source: 'Dr Mary Wensley', reason: 'Asthma'},
    {name: 'Sertraline 50mg tablets', date: '18 June 2024', source: 'Dr Mary Wensley', reason: 'Generalised anxiety disorder'},
    {name: 'Salbutamol 100micrograms/dose inhaler CFC free', date: '20 February 2024', source: 'Dr Mary Wensley', reason: 'Asthma'},
  ],
  conditions: [
    {name: 'Generalised anxiety disorder', date: '12 March 2024', source: 'Dr Mary Wensley'},
    {name: 'Dyslexia', date: '2016'},
    {name: 'Asthma', date: '4 November 2013'},
  ],
  allergies: [],
  noKnownAllergies: {name: 'No known allergies', date: '5 September 2022', source: 'Dr Peter Cotterdale'},
  unknown: [
    {name: 'Valerian root tablets (herbal)', date: '3 March 2026', source: 'Callum Swaledale'},
    {name: 'Melatonin 2mg modified-release tablets', date: '30 April 2018', source: 'Harbour Lane Surgery'},
    {name: 'Attachment difficulties', date: '2014'},
    {name: 'Eczema', date: '2009'},
  ],
  never: [
    'Conduct disorder', 'Attention deficit hyperactivity disorder', 'Epilepsy', 'Chlamydia', 'Scabies', 'Peanuts',
    'Propranolol 10mg tablets', 'Fluoxetine 20mg capsules', 'Permethrin 5% cream', 'Doxycycline 100mg capsules',
  ],
};

/** What a person should reach in three actions. */
export const facts: KeyFacts = {
  medicineReason: {medicine: 'Sertraline 50mg tablets', reason: 'Generalised anxiety disorder'},
};
