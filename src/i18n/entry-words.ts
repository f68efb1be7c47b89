/** One entry of a record, put into words: what the list shows, a search finds and a page prints. */
import type {TimelineEntry} from '../model/timeline.js';
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

let lines: typeof body | undefined;
let loading: Promise<boolean> | undefined;

/**
 * Fetches what puts the rest of an entry into words. Tells whether it is there; a failure is tried again at the next call.
 * `fetch` is replaced in tests.
 */
export function loadEntryText(
  fetch: () => Promise<typeof body> = () => import('./entry-lines.js'),
): Promise<boolean> {
  loading ??= fetch().then(
    (module) => {
      lines = module;
      announce();
      return true;
    },
    () => {
      loading = undefined;
      return false;
    },
  );
  return loading;
}

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
  | {
      readonly type: 'text';
      readonly text: string;
      readonly ownWords: boolean;
      /** Words of the record in a sentence of ours, as they stand in it, where they may be explained. */
      readonly own?: string;
    };

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
   * told yet.
   */
  readonly source: string;
  /** True while lines and source are still to come: nothing is said of them, not even that there are none. */
  readonly pending?: true;
}

/** Who reads, and how the person is called. */
export interface DescribeOptions {
  readonly viewer: 'self' | 'proxy';
  /** The name of the person whose record it is, for a proxy. */
  readonly personName?: string;
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
  const sort = status.sorts[entry.sort];
  const title = entry.statement
    ? status.statements[entry.statement]
    : (entry.title ?? (namedBySort.has(entry.type) ? sort : status.nameNotRecorded));
  const lead = entry.lead && status.leads[entry.lead];
  const {date} = entry;
  const withTime = entry.type === 'Appointment' && date;
  const head: EntryText = {
    heading: lead ? status.lead(lead, title) : title,
    lead,
    title,
    ownWords: entry.statement === undefined && entry.title !== undefined,
    sort,
    date: withTime ? momentInWords(date, {status, dates}) : dateInWords(date, dates),
    tags: entry.statuses.map((key) => ({key, words: status.statuses[key]})),
    lines: [],
    source: '',
  };
  return lines && !entry.pending
    ? lines.withLines(head, entry, {status: lines.wholeWords(status), dates}, options)
    : {...head, pending: true};
}
