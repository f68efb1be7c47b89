/**
 * Finds terms in the text of a page that is not ours. The page is only read: no node is added, moved or wrapped, so that what
 * the page's own framework put there stays as it is.
 *
 * It is read step by step, in the order of the page, so that whoever reads can stop for a while between steps; what has not
 * changed since is not searched again.
 */
import type {TermMark} from '../model/glossary.js';
import {HostMark, TextRun} from './host-mark.js';
import {firstMarks} from './marks.js';

/** Elements in which nothing is explained: what a person presses or types into, what is no prose, or not English, and what is ours. */
const leftOut = new Set(
  'a button input textarea select option label summary code pre kbd samp var script style template noscript svg math object iframe canvas audio video'.split(
    ' ',
  ),
);
const leftOutBy =
  '[contenteditable]:not([contenteditable=false]),[translate=no],[hidden],[inert],[aria-hidden=true],[role=button],[role=link],[role=tab],[role=option],[role=radio],[role=switch],[role=treeitem],[role^=menuitem],[role$=box],[data-phr-no-terms],[lang]:not([lang=""],[lang^=en i])';

/** Attributes that decide what is explained, and where an entry begins. */
export const decisive = [
  'contenteditable',
  'translate',
  'lang',
  'hidden',
  'inert',
  'aria-hidden',
  'role',
  'data-phr-no-terms',
  'data-phr-entry',
];

/** Elements inside a line of text: a term may begin in one and end in another. */
const inline = new Set(
  'b i em strong span small sub sup mark u s bdi bdo abbr cite q time data font ins del wbr'.split(
    ' ',
  ),
);

/** What counts as one entry, in which a term is marked once. */
const entries = new Set(['article', 'li', 'tr', 'section']);

/** Characters that a passage has at most, where the page's own elements allow it: about a screen of a phone. */
const longest = 4000;

/** What walking past a node costs, in characters that are searched. */
const nodeCost = 16;

const isLeftOut = (element: Element): boolean =>
  leftOut.has(element.localName) ||
  element.localName.includes('-') ||
  (element.hasAttributes() && element.matches(leftOutBy));

const isEntry = (element: Element): boolean =>
  entries.has(element.localName) || element.hasAttribute('data-phr-entry');

/** The terms of a small part of a page, in its order. A block with much text between its own blocks has several. */
export interface Passage {
  /** The smallest element around it. */
  readonly block: Element;
  readonly marks: readonly HostMark[];
}

/** Texts that are read in one go, with every term in them. */
interface Run {
  readonly found: readonly HostMark[];
  /** The entry it is in. */
  readonly entry: Element;
}

/** A block that is small enough to be a part of a passage. */
interface Small {
  readonly size: number;
  readonly runs: readonly Run[];
  readonly marks: readonly HostMark[];
}

/** A block that is being read. */
interface Frame {
  readonly block: Element;
  readonly entry: Element;
  readonly around?: Frame;
  readonly runs: Run[];
  nodes: Text[];
  /** Characters so far. */
  size: number;
  /** What has been read of it and not been handed out: while it is small, it is one passage. */
  passages: Passage[];
}

type Steps<T = void> = Generator<Passage | undefined, T>;

/** Where a long text may be cut: after a paragraph, a sentence, a line or a word. */
function cutAfter(text: string, from: number): number {
  const beyond = text.slice(from, from + longest);
  for (const end of ['\n\n', '. ', '\n', ' ']) {
    const at = beyond.indexOf(end);
    if (at >= 0) return from + at + end.length;
  }
  return from + longest;
}

/** The text inside one element of a page. */
export class HostText {
  readonly #root: Element;
  readonly #find: (text: string) => readonly TermMark[];
  readonly #isEvery: boolean;
  /** What small blocks had when they were read last. */
  readonly #kept = new WeakMap<Node, Omit<Small, 'marks'>>();
  /** How often the page has changed: what was read before is not kept when it changes meanwhile. */
  #changes = 0;
  /** What has been done in this step, in characters. */
  #done = 0;
  #marked = new Map<Element, Set<string>>();

  /** `isEvery`: a term is marked each time, not only once in an entry. */
  constructor(root: Element, find: (text: string) => readonly TermMark[], isEvery = false) {
    this.#root = root;
    this.#find = find;
    this.#isEvery = isEvery;
  }

  /** What the page has changed is read again next time. */
  forget(changes: readonly MutationRecord[]): void {
    this.#changes++;
    for (const {target, addedNodes} of changes) {
      // What is put in may have been changed while it was elsewhere.
      for (const added of addedNodes) {
        this.#kept.delete(added);
        if (added.nodeType === Node.ELEMENT_NODE)
          for (const inner of (added as Element).querySelectorAll('*')) this.#kept.delete(inner);
      }
      for (let node: Node | null = target; node && node !== this.#root; node = node.parentNode)
        this.#kept.delete(node);
    }
  }

  /** Passages that have terms, in steps of a few thousand characters. A step in which none was finished gives undefined. */
  *passages(): Steps {
    this.#marked = new Map();
    const frame: Frame = {
      block: this.#root,
      entry: this.#root,
      runs: [],
      nodes: [],
      size: 0,
      passages: [],
    };
    yield* this.#readInto(frame);
    if (frame.size > longest) return;
    const marks = frame.passages.flatMap((passage) => passage.marks);
    if (marks.length > 0) yield {block: this.#root, marks};
  }

  *#readInto(frame: Frame): Steps {
    yield* this.#walk(frame.block, frame);
    yield* this.#endRun(frame);
  }

  *#walk(element: Element, frame: Frame): Steps {
    for (const child of [...element.childNodes]) {
      yield* this.#did(nodeCost);
      // Between two steps the page may have moved it elsewhere.
      if (child.parentNode !== element) continue;
      if (child.nodeType === Node.TEXT_NODE) frame.nodes.push(child as Text);
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      const inner = child as Element;
      const isOut = isLeftOut(inner);
      if (!isOut && inline.has(inner.localName) && !isEntry(inner)) {
        yield* this.#walk(inner, frame);
        continue;
      }
      yield* this.#endRun(frame);
      const small = isOut ? undefined : yield* this.#block(inner, frame);
      if (small) yield* this.#add(frame, small, inner);
    }
  }

  /** Reads a block. One that is small is given back: it may be a part of a passage. One that is long hands its passages out. */
  *#block(block: Element, around: Frame): Steps<Small | undefined> {
    const entry = isEntry(block) ? block : around.entry;
    const kept = this.#kept.get(block);
    if (kept) {
      const runs = kept.runs.map((run) =>
        block.contains(run.entry) ? run : {found: run.found, entry},
      );
      return {size: kept.size, runs, marks: runs.flatMap((run) => this.#toMark(run))};
    }
    const before = this.#changes;
    const frame: Frame = {block, entry, around, runs: [], nodes: [], size: 0, passages: []};
    yield* this.#readInto(frame);
    const {size, runs, passages} = frame;
    if (size > longest) return undefined;
    if (before === this.#changes) this.#kept.set(block, {size, runs});
    return {size, runs, marks: passages.flatMap(({marks}) => marks)};
  }

  /** Adds what was read to the block around it. */
  *#add(frame: Frame, {size, runs, marks}: Small, block: Element): Steps {
    frame.size += size;
    frame.runs.push(...runs);
    if (marks.length > 0) frame.passages.push({block, marks});
    if (frame.size > longest) yield* this.#handOut(frame);
  }

  /** What is around a long block is long: what was read of it comes first. */
  *#handOut(frame: Frame): Steps {
    const {around, passages} = frame;
    frame.passages = [];
    if (around) {
      around.size += longest;
      yield* this.#handOut(around);
    }
    yield* passages;
  }

  /** Reads the texts that stand together so far. */
  *#endRun(frame: Frame): Steps {
    const {nodes, block, entry} = frame;
    if (nodes.length === 0) return;
    frame.nodes = [];
    const text = nodes.map(({data}) => data).join('');
    const together = new TextRun(nodes);
    for (let from = 0; from < text.length;) {
      const to = text.length - from > 2 * longest ? cutAfter(text, from + longest) : text.length;
      const found = this.#find(text.slice(from, to)).map(
        (mark) => new HostMark(mark, together, text, from),
      );
      const run = {found, entry};
      yield* this.#add(frame, {size: to - from, runs: [run], marks: this.#toMark(run)}, block);
      yield* this.#did(to - from);
      from = to;
    }
  }

  *#did(characters: number): Steps {
    this.#done += characters;
    if (this.#done < longest) return;
    this.#done = 0;
    yield;
  }

  #toMark({found, entry}: Run): readonly HostMark[] {
    if (this.#isEvery || found.length === 0) return found;
    let marked = this.#marked.get(entry);
    if (!marked) this.#marked.set(entry, (marked = new Set()));
    return firstMarks(found, marked);
  }
}
