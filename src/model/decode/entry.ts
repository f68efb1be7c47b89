/** What every decoder of a resource type has in common: its shape, its dates, its statuses. */
import {parseFhirDate, type FhirDate} from '../fhir-date.js';
import {get, list, object, objects, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {firstLabel, readable} from '../label.js';
import type {EntryKey, LeadKey, StatementKey, StatusKey} from '../status.js';
import type {Currency} from '../timeline.js';
import {wholeBody} from './entry-body.js';
import {meaningOf, unknownStatus, type Meaning, type Meanings} from './meanings.js';
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

/** The head of an entry while its decoder reads it: enough for a row that says nothing false. */
export interface Head {
  sort: EntryKey;
  lead: LeadKey | undefined;
  title: string | undefined;
  statement: StatementKey | undefined;
  statuses: readonly StatusKey[];
  currency: Currency | undefined;
  until: FhirDate | undefined;
}

/**
 * How one resource type becomes the head of an entry. One file per type; `decode.ts` holds the registry, and
 * `body/` what is read later. Whatever withholds an entry is decided here.
 */
export interface Decoder {
  /** What it is when no more can be said of it than its kind. */
  readonly sort: EntryKey | ((resource: FhirResource) => EntryKey);
  /** The elements that say when it was, most telling first. */
  readonly dates: readonly string[];
  /** The elements that say what it is, most telling first: text, a CodeableConcept or a list of them. */
  readonly names: readonly string[];
  /** What each code of `status` means. Another code withholds the entry. Absent: `status` is not of that sort. */
  readonly statuses?: Meanings;
  /** The results inside it, for a report or a panel. */
  members?(resource: FhirResource, context: DecodeContext): Members | undefined;
  /** Reads what the tables do not say, and may refuse. */
  read?(
    head: Head,
    resource: FhirResource,
    context: DecodeContext,
    status: Meaning,
    members: Members | undefined,
  ): 'withheld' | 'excluded' | undefined;
}

/** Puts tags beside an entry, each once. */
export function tag(
  head: Pick<Head, 'statuses'>,
  ...statuses: readonly (StatusKey | undefined)[]
): void {
  for (const status of statuses)
    if (status && !head.statuses.includes(status)) head.statuses = [...head.statuses, status];
}

/** The first words among some elements of a resource. */
export function nameIn(resource: unknown, elements: readonly string[]): string | undefined {
  for (const element of elements) {
    const value = get(resource, element);
    const words = typeof value === 'string' ? readable(value) : firstLabel(value);
    if (words) return words;
  }
  return undefined;
}

const nothing: When = {};

/** The first of some elements (`outer.inner` for one inside another) that holds a date, dateTime, instant, Period or Timing. */
export function firstDate(resource: unknown, elements: readonly string[]): When {
  for (const element of elements) {
    const value = element.includes('.')
      ? element.split('.').reduce(get, resource)
      : get(resource, element);
    if (!value) continue;
    if (typeof value === 'string') {
      const date = parseFhirDate(value);
      if (date) return {date, element, until: undefined};
      continue;
    }
    const from = parseFhirDate(get(value, 'start') ?? list(get(value, 'event'))[0]);
    const until = parseFhirDate(get(value, 'end'));
    const date = from ?? until;
    if (date) return {date, element: from ? element : `${element}.end`, until};
  }
  return nothing;
}

/** The end of a Period. */
export const endOf = (period: unknown): FhirDate | undefined => parseFhirDate(get(period, 'end'));

/** What a status means. Undefined: it says something that we do not know, so nothing may be shown. */
export function statusOf(value: unknown, meanings: Meanings): Meaning | undefined {
  return value === undefined || value === null ? unknownStatus : meaningOf(value, meanings);
}

/**
 * What a coded status means. A code outside HL7's system is taken for what it says only when it names no system;
 * a status in words alone is kept as words.
 */
function codedStatusOf(concept: unknown, system: string, meanings: Meanings): Meaning | undefined {
  if (concept === undefined || concept === null) return {};
  for (const {code, system: from} of objects(get(concept, 'coding'))) {
    // STU3 and R4 name the same system in two ways, so its last part is what is compared.
    const isOurs =
      from === undefined || (typeof from === 'string' && from.replace(/\/$/, '').endsWith(system));
    if (isOurs && code !== undefined) return meaningOf(code, meanings);
  }
  return wholeBody().wordedStatus(concept, meanings);
}

/** How a condition or an allergy stands, and how sure that is. Undefined: one of them says something that we do not know. */
export function certainty(
  clinical: string,
  states: Meanings,
  verification: string,
  degrees: Meanings,
): (resource: unknown) => readonly [state: Meaning, sure: Meaning] | undefined {
  return (resource) => {
    const state = codedStatusOf(get(resource, 'clinicalStatus'), clinical, states);
    const sure = codedStatusOf(get(resource, 'verificationStatus'), verification, degrees);
    return state && sure && [state, sure];
  };
}

/** Says how it stands: that it was ruled out before all, else how it stands, else how sure that is. */
export function say(head: Head, state: Meaning, sure: Meaning): void {
  head.lead = sure.lead === 'ruledOut' ? sure.lead : (state.lead ?? sure.lead);
  if (head.lead !== sure.lead) tag(head, sure.status);
  tag(head, state.status);
  head.currency = sure.currency ?? state.currency ?? 'unknown';
}

/** True for what is no yes or no at all: a modifier that cannot be read withholds what it stands in. */
export function isUnreadable(flag: unknown): boolean {
  return typeof (flag ?? false) !== 'boolean';
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
