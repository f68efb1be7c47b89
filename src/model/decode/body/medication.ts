/** MedicationRequest and MedicationStatement: how much to take, and what for. */
import {
  boolean,
  get,
  list,
  number,
  object,
  objects,
  text,
  type FhirResource,
} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import {allLabels} from '../../all-labels.js';
import {clean, conceptLabel, readable} from '../../label.js';
import {hasUnknownComparator, readQuantity} from '../../quantity.js';
import {doseUnits, type DoseUnit, type PointKey} from '../../status.js';
import type {Dose, Point} from '../../timeline.js';
import type {DecodeContext, Head} from '../entry.js';
import {describe, readMedicine} from '../medication.js';
import {led, type Meaning} from '../meanings.js';
import {naming, point, pointOf} from './points.js';
import type {BodyReader, Given} from './reader.js';

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
    if (words) return pointOf('whatFor', words, naming(context, reference, resource));
  }
  return undefined;
}

/** Lines that both types share. */
function medicinePoints(
  {entry, resource, context}: Given,
  dosage: string,
): readonly (Point | undefined)[] {
  const medicine = readMedicine(resource, context);
  return [
    ...dosePoints(resource, dosage),
    reasonPoint(resource, context),
    // Why it was stopped or not taken: of a medicine that goes on, it would say nothing clear.
    entry.lead ? pointOf('reasonGiven', allLabels(get(resource, 'statusReason'))) : undefined,
    medicine !== 'withheld' && medicine.inactive ? point('medicineNotInUse') : undefined,
  ];
}

/** What an order says of the order that it comes from. R4 medicationrequest-intent. */
const orders: Readonly<Record<string, PointKey>> = {
  'original-order': 'originalOrder',
  'reflex-order': 'reflexOrder',
  'filler-order': 'fillerOrder',
  'instance-order': 'instanceOrder',
};

/** The head of an order not to take a medicine. */
export function readAvoided(
  head: Head,
  resource: FhirResource,
  context: DecodeContext,
  meanings: readonly Meaning[],
): 'withheld' | undefined {
  // Itself stopped, cancelled or only thought of, it cannot be said in one word.
  if (meanings.some(({lead}) => lead)) return 'withheld';
  head.sort = 'medicine';
  return describe(head, resource, context, [led('doNotTake'), ...meanings]);
}

export const medicationRequest: BodyReader = {
  points(given) {
    const {resource} = given;
    const intent = text(get(resource, 'intent')) ?? '';
    const key = Object.hasOwn(orders, intent) && orders[intent];
    // `reportedBoolean` and `reportedReference` tell that it was not prescribed here.
    const isReported =
      get(resource, 'reportedBoolean') === true || object(get(resource, 'reportedReference'));
    return [
      key ? point(key) : undefined,
      ...medicinePoints(given, 'dosageInstruction'),
      isReported ? point('secondHand') : undefined,
    ];
  },
  authors: (resource) =>
    [get(resource, 'requester'), get(resource, 'recorder')].filter((each) => object(each)),
};

export const medicationStatement: BodyReader = {
  points: (given) => [
    ...medicinePoints(given, 'dosage'),
    given.entry.until ? point('endedOn', {date: given.entry.until}) : undefined,
  ],
  authors: (resource) => [get(resource, 'informationSource')].filter((each) => object(each)),
};
