/** Words of `<phr-person>` and of the provider's own messages. */
import {enGB} from './en-gb/person.js';
import {defineWords} from './words.js';

export interface PersonWords {
  readonly name: string;
  readonly birthDate: string;
  readonly nhsNumber: string;
  readonly nhsNumberNotVerified: string;
  readonly nameNotRecorded: string;
  readonly died: string;
  /** Said when the record names another that has taken its place. */
  readonly replaced: string;
  /** `name` is undefined while it is not known. */
  readonly viewing: (name: string | undefined) => string;
  readonly loggedInAs: (name: string) => string;
  /** Shown when the page was put together wrongly, so that nobody takes a blank for an empty record. */
  readonly notSetUp: string;
  readonly notSetUpNext: (contact: string) => string;
  /** Who to turn to without a computer, when the host names nobody. */
  readonly defaultContact: string;
}

export const personWords = defineWords<PersonWords>('person', enGB, {
  cy: () => import('./cy/person.js').then((module) => module.cy),
});
