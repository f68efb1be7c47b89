/** Procedure: something that was done, or was not. */
import {get} from '../fhir-json.js';
import {conceptLabel, firstLabel} from '../label.js';
import {unknownStatus, type Decoder} from './entry.js';

export const procedure: Decoder = {
  dates: ['performedDateTime', 'performedPeriod'],
  /** R4 event-status, without entered-in-error. */
  statuses: {
    preparation: {lead: 'planned'},
    'in-progress': {lead: 'inProgress'},
    'not-done': {lead: 'notDone'},
    'on-hold': {lead: 'paused'},
    stopped: {lead: 'stopped'},
    completed: {},
    unknown: unknownStatus,
  },
  read: (resource, _context, {until}, {lead, status}) => ({
    sort: 'procedure',
    lead,
    title: conceptLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'category')),
    statuses: [status],
    until,
  }),
};
