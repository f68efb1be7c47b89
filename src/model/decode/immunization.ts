/** Immunization: a vaccination that was given, or was not. */
import {get, number, objects} from '../fhir-json.js';
import {allLabels, clean, conceptLabel} from '../label.js';
import type {Point} from '../timeline.js';
import {firstDate, point, pointOf, statusOf, type Decoder, type Meanings} from './entry.js';

/** R4 immunization-status, without entered-in-error. */
const statuses: Meanings = {
  completed: {},
  'not-done': {lead: 'notGiven'},
};

/** Which dose of a course it was: a number or, in R4, words. */
function doseNumber(resource: unknown): string | undefined {
  const protocol = objects(get(resource, 'protocolApplied'))[0];
  const whole = number(protocol?.['doseNumberPositiveInt']);
  return whole === undefined ? clean(protocol?.['doseNumberString']) : String(whole);
}

export const immunization: Decoder = {
  kind: () => 'vaccinations',
  when: (resource) => firstDate(resource, 'occurrenceDateTime'),
  read(resource) {
    const meaning = statusOf(get(resource, 'status'), statuses);
    const subpotent = get(resource, 'isSubpotent');
    if (!meaning) return 'withheld';
    if (subpotent !== undefined && subpotent !== null && typeof subpotent !== 'boolean')
      return 'withheld';
    const points: (Point | undefined)[] = [
      pointOf('dateWords', clean(get(resource, 'occurrenceString'))),
    ];
    if (meaning.lead === undefined && meaning.status === undefined) {
      const dose = doseNumber(resource);
      points.push(dose ? point('givenDose', {text: dose}) : point('given'));
    }
    if (subpotent === true) {
      points.push(
        point('notFullStrength', {...textOf(allLabels(get(resource, 'subpotentReason')))}),
      );
    }
    points.push(pointOf('reasonGiven', conceptLabel(get(resource, 'statusReason'))));
    if (get(resource, 'primarySource') === false) points.push(point('secondHand'));
    const performers = objects(get(resource, 'performer')).map((each) => each['actor']);
    return {
      sort: 'vaccination',
      lead: meaning.lead ?? (subpotent === true ? 'notFullStrength' : undefined),
      title: conceptLabel(get(resource, 'vaccineCode')),
      statuses: [meaning.status],
      points,
      authors: performers,
      places: [get(resource, 'location')],
      visit: get(resource, 'encounter'),
    };
  },
};

function textOf(words: string | undefined): {text?: string} {
  return words === undefined ? {} : {text: words};
}
