/** Where the panel of a word stands: over the text at the word where there is room for all of it, else in the text under its line. */

/** A panel narrower than this, in root ems, stands in the text rather than over it. */
const narrowest = 22;

/** Pixels of a root em. */
const rootSize = (): number =>
  parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

const isNarrow = (): boolean => innerWidth < narrowest * rootSize();

/** True when this browser can place a panel at a word, over everything, by itself. */
const placesPanels = (): boolean =>
  'popover' in HTMLElement.prototype && CSS.supports('position-area', 'block-end');

/* eslint-disable local/no-newer-api -- Asked for by `placesPanels`; without it a panel stands in the text. */
function putOver(panel: HTMLElement): void {
  panel.popover = 'manual';
  panel.showPopover();
}

function putInText(panel: HTMLElement): void {
  panel.hidePopover();
  panel.popover = null;
}
/* eslint-enable local/no-newer-api */

/** How much of the screen above a word stays when the page is scrolled, in root ems: headings may stick to its edge. */
const kept = 4;

/** Gives a panel that was just drawn its place. A little way to scroll makes room for it; the word stays on the screen. */
export function place(panel: HTMLElement, word: Element): void {
  if (!placesPanels() || isNarrow()) return;
  putOver(panel);
  const below = panel.getBoundingClientRect().bottom - innerHeight;
  if (below > 0 && word.getBoundingClientRect().top - below > kept * rootSize()) {
    scrollBy({top: below + rootSize() / 2, behavior: 'instant'});
    // Browsers let what is shown already follow the word a frame later: shown anew, it is there at once.
    putInText(panel);
    putOver(panel);
  }
  const {top, bottom} = panel.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) putInText(panel);
}

/**
 * A panel over its own word or away from it, past what the page can be scrolled to, or on a screen that has become narrow: it goes
 * on in the text. Firefox pushes one that has no room over its word, and may leave one behind when the page has just been scrolled.
 */
export function fit(panel: HTMLElement, word: Element): void {
  if (!panel.hasAttribute('popover')) return;
  const box = panel.getBoundingClientRect();
  const {top, bottom} = word.getBoundingClientRect();
  const isOut =
    box.top + scrollY < 0 || box.bottom + scrollY > document.documentElement.scrollHeight + 1;
  const gap = Math.max(box.top - bottom, top - box.bottom);
  if (isNarrow() || isOut || gap < 0 || gap > 2 * rootSize()) putInText(panel);
}

/** Turns the pointer of a panel to its word, never past its corners. One that is wider than its text stays on the screen. */
export function point(panel: HTMLElement, word: Element): void {
  const {left, top, width} = word.getBoundingClientRect();
  const middle = left + width / 2;
  // Through the object model: a style attribute is refused by a strict policy.
  const {style} = panel;
  style.setProperty('--_shift', '0px');
  const room = parseFloat(getComputedStyle(panel).marginRight) || 0;
  const start = panel.getBoundingClientRect();
  const end = document.documentElement.clientWidth - rootSize() - start.right;
  const shift =
    room < 0
      ? Math.min(0, end)
      : Math.max(0, Math.min(middle - start.left - start.width / 2, room));
  style.setProperty('--_shift', `${shift}px`);
  const box = panel.getBoundingClientRect();
  const at = Math.max(20, Math.min(middle - box.left, box.width - 20));
  style.setProperty('--_at', `${at}px`);
  panel.classList.toggle('above', box.top < top);
}
