/** What was found: the values of an Observation, its components and its members. Lists, reports and charts share it. */
import {parseFhirDate} from '../fhir-date.js';
import {get, number, object, objects} from '../fhir-json.js';
import {judge} from '../interpretation.js';
import {clean, codesIn, conceptLabel, hasCode} from '../label.js';
import {readQuantity} from '../quantity.js';
import type {AbsentKey} from '../status.js';
import type {Finding, ResultValue} from '../timeline.js';
import type {Members} from './members.js';
import {isSafeValue, mostComponents} from './safe-value.js';
import {absentExtension, givenElement} from './unusual-value.js';

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
function absentPrimitive(holder: unknown, element: string): AbsentKey | undefined {
  const extension = absentExtension(holder, element);
  return extension && (absentFor(extension['valueCode']) ?? 'notRecorded');
}

const notShown: ResultValue = Object.freeze({type: 'absent', key: 'notShown'});

/**
 * The value of an Observation or a component. `unsafe`: something stands there that cannot be shown for what it is.
 * Undefined: nothing stands there, and nothing says why.
 */
export function readValue(json: unknown): ResultValue | 'unsafe' | undefined {
  if (!isSafeValue(json)) return 'unsafe';
  const holder = object(json);
  if (!holder) return undefined;
  const reason = holder['dataAbsentReason'];
  if (object(reason)) {
    const words = clean(get(reason, 'text'));
    const key = absentFor(codesIn(reason, absentReasonSystem)[0]);
    const label = words ?? (key ? undefined : conceptLabel(reason));
    return {type: 'absent', reason: label, key: key ?? 'notRecorded'};
  }
  const given = holder['valueQuantity'];
  if (given !== undefined) {
    const quantity = readQuantity(given);
    if (quantity) return {type: 'quantity', quantity};
    const key = absentPrimitive(given, 'value') ?? absentPrimitive(holder, 'valueQuantity');
    return {type: 'absent', key: key ?? 'notRecorded'};
  }
  const other = givenElement(holder);
  return other && readOther(holder, ...other);
}

/** A value that is no Quantity, and is what its type says. */
function readOther(holder: unknown, element: string, value: unknown): ResultValue {
  const part = (name: string): unknown => get(value, name);
  switch (element) {
    case 'valueCodeableConcept': {
      const words = conceptLabel(value) ?? textOfNumber(part('text'));
      return words ? {type: 'text', text: words} : notShown;
    }
    case 'valueString':
    case 'valueTime': {
      const words = clean(value);
      return words ? {type: 'text', text: words} : notShown;
    }
    case 'valueInteger': {
      const whole = number(value);
      return whole === undefined
        ? notShown
        : {type: 'quantity', quantity: {value: whole, unitKey: ''}};
    }
    case 'valueBoolean':
      return {type: 'boolean', value: value === true};
    case 'valueDateTime': {
      const date = parseFhirDate(value);
      return date ? {type: 'date', date} : notShown;
    }
    case 'valuePeriod':
      return {
        type: 'period',
        from: parseFhirDate(part('start')),
        until: parseFhirDate(part('end')),
      };
    case 'valueRange':
      return {type: 'range', low: readQuantity(part('low')), high: readQuantity(part('high'))};
    case 'valueRatio': {
      const numerator = readQuantity(part('numerator'));
      const denominator = readQuantity(part('denominator'));
      return numerator ? {type: 'ratio', numerator, denominator} : notShown;
    }
    default:
      // A primitive without a value that says why, or a trace, a picture, a type of another FHIR version.
      return element.startsWith('_')
        ? {type: 'absent', key: absentPrimitive(holder, element.slice(1)) ?? 'notRecorded'}
        : notShown;
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

/** What an Observation that is safe to show says: its own value first, then its components. */
export function findingsOf(observation: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const own = readValue(observation);
  const components = get(observation, 'component');
  if (own && own !== 'unsafe') findings.push({value: own, judgement: judge(observation)});
  if (components === undefined) return findings;
  let systolic: Finding | undefined;
  let diastolic: Finding | undefined;
  for (const component of objects(components).slice(0, mostComponents)) {
    const value = readValue(component);
    // `isSafeResult` has looked at them all; what it would refuse is not said here either.
    if (value === 'unsafe') continue;
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

/** What the results inside a report or panel say, each under its own name. */
export function findingsOfMembers(members: Members | undefined): readonly Finding[] {
  return (members?.shown ?? []).flatMap(({resource, meaning, reference}) => {
    const inside = findingsOf(resource);
    const title = conceptLabel(get(resource, 'code'));
    const isPanel = get(resource, 'hasMember') !== undefined;
    return (inside.length > 0 || isPanel ? inside : [withoutValue(resource)]).map((finding) => ({
      ...finding,
      name: finding.name ?? title,
      ...(meaning.lead && {lead: meaning.lead}),
      reference,
    }));
  });
}
