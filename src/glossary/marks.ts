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

/** Punctuation at the end and at the beginning of a text: so little that a line still breaks elsewhere. */
const before = /[^\w\s]{0,3}$/u;
const after = /^[^\w\s]{0,3}/u;

/**
 * Draws a text; what lies between the marks stays text. A button is a box of its own, beside which browsers would break a line
 * even between the word and its full stop: what touches a term is kept with it.
 */
export function withMarks(
  text: string,
  marks: readonly TermMark[],
  about: About,
): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  marks.forEach(({start, end, meanings, ambiguous}, index) => {
    const [open = ''] = before.exec(text.slice(at, start)) ?? [];
    const [close = ''] = after.exec(text.slice(end, marks[index + 1]?.start)) ?? [];
    // prettier-ignore
    parts.push(text.slice(at, start - open.length), html`<span class="nowrap">${open}<phr-term class=${open + close && 'nowrap'} .meanings=${meanings} .ambiguous=${ambiguous} .about=${about}>${text.slice(start, end)}</phr-term>${close}</span>`);
    at = end + close.length;
  });
  parts.push(text.slice(at));
  return parts;
}
