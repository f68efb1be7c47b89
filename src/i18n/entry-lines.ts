/** What stands under an entry's name, in words: a chunk that comes after the first requests. */
import type {FhirDate} from '../model/fhir-date.js';
import type {LeadKey, PointKey} from '../model/status.js';
import type {Finding, Naming, Point, PointValues, TimelineEntry} from '../model/timeline.js';
import {dateInWords} from './dates.js';
import {enGB} from './en-gb/status.js';
import type {DescribeOptions, EntryText, LineText} from './entry-words.js';
import type {HeadWords} from './heads.js';
import type {FilledValues, StatusWords} from './status.js';
import {
  doseInWords,
  findingInWords,
  flagInWords,
  valueInWords,
  type ValueWords,
} from './value-words.js';

/** Most results on a row. */
const mostFindings = 3;

/** All words of a language; English brings its head apart. */
export function wholeWords(words: HeadWords): StatusWords {
  return 'points' in words ? (words as StatusWords) : enGB;
}

/** The head of an entry with the rest of what a row says. */
export function withLines(
  head: EntryText,
  entry: TimelineEntry,
  words: ValueWords,
  options: DescribeOptions,
): EntryText {
  const {status} = words;
  const {who} = entry.author;
  const tags = [...head.tags];
  if (who === 'patient') tags.push({key: 'addedByPerson', words: addedByPerson(status, options)});
  if (who === 'related') {
    tags.push({key: 'addedByRelated', words: status.statuses.addedByRelated});
  }
  return {
    ...head,
    tags,
    lines: linesOf(entry, words, options),
    source: sourceOf(entry, status, options),
  };
}

function addedByPerson(words: StatusWords, options: DescribeOptions): string {
  return options.viewer === 'self'
    ? words.statuses.addedByPerson
    : words.addedBy(options.personName ?? words.thisPerson);
}

/** Who recorded it and where it came from, in one line. */
function sourceOf(entry: TimelineEntry, words: StatusWords, options: DescribeOptions): string {
  const {author, place} = entry;
  const who = whoOf(entry, words, options);
  if (who && place && author.name !== place) return words.source(who, place);
  return (
    who ?? place ?? (entry.type === 'Appointment' ? placeOf(entry, words) : words.sourceNotRecorded)
  );
}

/** Nothing, where a line says at what place an appointment is. */
function placeOf({points}: TimelineEntry, words: StatusWords): string {
  const isSaid = points.some((point) => point.type === 'words' && point.key === 'at');
  return isSaid ? '' : words.placeNotRecorded;
}

function whoOf(
  {author}: TimelineEntry,
  words: StatusWords,
  options: DescribeOptions,
): string | undefined {
  const named =
    author.name && author.role ? words.nameAndRole(author.name, author.role) : author.name;
  switch (author.who) {
    case 'patient':
      return addedByPerson(words, options);
    case 'related':
      return words.addedBy(named ?? words.familyOrCarer);
    case 'device':
      return words.device(author.name);
    case 'professional':
      return named ?? author.role;
    default:
      return named;
  }
}

function isOutside({judgement}: Finding): boolean {
  const {flag} = judgement;
  return flag === 'high' || flag === 'low' || flag === 'outside';
}

function linesOf(
  entry: TimelineEntry,
  words: ValueWords,
  {search = []}: DescribeOptions,
): readonly LineText[] {
  const findings: Finding[] = [];
  const others: LineText[] = [];
  for (const point of entry.points) {
    if (point.type === 'finding') findings.push(point.finding);
    else {
      const line = lineOf(point, words);
      if (line) others.push(line);
    }
  }
  return [...findingLines(entry, findings, words, search), ...others];
}

/** Sentences of ours with clinical words of the record in them, and not a name, a place or a date. */
const clinical: ReadonlySet<PointKey> = new Set<PointKey>([
  'reaction',
  'reactionMild',
  'reactionModerate',
  'reactionSevere',
  'whatFor',
  'reasonGiven',
  'notFullStrength',
]);

/** How many of the words that are searched for stand in a result. */
function wordsFound({name, value}: Finding, search: readonly string[]): number {
  const said = `${name ?? ''} ${value.type === 'text' ? value.text : ''}`.toLowerCase();
  return search.filter((word) => said.includes(word)).length;
}

/** At most three results, those searched for and those outside their range first, and how many more there are. */
function findingLines(
  entry: TimelineEntry,
  findings: readonly Finding[],
  words: ValueWords,
  search: readonly string[],
): readonly LineText[] {
  const {status} = words;
  const line = (finding: Finding): LineText => findingLine(finding, words);
  const text = (sentence: string): LineText => ({type: 'text', text: sentence, ownWords: false});
  const outside = findings.filter(isOutside);
  const inside = findings.filter((finding) => !isOutside(finding));
  const ordered = [...outside, ...inside];
  if (findings.length <= mostFindings) return ordered.map(line);
  const searched = ordered
    .filter((finding) => wordsFound(finding, search) > 0)
    .sort((a, b) => wordsFound(b, search) - wordsFound(a, search));
  const within = findings.filter(
    ({judgement, lead}) => judgement.flag === 'within' && lead === undefined,
  );
  // 'All' is said only when it is known that there are no more, and nothing waits to be changed.
  const settled = entry.lead === undefined && !entry.statuses.includes('partial');
  const isAllWithin = within.length === findings.length && searched.length === 0;
  if (isAllWithin && settled && entry.partsComplete !== false) {
    return [text(status.allWithin(findings.length))];
  }
  const shown = [...new Set([...searched, ...ordered])].slice(0, mostFindings);
  const moreOutside = outside.length - shown.filter(isOutside).length;
  const rest = findings.length - shown.length - moreOutside;
  return [
    ...shown.map(line),
    ...(moreOutside > 0 ? [text(status.moreOutside(moreOutside))] : []),
    ...(rest > 0 ? [text(status.moreResults(rest))] : []),
  ];
}

function findingLine(finding: Finding, words: ValueWords): LineText {
  const {status} = words;
  const {value, judgement} = finding;
  // Only a number is missed a range: of 'Blood group A', 'No range given' would say nothing.
  const flagWords =
    judgement.flag === 'noRange' && value.type !== 'quantity'
      ? undefined
      : flagInWords(judgement, status);
  const lead = finding.lead && status.leads[finding.lead];
  const name = lead ? status.lead(lead, finding.name ?? status.nameNotRecorded) : finding.name;
  if (value.type === 'absent' && value.key === 'noValue' && !flagWords) {
    return {type: 'text', text: name ?? status.nameNotRecorded, ownWords: !lead && !!name};
  }
  return {
    type: 'finding',
    name,
    value: findingInWords(finding, words),
    flag: judgement.flag,
    flagWords,
  };
}

function lineOf(point: Exclude<Point, {type: 'finding'}>, words: ValueWords): LineText | undefined {
  const {status} = words;
  switch (point.type) {
    case 'text':
      return {type: 'text', text: point.text, ownWords: true, ...named(point, (text) => text)};
    case 'dose':
      return {
        type: 'text',
        text: doseInWords(point.dose, status),
        ownWords: point.dose.text !== undefined,
      };
    case 'step':
      return {
        type: 'text',
        text: stepInWords(point.leads, point.text, status),
        ownWords: point.leads.length === 0,
      };
    case 'words': {
      const values = fill(point.values, words);
      const say = status.points[point.key];
      return {
        type: 'text',
        text: say(values),
        ownWords: false,
        ...(point.values.text && clinical.has(point.key) && {own: point.values.text}),
        ...named(point, (text) => say({...values, text})),
      };
    }
  }
}

/** What else of the record a line names, and what it says without that name. */
function named({names}: Naming, without: (words: string) => string) {
  return names && {names, without};
}

/** A step of a plan, led by how it stands: 'Stopped: Do not do: Running'. */
function stepInWords(
  leads: readonly LeadKey[],
  text: string | undefined,
  words: StatusWords,
): string {
  return leads.reduceRight(
    (said, lead) => words.lead(words.leads[lead], said),
    text ?? words.nameNotRecorded,
  );
}

/** Puts what a sentence is filled with into words. */
function fill(values: PointValues, words: ValueWords): FilledValues {
  const date = (value: FhirDate | undefined) => value && dateInWords(value, words.dates);
  const {text, count, value, oldValue} = values;
  const on = date(values.date);
  const until = date(values.until);
  return {
    ...(text !== undefined && {text}),
    date: on,
    until,
    ...(count !== undefined && {count}),
    ...(value && {value: valueInWords(value, words)}),
    ...(oldValue && {oldValue: valueInWords(oldValue, words)}),
  };
}
