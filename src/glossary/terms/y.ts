import type {BundledTerm} from './bundled-term.js';

export const terms: readonly BundledTerm[] = [
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
