/**
 * Finds terms in the text of a page that is not ours, and underlines them without touching it: no node is added, moved or
 * wrapped, so that what the page's own framework put there stays as it is.
 *
 * Source: CSS Custom Highlight API Module Level 1. Where a browser has it not, nothing is underlined and the list of words remains.
 */
import type {TermMark} from '../model/glossary.js';
import {firstMarks} from './marks.js';

/** A term in the page's own text. */
export interface HostMark {
  readonly mark: TermMark;
  /** The word as it stands there. */
  readonly word: string;
  readonly range: StaticRange;
}

/** Elements in which nothing is explained: what a person presses or types into, what is no prose, and what is ours. */
const leftOut =
  'a,button,input,textarea,select,option,label,summary,code,pre,kbd,samp,var,script,style,template,noscript,svg,math,object,iframe,canvas,audio,video,[contenteditable]:not([contenteditable=false]),[translate=no],[hidden],[aria-hidden=true],[role=button],[role=link],[data-phr-no-terms]';

/** Elements inside a line of text: a term may begin in one and end in another. */
const inline = new Set(
  'B I EM STRONG SPAN SMALL SUB SUP MARK U S BDI BDO ABBR CITE Q TIME DATA FONT INS DEL WBR'.split(
    ' ',
  ),
);

/** What counts as one entry, in which a term is marked once. */
const entry = 'article,li,tr,section,[data-phr-entry]';

const isLeftOut = (element: Element): boolean =>
  element.localName.includes('-') || element.matches(leftOut);

/** Pieces of text that are read in one go, in the order of the page. */
export function* runsIn(root: Element): Generator<Text[]> {
  let run: Text[] = [];
  const walk = function* (node: Node): Generator<Text[]> {
    for (const child of node.childNodes) {
      if (child instanceof Text) run.push(child);
      else if (child instanceof Element) {
        const isInline = inline.has(child.tagName) && !isLeftOut(child);
        if (!isInline && run.length > 0) {
          yield run;
          run = [];
        }
        if (isLeftOut(child)) continue;
        yield* walk(child);
        if (!isInline && run.length > 0) {
          yield run;
          run = [];
        }
      }
    }
  };
  yield* walk(root);
  if (run.length > 0) yield run;
}

/** Where an offset in the text of a run stands. `isEnd`: the offset after a character rather than before one. */
function placeIn(run: readonly Text[], offset: number, isEnd: boolean): [Text, number] | undefined {
  let left = offset;
  for (const node of run) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  return undefined;
}

/** Terms in everything a page has put inside `root`. `every`: each time, not only once in an entry. */
export function marksIn(
  root: Element,
  find: (text: string) => readonly TermMark[],
  every = false,
): HostMark[] {
  const marked = new Map<Element, Set<string>>();
  const found: HostMark[] = [];
  for (const run of runsIn(root)) {
    const text = run.map(({data}) => data).join('');
    const marks = find(text);
    if (marks.length === 0) continue;
    const place = run[0]?.parentElement?.closest(entry) ?? root;
    const scope = root.contains(place) ? place : root;
    let seen = marked.get(scope);
    if (!seen) marked.set(scope, (seen = new Set()));
    for (const mark of every ? marks : firstMarks(marks, seen)) {
      const from = placeIn(run, mark.start, false);
      const to = placeIn(run, mark.end, true);
      if (!from || !to) continue;
      const range = new StaticRange({
        startContainer: from[0],
        startOffset: from[1],
        endContainer: to[0],
        endOffset: to[1],
      });
      found.push({mark, word: text.slice(mark.start, mark.end), range});
    }
  }
  return found;
}

/** The mark at a point of the screen, in CSS pixels. */
export function markAt(marks: readonly HostMark[], x: number, y: number): HostMark | undefined {
  const hits = ({range}: HostMark): boolean =>
    [...liveRange(range).getClientRects()].some(
      ({left, right, top, bottom}) => x >= left && x <= right && y >= top && y <= bottom,
    );
  const at = document.elementFromPoint(x, y);
  return marks.find(
    (mark) => at !== null && at.contains(mark.range.startContainer) && isValid(mark) && hits(mark),
  );
}

/** Whether the text is still what it was when the word was found. */
export function isValid({range, word}: HostMark): boolean {
  const {startContainer, endContainer, endOffset} = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return false;
  if (endOffset > (endContainer as Text).length) return false;
  return liveRange(range).toString() === word;
}

/** A range that can be measured. */
export function liveRange(range: StaticRange): Range {
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The page has changed the text in the meantime: a range of nothing has no place.
    live.collapse(true);
  }
  return live;
}
