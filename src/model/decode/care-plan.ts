/** CarePlan: what somebody and their care team plan to do. */
import {get, objects} from '../fhir-json.js';
import {clean, firstLabel, readable} from '../label.js';
import {isUnreadable, statusOf, unknownStatus, type Decoder, type Meanings} from './entry.js';

/** R4 care-plan-activity-status, without entered-in-error. */
export const stepStatuses: Meanings = {
  'not-started': {lead: 'notStarted'},
  scheduled: {lead: 'planned'},
  'in-progress': {lead: 'inProgress'},
  'on-hold': {lead: 'paused'},
  completed: {lead: 'done'},
  cancelled: {lead: 'cancelled'},
  stopped: {lead: 'stopped'},
  unknown: {lead: 'statusUnknown'},
};

/** The activities of a plan that are looked at, without those that were a mistake. */
export function activitiesOf(resource: unknown) {
  return objects(get(resource, 'activity'))
    .slice(0, 200)
    .filter((activity) => get(get(activity, 'detail'), 'status') !== 'entered-in-error');
}

export const carePlan: Decoder = {
  dates: ['period', 'created'],
  /** R4 request-status, without entered-in-error. */
  statuses: {
    draft: {lead: 'draft'},
    active: {},
    'on-hold': {lead: 'paused'},
    revoked: {lead: 'stopped'},
    completed: {lead: 'ended'},
    unknown: unknownStatus,
  },
  read(resource, _context, {until}, {lead: own, status}) {
    const sent = get(resource, 'intent');
    /** R4 care-plan-intent. */
    const intent =
      sent === undefined
        ? {}
        : statusOf(sent, {
            proposal: {lead: 'suggested', status: 'suggested'},
            plan: {},
            order: {status: 'ordered'},
            option: {lead: 'oneOption', status: 'oneOption'},
          });
    const isUnsafe = activitiesOf(resource).some(({detail}) => {
      return (
        detail !== undefined &&
        (!statusOf(get(detail, 'status'), stepStatuses) ||
          isUnreadable(get(detail, 'doNotPerform')))
      );
    });
    if (!intent || isUnsafe) return 'withheld';
    const lead = own ?? intent.lead;
    return {
      sort: 'carePlan',
      lead,
      title:
        readable(get(resource, 'title')) ??
        firstLabel(get(resource, 'category')) ??
        readable(clean(get(resource, 'description'))),
      statuses: [status, lead === intent.lead && lead ? undefined : intent.status],
      until,
    };
  },
};
