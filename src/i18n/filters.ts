/** Words of 'Search and filter'. */
import type {RecordKind} from '../model/record-kind.js';
import {enGB} from './en-gb/filters.js';
import {defineWords} from './words.js';

export interface FilterWords {
  readonly form: string;
  /** `owner` is the name of the person whose record it is, for a proxy. */
  readonly search: (owner: string | undefined) => string;
  readonly searchHint: string;
  readonly onlyNew: (date: string | undefined, count: number | undefined) => string;
  readonly now: string;
  readonly nowHint: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  readonly place: string;
  readonly dates: string;
  readonly anyDate: string;
  readonly lastYear: string;
  readonly chooseDates: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly toHint: string;
  readonly show: string;
  readonly clear: string;
  readonly problem: string;
  readonly error: string;
  readonly dateNotReal: (which: string) => string;
  readonly dateNoYear: (which: string) => string;
  readonly dateOrder: string;
}

export const filterWords = defineWords<FilterWords>('filters', enGB, {
  cy: () => import('./cy/filters.js').then((module) => module.cy),
});
