/** Words of `<phr-record-timeline>` that are fetched after its first rows: 'What is included', years. */
import type {KindCoverage} from '../model/timeline.js';
import {enGB} from './en-gb/timeline-more.js';
import type {Owner} from './timeline.js';
import {defineWords} from './words.js';

/** What the opened parts of a timeline say. */
export interface TimelineMoreWords {
  readonly asked: string;
  readonly askedAt: (date: string, time: string) => string;
  readonly kind: string;
  readonly happened: string;
  readonly goesBack: string;
  readonly states: Readonly<Record<KindCoverage['state'], string>>;
  readonly read: (count: number) => string;
  readonly partial: string;
  readonly notKnown: string;
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
}

export const timelineMoreWords = defineWords<TimelineMoreWords>('timeline-more', enGB, {
  cy: () => import('./cy/timeline-more.js').then((module) => module.cy),
});
