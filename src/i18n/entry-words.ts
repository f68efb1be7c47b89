/** One entry of a record, put into words: what the list shows, a search finds and a page prints. */
import type {Flag} from '../model/interpretation.js';
import type {StatusKey} from '../model/status.js';

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
  readonly tags: readonly {readonly key: StatusKey; readonly words: string}[];
  readonly lines: readonly LineText[];
  /** Where it came from and who recorded it; 'Source not recorded' when the record does not say. */
  readonly source: string;
}
