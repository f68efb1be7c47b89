/** Words of `<phr-glossary-search>`. */
import {enGB} from './en-gb/glossary-search.js';
import {defineWords} from './words.js';

export interface GlossarySearchWords {
  readonly lookUp: string;
  readonly lookUpHint: string;
  readonly find: string;
  /** While the words are looked for. */
  readonly looking: string;
  readonly found: (count: number) => string;
  /** Where there are more words than are shown. */
  readonly foundMore: (count: number) => string;
  readonly notFound: (word: string) => string;
  readonly notFoundNext: string;
  readonly notLoaded: string;
  readonly defaultContact: string;
}

export const glossarySearchWords = defineWords<GlossarySearchWords>('glossary-search', enGB, {
  cy: () => import('./cy/glossary-search.js').then((module) => module.cy),
});
