/** One person's record, from one or several places. The only way elements get to it. */
import {PhrError} from '../api/errors.js';
import {decode as decodeResource} from '../model/decode/decode.js';
import {loadEntryBody} from '../model/decode/entry-body.js';
import type {PhrClient} from '../api/phr-client.js';
import type {RecordSource} from '../context/record-context.js';
import type {Decode, Source} from './page-taker.js';
import {loadLater, type LaterParts} from './load-later.js';
import {createPersonCheck} from './person-check.js';
import {browserSchedule, type Schedule} from './schedule.js';
import type {StatusListener} from './source-status.js';
import {createReader, type RecordReader} from './timeline-reader.js';

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
  const {signal: closed} = closing;
  // It comes while the first requests are on their way.
  void loadEntryBody();
  void loadLater();
  const readers = new Set<RecordReader>();
  const sources = clients.map((client, index): Source => ({
    key: String(index),
    client,
    check: createPersonCheck(client, closed),
  }));
  const tell: StatusListener = (status) => {
    if (!closed.aborted) onStatus(status);
  };
  /** Everything a question may be answered from. */
  const inside = {sources, schedule, decode, now, readers, onStatus: tell, closing: closed};
  const later = async <T>(ask: (parts: LaterParts) => Promise<T>): Promise<T> => {
    const parts = await loadLater();
    if (!parts) throw new PhrError('offline');
    return ask(parts);
  };

  const isKnown = clients.length > 0 && clients.every(({base, patient}) => base && patient);
  return {
    // Without a server there is nothing to tell one record from another by.
    ...(isKnown && {key: clients.map(({base, patient}) => `${base} ${patient}`).join('\n')}),

    timeline(query) {
      const reader: RecordReader = createReader({
        ...inside,
        query,
        silence,
        onClose: () => readers.delete(reader),
      });
      if (closed.aborted) reader.close();
      else readers.add(reader);
      return reader;
    },

    detail: (reference, options) => later((parts) => parts.detail(inside, reference, options)),
    series: (key, options) => later((parts) => parts.series(inside, key, options)),
    person: (options) => later((parts) => parts.person(inside, options)),

    close() {
      closing.abort();
      for (const reader of [...readers]) reader.close();
    },
  };
}
