/** Words of `<phr-record-timeline>` that its first screen needs, and those of every state in which nothing more can be loaded. */
import type {RecordKind} from '../model/record-kind.js';
import {enGB} from './en-gb/timeline.js';
import {defineWords} from './words.js';

/**
 * Whose record it is, for a proxy: the person's name, or 'this person' when it is not known. Undefined: one's own, and
 * the words say 'your'.
 */
export type Owner = string | undefined;

/** Where something was read from and when, in words. */
export interface ReadFrom {
  /** Names of the places that answered; empty when none is known. */
  readonly places: readonly string[];
  readonly date: string;
  readonly time: string;
  readonly owner: Owner;
}

/** What `<phr-record-timeline>` says. `kinds` in a parameter is a list already put into words. */
export interface TimelineWords {
  /** Kinds of record, as they stand inside a sentence. */
  readonly kinds: Readonly<Record<RecordKind, string>>;
  /** 'a, b and c'. */
  readonly and: (items: readonly string[]) => string;
  /** 'a, b or c', after a negative. */
  readonly or: (items: readonly string[]) => string;
  /** The person, where a proxy looks and the name is not known. */
  readonly thisPerson: string;
  readonly born: (date: string) => string;
  readonly nhsNumber: (digits: string) => string;

  readonly allEntries: string;
  /** Label of the button for 'Now'. */
  readonly now: string;
  readonly nowHeading: string;
  readonly nowKnown: string;
  readonly currentUnknown: string;
  readonly currentUnknownNote: string;
  readonly nowMissing: (kinds: string) => string;
  readonly matching: (count: number, soFar: boolean) => string;
  readonly noMatch: (back: string | undefined) => string;
  readonly searchedBack: (back: string | undefined) => string;
  readonly clearFilters: string;
  readonly searchAndFilter: string;
  readonly jumpToYear: string;
  readonly whatIsIncluded: string;
  readonly showOlder: string;
  readonly showOlderRest: string;
  readonly showNewer: string;
  readonly readingOlder: string;
  readonly reached: (date: string) => string;
  readonly showingBackTo: (date: string) => string;
  readonly oldest: string;
  readonly visitEntries: (count: number) => string;
  /** Beside an entry that was loaded apart from its visit. */
  readonly duringVisit: (visit: string) => string;
  readonly undated: string;
  readonly undatedNote: string;
  readonly undatedMore: string;
  readonly moreUndated: string;
  readonly late: string;
  readonly openFailed: string;
  readonly loadingEntry: string;
  /** Said where the page's language is not that of the record; empty in English. */
  readonly recordLanguage: string;

  readonly completeness: (from: ReadFrom) => string;
  readonly notReadYet: (owner: Owner) => string;
  readonly reach: (month: string) => string;
  readonly notHere: (kinds: string) => string;
  readonly kindFailed: (kinds: string) => string;
  readonly allergiesFailed: (owner: Owner) => string;
  readonly kindUnsafe: (kinds: string) => string;
  readonly kindLimited: (kinds: string) => string;
  readonly withheld: (count: number, places: string, kinds: string) => string;
  readonly teamThere: string;

  readonly someMissing: (owner: Owner) => string;
  readonly tryAgainOrAsk: string;
  readonly tryAgain: string;
  readonly contact: (owner: Owner) => string;
  readonly urgentBefore: string;
  readonly urgentLink: string;
  readonly urgentAfter: string;

  readonly notConnected: string;
  readonly notConnectedText: string;
  readonly loading: (owner: Owner) => string;
  readonly loadingHave: (kinds: string) => string;
  readonly loadingWaiting: (kinds: string) => string;
  readonly loadingTime: string;
  readonly failed: (owner: Owner, again: boolean) => string;
  readonly failedText: string;
  readonly offline: string;
  readonly offlineAsOf: (owner: Owner, date: string, time: string) => string;
  readonly offlineNewer: string;
  readonly offlineNothing: (owner: Owner) => string;
  readonly logInAgainTo: (owner: Owner) => string;
  readonly loggedOut: (owner: Owner) => string;
  readonly nothingLost: string;
  readonly logInAgain: string;
  readonly wrongPerson: string;
  readonly wrongPersonText: readonly string[];
  readonly unsupported: string;
  readonly unsupportedText: string;
  readonly nothingRecorded: (kinds: string | undefined) => string;
  readonly nothingToShow: string;
  readonly nothingSeen: (owner: Owner) => string;
  readonly kindEmpty: (kinds: string, places: string) => string;
  readonly recordEmpty: (places: string) => string;
  readonly allergiesEmpty: (places: string, owner: Owner) => string;
  /** Somebody recorded that there are none; place and date where they are known. */
  readonly allergiesNone: (place: string | undefined, date: string | undefined) => string;
  readonly placesAsked: string;
  readonly youMayAdd: (kinds: string) => string;

  readonly tagNew: string;
  readonly newSince: (count: number, soFar: boolean) => string;
  readonly newUnknown: string;
  readonly newUnknownText: string;
  readonly lastLooked: (date: string) => string;
  readonly onlyNew: string;
  readonly allAgain: string;
  readonly newMore: (count: number) => string;

  readonly covered: string;
  readonly show: string;
  readonly showWhich: (date: string) => string;
}

export const timelineWords = defineWords<TimelineWords>('timeline', enGB, {
  cy: () => import('./cy/timeline.js').then((module) => module.cy),
});
