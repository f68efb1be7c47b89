/** MedicationRequest and MedicationStatement: a medicine that was asked for, or that somebody says is taken. */
import {
  boolean,
  get,
  list,
  number,
  object,
  objects,
  text,
  type FhirResource,
} from '../fhir-json.js';
import {gate} from '../gate.js';
import {allLabels, clean, conceptLabel, readable} from '../label.js';
import {hasUnknownComparator, readQuantity} from '../quantity.js';
import {doseUnits, type DoseUnit, type LeadKey} from '../status.js';
import type {Currency, Dose, Point} from '../timeline.js';
import {
  firstDate,
  point,
  pointOf,
  statusOf,
  unknownStatus,
  type DecodeContext,
  type Decoder,
  type Draft,
  type Meaning,
  type Meanings,
} from './entry.js';

/** R4 medicationrequest-status, without entered-in-error. */
const requestStatuses: Meanings = {
  active: {currency: 'current'},
  'on-hold': {lead: 'paused', currency: 'notCurrent'},
  cancelled: {lead: 'cancelled', currency: 'notCurrent'},
  completed: {lead: 'ended', currency: 'notCurrent'},
  stopped: {lead: 'stopped', currency: 'notCurrent'},
  draft: {lead: 'draft', currency: 'notCurrent'},
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

/** R4 medication-statement-status, without entered-in-error. */
const statementStatuses: Meanings = {
  active: {currency: 'current'},
  completed: {lead: 'ended', currency: 'notCurrent'},
  intended: {lead: 'planned', currency: 'notCurrent'},
  stopped: {lead: 'stopped', currency: 'notCurrent'},
  'on-hold': {lead: 'paused', currency: 'notCurrent'},
  unknown: unknownStatus,
  'not-taken': {lead: 'notTaken', currency: 'notCurrent'},
};

/** The name of the medicine: `withheld` when the Medication it names may not be shown. */
function readMedicine(
  resource: FhirResource,
  context: DecodeContext,
): {title?: string; inactive: boolean} | 'withheld' {
  const coded = get(resource, 'medicationCodeableConcept');
  const reference = get(resource, 'medicationReference');
  const own = conceptLabel(coded);
  if (!object(reference)) return {title: own, inactive: false};
  const found = context.resolve(reference, resource);
  if (!found) {
    const display = own ?? readable(get(reference, 'display'));
    return {title: display, inactive: false};
  }
  // A medicine entered by mistake cannot name a prescription; nor can one that may mean something else.
  if (gate(found) !== 'open') return 'withheld';
  const status = get(found, 'status');
  if (status !== undefined && status !== 'active' && status !== 'inactive') return 'withheld';
  const ingredients = objects(get(found, 'ingredient'))
    .map((each) => conceptLabel(each['itemCodeableConcept']))
    .filter((each) => each !== undefined)
    .join(', ');
  const title =
    own ??
    conceptLabel(get(found, 'code')) ??
    readable(get(reference, 'display')) ??
    (ingredients || undefined);
  return {title, inactive: status === 'inactive'};
}

const saysIfNeeded = /\b(?:if|when|as)\s+(?:needed|required|necessary)\b|\bprn\b/i;

/** One dosage, as short as a row needs. Undefined: nothing that can be said in few words. */
export function readDose(dosage: unknown): Dose | undefined {
  const words = clean(get(dosage, 'text')) ?? clean(get(dosage, 'patientInstruction'));
  const concept = get(dosage, 'asNeededCodeableConcept');
  const needed = object(concept)
    ? (conceptLabel(concept) ?? true)
    : boolean(get(dosage, 'asNeededBoolean'));
  const asNeeded = needed === false ? undefined : needed;
  if (words) {
    // 'Only when needed' is added to words that do not say it: without it they say something else.
    return {text: words, ...(asNeeded && !saysIfNeeded.test(words) && {asNeeded})};
  }
  const rate = objects(get(dosage, 'doseAndRate'))[0];
  const range = get(rate, 'doseRange');
  const given = get(rate, 'doseQuantity');
  if (hasUnknownComparator(given)) return undefined;
  const amount = readQuantity(given) ?? readQuantity(get(range, 'low'));
  const amountTo = readQuantity(get(range, 'high'));
  const repeat = object(get(get(dosage, 'timing'), 'repeat'));
  const unit = text(repeat?.['periodUnit']);
  const known = doseUnits.find((each): each is DoseUnit => each === unit);
  const times = number(repeat?.['frequency']);
  const timesTo = number(repeat?.['frequencyMax']);
  const period = number(repeat?.['period']);
  // A row leaves out what it cannot say whole, so that no half of a dosage stands for all of it.
  const special =
    repeat !== undefined &&
    ['periodMax', 'when', 'timeOfDay', 'dayOfWeek', 'offset', 'count'].some(
      (each) => repeat[each] !== undefined,
    );
  const often = !special && known !== undefined && times !== undefined && period !== undefined;
  if (!amount && !often && !asNeeded) return undefined;
  return {
    amount,
    ...(amountTo && amount && amountTo.unitKey === amount.unitKey && {amountTo}),
    ...(often && {times, period, unit: known, timesTo}),
    asNeeded,
  };
}

function dosePoints(resource: unknown, element: string): readonly Point[] {
  const dosages = list(get(resource, element));
  const points: Point[] = [];
  let more = 0;
  for (const dosage of dosages.slice(0, 50)) {
    const dose = readDose(dosage);
    if (!dose) continue;
    if (points.length < 3) points.push({type: 'dose', dose});
    else more += 1;
  }
  if (more > 0) points.push(point('moreDoses', {count: more}));
  return points;
}

/** What it is for, only where the record says so. */
function reasonPoint(resource: FhirResource, context: DecodeContext): Point | undefined {
  const coded = allLabels(get(resource, 'reasonCode'));
  if (coded) return pointOf('whatFor', coded);
  for (const reference of list(get(resource, 'reasonReference')).slice(0, 5)) {
    if (!object(reference)) continue;
    const found = context.resolve(reference, resource);
    // A reason entered by mistake, or ruled out, is no reason.
    if (found && gate(found) !== 'open') continue;
    const refuted = objects(get(get(found, 'verificationStatus'), 'coding')).some(
      (coding) => coding['code'] === 'refuted',
    );
    if (refuted) continue;
    const words = conceptLabel(get(found, 'code')) ?? readable(get(reference, 'display'));
    if (words) return pointOf('whatFor', words);
  }
  return undefined;
}

function medicineDraft(
  resource: FhirResource,
  context: DecodeContext,
  meanings: readonly Meaning[],
  dosage: string,
): Draft | 'withheld' {
  const medicine = readMedicine(resource, context);
  if (medicine === 'withheld') return 'withheld';
  // The first word that changes the meaning leads; none of the others may be lost.
  let currency: Currency = 'current';
  let lead: LeadKey | undefined;
  for (const meaning of meanings) {
    lead ??= meaning.lead;
    if (meaning.currency === 'notCurrent') currency = 'notCurrent';
    else if (meaning.currency === 'unknown' && currency === 'current') currency = 'unknown';
  }
  return {
    sort: 'medicine',
    lead,
    title: medicine.title,
    statuses: meanings.map((meaning) =>
      lead !== undefined && meaning.lead === lead ? undefined : meaning.status,
    ),
    currency,
    points: [
      ...meanings.flatMap((meaning) => (meaning.point ? [point(meaning.point)] : [])),
      ...dosePoints(resource, dosage),
      reasonPoint(resource, context),
      // Why it was stopped or not taken: of a medicine that goes on, it would say nothing clear.
      lead ? pointOf('reasonGiven', allLabels(get(resource, 'statusReason'))) : undefined,
      medicine.inactive ? point('medicineNotInUse') : undefined,
    ],
    visit: get(resource, 'encounter') ?? get(resource, 'context'),
  };
}

export const medicationRequest: Decoder = {
  kind: () => 'medicines',
  when: (resource) => firstDate(resource, 'authoredOn'),
  read(resource, context) {
    const status = statusOf(get(resource, 'status'), requestStatuses);
    const sentIntent = get(resource, 'intent');
    const intent = sentIntent === undefined ? {} : statusOf(sentIntent, intents);
    const avoid = get(resource, 'doNotPerform');
    if (!status || !intent) return 'withheld';
    if (avoid !== undefined && avoid !== null && typeof avoid !== 'boolean') return 'withheld';
    const forbidden: Meaning = avoid === true ? {lead: 'doNotTake', currency: 'notCurrent'} : {};
    // An order not to take it that is itself stopped, cancelled or only thought of cannot be said in one word.
    if (avoid === true && (status.lead ?? intent.lead)) return 'withheld';
    const draft = medicineDraft(
      resource,
      context,
      [forbidden, status, intent],
      'dosageInstruction',
    );
    if (draft === 'withheld') return draft;
    return {
      ...draft,
      sort: avoid === true ? 'medicine' : 'prescription',
      authors: [get(resource, 'requester'), get(resource, 'recorder')].filter((each) =>
        object(each),
      ),
      // `reportedBoolean` and `reportedReference` tell that it was not prescribed here.
      points: [
        ...(draft.points ?? []),
        get(resource, 'reportedBoolean') === true || object(get(resource, 'reportedReference'))
          ? point('secondHand')
          : undefined,
      ],
    };
  },
};

export const medicationStatement: Decoder = {
  kind: () => 'medicines',
  when: (resource) => firstDate(resource, 'dateAsserted', 'effectiveDateTime', 'effectivePeriod'),
  read(resource, context) {
    const status = statusOf(get(resource, 'status'), statementStatuses);
    if (!status) return 'withheld';
    const {until} = firstDate(resource, 'effectivePeriod');
    const over = until !== undefined && until.to <= (context.now ?? Date.now());
    // Said to be taken, with an end that has passed: which of them is true now, the record does not tell.
    const contradicted: Meaning =
      over && status.currency === 'current' ? {currency: 'unknown', status: 'statusUnknown'} : {};
    const draft = medicineDraft(resource, context, [status, contradicted], 'dosage');
    if (draft === 'withheld') return draft;
    return {
      ...draft,
      until,
      points: [...(draft.points ?? []), until ? point('endedOn', {date: until}) : undefined],
      authors: [get(resource, 'informationSource')].filter((each) => object(each)),
    };
  },
};
