import type {GlossaryWords} from '../glossary.js';

export const enGB: GlossaryWords = {
  hint: 'Select an underlined word to see what it means.',
  stop: 'Stop underlining words',
  start: 'Underline words that can be explained',
  coming: 'Getting the meaning',
  cannot: 'We cannot show this now. Select the word again, or load this page again.',
};
