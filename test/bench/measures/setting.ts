/** What every measurement is given. */
import type {Browser} from 'puppeteer-core';
import type {Options} from '../options.js';
import type {Recording} from '../recordings.js';
import type {Report} from '../report.js';

/** What every measurement is given. */
export interface Setting {
  readonly browser: Browser;
  /** Origin of the server. */
  readonly origin: string;
  readonly options: Options;
  readonly report: Report;
  /** Records by their number of entries. */
  readonly recordings: ReadonlyMap<number, Recording>;
  readonly parveen: Recording;
}

/** The record of a size; fails when it was not recorded. */
export function recordingOf({recordings}: Setting, size: number): Recording {
  const found = recordings.get(size);
  if (!found) throw new Error(`There is no record of ${String(size)} entries`);
  return found;
}

/** Address of a benchmark page. */
export const pageUrl = ({origin}: Setting, name: string): string => `${origin}/bench/${name}.html`;

/** A size as people write it. */
export const sizeName = (size: number): string => size.toLocaleString('en-GB');
