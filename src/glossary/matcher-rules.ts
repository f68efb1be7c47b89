/** Where a form that stands in a text is no term: inside longer words, numbers and references, units, and names. */
import {classOf, fold, gap, isCapital, isDigit, word} from './characters.js';

const isWord = (code: number): boolean => classOf(code) === word;
const isGap = (code: number): boolean => classOf(code) === gap;
/** A dash between words is none. */
const isHyphen = (code: number): boolean => fold(code) === 0x2d && code !== 0x2013;
const newLine = 0x0a;
const space = 0x20;
const percent = 0x25;
const comma = 0x2c;
const stop = 0x2e;
const slash = 0x2f;
const colon = 0x3a;

/** One of `+,-./:`, which join numbers: 28+4/40 is not the fourth week. */
const joinsNumbers = (code: number): boolean => (code > 0x2a && code < 0x30) || code === colon;
const isSpace = (code: number): boolean => code === space || code === 0xa0;
/** `@` or `_`, beside which stand names that a computer knows. */
const isAddressed = (code: number): boolean => code === 0x40 || code === 0x5f;
/** Beyond either end of a text a line ends. */
const codeAt = (text: string, at: number): number =>
  at < 0 || at >= text.length ? newLine : text.charCodeAt(at);

/** Units as results and doses are written in, alone or as one to another; after a number they are no words, but 'F/U', 'c/o' and 'h/o' are. */
const unit =
  /^(?:(?:micro|milli|kilo)?grams?|[kmnpuµμ]?g|mcgs?|[mdcfµμ]?l|[mckµμ]?m|mm?hg|[mµμnp]?mol|kpa|bpm|[mkµμ]?i?u|(?:international )?units?|mins?|sec|s|h|hrs?|kcals?|kj|c|f)(?:\/(?:\d|[dm]?l|k?g|m|h|d|s|[µμ]).*)?$/iu;

/** A heart rate, and no hours. */
const rate = /^HR[ :]+\d/;

/** The rest of a reference: RA/2024/117. */
const reference = /^\/(?:\w\w\/)?\d{3}/;

/** What a reference begins with: 10442/MS. A pressure before it, 120/80/HR, has a number more. */
const referred = /(?:^|[^/\d])(?:[A-Z]{2}\/)?\d{4,9}\/$/;

/** What stands beside the names of people, places and firms. The patterns are tried on some words before or after a form. */
export interface NameWords {
  /** Before a person's name, of which it may be the third. */
  readonly titles: RegExp;
  /** The same, where what is written in capitals may still be an illness. */
  readonly relations: RegExp;
  /** After the name of a place or a firm. */
  readonly places: RegExp;
  /** In small letters, the words before a name or a number that the patterns above and below may end in: no other is worth a look. */
  readonly cues: ReadonlySet<string>;
  /** Before the letters and the number of a model or a batch. */
  readonly serials: RegExp;
  /** A person who signed or saw, without a title: tried on what stands before the form, a line, the form, a line, and what stands after. */
  readonly signed: Pick<RegExp, 'test'>;
}

/** How far around a form is looked, in characters: a text without any gap is not read again for each form in it. */
const around = 60;
const leftOf = (text: string, start: number): string =>
  text.slice(Math.max(0, start - around), start);
const rightOf = (text: string, end: number): string => text.slice(end, end + around);

/**
 * Whether a form that stands from `start` to `end` is a term there. It is asked for every form found: most stand between plain words, and
 * a look at a character or two spares them the patterns.
 */
export function isAllowed(text: string, start: number, end: number, names: NameWords): boolean {
  const before = codeAt(text, start - 1);
  const after = codeAt(text, end);
  return (
    (isGap(before) ||
      (isFree(text, start, end, start, before, codeAt(text, start - 2)) &&
        (before !== slash || !referred.test(text.slice(Math.max(0, start - 14), start))))) &&
    (isGap(after) ||
      (isFree(text, start, end, end - 1, after, codeAt(text, end + 1)) &&
        (after !== slash || !reference.test(text.slice(end, end + 7))))) &&
    !isUnit(text, start, end) &&
    !(isCapital(text.charCodeAt(start)) && isName(text, start, end, names))
  );
}

/** Whether it is a word of its own, and no part of a longer one, of a number or of what a computer calls something. */
function isFree(
  text: string,
  start: number,
  end: number,
  within: number,
  beside: number,
  beyond: number,
): boolean {
  const code = text.charCodeAt(within);
  if (isAddressed(beside)) return false;
  if (isWord(code))
    // Beside a hyphen, a letter or a digit makes another word of it: 'non-AF' says the opposite, 'Senna-Rose' is a person.
    return !(
      // One stop more makes other initials of it: 'b.d' is not in 'b.d.s'.
      (isHyphen(beside)
        ? isWord(beyond)
        : beside === stop && text.charCodeAt(within === start ? start + 1 : end - 2) === stop) ||
      (isDigit(code) && (beside === percent || (joinsNumbers(beside) && isDigit(beyond))))
    );
  // A sign alone, as in '#NOF': not beside a number, nor a part of a longer sign.
  return /[\p{L}\p{N}]/u.test(text.slice(start, end))
    ? !isWord(beside)
    : !isDigit(beside) && beside !== code;
}

/** Whether it is the unit of the number before it. */
function isUnit(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before > start - 4 && isGap(codeAt(text, before))) before--;
  const code = codeAt(text, before);
  if (code === comma || code === stop) {
    // 'Temp 38.4, HR 90' begins anew.
    if (before < start - 1) return false;
    before--;
  }
  return (
    isDigit(codeAt(text, before)) &&
    unit.test(text.slice(start, end)) &&
    !rate.test(text.slice(start, end + 3))
  );
}

/** Whether what begins with a capital letter is a part of a name or of an address. */
function isName(text: string, start: number, end: number, names: NameWords): boolean {
  const after = codeAt(text, end);
  // 'Consultant: Dr Ann Lamb  Diagnoses: …' on one line: a heading, not her name.
  if (after === colon) return false;
  const next = isSpace(after) ? codeAt(text, end + 1) : space;
  if (
    isCapital(next) &&
    (names.places.test(rightOf(text, end)) ||
      (!isCapital(codeAt(text, end + 2)) && isSigned(text, start, end, names)))
  )
    return true;
  // A word before it, of a name or a title, stands beside it with no sign between, unless it was cut short.
  let before = start - 1;
  while (isSpace(codeAt(text, before))) before--;
  const last = codeAt(text, before);
  if (before === start - 1 || !(isWord(last) || last === stop)) return false;
  let at = before;
  while (at > start - around && isWord(codeAt(text, at - 1))) at--;
  if (!isCapital(codeAt(text, at)) && !names.cues.has(text.slice(at, before + 1))) return false;
  const left = leftOf(text, start);
  return (
    names.titles.test(left) ||
    ((at === before || !isCapital(last)) && isSigned(text, start, end, names)) ||
    (!isCapital(text.charCodeAt(start + 1)) && names.relations.test(left)) ||
    (isDigit(next) && names.serials.test(left))
  );
}

const isSigned = (text: string, start: number, end: number, names: NameWords): boolean =>
  names.signed.test(`${leftOf(text, start)}_${text.slice(start, end)}_${rightOf(text, end)}`);
