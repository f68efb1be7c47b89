/** Whose record it is. */
import type {FhirDate} from './fhir-date.js';

/** What identifies a person to a person: shown on every screen and page of their record. */
export interface Person {
  readonly name?: string;
  readonly birthDate?: FhirDate;
  /** Ten digits, without spaces. */
  readonly nhsNumber?: string;
  /** False when the record says that the number is not verified. */
  readonly nhsNumberVerified?: boolean;
  /** True when the record says that it is not in use any more, or that another took its place. */
  readonly replaced?: true;
  /** Set when the record says that the person has died; the date, when it says when. */
  readonly died?: true | FhirDate;
}

/** Who is looking at the record. */
export interface Viewer {
  /** `proxy`: somebody who looks at, or acts in, the record of another person. */
  readonly as: 'self' | 'proxy';
  /** Whose 'new since' this is; never shown, sent or put in an event. */
  readonly id?: string;
  /** The name of the proxy, to be shown as 'You are logged in as'. */
  readonly name?: string;
}

/** An NHS number as people read it: 3, 3 and 4 digits, kept on one line. NHS service manual, 'NHS numbers'. */
export function nhsNumberInWords(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3');
}
