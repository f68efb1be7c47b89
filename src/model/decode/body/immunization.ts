/** Immunization: which dose it was, or why it was not given. */
import {get, number, objects} from '../../fhir-json.js';
import {allLabels} from '../../all-labels.js';
import {clean, conceptLabel} from '../../label.js';
import {point, pointOf} from './points.js';
import type {BodyReader} from './reader.js';

/** Which dose of a course it was: a number or, in R4, words. */
function doseNumber(resource: unknown): string | undefined {
  const protocol = objects(get(resource, 'protocolApplied'))[0];
  const whole = number(protocol?.['doseNumberPositiveInt']);
  return whole === undefined ? clean(protocol?.['doseNumberString']) : String(whole);
}

export const immunization: BodyReader = {
  points({resource}) {
    const dose = doseNumber(resource);
    const reason = allLabels(get(resource, 'subpotentReason'));
    return [
      pointOf('dateWords', clean(get(resource, 'occurrenceString'))),
      get(resource, 'status') === 'completed'
        ? dose
          ? point('givenDose', {text: dose})
          : point('given')
        : undefined,
      get(resource, 'isSubpotent') === true
        ? point('notFullStrength', {...(reason !== undefined && {text: reason})})
        : undefined,
      pointOf('reasonGiven', conceptLabel(get(resource, 'statusReason'))),
      get(resource, 'primarySource') === false ? point('secondHand') : undefined,
    ];
  },
  authors: (resource) => objects(get(resource, 'performer')).map((each) => each['actor']),
  places: (resource) => [get(resource, 'location')],
};
