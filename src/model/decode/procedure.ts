/** Procedure: something that was done, or was not. */
import type {Decoder} from './entry.js';
import {codes} from './meanings.js';

export const procedure: Decoder = {
  sort: 'procedure',
  dates: ['performedDateTime', 'performedPeriod'],
  names: ['code', 'category'],
  /** R4 event-status, without entered-in-error. */
  statuses: codes('preparation in-progress on-hold stopped unknown', {
    'not-done': {lead: 'notDone'},
    completed: {},
  }),
};
