/** One person's record, from one or several places. The only way elements get to it. */
import {PhrError} from '../api/errors.js';
import {decode as decodeResource} from '../model/decode/decode.js';
import {loadEntryBody} from '../model/decode/entry-body.js';
import type {PhrClient} from '../api/phr-client.js';
import type {RecordSource} from '../context/record-context.js';
import type {TimelineQuery, TimelineReader} from '../model/timeline.js';
import type {Lookup} from './entry-lookup.js';
import type {Decode, Source} from './page-taker.js';
import {loadLater} from './load-later.js';
import {PersonCheck} from './person-check.js';
import {browserSchedule, type Schedule} from './schedule.js';
import type {StatusListener} from './source-status.js';
import {RecordReader} from './timeline-reader.js';

/** What a record source is made of. */
export interface RecordSourceOptions {
  /** One for each place the record is read from, all of the same person. */
  readonly clients: readonly PhrClient[];
  /** The time now, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Told what the host may know of how reading goes: never content. */
  readonly onStatus?: StatusListener;
  /** How long rows wait for a place that does not answer, in milliseconds; 1,000 unless set. */
  readonly silence?: number;
  /** Time itself; replaced in tests. */
  readonly schedule?: Schedule;
  /** Makes a resource safe to show; replaced in tests of the reader alone. */
  readonly decode?: Decode;
}

/** A `RecordSource` that can be closed: then everything of the person is gone. */
export interface ClosableRecordSource extends RecordSource {
  /** Aborts what is in flight, drops late answers, closes every reader and lets go of everything read. */
  close(): void;
}

/** Makes the source of one person's record. Another person is another source. */
export function createRecordSource({
  clients,
  now = Date.now,
  onStatus = () => {},
  silence = 1000,
  schedule = browserSchedule,
  decode = decodeResource,
}: RecordSourceOptions): ClosableRecordSource {
  const closing = new AbortController();
  // It comes while the first requests are on their way.
  void loadEntryBody();
  void loadLater();
  const readers = new Set<RecordReader>();
  const sources = clients.map((client, index): Source => ({
    key: String(index),
    client,
    check: new PersonCheck(client, closing.signal),
  }));
  const tell: StatusListener = (status) => {
    if (!closing.signal.aborted) onStatus(status);
  };
  /** Looks something up with all that may be looked at; ends with its caller, or with the source. */
  async function look<T>(
    signal: AbortSignal,
    find: (lookup: Lookup, parts: NonNullable<Awaited<ReturnType<typeof loadLater>>>) => Promise<T>,
  ): Promise<T> {
    const parts = await loadLater();
    if (!parts) throw new PhrError('offline');
    return parts.answer(signal, closing.signal, (until) =>
      find(
        {
          sources,
          readers: [...readers],
          decode,
          schedule,
          now,
          signal: until,
          onOther(source, resourceType) {
            tell({type: 'wrongPerson', source, resourceType});
            for (const reader of [...readers]) reader.dropType(resourceType);
          },
        },
        parts,
      ),
    );
  }

  const isKnown = clients.length > 0 && clients.every(({base, patient}) => base && patient);
  return {
    // Without a server there is nothing to tell one record from another by.
    ...(isKnown && {key: clients.map(({base, patient}) => `${base} ${patient}`).join('\n')}),

    timeline(query: TimelineQuery): TimelineReader {
      const reader: RecordReader = new RecordReader({
        sources,
        query,
        schedule,
        silence,
        decode,
        now,
        onStatus: tell,
        onClose: () => readers.delete(reader),
      });
      if (closing.signal.aborted) reader.close();
      else readers.add(reader);
      return reader;
    },

    detail: (reference, {signal}) =>
      look(signal, async (lookup) => {
        const {readDetail} = await import('./entry-lookup.js');
        return readDetail(reference, lookup);
      }),

    series: (key, {signal}) =>
      look(signal, async (lookup) => {
        const {readSeries} = await import('./entry-lookup.js');
        return readSeries(key, lookup);
      }),

    person: ({signal}) => look(signal, (_lookup, parts) => parts.readPerson(sources, now)),

    close() {
      closing.abort();
      for (const reader of [...readers]) reader.close();
    },
  };
}
