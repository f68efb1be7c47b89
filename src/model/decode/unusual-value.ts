/** Whether a value that is no plain number, concept or text can be shown for what it is. Part of a lazy chunk. */
import {parseFhirDate} from '../fhir-date.js';
import {get, number, object, objects, type JsonObject} from '../fhir-json.js';
import {hasUnknownComparator, isQuantity} from '../number.js';

const absentReasonUrl = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** The extension that says why one primitive element has no value (`_element`, or inside a Quantity). */
export function absentExtension(holder: unknown, element: string): JsonObject | undefined {
  return objects(get(get(holder, `_${element}`), 'extension')).find(
    (extension) => extension['url'] === absentReasonUrl,
  );
}

/** The first `value[x]` of a result that is no Quantity: its element and what it is. */
export function givenElement(
  holder: JsonObject,
): readonly [element: string, value: unknown] | undefined {
  for (const element of Object.keys(holder)) {
    const value = holder[element];
    if (value === undefined || value === null) continue;
    if (element.startsWith('value')) return [element, value];
    if (element.startsWith('_value')) {
      const plain = element.slice(1);
      if (holder[plain] === undefined && absentExtension(holder, plain)) return [element, value];
    }
  }
  return undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isDate = (value: unknown): boolean => !!parseFhirDate(value);

/** Limits of a Range or Ratio: one may be missing, and none may be odd. */
const areLimits = (value: unknown, ...limits: readonly string[]): boolean =>
  limits.some((limit) => isQuantity(get(value, limit))) &&
  !limits.some((limit) => hasUnknownComparator(get(value, limit)));

/** Whether a value is what its type says. A type that we have no words for is, and says so. */
const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  valueCodeableConcept: (value) => !!object(value),
  valueString: isText,
  valueTime: isText,
  valueInteger: (value) => number(value) !== undefined,
  valueBoolean: (value) => typeof value === 'boolean',
  valueDateTime: isDate,
  valuePeriod: (value) => isDate(get(value, 'start')) || isDate(get(value, 'end')),
  valueRange: (value) => areLimits(value, 'low', 'high'),
  valueRatio: (value) =>
    isQuantity(get(value, 'numerator')) &&
    (!get(value, 'denominator') || isQuantity(get(value, 'denominator'))) &&
    areLimits(value, 'numerator', 'denominator'),
};

/** The same as `isSafeValue`, for every value there is. */
export function isSafeUnusualValue(holder: JsonObject): boolean {
  const given = holder['valueQuantity'];
  const [element, value] = (given === undefined && givenElement(holder)) || [];
  if (given === undefined && !element) return true;
  // FHIR forbids a value and a reason for having none: which of them is true cannot be told.
  if (object(holder['dataAbsentReason'])) return false;
  if (element) return !Object.hasOwn(isOfType, element) || !!isOfType[element]?.(value);
  // A number that stands alone, or nothing in its place; an odd comparator would change what it says.
  return (
    !hasUnknownComparator(given) &&
    (isQuantity(given) ||
      !!absentExtension(given, 'value') ||
      !!absentExtension(holder, 'valueQuantity') ||
      (!!object(given) && get(given, 'value') === undefined))
  );
}
