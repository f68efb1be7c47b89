/** The status of a condition or an allergy that has no code we know the system of. Part of a lazy chunk. */
import {get} from '../fhir-json.js';
import {clean} from '../label.js';
import {meaningOf, unknownStatus, type Meaning, type Meanings} from './meanings.js';

/** What the words of a coded status mean. Undefined: there are none, so it says something that we do not know. */
export function wordedStatus(concept: unknown, meanings: Meanings): Meaning | undefined {
  const words = clean(get(concept, 'text'));
  // Words that are the name of a code say what the code says; its names are its letters (R4 displays).
  const named = meaningOf(words?.toLowerCase().replaceAll(' ', '-'), meanings);
  if (named ?? words) return named ?? {currency: 'unknown', words};
  return typeof concept === 'object' ? undefined : unknownStatus;
}
