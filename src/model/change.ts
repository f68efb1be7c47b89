/** How one number stands to an earlier one. */
import type {Quantity} from './quantity.js';

/** The change from an earlier quantity; `cannotCompare` when they are not two plain numbers in one unit. */
export type QuantityChange =
  | {readonly type: 'up' | 'down'; readonly by: number; readonly from: number}
  | {readonly type: 'same'}
  | {readonly type: 'cannotCompare'};

/** Digits after the decimal point of a number as JavaScript writes it. */
function decimals(value: number): number {
  const [, fraction = '', exponent = '0'] =
    /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.min(Math.max(fraction.length - Number(exponent), 0), 20);
}

/**
 * Compares two plain numbers in one unit, as exact as they were recorded: `<5` and 4 are not compared, nor 7 % and 53
 * mmol/mol.
 */
export function compareQuantities(now: Quantity, then: Quantity): QuantityChange {
  if (now.unitKey !== then.unitKey || now.comparator || then.comparator) {
    return {type: 'cannotCompare'};
  }
  const places = Math.max(decimals(now.value), decimals(then.value));
  const by = Number(Math.abs(now.value - then.value).toFixed(places));
  if (by === 0) return {type: 'same'};
  return {type: now.value > then.value ? 'up' : 'down', by, from: then.value};
}
