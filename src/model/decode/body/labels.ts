/** The security labels of an entry: what a cover looks at. */
import {get, list, type FhirResource} from '../../fhir-json.js';
import type {DecodeContext} from '../entry.js';
import {labelsOf} from '../named.js';

/** Codes of its own labels, and of those of what it names as its reason: a medicine tells what a covered condition is. */
export function entryLabels(resource: FhirResource, context: DecodeContext): readonly string[] {
  const reasons = list(get(resource, 'reasonReference')).slice(0, 5);
  return [resource, ...reasons.map((reason) => context.resolve(reason, resource))].flatMap(
    (labelled) => (labelled ? labelsOf(labelled) : []),
  );
}
