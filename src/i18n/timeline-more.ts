/** Words of `<phr-record-timeline>` that its first rows do not wait for: states, filters, years, what is included, what is new. */
import type {RecordKind} from '../model/record-kind.js';
import type {KindCoverage} from '../model/timeline.js';
import {enGB} from './en-gb/timeline-more.js';
import {timelineWords, type Owner, type TimelineWords} from './timeline.js';
import {defineWords, wordsIn} from './words.js';

/** What a timeline says beside its first rows. `kinds` in a parameter is a list already put into words. */
export interface TimelineMoreWords {
  /** Kinds of record, as they stand inside a sentence. */
  readonly kinds: Readonly<Record<RecordKind, string>>;
  /** 'a, b and c'. */
  readonly and: (items: readonly string[]) => string;
  /** 'a, b or c', after a negative. */
  readonly or: (items: readonly string[]) => string;
  readonly reached: (date: string) => string;
  readonly oldest: string;
  /** Beside an entry that was loaded apart from its visit. */
  readonly duringVisit: (visit: string) => string;
  readonly undated: string;
  readonly undatedNote: string;
  readonly undatedMore: string;
  readonly moreUndated: string;
  readonly late: string;
  /** Said where the page's language is not that of the record; empty in English. */
  readonly recordLanguage: string;

  readonly notReadYet: (owner: Owner) => string;
  readonly reach: (month: string) => string;
  readonly notHere: (kinds: string) => string;

  readonly tagNew: string;
  readonly covered: string;
  readonly show: string;
  readonly showWhich: (date: string) => string;

  readonly asked: string;
  readonly askedAt: (date: string, time: string) => string;
  readonly kind: string;
  readonly happened: string;
  readonly goesBack: string;
  readonly states: Readonly<Record<KindCoverage['state'], string>>;
  readonly read: (count: number) => string;
  readonly partial: string;
  readonly notKnown: string;
  readonly noEntries: string;
  /** How far back a kind goes, while entries are covered. */
  readonly notShown: string;
  /** The same for everyone, always: nothing may depend on whether something is held back. */
  readonly about: (places: string, owner: Owner) => string;
  /** '2010s', for its first year. */
  readonly decade: (year: number) => string;
  readonly years: (from: number, to: number) => string;
  /** Said after a jump: what was asked for, and how many entries of it are known. */
  readonly jumped: (years: string, count: number, soFar: boolean) => string;
  readonly loadingPanel: string;
  readonly filtersInUse: string;
  readonly removeFilter: string;
  readonly from: (date: string) => string;
  readonly to: (date: string) => string;

  /** On paper, where the name of the person could not be read. */
  readonly nameNotKnown: string;
  readonly born: (date: string) => string;
  readonly nhsNumber: (digits: string) => string;
  readonly nowHeading: string;
  readonly nowKnown: string;
  readonly nowCovered: string;
  readonly currentUnknown: string;
  readonly currentUnknownNote: string;
  readonly nowMissing: (kinds: string) => string;
  readonly matching: (count: number, soFar: boolean) => string;
  readonly noMatch: (back: string | undefined) => string;
  /** `reading`: true while older entries are still coming. */
  readonly searchedBack: (back: string | undefined, reading: boolean) => string;
  readonly undatedLeftOut: string;
  readonly clearFilters: string;
  readonly showNewer: string;
  readonly readingOlder: string;
  readonly showingBackTo: (date: string) => string;
  readonly openFailed: string;
  readonly loadingEntry: string;
  readonly kindFailed: (kinds: string) => string;
  readonly allergiesFailed: (owner: Owner) => string;
  readonly kindUnsafe: (kinds: string) => string;
  readonly kindLimited: (kinds: string) => string;
  readonly withheld: (count: number, places: string, kinds: string) => string;
  readonly teamThere: string;

  readonly someMissing: (owner: Owner) => string;
  readonly tryAgainOrAsk: string;
  readonly urgentBefore: string;
  readonly urgentLink: string;
  readonly urgentAfter: string;

  readonly notConnected: string;
  readonly notConnectedText: string;
  readonly loadingHave: (kinds: string) => string;
  readonly loadingWaiting: (kinds: string) => string;
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
  readonly newSince: (count: number, soFar: boolean) => string;
  /** `isSure`: all was asked for, and all of it came. */
  readonly newNone: (isSure: boolean) => string;
  readonly whatIsNew: string;
  readonly newUnknown: string;
  readonly newUnknownText: string;
  readonly lastLooked: (date: string) => string;
  readonly onlyNew: string;
  readonly allAgain: string;
  readonly newMore: (count: number) => string;
}

export const timelineMoreWords = defineWords<TimelineMoreWords>('timeline-more', enGB, {
  cy: () => import('./cy/timeline-more.js').then((module) => module.cy),
});

/** Everything that a timeline says. */
export type AllTimelineWords = TimelineWords & TimelineMoreWords;

/** Everything that a timeline says, in a language. */
export function allTimelineWords(lang: string): AllTimelineWords {
  return {...wordsIn(timelineWords, lang), ...wordsIn(timelineMoreWords, lang)};
}
