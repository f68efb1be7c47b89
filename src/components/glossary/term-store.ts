/** Gathers the terms of a glossary, and makes one lexicon of them: all that is needed to mark words. */
import {bundledName} from '../../context/glossary-context.js';
import {Lexicon} from '../../glossary/lexicon.js';
import type {EverydayWords} from '../../glossary/matcher.js';
import {inSlices} from '../../glossary/slices.js';
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
export type MakeLexicon = (
  sets: readonly TermSet[],
  reviews?: readonly TermReview[],
) => Promise<Lexicon>;

/** What glossaries of the same origins have together. */
interface Shared {
  readonly of: readonly unknown[];
  /** Whether each of them still waits for it. */
  readonly waiting: (() => boolean)[];
  readonly gathered: Promise<Gathered>;
}
let all: readonly Shared[] = [];

/**
 * Reads every origin; one that fails is named and leaves the others. Glossaries of the same origins that ask at the same time are
 * given the same, and where the host brings nothing of its own, later ones too. Rejects once nobody waits any longer.
 */
export function gather(origins: TermOrigins, isWanted = () => true): Promise<Gathered> {
  const {terms, src, reviewer, ownTermsOnly, order, reviewed} = origins;
  const isPlain = !src && !order && terms === undefined && reviewed === undefined;
  const of = [terms, src, reviewer, ownTermsOnly, order, reviewed];
  const known = all.find(
    (one) =>
      one.of.every((origin, at) => origin === of[at]) && one.waiting.some((waits) => waits()),
  );
  if (known) {
    known.waiting.push(isWanted);
    return known.gathered;
  }
  const waiting = [isWanted];
  const gathered = gatherAll(origins, isPlain, () => waiting.some((waits) => waits()));
  const shared = {of, waiting, gathered};
  const forget = () => (all = all.filter((one) => one !== shared));
  all = [...all, shared];
  gathered.then(({isPart}) => {
    // Nobody is kept by what has come.
    if (isPlain && !isPart) waiting.splice(0, Infinity, () => true);
    else forget();
  }, forget);
  return gathered;
}

async function gatherAll(
  origins: TermOrigins,
  isPlain: boolean,
  isWanted: () => boolean,
): Promise<Gathered> {
  const problems: string[] = [];
  const tried = <T>(asked: Promise<T>, problem = 'terms not fetched') =>
    asked.catch(() => {
      problems.push(problem);
      return undefined;
    });
  const [rules, bundled, own] = await Promise.all([
    tried(part.load(), 'rules not fetched'),
    origins.ownTermsOnly
      ? undefined
      : tried(import('../../glossary/terms/load.js').then(({loadTerms}) => loadTerms())),
    isPlain ? undefined : tried(import('./own-terms.js').then(({readOwn}) => readOwn(origins))),
  ]);
  const sets = bundled ? [{name: bundledName, terms: bundled}] : [];
  const make: MakeLexicon = async (several, reviews) => {
    const steps = Lexicon.inSteps(several, reviews, rules?.everydayWords);
    const lexicon = await inSlices(steps, isWanted);
    // Names and notices would be taken for terms: nothing is marked, and words can still be looked up.
    if (!rules) lexicon.everywhere = () => [];
    return lexicon;
  };
  return own
    ? own(sets, make, problems)
    : {lexicon: await make(sets), problems, isPart: problems.length > 0};
}
