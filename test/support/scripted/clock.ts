/** A clock that stands still until a test moves it, so that waits and limits are exact and cost no time. */

/** Time and chance owned by a test. */
export interface VirtualClock {
  now(): number;
  after(delay: number, run: () => void): () => void;
  random(): number;
  /** Moves on, running what falls due, in order. */
  advance(milliseconds: number): Promise<void>;
  /** Moves on from one timer to the next until the work is done; fails when nothing is left that could end it. */
  finish<T>(work: Promise<T>): Promise<T>;
  /** Timers that have not run. */
  readonly pending: number;
}

/** Lets everything that needs no time run to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise<void>((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  }
}

/** Makes a clock. Without `chance`, `random()` is always 0. */
export function createVirtualClock(
  start = Date.UTC(2026, 10, 21, 9),
  chance: () => number = () => 0,
): VirtualClock {
  let now = start;
  let order = 0;
  const timers = new Map<number, {at: number; run: () => void}>();

  const due = () => {
    let first: [number, {at: number; run: () => void}] | undefined;
    for (const one of timers) if (!first || one[1].at < first[1].at) first = one;
    return first;
  };
  const runNext = () => {
    const next = due();
    if (!next) return;
    timers.delete(next[0]);
    now = Math.max(now, next[1].at);
    next[1].run();
  };

  return {
    now: () => now,
    random: chance,
    get pending() {
      return timers.size;
    },
    after(delay, run) {
      order += 1;
      const key = order;
      timers.set(key, {at: now + delay, run});
      return () => {
        timers.delete(key);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let next = due(); next && next[1].at <= end; next = due()) {
        runNext();
        await settle();
      }
      now = end;
    },
    async finish(work) {
      let done = false;
      const end = () => {
        done = true;
      };
      work.then(end, end);
      for (let step = 0; step < 10_000; step++) {
        await settle();
        if (done) return work;
        if (timers.size === 0) break;
        runNext();
      }
      throw new Error('The work did not end, and no timer is left that could end it');
    },
  };
}
