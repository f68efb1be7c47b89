/** A text with buttons for the terms in it: the same characters, in the same order. */
import {html, type TemplateResult} from 'lit';
import type {About, TermMark} from '../model/glossary.js';

/** What tells one set of meanings from another. */
const nameOf = ({meanings}: TermMark): string => meanings.map(({term}) => term.id).join();

/** Marks of meanings that `marked` does not have yet, which it has from now on. */
export function firstMarks<M extends TermMark>(marks: readonly M[], marked: Set<string>): M[] {
  return marks.filter((mark) => {
    const name = nameOf(mark);
    if (marked.has(name)) return false;
    marked.add(name);
    return true;
  });
}

/** Draws a text; what lies between the marks stays text. */
export function withMarks(
  text: string,
  marks: readonly TermMark[],
  about: About,
): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const {start, end, meanings, ambiguous} of marks) {
    if (start > at) parts.push(text.slice(at, start));
    // prettier-ignore
    parts.push(html`<phr-term .meanings=${meanings} .ambiguous=${ambiguous} .about=${about}>${text.slice(start, end)}</phr-term>`);
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
