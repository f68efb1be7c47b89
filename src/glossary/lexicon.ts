/**
 * All terms of all sets, found in a text, by their words or by a code.
 *
 * Never one meaning as a certain one where a word has several: they stand in the order of the alphabet, and what is known of
 * the entry may put one first but takes none away.
 */
import {
  snomedSystem,
  type About,
  type FoundTerm,
  type GlossaryTerm,
  type Meaning,
  type TermCode,
  type TermKind,
  type TermMark,
  type TermReview,
  type TermSet,
} from '../model/glossary.js';
import type {RecordKind} from '../model/record-kind.js';
import {FormMatcher, isExact} from './matcher.js';
import {nearest} from './nearest.js';

/** Which kind of word is likelier in which kind of entry. It only puts a meaning first. */
const likely: Partial<Record<RecordKind, readonly TermKind[]>> = {
  medicines: ['dosage', 'medicine'],
  results: ['test', 'measurement'],
  measurements: ['measurement', 'test'],
  procedures: ['procedure'],
};

/** Kinds of words that have a plural in s. */
const countable = new Set<TermKind>([
  'condition',
  'symptom',
  'anatomy',
  'test',
  'medicine',
  'procedure',
  'device',
  'role',
  'organisation',
]);

/** A form up to this long may be an abbreviation: nobody can tell from it alone which of its meanings is meant. */
const longestShort = 5;

/** How a form is known: letters in short capitals are another word than small ones. */
const keyOf = (form: string): string => (isExact(form) ? form : form.toLowerCase());

const wordsOf = ({full, term}: GlossaryTerm): string => full ?? term;

/** Every word known, ready to be found. Building it takes some 50 ms for 50,000 terms: once for a page. */
export class Lexicon {
  readonly #meanings = new Map<string, Meaning>();
  readonly #forms: string[] = [];
  readonly #of: Meaning[][] = [];
  readonly #places = new Map<string, number>();
  readonly #byCode = new Map<string, Meaning[]>();
  readonly #matcher: FormMatcher;

  /** Sets in the host's order: the first that has a term says what it means. */
  constructor(sets: readonly TermSet[], reviews: readonly TermReview[] = []) {
    const reviewed = new Map(reviews.map((review) => [review.id, review]));
    for (const {name, terms} of sets) {
      for (const term of terms) this.#add(term, name, reviewed.get(term.id));
    }
    for (const meaning of this.#meanings.values()) this.#index(meaning);
    this.#addPlurals();
    for (const several of this.#of)
      several.sort((a, b) => wordsOf(a.term).localeCompare(wordsOf(b.term), 'en'));
    this.#matcher = new FormMatcher(this.#forms);
  }

  #add(term: GlossaryTerm, from: string, review: TermReview | undefined): void {
    const known = this.#meanings.get(term.id);
    if (known) {
      if (known.from !== from)
        this.#meanings.set(term.id, {...known, insteadOf: [...known.insteadOf, from]});
      return;
    }
    const checked = review ? {on: review.on, by: review.by} : term.checked;
    this.#meanings.set(term.id, {
      term,
      from,
      ...(checked && {checked}),
      withheld: !checked && term.topic !== undefined && term.topic !== 'safeguarding',
      insteadOf: [],
    });
  }

  #index(meaning: Meaning): void {
    const {term} = meaning;
    for (const form of [term.term, ...term.forms]) {
      const key = keyOf(form);
      const place = this.#places.get(key);
      if (place === undefined) {
        this.#places.set(key, this.#forms.length);
        this.#forms.push(form);
        this.#of.push([meaning]);
      } else if (!this.#of[place]?.includes(meaning)) this.#of[place]?.push(meaning);
    }
    if (!term.snomed) return;
    const coded = this.#byCode.get(term.snomed[0]);
    if (coded) coded.push(meaning);
    else this.#byCode.set(term.snomed[0], [meaning]);
  }

  /** One plural in s for small words that are things, unless it is a word of its own. */
  #addPlurals(): void {
    for (const [index, form] of [...this.#forms.entries()]) {
      if (!/\p{Ll}{3}[^\Wsy\d]$/u.test(form)) continue;
      const several = this.#of[index] ?? [];
      const plural = `${form}s`;
      if (!several.every(({term}) => countable.has(term.kind)) || this.#places.has(keyOf(plural)))
        continue;
      this.#places.set(keyOf(plural), this.#forms.length);
      this.#forms.push(plural);
      this.#of.push([...several]);
    }
  }

  /**
   * The words of a text that are known, from left to right. What can mean something of safeguarding is found, so that no word
   * inside it is taken for another, and then left out whatever else it can mean: a mark would point at it.
   */
  find(text: string, about: About = {}): TermMark[] {
    return this.#matcher.find(text).flatMap(({start, end, forms}) => {
      const meanings = [...new Set(forms.flatMap((form) => this.#of[form] ?? []))];
      return meanings.some(({term}) => term.topic === 'safeguarding')
        ? []
        : [{start, end, ...this.#judged(meanings, about, end - start)}];
    });
  }

  /** `length`: of the form. Long words that one term alone claims are certain even where its abbreviation is not. */
  #judged(meanings: readonly Meaning[], {codes = [], kind}: About, length: number) {
    const ambiguous =
      meanings.length > 1 ||
      (length <= longestShort && meanings.some(({term}) => term.ambiguous === true));
    if (meanings.length < 2) return {meanings, ambiguous};
    const coded = meanings.filter(({term}) =>
      codes.some(({system, code}) => system === snomedSystem && code === term.snomed?.[0]),
    );
    const kinds = (kind && likely[kind]) ?? [];
    const likelier = meanings.filter(({term}) => kinds.includes(term.kind));
    // Two that fit are as good as none: nothing decides between them.
    const [first, reason] =
      coded.length === 1
        ? ([coded[0], 'code'] as const)
        : ([likelier.length === 1 ? likelier[0] : undefined, 'kind'] as const);
    if (!first) return {meanings, ambiguous};
    return {
      meanings: [{...first, first: reason}, ...meanings.filter((one) => one !== first)],
      ambiguous,
    };
  }

  /** What a code means, whatever its words say: a coded entry explains itself. */
  byCode({system, code}: TermCode): readonly Meaning[] {
    return (system === snomedSystem && this.#byCode.get(code)) || [];
  }

  /**
   * Terms that are written like these words: the same first, then those that begin so, hold them, or are one slip away.
   * What is written in several ways, or has a plural, comes once, in the way that is nearest.
   */
  lookUp(words: string, limit = 20): FoundTerm[] {
    const found = new Map<string, FoundTerm>();
    for (const index of nearest(words, this.#forms, this.#forms.length)) {
      if (found.size === limit) break;
      const form = this.#forms[index] ?? '';
      const meanings = this.#of[index] ?? [];
      const name = meanings.map(({term}) => term.id).join();
      if (!found.has(name)) found.set(name, {form, ...this.#judged(meanings, {}, form.length)});
    }
    return [...found.values()];
  }

  /** Every meaning of one word as it is written, safeguarding included: for a word that a page marks by hand. */
  meaningsOf(word: string, about: About): Pick<FoundTerm, 'meanings' | 'ambiguous'> | undefined {
    const places = new Set([this.#places.get(word), this.#places.get(word.toLowerCase())]);
    const meanings = [...places].flatMap((place) =>
      place === undefined ? [] : (this.#of[place] ?? []),
    );
    return meanings.length > 0
      ? this.#judged([...new Set(meanings)], about, word.length)
      : undefined;
  }

  /** How many terms there are. */
  get size(): number {
    return this.#meanings.size;
  }
}
