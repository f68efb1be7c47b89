/**
 * What clinical terms look like and are not: names, places, numbers, words of a text in capitals, and words of every day, which are
 * told by their company (`everyday-company.ts`). A chunk of its own, fetched beside the terms: without it nothing is marked.
 */
import {classOf, isDigit, word} from './characters.js';
import {common, company, known, neighbours, shoutable} from './everyday-company.js';
import type {EverydayWords} from './matcher.js';
import {isAllowed, type NameWords} from './matcher-rules.js';
import {plain} from './plain-text.js';
import {signed} from './signatures.js';

/** No word of `everyday-company.ts` has more characters, but for some of what everybody knows. */
const longest = 15;
const longestKnown = 22;

/** What stands before the names of a person, of which there are up to two before the one in question. */
const titles =
  /(?:^|[^\p{L}])(?:Dr|M(?:rs?|s|iss|x)|Messrs|Prof|Professor|Revd?|Sir|Dame|Lord|Lady|Cllr|Councillor|Canon|Judge|Sgt|PCSO)\.?[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** The same of what may also stand before an illness, 'Sister SLE', or a check, 'Nurse BP': only what is written as names are is one after it. */
const relations =
  /(?:^|[^\p{L}])(?:(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:aunt|uncle|brother|sister|cousin|daughter|son|father|mother|dad|mum)|(?:[Hh]usband|[Ww]ife|[Pp]artner|[Cc]arer|[Ff]riend|[Nn]eighbour|[Dd]og|[Cc]at|[Hh]orse|[Rr]abbit|[Nn]iece|[Nn]ephew|[Gg]rand(?:daughter|son)|[Kk]eyworker|[Ss]olicitor|[Tt]eacher)(?: called| is(?: called)?)?|Sister|Nurse|Matron|Midwife)[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** The words in small letters in which `relations` and `serials` may end. */
const cues = new Set(
  'aunt uncle brother sister cousin daughter son father mother dad mum husband wife partner carer friend neighbour dog cat horse rabbit niece nephew granddaughter grandson called is account batch case invoice lot model number policy serial'.split(
    ' ',
  ),
);

/** What makes a street, a house or a firm of the name before it: in capitals, and perhaps after another word of the name. */
const places =
  /^ +(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Crescent|Cottage|Terrace|Gardens|House(?! (?:call|visit))|Hall|Park|Square|Way|Bros|Builders|Motors|Cars|Taxis|Homes|Recruitment|Solicitors|Academy|Church|Farm|Garage|Hotel|Lettings|Library|Lodge|Shoes|Stores|(?:\p{Lu}[\p{L}&'’]{1,20} +){0,2}(?:Ltd|Limited|LLP|plc))(?![\p{L}\p{N}])/u;

/** What has a number as its name, or is counted out of a number. Three days in bed are no bed. */
const numbered =
  /(?:^|[^\p{L}])(?:(?<!(?:from|in|on|to) )(?:bed|ward)|(?<!lying )flat|bay|bus|chapter|desk|gate|page|platform|question|room|row|step|table|ticket|tel|telephone|ref|reference|number|no|score[ds]?)\.?:? *$/iu;

/** What has a letter and a number as its name, as vertebrae have. */
const lettered =
  /(?:^|[^\p{L}])(?:bay|bed|car park|channel|desk|gate|junction|room|row|seat|stand|theatre|ward|bus(?: stop)?|(?<!\p{L} )route|platform|terminal|zone|catch the|landed at|press(?:es|ed)?|hit|Audi|BMW|Citro[eë]n|Peugeot|Volvo|watch(?:es|ed)? the|(?:bought|drives|drove|owns|sold) (?:an?|her|his|the)|(?:film|match|news|programme|show) on|(?:flat|home|house|lives?) (?:is )?in) $/iu;

/** The same, in capitals: a nerve block at C5 is none. */
const named = /(?:^|[^\p{L}] *)(?:Block|Floor|Pod|Stand|Unit|Wing|Zone) $/u;

/** A doctor of the ward: its F1. */
const onWard = /ward F\d$/i;

/**
 * In small letters, the last words of the four patterns above and of `dated`: after any other word a number is spared them. Most
 * numbers stand after another word, and WebKit takes long to look back.
 */
const beforeNumbers = new Set(
  'a an at audi bay bed block bmw born bus channel chapter citroen citroën dated desk dob flat floor from gate her his hit in junction no number on page park peugeot platform pod press pressed presses question ref reference room route row score scored scores seat stand step stop table tel telephone terminal the theatre ticket to unit volvo ward wing zone'.split(
    ' ',
  ),
);

const isLetter = (code: number): boolean => classOf(code) === word && !isDigit(code);

/** The word that a text ends with, before spaces, a colon or a full stop. */
function lastWord(text: string): string {
  let end = text.length;
  while (end > 0 && ' .:'.includes(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

/** What letters and a number name that stand before it. */
const labelled =
  /^ (?:bus|camper|car\b|envelope|grand prix|key\b|licen[cs]e|postcode|race|road|service|size|train|tram|van\b)/;

/** What has letters and a number as its name. */
const serials =
  /(?:^|[^\p{L}])(?:account|batch|case|invoice|lot|model|number|policy|serial)\.? $/iu;

/** What is counted in numbers of which a few more or less do not matter: '3+ hours'. */
const counted = /^ ?(?:day|hour|hrs|mile|min|month|people|time|week|year)/;

/** 'On' before a day and a month: it is no span of time, unless that is said. */
const dated =
  /(?:^|[^\p{L}])(?:born|dated|dob|on|(?:moved|postponed) (?:from|(?:from [\d/]+ )?to)):? $/iu;
/** A time of the day, which no span of time has after it. */
const timed = /^ at (?:\d\d?[:ap]|midday|noon)/;
const dayAndMonth = /^\d\d?\/(?:\d|1[0-2])$/;
const span = /^ (?:course|cycle|follow|inject|of|prescri|recall|repeat|review|script|supply|trial)/;

/** Speaks of a score in the same sentence. */
const scored = /(?:^|[^\p{L}])(?:scale|scor)[^.]*$/iu;

/** The second half of a postcode, whose letters are few; BD is how often a medicine is taken. */
const postcode = /^[ \u00a0]\d(?!BD)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/u;

/** What ends a part of a sentence, or a heading. */
const sentence = /[.,:;!?\n]| (?:after|since) /;

/** So many plain words in capitals, and no other word, are a text that was typed so. */
const plainEnough = 3;

/** How far around a form is looked, in characters. */
const around = 60;

/** A number, or a letter or two and a number. */
const numeral = /^[A-Z]{0,2}\d/i;
const onlyNumber = /^[\d./+-]+$/;

/** A form in small letters, without a number at its end. */
const keyOf = (form: string): string => form.toLowerCase().replace(/ ?\d+$/, '');

function has(form: string): boolean {
  if (numeral.test(form)) return true;
  if (form.length > longest) return form.length <= longestKnown && known.has(form.toLowerCase());
  const small = keyOf(form);
  return company.has(small) || neighbours.has(small) || shoutable.has(small) || known.has(small);
}

function stands(form: string, text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - around), start);
  const right = text.slice(end, end + around);
  if (numeral.test(form)) return isNumber(form, left, right);
  const small = keyOf(form);
  // Alone it is what somebody asks about.
  if (known.has(small)) return /\S/.test(left) || /\S/.test(right);
  if (company.get(small)?.test(`${left}_${text.slice(start, end)}_${right}`)) return true;
  const words = neighbours.get(small);
  const isShoutable = shoutable.has(small);
  const beside = words || isShoutable ? besideOf(left, right) : [];
  return (
    beside.some((one) => words?.has(one.toLowerCase())) ||
    (isShoutable && isShouted(beside, left, right))
  );
}

/** Whether what begins with a number is the name of a place, a date, a score, or a number of anything. */
function isNumber(form: string, left: string, right: string): boolean {
  const mayFollow = beforeNumbers.has(lastWord(left).toLowerCase());
  return form < 'A'
    ? (mayFollow && onlyNumber.test(form) && numbered.test(left)) ||
        (dayAndMonth.test(form) &&
          ((mayFollow && dated.test(left) && !span.test(right)) || timed.test(right))) ||
        (form.endsWith('/10') && scored.test(left)) ||
        (form.endsWith('+') && counted.test(right))
    : postcode.test(right) ||
        labelled.test(right) ||
        // The F1 of a ward is a doctor.
        (mayFollow && (named.test(left) || (lettered.test(left) && !onWard.test(left + form))));
}

/** The two words before and the two after, with no end of a sentence and no comma between. */
const besideOf = (left: string, right: string): string[] => [
  ...wordsIn(left.split(sentence).at(-1)).slice(-2),
  ...wordsIn(right.split(sentence)[0]).slice(0, 2),
];

function wordsIn(text = ''): readonly string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}

const isCapitals = (word: string): boolean => word === word.toUpperCase();
const isPlain = (word: string): boolean =>
  word.length > 5 || shoutable.has(word.toLowerCase()) || common.has(word.toLowerCase());

/**
 * Whether the words around it are all in capitals, and not all abbreviations: a heading, a notice, or notes that were typed so, in which
 * capitals tell nothing. 'NEWS 3 BP 120/70 HR 80' is none.
 */
const isShouted = (beside: readonly string[], left: string, right: string): boolean =>
  beside.every(isCapitals) &&
  (beside.some(isPlain) || isTypedSo([...wordsIn(left), ...wordsIn(right)]));

/** Whether nothing near is in small letters, and much of it is plain. */
const isTypedSo = (words: readonly string[]): boolean =>
  words.every(isCapitals) && words.filter(isPlain).length >= plainEnough;

const names: NameWords = {titles, relations, cues, places, serials, signed};
const allows = (text: string, start: number, end: number) => isAllowed(text, start, end, names);

/** The words of every day among clinical ones. */
export const everydayWords: EverydayWords & NameWords = {has, stands, allows, plain, ...names};
