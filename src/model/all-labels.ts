/** Every label of a list at once: what stands under an entry's name and in its details. */
import {list} from './fhir-json.js';
import {conceptLabel} from './label.js';

/** What every concept of a list that has words says, joined by commas; nothing when none has. */
export function allLabels(concepts: unknown): string | undefined {
  const words: string[] = [];
  for (const concept of list(concepts)) {
    const label = conceptLabel(concept);
    if (label && !words.includes(label)) words.push(label);
    if (words.length === 20) break;
  }
  return words.length > 0 ? words.join(', ') : undefined;
}
