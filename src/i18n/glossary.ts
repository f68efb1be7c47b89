/** Words of the glossary that stand beside a text: all that is needed before a word is selected. */
import {enGB} from './en-gb/glossary.js';
import {defineWords} from './words.js';

export interface GlossaryWords {
  readonly hint: string;
  readonly stop: string;
  readonly start: string;
  /** While what is in the panel of a word is fetched. */
  readonly coming: string;
  /** When it could not be fetched. */
  readonly cannot: string;
}

export const glossaryWords = defineWords<GlossaryWords>('glossary', enGB, {
  cy: () => import('./cy/glossary.js').then((module) => module.cy),
});
