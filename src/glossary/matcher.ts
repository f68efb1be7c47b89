/**
 * Finds thousands of words and phrases in a text at once: whole words, the longest first, in one pass.
 *
 * Why not a library: `docs/decisions/060-matcher.md`. The words of a form are steps through a tree whose branches lie in one
 * hash table of numbers, so that it is built quickly and grows little slower with the number of forms.
 */
import {classOf, fold, gap, word} from './characters.js';
import {isAllowed} from './matcher-rules.js';

/** A place in a text at which forms stand. Offsets count UTF-16 code units, as in the DOM. */
export interface FormMatch {
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
  /** Which of the forms given stand here: more than one where letters in capitals mean something else. */
  readonly forms: readonly number[];
}

/** A form has at most this many words and signs, and this many characters: what is longer is no term. */
const longestSteps = 24;
const longestForm = 200;

const firstHash = 0x811c9dc5;
/** A gap before a word makes another step of it: 'M S' is not 'MS'. */
const afterGap = 0x5bd1e995;

/** Whether a form stands only for itself as it is written: 'AF' is not 'af'. */
export const isExact = (form: string): boolean => form.length <= 4 && /\p{Lu}/u.test(form);

/** Finds forms in texts. */
export class FormMatcher {
  readonly #forms: readonly string[];
  /** Branches, by a hash of the node and of the step taken from it: node, step and target side by side, so that one look is near the next. */
  readonly #table: Int32Array;
  readonly #mask: number;
  #count = 0;
  /** The first form that ends at a node, and the next that ends where a form does; -1 for none. */
  readonly #endsAt: Int32Array;
  readonly #alsoEnds: Int32Array;
  /** By form: 1 where it stands only for itself as it is written. */
  readonly #exact: Uint8Array;

  /** Forms that are empty or too long are never found. */
  constructor(forms: readonly string[]) {
    this.#forms = forms;
    this.#alsoEnds = new Int32Array(forms.length).fill(-1);
    this.#exact = Uint8Array.from(forms.map(isExact), Number);
    let room = 1;
    for (const form of forms)
      for (let at = 0; (at = skipGaps(form, at)) < form.length; at = endOfStep(form, at)) room++;
    let size = 64;
    while (size < room * 6) size *= 2;
    this.#mask = size - 4;
    this.#table = new Int32Array(size);
    this.#endsAt = new Int32Array(room + 1).fill(-1);
    forms.forEach((form, index) => {
      this.#insert(form, index);
    });
  }

  #insert(form: string, index: number): void {
    if (form.length > longestForm) return;
    let node = 0;
    let steps = 0;
    for (let at = 0; at < form.length;) {
      const isGap = classOf(form.charCodeAt(at)) === gap;
      if (isGap) at = skipGaps(form, at);
      if (at >= form.length) break;
      const end = endOfStep(form, at);
      node = this.#branch(node, hashOf(form, at, end, isGap && steps > 0), true);
      at = end;
      if (++steps > longestSteps) return;
    }
    if (node === 0) return;
    this.#alsoEnds[index] = this.#endsAt[node] ?? -1;
    this.#endsAt[node] = index;
  }

  /** The node a step leads to; 0 when it leads nowhere, unless it is to be made. */
  #branch(node: number, step: number, make = false): number {
    const table = this.#table;
    const mask = this.#mask;
    let slot = Math.imul(step ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const target = table[slot + 2];
      if (!target) break;
      if (table[slot] === node && table[slot + 1] === step) return target;
      slot = (slot + 4) & mask;
    }
    if (!make) return 0;
    table[slot] = node;
    table[slot + 1] = step;
    return (table[slot + 2] = ++this.#count);
  }

  /** Every place at which a form stands, from left to right; where several begin, the longest. */
  find(text: string): FormMatch[] {
    const found: FormMatch[] = [];
    for (let start = skipGaps(text, 0); start < text.length;) {
      const end = endOfStep(text, start);
      const node = this.#branch(0, hashOf(text, start, end, false));
      const match = node ? this.#longestFrom(text, start, end, node) : undefined;
      if (match) found.push(match);
      start = skipGaps(text, match?.end ?? end);
    }
    return found;
  }

  #longestFrom(text: string, start: number, end: number, node: number): FormMatch | undefined {
    let best: FormMatch | undefined;
    while (node) {
      const forms = this.#formsAt(node, text, start, end);
      if (forms) best = {start, end, forms};
      const at = skipGaps(text, end);
      if (at >= text.length) break;
      const next = endOfStep(text, at);
      node = this.#branch(node, hashOf(text, at, next, at > end));
      end = next;
    }
    return best;
  }

  #formsAt(node: number, text: string, start: number, end: number): number[] | undefined {
    let forms: number[] | undefined;
    for (let at = this.#endsAt[node] ?? -1; at >= 0; at = this.#alsoEnds[at] ?? -1) {
      const form = this.#forms[at] ?? '';
      if (
        isSame(form, text, start, end, this.#exact[at] === 1) &&
        isAllowed(form, text, start, end)
      )
        (forms ??= []).push(at);
    }
    return forms;
  }
}

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
  for (let at = start; at < end; at++)
    hash = Math.imul(hash ^ fold(text.charCodeAt(at)), 0x01000193);
  return hash;
}

/** Numbers can agree where letters do not, and short forms in capitals stand only for themselves. */
function isSame(form: string, text: string, start: number, end: number, exact: boolean): boolean {
  let at = start;
  for (let place = skipGaps(form, 0); place < form.length;) {
    if (classOf(form.charCodeAt(place)) === gap) {
      place = skipGaps(form, place);
      if (place >= form.length) break;
      const after = skipGaps(text, at);
      if (after === at) return false;
      at = after;
      continue;
    }
    const a = form.charCodeAt(place++);
    const b = text.charCodeAt(at++);
    if (a !== b && (exact || fold(a) !== fold(b))) return false;
  }
  return at === end;
}
