/** MedicationRequest and MedicationStatement: a medicine that was asked for, or that somebody says is taken. */
import {get, list, object, objects, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {conceptLabel, readable} from '../label.js';
import type {LeadKey} from '../status.js';
import type {Currency} from '../timeline.js';
import {
  firstDate,
  isUnreadable,
  statusOf,
  unknownStatus,
  type DecodeContext,
  type Decoder,
  type Head,
  type Meaning,
  type Meanings,
} from './entry.js';

/** R4 medication-statement-status, without entered-in-error, and what R4 medicationrequest-status has more. */
const statuses: Meanings = {
  active: {currency: 'current'},
  'on-hold': {lead: 'paused', currency: 'notCurrent'},
  completed: {lead: 'ended', currency: 'notCurrent'},
  stopped: {lead: 'stopped', currency: 'notCurrent'},
  unknown: unknownStatus,
};

/** R4 medicationrequest-intent. Only orders are medicines that somebody was told to take. */
const intents: Meanings = {
  proposal: {lead: 'suggested', status: 'suggested', currency: 'notCurrent'},
  plan: {lead: 'planned', status: 'planned', currency: 'notCurrent'},
  order: {},
  'original-order': {point: 'originalOrder'},
  'reflex-order': {point: 'reflexOrder'},
  'filler-order': {point: 'fillerOrder'},
  'instance-order': {point: 'instanceOrder'},
  option: {lead: 'oneOption', status: 'oneOption', currency: 'notCurrent'},
};

/** What the intent of an order means; nothing when none was sent. Undefined: it says something we do not know. */
export function intentOf(resource: unknown): Meaning | undefined {
  const sent = get(resource, 'intent');
  return sent === undefined ? {} : statusOf(sent, intents);
}

/** The name of the medicine: `withheld` when the Medication it names may not be shown. */
export function readMedicine(
  resource: FhirResource,
  context: DecodeContext,
): {title: string | undefined; inactive: boolean} | 'withheld' {
  const reference = get(resource, 'medicationReference');
  const own = conceptLabel(get(resource, 'medicationCodeableConcept'));
  const display = readable(get(reference, 'display'));
  const found = object(reference) && context.resolve(reference, resource);
  if (!found) return {title: own ?? display, inactive: false};
  // A medicine entered by mistake cannot name a prescription; nor can one that may mean something else.
  if (gate(found) !== 'open') return 'withheld';
  const status = get(found, 'status');
  if (status !== undefined && status !== 'active' && status !== 'inactive') return 'withheld';
  const title = own ?? conceptLabel(get(found, 'code')) ?? display ?? ingredientsOf(found);
  return {title, inactive: status === 'inactive'};
}

function ingredientsOf(medication: unknown): string | undefined {
  const names = objects(get(medication, 'ingredient')).map((each) =>
    conceptLabel(each['itemCodeableConcept']),
  );
  return names.filter((each) => each !== undefined).join(', ') || undefined;
}

/** The head of a medicine. The first word that changes the meaning leads; none of the others may be lost. */
function headOf(
  resource: FhirResource,
  context: DecodeContext,
  sort: Head['sort'],
  meanings: readonly Meaning[],
): Head | 'withheld' {
  const medicine = readMedicine(resource, context);
  if (medicine === 'withheld') return medicine;
  let currency: Currency = 'current';
  let lead: LeadKey | undefined;
  for (const meaning of meanings) {
    lead ??= meaning.lead;
    if (meaning.currency === 'notCurrent') currency = 'notCurrent';
    else if (meaning.currency === 'unknown' && currency === 'current') currency = 'unknown';
  }
  return {
    sort,
    lead,
    title: medicine.title,
    statuses: meanings.map((meaning) =>
      lead !== undefined && meaning.lead === lead ? undefined : meaning.status,
    ),
    currency,
  };
}

/** Whether every dosage of an order, or its supply, has an end and that has passed. */
function isPast(resource: FhirResource, {now = Date.now()}: DecodeContext): boolean {
  const isOver = (period: unknown): boolean => {
    const {until} = firstDate({period}, ['period']);
    return until !== undefined && until.to <= now;
  };
  const dosages = list(get(resource, 'dosageInstruction'));
  return (
    (dosages.length > 0 &&
      dosages.every((each) => isOver(get(get(get(each, 'timing'), 'repeat'), 'boundsPeriod')))) ||
    isOver(get(get(resource, 'dispenseRequest'), 'validityPeriod'))
  );
}

export const medicationRequest: Decoder = {
  dates: ['authoredOn'],
  statuses: {
    ...statuses,
    cancelled: {lead: 'cancelled', currency: 'notCurrent'},
    draft: {lead: 'draft', currency: 'notCurrent'},
  },
  read(resource, context, _when, status) {
    const intent = intentOf(resource);
    const avoid = get(resource, 'doNotPerform');
    if (!intent || isUnreadable(avoid)) return 'withheld';
    if (avoid !== true) {
      const over = isPast(resource, context) && status.currency === 'current';
      return headOf(resource, context, 'prescription', [status, intent, over ? unknownStatus : {}]);
    }
    // An order not to take it that is itself stopped, cancelled or only thought of cannot be said in one word.
    if (status.lead ?? intent.lead) return 'withheld';
    const forbidden: Meaning = {lead: 'doNotTake', currency: 'notCurrent'};
    return headOf(resource, context, 'medicine', [forbidden, status, intent]);
  },
};

export const medicationStatement: Decoder = {
  dates: ['dateAsserted', 'effectiveDateTime', 'effectivePeriod'],
  statuses: {
    ...statuses,
    intended: {lead: 'planned', currency: 'notCurrent'},
    'not-taken': {lead: 'notTaken', currency: 'notCurrent'},
  },
  read(resource, context, _when, status) {
    const {until} = firstDate(resource, ['effectivePeriod']);
    const over = until !== undefined && until.to <= (context.now ?? Date.now());
    // Said to be taken, with an end that has passed: which of them is true now, the record does not tell.
    const contradicted: Meaning =
      over && status.currency === 'current' ? {currency: 'unknown', status: 'statusUnknown'} : {};
    const head = headOf(resource, context, 'medicine', [status, contradicted]);
    return head === 'withheld' ? head : {...head, until};
  },
};
