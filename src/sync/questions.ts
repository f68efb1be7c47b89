/** Answers to single questions of a record. Part of a lazy chunk. */
import {PhrError} from '../api/errors.js';
import type {Covers} from '../model/covers.js';
import {loadEntryBody, wholeBody} from '../model/decode/entry-body.js';
import type {EntryDetail} from '../model/detail.js';
import type {Person} from '../model/person.js';
import type {Series} from '../model/series.js';
import type {Reading} from '../model/timeline.js';
import type {Lookup} from './entry-lookup.js';
import {dropType} from './reading-later.js';
import {anySignal, settleUntil} from './signals.js';
import type {StatusListener} from './source-status.js';

/** Everything of a source that a question may be answered from; `closing` ends with the source. */
export interface Inside extends Omit<Lookup, 'readers' | 'signal' | 'onOther'> {
  readonly onStatus: StatusListener;
  readonly readers: Iterable<Lookup['readers'][number]>;
  readonly closing: AbortSignal;
}

/** How a question ends with its caller. */
interface Options {
  readonly signal: AbortSignal;
}

/** Answers one question; ends with its caller, or with the source, whose late answers are dropped. */
async function answer<T>(
  {readers, onStatus, closing, ...inside}: Inside,
  {signal}: Options,
  find: (lookup: Lookup) => Promise<T>,
): Promise<T> {
  const ends = anySignal([signal, closing]);
  try {
    const lookup: Lookup = {
      ...inside,
      readers: [...readers],
      signal: ends.signal,
      onOther(source, resourceType) {
        onStatus({type: 'wrongPerson', source, resourceType});
        for (const {core} of [...readers]) dropType(core, resourceType);
      },
    };
    // What is asked for may hold what ordinary entries do not.
    if (!(await loadEntryBody())) throw new PhrError('offline');
    return await settleUntil(find(lookup), ends.signal);
  } finally {
    ends.release();
  }
}

/** Everything useful in one entry. Fails with `PhrError`. */
export function detail(
  inside: Inside,
  reference: string,
  options: Options & {readonly covers?: Covers},
): Promise<Reading<EntryDetail>> {
  return answer(inside, options, async (lookup) => {
    const {readDetail} = await import('./entry-lookup.js');
    return readDetail(reference, lookup, options.covers);
  });
}

/** One result and all that may be compared with it. Fails with `PhrError`. */
export function series(inside: Inside, key: string, options: Options): Promise<Reading<Series>> {
  return answer(inside, options, async (lookup) => {
    const {readSeries} = await import('./entry-lookup.js');
    return readSeries(key, lookup);
  });
}

/** Whose record it is: the first place that tells. Fails with `PhrError`. */
export function person(inside: Inside, options: Options): Promise<Reading<Person>> {
  return answer(inside, options, async ({sources, now}) => {
    let failure: unknown = new PhrError('notFound');
    for (const {check} of sources) {
      try {
        const {resource} = await check.read();
        const found = wholeBody().decodePatient(resource, now());
        if (found) return {value: found, asOf: now()};
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  });
}
