import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'zimmer-frame',
    term: 'Zimmer frame',
    forms: [
      'Zimmer',
      'ZF',
      'WZF',
      'wheeled Zimmer frame',
      'rollator',
      'gutter frame',
      '4WW',
      '3WW',
      'wheeled walker',
      'four wheeled walker',
      'delta frame',
      'pulpit frame',
    ],
    kind: 'device',
    means: 'A frame, with or without wheels, that helps a person to walk.',
    source: ['nhs', '/social-care-and-support/care-services-equipment-and-care-homes/'],
  },
  {
    id: 'zinc-sulfate',
    term: 'zinc sulfate',
    forms: [
      'zinc sulphate',
      'Solvazinc',
      'serum zinc',
      'serum copper',
      'copper level',
      'zinc level',
      'selenium',
    ],
    kind: 'medicine',
    means:
      'A mineral that the body needs in small amounts. It can be measured in blood or given as a ' +
      'tablet.',
    source: ['nhs', '/conditions/vitamins-and-minerals/others/'],
  },
  {
    id: 'zoledronic-acid',
    term: 'zoledronic acid',
    forms: ['zoledronate', 'Aclasta', 'Zometa'],
    kind: 'medicine',
    means: 'A drip that makes bones stronger.',
    source: ['bnf', '/drugs/zoledronic-acid/'],
  },
  {
    id: 'zolpidem',
    term: 'zolpidem',
    forms: ['Stilnoct'],
    kind: 'medicine',
    means: 'A medicine that helps with sleep for a short time.',
    source: ['bnf', '/drugs/zolpidem-tartrate/'],
  },
  {
    id: 'zopiclone',
    term: 'zopiclone',
    forms: ['Zimovane'],
    kind: 'medicine',
    means: 'A medicine used for a short time for trouble with sleep.',
    say: 'zop-ih-klone',
    source: ['nhs', '/medicines/zopiclone/'],
  },
];
