/**
 * Takes any Bundle apart: nested ones flattened, what the server says set apart, what is damaged counted. What a page has
 * at hand is read by this; of a server's answers those that `searchset.ts` does not read.
 */
import {get, list, objects, resource, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import type {Notice, PhrEntry} from './phr-client.js';
import {modeOf} from './searchset.js';
import type {SortedEntries} from './searchset.js';

/** An entry found in a Bundle, and how the Bundle says it came to be there. */
interface FoundEntry {
  readonly entry: PhrEntry;
  readonly mode: string | undefined;
}

/** A Bundle taken apart. */
export interface Unwrapped {
  readonly entries: readonly FoundEntry[];
  /** Entries that are not resources. */
  readonly damaged: number;
}

/** Bundles inside Bundles are followed this far down. */
const deepest = 8;
/** Bundle types that are not records as they stand now: a history holds what has been replaced. */
const notRecords: ReadonlySet<unknown> = new Set(['history', 'subscription-notification']);
/** Takes a Bundle, a resource, or an array of either apart. */
export function unwrap(given: unknown): Unwrapped {
  const entries: FoundEntry[] = [];
  let damaged = 0;
  let groups = 0;

  const add = (value: unknown, depth: number, from: Omit<PhrEntry, 'resource'>, mode?: string) => {
    const found = resource(value);
    if (found && found.resourceType !== 'Bundle') {
      entries.push({entry: {resource: found, ...from}, mode});
    } else if (depth > deepest) damaged += 1;
    else if (Array.isArray(value)) for (const item of value) add(item, depth + 1, from, mode);
    else if (!found || notRecords.has(get(found, 'type'))) damaged += 1;
    else {
      const group = depth > 0 ? {group: (groups += 1)} : {};
      for (const one of list(get(found, 'entry'))) {
        const url = text(get(one, 'fullUrl'));
        add(get(one, 'resource'), depth + 1, {...(url && {url}), ...group}, modeOf(one));
      }
    }
  };

  add(given, 0, {});
  return {entries, damaged};
}

const severities: ReadonlySet<unknown> = new Set(['fatal', 'error', 'warning', 'information']);

/** What an OperationOutcome says, without its words. */
export function readNotices(outcome: FhirResource): readonly Notice[] {
  const issues = objects(get(outcome, 'issue'));
  return (issues.length > 0 ? issues : [{}]).map((issue) => {
    const severity = get(issue, 'severity');
    const code = text(get(issue, 'code'));
    return {
      severity: (severities.has(severity) ? severity : 'error') as Notice['severity'],
      // A code is letters: anything else could be words of the record, which a host must not be told.
      ...(code && /^[a-z-]{1,30}$/.test(code) && {code}),
    };
  });
}

/** Sorts the entries of an answer into what was asked for, what came with it, and what the server says. */
export function sortEntries(found: Unwrapped, type: string): SortedEntries {
  const matches: PhrEntry[] = [];
  const included: PhrEntry[] = [];
  const notices: Notice[] = [];
  for (const {mode, entry} of found.entries) {
    // Whatever the mode: servers in use send an OperationOutcome as `include`.
    if (entry.resource.resourceType === 'OperationOutcome') {
      notices.push(...readNotices(entry.resource));
    } else if (entry.resource.resourceType === type && mode !== 'include') matches.push(entry);
    else included.push(entry);
  }
  return {matches, included, notices, damaged: found.damaged};
}

/** Sorts the entries of any answer. */
export function readAnswer(found: FhirResource, type: string): SortedEntries {
  return sortEntries(unwrap(found), type);
}
