import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'y-bocs',
    term: 'Y-BOCS',
    forms: ['YBOCS'],
    kind: 'measurement',
    means: "A score of how much thoughts and habits of OCD take up a person's life.",
    source: ['nhs', '/mental-health/conditions/obsessive-compulsive-disorder-ocd/'],
  },
  {
    id: 'yag-capsulotomy',
    term: 'YAG capsulotomy',
    forms: ['capsulotomy'],
    kind: 'procedure',
    means: 'A laser makes an opening behind a new lens in the eye, so that sight is clear again.',
    source: ['nhs', '/tests-and-treatments/cataract-surgery/'],
  },
  {
    id: 'yag-laser',
    term: 'YAG laser',
    forms: ['YAG'],
    kind: 'procedure',
    means: 'A laser used inside the eye. It can clear the view after surgery.',
    source: ['nhs', '/tests-and-treatments/cataract-surgery/'],
  },
  {
    id: 'yellow-card',
    term: 'Yellow Card',
    forms: ['Yellow Card scheme'],
    kind: 'record',
    means: 'A way to report a bad effect of a medicine, so that others learn from it.',
    source: ['gov', '/report-problem-medicine-medical-device'],
  },
  {
    id: 'yellow-fever',
    term: 'yellow fever',
    kind: 'condition',
    means:
      'An illness spread by mosquito bites in parts of Africa and South America. A vaccine ' +
      'can prevent it.',
    source: ['nhs', '/conditions/yellow-fever/'],
  },
  {
    id: 'yersinia',
    term: 'Yersinia',
    kind: 'condition',
    means: 'A germ that can give tummy pain and runny poo. It mostly comes from food.',
    source: ['nhs', '/conditions/food-poisoning/'],
  },
  {
    id: 'ymrs',
    term: 'YMRS',
    forms: ['Young Mania Rating Scale'],
    kind: 'measurement',
    means: "A score of how high, fast or restless a person's mood is.",
    full: 'Young Mania Rating Scale',
    source: ['nhs', '/mental-health/conditions/bipolar-disorder/'],
  },
  {
    id: 'yo',
    term: 'yo',
    forms: ['y/o', 'Y/O', 'YO', 'y.o.', 'yrs old', 'yr old', 'yro'],
    kind: 'shorthand',
    means: 'The age of a person, in years.',
    full: 'years old',
    source: ['nhs', '/nhs-app/help/health-records/abbreviations/'],
  },
];
