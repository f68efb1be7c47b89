/** What the codes of an entry mean. Apart from the lexicon: nothing of it is needed before an entry is opened. */
import type {Meaning} from '../model/glossary.js';
import type {Lexicon} from './lexicon.js';

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly Meaning[]>>();

/** Meanings by their SNOMED CT code; made once for a lexicon. */
function indexOf(lexicon: Lexicon): ReadonlyMap<string, readonly Meaning[]> {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = new Map<string, Meaning[]>();
  for (const meaning of lexicon.meanings.values()) {
    const code = meaning.term.snomed?.[0];
    if (code === undefined) continue;
    const coded = index.get(code);
    if (coded) coded.push(meaning);
    else index.set(code, [meaning]);
  }
  indexes.set(lexicon, index);
  return index;
}

/**
 * What SNOMED CT codes of an entry mean, whatever its name says. Nothing at all where one of them, or a word of the name, can be of
 * safeguarding: a mark would point at it.
 */
export function codedMeanings(
  lexicon: Lexicon,
  codes: readonly string[],
  name: string,
): readonly Meaning[] | undefined {
  const index = indexOf(lexicon);
  const meanings = codes.flatMap((code) => index.get(code) ?? []);
  const inName = lexicon.everywhere(name).flatMap((place) => place.meanings);
  return [...meanings, ...inName].some(({term}) => term.topic === 'safeguarding')
    ? undefined
    : [...new Set(meanings)];
}
