/** What the codes of an entry are called where they were recorded. Apart from what reads codes: the first screen needs none of it. */
import {get, list, text} from './fhir-json.js';
import {sameSystem} from './label.js';

/**
 * The displays of a CodeableConcept's codes in a system, or of a list of them: in small letters, without the tag that tells only
 * clinicians what they are ('(disorder)'). A display without a code is none.
 */
export function codedNamesIn(concepts: unknown, system: string): string[] {
  const names = new Set<string>();
  for (const concept of list(concepts)) {
    for (const coding of list(get(concept, 'coding'))) {
      const name = text(get(coding, 'display'))
        ?.toLowerCase()
        .replace(/\s\([a-z /]+\)$/, '');
      if (name && text(get(coding, 'code')) && sameSystem(get(coding, 'system'), system))
        names.add(name);
    }
  }
  return [...names];
}
