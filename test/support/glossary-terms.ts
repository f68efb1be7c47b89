/** Terms for tests of the glossary, made from what a test is about. */
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
