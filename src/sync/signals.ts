/** Ends of work, for browsers without `AbortSignal.any` (Safari before 17.4, Firefox before 124). */
import {PhrError} from '../api/errors.js';

/** A signal that is aborted as soon as one of several is, and what lets go of them. */
export function anySignal(signals: readonly AbortSignal[]): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const any = new AbortController();
  const abort = (): void => {
    any.abort();
  };
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, {once: true});
  }
  return {
    signal: any.signal,
    release: () => {
      for (const signal of signals) signal.removeEventListener('abort', abort);
    },
  };
}

/** Settles as a promise does, or fails with `aborted` as soon as a signal says so: a late answer is dropped. */
export function settleUntil<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new PhrError('aborted'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {once: true});
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}
