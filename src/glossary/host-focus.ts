/** Moves focus from a place in a page's own text to what a person comes to next by Tab. */

const candidates =
  'a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable],[tabindex]';

/** What Tab may stop at under a root, in the order of the page and through shadow roots. */
function* stopsIn(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(candidates) && element.tabIndex >= 0) yield element;
    if (element.shadowRoot) yield* stopsIn(element.shadowRoot);
  }
}

/** The element of the page itself that another is in the shadow of. */
function inPage(element: Element, page: Node): Element {
  const root = element.getRootNode();
  return root !== page && root instanceof ShadowRoot ? inPage(root.host, page) : element;
}

/**
 * Gives focus to the first thing under `root` after `range` that takes it, or before it for `isBack`; to `otherwise` when there
 * is none. False when nothing took it.
 */
export function focusBeside(
  range: Range,
  root: Element,
  isBack: boolean,
  otherwise: HTMLElement | null,
): boolean {
  const page = root.getRootNode();
  const wanted = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const from = isBack ? range.startContainer : range.endContainer;
  const beside = [...stopsIn(root)].filter(
    (stop) => from.compareDocumentPosition(inPage(stop, page)) & wanted,
  );
  if (isBack) beside.reverse();
  // What is hidden or switched off takes none.
  return [...beside, otherwise].some((stop) => {
    stop?.focus();
    return stop?.matches(':focus');
  });
}
