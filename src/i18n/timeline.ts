/** Words of `<phr-record-timeline>` that its first rows need, and what is said when nothing more can be loaded. */
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

/** What `<phr-record-timeline>` says at once. */
export interface TimelineWords {
  /** The person, where a proxy looks and the name is not known. */
  readonly thisPerson: string;

  readonly allEntries: string;
  /** Label of the button for 'Now'. */
  readonly now: string;
  readonly searchAndFilter: string;
  readonly jumpToYear: string;
  readonly whatIsIncluded: string;
  readonly showOlder: string;
  readonly showOlderRest: string;
  readonly visitEntries: (count: number) => string;

  readonly completeness: (from: ReadFrom) => string;
  readonly tryAgain: string;
  readonly contact: (owner: Owner) => string;
  /** Said when a part of the page could not be loaded: the one failure whose words are always at hand. */
  readonly problem: string;
  readonly problemText: (owner: Owner) => string;
  readonly loading: (owner: Owner) => string;
  readonly loadingTime: string;
}

export const timelineWords = defineWords<TimelineWords>('timeline', enGB, {
  cy: () => import('./cy/timeline.js').then((module) => module.cy),
});
