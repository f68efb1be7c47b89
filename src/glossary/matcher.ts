/**
 * Finds thousands of words and phrases in a text at once: whole words, the longest first, in one pass.
 *
 * Why not a library: `docs/decisions/060-matcher.md`. The words of a form are steps through a tree whose branches lie in one
 * hash table of numbers, so that it is built quickly and grows little slower with the number of forms.
 */
import {classOf, classPart, fold, gap, letterPart, traitsOf, word} from './characters.js';

/** A place in a text at which forms stand. Offsets count UTF-16 code units, as in the DOM. */
export interface FormMatch {
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
  /** Which of the forms given stand here: more than one where letters in capitals mean something else. */
  readonly forms: readonly number[];
}

/** A text in the characters in which forms are written. */
export interface PlainText {
  readonly text: string;
  /** Where in it no form is looked for: beginnings and ends, from left to right. */
  readonly hidden: readonly (readonly [start: number, end: number])[];
  /** Matches in it, as matches in the text as it is written. */
  readonly written: (found: readonly FormMatch[]) => readonly FormMatch[];
}

/** The rules of clinical writing, and which forms are words of every day too, and where: they come with the terms. */
export interface EverydayWords {
  /** Whether a form can be one. */
  readonly has: (form: string) => boolean;
  /** Whether it is one where it stands in a text, from `start` to `end`. */
  readonly stands: (form: string, text: string, start: number, end: number) => boolean;
  /** Whether a form that stands in a text is a term there, and no part of a name, a number or a longer word. */
  readonly allows: (text: string, start: number, end: number) => boolean;
  /** A text as it is to be searched. */
  readonly plain: (written: string) => PlainText;
}

/** A form has at most this many words and signs, and this many characters: what is longer is no term. */
const longestSteps = 24;
const longestForm = 200;

/** So many forms are one step of building: far less than a millisecond. */
export const stepSize = 64;

const firstHash = 0x811c9dc5;
const prime = 0x01000193;
/** A gap before a word makes another step of it: 'M S' is not 'MS'. */
const afterGap = 0x5bd1e995;

/** Whether a form stands only for itself as it is written: 'AF' is not 'af'. */
export const isExact = (form: string): boolean => form.length <= 4 && /\p{Lu}/u.test(form);

/** What is known of a form, to be added: it stands only as it is written; it is a word of every day too; another one ends there. */
const exact = 1;
const everyday = 2;
const shared = 4;

/** Finds forms in texts. */
export class FormMatcher {
  readonly #forms: string[] = [];
  readonly #everyday: EverydayWords | undefined;
  /**
   * Branches, by a hash of the node and of the step taken from it. Four numbers each, so that one look is near the next: node + 1,
   * step, the first form that ends there + 1, and the kind of that form. A node is the place at which its branch stands in the
   * table; the root is 0.
   */
  #table = new Int32Array(4);
  #mask = 0;
  /** 1 for what a first step may be: most words of a text begin no form, and this is small enough to stay at hand. */
  readonly #begins = new Uint8Array(0x10000);
  /** By form: the next that ends where it does + 1, 0 for none. */
  #alsoEnds = new Int32Array();

  /** Forms that are empty or too long are never found. */
  constructor(forms: readonly string[], everyday?: EverydayWords) {
    this.#everyday = everyday;
    const steps = this.#build(forms);
    while (!steps.next().done);
  }

  /** The same in steps, for who has other things to do meanwhile. */
  static *inSteps(
    forms: readonly string[],
    everyday?: EverydayWords,
  ): Generator<undefined, FormMatcher> {
    const matcher = new FormMatcher([], everyday);
    yield* matcher.#build(forms);
    return matcher;
  }

  *#build(forms: readonly string[]): Generator<undefined> {
    const everyday = this.#everyday;
    let room = 1;
    for (let form of forms) {
      if (everyday && /[^\0-\x9f]/.test(form)) form = everyday.plain(form).text;
      for (let at = 0; (at = skipGaps(form, at)) < form.length; at = endOfStep(form, at)) room++;
      if (this.#forms.push(form) % stepSize === 0) yield;
    }
    let size = 64;
    while (size < room * 6) size *= 2;
    this.#mask = size - 4;
    this.#table = new Int32Array(size);
    this.#alsoEnds = new Int32Array(forms.length);
    // The place of the root: taken, and nobody's branch.
    this.#table[0] = -1;
    for (const [index, form] of this.#forms.entries()) {
      this.#insert(form, index);
      if (index % stepSize === 0) yield;
    }
  }

  #insert(form: string, index: number): void {
    if (form.length > longestForm) return;
    let node = 0;
    let steps = 0;
    let first = 0;
    for (let at = 0; at < form.length;) {
      const isGap = classOf(form.charCodeAt(at)) === gap;
      if (isGap) at = skipGaps(form, at);
      if (at >= form.length) break;
      const end = endOfStep(form, at);
      const hash = hashOf(form, at, end, isGap && steps > 0);
      node = this.#branch(node, hash, true);
      at = end;
      if (steps++ === 0) first = hash;
      if (steps > longestSteps) return;
    }
    if (node === 0) return;
    const table = this.#table;
    const other = table[node + 2] ?? 0;
    this.#alsoEnds[index] = other;
    table[node + 2] = index + 1;
    // What is known of a form lies beside it: one look fewer where memory is far.
    table[node + 3] = this.#kindOf(form) + (other ? shared : 0);
    this.#begins[shortOf(first)] = 1;
  }

  #kindOf(form: string): number {
    return (isExact(form) ? exact : 0) + (this.#everyday?.has(form) ? everyday : 0);
  }

  /** The node a step leads to; 0 when it leads nowhere, unless it is to be made. */
  #branch(node: number, step: number, make = false): number {
    const table = this.#table;
    const mask = this.#mask;
    let slot = Math.imul(step ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const from = table[slot];
      if (!from) break;
      if (from === node + 1 && table[slot + 1] === step) return slot;
      slot = (slot + 4) & mask;
    }
    if (!make) return 0;
    table[slot] = node + 1;
    table[slot + 1] = step;
    return slot;
  }

  /** Every place at which a form stands, from left to right; where several begin, the longest. */
  find(written: string): readonly FormMatch[] {
    const plain = this.#everyday?.plain(written);
    return plain ? plain.written(this.#find(plain.text, plain.hidden)) : this.#find(written, []);
  }

  #find(text: string, hidden: PlainText['hidden']): FormMatch[] {
    const found: FormMatch[] = [];
    const begins = this.#begins;
    const {length} = text;
    let next = 0;
    let [hideAt, showAt] = hidden[0] ?? [length, length];
    for (let start = 0; start < length;) {
      if (start >= hideAt) {
        start = Math.max(start, showAt);
        [hideAt, showAt] = hidden[++next] ?? [length, length];
        continue;
      }
      let traits = traitsOf(text.charCodeAt(start));
      let end = start + 1;
      const kind = traits & classPart;
      if (kind !== gap) {
        let hash = Math.imul(firstHash ^ (traits & letterPart), prime);
        if (kind === word)
          while (end < length && ((traits = traitsOf(text.charCodeAt(end))) & classPart) === word) {
            hash = Math.imul(hash ^ (traits & letterPart), prime);
            end++;
          }
        if (begins[shortOf(hash)]) {
          const match = this.#longestFrom(text, start, end, this.#branch(0, hash));
          if (match && match.end <= hideAt) {
            found.push(match);
            ({end} = match);
          }
        }
      }
      start = end;
    }
    return found;
  }

  #longestFrom(text: string, start: number, first: number, node: number): FormMatch | undefined {
    // The ends of forms on the way, to be tried from the longest.
    let count = 0;
    for (let end = first; node;) {
      if (this.#table[node + 2]) {
        nodes[count] = node;
        ends[count++] = end;
      }
      const at = skipGaps(text, end);
      if (at >= text.length) break;
      const next = endOfStep(text, at);
      node = this.#branch(node, hashOf(text, at, next, at > end));
      end = next;
    }
    while (count--) {
      const end = ends[count] ?? 0;
      const forms = this.#formsAt(nodes[count] ?? 0, text, start, end);
      if (forms) return {start, end, forms};
    }
    return undefined;
  }

  #formsAt(node: number, text: string, start: number, end: number): readonly number[] | undefined {
    let forms: number[] | undefined;
    let at = (this.#table[node + 2] ?? 0) - 1;
    let kind = this.#table[node + 3] ?? 0;
    const isShared = (kind & shared) > 0;
    while (at >= 0) {
      const form = this.#forms[at] ?? '';
      if (isSame(form, text, start, end, (kind & exact) > 0)) {
        // What stands around is the same for all of them.
        if (!forms && this.#everyday?.allows(text, start, end) === false) return undefined;
        if (!(kind & everyday && this.#everyday?.stands(form, text, start, end))) {
          if (forms) forms.push(at);
          else forms = [at];
        }
      }
      if (!isShared) break;
      at = (this.#alsoEnds[at] ?? 0) - 1;
      kind = this.#kindOf(this.#forms[at] ?? '');
    }
    return forms;
  }
}

/** Nodes and ends of forms on one way through the tree: a place for each step. */
const nodes = new Int32Array(longestSteps);
const ends = new Int32Array(longestSteps);

/** A hash in half as many bits. */
const shortOf = (hash: number): number => (hash ^ (hash >>> 16)) & 0xffff;

function skipGaps(text: string, from: number): number {
  let at = from;
  while (at < text.length && classOf(text.charCodeAt(at)) === gap) at++;
  return at;
}

/** Where the word, or the single sign, that begins here ends. */
function endOfStep(text: string, from: number): number {
  let end = from + 1;
  if (classOf(text.charCodeAt(from)) === word)
    while (end < text.length && classOf(text.charCodeAt(end)) === word) end++;
  return end;
}

function hashOf(text: string, start: number, end: number, isAfterGap: boolean): number {
  let hash = isAfterGap ? afterGap : firstHash;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ fold(text.charCodeAt(at)), prime);
  return hash;
}

/** Numbers can agree where letters do not, and short forms in capitals stand only for themselves. */
function isSame(form: string, text: string, start: number, end: number, only: boolean): boolean {
  let at = start;
  for (let place = skipGaps(form, 0); place < form.length;) {
    const a = form.charCodeAt(place);
    if (classOf(a) === gap) {
      place = skipGaps(form, place);
      if (place >= form.length) break;
      const after = skipGaps(text, at);
      if (after === at) return false;
      at = after;
      continue;
    }
    const b = text.charCodeAt(at++);
    place++;
    if (a !== b && ((only && classOf(a) === word) || fold(a) !== fold(b))) return false;
  }
  return at === end;
}
