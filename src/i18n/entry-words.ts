/** One entry of a record, put into words: what the list shows, a search finds and a page prints. */
import type {FhirDate} from '../model/fhir-date.js';
import type {Flag} from '../model/interpretation.js';
import type {LeadKey, StatusKey} from '../model/status.js';
import type {Finding, Point, PointValues, TimelineEntry} from '../model/timeline.js';
import {dateInWords} from './dates.js';
import type {FilledValues, StatusWords} from './status.js';
import {
  doseInWords,
  findingInWords,
  flagInWords,
  momentInWords,
  valueInWords,
} from './value-words.js';
import type {ValueWords} from './value-words.js';

/** One line under an entry's name. */
export type LineText =
  | {
      readonly type: 'finding';
      /** What was measured; absent when it is the entry's own name. */
      readonly name?: string;
      /** Value with its unit, for example `68 mmol/mol`. */
      readonly value: string;
      readonly flag: Flag;
      /** 'High', 'Within the range given', 'No range given', or the laboratory's own word. */
      readonly flagWords?: string;
    }
  | {readonly type: 'text'; readonly text: string; readonly ownWords: boolean};

/** Everything a row says, in the language of the page. */
export interface EntryText {
  /** The lead and the title, for example 'Stopped: Ibuprofen 400mg tablets'. */
  readonly heading: string;
  readonly lead?: string;
  readonly title: string;
  /** True when the title is in the record's own words, whose language is English. */
  readonly ownWords: boolean;
  /** What the entry is: 'Blood test', 'Letter'. */
  readonly sort: string;
  /** '18 November 2026', or 'Date not recorded'. */
  readonly date: string;
  /** All of them, most telling first; a row shows two. */
  readonly tags: readonly {readonly key: StatusKey; readonly words: string}[];
  readonly lines: readonly LineText[];
  /** Where it came from and who recorded it; 'Source not recorded' when the record does not say. */
  readonly source: string;
}

/** Who reads, and how the person is called. */
export interface DescribeOptions {
  readonly viewer: 'self' | 'proxy';
  /** The name of the person whose record it is, for a proxy. */
  readonly personName?: string;
}

/** Most results on a row. */
const mostFindings = 3;

/** Types that a word of ours names well enough when the record has no name for them. */
const namedBySort: ReadonlySet<string> = new Set([
  'Encounter',
  'Appointment',
  'DocumentReference',
  'CarePlan',
  'DiagnosticReport',
]);

/** Everything a row says of an entry. */
export function describeEntry(
  entry: TimelineEntry,
  words: ValueWords,
  options: DescribeOptions,
): EntryText {
  const {status, dates} = words;
  const sort = status.sorts[entry.sort];
  const title = entry.statement
    ? status.statements[entry.statement]
    : (entry.title ?? (namedBySort.has(entry.type) ? sort : status.nameNotRecorded));
  const lead = entry.lead && status.leads[entry.lead];
  const {date} = entry;
  const withTime = entry.type === 'Appointment' && date;
  return {
    heading: lead ? status.lead(lead, title) : title,
    lead,
    title,
    ownWords: entry.statement === undefined && entry.title !== undefined,
    sort,
    date: withTime ? momentInWords(date, words) : dateInWords(date, dates),
    tags: tagsOf(entry, status, options),
    lines: linesOf(entry, words),
    source: sourceOf(entry, status, options),
  };
}

function tagsOf(
  entry: TimelineEntry,
  words: StatusWords,
  options: DescribeOptions,
): EntryText['tags'] {
  const tags = entry.statuses.map((key) => ({key, words: words.statuses[key]}));
  if (entry.author.who === 'patient') {
    tags.push({key: 'addedByPerson', words: addedByPerson(words, options)});
  }
  if (entry.author.who === 'related') {
    tags.push({key: 'addedByRelated', words: words.statuses.addedByRelated});
  }
  return tags;
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
  return who ?? place ?? words.sourceNotRecorded;
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

function linesOf(entry: TimelineEntry, words: ValueWords): readonly LineText[] {
  const findings: Finding[] = [];
  const others: LineText[] = [];
  for (const point of entry.points) {
    if (point.type === 'finding') findings.push(point.finding);
    else {
      const line = lineOf(point, words);
      if (line) others.push(line);
    }
  }
  return [...findingLines(entry, findings, words), ...others];
}

/** At most three results, those outside their range first, and how many more there are. */
function findingLines(
  entry: TimelineEntry,
  findings: readonly Finding[],
  words: ValueWords,
): readonly LineText[] {
  const {status} = words;
  const line = (finding: Finding): LineText => findingLine(finding, words);
  const text = (sentence: string): LineText => ({type: 'text', text: sentence, ownWords: false});
  const outside = findings.filter(isOutside);
  const inside = findings.filter((finding) => !isOutside(finding));
  if (findings.length <= mostFindings) return [...outside, ...inside].map(line);
  const within = findings.filter(
    ({judgement, lead}) => judgement.flag === 'within' && lead === undefined,
  );
  // 'All' is said only when it is known that there are no more, and nothing waits to be changed.
  const settled = entry.lead === undefined && !entry.statuses.includes('partial');
  if (within.length === findings.length && settled && entry.partsComplete !== false) {
    return [text(status.allWithin(findings.length))];
  }
  const shown = [...outside, ...inside].slice(0, mostFindings);
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
      return {type: 'text', text: point.text, ownWords: true};
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
    case 'words':
      return {
        type: 'text',
        text: status.points[point.key](fill(point.values, words)),
        ownWords: false,
      };
  }
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
