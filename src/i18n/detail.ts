/** Words of an opened entry. A slice of its own: it comes with the chunk that shows it. */
import type {
  codeSets,
  CodeSet,
  EventTiming,
  FactKey,
  FileKind,
  NoticeKey,
  SectionKey,
  Span,
  TimeUnit,
  TimingCode,
  ValueKey,
} from '../model/detail.js';
import {enGB} from './en-gb/detail.js';
import {defineWords} from './words.js';

/** The words an opened entry is made of. Record text comes in already isolated: see `detail-text.ts`. */
export interface DetailWords {
  /** Sunday to Saturday. */
  readonly weekdays: readonly string[];
  /** Every code of every required value set that an opened entry can hold. */
  readonly codes: {readonly [S in CodeSet]: Readonly<Record<(typeof codeSets)[S][number], string>>};
  readonly facts: Readonly<Record<FactKey, string>>;
  readonly sections: Readonly<Record<SectionKey, string>>;
  readonly notices: Readonly<Record<NoticeKey, string>>;
  readonly values: Readonly<Record<ValueKey, string>>;
  readonly files: Readonly<Record<FileKind, string>>;
  /** 'As needed, for pain'. */
  readonly asNeededFor: (reason: string) => string;
  readonly ruledOut: (name: string) => string;
  /** So much in so much of something else: '2 tablets in 1 day', '500mg in 1 tablet'. */
  readonly amountIn: (amount: string, whole: string) => string;
  /** How many doses make a series whole: '3 doses in all'. */
  readonly ofDoses: (count: string) => string;
  /** A name of ours before the name of an activity: 'Do not do: …'. */
  readonly led: (lead: string, name: string) => string;
  readonly fileSize: (bytes: number) => string;
  /** A range for people of some ages: 'Age 18 to 65 years'. */
  readonly age: (range: string) => string;
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  readonly you: string;
  readonly patient: string;
  readonly noteBy: (who: string | undefined, date: string | undefined) => string;
  /** `2 to 3` of something, or one number. */
  readonly span: (from: string, to: string | undefined) => string;
  readonly timing: {
    readonly codes: Readonly<Record<TimingCode, string>>;
    readonly when: Readonly<Record<EventTiming, string>>;
    /** 'twice a day', 'every 4 to 6 hours', '3 times'. At least one of the first two is given. */
    readonly often: (times: Span | undefined, period: Span | undefined, unit: TimeUnit) => string;
    readonly offset: (minutes: number, when: string) => string;
    readonly on: (days: readonly string[]) => string;
    readonly at: (times: readonly string[]) => string;
    readonly lasting: (length: Span, unit: TimeUnit) => string;
    readonly count: (count: Span) => string;
  };
  /** What a corrected result was before it was corrected. */
  readonly before: {
    readonly one: (value: string) => string;
    readonly many: (values: readonly string[]) => string;
    readonly notSaid: string;
  };
  readonly change: {
    readonly heading: string;
    readonly since: (date: string) => string;
    readonly up: (by: string, from: string) => string;
    readonly down: (by: string, from: string) => string;
    readonly same: string;
    readonly was: (value: string) => string;
    readonly cannotCompare: string;
    readonly notTested: string;
    readonly on: (change: string, date: string) => string;
  };
  readonly table: {
    readonly heading: string;
    readonly test: string;
    readonly result: string;
    readonly range: string;
    readonly rangeLabel: string;
    readonly overTime: string;
    readonly select: string;
    readonly outside: (count: number, of: number) => string;
  };
  readonly commentHeading: string;
  readonly commentBy: (who: string | undefined, date: string | undefined) => string;
  /** Sentence that ends every result. `contact` is a sentence part, without its full stop. */
  /** `owner` is the name of the person whose record it is, for a proxy. */
  readonly meaning: (team: string | undefined, contact: string, owner?: string) => string;
  readonly withheld: (place: string | undefined) => string;
  readonly openFile: (place: string | undefined, contact: string) => string;
  /** How to reach people without a computer, inside a sentence. */
  readonly contact: string;
  /** Before the coded name of the entry, which can be explained. */
  readonly called: string;
  readonly wrong: string;
  readonly wrongAnswer: (place: string | undefined, contact: string) => string;
  readonly close: string;
  /** Stands for the name of the person whose record it is, while that is not known. */
  readonly thisPerson: string;
  /** `name` is undefined while it is not known. */
  readonly proxy: (name: string | undefined) => string;
  readonly loading: string;
  readonly loadingAgain: string;
  readonly unavailable: string;
  readonly failedHeading: string;
  readonly failedAgainHeading: string;
  readonly failed: string;
  readonly failedContact: (contact: string) => string;
  readonly tryAgain: string;
  readonly itemsOf: Readonly<Partial<Record<SectionKey, (index: number) => string>>>;
}

export const detailWords = defineWords<DetailWords>('detail', enGB, {
  cy: () => import('./cy/detail.js').then((module) => module.cy),
});
