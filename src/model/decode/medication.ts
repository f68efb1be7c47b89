/** MedicationRequest and MedicationStatement: a medicine that was asked for, or that somebody says is taken. */
import {get, list, object, objects, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {conceptLabel, readable} from '../label.js';
import {wholeBody} from './entry-body.js';
import {
  endOf,
  isUnreadable,
  statusOf,
  tag,
  type DecodeContext,
  type Decoder,
  type Head,
} from './entry.js';
import {codes, unknownStatus, type Meaning} from './meanings.js';

/** R4 medicationrequest-intent. Only orders are medicines that somebody was told to take. */
const intents = codes(
  'proposal plan order option original-order reflex-order filler-order instance-order',
);

/** The name of the medicine: `withheld` when the Medication it names may not be shown. */
export function readMedicine(
  resource: FhirResource,
  context: DecodeContext,
): {title: string | undefined; inactive: boolean} | 'withheld' {
  const reference = get(resource, 'medicationReference');
  const found = object(reference) && context.resolve(reference, resource);
  const status = get(found, 'status') ?? 'active';
  const inactive = status === 'inactive';
  // A medicine entered by mistake cannot name a prescription; nor can one that may mean something else.
  if (found && (gate(found) !== 'open' || (status !== 'active' && !inactive))) return 'withheld';
  const title =
    conceptLabel(get(resource, 'medicationCodeableConcept')) ??
    conceptLabel(get(found, 'code')) ??
    readable(get(reference, 'display')) ??
    objects(get(found, 'ingredient'))
      .flatMap(({itemCodeableConcept}) => conceptLabel(itemCodeableConcept) ?? [])
      .join(', ');
  return {title: title || undefined, inactive};
}

/** The head of a medicine. The first word that changes the meaning leads; none of the others may be lost. */
export function describe(
  head: Head,
  resource: FhirResource,
  context: DecodeContext,
  meanings: readonly Meaning[],
): 'withheld' | undefined {
  const medicine = readMedicine(resource, context);
  if (medicine === 'withheld') return medicine;
  head.title = medicine.title;
  head.lead = meanings.find(({lead}) => lead)?.lead;
  for (const {lead, status} of meanings) if (!lead || lead !== head.lead) tag(head, status);
  const said = meanings.map(({currency}) => currency);
  head.currency =
    (['notCurrent', 'unknown'] as const).find((each) => said.includes(each)) ?? 'current';
  return undefined;
}

/** Whether an end has passed. */
const isOver = (period: unknown, {now = Date.now()}: DecodeContext): boolean =>
  (endOf(period)?.to ?? Infinity) <= now;

/** Whether every dosage of an order, or its supply, has an end and that has passed. */
function isPast(resource: FhirResource, context: DecodeContext): boolean {
  const dosages = list(get(resource, 'dosageInstruction'));
  return (
    (dosages.length > 0 &&
      dosages.every((each) =>
        isOver(get(get(get(each, 'timing'), 'repeat'), 'boundsPeriod'), context),
      )) ||
    isOver(get(get(resource, 'dispenseRequest'), 'validityPeriod'), context)
  );
}

/** Said to be taken, with an end that has passed: which of them is true now, the record does not tell. */
const contradiction = (status: Meaning, isPast: boolean): Meaning =>
  status.currency === 'current' && isPast ? unknownStatus : {};

/** R4 medication-statement-status and medicationrequest-status have these in common, but for entered-in-error. */
const common = 'active on-hold completed stopped unknown';

export const medicationRequest: Decoder = {
  sort: 'prescription',
  dates: ['authoredOn'],
  names: [],
  statuses: codes(`${common} cancelled draft`),
  read(head, resource, context, status) {
    const intent = statusOf(get(resource, 'intent') ?? 'order', intents);
    const avoid = get(resource, 'doNotPerform');
    if (!intent || isUnreadable(avoid)) return 'withheld';
    if (avoid) return wholeBody().readAvoided(head, resource, context, [status, intent]);
    const over = contradiction(status, isPast(resource, context));
    return describe(head, resource, context, [status, intent, over]);
  },
};

export const medicationStatement: Decoder = {
  sort: 'medicine',
  dates: ['dateAsserted', 'effectiveDateTime', 'effectivePeriod'],
  names: [],
  statuses: codes(`${common} intended not-taken`),
  read(head, resource, context, status) {
    const period = get(resource, 'effectivePeriod');
    head.until = endOf(period);
    return describe(head, resource, context, [
      status,
      contradiction(status, isOver(period, context)),
    ]);
  },
};
