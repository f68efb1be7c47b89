/**
 * FHIR R4 Dosage and Timing: https://hl7.org/fhir/R4/dosage.html. The prescriber's own sentence comes first and
 * is never replaced by its parts; what limits it ('as needed', 'at most', 'from, until') is given beside it.
 */
import {
  eventTimings,
  timeUnits,
  timingCodes,
  type DetailItem,
  type DetailValue,
  type EventTiming,
  type Fact,
  type TimeUnit,
  type Timing,
} from '../../detail.js';
import {parseFhirDate} from '../../fhir-date.js';
import {get, list, number, object, objects, text, type JsonObject} from '../../fhir-json.js';
import {codesIn, conceptLabel} from '../../label.js';
import {
  conceptValues,
  fact,
  part,
  parts,
  periodValue,
  prose,
  quantityValue,
  rangeValue,
  ratioValue,
  saysAlready,
  span,
  words,
  type Maybe,
  type Scope,
} from './scope.js';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The value if it is one of a list. */
function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((item) => item === value);
}

/** Reads a Timing: how often and when. What binds it in time is `boundsOf`. */
export function readTiming(scope: Scope, json: unknown): Timing | undefined {
  const timing = part(scope, json);
  if (!timing) return undefined;
  const repeat = object(timing['repeat']) ?? {};
  const code = timing['code'];
  const sent = codesIn(code, 'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation')[0];
  const known = oneOf(timingCodes, sent);
  const label = conceptLabel(code);
  const isAbbreviation = label !== undefined && label === label.toUpperCase();
  const period = span(repeat['period'], repeat['periodMax']);
  const periodUnit = oneOf<TimeUnit>(timeUnits, repeat['periodUnit']);
  const times = span(repeat['frequency'], repeat['frequencyMax']);
  const lasting = span(repeat['duration'], repeat['durationMax']);
  const lastingUnit = oneOf<TimeUnit>(timeUnits, repeat['durationUnit']);
  const count = span(repeat['count'], repeat['countMax']);
  const offset = number(repeat['offset']);
  const when = list(repeat['when']).flatMap((item) => oneOf<EventTiming>(eventTimings, item) ?? []);
  const weekdays = list(repeat['dayOfWeek'])
    .map((day) => days.indexOf(String(day)))
    .filter((day) => day >= 0);
  const clock = list(repeat['timeOfDay']).flatMap((time) => {
    const found = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text(time) ?? '');
    return found ? [{hour: Number(found[1]), minute: Number(found[2])}] : [];
  });
  const events = list(timing['event']).flatMap((event) => parseFhirDate(event) ?? []);
  const isSaid =
    (times ?? period ?? count ?? lasting) ||
    when.length + weekdays.length + clock.length + events.length > 0;
  if (!isSaid && !known && (!label || isAbbreviation)) return undefined;
  return {
    // A code that the parts already spell out would be said twice.
    ...(known && !isSaid && {code: known}),
    ...(label && !known && !isAbbreviation && {text: label}),
    ...(times && {times}),
    ...(period && periodUnit && {period, periodUnit}),
    when,
    ...(offset !== undefined && {offset}),
    weekdays,
    clock,
    ...(lasting && lastingUnit && {lasting, lastingUnit}),
    ...(count && {count}),
    events,
  };
}

/** A Timing as a value, when it says anything. */
export function timingValue(scope: Scope, json: unknown): Maybe {
  const timing = readTiming(scope, json);
  if (timing) return {type: 'timing', timing};
  // A code that nobody has words for is not shown, and not passed over in silence either.
  return !!part(scope, json) && object(get(json, 'code')) !== undefined && words('unknownCode');
}

/** What binds a Timing in time: dates, or a length. */
export function boundsOf(scope: Scope, timing: unknown): readonly Maybe[] {
  const repeat = get(timing, 'repeat');
  return [
    periodValue(get(repeat, 'boundsPeriod')),
    quantityValue(scope, get(repeat, 'boundsDuration')),
    rangeValue(scope, get(repeat, 'boundsRange')),
  ];
}

/** 'As needed', and what for. */
function asNeeded(dosage: JsonObject, sentence: string | undefined): Maybe {
  const reason = conceptLabel(dosage['asNeededCodeableConcept']);
  if (reason) {
    return saysAlready(sentence, reason)
      ? {type: 'words', key: 'asNeeded'}
      : {type: 'words', key: 'asNeeded', text: reason};
  }
  const isNeeded = object(dosage['asNeededCodeableConcept']) ?? dosage['asNeededBoolean'];
  if (isNeeded === false) return undefined;
  return !!isNeeded && words('asNeeded');
}

/** The doses and rates of a Dosage, each with its type ('Ordered', 'Calculated') when the record names it. */
function doses(scope: Scope, dosage: JsonObject): readonly Fact[] {
  const found = objects(dosage['doseAndRate']);
  const dose = found.flatMap((item) => [
    quantityValue(scope, item['doseQuantity']),
    rangeValue(scope, item['doseRange']),
  ]);
  const rate = found.flatMap((item) => [
    ratioValue(scope, item['rateRatio']),
    rangeValue(scope, item['rateRange']),
    quantityValue(scope, item['rateQuantity']),
  ]);
  return [...fact('dose', dose), ...fact('rate', rate)];
}

/** One Dosage as rows. */
function dosageFacts(scope: Scope, dosage: JsonObject): readonly Fact[] {
  const sentence = prose(dosage['text']);
  const instructions = [
    prose(dosage['patientInstruction']),
    ...objects(dosage['additionalInstruction']).map(conceptLabel),
  ].filter((item) => item !== undefined && !saysAlready(sentence, item));
  const timing = part(scope, dosage['timing']);
  const ways = sentence
    ? []
    : [
        ...doses(scope, dosage),
        ...fact('howOften', timingValue(scope, timing)),
        ...fact('route', conceptValues(dosage['route'])),
        ...fact('method', conceptValues(dosage['method'])),
        ...fact('bodySite', conceptValues(dosage['site'])),
      ];
  return [
    ...fact('asWritten', sentence !== undefined && {type: 'text', text: sentence}),
    ...ways,
    ...fact('onlyWhen', asNeeded(dosage, sentence)),
    ...fact('howLong', boundsOf(scope, timing)),
    ...fact('most', ratioValue(scope, dosage['maxDosePerPeriod'])),
    ...fact('mostEach', quantityValue(scope, dosage['maxDosePerAdministration'])),
    ...fact('mostEver', quantityValue(scope, dosage['maxDosePerLifetime'])),
    ...fact(
      'instructions',
      instructions.map((item) => item !== undefined && ({type: 'text', text: item} as DetailValue)),
    ),
  ];
}

/** All Dosages of a medicine, in their own order (`sequence`), each an item of its own. */
export function dosageItems(scope: Scope, json: unknown): readonly DetailItem[] {
  const sequence = (dosage: JsonObject) => number(dosage['sequence']) ?? Number.MAX_SAFE_INTEGER;
  return [...parts(scope, json)]
    .sort((a, b) => sequence(a) - sequence(b))
    .map((dosage) => ({facts: dosageFacts(scope, dosage)}));
}
