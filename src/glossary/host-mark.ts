/** A term in text that is not ours: where it stands, whether it still does, and whether a point of the screen is on it. */
import type {Meaning, TermMark} from '../model/glossary.js';

/** Texts that stand together: a page may have thousands of them in one line. */
export class TextRun {
  readonly #nodes: readonly Text[];
  /** Where in the text each of them begins. */
  readonly #starts: readonly number[];

  constructor(nodes: readonly Text[]) {
    let end = 0;
    this.#nodes = nodes;
    this.#starts = nodes.map(({length}) => (end += length) - length);
  }

  /** Where an offset stands; `isEnd`: the offset after a character rather than before one. Nothing when the page has taken its text away. */
  place(offset: number, isEnd: boolean): [Text, number] | undefined {
    let first = 0;
    let last = this.#starts.length;
    while (last - first > 1) {
      const middle = (first + last) >> 1;
      const start = this.#starts[middle] ?? 0;
      if (start < offset || (start === offset && !isEnd)) first = middle;
      else last = middle;
    }
    const node = this.#nodes[first];
    const left = offset - (this.#starts[first] ?? 0);
    return node && (left < node.length || (isEnd && left === node.length))
      ? [node, left]
      : undefined;
  }
}

/** A term in the page's own text. Offsets count from the beginning of the run of texts it stands in. */
export class HostMark implements TermMark {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  readonly ambiguous: boolean;
  /** The word as it stands there. */
  readonly word: string;
  readonly #run: TextRun;
  #range?: StaticRange;

  /** `text`: that of the run, in which `mark` counts its offsets from `at`. */
  constructor(mark: TermMark, run: TextRun, text: string, at: number) {
    this.start = mark.start + at;
    this.end = mark.end + at;
    this.meanings = mark.meanings;
    this.ambiguous = mark.ambiguous;
    this.word = text.slice(this.start, this.end);
    this.#run = run;
  }

  /** What it stands in; nothing when the page has taken it away. */
  get element(): Element | null {
    return this.#run.place(this.start, false)?.[0].parentElement ?? null;
  }

  /** Its place in the page, made when it is first asked for: most words of a long page are never near the screen. */
  get range(): StaticRange | undefined {
    if (this.#range) return this.#range;
    const from = this.#run.place(this.start, false);
    const to = this.#run.place(this.end, true);
    // The page has taken text away in the meantime.
    if (!from || !to) return undefined;
    return (this.#range = new StaticRange({
      startContainer: from[0],
      startOffset: from[1],
      endContainer: to[0],
      endOffset: to[1],
    }));
  }
}

/** Whether an element is drawn: not what a page keeps for later, in a closed dialog or another tab. */
export function isDrawn(element: Element | null): boolean {
  if (!element?.isConnected) return false;
  const {display, visibility} = getComputedStyle(element);
  if (display === 'contents') return isDrawn(element.parentElement);
  if (visibility !== 'visible') return false;
  // eslint-disable-next-line local/no-newer-api -- Asked for before use; without it, what has no box is not drawn.
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}

/** A range that can be measured. */
export function liveRange(range: StaticRange | undefined): Range {
  const live = document.createRange();
  if (!range) return live;
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The page has changed the text in the meantime: a range of nothing has no place.
    live.collapse(true);
  }
  return live;
}

/** Whether the text is still what it was when the word was found. */
export function isValid({range, word}: HostMark): boolean {
  return (
    !!range?.startContainer.isConnected &&
    range.endContainer.isConnected &&
    liveRange(range).toString() === word
  );
}

/** Which of the boxes of a word, one in each line at least, has a point of the screen in it; -1 when none has. */
export function boxAt({range}: HostMark, x: number, y: number): number {
  return [...liveRange(range).getClientRects()].findIndex(
    ({left, right, top, bottom}) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/** Whether letters of the word stand in the element itself. */
const isIn = ({range}: HostMark, element: Node): boolean =>
  [range?.startContainer, range?.endContainer].some((text) => text?.parentNode === element);

/**
 * The mark at a point of the screen, in CSS pixels, in the very element that is seen there: a word that is cut off, or that nobody can
 * press, has its place in what is around it too.
 */
export function markAt(
  marks: readonly HostMark[],
  at: Node,
  x: number,
  y: number,
): HostMark | undefined {
  return marks.find((mark) => isIn(mark, at) && boxAt(mark, x, y) >= 0 && isValid(mark));
}
