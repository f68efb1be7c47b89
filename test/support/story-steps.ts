/** Steps that a story takes before it shows what it is about. Its words are looked for in each language, for it is drawn in all of them. */

/** What `look` gives once it gives something, looked for at every frame for up to 5 seconds. */
export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = performance.now() + 5000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`The story never came to ${String(look)}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Everything that can be read under a node, in its shadow root and in what is put into it, with single spaces. */
export function wordsUnder(node: Node | null | undefined): string {
  if (!node) return '';
  if (node instanceof Text) return node.data;
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.childNodes ?? []), ...node.childNodes]
    .map(wordsUnder)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
