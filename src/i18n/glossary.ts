/** Words of the glossary: `<phr-term>`, `<phr-glossary>` and `<phr-glossary-search>`. */
import {enGB} from './en-gb/glossary.js';
import {defineWords} from './words.js';

export interface GlossaryWords {
  readonly close: string;
  readonly fullName: string;
  readonly say: string;
  readonly example: string;
  readonly notTheSame: string;
  /** Above several meanings. */
  readonly several: (word: string) => string;
  /** Above one meaning of a word that may have others. */
  readonly maybeOther: (word: string) => string;
  readonly firstByCode: string;
  readonly firstByKind: string;
  readonly wholeSentence: string;
  readonly askWhich: string;
  /** Before what follows, in bold. */
  readonly notReviewed: string;
  /** `reviewer` is the name of the trust, when the host gave it. */
  readonly unchecked: (reviewer: string | undefined) => string;
  readonly notWrittenBy: string;
  /** `date` in words. */
  readonly checked: (source: string | undefined, date: string, by: string) => string;
  readonly askCareTeam: string;
  /** What stands for the name of the library's own terms. */
  readonly bundled: string;
  readonly from: (name: string) => string;
  readonly insteadOf: (names: readonly string[]) => string;
  readonly more: (source: string) => string;
  readonly leaves: string;
  readonly addQuestion: string;
  readonly questionAdded: string;
  readonly report: string;
  readonly reported: string;
  readonly notReported: (contact: string) => string;
  readonly defaultContact: string;
  readonly hint: string;
  readonly stop: string;
  readonly start: string;
  readonly lookUp: string;
  readonly lookUpHint: string;
  readonly find: string;
  readonly found: (count: number) => string;
  readonly notFound: (word: string) => string;
  readonly notFoundNext: string;
  readonly notLoaded: string;
  readonly wordsHere: string;
  readonly questions: string;
  readonly questionsHint: string;
  readonly whatMeans: (word: string) => string;
  readonly remove: (word: string) => string;
  readonly exportQuestions: string;
}

export const glossaryWords = defineWords<GlossaryWords>('glossary', enGB, {
  cy: () => import('./cy/glossary.js').then((module) => module.cy),
});
