/** Words for what stands in an entry: what it is, how it stands, what was found. Lists, details, charts and print share them. */
import type {Flag, InterpretationKey} from '../model/interpretation.js';
import type {Comparator} from '../model/quantity.js';
import type {AbsentKey, DoseUnit, EntryKey, LeadKey, PointKey, StatusKey} from '../model/status.js';
import {enGB} from './en-gb/status.js';
import type {HeadWords} from './heads.js';
import {defineWords} from './words.js';

/** What a sentence of ours is filled with, already in words. A sentence works with any of it missing. */
export interface FilledValues {
  readonly text?: string;
  readonly date?: string;
  readonly until?: string;
  readonly count?: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** Parts of a dosage, already in words. */
export interface DoseParts {
  readonly amount?: string;
  readonly often?: string;
  /** True: only if needed; words: what for. */
  readonly asNeeded?: true | string;
}

/** The words of statuses, values and ranges. Every key is required in every language. */
export interface StatusWords extends HeadWords {
  readonly leads: Readonly<Record<LeadKey, string>>;
  readonly sorts: Readonly<Record<EntryKey, string>>;
  readonly statuses: Readonly<Record<StatusKey, string>>;
  readonly addedBy: (name: string) => string;
  /** The person, where a proxy looks and the name is not known. */
  readonly thisPerson: string;
  readonly points: Readonly<Record<PointKey, (values: FilledValues) => string>>;
  readonly sourceNotRecorded: string;
  /** In place of the source of an appointment, that matters less than where it is. */
  readonly placeNotRecorded: string;
  readonly familyOrCarer: string;
  readonly device: (name: string | undefined) => string;
  readonly nameAndRole: (name: string, role: string) => string;
  /** Who and where, in one line. */
  readonly source: (who: string, place: string) => string;

  readonly flags: Readonly<Record<Exclude<Flag, 'other'>, string>>;
  /** High and low where nothing was sent to compare with are said the same; these two are not. */
  readonly withinNoRange: string;
  readonly outsideNoRange: string;
  readonly interpretations: Readonly<Record<InterpretationKey, string>>;
  readonly absent: Readonly<Record<AbsentKey, string>>;
  readonly yes: string;
  readonly no: string;
  readonly comparators: Readonly<Record<Comparator, (quantity: string) => string>>;
  readonly fromTo: (from: string, to: string) => string;
  readonly orLess: (high: string) => string;
  readonly orMore: (low: string) => string;
  readonly ratio: (numerator: string, denominator: string) => string;
  /** A range with what it is for: 'Therapeutic, women: 5 to 10'. */
  readonly rangeFor: (whom: string, range: string) => string;
  readonly rangeGiven: (range: string) => string;
  readonly rangesGiven: (ranges: readonly string[]) => string;
  /** 'Higher than the range given (20 to 41)'. */
  readonly againstRange: Readonly<
    Record<'high' | 'low' | 'outside' | 'within', (range: string) => string>
  >;

  readonly moreOutside: (count: number) => string;
  readonly allWithin: (count: number) => string;
  readonly moreResults: (count: number) => string;

  /** 'twice a day', 'every 6 hours', 'once a week'. */
  readonly often: (
    times: number,
    timesTo: number | undefined,
    period: number,
    unit: DoseUnit,
  ) => string;
  readonly dose: (parts: DoseParts) => string;
}

/** The slice of words that every view of an entry needs. */
export const statusWords = defineWords<StatusWords>('status', enGB, {
  cy: () => import('./cy/status.js').then((module) => module.cy),
});
