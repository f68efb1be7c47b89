import type {GlossarySearchWords} from '../glossary-search.js';

export const enGB: GlossarySearchWords = {
  lookUp: 'Look up a word',
  lookUpHint: 'For example, BP or blood pressure',
  find: 'Look up',
  looking: 'Looking it up',
  found: (count) => (count === 1 ? '1 word found' : `${count} words found`),
  foundMore: (count) => `The nearest ${count} words`,
  notFound: (word) => `We could not find ‘${word}’`,
  notFoundNext: 'Check the spelling, or ask your doctor, nurse or pharmacist what it means.',
  notLoaded: 'We cannot explain words at the moment. Try again later.',
  defaultContact: 'Call the GP surgery or hospital team.',
};
