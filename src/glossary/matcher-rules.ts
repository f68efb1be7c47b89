/** Where a form that stands in a text is no term: inside numbers, units, addresses and names. */
import {classOf, gap, isCapital, isDigit, word} from './characters.js';

const isWord = (code: number): boolean => classOf(code) === word;
const isGap = (code: number): boolean => classOf(code) === gap;
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;
/** One of `,-./:`, which join numbers. */
const joinsNumbers = (code: number): boolean => (code > 0x2b && code < 0x30) || code === 0x3a;

const newLine = 0x0a;
const space = 0x20;
const percent = 0x25;
const bracket = 0x28;
const comma = 0x2c;
const stop = 0x2e;

const isSpace = (code: number): boolean => code === space || code === 0xa0;
/** `@` or `_`, beside which stand names that a computer knows. */
const isAddressed = (code: number): boolean => code === 0x40 || code === 0x5f;
/** Beyond either end of a text a line ends. */
const codeAt = (text: string, at: number): number =>
  at < 0 || at >= text.length ? newLine : text.charCodeAt(at);

/** Units as results and doses are written in, alone or as one to another; after a number they are no words. */
const unit =
  /^(?:(?:micro|milli|kilo)?grams?|[kmnpuµμ]?g|mcgs?|[mdcfµμ]?l|[mckµμ]?m|mm?hg|[mµμnp]?mol|kpa|bpm|[mkµμ]?i?u|(?:international )?units?|mins?|sec|s|h|hrs?|kcals?|kj|c|f)(?:\/.*)?$/iu;

/** What makes a street, a house or a firm of the name before it: in capitals, and perhaps after another word of the name. */
const placeOrFirm =
  /^ +(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Crescent|Cottage|Terrace|Gardens|House|Court|Hall|Park|Square|School|College|Motors|Cars|Taxis|Homes|Recruitment|Solicitors|(?:\p{Lu}[\p{L}&'’]{1,20} +){0,2}(?:Ltd|Limited|LLP|plc))(?![\p{L}\p{N}])/u;

/** The second half of a postcode, whose letters are few; BD is how often a medicine is taken. */
const postcode = /^[ \u00a0]\d(?!BD)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/u;

/** What stands before the names of a person, of which there are up to two before the one in question. */
const title =
  /(?:^|[^\p{L}])(?:Dr|M(?:rs?|s|iss|x)|Prof|Professor|Rev|Sir|Dame|Lord|Lady|Cllr|Canon|Judge|Sgt|PCSO)\.?[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** The same of what may also stand before an illness, 'Sister SLE', or a check, 'Nurse BP': only what is written as names are is one after it. */
const relation =
  /(?:^|[^\p{L}])(?:(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:aunt|uncle|brother|sister|cousin|daughter|son|father|mother|dad|mum)|(?:[Hh]usband|[Ww]ife|[Pp]artner|[Cc]arer|[Ff]riend|[Nn]eighbour|[Nn]iece|[Nn]ephew|[Gg]rand(?:daughter|son))(?: called| is)?|Sister|Nurse|Matron|Midwife)[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** What has a number as its name, or is counted out of a number. Three days in bed are no bed. */
const numbered =
  /(?:^|[^\p{L}])(?:(?<!(?:from|in|on|to) )(?:bed|ward)|(?<!lying )flat|bay|box|bus|desk|gate|page|platform|question|room|step|table|tel|telephone|ref|reference|number|no|score[ds]?)\.?:? *$/iu;

/** What has a letter and a number as its name, as vertebrae have. */
const lettered = /(?:^|[^\p{L}])(?:bay|bed|block|desk|gate|room|seat|theatre|ward|zone) $/iu;

/** What has letters and then a long number as its name. */
const serial = /(?:^|[^\p{L}])(?:batch|case|lot|model|number|policy|serial)\.?:? $/iu;

/** What is counted in numbers of which a few more or less do not matter: '3+ hours'. */
const counted = /^ ?(?:day|hour|hrs|mile|min|month|people|time|week|year)/;

/** 'On' before a day and a month: it is no span of time, unless that is said. */
const dated = /(?:^|[^\p{L}])(?:born|dated|dob|on):? $/iu;
const dayAndMonth = /^\d\d?\/(?:\d|1[0-2])$/;
const span = /^ (?:course|of|supply|trial)/;

/** Speaks of a score in the same sentence. */
const scored = /(?:^|[^\p{L}])(?:scale|scor)[^.]*$/iu;

/** References are written so: RA/2024/117. */
const reference = /^\/(?:\d{3}|\d+\/\d)/;

const address = /(?:(?:\/\/|www\.|@)\S*|\.(?:uk|com|org|net|gov)(?:\/\S*)?)$/u;

/** How far around a form is looked, in characters: a text without any gap is not read again for each form in it. */
const around = 60;
const leftOf = (text: string, start: number): string =>
  text.slice(Math.max(0, start - around), start);
const rightOf = (text: string, end: number): string => text.slice(end, end + around);

/**
 * Whether a form that stands from `start` to `end` is a term there. It is asked for every form found: most stand between plain words, and
 * a look at a character or two spares them the patterns.
 */
export function isAllowed(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const before = codeAt(text, start - 1);
  const after = codeAt(text, end);
  return (
    (isGap(before) || isFreeBefore(text, start, end, before)) &&
    (isGap(after) || isFreeAfter(text, start, end, after)) &&
    !isUnit(text, start, end) &&
    !(isDigit(first) && isNumber(text, start, end)) &&
    !(isCapital(first) && isName(text, start, end))
  );
}

/** Whether it is a sign alone, as in '#NOF'. */
const isSign = (text: string, start: number, end: number): boolean =>
  !isWord(text.charCodeAt(start)) && !/[\p{L}\p{N}]/u.test(text.slice(start, end));

/** Whether what stands right before, without a gap, leaves it a word of its own. */
function isFreeBefore(text: string, start: number, end: number, before: number): boolean {
  const first = text.charCodeAt(start);
  const beyond = codeAt(text, start - 2);
  if (isWord(first)) {
    if (isHyphen(before) && isWord(beyond)) return false;
    if (isDigit(first) && joinsNumbers(before) && isDigit(beyond)) return false;
    // A sign alone: not beside a number, nor a part of a longer sign.
  } else if (isSign(text, start, end) ? isDigit(before) || before === first : isWord(before))
    return false;
  return before === bracket || (!isAddressed(before) && !address.test(leftOf(text, start)));
}

/** The same of what stands right after. */
function isFreeAfter(text: string, start: number, end: number, after: number): boolean {
  const last = text.charCodeAt(end - 1);
  const beyond = codeAt(text, end + 1);
  if (isWord(last)) {
    if (isHyphen(after) && isWord(beyond)) return false;
    if (isDigit(last) && (after === percent || (joinsNumbers(after) && isDigit(beyond))))
      return false;
  } else if (isSign(text, start, end) ? isDigit(after) || after === last : isWord(after))
    return false;
  if (isGap(beyond)) return !isAddressed(after);
  const right = rightOf(text, end);
  return (
    !isAddressed(after) &&
    !/^[\w.-]*(?:@|:\/\/)/.test(right) &&
    !(isCapital(text.charCodeAt(start)) && reference.test(right))
  );
}

/** Whether it is the unit of the number before it. */
function isUnit(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before > start - 4 && isGap(codeAt(text, before))) before--;
  const code = codeAt(text, before);
  if (code === comma || code === stop) before--;
  return isDigit(codeAt(text, before)) && unit.test(text.slice(start, end));
}

/** Whether what begins with a digit is a number, a date or a score. */
function isNumber(text: string, start: number, end: number): boolean {
  const form = text.slice(start, end);
  const left = leftOf(text, start);
  const right = rightOf(text, end);
  return (
    numbered.test(left) ||
    (dayAndMonth.test(form) && dated.test(left) && !span.test(right)) ||
    (/\/(?:5|10)$/.test(form) && right.startsWith(' of ')) ||
    (form.endsWith('/10') && scored.test(left)) ||
    (form.endsWith('+') && counted.test(right))
  );
}

/** Whether what begins with a capital letter is a part of a name, an address or a reference. */
function isName(text: string, start: number, end: number): boolean {
  if (isSpace(codeAt(text, end))) {
    const next = codeAt(text, end + 1);
    const right = isCapital(next) || isDigit(next) ? rightOf(text, end) : '';
    if (isCapital(next) && placeOrFirm.test(right)) return true;
    if (
      isDigit(next) &&
      (postcode.test(right) || (/^ \d\d/.test(right) && serial.test(leftOf(text, start))))
    )
      return true;
  }
  // A word before it, of a name or a title, stands beside it with no sign between, unless it was cut short.
  let at = start - 1;
  while (isSpace(codeAt(text, at))) at--;
  const last = codeAt(text, at);
  if (at === start - 1 || !(isWord(last) || last === stop)) return false;
  const left = leftOf(text, start);
  // The F1 of a ward is a doctor.
  if (isDigit(text.charCodeAt(end - 1)) && text[start] !== 'F' && lettered.test(left)) return true;
  const least = start - around;
  while (at > least && !isGap(codeAt(text, at - 1))) at--;
  while (!isWord(codeAt(text, at))) at++;
  return (
    (isCapital(codeAt(text, at)) && title.test(left)) ||
    (!isCapital(text.charCodeAt(start + 1)) && relation.test(left))
  );
}
