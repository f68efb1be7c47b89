/**
 * Marking a megabyte of a page's own text, against putting that text in the page: what the main thread does until everything on
 * the screen is underlined, and what is left for later.
 */
import {liveRange, type HostMark} from '../../../src/glossary/host-mark.js';
import {everydayWords} from '../../../src/glossary/everyday.js';
import {HostText} from '../../../src/glossary/host-text.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {NearMarks} from '../../../src/glossary/near-marks.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {adoptUnderline, underline} from '../../../src/glossary/underline.js';
import {Busy, idleFrame} from './busy.js';
import {afterPaint, nextFrame, wait} from './harness.js';

/** Paragraphs of an entry, in which a term is marked once. */
const entry = 4;

/** Where a person is when marking begins. */
export type Place = 'top' | 'middle';

/** What one marking took, in milliseconds of work; `waited` is by the clock. */
export interface Marking {
  /** Telling the page how an underline looks, once: each element is styled anew. */
  readonly sheet: number;
  /** Until all that is on the screen is underlined. */
  readonly seen: number;
  readonly waited: number;
  /** The frame that draws it, beyond one of an idle page: what is on the screen is painted anew. */
  readonly drawing: number;
  /** From then until everything has been read. */
  readonly later: number;
  /** The longest that the page was held up in one go. */
  readonly longest: number;
  readonly steps: number;
  /** Terms on the screen. */
  readonly onScreen: number;
  /** Ranges there are in the end. */
  readonly underlined: number;
  /** A jump by half of the text, once all has been read: work until what is on the screen then is underlined. */
  readonly jump: number;
}

/** Times in milliseconds, of work and the layout it needs. */
export interface Marked extends Record<Place, Marking> {
  /** Putting the plain text in the page. */
  readonly plain: number;
  /** Every term found, and underlined wherever it is, in one go. */
  readonly everything: number;
  readonly marks: number;
}

const marksOf = (text: HostText): HostMark[] =>
  [...text.passages()].flatMap((passage) => passage?.marks ?? []);

const ids = new WeakMap<Node, number>();
let lastId = 0;

function nameOf({startContainer, startOffset}: AbstractRange): string {
  let id = ids.get(startContainer);
  if (id === undefined) ids.set(startContainer, (id = ++lastId));
  return `${String(id)} ${String(startOffset)}`;
}

/** Terms that are on the screen now. */
function onScreen(marks: readonly HostMark[]): Set<string> {
  const names = new Set<string>();
  for (const {range} of marks) {
    const block = range?.startContainer.parentElement?.getBoundingClientRect();
    if (!range || !block || block.bottom < 0 || block.top > innerHeight) continue;
    const {top, bottom} = liveRange(range).getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) names.add(nameOf(range));
  }
  return names;
}

const underlinedNow = (): readonly AbstractRange[] => [...(CSS.highlights.get('phr-term') ?? [])];

/** The page with this text in it. */
export class MarkingPage {
  readonly #host = document.createElement('div');
  readonly #paragraphs: readonly string[];
  readonly #lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}], [], everydayWords);

  constructor(paragraphs: readonly string[]) {
    this.#paragraphs = paragraphs;
    document.body.append(this.#host);
  }

  readonly #find = (text: string) => this.#lexicon.find(text);

  #insert(): number {
    const start = performance.now();
    const articles: HTMLElement[] = [];
    for (const [at, paragraph] of this.#paragraphs.entries()) {
      if (at % entry === 0) articles.push(document.createElement('article'));
      const element = document.createElement('p');
      element.textContent = paragraph;
      articles.at(-1)?.append(element);
    }
    this.#host.replaceChildren(...articles);
    this.#layOut();
    return performance.now() - start;
  }

  #layOut(): number {
    return this.#host.offsetHeight;
  }

  #everything(): {readonly time: number; readonly marks: readonly HostMark[]} {
    adoptUnderline(document);
    const start = performance.now();
    const marks = marksOf(new HostText(this.#host, this.#find));
    underline(
      this.#host,
      marks.flatMap(({range}) => range ?? []),
    );
    this.#layOut();
    const time = performance.now() - start;
    underline(this.#host, []);
    return {time, marks};
  }

  async #near(place: Place): Promise<Marking> {
    document.adoptedStyleSheets = [];
    scrollTo(0, place === 'top' ? 0 : this.#layOut() / 2);
    await wait(100);
    const idle = await idleFrame();
    const all = marksOf(new HostText(this.#host, this.#find));
    let wanted = onScreen(all);
    const wantedFirst = wanted.size;
    if (wantedFirst === 0) throw new Error('Nothing to mark is on the screen');
    let seen: number | undefined;
    let end: number | undefined;
    const look = () => {
      if (seen !== undefined) return;
      const there = new Set(underlinedNow().map(nameOf));
      if (![...wanted].every((name) => there.has(name))) return;
      seen = performance.now();
      busy.time(() => this.#layOut());
    };
    const until = async (is: () => boolean) => {
      const from = performance.now();
      while (!is()) {
        if (performance.now() - from > 20_000)
          throw new Error('What is on the screen was not marked');
        await wait(20);
      }
      // The frame in which it is shown.
      await wait(50);
    };
    // A task of its own: what is done inside a frame would be a part of that frame.
    await afterPaint();
    const started = performance.now();
    adoptUnderline(document);
    this.#layOut();
    const sheet = performance.now() - started;
    for (let left = 10; left > 0; left--) await nextFrame();
    await afterPaint();
    const busy = new Busy(idle, look);
    let near: NearMarks | undefined;
    const start = performance.now();
    busy.time(() => {
      near = new NearMarks(this.#host, this.#find, false, () => (end = performance.now()));
    });
    await until(() => seen !== undefined && end !== undefined);
    const [first = NaN, last = NaN] = [seen, end];
    // One browser tells what is near in the frame that draws it, another before the next.
    const drawing = busy.frames.find((frame) => frame.end > first);
    const drawn = drawing?.end ?? NaN;
    const drew = drawing?.time ?? NaN;
    const counted = {
      sheet,
      seen: busy.between(start, drawn) - drew,
      drawing: drew,
      waited: first - start,
      later: busy.between(drawn, performance.now()),
      longest: Math.max(...busy.pieces.map(({time}) => time)),
      steps: busy.pieces.filter((piece) => piece.start <= last && piece.time >= 1).length,
    };
    scrollBy(0, (this.#layOut() / 2) * (place === 'top' ? 1 : -1));
    wanted = onScreen(all);
    seen = undefined;
    const from = performance.now();
    await until(() => seen !== undefined);
    const jump = busy.between(from, performance.now());
    const underlined = underlinedNow().length;
    near?.stop();
    busy.stop();
    return {...counted, onScreen: wantedFirst, underlined, jump};
  }

  /** Measures once. */
  async measure(): Promise<Marked> {
    this.#insert();
    this.#everything();
    // Once for the engine to know the code, as of what it is compared with.
    await this.#near('top');
    const plain = this.#insert();
    const {time, marks} = this.#everything();
    this.#insert();
    const top = await this.#near('top');
    this.#insert();
    const middle = await this.#near('middle');
    this.#host.remove();
    return {plain, everything: time, marks: marks.length, top, middle};
  }
}
