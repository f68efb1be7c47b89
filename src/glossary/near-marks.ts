/**
 * Keeps the terms of a page's own text underlined where they are near the screen.
 *
 * A megabyte has thousands of terms, and each range that is underlined costs the page time, when it is made and in some browsers
 * whenever anything is drawn. So all of the text is read, in short steps while the page has time, but only what is within a screen
 * of being seen is underlined. Why so: `docs/decisions/062-marking-near-the-screen.md`.
 */
import {markAt, type HostMark} from './host-mark.js';
import {decisive, HostText, type Passage} from './host-text.js';
import {underline} from './underline.js';
import type {TermMark} from '../model/glossary.js';

/** How long the page is held up before it may do other things, in milliseconds: at first only for what is probably on the screen. */
const firstStep = 2;
const laterStep = 6;

/** How long changes of a page are gathered before it is read again, in milliseconds. */
const patience = 100;

/** Browsers draw much anew for each change: what is near but not seen yet waits a little for more, in milliseconds. */
const aheadOf = 100;

/** So few terms are underlined wherever they stand. */
const few = 200;

/**
 * How far beyond the screen text counts as near: once its size. What scrolls inside the page is near once it is seen: browsers that
 * know a margin for that add it to this one.
 */
const near = {rootMargin: '100%'};

/**
 * Once the page has time, after two frames: in the first the browser sees what is near, in the second it draws what has been
 * underlined since. A page that nobody sees draws none, and is not read on.
 */
function afterFrames(callback: () => void): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      // eslint-disable-next-line local/no-newer-api -- Safari has none: a moment's wait does as well.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, {timeout: 200});
      else setTimeout(callback, 5);
    });
  });
}

const isSeen = ({boundingClientRect: {top, bottom}}: IntersectionObserverEntry): boolean =>
  bottom > 0 && top < innerHeight;

/** An element that has no box of its own is nowhere near the screen, but what is in it may be. */
const hasNoBox = ({target, boundingClientRect: {width, height}}: IntersectionObserverEntry) =>
  width === 0 && height === 0 && getComputedStyle(target).display === 'contents';

/** The terms in one part of a page. */
export class NearMarks {
  readonly #text: HostText;
  readonly #onRead: () => void;
  /** By block, in the order of the page. */
  #marks = new Map<Element, readonly HostMark[]>();
  /** Blocks of which a browser tells whether they are near. */
  readonly #watched = new Set<Element>();
  readonly #near = new Set<Element>();
  #reading: Iterator<Passage | undefined> | undefined;
  #read = new Map<Element, HostMark[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #comes: ReturnType<typeof setTimeout> | undefined;
  #isChanged = false;

  readonly #changes = new MutationObserver((changes) => {
    this.#text.forget(changes);
    this.#later();
  });

  readonly #screen = new IntersectionObserver((changes) => {
    let isSoon = false;
    let isNow = false;
    for (const change of changes) {
      if (change.isIntersecting || hasNoBox(change)) {
        this.#near.add(change.target);
        isSoon = true;
        isNow ||= isSeen(change);
      } else this.#near.delete(change.target);
    }
    if (isNow) this.#underline();
    else if (isSoon) this.#comes ??= setTimeout(this.#underline, aheadOf);
  }, near);

  /** `onRead`: called whenever all of the text has been read. */
  constructor(
    root: Element,
    find: (text: string) => readonly TermMark[],
    isEvery: boolean,
    onRead: () => void,
  ) {
    this.#text = new HostText(root, find, isEvery);
    this.#onRead = onRead;
    this.#changes.observe(root, {
      childList: true,
      characterData: true,
      attributeFilter: decisive,
      subtree: true,
    });
    this.#later();
  }

  /** Takes every underline away, for good. */
  stop(): void {
    this.#changes.disconnect();
    this.#screen.disconnect();
    clearTimeout(this.#timer);
    this.#reading = undefined;
    this.#near.clear();
    this.#underline();
  }

  /** Every term that was found, near or not, in the order of the page. */
  get marks(): readonly HostMark[] {
    return [...this.#marks.values()].flat();
  }

  /** The mark at a point of the screen, in CSS pixels, where `target` is seen. */
  at(target: Element, x: number, y: number): HostMark | undefined {
    for (let block: Element | null = target; block; block = block.parentElement) {
      const mark = markAt(this.#marks.get(block) ?? [], target, x, y);
      if (mark) return mark;
    }
    return undefined;
  }

  /** Reads the text, unless that is about to be done anyway; while it is read, once more when it has been. */
  #later(): void {
    this.#isChanged = true;
    if (this.#reading) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#isChanged = false;
      this.#read = new Map();
      this.#reading = this.#text.passages();
      this.#step(firstStep);
    }, patience);
  }

  #step(time: number): void {
    const until = performance.now() + time;
    while (this.#reading) {
      const {done, value} = this.#reading.next();
      if (done) {
        this.#end();
        return;
      }
      if (value) {
        const marks = this.#read.get(value.block);
        if (marks) marks.push(...value.marks);
        else this.#read.set(value.block, [...value.marks]);
      }
      if (performance.now() >= until) {
        this.#showSoFar();
        afterFrames(() => {
          this.#step(laterStep);
        });
        return;
      }
    }
  }

  /** What was not there before is underlined without waiting for the rest. */
  #showSoFar(): void {
    for (const [block, marks] of this.#read) {
      if (this.#marks.has(block) && this.#marks.get(block) !== marks) continue;
      this.#marks.set(block, marks);
      this.#watch(block);
    }
  }

  #watch(block: Element): void {
    if (this.#watched.has(block)) return;
    this.#watched.add(block);
    this.#screen.observe(block);
  }

  #end(): void {
    this.#reading = undefined;
    this.#marks = this.#read;
    let count = 0;
    for (const marks of this.#marks.values()) count += marks.length;
    if (count <= few) {
      this.#screen.disconnect();
      this.#watched.clear();
      this.#near.clear();
      for (const block of this.#marks.keys()) this.#near.add(block);
    } else {
      for (const block of [...this.#near, ...this.#watched])
        if (!this.#marks.has(block)) {
          this.#near.delete(block);
          this.#watched.delete(block);
          this.#screen.unobserve(block);
        }
      for (const block of this.#marks.keys()) this.#watch(block);
    }
    this.#underline();
    this.#onRead();
    if (this.#isChanged) this.#later();
  }

  readonly #underline = (): void => {
    clearTimeout(this.#comes);
    this.#comes = undefined;
    const ranges: StaticRange[] = [];
    for (const block of this.#near)
      for (const {range} of this.#marks.get(block) ?? []) if (range) ranges.push(range);
    underline(this, ranges);
  };
}
