/** Gathers the terms of a glossary, and makes one lexicon of them: all that is needed to mark words. */
import {bundledName} from '../../context/glossary-context.js';
import {Lexicon} from '../../glossary/lexicon.js';
import type {EverydayWords} from '../../glossary/matcher.js';
import type {TermReview, TermSet} from '../../model/glossary.js';

/** How the rules are fetched that tell a term from a word of every day; replaced in tests. */
export const part = {
  load: (): Promise<{everydayWords: EverydayWords}> => import('../../glossary/everyday.js'),
};

/** Where terms come from: what a host sets on `<phr-glossary>`. */
export interface TermOrigins {
  readonly terms?: unknown;
  readonly src?: string;
  readonly reviewer?: string;
  readonly ownTermsOnly?: boolean;
  readonly order?: string;
  readonly reviewed?: readonly TermReview[];
}

/** The lexicon, and what a developer should know of terms that are not in it. */
export interface Gathered {
  readonly lexicon: Lexicon;
  readonly problems: readonly string[];
  /** True when some terms, or the rules, could not be fetched: a word that is not found may be among them, and it is worth another try. */
  readonly isPart: boolean;
}

/** Reads every origin, in the host's order; one that fails is named and leaves the others. */
export async function gather(origins: TermOrigins): Promise<Gathered> {
  const {terms, src, ownTermsOnly, order = '', reviewed} = origins;
  const problems: string[] = [];
  const read: Promise<TermSet & {readonly isPart?: boolean}>[] = [];
  if (src || terms !== undefined)
    read.push(import('./own-terms.js').then(({ownTerms}) => ownTerms(origins, problems)));
  if (!ownTermsOnly)
    read.push(
      import('../../glossary/terms/index.js').then(({bundledTerms}) => ({
        name: bundledName,
        terms: bundledTerms,
      })),
    );
  if (/bundled.*own/.test(order)) void read.reverse();
  const sets: TermSet[] = [];
  let isPart = false;
  const [rules, settled] = await Promise.all([
    part.load().catch(() => undefined),
    Promise.allSettled(read),
  ]);
  if (!rules) {
    problems.push('no words are marked: the rules could not be fetched');
    isPart = true;
  }
  for (const one of settled) {
    if (one.status === 'fulfilled') sets.push(one.value);
    else problems.push('some terms could not be fetched');
    isPart ||= one.status === 'rejected' || !!one.value.isPart;
  }
  const [first, second] = sets;
  const all = first && second ? (await import('./own-terms.js')).alike(first, second) : sets;
  const lexicon = new Lexicon(all, reviewed, rules?.everydayWords);
  // Names and notices would be taken for terms: nothing is marked, and words can still be looked up.
  if (!rules) lexicon.everywhere = () => [];
  return {lexicon, problems, isPart};
}
