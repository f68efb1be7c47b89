/** Procedure: something that was done, or was not. */
import {get, objects} from '../fhir-json.js';
import {allLabels, clean, conceptLabel, firstLabel} from '../label.js';
import {firstDate, pointOf, statusOf, unknownStatus, type Decoder, type Meanings} from './entry.js';

/** R4 event-status, without entered-in-error. */
const statuses: Meanings = {
  preparation: {lead: 'planned'},
  'in-progress': {lead: 'inProgress'},
  'not-done': {lead: 'notDone'},
  'on-hold': {lead: 'paused'},
  stopped: {lead: 'stopped'},
  completed: {},
  unknown: unknownStatus,
};

export const procedure: Decoder = {
  kind: () => 'procedures',
  when: (resource) => firstDate(resource, 'performedDateTime', 'performedPeriod'),
  read(resource, _context, when) {
    const meaning = statusOf(get(resource, 'status'), statuses);
    if (!meaning) return 'withheld';
    const performers = objects(get(resource, 'performer'));
    return {
      sort: 'procedure',
      lead: meaning.lead,
      title: conceptLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'category')),
      statuses: [meaning.status],
      points: [
        pointOf('dateWords', clean(get(resource, 'performedString'))),
        pointOf('reasonGiven', conceptLabel(get(resource, 'statusReason'))),
        pointOf('whatFor', allLabels(get(resource, 'reasonCode'))),
      ],
      until: when.until,
      authors: [
        ...performers.map((each) => each['actor']),
        get(resource, 'recorder'),
        get(resource, 'asserter'),
      ],
      places: [...performers.map((each) => each['onBehalfOf']), get(resource, 'location')],
      visit: get(resource, 'encounter'),
    };
  },
};
