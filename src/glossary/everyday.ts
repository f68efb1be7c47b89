/**
 * What clinical terms look like and are not: names, places, numbers, words of a notice in capitals, and words of every day. These are
 * told by their company: the BP of a petrol station, the PE of a school, the stool somebody sits on. Each pattern, and each
 * list of neighbours, names what no clinical writing has beside the term. A chunk of its own, fetched beside the terms: without it nothing
 * is marked.
 */
import type {EverydayWords} from './matcher.js';
import {isAllowed, type NameWords} from './matcher-rules.js';
import {plain} from './plain-text.js';
import {signed} from './signatures.js';

/** Words of every day, which a heading in capitals turns into the letters of an abbreviation. */
const shoutable = new Set(
  'ace act aid aids all am and are as at be by cage can cap cat do fast fees fit flair for had halo has he her his ice if in is it lot may me must my news no not of on opt or our out pad pals pee pet pop rice rig rot salt so spa stir the to toe top tug up us was we who'.split(
    ' ',
  ),
);

/** Words of every day by what they are about, and the words that tell so: two before and two after are looked at. */
const neighbours = new Map(
  `rice tender:beans beef chicken eats fish gravy lamb likes meat peas pork roast soup steak stew
cd cds lp pc:bought computer crashing games laptop library mends sold
pet:carrier owner rabbit shop
pv pvc:boilers door panels pipe roof roofs solar window
vw:camper car garage golf polo van
aaa:batteries battery
margins:page profit
tabs:browser open
liquor:shop store
dc lyme:regis washington`
    .split('\n')
    .flatMap((line) => {
      const [words = '', beside = ''] = line.split(':');
      const set: ReadonlySet<string> = new Set(beside.split(' '));
      return words.split(' ').map((word) => [word, set]);
    }),
);

const office =
  /_ (?:advis|agency|company|consult|department|director|file|firm(?! [a-z])|job|lead\b|manager|meeting|officer|pay\b|team)|\b(?:[Ss]poke to|[Ww]ork\w* (?:at|for|in|with)) _|\brang _.._ about/;
const towns = /\b(?:from|in|near|to) _[A-Z]/;
const music = /_ (?:player|rack)|\b(?:listen\w* to|music|[Pp]lays) _/;
const stool =
  /\b(?:bar|foot|kitchen|piano|step) _|\b(?:climb\w+|fell|sat|sit\w*|slip\w+|stand\w*|stood) (?:off|on|onto) (?:an?|her|his|the) _/i;

/**
 * By the form in small letters: what stands around it where it is a word of every day. The pattern is tried on what stands before the
 * form, a line, the form as it is written, a line, and what stands after it.
 */
const company = new Map(
  Object.entries({
    ac: /_ (?:in (?:her|his|my) |is broken)/,
    appendix: /_ (?:[A-H1-9]\b|to the)/,
    arterial: /_ (?:road|route)/,
    boggy: /_ (?:field|garden|ground|land|lawn|path)/,
    boils: /\b(?:he|it|kettle|she|water|who) _|_ (?:an?|down|eggs|over|the|water)\b/i,
    bp: /_ (?:forecourt|garage|pension|petrol|shares|shop)|\b(?:job|[Ww]ork\w*) (?:at|for) _/,
    bulky: /_ (?:bag|box|coat|furniture|goods|item|parcel|waste)/,
    'c/o': /_ (?:Dr|M(?:iss|rs?|s))\b/,
    carrier: /_ bag|\b(?:cat|people) _/i,
    cd: music,
    cds: music,
    cat: /_ (?:flap|food)/,
    clips: /\b(?:film|hair|paper|video) _|_ in (?:her|his) hair/i,
    depot: /\b(?:bus|coal|council|rail|train|tram) _/i,
    erosion: /\b(?:cliff|coast\w*|river|soil) _/i,
    fb: /_ (?:friend|group|messag|page|post)|\bon _/,
    fm: /_ radio/,
    hives: /\b(?:bee|keeps) _|_ of bees/i,
    hr: office,
    // The number four, of a stage or a king.
    iv: /\b(?:act|chapter|class|edward|factor|george|grade|group|henry|level|nerve|nyha|part|phase|pope \w+|see appendix|stage|type|volume) _|\bbook _.._(?:$|[.,;]| of\b)/i,
    la: /\b(?:back|drove|flew|flights?|fly|flying|holiday|home|lives?|living|trip) (?:\w+ )?(?:from|in|near|to) _|_ (?:and the US|Fitness)/i,
    latch: /\b(?:door|gate|window) _|_ key/i,
    lifeline: /\b(?:be|been|is|was) a _/,
    loin: /\b(?:lamb|pork) _|_ of (?:lamb|pork)/i,
    lt: /_ (?:Col|Gen)\b/,
    mane: /\b(?:horse.*|its|lion's|long|pony's) _/i,
    moulding: /\b(?:ceiling|door|plaster|plastic|skirting) _/i,
    mr: /\bdear _|_ (?:and|&) mrs/i,
    ms: /_ (?:Excel|Office|Teams|Word)\b|\bdear _/i,
    must: /\b(?:he|it|she|they|we|you) _|_ (?:be|have|not)\b/i,
    // How some people are addressed, and how some clinicians write of treatment.
    mx: /_\.?[ \u00a0]+\p{Lu}\p{Ll}/u,
    orbit: /\b(?:in|into) _|_ around/,
    ottawa: towns,
    pa: /_ (?:at work|system|to the)|\b(?:asked|told) (?:her|his) _|\b(?:is|was|[Ww]ork\w* as) a _/,
    para: /_ \d+ (?:above|below|of (?:my|the|your))/,
    pc: /\b(?:and|by|from|of|told|to|with) _[\w ]+_ [A-Z][a-z]|_ (?:\d{3}|[A-Z][a-z]+ (?:attended|brought|came to|escorted|gave|phoned|rang|said|told)|(?:is|was) (?:broken|mended|slow)|would not)|\b(?:at|on|[Uu]s(?:es|ing)) (?:an?|her|his|my|the|their) _|\b(?:a new|gaming|home|old) _/,
    pea: /_ soup/,
    pe: /_ (?:.{0,20}school|and (?:art|games|maths)|class\b|department|kit|lesson|on Mon|teacher)|\b(?:[Dd]oes|[Hh]ates|[Ll]oved|[Tt]each(?:es|ing)?) _/,
    piles: /_ of [a-z]/,
    pleasant: /_ (?:afternoon|day|evening|holiday|surprise|time|trip|view|walk|weather)/,
    po: /_ box/i,
    ppi: /_ (?:claim\b|compensation|mis-?s[eo]l|payout|refund)/,
    pr: office,
    proms: /\bschool _|_ (?:at the|dress|night)/i,
    radius: /\bmile _|_ of (?:about |some )?(?:\d|five|ten|two)/,
    recession: /\b(?:during|in|since) the _/i,
    refused:
      /\b(?:application|claim|credit|loan|visa) (?:was )?_|_ (?:by (?:her|his|the) bank|entry|planning)/,
    rt: /_ (?:Hon|Rev)\b/,
    sats: /\b(?:revis\w+ for|sitting|[Yy]ear \w+) (?:h\w+ )?_|\b[Tt]ak\w+ (?:h\w+ )?_SATs|_ (?:exam|paper|tests)/,
    scaling: /_ (?:back|down|the (?:fence|gate|roof|wall)|up)\b/,
    se: /_ (?:Asia|coast|(?:of )?England|London)/,
    section:
      /\b(?:fill in|go to|in|see|tick) _|_ (?:above|below|is for your|of (?:(?:her|his|my|our|the|this|your) (?!act|m|19)|form))/i,
    slough: towns,
    stockings: /\b(?:Christmas|nylon|silk) _/i,
    stool,
    stools: stool,
    surveillance: /\b(?:camera|CCTV|police|video) _|_ camera/i,
    ted: /_ talk/,
    tender: /_ (?:age|loving)|\b(?:legal|out to|until) _|\ba _\w+_ for/i,
    thrill: /_ (?:of|seek)/,
    top: /_ (?:car\b|deck|drawer|floor|of\b|shelf|step)/,
    ve: /_ [Dd]ay/,
    veneer: /\b(?:oak|pine|thin|walnut|wood\w*) _|_ of /i,
    washout: /\b(?:be|is|was) an? _|\btotal _/,
    xl: /\b(?:size|L and) _|_ (?:glove|pad|shirt)/i,
  }),
);

/** No word above has more characters. */
const longest = 12;

/** What stands before the names of a person, of which there are up to two before the one in question. */
const titles =
  /(?:^|[^\p{L}])(?:Dr|M(?:rs?|s|iss|x)|Messrs|Prof|Professor|Revd?|Sir|Dame|Lord|Lady|Cllr|Councillor|Canon|Judge|Sgt|PCSO)\.?[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** The same of what may also stand before an illness, 'Sister SLE', or a check, 'Nurse BP': only what is written as names are is one after it. */
const relations =
  /(?:^|[^\p{L}])(?:(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:aunt|uncle|brother|sister|cousin|daughter|son|father|mother|dad|mum)|(?:[Hh]usband|[Ww]ife|[Pp]artner|[Cc]arer|[Ff]riend|[Nn]eighbour|[Nn]iece|[Nn]ephew|[Gg]rand(?:daughter|son))(?: called| is)?|Sister|Nurse|Matron|Midwife)[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]+){0,2}$/u;

/** The words in small letters in which `relations` and `serials` may end. */
const cues = new Set(
  'aunt uncle brother sister cousin daughter son father mother dad mum husband wife partner carer friend neighbour niece nephew granddaughter grandson called is account batch case invoice lot model number policy serial'.split(
    ' ',
  ),
);

/** What makes a street, a house or a firm of the name before it: in capitals, and perhaps after another word of the name. */
const places =
  /^ +(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Crescent|Cottage|Terrace|Gardens|House(?! (?:call|visit))|Hall|Park|Square|Way|Bros|Builders|Motors|Cars|Taxis|Homes|Recruitment|Solicitors|(?:\p{Lu}[\p{L}&'’]{1,20} +){0,2}(?:Ltd|Limited|LLP|plc))(?![\p{L}\p{N}])/u;

/** What has a number as its name, or is counted out of a number. Three days in bed are no bed. */
const numbered =
  /(?:^|[^\p{L}])(?:(?<!(?:from|in|on|to) )(?:bed|ward)|(?<!lying )flat|bay|bus|chapter|desk|gate|page|platform|question|room|row|step|table|ticket|tel|telephone|ref|reference|number|no|score[ds]?)\.?:? *$/iu;

/** What has a letter and a number as its name, as vertebrae have. */
const lettered =
  /(?:^|[^\p{L}])(?:bay|bed|desk|gate|room|seat|theatre|ward|bus(?: stop)?|(?<!\p{L} )route|platform|terminal|catch the|landed at) $/iu;

/** What letters and a number name that stand before it. */
const labelled = /^ (?:bus|camper|envelope|licence)/;

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

/** How far around a form is looked, in characters. */
const around = 60;

/** A number, or a letter or two and a number. */
const numeral = /^[A-Z]{0,2}\d/i;
const onlyNumber = /^[\d./+-]+$/;

/** A form in small letters, without a number at its end. */
const keyOf = (form: string): string => form.toLowerCase().replace(/ ?\d+$/, '');

function has(form: string): boolean {
  if (numeral.test(form)) return true;
  if (form.length > longest) return false;
  const small = keyOf(form);
  return company.has(small) || neighbours.has(small) || shoutable.has(small);
}

function stands(form: string, text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - around), start);
  const right = text.slice(end, end + around);
  if (numeral.test(form)) return isNumber(form, left, right);
  const small = keyOf(form);
  if (company.get(small)?.test(`${left}_${text.slice(start, end)}_${right}`)) return true;
  const words = neighbours.get(small);
  const isShoutable = shoutable.has(small);
  const beside = words || isShoutable ? besideOf(left, right) : [];
  return beside.some((one) => words?.has(one.toLowerCase())) || (isShoutable && isShouted(beside));
}

/** Whether what begins with a number is the name of a place, a date, a score, or a number of anything. */
function isNumber(form: string, left: string, right: string): boolean {
  return form < 'A'
    ? (onlyNumber.test(form) && numbered.test(left)) ||
        (dayAndMonth.test(form) &&
          ((dated.test(left) && !span.test(right)) || timed.test(right))) ||
        (form.endsWith('/10') && scored.test(left)) ||
        (form.endsWith('+') && counted.test(right))
    : postcode.test(right) ||
        labelled.test(right) ||
        // The F1 of a ward is a doctor.
        (!form.startsWith('F') && lettered.test(left));
}

/** The two words before and the two after, with no end of a sentence and no comma between. */
function besideOf(left: string, right: string): string[] {
  const words = (text = '') => text.match(/\p{L}{2,}/gu) ?? [];
  return [
    ...words(left.split(sentence).at(-1)).slice(-2),
    ...words(right.split(sentence)[0]).slice(0, 2),
  ];
}

/**
 * Whether the words around it are all in capitals, and not all abbreviations: a heading or a notice, in which capitals tell nothing.
 * 'NEWS 3 BP 120/70 HR 80' is none.
 */
const isShouted = (beside: readonly string[]): boolean =>
  beside.every((one) => one === one.toUpperCase()) &&
  beside.some((one) => one.length > 5 || shoutable.has(one.toLowerCase()));

const names: NameWords = {titles, relations, cues, places, serials, signed};
const allows = (text: string, start: number, end: number) => isAllowed(text, start, end, names);

/** The words of every day among clinical ones. */
export const everydayWords: EverydayWords & NameWords = {has, stands, allows, plain, ...names};
