/** CarePlan: what somebody and their care team plan to do. */
import {get, objects} from '../fhir-json.js';
import {wholeBody} from './entry-body.js';
import {statusOf, tag, type Decoder} from './entry.js';
import {codes} from './meanings.js';

/** R4 care-plan-intent. */
const intents = codes('proposal option', {plan: {}, order: {status: 'ordered'}});

export const carePlan: Decoder = {
  sort: 'carePlan',
  dates: ['period', 'created'],
  names: ['title', 'category', 'description'],
  /** R4 request-status, without entered-in-error. */
  statuses: codes('draft active on-hold revoked completed unknown'),
  read(head, resource) {
    const intent = statusOf(get(resource, 'intent') ?? 'plan', intents);
    const hasSteps = objects(get(resource, 'activity')).some(({detail}) => detail !== undefined);
    if (!intent || (hasSteps && wholeBody().hasUnsafeSteps(resource))) return 'withheld';
    head.lead ??= intent.lead;
    if (!intent.lead || head.lead !== intent.lead) tag(head, intent.status);
    return undefined;
  },
};
