/** Time, as the client needs it: a clock, and limits to waiting. */
import {PhrError} from './errors.js';
import type {PhrErrorKind} from './errors.js';

/** Time and chance, so that tests can own both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something after a delay in milliseconds; gives back what stops it. */
  after(delay: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}

// Taken when this file loads: a page that patches its globals later does not change our requests.
const {setTimeout: start, clearTimeout: stop} = globalThis;

/** The computer's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  after(delay, run) {
    const timer = start(run, delay);
    return () => stop(timer);
  },
  random: Math.random,
};

/**
 * Runs something that ends, at the latest, when its time is up or the caller lets go. Fails with
 * `late` or `aborted` even if what runs does not listen to its signal.
 */
export function within<T>(
  clock: Clock,
  limit: number | undefined,
  late: PhrErrorKind,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let cancel: (() => void) | undefined;
    const release = () => {
      cancel?.();
      outer?.removeEventListener('abort', abort);
    };
    const end = (kind: PhrErrorKind) => {
      release();
      reject(new PhrError(kind));
      controller.abort();
    };
    const abort = () => end('aborted');
    if (outer?.aborted) return abort();
    outer?.addEventListener('abort', abort);
    if (limit) cancel = clock.after(limit, () => end(late));
    run(controller.signal).finally(release).then(resolve, reject);
  });
}
