/** CarePlan: what somebody and their care team plan to do. */
import {get, list, objects, type FhirResource, type JsonObject} from '../fhir-json.js';
import {gate} from '../gate.js';
import {clean, conceptLabel, firstLabel, readable} from '../label.js';
import type {LeadKey} from '../status.js';
import type {Point} from '../timeline.js';
import {
  firstDate,
  point,
  statusOf,
  textPoint,
  unknownStatus,
  type DecodeContext,
  type Decoder,
  type Meanings,
} from './entry.js';

/** R4 request-status, without entered-in-error. */
const statuses: Meanings = {
  draft: {lead: 'draft'},
  active: {},
  'on-hold': {lead: 'paused'},
  revoked: {lead: 'stopped'},
  completed: {lead: 'ended'},
  unknown: unknownStatus,
};

/** R4 care-plan-intent. */
const intents: Meanings = {
  proposal: {lead: 'suggested', status: 'suggested'},
  plan: {},
  order: {status: 'ordered'},
  option: {lead: 'oneOption', status: 'oneOption'},
};

/** R4 care-plan-activity-status, without entered-in-error. */
const stepStatuses: Meanings = {
  'not-started': {lead: 'notStarted'},
  scheduled: {lead: 'planned'},
  'in-progress': {lead: 'inProgress'},
  'on-hold': {lead: 'paused'},
  completed: {lead: 'done'},
  cancelled: {lead: 'cancelled'},
  stopped: {lead: 'stopped'},
  unknown: {lead: 'statusUnknown'},
};

const goingOn: readonly LeadKey[] = ['notStarted', 'planned', 'inProgress'];

/** One activity of a plan. Undefined: it was a mistake, or names nothing. */
function readStep(
  activity: JsonObject,
  resource: FhirResource,
  context: DecodeContext,
): Point | 'withheld' | undefined {
  const detail = get(activity, 'detail');
  if (detail === undefined) {
    const found = context.resolve(activity['reference'], resource);
    if (found && gate(found) !== 'open') return undefined;
    const words = readable(get(activity['reference'], 'display'));
    return textPoint(words);
  }
  if (get(detail, 'status') === 'entered-in-error') return undefined;
  const meaning = statusOf(get(detail, 'status'), stepStatuses);
  const avoid = get(detail, 'doNotPerform');
  if (!meaning || (avoid !== undefined && avoid !== null && typeof avoid !== 'boolean'))
    return 'withheld';
  const leads: LeadKey[] = [];
  const lead = meaning.status === 'statusUnknown' ? 'statusUnknown' : meaning.lead;
  if (avoid === true) {
    // Of what must not be done, only an end can be told: 'Ended: Do not do: Running'.
    const over = lead === 'done' ? 'ended' : lead;
    if (over && !goingOn.includes(over)) leads.push(over);
    leads.push('doNotDo');
  } else if (lead) leads.push(lead);
  const words =
    clean(get(detail, 'description')) ??
    conceptLabel(get(detail, 'code')) ??
    conceptLabel(get(detail, 'productCodeableConcept')) ??
    readable(get(get(detail, 'productReference'), 'display'));
  return words || avoid === true ? {type: 'step', leads, text: words} : undefined;
}

export const carePlan: Decoder = {
  kind: () => 'carePlans',
  when: (resource) => firstDate(resource, 'period', 'created'),
  read(resource, context, when) {
    const status = statusOf(get(resource, 'status'), statuses);
    const sentIntent = get(resource, 'intent');
    const intent = sentIntent === undefined ? {} : statusOf(sentIntent, intents);
    if (!status || !intent) return 'withheld';
    const steps: Point[] = [];
    for (const activity of objects(get(resource, 'activity')).slice(0, 200)) {
      const step = readStep(activity, resource, context);
      if (step === 'withheld') return 'withheld';
      if (step) steps.push(step);
    }
    // What must not be done comes first: a row shows three steps, and this is the one not to miss.
    const avoided = (step: Point) => step.type === 'step' && step.leads.includes('doNotDo');
    steps.sort((a, b) => Number(avoided(b)) - Number(avoided(a)));
    const lead = status.lead ?? intent.lead;
    const title = readable(get(resource, 'title')) ?? firstLabel(get(resource, 'category'));
    const description = clean(get(resource, 'description'));
    return {
      sort: 'carePlan',
      lead,
      title: title ?? readable(description),
      statuses: [
        status.status,
        lead !== undefined && lead === intent.lead ? undefined : intent.status,
      ],
      points: [
        title ? textPoint(description) : undefined,
        ...steps.slice(0, 3),
        steps.length > 3 ? point('moreSteps', {count: steps.length - 3}) : undefined,
      ],
      until: when.until,
      authors: [get(resource, 'author'), ...list(get(resource, 'contributor'))],
      visit: get(resource, 'encounter'),
    };
  },
};
