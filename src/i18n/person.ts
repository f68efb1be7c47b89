/** Words of `<phr-person>`. */
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
}

export const personWords = defineWords<PersonWords>('person', enGB, {
  cy: () => import('./cy/person.js').then((module) => module.cy),
});
