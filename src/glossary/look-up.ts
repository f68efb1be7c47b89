/** Finds terms from what a person typed. Apart from the lexicon: nothing of it is needed before somebody looks a word up. */
import type {FoundTerm} from '../model/glossary.js';
import type {Lexicon} from './lexicon.js';
import {nearest} from './nearest.js';

/**
 * Terms that are written like these words: the same first, then those that begin so, hold them, or are one slip away.
 * What is written in several ways, or has a plural, comes once, in the way that is nearest.
 */
export function lookUp(lexicon: Lexicon, words: string, limit = 20): FoundTerm[] {
  const found = new Map<string, FoundTerm>();
  const {forms} = lexicon;
  for (const place of nearest(words, forms, forms.length)) {
    if (found.size === limit) break;
    const term = lexicon.at(place);
    const name = term.meanings.map((meaning) => meaning.term.id).join();
    if (!found.has(name)) found.set(name, term);
  }
  return [...found.values()];
}
