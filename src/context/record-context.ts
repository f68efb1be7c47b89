import {createContext} from '@lit/context';
import type {Covers} from '../model/covers.js';
import type {EntryDetail} from '../model/detail.js';
import type {Person} from '../model/person.js';
import type {Series} from '../model/series.js';
import type {Reading, TimelineQuery, TimelineReader} from '../model/timeline.js';

/**
 * The only thing an element knows about where records come from.
 * One source object is one person's record: another person is another object.
 */
export interface RecordSource {
  /**
   * Tells this record from every other on this device, for example its base address and patient id. Never shown or sent;
   * absent: nothing about this record can be remembered.
   */
  readonly key?: string;
  /** Starts reading; the caller closes the reader. */
  timeline(query: TimelineQuery): TimelineReader;
  /** Everything useful in one entry. What `covers` is true of is not named in it. */
  detail(
    reference: string,
    options: {signal: AbortSignal; covers?: Covers},
  ): Promise<Reading<EntryDetail>>;
  /** One result and all that may be compared with it. */
  series(key: string, options: {signal: AbortSignal}): Promise<Reading<Series>>;
  /** Whose record it is. */
  person(options: {signal: AbortSignal}): Promise<Reading<Person>>;
}

/** Carries the `RecordSource`; the number changes with the interface. */
export const recordContext = createContext<RecordSource | undefined>(Symbol.for('phr-record@1'));
