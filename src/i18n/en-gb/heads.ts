import type {HeadWords} from '../heads.js';

/** Said before a name and as a tag alike. */
const said = {
  notConfirmed: 'Not confirmed',
  statusUnknown: 'Status not known',
  inProgress: 'In progress',
  planned: 'Planned',
};

/** Those that most entries have; the rest stands in `status.ts`. */
export const enGB = {
  leads: {
    ...said,
    stopped: 'Stopped',
    ended: 'Ended',
    notActive: 'Not active now',
    ruledOut: 'Ruled out',
    notDone: 'Not done',
    notGiven: 'Not given',
    cancelled: 'Cancelled',
    didNotAttend: 'Did not attend',
    allergy: 'Allergy',
    intolerance: 'Intolerance',
  },
  // Who reads only the end of 'Ended: No known allergies' must not take it for true.
  lead: (lead: string, name: string) =>
    `${lead}${/^n(?:o|il) known /i.test(name) && /^(?:Ended|Not a|Ruled)/.test(lead) ? ', not true now' : ''}: ${name}`,
  statuses: {
    ...said,
    corrected: 'Corrected',
    changed: 'Changed',
    notFinal: 'Not final',
    booked: 'Booked',
  },
  statements: {
    noKnownAllergies: 'No known allergies',
    noKnownDrugAllergies: 'No known medicine allergies',
  },
  sorts: {
    condition: 'Condition',
    allergy: 'Allergy',
    medicine: 'Medicine',
    prescription: 'Medicine',
    vaccination: 'Vaccination',
    testResult: 'Test result',
    bloodTest: 'Blood test',
    scan: 'Scan',
    report: 'Report',
    measurement: 'Measurement',
    lifestyle: 'Lifestyle',
    procedure: 'Procedure',
    visit: 'Visit',
    hospitalStay: 'Hospital stay',
    emergencyVisit: 'A&E visit',
    letter: 'Letter',
    document: 'Document',
    appointment: 'Appointment',
    carePlan: 'Care plan',
  },
  nameNotRecorded: 'Name not recorded',
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
} satisfies HeadWords;
