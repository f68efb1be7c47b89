/** Waiting for a busy server, and work that several wait for. A part of `hard-cases.ts`. */
import {within} from './time.js';
import type {Clock} from './time.js';

/** The longest a server may ask us to stay away, and the shortest, in milliseconds. */
const longest = 3_600_000;
const shortest = 1000;
/** The longest that a request waits by itself; a longer wait is the person's to decide. */
export const longestWait = 30_000;
/** How often one request is sent at most while a server is busy. */
export const mostTries = 3;

/**
 * Reads `Retry-After` (seconds, or an HTTP date) into milliseconds between 1 second and 1 hour;
 * nothing for what cannot be read. RFC 9110, 10.2.3.
 */
export function readRetryAfter(
  header: string | null | undefined,
  now: number,
  date?: string | null,
): number | undefined {
  const given = header?.trim() ?? '';
  let wait = Number.NaN;
  if (/^\d+$/.test(given)) wait = Number(given) * 1000;
  else if (/^[A-Z][a-z]+, .+ GMT$/.test(given)) {
    // The server's own clock where it can be read: a phone's may be days out.
    wait = Date.parse(given) - (Date.parse(date ?? '') || now);
  }
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, shortest), longest);
}

/** How long to wait before try number `tries + 1`: 1, 2, 4 … seconds, spread out by chance. */
export function backoff(tries: number, random: number): number {
  return Math.min(shortest * 2 ** (tries - 1), longestWait) * (1 + random / 2);
}

/** Waits; fails with `aborted` when the caller lets go. */
export function sleep(clock: Clock, delay: number, signal?: AbortSignal): Promise<void> {
  let cancel: (() => void) | undefined;
  return within(
    clock,
    undefined,
    'aborted',
    signal,
    () =>
      new Promise<void>((resolve) => {
        cancel = clock.after(delay, resolve);
      }),
  ).finally(() => cancel?.());
}

/** Work that several callers wait for together. It is aborted only when all of them have let go; nothing is kept. */
export function shared<T>(
  clock: Clock,
  run: (signal: AbortSignal) => Promise<T>,
): (signal?: AbortSignal) => Promise<T> {
  let current: {promise: Promise<T>; stop: AbortController; waiting: number} | undefined;
  return async (signal) => {
    if (!current) {
      const stop = new AbortController();
      current = {promise: run(stop.signal), stop, waiting: 0};
    }
    const mine = current;
    mine.waiting += 1;
    try {
      return await within(clock, undefined, 'aborted', signal, () => mine.promise);
    } finally {
      mine.waiting -= 1;
      if (mine.waiting === 0) {
        if (current === mine) current = undefined;
        mine.stop.abort();
      }
    }
  };
}
