/** Words of a result over time. */
import {enGB} from './en-gb/chart.js';
import {defineWords} from './words.js';

/** What a result's sentences are filled with. Dates and values are in words already. */
export interface ChartWords {
  readonly heading: (name: string) => string;
  readonly back: string;
  /** `owner` is the name of the person whose record it is, for a proxy. */
  readonly latest: (name: string, value: string, date: string, owner: string | undefined) => string;
  /** One result that is shown, when others may be hidden. */
  readonly one: (name: string, value: string, date: string, owner: string | undefined) => string;
  readonly higher: (by: string, date: string, value: string) => string;
  readonly lower: (by: string, date: string, value: string) => string;
  readonly same: (date: string) => string;
  readonly cannotCompare: (date: string, value: string) => string;
  readonly rangeGiven: (range: string) => string;
  readonly noRangeGiven: string;
  readonly between: (since: string, low: string, high: string) => string;
  readonly onlyOne: string;
  readonly mayBeHidden: string;
  readonly showCovered: string;
  readonly showFrom: string;
  readonly lastYears: (years: number) => string;
  readonly all: string;
  readonly noneInTime: string;
  readonly chartLabel: (name: string) => string;
  readonly legend: {
    readonly up: string;
    readonly down: string;
    readonly filled: string;
    readonly hollow: string;
    readonly outside: string;
    readonly limit: string;
  };
  readonly otherUnits: (count: number, units: string) => string;
  readonly bandFrom: (range: string, year: string) => string;
  readonly tableCaption: (name: string) => string;
  readonly date: string;
  readonly result: string;
  readonly whereFrom: string;
  readonly range: string;
  readonly placeNotRecorded: string;
  readonly showAll: (count: number) => string;
  /** Before the name of the result, where it can be explained. */
  readonly called: string;
  readonly partial: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly loading: string;
  readonly meaning: (contact: string, owner: string | undefined) => string;
}

export const chartWords = defineWords<ChartWords>('chart', enGB, {
  cy: () => import('./cy/chart.js').then((module) => module.cy),
});
