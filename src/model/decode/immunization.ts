/** Immunization: a vaccination that was given, or was not. */
import {get} from '../fhir-json.js';
import {isUnreadable, type Decoder} from './entry.js';

export const immunization: Decoder = {
  sort: 'vaccination',
  dates: ['occurrenceDateTime'],
  names: ['vaccineCode'],
  /** R4 immunization-status, without entered-in-error. */
  statuses: {completed: {}, 'not-done': {lead: 'notGiven'}},
  read(head, resource) {
    const subpotent = get(resource, 'isSubpotent');
    if (isUnreadable(subpotent)) return 'withheld';
    if (subpotent === true) head.lead ??= 'notFullStrength';
    return undefined;
  },
};
