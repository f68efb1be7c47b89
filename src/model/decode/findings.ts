/** What was found: the values of an Observation, its components and its members. Lists, reports and charts share it. */
import {parseFhirDate} from '../fhir-date.js';
import {
  boolean,
  get,
  list,
  number,
  object,
  objects,
  referenceTo,
  type FhirResource,
} from '../fhir-json.js';
import {gate} from '../gate.js';
import {judge} from '../interpretation.js';
import {clean, codeIn, conceptLabel, hasCode} from '../label.js';
import {hasUnknownComparator, readQuantity} from '../quantity.js';
import type {AbsentKey, StatusKey} from '../status.js';
import type {Finding, ResultValue} from '../timeline.js';
import {statusOf, unknownStatus, type DecodeContext, type Meanings} from './entry.js';

/** R4 observation-status and diagnostic-report-status, without entered-in-error. */
export const resultStatuses: Meanings = {
  registered: {lead: 'waitingForResult'},
  preliminary: {status: 'notFinal'},
  partial: {status: 'partial'},
  final: {},
  amended: {status: 'changed', point: 'changedOn'},
  corrected: {status: 'corrected', point: 'correctedOn'},
  appended: {status: 'addedTo'},
  cancelled: {lead: 'cancelled'},
  unknown: unknownStatus,
};

const absentReasonUrl = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const absentReasonSystem = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/**
 * HL7 data-absent-reason. `masked` and `not-permitted` say no more than that nothing is shown: what is held back must
 * leave no trace.
 */
const absentKeyOf: Readonly<Record<string, AbsentKey>> = {
  unknown: 'notKnown',
  'asked-unknown': 'notKnown',
  'temp-unknown': 'notKnown',
  'not-asked': 'notAsked',
  'asked-declined': 'notAnswered',
  masked: 'notRecorded',
  'not-permitted': 'notRecorded',
  'not-applicable': 'notApplicable',
  unsupported: 'notShown',
  'as-text': 'notShown',
  error: 'error',
  'not-a-number': 'notANumber',
  'negative-infinity': 'tooLow',
  'positive-infinity': 'tooHigh',
  'not-performed': 'notDone',
};

function absentFor(code: unknown): AbsentKey | undefined {
  return typeof code === 'string' && Object.hasOwn(absentKeyOf, code)
    ? absentKeyOf[code]
    : undefined;
}

/** Why one primitive element has no value (`_element`, or an extension inside a Quantity). */
export function absentPrimitive(holder: unknown, element: string): AbsentKey | undefined {
  for (const extension of objects(get(get(holder, `_${element}`), 'extension'))) {
    if (extension['url'] === absentReasonUrl) {
      return absentFor(extension['valueCode']) ?? 'notRecorded';
    }
  }
  return undefined;
}

const notShown: ResultValue = Object.freeze({type: 'absent', key: 'notShown'});

/**
 * The value of an Observation or a component. `unsafe`: something stands there that cannot be shown for what it is.
 * Undefined: nothing stands there, and nothing says why.
 */
export function readValue(json: unknown): ResultValue | 'unsafe' | undefined {
  const found = readGivenValue(json);
  const reason = get(json, 'dataAbsentReason');
  if (object(reason)) {
    // FHIR forbids a value and a reason for having none: which of them is true cannot be told.
    if (found !== undefined) return 'unsafe';
    const words = clean(get(reason, 'text'));
    const key = absentFor(codeIn(reason, absentReasonSystem));
    const label = words ?? (key ? undefined : conceptLabel(reason));
    return {type: 'absent', reason: label, key: key ?? 'notRecorded'};
  }
  return found;
}

function readGivenValue(json: unknown): ResultValue | 'unsafe' | undefined {
  const holder = object(json);
  if (!holder) return undefined;
  const given = holder['valueQuantity'];
  if (given !== undefined) {
    const quantity = readQuantity(given);
    if (hasUnknownComparator(given)) return 'unsafe';
    if (quantity) return {type: 'quantity', quantity};
    const key = absentPrimitive(given, 'value') ?? absentPrimitive(holder, 'valueQuantity');
    if (key) return {type: 'absent', key};
    return get(given, 'value') === undefined && object(given)
      ? {type: 'absent', key: 'notRecorded'}
      : 'unsafe';
  }
  for (const element of Object.keys(holder)) {
    if (!element.startsWith('value') && !element.startsWith('_value')) continue;
    const value = holder[element];
    if (value === undefined || value === null) continue;
    if (element.startsWith('_')) {
      const key = absentPrimitive(holder, element.slice(1));
      if (key && holder[element.slice(1)] === undefined) return {type: 'absent', key};
      continue;
    }
    return readOther(element, value);
  }
  return undefined;
}

/** A value that is no Quantity. A wrong JSON type is no value that can be shown. */
function readOther(element: string, value: unknown): ResultValue | 'unsafe' {
  switch (element) {
    case 'valueCodeableConcept': {
      if (!object(value)) return 'unsafe';
      const words = conceptLabel(value) ?? textOfNumber(get(value, 'text'));
      return words ? {type: 'text', text: words} : notShown;
    }
    case 'valueString':
    case 'valueTime': {
      if (typeof value !== 'string') return 'unsafe';
      const words = clean(value);
      return words ? {type: 'text', text: words} : notShown;
    }
    case 'valueInteger': {
      const whole = number(value);
      return whole === undefined
        ? 'unsafe'
        : {type: 'quantity', quantity: {value: whole, unitKey: ''}};
    }
    case 'valueBoolean': {
      const yes = boolean(value);
      return yes === undefined ? 'unsafe' : {type: 'boolean', value: yes};
    }
    case 'valueDateTime': {
      const date = parseFhirDate(value);
      return date ? {type: 'date', date} : 'unsafe';
    }
    case 'valuePeriod': {
      const from = parseFhirDate(get(value, 'start'));
      const until = parseFhirDate(get(value, 'end'));
      return from || until ? {type: 'period', from, until} : 'unsafe';
    }
    case 'valueRange': {
      const low = readQuantity(get(value, 'low'));
      const high = readQuantity(get(value, 'high'));
      const odd =
        hasUnknownComparator(get(value, 'low')) || hasUnknownComparator(get(value, 'high'));
      return (low ?? high) && !odd ? {type: 'range', low, high} : 'unsafe';
    }
    case 'valueRatio': {
      const numerator = readQuantity(get(value, 'numerator'));
      const denominator = readQuantity(get(value, 'denominator'));
      const odd =
        hasUnknownComparator(get(value, 'numerator')) ||
        hasUnknownComparator(get(value, 'denominator'));
      return numerator && !odd && (denominator !== undefined || !get(value, 'denominator'))
        ? {type: 'ratio', numerator, denominator}
        : 'unsafe';
    }
    // A trace, a picture or a type of another FHIR version: there is a value, and we have no words for it.
    default:
      return notShown;
  }
}

/** The text of a coded value may be a number alone, such as a score: that is a value and no code. */
function textOfNumber(value: unknown): string | undefined {
  const words = clean(value);
  return words && words.length <= 6 && /^\d+(?:\.\d+)?$/.test(words) ? words : undefined;
}

const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';

function isSystolic(code: unknown): boolean {
  return hasCode(code, loinc, '8480-6') || hasCode(code, snomed, '271649006', '72313002');
}

function isDiastolic(code: unknown): boolean {
  return hasCode(code, loinc, '8462-4') || hasCode(code, snomed, '1091811000000102');
}

/** What an Observation says: its own value first, then its components. `unsafe`: it may not be shown. */
export function findingsOf(observation: unknown): readonly Finding[] | 'unsafe' {
  const findings: Finding[] = [];
  const own = readValue(observation);
  if (own === 'unsafe') return 'unsafe';
  const components = get(observation, 'component');
  if (own) findings.push({value: own, judgement: judge(observation)});
  if (components === undefined) return findings;
  let systolic: Finding | undefined;
  let diastolic: Finding | undefined;
  for (const component of objects(components).slice(0, 200)) {
    const value = readValue(component);
    if (value === 'unsafe') return 'unsafe';
    const code = component['code'];
    const name = conceptLabel(code);
    const finding: Finding = {
      name,
      value: value ?? {type: 'absent', key: 'notRecorded'},
      judgement: judge(component),
    };
    findings.push(finding);
    if (isSystolic(code)) systolic ??= finding;
    else if (isDiastolic(code)) diastolic ??= finding;
  }
  const pair = bloodPressure(systolic, diastolic, own === undefined ? observation : undefined);
  if (!pair) return findings;
  return findings.flatMap((each) =>
    each === systolic ? [pair] : each === diastolic ? [] : [each],
  );
}

/**
 * 138 and 82 as one reading, 138/82: only when both are plain numbers in one unit and the same may be said of both.
 * What the laboratory or clinic said of the whole reading is said of the pair.
 */
function bloodPressure(
  systolic: Finding | undefined,
  diastolic: Finding | undefined,
  whole: unknown,
): Finding | undefined {
  if (systolic?.value.type !== 'quantity' || diastolic?.value.type !== 'quantity') return undefined;
  const upper = systolic.value.quantity;
  const lower = diastolic.value.quantity;
  if (upper.comparator ?? lower.comparator) return undefined;
  if (upper.unitKey !== lower.unitKey) return undefined;
  const own = judge(whole);
  let {judgement} = systolic;
  if (judgement.flag !== diastolic.judgement.flag) return undefined;
  // One flag for two ranges: the ranges are told apart only in the opened entry.
  if (judgement.flag === 'noRange') judgement = own;
  else if (own.fromLaboratory && own.flag !== judgement.flag) return undefined;
  else if (judgement.flag === 'other') return undefined;
  return {value: systolic.value, second: diastolic.value, judgement};
}

/**
 * An Observation that says nothing of a value. A laboratory test or a vital sign should have one; of others the name
 * may say all, as UK general practice records findings ('Breathing room air').
 */
export function withoutValue(observation: unknown): Finding {
  const expected = hasCode(
    get(observation, 'category'),
    'http://terminology.hl7.org/CodeSystem/observation-category',
    'laboratory',
    'vital-signs',
  );
  return {
    value: {type: 'absent', key: expected ? 'notRecorded' : 'noValue'},
    judgement: judge(observation),
  };
}

/** Results inside a report or panel. */
export interface Members {
  readonly findings: readonly Finding[];
  /** References of every result named, loaded or not. */
  readonly parts: readonly string[];
  /** Tags that results inside carry, and that the whole must carry too. */
  readonly statuses: readonly StatusKey[];
  /** How many were at hand and could not be shown safely. */
  readonly unsafe: number;
  /** True when each named result was at hand. */
  readonly complete: boolean;
}

/** More results than this in one report are not a report of a person. */
const mostMembers = 500;

/** Reads the results that `result` or `hasMember` names, and those inside them. */
export function readMembers(
  references: unknown,
  within: FhirResource,
  context: DecodeContext,
): Members {
  const findings: Finding[] = [];
  const parts: string[] = [];
  const statuses: StatusKey[] = [];
  let unsafe = 0;
  let complete = true;
  const seen = new Set<unknown>([within]);
  const waiting: {reference: unknown; within: FhirResource}[] = [];
  const enqueue = (items: unknown, from: FhirResource) => {
    for (const reference of list(items).slice(0, mostMembers)) {
      waiting.push({reference, within: from});
    }
  };
  enqueue(references, within);
  for (let at = 0; at < waiting.length && at < mostMembers; at += 1) {
    const next = waiting[at];
    if (!next) break;
    const found = context.resolve(next.reference, next.within);
    const sent = get(next.reference, 'reference');
    const contained = typeof sent === 'string' && sent.startsWith('#');
    const named = (found && referenceTo(found)) ?? sent;
    if (typeof named === 'string' && !contained && !parts.includes(named)) parts.push(named);
    if (!found) {
      complete = false;
      continue;
    }
    if (seen.has(found)) continue;
    seen.add(found);
    const answer = gate(found);
    if (answer === 'excluded') continue;
    const meaning = statusOf(get(found, 'status'), resultStatuses);
    const inside = answer === 'open' && meaning ? findingsOf(found) : 'unsafe';
    if (inside === 'unsafe' || found.resourceType !== 'Observation') {
      unsafe += 1;
      continue;
    }
    const members = get(found, 'hasMember');
    if (members !== undefined) enqueue(members, found);
    if (meaning?.status && !statuses.includes(meaning.status)) statuses.push(meaning.status);
    const title = conceptLabel(get(found, 'code'));
    const reference = contained ? undefined : referenceTo(found);
    const shown = inside.length > 0 || members !== undefined ? inside : [withoutValue(found)];
    for (const finding of shown) {
      const name = finding.name ?? title;
      findings.push({
        ...finding,
        name,
        ...(meaning?.lead && {lead: meaning.lead}),
        reference,
      });
    }
  }
  if (waiting.length > mostMembers) complete = false;
  return {findings, parts, statuses, unsafe, complete};
}
