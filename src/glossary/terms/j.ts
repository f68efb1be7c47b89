import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'jaundice',
    term: 'jaundice',
    forms: ['jaundiced', 'icterus', 'icteric'],
    kind: 'symptom',
    means:
      'Yellow skin and yellow whites of the eyes. It comes from a yellow substance in the blood.',
    say: 'jawn-diss',
    source: ['nhs', '/conditions/jaundice/'],
  },
  {
    id: 'jic',
    term: 'just in case medicines',
    forms: [
      'JIC',
      'JIC meds',
      'JIC medicines',
      'just in case medication',
      'just-in-case medicines',
      'just in case drugs',
      'JIC box',
      'just in case box',
      'JIC bag',
    ],
    kind: 'medicine',
    topic: 'end-of-life',
    means: 'Medicines kept at home for symptoms such as pain or sickness near the end of life.',
    source: ['nhs', '/conditions/end-of-life-care/'],
  },
  {
    id: 'jvp',
    term: 'JVP',
    forms: ['jugular venous pressure', 'JVPNR'],
    kind: 'measurement',
    means: 'The height of a pulse seen in a vein of the neck. It shows how full the heart is.',
    full: 'jugular venous pressure',
    say: 'jug-yoo-lar vee-nus pressure',
    source: ['nhs', '/nhs-app/help/health-records/abbreviations/'],
  },
];
