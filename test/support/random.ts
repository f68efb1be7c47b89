/** Random numbers that are the same every time: a failing case can be run again by its seed. */

/** A generator of numbers from 0 to 1, by the mulberry32 recurrence. */
export interface Random {
  (): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of some things. */
  pick<T>(items: readonly T[]): T;
  /** True with a chance from 0 to 1. */
  chance(of: number): boolean;
}

/** Starts a generator from a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return Object.assign(next, {
    between,
    pick: <T>(items: readonly T[]): T => {
      const found = items[between(0, items.length - 1)];
      if (found === undefined) throw new Error('Nothing to pick from');
      return found;
    },
    chance: (of: number): boolean => next() < of,
  });
}
