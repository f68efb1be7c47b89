import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
  {
    id: 'zoledronic-acid',
    term: 'zoledronic acid',
    forms: ['zoledronate', 'Aclasta', 'Zometa'],
    kind: 'medicine',
    means: 'A drip that makes bones stronger.',
    source: ['bnf', '/drugs/zoledronic-acid/'],
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
