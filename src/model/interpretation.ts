/**
 * Whether a result is outside the range that came with it. The laboratory's own word comes first; without
 * one we judge only when exactly one range applies, in the value's own unit. We never use a range of our own.
 */
import {get, number, object, objects, text} from './fhir-json.js';
import {codeIn, readable} from './label.js';
import {hasUnknownComparator, readQuantity, type Quantity} from './quantity.js';

/**
 * What may be said of a result beside its range. `notJudged` has ranges that are only listed; `noRange` has
 * none; `other` is the laboratory's own word that is neither high nor low (`judgement.words`).
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

/** What may be said of one result. */
export interface Judgement {
  readonly flag: Flag;
  readonly ranges: readonly ReferenceRange[];
  /** The one range the flag was judged against. Absent when the laboratory's word alone was used. */
  readonly against?: ReferenceRange;
  /** The laboratory's own word, in its words, when it sent one. */
  readonly words?: string;
  /** True when the flag is the laboratory's own. */
  readonly fromLaboratory: boolean;
}

/** HL7 v3 ObservationInterpretation: https://terminology.hl7.org/CodeSystem-v3-ObservationInterpretation.html */
const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const olderInterpretationSystem = 'http://hl7.org/fhir/v2/0078';
const flagOfCode: Readonly<Record<string, Flag>> = {
  H: 'high',
  HH: 'high',
  HU: 'high',
  '>': 'high',
  HX: 'high',
  L: 'low',
  LL: 'low',
  LU: 'low',
  '<': 'low',
  LX: 'low',
  A: 'outside',
  AA: 'outside',
  EX: 'outside',
  N: 'within',
};
const rangeTypeSystem = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning';

/** Reads the ranges of an Observation or one of its components. */
export function readRanges(json: unknown): readonly ReferenceRange[] {
  return objects(json).map((range) => {
    const low = readQuantity(range['low']);
    const high = readQuantity(range['high']);
    const words = readable(range['text']) ?? text(range['text']);
    const type = object(range['type']);
    const appliesTo = objects(range['appliesTo']);
    const typeWords =
      type &&
      (readable(get(type, 'text')) ?? readable(get(objects(get(type, 'coding'))[0], 'display')));
    const appliesWords = appliesTo
      .map(
        (concept) =>
          readable(get(concept, 'text')) ??
          readable(get(objects(get(concept, 'coding'))[0], 'display')),
      )
      .filter((found) => found !== undefined)
      .join(', ');
    const isPlainType = !type || codeIn(type, rangeTypeSystem) === 'normal';
    return {
      ...(low && {low}),
      ...(high && {high}),
      ...(words && {text: words}),
      ...(typeWords && !isPlainType && {type: typeWords}),
      ...(appliesWords && {appliesTo: appliesWords}),
      plain: isPlainType && appliesTo.length === 0 && range['age'] === undefined,
    };
  });
}

/** Where a value, which may only be known as `<5`, stands to a limit. Undefined: it cannot be told. */
function outsideOf(value: Quantity, range: ReferenceRange): Flag | undefined {
  const {low, high} = range;
  const unitsDiffer = [low, high].some(
    (limit) => limit && limit.unitKey !== '' && limit.unitKey !== value.unitKey,
  );
  if (unitsDiffer || (!low && !high) || low?.comparator || high?.comparator) return undefined;
  if (low && high && low.value > high.value) return undefined;
  const {comparator} = value;
  // The true value lies between `least` and `most`; an open end may not be reached.
  const least = comparator === '<' || comparator === '<=' ? -Infinity : value.value;
  const most = comparator === '>' || comparator === '>=' ? Infinity : value.value;
  if (low && (most < low.value || (most === low.value && comparator === '<'))) return 'low';
  if (high && (least > high.value || (least === high.value && comparator === '>'))) return 'high';
  const aboveLow = !low || least >= low.value;
  const belowHigh = !high || most <= high.value;
  return aboveLow && belowHigh ? 'within' : undefined;
}

/**
 * Judges one Observation, or one component, by what came with it: `interpretation`, then `referenceRange`.
 */
export function judge(observation: unknown): Judgement {
  const ranges = readRanges(get(observation, 'referenceRange'));
  const sent = objects(get(observation, 'interpretation'));
  for (const concept of sent) {
    const code =
      codeIn(concept, interpretationSystem) ?? codeIn(concept, olderInterpretationSystem);
    const flag = code === undefined ? undefined : flagOfCode[code];
    const words =
      readable(get(concept, 'text')) ??
      readable(get(objects(get(concept, 'coding'))[0], 'display'));
    if (flag) return {flag, ranges, fromLaboratory: true, ...(words && {words})};
  }
  if (sent.length > 0) {
    const words = sent
      .map(
        (concept) =>
          readable(get(concept, 'text')) ??
          readable(get(objects(get(concept, 'coding'))[0], 'display')),
      )
      .find((found) => found !== undefined);
    // The laboratory said something that we do not know: its word is shown, and nothing is judged in its place.
    return {
      flag: words ? 'other' : 'notJudged',
      ranges,
      fromLaboratory: true,
      ...(words && {words}),
    };
  }
  if (ranges.length === 0) return {flag: 'noRange', ranges, fromLaboratory: false};
  const quantityJson =
    get(observation, 'valueQuantity') ?? integerAsQuantity(get(observation, 'valueInteger'));
  const value = hasUnknownComparator(quantityJson) ? undefined : readQuantity(quantityJson);
  const only = ranges.length === 1 ? ranges[0] : undefined;
  const flag = value && only?.plain ? outsideOf(value, only) : undefined;
  if (!flag || !only) return {flag: 'notJudged', ranges, fromLaboratory: false};
  return {flag, ranges, against: only, fromLaboratory: false};
}

function integerAsQuantity(value: unknown): unknown {
  const found = number(value);
  return found === undefined ? undefined : {value: found};
}
