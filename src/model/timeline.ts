/**
 * What a timeline shows: one entry, already made safe to show, and what is known of how complete a
 * list of them is. Words of ours stand here as keys, put into a language by `i18n`.
 */
import type {Named} from './covers.js';
import type {FhirDate} from './fhir-date.js';
import type {Judgement} from './interpretation.js';
import type {Quantity} from './quantity.js';
import type {RecordKind, TimelineType} from './record-kind.js';
import type {
  AbsentKey,
  DoseUnit,
  EntryKey,
  LeadKey,
  PointKey,
  StatementKey,
  StatusKey,
} from './status.js';

/** A value as it was recorded: a quantity, or words of the record, or the recorded reason there is none. */
export type ResultValue =
  | {readonly type: 'quantity'; readonly quantity: Quantity}
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'range'; readonly low?: Quantity; readonly high?: Quantity}
  | {readonly type: 'ratio'; readonly numerator: Quantity; readonly denominator?: Quantity}
  | {readonly type: 'boolean'; readonly value: boolean}
  | {readonly type: 'date'; readonly date: FhirDate}
  | {readonly type: 'period'; readonly from?: FhirDate; readonly until?: FhirDate}
  /** `reason` is in the record's words; `key` is the recorded reason in ours. */
  | {readonly type: 'absent'; readonly reason?: string; readonly key?: AbsentKey};

/** One result: what was measured, what was found, and what may be said of it. */
export interface Finding {
  /** What was measured. Absent when it is the entry's own name. */
  readonly name?: string;
  readonly value: ResultValue;
  /** A second number of the same reading, as in blood pressure 138/82. */
  readonly second?: ResultValue;
  readonly judgement: Judgement;
  /** Words of ours that change what the name means, for a result inside a report: 'Cancelled'. */
  readonly lead?: LeadKey;
  /** The result's own entry, where it has one. */
  readonly reference?: string;
}

/** How much of a medicine to take and how often, in the little that a row shows. */
export interface Dose {
  /** The record's own words for the whole dosage; the parts below are then absent. */
  readonly text?: string;
  readonly amount?: Quantity;
  readonly amountTo?: Quantity;
  /** How many times in each period. */
  readonly times?: number;
  readonly timesTo?: number;
  /** Length of the period, in `unit`. */
  readonly period?: number;
  readonly unit?: DoseUnit;
  /** True when it is taken only if needed; the record's words for when, if it says. */
  readonly asNeeded?: true | string;
}

/** One line under an entry's name. */
export type Point =
  | {readonly type: 'finding'; readonly finding: Finding}
  | {readonly type: 'dose'; readonly dose: Dose}
  /** One step of a plan, led by words of ours that say how it stands. */
  | {readonly type: 'step'; readonly leads: readonly LeadKey[]; readonly text?: string}
  /** Words of the record itself. */
  | ({readonly type: 'text'; readonly text: string} & Naming)
  /** A sentence of ours, with what it is filled with. */
  | ({readonly type: 'words'; readonly key: PointKey; readonly values: PointValues} & Naming);

/**
 * What stands under an entry's name, with the SNOMED CT codes of what the entry itself is, where it has any, and what they are
 * called in small letters: neither is ever shown.
 */
export type Points = readonly Point[] & {
  readonly codes?: readonly string[];
  readonly names?: readonly string[];
};

/** Of words that are the name of something else in the record: what that is, as far as it has been read by now. */
export interface Naming {
  readonly names?: () => Named | undefined;
}

/** What a sentence of ours is filled with: words of the record, dates, numbers. */
export interface PointValues {
  readonly text?: string;
  readonly other?: string;
  readonly date?: FhirDate;
  readonly until?: FhirDate;
  readonly count?: number;
  readonly value?: ResultValue;
  readonly oldValue?: ResultValue;
}

/** Who put an entry in the record, as far as the record says. */
export interface Author {
  /** `patient`: the person it is about; `related`: family or carer; `unknown`: the record does not say. */
  readonly who: 'patient' | 'related' | 'professional' | 'organisation' | 'device' | 'unknown';
  readonly name?: string;
  readonly role?: string;
}

/** Whether what an entry tells of is so now. `unknown`: its status was not recorded. */
export type Currency = 'current' | 'notCurrent' | 'unknown';

/** One entry in a person's record, already made safe to show. */
export interface TimelineEntry {
  /** FHIR reference, for example `Observation/123`; unique within its source. Never shown. */
  readonly reference: string;
  /** The key of the source it came from. */
  readonly source: string;
  readonly kind: RecordKind;
  readonly type: TimelineType;
  /** What this is, closer than its kind: 'Blood test', 'Letter', 'A&E visit'. */
  readonly sort: EntryKey;
  /** Words of ours that change what the name means, and so come before it: 'Stopped', 'Ruled out'. */
  readonly lead?: LeadKey;
  /** What it is, in the record's own words. Absent: 'Name not recorded', or `statement` says all. */
  readonly title?: string;
  /** A whole name of ours, in place of a title: 'No known allergies'. */
  readonly statement?: StatementKey;
  /** When, as precisely as recorded. Absent when no date was recorded. */
  readonly date?: FhirDate;
  /**
   * The FHIR element the date was read from, for example `recordedDate`, `effectiveDateTime` or `effectivePeriod`
   * (its start; `effectivePeriod.end` when only the end is known); tells whether a stream's order can be trusted.
   */
  readonly dateElement?: string;
  /** When it ended, for what lasts. */
  readonly until?: FhirDate;
  /** Tags such as 'Corrected' or 'Not final'. At most two are shown on a row. */
  readonly statuses: readonly StatusKey[];
  readonly points: Points;
  /** For medicines, conditions and allergies: whether it belongs in 'Now'. */
  readonly currency?: Currency;
  readonly author: Author;
  /** The organisation it came from, in the record's words. */
  readonly place?: string;
  /** The visit it belongs to, as a reference. */
  readonly visit?: string;
  /** Results inside a report, as references: shown inside it and not as rows of their own. */
  readonly parts: readonly string[];
  /** True when every result that the report names could be read, so that 'all' may be said of them. */
  readonly partsComplete?: boolean;
  /**
   * Codes of the security labels it carries (`meta.security`), for the cover; `R` until they can be read. Never shown.
   */
  readonly labels: readonly string[];
  /** When the server last changed it (`meta.lastUpdated`), in milliseconds since 1970. */
  readonly recorded?: number;
  /** Everything of the record that a search looks through, in lower case; made when it is asked for. */
  readonly searchText: string;
  /** True while `points`, `author` and `place` cannot be read yet: nothing may be said of them, not even that there are none. */
  readonly pending?: boolean;
}

/** How far one kind of record has been read. */
export interface KindCoverage {
  readonly kind: RecordKind;
  /**
   * `reading`: asked, not yet to the end; `complete`: read to its end; `failed`: could not be read now;
   * `notHere`: cannot be seen here (refused or not offered: nobody on the screen can tell which);
   * `unsafe`: holds something about another person; `limited`: read to a stated limit only.
   */
  readonly state: 'waiting' | 'reading' | 'complete' | 'failed' | 'notHere' | 'unsafe' | 'limited';
  /** How many entries of this kind have been read. */
  readonly read: number;
  /** How far back it has been read: nothing older than this has been seen. Absent: to its end, or not at all. */
  readonly back?: number;
  /**
   * Entries of this kind that are strictly newer are all here, however far the others have been read; `-Infinity` at its
   * end. Absent: not known apart from the others.
   */
  readonly horizon?: number;
  /** The oldest date of what has been read of this kind, also of rows that are not final yet. */
  readonly oldest?: FhirDate;
  /** True when only some sub-kinds could be asked for (a server that wants a category). */
  readonly partial?: boolean;
}

/** How many entries of a kind were received and could not be shown safely. */
export interface WithheldCount {
  readonly kind: RecordKind;
  readonly count: number;
}

/** Why a whole record stopped being shown. */
export type Stopped = 'wrongPerson' | 'sessionExpired' | 'unsupported';

/** The state of one reading of a record. Immutable: a new object for every change. */
export interface TimelineState {
  /** Final rows, newest first: a row once here never moves and is never taken away. */
  readonly rows: readonly TimelineEntry[];
  /** References of rows that came after rows older than them had been shown. */
  readonly late: ReadonlySet<string>;
  /** Rows that were read and are not final yet, newest first: a list of some kinds alone need not wait for the others. */
  readonly waiting?: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
  /** True when every kind that may hold undated entries has been read to its end. */
  readonly undatedComplete: boolean;
  /** Rows strictly newer than this instant are final. Absent until the first answers; `-Infinity` at the end. */
  readonly horizon?: number;
  readonly coverage: readonly KindCoverage[];
  readonly withheld: readonly WithheldCount[];
  /** Results inside loaded reports, by reference, for search and charts. The map may grow; where one is replaced or goes, it is another. */
  readonly parts: ReadonlyMap<string, TimelineEntry>;
  /** True while anything is being asked for. */
  readonly reading: boolean;
  /** True when every kind that can be read has been read to its end. */
  readonly complete: boolean;
  /** When the oldest part of what is shown was asked for first, in milliseconds since 1970. */
  readonly asOf?: number;
  /** Names of the places that answered. */
  readonly places: readonly string[];
  /** Entries recorded since the person last looked; undefined when it cannot be told. See `new-since.ts`. */
  readonly newReferences?: ReadonlySet<string>;
  /** The new entries themselves, newest first: some may not be among the rows yet. There whenever `newReferences` is. */
  readonly newEntries?: readonly TimelineEntry[];
  /** True when these are all that is new in the record; false when only what was read could be counted. */
  readonly newAsked?: boolean;
  /** Why it cannot be told what is new. `noMoment`: nobody said since when; `moved`: the server touched most of the record. */
  readonly newUnknown?: 'noMoment' | 'moved';
  readonly stopped?: Stopped;
  /** True when the last try got no answer at all, and the browser says that the device is offline. */
  readonly offline: boolean;
  /** True when the last try got no answer at all, and it cannot be told why: what is shown is that of before. */
  readonly unreachable?: boolean;
}

/** What to read. */
export interface TimelineQuery {
  /** Kinds to read; all of them when absent. */
  readonly kinds?: readonly RecordKind[];
  /** How many more final rows `more()` waits for. */
  readonly pageSize: number;
  /** Entries recorded after this instant are new, in milliseconds since 1970. Absent: nothing is marked. */
  readonly since?: number;
}

/** Reads a long record piece by piece. The first screen does not depend on how long the record is. */
export interface TimelineReader {
  readonly state: TimelineState;
  /** Reads until a page of further final rows is there, or the record ends. */
  more(): Promise<void>;
  /** Reads until everything of a year and after it is final. */
  until(year: number): Promise<void>;
  /** Reads kinds (all, when absent) to their end. */
  readAll(kinds?: readonly RecordKind[]): Promise<void>;
  /** Asks again for the kinds that failed. */
  retry(): Promise<void>;
  /** Calls back after each change of `state`. Gives back what stops that. */
  subscribe(changed: () => void): () => void;
  /** Aborts what is in flight and lets go of everything read. */
  close(): void;
}

/** What a read gives back: never a bare value, always with its age. */
export interface Reading<T> {
  readonly value: T;
  /** When this came from the server, in milliseconds since 1970. */
  readonly asOf: number;
}
