/** Seeded chance and ids: the same seed always gives the same record, byte for byte. */

/** A source of chance that always tells the same story for the same seed. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A number from `low` to `high`, rounded to `decimals` places. */
  number(low: number, high: number, decimals: number): number;
  /** True `share` of the time; `share` is from 0 to 1. */
  chance(share: number): boolean;
  /** One of the items. Throws `RangeError` for an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** Rounds to `decimals` places, half up, without the tails of binary fractions. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** FNV-1a hash of a text, 32 bits. */
export function hash(text: string, basis = 0x811c9dc5): number {
  let value = basis;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for a demo. */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    number: (low, high, decimals) => round(low + next() * (high - low), decimals),
    chance: (share) => next() < share,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}

/** Four hashes of 32 bits make the 128 of an id; each starts elsewhere. */
const bases = [0x811c9dc5, 0x3f84d5b5, 0x9e3779b1, 0x27d4eb2f] as const;

/** Eight hexadecimal digits of a name, well mixed (the finish of MurmurHash3, public domain). */
function word(name: string, basis: number): string {
  let value = hash(name, basis);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * An id that looks like a random UUID and says nothing about what it names, always the same for the
 * same name. Two names that differ give ids that differ (128 bits, of which 122 are kept).
 */
export function idOf(name: string): string {
  const hex = bases.map((basis) => word(name, basis)).join('');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
