/** The least that a number in a record must be to be shown as one. */
import {get, number, object, text} from './fhir-json.js';

/** How a recorded number stands to the true one: `<5` means less than 5. FHIR quantity-comparator. */
export type Comparator = '<' | '<=' | '>=' | '>';

/** True for a comparator of FHIR R4. */
export function isComparator(value: unknown): value is Comparator {
  return value === '<' || value === '<=' || value === '>=' || value === '>';
}

/** True when a comparator was sent that FHIR R4 does not know: the number cannot then be shown as it stands. */
export function hasUnknownComparator(json: unknown): boolean {
  const comparator = get(json, 'comparator');
  return comparator !== undefined && comparator !== null && !isComparator(comparator);
}

/** No unit is longer: what is, is not read, and its number is not shown without it. */
const longestUnit = 100;

/** True for a FHIR Quantity (or Age, Duration, Money-free kin) that has a finite number. */
export function isQuantity(json: unknown): boolean {
  const found = object(json);
  return (
    number(found?.['value']) !== undefined &&
    (text(found?.['code'])?.length ?? 0) <= longestUnit &&
    (text(found?.['unit'])?.length ?? 0) <= longestUnit
  );
}
