/** The host's own terms and reviews, and the order it wants: fetched only where a page has some. */
import {readReviews} from '../../glossary/host-reviews.js';
import {readTerms, type TermProblem} from '../../glossary/host-terms.js';
import {orderOf} from '../../glossary/source-order.js';
import type {GlossaryTerm, TermReview, TermSet} from '../../model/glossary.js';
import type {Gathered, MakeLexicon, TermOrigins} from './term-store.js';

/** How long a file may take, in milliseconds: after that the other terms stand alone. */
const patience = 10_000;

/** How long the other terms wait for it, in milliseconds: words that are marked are better not marked anew a moment later. */
const grace = 500;

/** So many problems are told one by one: nobody reads more. */
const mostTold = 50;

async function fileAt(address: string): Promise<unknown> {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error('not an http address');
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, patience);
  try {
    const headers = {accept: 'application/json'};
    const response = await fetch(url, {headers, signal: abort.signal});
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}

/** Why a file could not be had. Where it is no JSON, engines say of it what stands in it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'could not be read';
  return error.name === 'SyntaxError' ? 'not JSON' : error.message;
}

const inWords = (what: string, problems: readonly TermProblem[]) =>
  problems.map(({index, field, reason}) => `${what} ${index}: ${field || 'entry'}: ${reason}`);

const afterwards = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Begins to read what a host brings. The answer makes a lexicon of that and of the bundled terms: at once of what is there, and
 * once more with the host's file where that is late.
 */
export function readOwn(
  origins: TermOrigins,
): (
  bundled: readonly TermSet[],
  make: MakeLexicon,
  missed: readonly string[],
) => Promise<Gathered> {
  const {terms, src, reviewer, reviewed} = origins;
  let own: readonly GlossaryTerm[] = [];
  let problems: readonly string[] = [];
  const {order, unknown} = orderOf(origins.order);
  if (unknown > 0) problems = ['order: own, bundled and terminology, with spaces between them'];
  const add = (json: unknown, what = 'src: term') => {
    const read = readTerms(json);
    own = [...own, ...read.terms];
    problems = [...problems, ...inWords(what, read.problems)];
  };
  if (terms !== undefined) add(terms, 'term');
  let isPending = !!src;
  let isPart = false;
  const file =
    src &&
    fileAt(src)
      .then((json) => {
        add(json);
      })
      .catch((error: unknown) => {
        isPart = true;
        const reason = reasonOf(error);
        problems = [...problems, `src: ${reason}`];
      })
      .finally(() => {
        isPending = false;
      });

  const gathered = async (
    bundled: readonly TermSet[],
    make: MakeLexicon,
    missed: readonly string[],
  ): Promise<Gathered> => {
    const mine: TermSet = {name: reviewer ?? location.hostname, terms: own};
    const sets = order.flatMap((origin) =>
      origin === 'own' ? mine : origin === 'bundled' ? bundled : [],
    );
    const [first, second] = sets;
    const isWhole = !isPending && !isPart && missed.length === 0;
    let reviews: readonly TermReview[] = [];
    let faults: readonly string[] = [];
    if (reviewed !== undefined) {
      const ids = new Set(sets.flatMap((set) => set.terms.map(({id}) => id)));
      // Until all terms are there, nobody can tell that a review is of none of them.
      const read = readReviews(reviewed, (id) => !isWhole || ids.has(id));
      ({reviews} = read);
      faults = inWords('review', read.problems);
    }
    const all = [...missed, ...problems, ...faults];
    // As it is now: the file may come while the lexicon is made.
    const isLacking = !isPending && !isWhole;
    const lexicon = await make(first && second ? alike(first, second) : sets, reviews);
    return {lexicon, problems: all, isPart: isLacking};
  };

  return async (bundled, make, missed) => {
    // With nothing else to mark, the file is waited for: what is looked up meanwhile is on its way, and not unknown.
    const hasOthers = own.length > 0 || bundled.length > 0;
    if (file) await (hasOthers ? Promise.race([file, afterwards(grace)]) : file);
    const isLate = !!file && isPending;
    const now = await gathered(bundled, make, missed);
    if (!file || !isLate) return {...now, problems: told(now.problems)};
    const rest = file.then(async () => {
      const whole = await gathered(bundled, make, missed).catch(() => ({...now, isPart: true}));
      return {
        ...whole,
        problems: told(whole.problems.filter((one) => !now.problems.includes(one))),
      };
    });
    return {...now, problems: told(now.problems), rest};
  };
}

/** Problems for a developer, the first one by one. */
const told = (problems: readonly string[]): readonly string[] =>
  problems.length > mostTold
    ? [...problems.slice(0, mostTold), `and ${problems.length - mostTold} more`]
    : problems;

const plain = (words: string) => words.toLowerCase();
const nameOf = ({full, term}: GlossaryTerm) => plain(full ?? term);
const formsOf = ({term, forms}: GlossaryTerm) => [term, ...forms].map(plain);

/**
 * Two sets that know of each other. What both call the same and write the same is one term, by the id of the first and written in every way
 * of both: otherwise the host's own words for it would stand beside ours as if the word could mean two things. And a topic that one of them
 * gives a term is that of both: words of a host that say nothing of their topic wait for their check too.
 */
export function alike(first: TermSet, second: TermSet): TermSet[] {
  const own = new Map(first.terms.map((term) => [term.id, term]));
  const byName = new Map(first.terms.map((term) => [nameOf(term), term.id]));
  const others = second.terms.map((term) => {
    const name = nameOf(term);
    const isSame = own.has(term.id);
    const known = own.get(isSame ? term.id : (byName.get(name) ?? ''));
    const written = known && formsOf(known);
    if (!written || (!isSame && !formsOf(term).some((form) => written.includes(form)))) return term;
    // One of ours for each of theirs.
    byName.delete(name);
    const topic = known.topic ?? term.topic;
    const forms = isSame ? known.forms : [...known.forms, term.term, ...term.forms];
    own.set(known.id, {...known, forms, ...(topic && {topic})});
    return {...term, id: known.id, ...(topic && {topic})};
  });
  return [
    {...first, terms: [...own.values()]},
    {...second, terms: others},
  ];
}
