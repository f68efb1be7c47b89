/** Terms for tests of the glossary, made from what a test is about. */
import type {PhrGlossary} from '../../src/components/glossary/glossary.js';
import type {TermDesk} from '../../src/context/glossary-context.js';
import {codedMeanings} from '../../src/glossary/coded.js';
import type {Lexicon} from '../../src/glossary/lexicon.js';
import {lookUp} from '../../src/glossary/look-up.js';
import type {GlossaryTerm, TermSet} from '../../src/model/glossary.js';

/** A term whose meaning says nothing but which it is. */
export const term = (id: string, rest: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  id,
  term: id,
  forms: [],
  kind: 'condition',
  means: `What ${id} means.`,
  ...rest,
});

/** A set of terms with a name. */
export const setOf = (name: string, ...terms: readonly GlossaryTerm[]): TermSet => ({name, terms});

/** What a glossary of these terms does for a person, without a terminology server; nobody takes what is chosen. */
export const deskOf = (lexicon: Lexicon, rest: Partial<TermDesk> = {}): TermDesk => ({
  lookUp: (words, limit) => Promise.resolve(lookUp(lexicon, words, limit)),
  coded: (codes, name) => codedMeanings(lexicon, codes, name),
  ask: () => Promise.resolve([]),
  asksFirst: () => false,
  act: () => false,
  stop: () => undefined,
  ...rest,
});

/** Waits until a glossary has its terms, and what is inside it has been drawn with them. */
export async function termsOf(glossary: PhrGlossary): Promise<void> {
  const desk = await glossary.desk();
  // Not all of them may be there to be had: that is said to whoever looks up a word.
  await desk.lookUp('').catch(() => undefined);
  await glossary.updateComplete;
}

/** Words of the page's own text in the list of a glossary, which is opened for that and drawn a moment later. */
export function listedWords(glossary: Element): (string | null)[] {
  const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('.here');
  if (!list) return [];
  list.open = true;
  return [...list.querySelectorAll('phr-term')].map(({textContent}) => textContent);
}
