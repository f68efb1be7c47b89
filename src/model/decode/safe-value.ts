/** Whether a value can be shown for what it is. Asked of every result at once, whatever is read of it later. */
import {parseFhirDate} from '../fhir-date.js';
import {get, list, number, object, objects, type JsonObject} from '../fhir-json.js';
import {hasUnknownComparator, isQuantity} from '../number.js';

const absentReasonUrl = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Most components of one result that are read. */
export const mostComponents = 200;

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

/** A number that stands alone; a comparator that FHIR R4 does not know would change what it says. */
function isSafeQuantity(given: unknown): boolean {
  return !hasUnknownComparator(given) && isQuantity(given);
}

/** A limit of a Range or Ratio: it may be missing, and must not be odd. */
const hasOddLimit = (value: unknown, ...limits: readonly string[]): boolean =>
  limits.some((limit) => hasUnknownComparator(get(value, limit)));

/** Whether a value of some type is what its type says. A type that we have no words for is, and says so. */
function isSafeOther(element: string, value: unknown): boolean {
  const part = (name: string): unknown => get(value, name);
  switch (element) {
    case 'valueCodeableConcept':
      return !!object(value);
    case 'valueString':
    case 'valueTime':
      return typeof value === 'string';
    case 'valueInteger':
      return number(value) !== undefined;
    case 'valueBoolean':
      return typeof value === 'boolean';
    case 'valueDateTime':
      return !!parseFhirDate(value);
    case 'valuePeriod':
      return !!(parseFhirDate(part('start')) ?? parseFhirDate(part('end')));
    case 'valueRange':
      return (
        (isQuantity(part('low')) || isQuantity(part('high'))) && !hasOddLimit(value, 'low', 'high')
      );
    case 'valueRatio':
      return (
        isQuantity(part('numerator')) &&
        (!part('denominator') || isQuantity(part('denominator'))) &&
        !hasOddLimit(value, 'numerator', 'denominator')
      );
    default:
      return true;
  }
}

/** Whether what an Observation or a component says as its value can be shown for what it is. */
export function isSafeValue(json: unknown): boolean {
  const holder = object(json);
  if (!holder) return true;
  const given = holder['valueQuantity'];
  const other = given === undefined ? givenElement(holder) : undefined;
  if (given === undefined && !other) return true;
  // FHIR forbids a value and a reason for having none: which of them is true cannot be told.
  if (object(holder['dataAbsentReason'])) return false;
  if (other) return isSafeOther(...other);
  if (isSafeQuantity(given)) return true;
  return (
    !hasUnknownComparator(given) &&
    (!!absentExtension(given, 'value') ||
      !!absentExtension(holder, 'valueQuantity') ||
      (!!object(given) && get(given, 'value') === undefined))
  );
}

/** Whether an Observation may be shown: its own value and those of its components. */
export function isSafeResult(observation: unknown): boolean {
  const components = list(get(observation, 'component')).slice(0, mostComponents);
  return isSafeValue(observation) && components.every(isSafeValue);
}
