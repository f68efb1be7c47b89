import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'x-pert',
    term: 'X-PERT',
    forms: ['X-PERT programme'],
    kind: 'procedure',
    means: 'A course about living with diabetes.',
    source: ['nhs', '/conditions/type-2-diabetes/'],
  },
  {
    id: 'xanthelasma',
    term: 'xanthelasma',
    forms: ['xanthelasmata'],
    kind: 'symptom',
    means: 'Yellow spots of fat under the skin around the eyes. They can go with high cholesterol.',
    source: ['nhs', '/conditions/high-cholesterol/'],
  },
  {
    id: 'xanthochromia',
    term: 'xanthochromia',
    kind: 'test',
    means:
      'A yellow colour of the clear fluid around the brain and spine. It can come from a bleed.',
    source: ['nhs', '/conditions/'],
  },
  {
    id: 'xanthoma',
    term: 'xanthoma',
    forms: ['xanthomata', 'tendon xanthomata'],
    kind: 'symptom',
    means: 'A yellow lump of fat under the skin or at a tendon. It can go with high cholesterol.',
    source: ['medlineplus', '/ency/article/001447.htm'],
  },
  {
    id: 'xerostomia',
    term: 'xerostomia',
    forms: ['hyposalivation'],
    kind: 'symptom',
    means: 'Too little spit, so that the mouth is dry.',
    source: ['nhs', '/conditions/dry-mouth/'],
  },
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
    id: 'xla',
    term: 'XLA',
    forms: ['dental extraction', 'dental extractions', 'exodontia'],
    kind: 'procedure',
    means: 'Taking out a tooth.',
    source: ['nhs', '/nhs-services/dentists/'],
  },
  {
    id: 'xr-xray',
    term: 'XR',
    forms: ['XRs', 'radiograph', 'radiographs', 'plain film', 'plain films', 'plain X-ray'],
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
  {
    id: 'xylometazoline',
    term: 'xylometazoline',
    forms: ['Otrivine'],
    kind: 'medicine',
    means: 'A nose spray or drops that clear a blocked nose for a short time.',
    source: ['nhs', '/medicines/decongestants/'],
  },
];
