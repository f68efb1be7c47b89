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
  const {src, ownTermsOnly, order, reviewed} = origins;
  const isPlain = !src && !order && origins.terms === undefined && reviewed === undefined;
  const [rules, bundled, own] = await Promise.allSettled([
    part.load(),
    ownTermsOnly
      ? undefined
      : import('../../glossary/terms/load.js').then(({loadTerms}) => loadTerms()),
    isPlain ? undefined : import('./own-terms.js').then((module) => module.readOwn(origins)),
  ]);
  const problems: string[] = [];
  /** What came of a part; what did not is told. */
  const valueOf = <T>(part: PromiseSettledResult<T>, problem: string): T | undefined => {
    if (part.status === 'fulfilled') return part.value;
    problems.push(problem);
    return undefined;
  };
  const words = valueOf(rules, 'rules not fetched')?.everydayWords;
  const terms = valueOf(bundled, 'terms not fetched');
  const read = valueOf(own, 'terms not fetched');
  const sets = terms ? [{name: bundledName, terms}] : [];
  const make: MakeLexicon = (several, reviews) => {
    const lexicon = new Lexicon(several, reviews, words);
    // Names and notices would be taken for terms: nothing is marked, and words can still be looked up.
    if (!words) lexicon.everywhere = () => [];
    return lexicon;
  };
  return read
    ? read(sets, make, problems)
    : {lexicon: make(sets), problems, isPart: problems.length > 0};
}
