/**
 * Keeps the terms of a page's own text underlined while the page changes, and opens them where they stand. The page's nodes are
 * only read.
 */
import {isValid, liveRange, markAt, marksIn, type HostMark} from '../../glossary/host-text.js';
import type {TermMark} from '../../model/glossary.js';

const highlightName = 'phr-term';

let highlight: Highlight | undefined;
let sheet: CSSStyleSheet | undefined;

/* eslint-disable local/no-newer-api -- Asked for before use; without it nothing is underlined, and the list of words remains. */

/** The one highlight of all glossaries on a page, where the browser has such. */
function sharedHighlight(): Highlight | undefined {
  if (typeof Highlight === 'undefined') return undefined;
  if (!highlight) {
    highlight = new Highlight();
    CSS.highlights.set(highlightName, highlight);
  }
  return highlight;
}

/* eslint-enable local/no-newer-api */

/** Makes the underline of highlighted words known where the text stands: in the page, or in the shadow root around it. */
function adoptSheet(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`::highlight(${highlightName}) { text-decoration: underline dotted 2px; }`);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

const soon = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, 100);
  return () => {
    clearTimeout(timer);
  };
};

/** Watches one part of a page. */
export class HostMarks {
  readonly #root: HTMLElement;
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => {
    this.#later();
  });
  #find: ((text: string) => readonly TermMark[]) | undefined;
  #every = false;
  #stop: (() => void) | undefined;
  #marks: readonly HostMark[] = [];

  /** `changed` is called after the words found have become others. */
  constructor(root: HTMLElement, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
  }

  /** Words found, in the order of the page. */
  get marks(): readonly HostMark[] {
    return this.#marks;
  }

  /** Whether a word found before still stands where it stood. */
  has({word, range}: HostMark): boolean {
    return this.#marks.some(
      (one) =>
        one.word === word &&
        one.range.startContainer === range.startContainer &&
        one.range.startOffset === range.startOffset,
    );
  }

  /** Begins, or begins again with other terms. */
  watch(find: (text: string) => readonly TermMark[], every: boolean): void {
    this.#find = find;
    this.#every = every;
    adoptSheet(this.#root.getRootNode());
    this.#observer.observe(this.#root, {childList: true, characterData: true, subtree: true});
    this.#later();
  }

  /** Takes every underline away. */
  end(): void {
    this.#find = undefined;
    this.#observer.disconnect();
    this.#stop?.();
    this.#show([]);
  }

  #later(): void {
    this.#stop?.();
    this.#stop = soon(() => {
      if (this.#find) this.#show(marksIn(this.#root, this.#find, this.#every));
    });
  }

  #show(marks: readonly HostMark[]): void {
    const shared = sharedHighlight();
    for (const {range} of this.#marks) shared?.delete(range);
    for (const {range} of marks) shared?.add(range);
    this.#marks = marks;
    this.#changed();
  }

  /** The word under a press, with its place on the page measured from `root`; none when the person is selecting text. */
  at({clientX, clientY}: MouseEvent): {mark: HostMark; box: DOMRect} | undefined {
    if (!document.getSelection()?.isCollapsed) return undefined;
    const mark = markAt(this.#marks, clientX, clientY);
    if (!mark || !isValid(mark)) return undefined;
    const box = liveRange(mark.range).getBoundingClientRect();
    const own = this.#root.getBoundingClientRect();
    return {mark, box: new DOMRect(box.x - own.x, box.y - own.y, box.width, box.height)};
  }
}
