/** Care plans: goals with who set each, and what is planned. */
import type {DetailItem, DetailSection, ValueKey} from '../../detail.js';
import {get, list, object, objects, type FhirResource, type JsonObject} from '../../fhir-json.js';
import {conceptLabel} from '../../label.js';
import {notesSection, statusFact, type DetailParts} from './common.js';
import {boundsOf, timingValue} from './dosage.js';
import {clinicalValue, clinicalValues, noteValues, who, whoValues} from './people.js';
import {follow} from './follow.js';
import {
  choice,
  codeValue,
  conceptValues,
  dateValue,
  fact,
  parts,
  periodValue,
  prose,
  quantityValue,
  section,
  textValue,
  type Scope,
} from './scope.js';

/** One goal, with who set it, how it stands and what is aimed for. */
function goalItem(scope: Scope, reference: unknown): DetailItem | undefined {
  const {resource, unsafe, isCovered} = follow(scope, reference);
  if (isCovered) return {lead: 'covered', facts: []};
  if (unsafe) return undefined;
  if (resource?.resourceType !== 'Goal') {
    const title = prose(get(reference, 'display'));
    if (!title) scope.withheld = true;
    return title ? {title, facts: []} : undefined;
  }
  const at = (name: string) => get(resource, name);
  const within: Scope = {...scope, resource, withheld: false};
  const title = conceptLabel(at('description'));
  const targets = parts(within, at('target'));
  const item = {
    ...(title && {title}),
    facts: [
      ...fact('status', codeValue('goalStatus', at('lifecycleStatus'))),
      ...fact('statusReason', textValue(at('statusReason'))),
      ...fact('progress', conceptValues(at('achievementStatus'))),
      ...fact('priority', conceptValues(at('priority'))),
      ...fact(
        'target',
        targets.flatMap((target) => [
          ...conceptValues(target['measure']),
          ...choice(within, target, 'detail'),
        ]),
      ),
      ...fact(
        'due',
        targets.flatMap((target) => [
          dateValue(target['dueDate']),
          quantityValue(within, target['dueDuration']),
        ]),
      ),
      ...fact('setBy', whoValues(within, at('expressedBy'))),
      ...fact('started', dateValue(at('startDate')), conceptValues(at('startCodeableConcept'))),
      ...fact('statusDate', dateValue(at('statusDate'))),
      ...fact('addresses', clinicalValues(within, at('addresses'))),
      ...fact('comment', noteValues(within, at('note'))),
    ],
  };
  scope.withheld ||= within.withheld;
  return item;
}

/** What is planned, written in the plan itself or in a resource of its own. */
function activityItem(scope: Scope, activity: JsonObject): DetailItem | undefined {
  const outcome = [
    ...conceptValues(activity['outcomeCodeableConcept']),
    ...clinicalValues(scope, activity['outcomeReference']),
  ];
  const rest = [
    ...fact('outcome', outcome),
    ...fact('comment', noteValues(scope, activity['progress'])),
  ];
  if (object(activity['reference'])) return referredItem(scope, activity['reference'], rest);
  const detail = parts(scope, object(activity['detail']))[0];
  if (!detail) return rest.length > 0 ? {facts: rest} : undefined;
  if (detail['status'] === 'entered-in-error') return undefined;
  const title = conceptLabel(detail['code']) ?? prose(detail['description']);
  const lead: ValueKey | undefined = detail['doNotPerform'] === true ? 'notPerform' : undefined;
  const description = prose(detail['description']);
  return {
    ...(title && {title}),
    ...(lead && {lead}),
    facts: [
      ...fact('status', codeValue('activityStatus', detail['status'])),
      ...fact('statusReason', conceptValues(detail['statusReason'])),
      ...fact('description', description !== title && textValue(detail['description'])),
      ...fact(
        'whatFor',
        conceptValues(detail['reasonCode']),
        clinicalValues(scope, detail['reasonReference']),
      ),
      ...fact(
        'howOften',
        timingValue(scope, detail['scheduledTiming']),
        textValue(detail['scheduledString']),
      ),
      ...fact(
        'when',
        periodValue(detail['scheduledPeriod']),
        boundsOf(scope, detail['scheduledTiming']),
      ),
      ...fact('where', whoValues(scope, detail['location'])),
      ...fact('doneBy', whoValues(scope, detail['performer'])),
      ...fact(
        'medicine',
        conceptValues(detail['productCodeableConcept']),
        clinicalValues(scope, detail['productReference']),
      ),
      ...fact('dose', quantityValue(scope, detail['dailyAmount'])),
      ...fact('amount', quantityValue(scope, detail['quantity'])),
      ...fact('goals', clinicalValues(scope, detail['goal'])),
      ...rest,
    ],
  };
}

/** An activity that has a resource of its own: its name, and whether it is to be left undone. */
function referredItem(
  scope: Scope,
  reference: unknown,
  rest: DetailItem['facts'],
): DetailItem | undefined {
  const {resource, unsafe, isCovered} = follow(scope, reference);
  // What came of it may name it too.
  if (isCovered) return {lead: 'covered', facts: []};
  if (unsafe) return undefined;
  const name = clinicalValue(scope, reference);
  const title = name && (name.type === 'text' || name.type === 'words') ? name.text : undefined;
  const isAppointment = resource?.resourceType === 'Appointment';
  if (!title && rest.length === 0) scope.withheld = true;
  return {
    ...(title && {title}),
    ...(get(resource, 'doNotPerform') === true && {lead: 'notPerform' as const}),
    facts: [
      ...fact(
        'status',
        isAppointment
          ? codeValue('appointmentStatus', get(resource, 'status'))
          : resource && codeValue('requestStatus', get(resource, 'status')),
      ),
      ...rest,
    ],
  };
}

/** The goals and what is planned, as sections. */
function planSections(scope: Scope, resource: FhirResource): readonly DetailSection[] {
  const goals = list(get(resource, 'goal')).flatMap((goal) => goalItem(scope, goal) ?? []);
  const activities = parts(scope, get(resource, 'activity')).flatMap(
    (activity) => activityItem(scope, activity) ?? [],
  );
  return [...section('goals', [], goals), ...section('activities', [], activities)];
}

/** True when goals were set by more than one: they may pull in different ways, and both are shown. */
function isSetByMany(scope: Scope, resource: FhirResource): boolean {
  const setters = objects(get(resource, 'goal')).flatMap((goal) => {
    const {resource: found} = follow(scope, goal);
    const by = who(scope, get(found, 'expressedBy'));
    return by ? [JSON.stringify(by)] : [];
  });
  return new Set(setters).size > 1;
}

/** Decodes a CarePlan. */
export function carePlanDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const intent = at('intent');
  return {
    notices: [
      ...(at('status') === 'draft' ? (['draft'] as const) : []),
      ...(intent === 'proposal' || intent === 'option' ? (['notOrder'] as const) : []),
      ...(isSetByMany(scope, resource) ? (['goalsDiffer'] as const) : []),
    ],
    sections: [
      ...planSections(scope, resource),
      ...section('details', [
        ...statusFact('requestStatus', resource),
        ...fact('intent', intent !== 'plan' && codeValue('intent', intent)),
        ...fact('description', textValue(at('description'))),
        ...fact('category', conceptValues(at('category'))),
        ...fact('when', periodValue(at('period'))),
        ...fact('addresses', clinicalValues(scope, at('addresses'))),
        ...fact('careTeam', whoValues(scope, at('careTeam'))),
        ...fact('contributors', whoValues(scope, at('contributor'))),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...fact('writtenBy', whoValues(scope, at('author'))),
      ...fact('recordedOn', dateValue(at('created'))),
    ],
  };
}
