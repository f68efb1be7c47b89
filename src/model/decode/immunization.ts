/** Immunization: a vaccination that was given, or was not. */
import {get} from '../fhir-json.js';
import {conceptLabel} from '../label.js';
import {isUnreadable, type Decoder} from './entry.js';

export const immunization: Decoder = {
  dates: ['occurrenceDateTime'],
  /** R4 immunization-status, without entered-in-error. */
  statuses: {completed: {}, 'not-done': {lead: 'notGiven'}},
  read(resource, _context, _when, {lead, status}) {
    const subpotent = get(resource, 'isSubpotent');
    if (isUnreadable(subpotent)) return 'withheld';
    return {
      sort: 'vaccination',
      lead: lead ?? (subpotent === true ? 'notFullStrength' : undefined),
      title: conceptLabel(get(resource, 'vaccineCode')),
      statuses: [status],
    };
  },
};
