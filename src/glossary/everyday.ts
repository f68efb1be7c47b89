/**
 * Terms that are also words of every day, and the company that tells that such a word is meant: the BP of a petrol station, the
 * PE of a school, the stool somebody sits on. Each pattern names what no clinical writing has beside the term.
 */

/** Words of every day, which a heading in capitals turns into the letters of an abbreviation. */
const shoutable = new Set(
  'ace act aid aids all am and are as at be by can cap do fit for had has he her his ice if in is it may me must my news no not of on or our out pad pals pet pop rice rig salt so the to toe top tug up us was we who'.split(
    ' ',
  ),
);

const towns = /\b(?:from|in|near|to) _[A-Z]/;
const music = /_ (?:player|rack)|\b(?:listen\w* to|music) _/;
const stool =
  /\b(?:bar|foot|kitchen|piano|step) _|\b(?:climb\w+|fell|s[ai]t\w*|slip\w+|st[ao]\w+) (?:off|on|onto) (?:an?|her|his|the) _/i;

/**
 * By the form in small letters: what stands around it where it is a word of every day. The pattern is tried on what stands before the
 * form, a line, the form as it is written, a line, and what stands after it.
 */
const company = new Map(
  Object.entries({
    bp: /_ (?:forecourt|garage|pension|petrol|shares|shop)|\b[Ww]ork\w* (?:at|for) _/,
    'c/o': /_ (?:Dr|M(?:iss|rs?|s))\b/,
    carrier: /_ bag|\b(?:baby|cat|people) _/i,
    cd: music,
    cds: music,
    depot: /\b(?:bus|coal|council|rail|train|tram) _/i,
    fb: /_ (?:friend|group|messag|page|post)|\bon _/,
    hives: /\b(?:bee|keeps) _|_ of bees/i,
    hr: /_ (?:advis|department|director|manager|meeting|officer|team)|\b[Ww]ork\w* (?:at|for|in|with) _/,
    // The number four, of a stage or a king.
    iv: /\b(?:chapter|class|edward|factor|george|grade|group|henry|level|nerve|nyha|part|phase|stage|type|volume) _/i,
    liquor: /_ (?:shop|store)/,
    loin: /\b(?:lamb|pork) _|_ of (?:lamb|pork)/i,
    lyme: /_ Regis/,
    mane: /\b(?:an?|her|his|its|long|the) _/,
    mr: /\bdear _|_ (?:and|&) mrs/i,
    ms: /_ (?:Excel|Office|Teams|Word)\b|\bdear _/i,
    // How some people are addressed, and how some clinicians write of treatment.
    mx: /_\.?[ \u00a0]+\p{Lu}\p{Ll}/u,
    ottawa: towns,
    pa: /_ (?:at work|to the)|\b[Ww]ork\w* as an? _/,
    pc: /[a-z,] _[\w ]+_ [A-Z][a-z]|_ (?:\d{3}|[A-Z][a-z]+ (?:attended|brought|escorted|gave|phoned|rang|said|told))|\b(?:at|on|using) (?:an?|her|his|my|the|their) _|\b(?:gaming|home|new|old) _/,
    pe: /_ (?:at school|class\b|kit|lesson|teacher)|\b(?:does|[Hh]ates|[Tt]each\w*) _/,
    piles: /_ of /,
    pleasant: /_ (?:afternoon|day|evening|holiday|surprise|time|trip|view|walk|weather)/,
    po: /_ box/i,
    ppi: /_ (?:claim\b|compensation|mis|payout|refund)/,
    pr: /_ (?:agency|company|consult|firm|job|manager)|\b[Ww]ork\w* in _/,
    recession: /\b(?:during|in|since) the _/i,
    refused:
      /\b(?:application|claim|credit|loan|planning|visa) (?:was )?_|_ (?:by (?:her|his|the) bank|entry|planning)/,
    sats: /\b(?:revis\w+ for|school|sitting|tak\w+|year \w+) (?:h\w+ )?_|_ (?:at school|exam|test)/i,
    se: /_ (?:Asia|coast|(?:of )?England|London)/,
    slough: towns,
    stool,
    stools: stool,
    ted: /_ talk/,
    tender: /_ (?:age|loving|steak)|\blegal _/i,
    vw: /_ (?:camper|car\b|garage|Golf|Polo|van)/,
    xl: /\bsize _|_ (?:glove|pad|shirt)/i,
  }),
);

/** No word above has more characters. */
const longest = 9;

/** What ends a sentence or a heading. */
const sentence = /[.:;!?\n]/;

/** How far around a form is looked, in characters. */
const around = 60;

/** Whether a form can be a word of every day, by what stands around it. */
export function hasEverydaySense(form: string): boolean {
  if (form.length > longest) return false;
  const small = form.toLowerCase();
  return company.has(small) || shoutable.has(small);
}

/** Whether a form that stands from `start` to `end` is a word of every day there. */
export function isEveryday(form: string, text: string, start: number, end: number): boolean {
  const small = form.toLowerCase();
  const left = text.slice(Math.max(0, start - around), start);
  const right = text.slice(end, end + around);
  return (
    !!company.get(small)?.test(`${left}_${text.slice(start, end)}_${right}`) ||
    (shoutable.has(small) && isShouted(left, right))
  );
}

/**
 * Whether the words around it in its sentence are all in capitals, and not all abbreviations: a heading or a notice, in which capitals
 * tell nothing. 'NEWS 3 BP 120/70 HR 80' is none.
 */
function isShouted(left: string, right: string): boolean {
  const words = (text = '') => text.match(/\p{L}{2,}/gu) ?? [];
  const beside = [
    ...words(left.split(sentence).at(-1)).slice(-2),
    ...words(right.split(sentence)[0]).slice(0, 2),
  ];
  return (
    beside.every((one) => one === one.toUpperCase()) &&
    beside.some((one) => one.length > 5 || shoutable.has(one.toLowerCase()))
  );
}
