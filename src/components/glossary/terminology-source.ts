/**
 * The host's terminology server, as one of the sources of meanings: what may be asked of it, and what of its answers may be
 * shown. Codes and words go without person or session; see docs/glossary.md, Privacy.
 */
import type {Lexicon} from '../../glossary/lexicon.js';
import {codedMeanings} from '../../glossary/coded.js';
import {isSensitive} from '../../glossary/sensitive.js';
import {Terminology} from '../../glossary/terminology.js';
import type {FoundTerm, GlossaryTerm, Meaning} from '../../model/glossary.js';

/** Under which name a server without one is known. */
export const terminologyName = 'terminology';

/** No more codes than this are asked about for one word. */
const mostCodes = 3;

/** The address, when it may be asked: https, or the page's own origin; no name or password in it. */
export function checkAddress(address: string): string | undefined {
  try {
    const url = new URL(address, document.baseURI);
    const isSafe = url.protocol === 'https:' || url.origin === location.origin;
    if (!isSafe || !/^https?:$/.test(url.protocol)) return undefined;
    // A sign of a query or of a fragment with nothing behind it is none, and is not kept either.
    return url.username || url.password || url.search || url.hash
      ? undefined
      : url.origin + url.pathname;
  } catch {
    return undefined;
  }
}

const words = (text: string) => text.trim().toLowerCase();

/** One server, asked with care. */
export class TerminologySource {
  readonly #server: Terminology;
  readonly #name: string;

  /** `name`: what people call it. */
  constructor(base: string, name = terminologyName) {
    this.#server = new Terminology(base);
    this.#name = name;
  }

  /** What codes mean beside what is known here, or only what they are called: then `means` is empty. Nothing is asked about a word that is too hard to meet alone. */
  async ask(
    codes: readonly string[],
    known: readonly Meaning[],
    word: string,
    lexicon: Lexicon,
  ): Promise<readonly Meaning[]> {
    const isKept = (code: string) =>
      codedMeanings(lexicon, [code], word)?.every(({term}) => term.topic === undefined) ?? false;
    if (known.some(({term}) => term.topic) || this.#isHard(lexicon, word)) return [];
    // What it has explained already, to who looked a word up, is not asked for again.
    const said = known.filter(({from, term}) => from === this.#name && term.means !== '');
    const isNew = (code: string) => !said.some(({term}) => term.snomed?.[0] === code);
    const asked = [...new Set(codes)].filter(isNew).filter(isKept).slice(0, mostCodes);
    const terms = await Promise.all(asked.map((code) => this.#server.lookUp(code)));
    return (
      terms
        .filter((term) => term !== undefined)
        // The word again explains nothing, unless other words for it are known here.
        .filter(
          ({term, means, in: others}) =>
            known.length > 0 || others || words(means || term) !== words(word),
        )
        // Two codes that are said in the same words are said once.
        .filter(
          (term, at, all) =>
            all.findIndex(
              (one) => words(one.means || one.term) === words(term.means || term.term),
            ) === at,
        )
        .map((term) => this.#meaning(term, lexicon))
        // Beside other words, whom to ask would tell that there is more to it.
        .filter(({withheld}) => !withheld || known.length === 0)
    );
  }

  /** Concepts called like words that a person looked up, and that are not known here. */
  async find(
    typed: string,
    known: readonly FoundTerm[],
    lexicon: Lexicon,
  ): Promise<readonly FoundTerm[]> {
    const isHardHere = known.some(({meanings}) => meanings.some(({term}) => term.topic));
    if (isHardHere || this.#isHard(lexicon, typed)) return [];
    const names = new Set(
      known.flatMap(({meanings}) =>
        meanings.flatMap(({term}) => [term.term, term.full ?? '', ...term.forms].map(words)),
      ),
    );
    const codes = new Set(
      known.flatMap(({meanings}) => meanings.flatMap(({term}) => term.snomed?.[0] ?? [])),
    );
    const found = await this.#server.find(typed);
    return found
      .filter(({term, snomed}) => !names.has(words(term)) && !codes.has(snomed?.[0] ?? ''))
      .flatMap((term) => {
        // What is known here by its code explains itself; only its other name is the server's.
        const coded = codedMeanings(lexicon, [term.snomed?.[0] ?? ''], term.term);
        const meanings = coded?.length ? coded : [this.#meaning(term, lexicon)];
        const isShown = coded && !meanings.some(({withheld}) => withheld);
        return isShown ? [{form: term.term, meanings, ambiguous: meanings.length > 1}] : [];
      });
  }

  /** Whose it is, unchecked; its words decide whether it may be shown, for it brings no topic. */
  #meaning(term: GlossaryTerm, lexicon: Lexicon): Meaning {
    const {means, full = '', forms, snomed} = term;
    const translated = Object.values(term.in ?? {}).map((other) => other.means);
    const all = [term.term, means, full, ...forms, snomed?.[1] ?? '', ...translated];
    const coded = snomed && codedMeanings(lexicon, [snomed[0]], '');
    const isHardCode = !!snomed && (coded?.some((one) => one.term.topic) ?? true);
    const withheld = isHardCode || all.some((text) => this.#isHard(lexicon, text));
    return {term, from: this.#name, withheld, insteadOf: []};
  }

  #isHard(lexicon: Lexicon, text: string): boolean {
    return (
      isSensitive(text) ||
      lexicon.everywhere(text).some(({meanings}) => meanings.some(({term}) => term.topic))
    );
  }
}
