import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'xl',
    term: 'XL',
    forms: ['XL tabs', 'XL caps', 'XL capsules', 'XL tablets'],
    kind: 'dosage',
    means:
      'A tablet or capsule that lets the medicine out slowly. It is made to last most of a day.',
    source: ['nhs', '/medicines/'],
  },
  {
    id: 'xr-xray',
    term: 'XR',
    forms: [
      'XRs',
      'XR knee',
      'XR hip',
      'XR chest',
      'radiograph',
      'radiographs',
      'plain film',
      'plain films',
      'plain X-ray',
    ],
    kind: 'test',
    means: 'A picture of the inside of the body, most often of bones or lungs.',
    full: 'X-ray',
    ambiguous: true,
    source: ['nhs', '/tests-and-treatments/x-ray/'],
    cy: {
      means: "Llun o'r tu mewn i'r corff, gan amlaf o'r esgyrn neu'r ysgyfaint.",
      full: 'pelydr-X',
    },
  },
];
