/** Where a form that stands in a text is no term: inside numbers, units, addresses and names. */
import {classOf, word} from './characters.js';

const isDigit = (character: string | undefined): boolean =>
  !!character &&
  (character < '\x80' ? character >= '0' && character <= '9' : /\p{N}/u.test(character));
const isCapital = (code: number): boolean =>
  code < 0x80 ? code > 64 && code < 91 : /\p{Lu}/u.test(String.fromCharCode(code));
const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === word;

/** Units as results and doses are written in, alone or as one to another; after a number they are no words. */
const unit =
  /^(?:(?:micro|milli|kilo)?grams?|[kmnpuµμ]?g|mcgs?|[mdcfµμ]?l|[mckµμ]?m|mm?hg|[mµμnp]?mol|kpa|bpm|[mkµμ]?i?u|(?:international )?units?|mins?|sec|s|h|hrs?|kcals?|kj|c|f)(?:\/.*)?$/iu;

/** What makes a street or a firm of the name before it. */
const placeOrFirm =
  /^ +(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Crescent|Cottage|Terrace|Gardens|Ltd|LLP|plc)(?![\p{L}\p{N}])/u;

/** Beside a hyphen, a letter or a digit makes another word of it: 'non-AF' says the opposite, 'Senna-Rose' is a person. */
const isJoined = (text: string, hyphen: number, beyond: number): boolean =>
  isWordAt(text, beyond) && /[-\u2010\u2011]/.test(text[hyphen] ?? '');

/** Words of every day, which a heading in capitals turns into the letters of an abbreviation. */
const everyday = new Set(
  'aid all am and are as at be by can do for had has he her his if in is it may me my no not of on or our out pet so the to up us was we who'.split(
    ' ',
  ),
);

const title =
  /(?:^|[^\p{L}])(?:Dr|M(?:rs?|s|iss|x)|Prof|Professor|Sister|Nurse|Rev|Sir|Dame|Lord|Lady)\.?[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** What has a number as its name. */
const numbered =
  /(?:^|[^\p{L}])(?:bay|room|flat|page|tel|telephone|ref|reference|number|no)\.?:? *$/iu;

/** How far around a form is looked, in characters: a text without any gap is not read again for each form in it. */
const around = 60;

/** Whether a form that stands from `start` to `end` is a term there. */
export function isAllowed(form: string, text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const isFirstWord = classOf(first) === word;
  const isLastWord = classOf(last) === word;
  if (!isFirstWord && !isLastWord && !/[\p{L}\p{N}]/u.test(form)) {
    // A sign alone, as in '#NOF': not beside a number, nor a part of a longer sign.
    if (isDigit(before) || isDigit(after) || before === text[start] || after === text[end - 1])
      return false;
  } else {
    if (!isFirstWord && isWordAt(text, start - 1)) return false;
    if (!isLastWord && isWordAt(text, end)) return false;
  }
  if (isDigit(text[start]) && /[.,/:-]/.test(before ?? '') && isDigit(text[start - 2]))
    return false;
  if (
    isDigit(text[end - 1]) &&
    (after === '%' || (/[.,/:-]/.test(after ?? '') && isDigit(text[end + 1])))
  )
    return false;
  if (isFirstWord && isJoined(text, start - 1, start - 2)) return false;
  if (isLastWord && isJoined(text, end, end + 1)) return false;
  const left = text.slice(Math.max(0, start - around), start);
  if (isDigit(text[start]) && numbered.test(left)) return false;
  if (before === '_' || after === '_' || before === '@' || after === '@') return false;

  // Patterns are slow in some engines, and most terms stand among plain words: a look at a character or two spares most of them.
  if (/\d[.,]?\s*$/.test(left.slice(-4)) && unit.test(text.slice(start, end))) return false;
  const right = text.slice(end, end + around);
  if (isCapital(first)) {
    if (/[^a-z\s]\S*\s+$/.test(left) && title.test(left)) return false;
    if (after === ' ' && placeOrFirm.test(right)) return false;
    // 'Mx' is how some people are addressed, and how some clinicians write of treatment.
    if (form === 'Mx' && /^\.?[ \u00a0]+\p{Lu}\p{Ll}/u.test(right)) return false;
  }
  if (
    before &&
    before > ' ' &&
    /(?:(?:\/\/|www\.|@)\S*|\.(?:uk|com|org|net|gov)(?:\/\S*)?)$/u.test(left)
  )
    return false;
  if (after && after > ' ' && /^[\w.-]*(?:@|:\/\/)/u.test(right)) return false;
  return !(everyday.has(form.toLowerCase()) && isShouted(left, right));
}

/** Whether the words around are all in capitals: a heading, in which capitals tell nothing. */
function isShouted(left: string, right: string): boolean {
  const beside = [
    /(\p{L}{2,})[^\p{L}]*$/u.exec(left)?.[1],
    /^[^\p{L}]*(\p{L}{2,})/u.exec(right)?.[1],
  ];
  const words = beside.filter((one) => one !== undefined);
  return words.length > 0 && words.every((one) => one === one.toUpperCase());
}
