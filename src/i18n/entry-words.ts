/** One entry of a record, put into words: what the list shows, a search finds and a page prints. */
import {laterPart} from '../model/later-part.js';
import type {Naming, TimelineEntry} from '../model/timeline.js';
import type {Flag} from '../model/interpretation.js';
import type {StatusKey} from '../model/status.js';
import {dateInWords, momentInWords, type DateWords} from './dates.js';
import type * as body from './entry-lines.js';
import type {HeadWords} from './heads.js';
import {announce} from './words.js';

/** The words that an entry is put into: of the head at once, of the rest (`StatusWords`) when they are there. */
export interface EntryWords {
  readonly status: HeadWords;
  readonly dates: DateWords;
}

const lines = laterPart<typeof body>(() => import('./entry-lines.js'), announce);

/** Fetches what puts the rest of an entry into words; see `LaterPart`. */
export const loadEntryText = lines.load;

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
  | ({
      readonly type: 'text';
      readonly text: string;
      readonly ownWords: boolean;
      /** Words of the record in a sentence of ours, as they stand in it, where they may be explained. */
      readonly own?: string;
      /** The same line with other words in place of the name of something else in the record. */
      readonly without?: (words: string) => string;
    } & Naming);

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
  /**
   * Where it came from and who recorded it; 'Source not recorded' when the record does not say. Empty while that cannot be
   * told yet, and of an appointment that says where it is.
   */
  readonly source: string;
  /** True while lines and source are still to come: nothing is said of them, not even that there are none. */
  readonly pending?: true;
  /** True while something that changes what it says has no words yet: then it must not be shown. */
  readonly unsaid?: boolean;
}

/** Who reads, and how the person is called. */
export interface DescribeOptions {
  readonly viewer: 'self' | 'proxy';
  /** The name of the person whose record it is, for a proxy. */
  readonly personName?: string | undefined;
  /** What is searched for, in lower case: results with such a word come first in their row. */
  readonly search?: readonly string[];
}

/** Types that a word of ours names well enough when the record has no name for them. */
const namedBySort: ReadonlySet<string> = new Set([
  'Encounter',
  'Appointment',
  'DocumentReference',
  'CarePlan',
  'DiagnosticReport',
]);

/** Everything a row says of an entry, as far as it can be said by now. */
export function describeEntry(
  entry: TimelineEntry,
  {status, dates}: EntryWords,
  options: DescribeOptions,
): EntryText {
  const said = lines.here?.wholeWords(status) ?? status;
  const sort = said.sorts[entry.sort] ?? '';
  const title = entry.statement
    ? status.statements[entry.statement]
    : (entry.title ?? (namedBySort.has(entry.type) ? sort : status.nameNotRecorded));
  const lead = entry.lead && said.leads[entry.lead];
  const tags = entry.statuses.map((key) => ({key, words: said.statuses[key] ?? ''}));
  const {date} = entry;
  const withTime = entry.type === 'Appointment' && date;
  const head: EntryText = {
    heading: lead ? status.lead(lead, title) : title,
    lead,
    title,
    ownWords: entry.statement === undefined && entry.title !== undefined,
    sort,
    date: withTime ? momentInWords(date, {status, dates}) : dateInWords(date, dates),
    tags,
    lines: [],
    source: '',
  };
  return lines.here && !entry.pending
    ? lines.here.withLines(head, entry, {status: lines.here.wholeWords(status), dates}, options)
    : {
        ...head,
        pending: true,
        unsaid: !sort || (!!entry.lead && !lead) || tags.some(({words}) => !words),
      };
}
