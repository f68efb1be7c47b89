/**
 * Underlines words of the page's own text: no node of the page is touched.
 *
 * Source: CSS Custom Highlight API Module Level 1. Where a browser has it not, nothing is underlined and the list of words remains.
 */

const name = 'phr-term';

/** Most ranges given to a highlight in one call: each is an argument. */
const most = 10_000;

/** What each glossary of the page has underlined: they share one highlight. */
const underlined = new Map<object, readonly AbstractRange[]>();

let sheet: CSSStyleSheet | undefined;

/**
 * Underlines the ranges of one glossary in place of those it had. A highlight is made anew: taking ranges out of one and
 * putting others in, one by one, takes WebKit many times longer.
 */
export function underline(owner: object, ranges: readonly AbstractRange[]): void {
  const before = underlined.get(owner);
  // Browsers draw much anew for each change of a highlight.
  if (before?.length === ranges.length && ranges.every((range, at) => range === before[at])) return;
  if (ranges.length > 0) underlined.set(owner, ranges);
  else if (!underlined.delete(owner)) return;
  /* eslint-disable local/no-newer-api -- Asked for before use; without it nothing is underlined, and the list of words remains. */
  if (typeof Highlight === 'undefined') return;
  const all = [...underlined.values()].flat();
  const highlight = new Highlight(...all.slice(0, most));
  for (const range of all.slice(most)) highlight.add(range);
  CSS.highlights.set(name, highlight);
  /* eslint-enable local/no-newer-api */
}

/** Makes the underline known where the text stands: in the page, or in the shadow root around it. On paper nothing can be pressed. */
export function adoptUnderline(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@media not print { ::highlight(${name}) { text-decoration: underline dotted 2px; } }`,
    );
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
