/**
 * Whether a result is outside the range that came with it. The laboratory's own word comes first; without
 * one we judge only when exactly one range applies, in the value's own unit. We never use a range of our own.
 */
import {get, list, number, object, objects} from './fhir-json.js';
import {allLabels} from './all-labels.js';
import {clean, codesIn, conceptLabel, sameSystem} from './label.js';
import {hasUnknownComparator, readQuantity, type Quantity} from './quantity.js';

/**
 * What may be said of a result beside its range. `notJudged` has ranges that are only listed; `noRange` has
 * none; `other` is the laboratory's own word that is neither high nor low (`words`, or `code` for ours).
 */
export type Flag = 'high' | 'low' | 'outside' | 'within' | 'notJudged' | 'noRange' | 'other';

/** One range that came with a result. Numbers are in the range's own unit. */
export interface ReferenceRange {
  readonly low?: Quantity;
  readonly high?: Quantity;
  /** The range in the laboratory's words, when it sent words. */
  readonly text?: string;
  /** What kind of range it is (for example 'Therapeutic'), in the record's words; absent for the plain one. */
  readonly type?: string;
  /** Whom it is for (for example 'Female', '18 to 65 years'), in the record's words. */
  readonly appliesTo?: string;
  /** True when the type is absent or `normal`, and it is for everyone. */
  readonly plain: boolean;
}

/** Laboratory codes that are neither high nor low and that we put into words of our own. */
export const interpretationKeys = [
  'positive',
  'negative',
  'notClear',
  'detected',
  'notDetected',
  'reactive',
  'notReactive',
  'weaklyReactive',
  'tooHighToMeasure',
  'tooLowToMeasure',
  'resistant',
  'intermediate',
  'susceptible',
  'notSusceptible',
  'lower',
  'higher',
  'better',
  'worse',
  'expected',
  'unexpected',
  'inReview',
  'checkFailed',
] as const;
export type InterpretationKey = (typeof interpretationKeys)[number];

/** What may be said of one result. */
export interface Judgement {
  readonly flag: Flag;
  readonly ranges: readonly ReferenceRange[];
  /** The one range that the flag is said of: it never speaks against the flag. Absent when there is no such range. */
  readonly against?: ReferenceRange;
  /** The laboratory's own word, in its words, when it sent one. */
  readonly words?: string;
  /** The laboratory's code, for flag `other`, when it is one that we have words for. */
  readonly code?: InterpretationKey;
  /** True when the flag is the laboratory's own. */
  readonly fromLaboratory: boolean;
}

/** HL7 ObservationInterpretation, as R4, STU3 and HL7 v2 name it. */
const systems = [
  'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  'http://hl7.org/fhir/v3/ObservationInterpretation',
  'http://terminology.hl7.org/CodeSystem/v2-0078',
  'http://hl7.org/fhir/v2/0078',
];
/**
 * What each code of HL7 v3 ObservationInterpretation (R4) means here. `>` and `<` are 'off scale': what the machine
 * could measure, which is not the range given. `U`, `D`, `B` and `W` compare with an earlier result.
 */
const meaningOf: Readonly<Record<string, Flag | InterpretationKey>> = {
  H: 'high',
  HH: 'high',
  HU: 'high',
  'H>': 'high',
  HX: 'high',
  L: 'low',
  LL: 'low',
  LU: 'low',
  'L<': 'low',
  LX: 'low',
  A: 'outside',
  AA: 'outside',
  EX: 'outside',
  N: 'within',
  '>': 'tooHighToMeasure',
  '<': 'tooLowToMeasure',
  POS: 'positive',
  NEG: 'negative',
  IND: 'notClear',
  E: 'notClear',
  DET: 'detected',
  ND: 'notDetected',
  RR: 'reactive',
  NR: 'notReactive',
  WR: 'weaklyReactive',
  R: 'resistant',
  I: 'intermediate',
  S: 'susceptible',
  NS: 'notSusceptible',
  D: 'lower',
  U: 'higher',
  B: 'better',
  W: 'worse',
  EXP: 'expected',
  UNE: 'unexpected',
  HM: 'inReview',
  QCF: 'checkFailed',
};
const flagOrder: readonly string[] = ['high', 'low', 'outside', 'within'];
const rangeTypeSystem = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning';
const noRanges: readonly ReferenceRange[] = Object.freeze([]);

/** Reads the ranges of an Observation or one of its components. */
export function readRanges(json: unknown): readonly ReferenceRange[] {
  if (json === undefined) return noRanges;
  const ranges: ReferenceRange[] = [];
  for (const range of objects(json).slice(0, 50)) {
    const low = readLimit(range['low']);
    const high = readLimit(range['high']);
    const words = clean(range['text']);
    const type = object(range['type']);
    const appliesTo = list(range['appliesTo']);
    const age = object(range['age']);
    const isPlainType = !type || codesIn(type, rangeTypeSystem)[0] === 'normal';
    const typeWords = isPlainType ? undefined : conceptLabel(type);
    const appliesWords = allLabels(appliesTo);
    if (!low && !high && !words) continue;
    ranges.push({
      low,
      high,
      text: words,
      type: typeWords,
      appliesTo: appliesWords,
      plain: isPlainType && appliesTo.length === 0 && !age,
    });
  }
  return ranges.length > 0 ? ranges : noRanges;
}

/** A limit whose comparator we do not know is no limit. */
function readLimit(json: unknown): Quantity | undefined {
  return json === undefined || hasUnknownComparator(json) ? undefined : readQuantity(json);
}

/** Where a value, which may only be known as `<5`, stands to a range. Undefined: it cannot be told. */
function standing(value: Quantity, range: ReferenceRange): Flag | undefined {
  const {low, high} = range;
  if (!low && !high) return undefined;
  for (const limit of [low, high]) {
    if (!limit) continue;
    // A range without a unit is in the value's own: HL7 v2 OBX-7, from which most laboratory results come.
    if (limit.unitKey !== '' && limit.unitKey !== value.unitKey) return undefined;
    if (limit.comparator) return undefined;
  }
  if (low && high && low.value > high.value) return undefined;
  const {comparator} = value;
  // The true value lies between `least` and `most`; with `<` and `>` the end itself is left out.
  const least = comparator === '<' || comparator === '<=' ? -Infinity : value.value;
  const most = comparator === '>' || comparator === '>=' ? Infinity : value.value;
  if (low && (most < low.value || (most === low.value && comparator === '<'))) return 'low';
  if (high && (least > high.value || (least === high.value && comparator === '>'))) return 'high';
  const aboveLow = !low || least >= low.value;
  const belowHigh = !high || most <= high.value;
  return aboveLow && belowHigh ? 'within' : undefined;
}

/** What the laboratory's codes say: a flag, else one of our words for its code. A flag that warns comes first. */
function sentMeaning(sent: readonly unknown[]): {flag?: Flag; code?: InterpretationKey} {
  let best = flagOrder.length;
  let code: InterpretationKey | undefined;
  let opposite = false;
  /** Words or codes beside 'within' that do not say it. */
  let isOther = false;
  for (const concept of sent) {
    let isKnown = false;
    for (const coding of objects(get(concept, 'coding'))) {
      const sentCode = coding['code'];
      const system = coding['system'];
      if (typeof sentCode !== 'string' || !Object.hasOwn(meaningOf, sentCode)) continue;
      if (system !== undefined && !systems.some((known) => sameSystem(system, known))) continue;
      const meaning = meaningOf[sentCode];
      const at = flagOrder.indexOf(meaning ?? '');
      isKnown = true;
      if (at < 0) {
        code ??= meaning as InterpretationKey;
        continue;
      }
      if ((at === 0 && best === 1) || (at === 1 && best === 0)) opposite = true;
      best = Math.min(best, at);
    }
    isOther ||= !isKnown && conceptLabel(concept) !== undefined;
  }
  if (opposite) return {flag: 'outside'};
  const flag = flagOrder[best] as Flag | undefined;
  // 'Normal' beside 'Positive', or beside a word that we do not know, is not taken for 'as it should be'.
  return flag === 'within' && (code || isOther) ? {code} : {flag, code};
}

/**
 * Judges one Observation, or one component, by what came with it: `interpretation`, then `referenceRange`.
 */
export function judge(observation: unknown): Judgement {
  const ranges = readRanges(get(observation, 'referenceRange'));
  const sent = list(get(observation, 'interpretation'));
  if (sent.length > 0) {
    const {flag, code} = sentMeaning(sent);
    const isWithin = (concept: unknown): boolean => sentMeaning([concept]).flag === 'within';
    const words = allLabels(flag ? sent : sent.filter((concept) => !isWithin(concept)));
    const stands = standingToOnly(observation, ranges);
    const agrees =
      !stands?.flag || stands.flag === flag || (flag === 'outside' && stands.flag !== 'within');
    // 'Normal' outside its own range: which of them is right is not ours to say, and nothing is said to be fine.
    if (flag === 'within' && !agrees)
      return {flag: 'notJudged', ranges, fromLaboratory: true, words};
    // A word of the laboratory that we do not know is shown as it is, and nothing is judged in its place.
    return {
      flag: flag ?? (code || words ? 'other' : 'notJudged'),
      ranges,
      ...(flag && stands && agrees && {against: stands.range}),
      fromLaboratory: true,
      words,
      code,
    };
  }
  // A range without numbers or words that could be read is still a range: it is not said that there is none.
  if (ranges === noRanges) {
    const some = list(get(observation, 'referenceRange')).length > 0;
    return {flag: some ? 'notJudged' : 'noRange', ranges, fromLaboratory: false};
  }
  const stands = standingToOnly(observation, ranges);
  if (!stands?.flag) return {flag: 'notJudged', ranges, fromLaboratory: false};
  return {flag: stands.flag, ranges, against: stands.range, fromLaboratory: false};
}

/** Where a result stands to its range, when it has exactly one and that is plain. No flag: it cannot be told. */
function standingToOnly(
  observation: unknown,
  ranges: readonly ReferenceRange[],
): {readonly range: ReferenceRange; readonly flag: Flag | undefined} | undefined {
  const [range] = ranges;
  if (!range?.plain || list(get(observation, 'referenceRange')).length !== 1) return undefined;
  const value = readValueToJudge(observation);
  return {range, flag: value && standing(value, range)};
}

function readValueToJudge(observation: unknown): Quantity | undefined {
  const quantity = get(observation, 'valueQuantity');
  if (quantity !== undefined) {
    return hasUnknownComparator(quantity) ? undefined : readQuantity(quantity);
  }
  const whole = number(get(observation, 'valueInteger'));
  return whole === undefined ? undefined : {value: whole, unitKey: ''};
}
