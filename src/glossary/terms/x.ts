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
    forms: [
      'xanthelasmata',
      'xanthoma',
      'xanthomata',
      'corneal arcus',
      'arcus',
      'tendon xanthomata',
    ],
    kind: 'symptom',
    means:
      'Yellow spots of fat under the skin, or a pale ring in the eye. They can go with high ' +
      'cholesterol.',
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
    forms: [
      'dental extraction',
      'dental extractions',
      'dental clearance',
      'exodontia',
      'extraction under LA',
    ],
    kind: 'procedure',
    means: 'A tooth taken out.',
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
    forms: [
      'Otrivine',
      'ephedrine nasal drops',
      'pseudoephedrine',
      'Sudafed',
      'nasal decongestant',
      'decongestant',
      'decongestants',
    ],
    kind: 'medicine',
    means: 'A medicine that clears a blocked nose for a short time.',
    source: ['nhs', '/medicines/decongestants/'],
  },
];
