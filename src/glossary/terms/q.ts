import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'qds',
    term: 'QDS',
    forms: [
      'qds',
      'q.d.s.',
      'QID',
      'qid',
      'four times a day',
      'four times daily',
      'quater die sumendum',
    ],
    kind: 'dosage',
    means: 'Four times each day.',
    full: 'quater die sumendum',
    source: ['nhs', '/nhs-app/help/health-records/abbreviations/'],
    cy: {
      means: 'Pedair gwaith y dydd.',
    },
  },
  {
    id: 'qof',
    term: 'QOF',
    forms: ['QOF review', 'Quality and Outcomes Framework'],
    kind: 'record',
    means:
      'A scheme that pays GP surgeries for regular checks of people with some long-term ' +
      'conditions.',
    full: 'Quality and Outcomes Framework',
    say: 'koff',
    source: ['nhs-england', '/'],
  },
  {
    id: 'qrisk',
    term: 'QRISK',
    forms: ['QRISK2', 'QRISK3', 'QRISK score', 'QRISK3 score', 'Q-risk', 'Qrisk 3', 'QRISK2 score'],
    kind: 'measurement',
    means: 'A sum that works out the chance of a heart attack or stroke in the next 10 years.',
    source: ['nhs', '/tests-and-treatments/nhs-health-check/'],
  },
  {
    id: 'qtc',
    term: 'QTc',
    forms: ['QT', 'QT interval', 'QTc interval'],
    kind: 'measurement',
    means:
      'On a heart tracing, the time the heart takes to squeeze and get ready for the next beat.',
    source: ['nhs', '/tests-and-treatments/electrocardiogram/'],
  },
  {
    id: 'quadriceps',
    term: 'quadriceps',
    forms: ['quads', 'VMO', 'vastus medialis', 'rectus femoris', 'static quads'],
    kind: 'anatomy',
    means: 'The big muscles at the front of the thigh. They straighten the knee.',
    source: ['medlineplus', '/leginjuriesanddisorders.html'],
  },
  {
    id: 'quantiferon',
    term: 'quantiferon',
    forms: ['QuantiFERON', 'IGRA', 'T-SPOT', 'Mantoux', 'Mantoux test', 'latent TB'],
    kind: 'test',
    means: 'A test for TB germs that are asleep in the body.',
    source: ['nhs', '/conditions/tuberculosis-tb/'],
  },
  {
    id: 'quetiapine',
    term: 'quetiapine',
    forms: ['Seroquel', 'quetiapine XL'],
    kind: 'medicine',
    means: 'A medicine used for some mental health problems that affect mood or thoughts.',
    say: 'kweh-ty-uh-peen',
    source: ['nhs', '/medicines/'],
  },
  {
    id: 'quinine',
    term: 'quinine',
    forms: ['quinine sulfate', 'quinine sulphate'],
    kind: 'medicine',
    means: 'A medicine sometimes used for leg cramps at night, and for malaria.',
    source: ['bnf', '/drugs/quinine/'],
  },
];
