/** CarePlan: what somebody and their care team plan to do. */
import {get, objects} from '../fhir-json.js';
import {isUnreadable, statusOf, tag, type Decoder} from './entry.js';
import {codes} from './meanings.js';

/** R4 care-plan-activity-status, without entered-in-error. */
export const stepStatuses = codes(
  'not-started scheduled in-progress on-hold completed cancelled stopped unknown',
);

/** R4 care-plan-intent. */
const intents = codes('proposal option', {plan: {}, order: {status: 'ordered'}});

/** The activities of a plan that are looked at, without those that were a mistake. */
export function activitiesOf(resource: unknown) {
  return objects(get(resource, 'activity'))
    .slice(0, 200)
    .filter(({detail}) => get(detail, 'status') !== 'entered-in-error');
}

export const carePlan: Decoder = {
  sort: 'carePlan',
  dates: ['period', 'created'],
  names: ['title', 'category', 'description'],
  /** R4 request-status, without entered-in-error. */
  statuses: codes('draft active on-hold revoked completed unknown'),
  read(head, resource) {
    const intent = statusOf(get(resource, 'intent') ?? 'plan', intents);
    const isUnsafe = activitiesOf(resource).some(
      ({detail}) =>
        detail !== undefined &&
        (!statusOf(get(detail, 'status'), stepStatuses) ||
          isUnreadable(get(detail, 'doNotPerform'))),
    );
    if (!intent || isUnsafe) return 'withheld';
    head.lead ??= intent.lead;
    if (!intent.lead || head.lead !== intent.lead) tag(head, intent.status);
    return undefined;
  },
};
