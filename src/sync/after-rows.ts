/**
 * What a reading needs once its first rows stand: what is new elsewhere, medicines that did not come along, scopes that
 * narrow a kind, and answers to single questions. A lazy chunk.
 */
import {PhrError} from '../api/errors.js';
import type {PhrPage} from '../api/phr-client.js';
import type {Person} from '../model/person.js';
import type {Reading} from '../model/timeline.js';
import {askNew} from './ask-new.js';
import type {Source, SourceTaker} from './page-taker.js';
import {anySignal, settleUntil} from './signals.js';
import type {RecordStream} from './stream.js';

/** How many medicines are read one by one, in all, where a server does not send them along. */
const mostMedicines = 100;
/** How many of them are asked for at the same time. */
const medicinesAtOnce = 3;

/** Reads medicines that did not come along: a medicine without its name helps nobody. Tells whether one came. */
export async function readMedicines(taker: SourceTaker, signal: AbortSignal): Promise<boolean> {
  let isChanged = false;
  const wanted = [...taker.missing].slice(0, mostMedicines - taker.medicinesRead);
  taker.medicinesRead += wanted.length;
  taker.missing.clear();
  const worker = async (): Promise<void> => {
    for (let next = wanted.shift(); next && !signal.aborted; next = wanted.shift()) {
      const [reference, entries] = next;
      const id = reference.slice(reference.indexOf('/') + 1);
      const found = await taker.source.client
        .read('Medication', id, {signal})
        .catch(() => undefined);
      if (!found || signal.aborted) continue;
      taker.library.add(found);
      for (const entry of entries) taker.decodeAgain(entry);
      isChanged = true;
    }
  };
  await Promise.all(Array.from({length: Math.min(wanted.length, medicinesAtOnce)}, worker));
  return isChanged;
}

/** What a granted scope narrows to a part of what is held is not read whole, however much of it is read. */
export async function checkScopes(
  takers: readonly SourceTaker[],
  streams: readonly RecordStream[],
  signal: AbortSignal,
  changed: () => void,
): Promise<void> {
  await Promise.all(
    takers.map(async ({source: {client, key}}) => {
      const can = await client.capabilities({signal}).catch(() => undefined);
      for (const stream of streams) {
        const parts = stream.source === key ? can?.limits?.(stream.query.type) : undefined;
        if (signal.aborted || !parts?.length) continue;
        stream.narrowed = true;
        changed();
      }
    }),
  );
}

/** Asks what is new in the parts of the record that are not read yet, where a server can tell. Tells whether all did. */
export async function askAllNew(
  takers: readonly SourceTaker[],
  streams: readonly RecordStream[],
  since: number,
  signal: AbortSignal,
  take: (stream: RecordStream, page: PhrPage) => Promise<void>,
): Promise<boolean> {
  const answers = await Promise.all(
    takers.map((taker) => {
      const own = streams.filter(
        ({source, state}) => source === taker.source.key && state !== 'notHere',
      );
      const types = [...new Set(own.map(({query}) => query.type))];
      return askNew(taker, types, since, signal, take);
    }),
  );
  return answers.every(Boolean);
}

/** Whose record it is: the first place that tells. Fails with `PhrError`. */
export async function readPerson(
  sources: readonly Source[],
  now: () => number,
): Promise<Reading<Person>> {
  let failure: unknown = new PhrError('notFound');
  for (const {check} of sources) {
    try {
      const {resource} = await check.read();
      const {decodePatient} = await import('../model/decode/body/body.js').catch(() => {
        throw new PhrError('offline');
      });
      const person = decodePatient(resource, now());
      if (person) return {value: person, asOf: now()};
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Answers one question; ends with its caller, or with the source, whose late answers are dropped. */
export async function answer<T>(
  signal: AbortSignal,
  closing: AbortSignal,
  find: (until: AbortSignal) => Promise<T>,
): Promise<T> {
  const ends = anySignal([signal, closing]);
  try {
    return await settleUntil(find(ends.signal), ends.signal);
  } finally {
    ends.release();
  }
}
