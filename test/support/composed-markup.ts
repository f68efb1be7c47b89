/** What stands in a page as one text, for comparing two: every element and text, through shadow roots, in order. */
import type {Browser} from './browser.js';

/** Elements with their attributes and texts below one element of the light DOM; comments and style sheets left out. */
export function composedMarkup(browser: Browser, selector: string): Promise<string> {
  return browser.evaluate((root: string) => {
    const write = (node: Node): string => {
      if (node instanceof Text)
        return node.data.trim() && `"${node.data.replace(/\s+/g, ' ').trim()}"\n`;
      if (node instanceof ShadowRoot) return [...node.childNodes].map(write).join('');
      if (!(node instanceof Element) || node.localName === 'style') return '';
      const own = [...node.attributes].map(({name, value}) => ` ${name}="${value}"`).sort();
      const inner = [...(node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes];
      return `<${node.localName}${own.join('')}>\n${inner.map(write).join('')}</>\n`;
    };
    const element = document.querySelector(root);
    if (!element) throw new Error(`There is no ${root}`);
    // The minute in which it was read is the one thing that may differ.
    return write(element).replace(/\d{1,2}(:\d{2})?[ap]m\b|midday|midnight/g, 'TIME');
  }, selector);
}

/**
 * The same once nothing in it changes any more: answers may come in any order. `compared` leaves out what may differ, such as
 * what was announced last, which waits up to 3 seconds for its turn.
 */
export async function settledMarkup(
  browser: Browser,
  selector: string,
  compared: (markup: string) => string,
): Promise<string> {
  const seen: string[] = [];
  while (seen.length < 4 || new Set(seen.slice(-4)).size > 1) {
    if (seen.length > 60) throw new Error(`${selector} does not come to rest: ${seen.at(-1)}`);
    seen.push(compared(await composedMarkup(browser, selector)));
    await browser.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  }
  return seen.at(-1) ?? '';
}
