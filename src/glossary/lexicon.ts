/**
 * All terms of all sets, found in a text, by their words or by a code.
 *
 * Never one meaning as a certain one where a word has several: they stand in the order of the alphabet, and what is known of
 * the entry may put one first but takes none away.
 */
import {
  type About,
  type FoundTerm,
  type GlossaryTerm,
  type Meaning,
  type TermMark,
  type TermReview,
  type TermSet,
} from '../model/glossary.js';
import type {RecordKind} from '../model/record-kind.js';
import {FormMatcher, isExact, stepSize, type EverydayWords} from './matcher.js';

/** Which kind of word is likelier in which kind of entry. It only puts a meaning first. */
const likely: Partial<Record<RecordKind, string>> = {
  medicines: 'dosage medicine',
  results: 'test measurement',
  measurements: 'test measurement',
  procedures: 'procedure',
};

/** Kinds of words that have no plural in s. */
const uncountable = 'measurement dosage time shorthand record phrase';

/** A form up to this long may be an abbreviation: nobody can tell from it alone which of its meanings is meant. */
const longestShort = 5;

/** How a form is known: letters in short capitals are another word than small ones. */
const keyOf = (form: string): string => (isExact(form) ? form : form.toLowerCase());

const wordsOf = ({full, term}: GlossaryTerm): string => full ?? term;

const isHidden = ({term}: Meaning): boolean => term.topic === 'safeguarding';

/** Several meanings in the order of the alphabet. */
const inOrder = (several: ReadonlySet<Meaning>): Meaning[] =>
  several.size < 2
    ? [...several]
    : [...several].sort((a, b) => wordsOf(a.term).localeCompare(wordsOf(b.term), 'en'));

/** Sets in the host's order, its reviews, and the words of every day. */
type Known = [
  sets: readonly TermSet[],
  reviews?: readonly TermReview[],
  everyday?: EverydayWords | undefined,
];

/** Every word known, ready to be found. Building it is long: in steps, and once for a page. */
export class Lexicon {
  /** Every meaning, by the id of its term. */
  readonly meanings = new Map<string, Meaning>();
  /** Every way in which a term is written, plurals too; the places of this list are those of `at`. */
  readonly forms: string[] = [];
  readonly #of: (readonly Meaning[])[] = [];
  readonly #together = new Map<string, readonly Meaning[]>();
  #matcher = new FormMatcher([]);

  /** Sets in the host's order: the first that has a term says what it means. */
  constructor(...known: Known) {
    const steps = this.#build(...known);
    while (!steps.next().done);
  }

  /** The same in steps, for a page that has other things to do meanwhile. */
  static *inSteps(...known: Known): Generator<undefined, Lexicon> {
    const lexicon = new Lexicon([]);
    yield* lexicon.#build(...known);
    return lexicon;
  }

  *#build(...[sets, reviews = [], everyday]: Known): Generator<undefined> {
    const reviewed = new Map(reviews.map((review) => [review.id, review]));
    let count = 0;
    for (const {name, terms} of sets)
      for (const term of terms) {
        this.#add(term, name, reviewed.get(term.id));
        if (++count % stepSize === 0) yield;
      }
    const places = new Map<string, Set<Meaning>>();
    const written = (form: string, meanings: Iterable<Meaning>) => {
      const key = keyOf(form);
      let known = places.get(key);
      if (!known) {
        places.set(key, (known = new Set()));
        this.forms.push(form);
      }
      for (const meaning of meanings) known.add(meaning);
    };
    for (const meaning of this.meanings.values()) {
      for (const form of [meaning.term.term, ...meaning.term.forms]) written(form, [meaning]);
      if (++count % stepSize === 0) yield;
    }
    // One plural in s for small words that are things, and 'b.d' for 'b.d.', unless it is a word of its own.
    for (const form of [...this.forms]) {
      const meanings = [...(places.get(keyOf(form)) ?? [])];
      const more = /^(?:\p{L}\.){2,}$/u.test(form)
        ? form.slice(0, -1)
        : /\p{Ll}{3}[^\Wsy\d]$/u.test(form) &&
          !meanings.some(({term}) => uncountable.includes(term.kind)) &&
          `${form}s`;
      if (more && !places.has(keyOf(more))) written(more, meanings);
      if (++count % stepSize === 0) yield;
    }
    // A map keeps the order in which its keys came: that of the forms.
    for (const several of places.values())
      if (this.#of.push(inOrder(several)) % stepSize === 0) yield;
    this.#matcher = yield* FormMatcher.inSteps(this.forms, everyday);
  }

  #add(term: GlossaryTerm, from: string, review: TermReview | undefined): void {
    const {id, topic} = term;
    const known = this.meanings.get(id);
    if (known) {
      if (known.from !== from)
        this.meanings.set(id, {...known, insteadOf: [...known.insteadOf, from]});
      return;
    }
    const checked = review ?? term.checked;
    this.meanings.set(id, {
      term,
      from,
      ...(checked && {checked: {on: checked.on, by: checked.by}}),
      withheld: !checked && !!topic && topic !== 'safeguarding',
      insteadOf: [],
    });
  }

  /** Every place of a text at which a known word stands, with all that it can mean, safeguarding included. */
  everywhere(text: string): {start: number; end: number; meanings: readonly Meaning[]}[] {
    return this.#matcher
      .find(text)
      .map(({start, end, forms}) => ({start, end, meanings: this.#meaningsOf(forms)}));
  }

  /** What several ways of writing mean together is put in order once. */
  #meaningsOf(forms: readonly number[]): readonly Meaning[] {
    const [first = -1] = forms;
    if (forms.length < 2) return this.#of[first] ?? [];
    const key = forms.join();
    let meanings = this.#together.get(key);
    if (!meanings)
      this.#together.set(
        key,
        (meanings = inOrder(new Set(forms.flatMap((form) => this.#of[form] ?? [])))),
      );
    return meanings;
  }

  /**
   * The words of a text that are known, from left to right. What can mean something of safeguarding is found, so that no word
   * inside it is taken for another, and then left out whatever else it can mean: a mark would point at it.
   */
  find(text: string, about: About = {}): TermMark[] {
    const marks: TermMark[] = [];
    // What can be meant is judged once, however often it stands in a text.
    const known = new Map<readonly Meaning[], Pick<TermMark, 'meanings' | 'ambiguous'> | false>();
    for (const {start, end, meanings} of this.everywhere(text)) {
      const judged =
        known.get(meanings) ??
        (!meanings.some(isHidden) && this.#judged(meanings, about, end - start));
      known.set(meanings, judged);
      if (judged) marks.push({start, end, ...judged});
    }
    return marks;
  }

  /** `length`: of the form. Long words that one term alone claims are certain even where its abbreviation is not. */
  #judged(meanings: readonly Meaning[], {codes, names, kind}: About, length: number) {
    if (meanings.length < 2)
      return {meanings, ambiguous: length <= longestShort && !!meanings[0]?.term.ambiguous};
    // Two that fit are as good as none: nothing decides between them.
    const only = (fits: (term: GlossaryTerm) => boolean | undefined) => {
      const [first, second] = meanings.filter(({term}) => fits(term));
      return second ? undefined : first;
    };
    // By its code, or by what a code of the entry is called.
    const byCode = only(
      (term) =>
        codes?.includes(term.snomed?.[0] ?? '') ||
        (names &&
          [wordsOf(term), ...term.forms].some((form) => names.includes(form.toLowerCase()))),
    );
    const first = byCode ?? only((term) => kind && likely[kind]?.includes(term.kind));
    return {
      meanings: first
        ? [
            {...first, first: byCode ? ('code' as const) : ('kind' as const)},
            ...meanings.filter((one) => one !== first),
          ]
        : meanings,
      ambiguous: true,
    };
  }

  /** Every meaning of one word as it is written, safeguarding included: for a word that a page marks by hand. */
  meaningsOf(word: string, about: About): Pick<FoundTerm, 'meanings' | 'ambiguous'> | undefined {
    const [place] = this.everywhere(word);
    return place?.start === 0 && place.end === word.length
      ? this.#judged(place.meanings, about, word.length)
      : undefined;
  }

  /** What the form at a place of `forms` means, whatever stands around it. */
  at(place: number): FoundTerm {
    const form = this.forms[place] ?? '';
    return {form, ...this.#judged(this.#of[place] ?? [], {}, form.length)};
  }
}
