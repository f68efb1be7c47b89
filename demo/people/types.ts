/** What the demo offers about each of its people. */
import type {Observation, Resource} from '@medplum/fhirtypes';

/** The four demo people. */
export type PersonKey = 'parveen' | 'callum' | 'mila' | 'dawn';

/** Somebody who can log in to the demo, and whose record they open. */
export interface Login {
  /** Unique over all logins, for example `sana`. */
  readonly key: string;
  readonly name: string;
  readonly role: 'patient' | 'proxy' | 'staff';
  /** What they are to the person, for example 'daughter'. */
  readonly relationship?: string;
  /** Id of the Patient whose record is opened. */
  readonly for: string;
  /** Reference of the resource that stands for them, for example `RelatedPerson/…`. */
  readonly user: string;
  /** What they may see. Absent is `all`. */
  readonly kinds?: 'all' | readonly ['appointments'];
  /** Last day of access, `YYYY-MM-DD`, when it ends. */
  readonly until?: string;
  /** True for an A&E doctor who opens a record without asking first. */
  readonly emergency?: true;
}

/** One line of a hand-written 'Now' list, as it should read on the screen. */
export interface NowItem {
  /** Name as recorded, for example 'Apixaban 5mg tablets'. */
  readonly name: string;
  /** The date as it should read: '12 November 2026', 'March 2009', '2004', 'Date not recorded'. */
  readonly date: string;
  /** Who or where it came from, where the record says. */
  readonly source?: string;
  /** What it is for, only where the record says so. */
  readonly reason?: string;
}

/** A hand-written list of what is so now, independent of any code that works it out. */
export interface NowList {
  readonly medicines: readonly NowItem[];
  readonly conditions: readonly NowItem[];
  readonly allergies: readonly NowItem[];
  /** Whether, and how, the record says that there are no allergies. Absent: it does not say. */
  readonly noKnownAllergies?: NowItem;
  /** Entries whose status was not recorded: 'We do not know if these are current'. */
  readonly unknown: readonly NowItem[];
  /** Names that must never be in 'Now': stopped, resolved, refuted, entered in error. */
  readonly never: readonly string[];
}

/** Hand-written facts that a person should reach in three actions. */
export interface KeyFacts {
  readonly newestHba1c?: {readonly value: string; readonly date: string};
  readonly medicineReason?: {readonly medicine: string; readonly reason: string};
  readonly lastDischargeLetter?: {readonly title: string; readonly date: string};
}

/** A mood diary, kept apart from the record: the person's own words. */
export interface DemoDiary {
  /** One Observation for each diary entry, oldest first. */
  readonly observations: readonly Observation[];
  /** The export of another diary app, comma-separated, with a header line. */
  readonly csv?: string;
}

/** One demo person: the record, who may open it, and what should be found in it. */
export interface DemoPerson {
  readonly key: PersonKey;
  /** Id of the Patient. */
  readonly patient: string;
  /** The record and everything that it refers to. */
  readonly resources: readonly Resource[];
  readonly logins: readonly Login[];
  readonly now: NowList;
  readonly facts: KeyFacts;
  /** References in the record that lead nowhere on purpose. */
  readonly dangling: readonly string[];
  readonly diary?: DemoDiary;
}

/** A long record for measuring, of one further synthetic person. */
export interface MeasurementRecord {
  /** Id of the Patient. */
  readonly patient: string;
  /** The record and everything that it refers to. */
  readonly resources: readonly Resource[];
}
