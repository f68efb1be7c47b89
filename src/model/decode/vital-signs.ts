/** Measurements of the body that are known without a category. Part of a lazy chunk. */
import {hasCode} from '../label.js';

/** R4 vital signs, and those of UK Core, which UK GP data often sends without a category. */
const loinc =
  '85353-1 85354-9 9279-1 8867-4 2708-6 8310-5 8302-2 9843-4 29463-7 39156-5 8480-6 8462-4'.split(
    ' ',
  );
const snomed = '75367002 60621009 50373000 27113001 363812007 86290005'.split(' ');

/** True when a code is that of a vital sign. */
export function isVitalSign(code: unknown): boolean {
  return (
    hasCode(code, 'http://loinc.org', ...loinc) ||
    hasCode(code, 'http://snomed.info/sct', ...snomed)
  );
}
