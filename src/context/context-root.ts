import {ContextRoot} from '@lit/context';

const attached = Symbol.for('phr-context-root@1');

/**
 * Keeps the questions of widgets that stand on the page before the provider around them is defined, or put there. One is
 * enough for every copy of the library on a page.
 */
export function attachContextRoot(): void {
  const page = globalThis as {[attached]?: boolean};
  if (page[attached]) return;
  page[attached] = true;
  new ContextRoot().attach(document.documentElement);
}
