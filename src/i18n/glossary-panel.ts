/** Words of the panel of a word, of the list of questions and of the list of words that a page's own text holds. */
import {enGB} from './en-gb/glossary-panel.js';
import {defineWords} from './words.js';

export interface GlossaryPanelWords {
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
  /** What stands for a terminology server without a name. */
  readonly terminology: string;
  readonly from: (name: string) => string;
  /** A source calls it just as it is called here. */
  readonly agrees: (name: string) => string;
  /** A source that does not say what it means calls it just as it is called here. */
  readonly sameName: (name: string) => string;
  /** Above what another source says. */
  readonly alsoFrom: (name: string) => string;
  /** In place of a meaning, where a source knows only what it is called. */
  readonly nameOnly: string;
  /** Whose name it is, where there is no meaning. */
  readonly nameFrom: (name: string) => string;
  /** Nothing is known of a word that was asked about. */
  readonly notKnown: string;
  readonly stop: string;
  readonly insteadOf: (names: readonly string[]) => string;
  /** `source`: its name. `opensTab`: false where an app opens it in its own way. `name`: of what, where there are several. */
  readonly more: (source: string, opensTab: boolean, name?: string) => string;
  /** Where a source is known and no page of it: its name, and of what, where there are several. */
  readonly mayBeOn: (source: string, name?: string) => string;
  readonly leaves: string;
  readonly addQuestion: string;
  /** Where the page keeps the questions itself. */
  readonly questionAdded: string;
  /** Where they stand in the list at the end of the glossary. */
  readonly questionListed: string;
  readonly report: string;
  readonly reported: string;
  readonly notReported: (contact: string) => string;
  readonly defaultContact: string;
  readonly wordsHere: string;
  readonly questions: string;
  readonly questionsHint: string;
  readonly whatMeans: (word: string) => string;
  readonly remove: (word: string) => string;
  /** Said once a question has been removed. */
  readonly removed: (word: string) => string;
  readonly exportQuestions: string;
}

export const glossaryPanelWords = defineWords<GlossaryPanelWords>('glossary-panel', enGB, {
  cy: () => import('./cy/glossary-panel.js').then((module) => module.cy),
});
