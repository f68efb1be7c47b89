import type {GlossarySearchWords} from '../glossary-search.js';

/** Welsh: waits for a Welsh language reviewer. */
export const cy: GlossarySearchWords = {
  lookUp: 'Chwilio am air',
  lookUpHint: 'Er enghraifft, BP neu blood pressure',
  find: 'Chwilio',
  looking: 'Yn chwilio',
  found: (count) => (count === 1 ? 'Cafwyd hyd i 1 gair' : `Nifer y geiriau: ${count}`),
  foundMore: (count) => `Y ${count} gair agosaf`,
  notFound: (word) => `Ni allem ddod o hyd i ‘${word}’`,
  notFoundNext:
    'Gwiriwch y sillafu, neu gofynnwch i’ch meddyg, nyrs neu fferyllydd beth mae’n ei olygu.',
  notLoaded: 'Ni allwn esbonio geiriau ar hyn o bryd. Rhowch gynnig arall arni wedyn.',
  defaultContact: 'Ffoniwch y feddygfa neu dîm yr ysbyty.',
};
