/** What the matcher knows of single characters: words, gaps and signs, and which are one letter in two forms. */

/** White space of any kind. */
export const gap = 1;
/** A letter, a digit, a mark on a letter, or something that joins letters without being seen. */
export const word = 2;
/** Everything else. */
export const sign = 3;

const units = 0x10000;
/** Classes and lower-case letters by UTF-16 code unit, filled as they are met: 0 when not met yet. */
const classes = new Uint8Array(units);
const folded = new Uint16Array(units);

/** Invisible marks of direction stand beside words; everything else that is not seen stands inside them. */
const joins = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]/u;

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  // White space by the letter of the law, but seen by nobody.
  const isGap = code !== 0xfeff && /\s/u.test(character);
  // A few letters become two when lowered: those stay as they are, so that places in the text do not move.
  folded[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  if (/[\u2018\u2019\u02BC]/u.test(character)) folded[code] = 0x27;
  if (/[\u2010-\u2013\u2212]/u.test(character)) folded[code] = 0x2d;
  return (classes[code] = isGap ? gap : joins.test(character) ? word : sign);
}

for (let code = 0; code < 0x180; code++) learn(code);

/** Whether a UTF-16 code unit is a gap, part of a word, or a sign. */
export const classOf = (code: number): number => classes[code] || learn(code);

/** A code unit in lower case, with one apostrophe and one hyphen for the several in use. */
export const fold = (code: number): number => folded[code] || (learn(code), folded[code] ?? code);
