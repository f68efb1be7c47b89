import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
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
