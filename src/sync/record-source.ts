/** One person's record, from one or several places. The only way elements get to it. */
import {decode} from '../model/decode/decode.js';
import type {PhrClient} from '../api/phr-client.js';
import type {RecordSource} from '../context/record-context.js';
import {PersonCheck} from './person-check.js';
import {browserSchedule, type Schedule} from './schedule.js';
import type {StatusListener} from './source-status.js';
import {RecordReader} from './timeline-reader.js';
import type {Decode, Source} from './page-taker.js';

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
