/**
 * What every detail decoder works with: the entry, what it may look up, and whether a part of it had to be
 * withheld. A nested element with a `modifierExtension` may mean something else than it says, and a quantity
 * with a comparator we do not know may be any number: both are left out and said to be left out.
 */
import type {
  CodeSet,
  DetailItem,
  DetailSection,
  DetailValue,
  Fact,
  FactKey,
  SectionKey,
  Span,
  ValueKey,
} from '../../detail.js';
import type {Covers} from '../../covers.js';
import {codeSets} from '../../detail.js';
import {parseFhirDate, type FhirDate} from '../../fhir-date.js';
import {
  boolean,
  get,
  list,
  number,
  object,
  objects,
  referenceTo,
  text,
  type FhirResource,
  type JsonObject,
} from '../../fhir-json.js';
import {clean, conceptLabel, hasCode, readable} from '../../label.js';
import {hasUnknownComparator, readQuantity, type Quantity} from '../../quantity.js';
import type {TimelineEntry} from '../../timeline.js';
import {gate} from '../../gate.js';
import type {DecodeContext} from '../entry.js';

/** One decoding of one entry. */
export interface Scope {
  readonly context: DecodeContext;
  readonly resource: FhirResource;
  readonly entry: TimelineEntry;
  /** Set when a part was left out because it could not be shown safely. */
  withheld: boolean;
  /** What is covered on this screen, if anything may be. */
  readonly covers?: Covers | undefined;
}

/** In place of what is covered. */
export const covered: DetailValue = Object.freeze({type: 'words', key: 'covered'});

/** A value that may be missing. */
export type Maybe = DetailValue | undefined | false;

/** The elements of a repeating BackboneElement that may be shown. */
export function parts(scope: Scope, json: unknown): readonly JsonObject[] {
  return objects(json).filter((item) => {
    const safe = list(item['modifierExtension']).length === 0;
    if (!safe) scope.withheld = true;
    return safe;
  });
}

/** One BackboneElement, if it may be shown. */
export function part(scope: Scope, json: unknown): JsonObject | undefined {
  return parts(scope, object(json))[0];
}

/** A row, unless there is nothing to put in it. Values that say the same are given once. */
export function fact(key: FactKey, ...values: readonly (Maybe | readonly Maybe[])[]): Fact[] {
  const seen = new Set<string>();
  const found = values.flat().filter((value): value is DetailValue => {
    if (!value) return false;
    const same = JSON.stringify(value);
    if (seen.has(same)) return false;
    seen.add(same);
    return true;
  });
  return found.length > 0 ? [{key, values: found}] : [];
}

/** A section, unless it is empty. */
export function section(
  key: SectionKey,
  facts: readonly Fact[],
  items: readonly DetailItem[] = [],
  notes: DetailSection['notes'] = [],
): DetailSection[] {
  const shown = items.filter((item) => item.title || item.lead || item.facts.length > 0);
  return facts.length + shown.length + notes.length > 0 ? [{key, facts, items: shown, notes}] : [];
}

/** A longer text of the record, each line made safe to draw, with its line breaks. */
export function prose(value: unknown): string | undefined {
  // What may not be drawn as a whole (struck-out words, for example) is not made readable by cutting it up.
  if (clean(value) === undefined) return undefined;
  const lines = text(value)
    ?.split(/\r?\n|\r/)
    .map((line) => clean(line) ?? '');
  const words = lines
    ?.join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return words === '' ? undefined : words;
}

/** Words of the record as a value. */
export function textValue(value: unknown): Maybe {
  const words = prose(value);
  return words !== undefined && {type: 'text', text: words};
}

/** Short words of the record as a value; codes, ids and addresses are none. */
export function shortValue(value: unknown): Maybe {
  const words = readable(value);
  return words !== undefined && {type: 'text', text: words};
}

/** What a CodeableConcept, or each of a list of them, says. */
export function conceptValues(json: unknown): readonly Maybe[] {
  return objects(json).map((concept) => {
    const words = conceptLabel(concept);
    return words !== undefined && {type: 'text', text: words};
  });
}

/** A code of a required value set, in our words. Codes outside the set are said to be unknown to us. */
export function codeValue(set: CodeSet, json: unknown): Maybe {
  const code = text(json);
  if (code === undefined || code === 'entered-in-error') return undefined;
  return (codeSets[set] as readonly string[]).includes(code)
    ? {type: 'code', set, code}
    : {type: 'words', key: 'unknownCode'};
}

/** The code of a CodeableConcept that stands for one of a set, in our words; else what the concept says. */
export function conceptCode(set: CodeSet, system: string, json: unknown): Maybe {
  if (!object(json)) return undefined;
  const code = codeSets[set].find((known) => hasCode(json, system, known));
  return code ? {type: 'code', set, code} : (conceptValues(json)[0] ?? undefined);
}

/** Words of ours as a value. */
export function words(key: ValueKey): DetailValue {
  return {type: 'words', key};
}

/** 'Yes' or 'No', when the record says. */
export function yesNo(json: unknown): Maybe {
  const said = boolean(json);
  return said !== undefined && {type: 'boolean', value: said};
}

/** A date as recorded. */
export function dateValue(json: unknown): Maybe {
  const date = parseFhirDate(json);
  return date && {type: 'date', date};
}

/** A Period as recorded. */
export function periodValue(json: unknown): Maybe {
  const from = parseFhirDate(get(json, 'start'));
  const until = parseFhirDate(get(json, 'end'));
  return (from ?? until) && {type: 'period', ...(from && {from}), ...(until && {until})};
}

/** A Quantity that is safe to show as it stands. */
export function quantity(scope: Scope, json: unknown): Quantity | undefined {
  if (hasUnknownComparator(json)) {
    scope.withheld = true;
    return undefined;
  }
  return readQuantity(json);
}

/** A Quantity as a value. */
export function quantityValue(scope: Scope, json: unknown): Maybe {
  const found = quantity(scope, json);
  return found && {type: 'quantity', quantity: found};
}

/** A Range as a value. */
export function rangeValue(scope: Scope, json: unknown): Maybe {
  const low = quantity(scope, get(json, 'low'));
  const high = quantity(scope, get(json, 'high'));
  return (low ?? high) && {type: 'range', ...(low && {low}), ...(high && {high})};
}

/** A Ratio as a value. */
export function ratioValue(scope: Scope, json: unknown): Maybe {
  const numerator = quantity(scope, get(json, 'numerator'));
  const denominator = quantity(scope, get(json, 'denominator'));
  return numerator && {type: 'ratio', numerator, ...(denominator && {denominator})};
}

/** From one whole number to another. */
export function span(from: unknown, to: unknown): Span | undefined {
  const first = number(from);
  const last = number(to);
  if (first === undefined) return undefined;
  return {from: first, ...(last !== undefined && last !== first && {to: last})};
}

/**
 * What a choice element such as `onset[x]` says, whichever of its types was sent: dateTime, date, Period, Age,
 * Quantity, Duration, Range, Ratio, string, boolean, integer, CodeableConcept.
 */
export function choice(scope: Scope, json: unknown, name: string): readonly Maybe[] {
  const at = (type: string) => get(json, name + type);
  return [
    dateValue(at('DateTime')),
    dateValue(at('Date')),
    periodValue(at('Period')),
    quantityValue(scope, at('Age')),
    quantityValue(scope, at('Quantity')),
    quantityValue(scope, at('Duration')),
    rangeValue(scope, at('Range')),
    ratioValue(scope, at('Ratio')),
    textValue(at('String')),
    yesNo(at('Boolean')),
    countValue(at('Integer')),
    countValue(at('PositiveInt')),
    ...conceptValues(at('CodeableConcept')),
  ];
}

/** A whole number as a value. */
export function countValue(json: unknown): Maybe {
  const count = number(json);
  return count !== undefined && {type: 'count', count: {from: count}};
}

/** Joined text of what one value says, for comparing; only for words of the record. */
export function saysAlready(whole: string | undefined, detail: string): boolean {
  return whole?.toLowerCase().includes(detail.toLowerCase()) ?? false;
}

/** What a Reference is to the entry: another entry of the record, a result inside it, or who and where. */
export type Role = 'entry' | 'inside' | 'party';

/**
 * True when what a Reference leads to is covered on this screen. What cannot be read cannot be judged, so the words
 * beside such a reference are not taken for it: they may name just what is covered. Two things are not judged by what
 * they lead to: words that lead nowhere, which are the entry's own, and who wrote an entry and where, which is a part
 * of it whether or not the resource of that person or place can be read.
 */
export function isCovered(
  {covers, context}: Scope,
  reference: unknown,
  resource: FhirResource | undefined,
  role: Role,
): boolean {
  if (!covers) return false;
  const target = text(get(reference, 'reference'));
  if (!resource && (role === 'party' || (!target && get(reference, 'identifier') === undefined))) {
    return false;
  }
  const meta = get(resource, 'meta');
  const recorded = Date.parse(text(get(meta, 'lastUpdated')) ?? '');
  const isContained = target?.startsWith('#') ?? false;
  return covers({
    reference: target && !isContained ? (context.local?.(target) ?? target) : undefined,
    labels: resource && labelsOf(resource),
    recorded: Number.isFinite(recorded) ? recorded : undefined,
    isInside: role === 'inside' || (isContained && resource !== undefined),
  });
}

/** Codes of the security labels of a resource. */
export function labelsOf(resource: FhirResource): readonly string[] {
  return objects(get(get(resource, 'meta'), 'security')).flatMap(
    (coding) => text(coding['code']) ?? [],
  );
}

/**
 * A resource that a Reference leads to, if it may be shown: not entered in error, about this person when it is
 * about anybody, and without modifiers that we do not know. `unsafe` tells that there was one we must not show;
 * `isCovered`, that it is only covered on this screen.
 */
export function follow(
  scope: Scope,
  reference: unknown,
  role: Role = 'entry',
): {readonly resource?: FhirResource; readonly unsafe?: boolean; readonly isCovered?: boolean} {
  const resource = scope.context.resolve(reference, scope.resource);
  if (isCovered(scope, reference, resource, role)) return {unsafe: true, isCovered: true};
  if (!resource) return {};
  const json: unknown = resource;
  const answer = gate(resource);
  // An error is as if it had never been written: nothing is said to be missing. The gate knows no goals.
  if (answer === 'excluded' || get(json, 'lifecycleStatus') === 'entered-in-error') {
    return {unsafe: true};
  }
  if (isOfAnother(scope, resource) || answer === 'withheld') {
    scope.withheld = true;
    return {unsafe: true};
  }
  return {resource};
}

/** True when a resource says that it is about somebody else. */
export function isOfAnother({context}: Scope, resource: FhirResource): boolean {
  const subject = get(resource, 'subject') ?? get(resource, 'patient');
  return (
    object(subject) !== undefined &&
    text(get(subject, 'reference')) !== undefined &&
    resource.resourceType !== 'Device' &&
    resource.resourceType !== 'RelatedPerson' &&
    !context.isPatient(subject)
  );
}

/** The reference of a resource, or the one it was asked for with. */
export function referenceOf(resource: FhirResource, asked: unknown): string | undefined {
  return referenceTo(resource) ?? text(get(asked, 'reference'));
}

/** The date of a resource's element, for notes and results. */
export function dateOf(json: unknown, ...names: readonly string[]): FhirDate | undefined {
  for (const name of names) {
    const date = parseFhirDate(get(json, name)) ?? parseFhirDate(get(get(json, name), 'start'));
    if (date) return date;
  }
  return undefined;
}
