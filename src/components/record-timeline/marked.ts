import {html, type TemplateResult} from 'lit';

/**
 * A text with the words searched for made bold and underlined. `search` is in lower case; words are found as
 * they were typed, without patterns.
 */
export function marked(
  text: string,
  search: readonly string[],
): string | (string | TemplateResult)[] {
  if (search.length === 0) return text;
  const lower = text.toLowerCase();
  // A letter whose lower case is longer would move every place after it: then nothing is marked.
  if (lower.length !== text.length) return text;
  const pieces: (string | TemplateResult)[] = [];
  let done = 0;
  while (done < text.length) {
    let at = -1;
    let length = 0;
    for (const word of search) {
      const found = word ? lower.indexOf(word, done) : -1;
      if (found >= 0 && (at < 0 || found < at || (found === at && word.length > length))) {
        at = found;
        length = word.length;
      }
    }
    if (at < 0) break;
    if (at > done) pieces.push(text.slice(done, at));
    pieces.push(html`<mark>${text.slice(at, at + length)}</mark>`);
    done = at + length;
  }
  if (pieces.length === 0) return text;
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}
