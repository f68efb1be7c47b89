/** Whether a value can be shown for what it is. Asked of every result at once, whatever is read of it later. */
import {get, list, object} from '../fhir-json.js';
import {hasUnknownComparator, isQuantity} from '../number.js';
import {wholeBody} from './entry-body.js';

/** Most components of one result that are read. */
export const mostComponents = 200;

/** The values that most results have. */
const isOrdinary = (element: string, value: unknown): boolean =>
  element === 'valueQuantity'
    ? isQuantity(value) && !hasUnknownComparator(value)
    : element === 'valueString'
      ? typeof value === 'string'
      : element === 'valueCodeableConcept' && !!object(value);

/** Whether what an Observation or a component says as its value can be shown for what it is. */
export function isSafeValue(json: unknown): boolean {
  const holder = object(json);
  const [element, another] = Object.keys(holder ?? {}).filter(
    (key) => key.startsWith('value') || key.startsWith('_value'),
  );
  if (!holder || !element) return true;
  const isPlain = !another && !holder['dataAbsentReason'] && isOrdinary(element, holder[element]);
  return isPlain || wholeBody().isSafeUnusualValue(holder);
}

/** Whether an Observation may be shown: its own value and those of its components. */
export function isSafeResult(observation: unknown): boolean {
  const components = list(get(observation, 'component')).slice(0, mostComponents);
  return isSafeValue(observation) && components.every(isSafeValue);
}
