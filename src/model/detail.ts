/**
 * Everything useful in one entry, in the order it should be read, already made safe to show. Words of the
 * record stand here as they are; words of ours stand as keys, put into a language by `i18n`.
 */
import type {FhirDate} from './fhir-date.js';
import {compareQuantities, type QuantityChange} from './change.js';
import type {Judgement, ReferenceRange} from './interpretation.js';
import type {Quantity} from './quantity.js';
import type {ResultValue} from './timeline.js';
import type {CodeSet, EventTiming, TimeUnit, TimingCode} from './detail-codes.js';
import type {FactKey, FileKind, NoticeKey, SectionKey, ValueKey} from './detail-keys.js';

export * from './detail-codes.js';
export * from './detail-keys.js';

/** A number, or from one number to another. */
export interface Span {
  readonly from: number;
  readonly to?: number;
}

/** How often, when and for how long: FHIR R4 Timing without its codes. */
export interface Timing {
  readonly code?: TimingCode;
  /** The record's own words for the code, when it is none that we know. */
  readonly text?: string;
  readonly times?: Span;
  readonly period?: Span;
  readonly periodUnit?: TimeUnit;
  readonly when: readonly EventTiming[];
  /** Minutes before or after `when`. */
  readonly offset?: number;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly clock: readonly {readonly hour: number; readonly minute: number}[];
  readonly lasting?: Span;
  readonly lastingUnit?: TimeUnit;
  /** How many times in all. */
  readonly count?: Span;
  readonly events: readonly FhirDate[];
}

/** Somebody, or a place or thing that did something, as far as the record says. */
export interface Who {
  readonly name?: string;
  readonly role?: string;
  /** The organisation they acted for. */
  readonly place?: string;
  /** True when it is the person whose record this is. */
  readonly patient: boolean;
}

/** Something a person wrote beside an entry. */
export interface Note {
  readonly text: string;
  readonly by?: Who;
  readonly date?: FhirDate;
}

/** One value of a row: words of the record, or something that is put into words. */
export type DetailValue =
  | ResultValue
  | {readonly type: 'code'; readonly set: CodeSet; readonly code: string}
  | {readonly type: 'words'; readonly key: ValueKey; readonly text?: string}
  | {readonly type: 'date'; readonly date: FhirDate}
  | {readonly type: 'period'; readonly from?: FhirDate; readonly until?: FhirDate}
  | {readonly type: 'range'; readonly low?: Quantity; readonly high?: Quantity}
  | {readonly type: 'ratio'; readonly numerator: Quantity; readonly denominator?: Quantity}
  | {readonly type: 'count'; readonly count: Span}
  | {readonly type: 'clock'; readonly hour: number; readonly minute: number}
  | {readonly type: 'timing'; readonly timing: Timing}
  | {readonly type: 'who'; readonly who: Who}
  | {readonly type: 'note'; readonly note: Note}
  | {readonly type: 'file'; readonly kind: FileKind; readonly bytes?: number};

/** One row of a summary list. */
export interface Fact {
  readonly key: FactKey;
  readonly values: readonly DetailValue[];
}

/** Things an entry holds several of, such as reactions or goals: each with a name and rows of its own. */
export interface DetailItem {
  /** Its name in the record's own words. */
  readonly title?: string;
  /** Words of ours that change what the name means, and so come before it. */
  readonly lead?: ValueKey;
  readonly facts: readonly Fact[];
}

/** One part of an opened entry, under a heading. */
export interface DetailSection {
  readonly key: SectionKey;
  readonly facts: readonly Fact[];
  readonly items: readonly DetailItem[];
  readonly notes: readonly Note[];
}

/** A range with whom it is for in age, which changes what it may be used for. */
export interface DetailRange extends ReferenceRange {
  readonly age?: {readonly low?: Quantity; readonly high?: Quantity};
}

/** One value that a corrected result had before. */
export interface EarlierValue {
  /** What was measured; absent when it has the name of the result. */
  readonly name?: string;
  readonly value: DetailValue;
}

/** That a result was corrected. `was` is absent when the record does not say what it was before. */
export interface Correction {
  readonly was?: readonly EarlierValue[];
}

/** One result of a report or panel: a row of the results table. */
export interface DetailResult {
  /** What was measured, in the record's own words. */
  readonly name?: string;
  readonly value: DetailValue;
  readonly judgement: Judgement;
  readonly ranges: readonly DetailRange[];
  /** Status of this result alone, when it says something the whole does not. */
  readonly notices: readonly NoticeKey[];
  /** Set when this result alone was corrected. */
  readonly correction?: Correction;
  /** The Observation it stands in, for example `Observation/123`. Never shown. */
  readonly reference?: string;
  /** What `RecordSource.series` takes; absent when there is no number to compare. */
  readonly seriesKey?: string;
  /** What was found the time before; put in by the source. */
  readonly previous?: {
    readonly date?: FhirDate;
    readonly value: DetailValue;
  };
  readonly notes: readonly Note[];
}

/** Results that belong together, in the laboratory's order. */
export interface ResultGroup {
  readonly title?: string;
  readonly results: readonly DetailResult[];
}

/** Everything useful in one entry, in the order it should be read. */
export interface EntryDetail {
  readonly reference: string;
  /** SNOMED CT codes of what the entry is called, for the glossary. Never shown. */
  readonly codes?: readonly string[];
  /** What those codes are called where they were recorded, in small letters, for the glossary. Never shown. */
  readonly names?: readonly string[];
  /** Not final, corrected, not done: read first. */
  readonly notices: readonly NoticeKey[];
  /** Set when the whole was corrected. */
  readonly correction?: Correction;
  /** What the professional who reviewed a result wrote about it. */
  readonly comments: readonly Note[];
  readonly groups: readonly ResultGroup[];
  /** True for results and measurements, which need someone to explain them. */
  readonly result: boolean;
  readonly sections: readonly DetailSection[];
  /** Who can explain it: who asked for it, else where it came from. */
  readonly team?: string;
  /** Who can be asked to check it. */
  readonly place?: string;
  /** True when a part was received that could not be shown safely. */
  readonly withheld: boolean;
}

/** How a result stands to the one before it. `was`: it was in words, and other ones. */
export type Change = QuantityChange | {readonly type: 'was'; readonly value: string};

/** The change since the result before; nothing when there was none. */
export function changeSince({value, previous}: DetailResult): Change | undefined {
  if (!previous) return undefined;
  const was = previous.value;
  if (value.type === 'text' && was.type === 'text') {
    return value.text === was.text ? {type: 'same'} : {type: 'was', value: was.text};
  }
  if (value.type !== 'quantity' || was.type !== 'quantity') return {type: 'cannotCompare'};
  return compareQuantities(value.quantity, was.quantity);
}
