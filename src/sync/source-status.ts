/** What the host is told of how reading goes: never content, and never anything the person is shown. */
import type {Notice} from '../api/phr-client.js';
import type {PhrErrorKind} from '../api/errors.js';

/** One thing that happened while a record was read. */
export type SourceStatus =
  /** A type of record could not be read. Tells refused from not offered, as the screen never does. */
  | {
      readonly type: 'failed';
      readonly source: string;
      readonly resourceType: string;
      readonly reason: PhrErrorKind;
      /** HTTP status, when there was an answer. */
      readonly status?: number;
    }
  /** A server said something beside its answer. */
  | {
      readonly type: 'notice';
      readonly source: string;
      readonly resourceType: string;
      readonly notice: Notice;
    }
  /** An answer ended before the record did. */
  | {
      readonly type: 'cut';
      readonly source: string;
      readonly resourceType: string;
      readonly reason: 'otherOrigin' | 'cycle' | 'limit' | 'failed';
    }
  /** A resource of another person came, and was not shown. */
  | {readonly type: 'wrongPerson'; readonly source: string; readonly resourceType: string}
  /** Another person was seen in two kinds: nothing is shown any more, nor whose record it was to be. */
  | {readonly type: 'stopped'}
  /** A server answered and the first rows stand: the log in is good, if it had ended before. */
  | {readonly type: 'read'};

/** Listens to what the host is told. */
export type StatusListener = (status: SourceStatus) => void;
