/** CarePlan: its first steps. */
import {get, list, objects, type FhirResource, type JsonObject} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import {clean, conceptLabel, readable} from '../../label.js';
import type {LeadKey} from '../../status.js';
import type {Point} from '../../timeline.js';
import {isUnreadable, statusOf, type DecodeContext} from '../entry.js';
import {codes, type Meanings} from '../meanings.js';
import {naming, point, textPoint} from './points.js';
import type {BodyReader} from './reader.js';

/** Most steps on a row. */
const mostSteps = 3;

/** R4 care-plan-activity-status, without entered-in-error. */
const stepStatuses = codes(
  'not-started scheduled in-progress on-hold completed cancelled stopped unknown',
);

/** The activities of a plan that are looked at, without those that were a mistake. */
function activitiesOf(resource: unknown) {
  return objects(get(resource, 'activity'))
    .slice(0, 200)
    .filter(({detail}) => get(detail, 'status') !== 'entered-in-error');
}

/** True when a step of a plan says something that we do not know: then none of the plan is shown. */
export function hasUnsafeSteps(resource: FhirResource): boolean {
  return activitiesOf(resource).some(
    ({detail}) =>
      detail !== undefined &&
      (!statusOf(get(detail, 'status'), stepStatuses) || isUnreadable(get(detail, 'doNotPerform'))),
  );
}

/** What a step's status says before its words. */
const leadsOf: Meanings = {
  ...stepStatuses,
  'not-started': {lead: 'notStarted'},
  scheduled: {lead: 'planned'},
  completed: {lead: 'done'},
  unknown: {lead: 'statusUnknown'},
};

const goingOn: readonly LeadKey[] = ['notStarted', 'planned', 'inProgress'];

/** One activity of a plan. Undefined: it names nothing, or names a mistake. */
function readStep(
  activity: JsonObject,
  resource: FhirResource,
  context: DecodeContext,
): Point | undefined {
  const detail = get(activity, 'detail');
  if (detail === undefined) {
    const {reference} = activity;
    const found = context.resolve(reference, resource);
    if (found && gate(found) !== 'open') return undefined;
    return textPoint(readable(get(reference, 'display')), naming(context, reference, resource));
  }
  const meaning = statusOf(get(detail, 'status'), leadsOf);
  const avoid = get(detail, 'doNotPerform') === true;
  const leads: LeadKey[] = [];
  const lead = meaning?.status === 'statusUnknown' ? 'statusUnknown' : meaning?.lead;
  if (avoid) {
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
  return words || avoid ? {type: 'step', leads, text: words} : undefined;
}

export const carePlan: BodyReader = {
  points({entry, resource, context}) {
    const steps = activitiesOf(resource)
      .map((activity) => readStep(activity, resource, context))
      .filter((step) => step !== undefined);
    // What must not be done comes first: a row shows three steps, and this is the one not to miss.
    const avoided = (step: Point) => step.type === 'step' && step.leads.includes('doNotDo');
    steps.sort((a, b) => Number(avoided(b)) - Number(avoided(a)));
    const description = clean(get(resource, 'description'));
    return [
      readable(description) === entry.title ? undefined : textPoint(description),
      ...steps.slice(0, mostSteps),
      steps.length > mostSteps ? point('moreSteps', {count: steps.length - mostSteps}) : undefined,
    ];
  },
  authors: (resource) => [get(resource, 'author'), ...list(get(resource, 'contributor'))],
};
