/** What every decoder of a resource type has in common: its shape, its dates, its statuses. */
import {parseFhirDate, type FhirDate} from '../fhir-date.js';
import {get, list, object, objects, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {clean} from '../label.js';
import type {EntryKey, LeadKey, PointKey, StatementKey, StatusKey} from '../status.js';
import type {Currency} from '../timeline.js';
import type {Members} from './members.js';

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
  /** A reference as entries are named by, without the address of our own server. As it was sent when absent. */
  local?(reference: string): string;
}

/** When something was, and the FHIR element that says so. */
export interface When {
  readonly date?: FhirDate;
  readonly element?: string;
  readonly until?: FhirDate;
}

/** What a decoder finds at once in a resource: enough for a row that says nothing false. */
export interface Head {
  readonly sort: EntryKey;
  readonly lead?: LeadKey | undefined;
  readonly title?: string | undefined;
  readonly statement?: StatementKey | undefined;
  readonly statuses?: readonly (StatusKey | undefined)[];
  readonly currency?: Currency | undefined;
  readonly until?: FhirDate | undefined;
  /** The visit it belongs to, as a FHIR Reference; `encounter` or `context` when absent. */
  readonly visit?: unknown;
  /** The results inside it, for a report or a panel. */
  readonly members?: Members | undefined;
}

/**
 * How one resource type becomes the head of an entry. One file per type; `decode.ts` holds the registry, and
 * `body/` what is read later. Whatever withholds an entry is decided here.
 */
export interface Decoder {
  /** The elements that say when it was, most telling first. */
  readonly dates: readonly string[];
  /** What each code of `status` means. Another code withholds the entry. Absent: `status` is not of that sort. */
  readonly statuses?: Meanings;
  /** What it is when no more can be said of it than its kind. */
  sort?(resource: FhirResource): EntryKey;
  read(
    resource: FhirResource,
    context: DecodeContext,
    when: When,
    status: Meaning,
  ): Head | 'withheld' | 'excluded';
}

const nothing: When = Object.freeze({});

/** The first of some elements (`outer.inner` for one inside another) that holds a date, dateTime, instant, Period or Timing. */
export function firstDate(resource: unknown, elements: readonly string[]): When {
  for (const element of elements) {
    const dot = element.indexOf('.');
    const value =
      dot < 0
        ? get(resource, element)
        : get(get(resource, element.slice(0, dot)), element.slice(dot + 1));
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
  // Words that are the name of a code say what the code says; its names are its letters (R4 displays).
  const named = words?.toLowerCase().replaceAll(' ', '-');
  if (named !== undefined && Object.hasOwn(meanings, named)) return meanings[named];
  if (words) return {currency: 'unknown', words};
  return foreign || typeof concept === 'object' ? undefined : unknownStatus;
}

/** True for what is no yes or no at all: a modifier that cannot be read withholds what it stands in. */
export function isUnreadable(flag: unknown): boolean {
  return flag !== undefined && flag !== null && typeof flag !== 'boolean';
}

/** The resource behind a Reference, if it is at hand and may be used. */
export function openResource(
  reference: unknown,
  within: FhirResource,
  context: DecodeContext,
): FhirResource | undefined {
  const found = object(reference) && context.resolve(reference, within);
  return found && gate(found) === 'open' ? found : undefined;
}
