/** What the matcher knows of single characters: words, gaps and signs, and which are one letter in two forms. */

/** White space of any kind. */
export const gap = 0x10000;
/** A letter, a digit, a mark on a letter, or something that joins letters without being seen. */
export const word = 0x20000;
/** Everything else. */
export const sign = 0x30000;

/** Of what is known of a character, the part that is its lower-case letter, and the part that is its class. */
export const letterPart = 0xffff;
export const classPart = 0x30000;
const capital = 0x40000;
const digit = 0x80000;

/** All that is known of a UTF-16 code unit in one number, filled as they are met: 0 when not met yet. */
const traits = new Uint32Array(0x10000);

/** Invisible marks of direction stand beside words; everything else that is not seen stands inside them. */
const joins = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]/u;

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  // White space by the letter of the law, but seen by nobody.
  const isGap = code !== 0xfeff && /\s/u.test(character);
  // A few letters become two when lowered: those stay as they are, so that places in the text do not move.
  let letter = lower.length === 1 ? lower.charCodeAt(0) : code;
  if (/[\u00B4\u2018\u2019\u2032\u02BC]/u.test(character)) letter = 0x27;
  if (/[\u2010-\u2013\u2212]/u.test(character)) letter = 0x2d;
  return (traits[code] =
    letter |
    (isGap ? gap : joins.test(character) ? word : sign) |
    (/\p{Lu}/u.test(character) ? capital : 0) |
    (/\p{N}/u.test(character) ? digit : 0));
}

for (let code = 0; code < 0x180; code++) learn(code);

/** Class and lower-case letter of a UTF-16 code unit, and whether it is a capital or a digit, in one number. */
export const traitsOf = (code: number): number => traits[code] || learn(code);

/** Whether a UTF-16 code unit is a gap, part of a word, or a sign. */
export const classOf = (code: number): number => traitsOf(code) & classPart;

/** A code unit in lower case, with one apostrophe and one hyphen for the several in use. */
export const fold = (code: number): number => traitsOf(code) & letterPart;

/** Whether it is a capital letter. */
export const isCapital = (code: number): boolean => (traitsOf(code) & capital) > 0;

/** Whether it is a digit, or a number in one character. */
export const isDigit = (code: number): boolean => (traitsOf(code) & digit) > 0;
