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
  readonly reviewed?: unknown;
}

/** The lexicon, and what a developer should know of terms that are not in it. */
export interface Gathered {
  readonly lexicon: Lexicon;
  readonly problems: readonly string[];
  /** True when some terms, or the rules, could not be fetched: a word that is not found may be among them, and it is worth another try. */
  readonly isPart: boolean;
  /** The same with the host's file, where that has not come yet; with problems not told before. Never rejects. */
  readonly rest?: Promise<Gathered>;
}

/** Makes a lexicon of sets in their order, with all that is known of words of every day. */
export type MakeLexicon = (sets: readonly TermSet[], reviews?: readonly TermReview[]) => Lexicon;

/** Reads every origin; one that fails is named and leaves the others. */
export async function gather(origins: TermOrigins): Promise<Gathered> {
  const {terms, src, ownTermsOnly, order, reviewed} = origins;
  const isPlain = !src && !order && terms === undefined && reviewed === undefined;
  const problems: string[] = [];
  const tried = <T>(asked: Promise<T>, problem = 'terms not fetched') =>
    asked.catch(() => {
      problems.push(problem);
      return undefined;
    });
  const [rules, bundled, own] = await Promise.all([
    tried(part.load(), 'rules not fetched'),
    ownTermsOnly
      ? undefined
      : tried(import('../../glossary/terms/load.js').then(({loadTerms}) => loadTerms())),
    isPlain ? undefined : tried(import('./own-terms.js').then(({readOwn}) => readOwn(origins))),
  ]);
  const sets = bundled ? [{name: bundledName, terms: bundled}] : [];
  const make: MakeLexicon = (several, reviews) => {
    const lexicon = new Lexicon(several, reviews, rules?.everydayWords);
    // Names and notices would be taken for terms: nothing is marked, and words can still be looked up.
    if (!rules) lexicon.everywhere = () => [];
    return lexicon;
  };
  return own
    ? own(sets, make, problems)
    : {lexicon: make(sets), problems, isPart: problems.length > 0};
}
