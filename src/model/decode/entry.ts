/** What every decoder of a resource type has in common: its shape, its dates, its statuses. */
import {parseFhirDate, type FhirDate} from '../fhir-date.js';
import {get, list, objects, text, type FhirResource} from '../fhir-json.js';
import {clean} from '../label.js';
import type {RecordKind} from '../record-kind.js';
import type {EntryKey, LeadKey, PointKey, StatementKey, StatusKey} from '../status.js';
import type {Currency, Point, PointValues} from '../timeline.js';

/** What a decoder may ask about the rest of a record. */
export interface DecodeContext {
  /** The key of the source. */
  readonly source: string;
  /** The time now, in milliseconds since 1970, for ends that lie in the future. The clock of the device when absent. */
  readonly now?: number;
  /** True when a Reference is to the person whose record this is. */
  isPatient(reference: unknown): boolean;
  /** The resource a Reference leads to, if it is at hand: contained in `within`, or included in an answer. */
  resolve(reference: unknown, within: FhirResource): FhirResource | undefined;
  /** Provenance resources whose target is this reference. */
  provenance(reference: string): readonly FhirResource[];
}

/** When something was, and the FHIR element that says so. */
export interface When {
  readonly date?: FhirDate;
  readonly element?: string;
  readonly until?: FhirDate;
}

/** What a decoder finds in a resource; the rest of an entry is the same for all types. */
export interface Draft {
  readonly sort: EntryKey;
  readonly lead?: LeadKey | undefined;
  readonly title?: string | undefined;
  readonly statement?: StatementKey | undefined;
  readonly statuses?: readonly (StatusKey | undefined)[];
  readonly points?: readonly (Point | undefined)[];
  readonly currency?: Currency | undefined;
  readonly until?: FhirDate | undefined;
  /** References to those who put it in the record, most telling first. */
  readonly authors?: readonly unknown[];
  /** References to the organisations it came from, most telling first. */
  readonly places?: readonly unknown[];
  readonly visit?: unknown;
  readonly parts?: readonly string[];
  readonly partsComplete?: boolean;
}

/** How one resource type becomes an entry. One file per type; `decode.ts` holds the registry. */
export interface Decoder {
  kind(resource: FhirResource): RecordKind;
  when(resource: FhirResource): When;
  read(
    resource: FhirResource,
    context: DecodeContext,
    when: When,
  ): Draft | 'withheld' | 'excluded' | 'notForTimeline';
}

const nothing: When = Object.freeze({});

/** The first of some elements that holds a date, dateTime, instant, Period or Timing with its events. */
export function firstDate(resource: unknown, ...elements: readonly string[]): When {
  for (const element of elements) {
    const value = get(resource, element);
    if (value === undefined || value === null) continue;
    if (typeof value === 'string') {
      const date = parseFhirDate(value);
      if (date) return {date, element};
      continue;
    }
    const date = parseFhirDate(get(value, 'start') ?? list(get(value, 'event'))[0]);
    const until = parseFhirDate(get(value, 'end'));
    if (date) return {date, element, until};
    if (until) return {date: until, until, element: `${element}.end`};
  }
  return nothing;
}

/** What one code of a status means for an entry. */
export interface Meaning {
  readonly lead?: LeadKey;
  readonly status?: StatusKey;
  readonly currency?: Currency;
  readonly point?: PointKey;
  /** The status in the record's own words, when it has words and no code that we know. */
  readonly words?: string;
}

/** The codes of a required value set. `entered-in-error` never gets here: the gate excludes it. */
export type Meanings = Readonly<Record<string, Meaning>>;

/** A status that was not recorded, or was recorded as not known. */
export const unknownStatus: Meaning = {status: 'statusUnknown', currency: 'unknown'};

/** What a status means. Undefined: it says something that we do not know, so nothing may be shown. */
export function statusOf(value: unknown, meanings: Meanings): Meaning | undefined {
  if (value === undefined || value === null) return unknownStatus;
  return typeof value === 'string' && Object.hasOwn(meanings, value) ? meanings[value] : undefined;
}

/**
 * What a coded status means. A code outside HL7's system is taken for what it says only when it names no system;
 * a status in words alone is kept as words.
 */
export function codedStatusOf(
  concept: unknown,
  system: string,
  meanings: Meanings,
): Meaning | undefined {
  if (concept === undefined || concept === null) return {};
  let foreign = false;
  for (const coding of objects(get(concept, 'coding'))) {
    const code = coding['code'];
    const known = typeof code === 'string' && Object.hasOwn(meanings, code);
    const from = coding['system'];
    // STU3 and R4 name the same system in two ways, so its last part is what is compared.
    const ours =
      from === undefined || (typeof from === 'string' && from.replace(/\/$/, '').endsWith(system));
    if (ours && known) return meanings[code];
    if (ours && code !== undefined) return undefined;
    foreign = true;
  }
  const words = clean(get(concept, 'text'));
  if (words) return {currency: 'unknown', words};
  return foreign || typeof concept === 'object' ? undefined : unknownStatus;
}

/** A sentence of ours under an entry's name. */
export function point(key: PointKey, values: PointValues = {}): Point {
  return {type: 'words', key, values};
}

/** A sentence of ours around words of the record; nothing without those words. */
export function pointOf(key: PointKey, words: string | undefined): Point | undefined {
  return words === undefined ? undefined : {type: 'words', key, values: {text: words}};
}

/** Words of the record as a line of their own. */
export function textPoint(words: string | undefined): Point | undefined {
  return words === undefined ? undefined : {type: 'text', text: words};
}

/** The value of the first extension with an address, whatever its type; undefined when there is none. */
export function extensionValue(
  holder: unknown,
  isWanted: (url: string) => boolean,
  element: string,
): unknown {
  for (const extension of objects(get(holder, 'extension'))) {
    const url = extension['url'];
    if (typeof url === 'string' && isWanted(url)) return extension[element];
  }
  return undefined;
}

/** The code of a Coding or `code` in `meta.security`, as plain strings. */
export function securityCodes(resource: FhirResource): readonly string[] {
  const codes: string[] = [];
  for (const coding of list(get(get(resource, 'meta'), 'security'))) {
    const code = text(get(coding, 'code'));
    if (code) codes.push(code);
  }
  return codes;
}
