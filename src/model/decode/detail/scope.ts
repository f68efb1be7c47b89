/**
 * What every detail decoder works with: the entry, what it may look up, and whether a part of it had to be
 * withheld. A nested element with a `modifierExtension` may mean something else than it says, and a quantity
 * with a comparator we do not know may be any number: both are left out and said to be left out.
 */
import type {Covers} from '../../covers.js';
import {
  codeSets,
  type CodeSet,
  type DetailItem,
  type DetailSection,
  type DetailValue,
  type Fact,
  type FactKey,
  type SectionKey,
  type Span,
  type ValueKey,
} from '../../detail.js';
import {parseFhirDate, type FhirDate} from '../../fhir-date.js';
import {
  boolean,
  get,
  list,
  number,
  object,
  objects,
  text,
  type FhirResource,
  type JsonObject,
} from '../../fhir-json.js';
import {clean, conceptLabel, hasCode, readable} from '../../label.js';
import {hasUnknownComparator, readQuantity, type Quantity} from '../../quantity.js';
import type {TimelineEntry} from '../../timeline.js';
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

/** The date of a resource's element, for notes and results. */
export function dateOf(json: unknown, ...names: readonly string[]): FhirDate | undefined {
  for (const name of names) {
    const date = parseFhirDate(get(json, name)) ?? parseFhirDate(get(get(json, name), 'start'));
    if (date) return date;
  }
  return undefined;
}
