/** The least that a number in a record must be to be shown as one. */
import {get} from './fhir-json.js';

/** How a recorded number stands to the true one: `<5` means less than 5. FHIR quantity-comparator. */
export type Comparator = '<' | '<=' | '>=' | '>';

const comparators: readonly unknown[] = ['<', '<=', '>=', '>'] satisfies Comparator[];

/** True for a comparator of FHIR R4. */
export function isComparator(value: unknown): value is Comparator {
  return comparators.includes(value);
}

/** True when a comparator was sent that FHIR R4 does not know: the number cannot then be shown as it stands. */
export function hasUnknownComparator(json: unknown): boolean {
  const comparator = get(json, 'comparator') ?? undefined;
  return comparator !== undefined && !isComparator(comparator);
}

/** No unit is longer: what is, is not read, and its number is not shown without it. */
const longestUnit = 100;

const isLong = (unit: unknown): boolean => typeof unit === 'string' && unit.length > longestUnit;

/** True for a FHIR Quantity (or Age, Duration, Money-free kin) that has a finite number. */
export function isQuantity(json: unknown): boolean {
  return (
    Number.isFinite(get(json, 'value')) && !isLong(get(json, 'code')) && !isLong(get(json, 'unit'))
  );
}
