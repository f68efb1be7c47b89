/** What should stand in Dawn's 'Now' on 21 November 2026. Written by hand, from the notes. */
import type {KeyFacts, NowList} from '../types.js';

/** The list. No allergies are recorded, which is not the same as none known. */
export const now: NowList = {
  medicines: [
    {
      name: 'Amitriptyline 10mg tablets',
      date: '7 October 2026',
      source: 'Dr Amara Birkdale',
      reason: 'Migraine prevention',
    },
  ],
  conditions: [{name: '# L distal radius', date: '25 September 2026', source: 'Dr Simon Deepdale'}],
  allergies: [],
  unknown: [],
  never: ['Victim of domestic abuse', 'MARAC summary', 'Safeguarding contact'],
};

/** What a person should reach in three actions. */
export const facts: KeyFacts = {
  medicineReason: {medicine: 'Amitriptyline 10mg tablets', reason: 'Migraine prevention'},
};
