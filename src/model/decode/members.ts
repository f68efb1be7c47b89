/** Results: what their status means, and which of them stand inside a report or a panel. */
import {get, list, referenceTo, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {conceptLabel, readable} from '../label.js';
import type {EntryKey, StatusKey} from '../status.js';
import {
  openResource,
  statusOf,
  unknownStatus,
  type DecodeContext,
  type Meaning,
  type Meanings,
} from './entry.js';
import {isSafeResult} from './safe-value.js';

/** R4 observation-status and diagnostic-report-status, without entered-in-error. */
export const resultStatuses: Meanings = {
  registered: {lead: 'waitingForResult'},
  preliminary: {status: 'notFinal'},
  partial: {status: 'partial'},
  final: {},
  amended: {status: 'changed', point: 'changedOn'},
  corrected: {status: 'corrected', point: 'correctedOn'},
  appended: {status: 'addedTo'},
  cancelled: {lead: 'cancelled'},
  unknown: unknownStatus,
};

/** One result inside a report or panel, at hand and safe to show. */
export interface Member {
  readonly resource: FhirResource;
  readonly meaning: Meaning;
  /** Its own entry, where it has one. */
  readonly reference: string | undefined;
}

/** Results inside a report or panel. */
export interface Members {
  readonly shown: readonly Member[];
  /** References of every result named, loaded or not. */
  readonly parts: readonly string[];
  /** Tags that results inside carry, and that the whole must carry too. */
  readonly statuses: readonly StatusKey[];
  /** How many were at hand and could not be shown safely. */
  readonly unsafe: number;
  /** True when each named result was at hand and can be shown. */
  readonly complete: boolean;
}

/** More results than this in one report are not a report of a person. */
const mostMembers = 500;

/** Looks at the results that `result` or `hasMember` names, and at those inside them. */
export function membersOf(
  references: unknown,
  within: FhirResource,
  context: DecodeContext,
): Members {
  const shown: Member[] = [];
  const parts: string[] = [];
  const statuses: StatusKey[] = [];
  let unsafe = 0;
  const seen = new Set<unknown>([within]);
  const waiting = list(references)
    .slice(0, mostMembers)
    .map((reference) => ({reference, from: within}));
  let complete = true;
  for (let at = 0; at < waiting.length && at < mostMembers; at += 1) {
    const next = waiting[at];
    if (!next) break;
    const found = context.resolve(next.reference, next.from);
    const sent = get(next.reference, 'reference');
    const contained = typeof sent === 'string' && sent.startsWith('#');
    const reference = found && referenceTo(found);
    const named = reference ?? sent;
    if (typeof named === 'string' && !contained && !parts.includes(named)) parts.push(named);
    complete &&= !!found;
    if (!found || seen.has(found)) continue;
    seen.add(found);
    const answer = gate(found);
    if (answer === 'excluded') continue;
    const meaning = statusOf(get(found, 'status'), resultStatuses);
    if (
      answer !== 'open' ||
      !meaning ||
      found.resourceType !== 'Observation' ||
      !isSafeResult(found)
    ) {
      unsafe += 1;
      continue;
    }
    for (const inside of list(get(found, 'hasMember')).slice(0, mostMembers)) {
      waiting.push({reference: inside, from: found});
    }
    if (meaning.status && !statuses.includes(meaning.status)) statuses.push(meaning.status);
    shown.push({resource: found, meaning, reference: contained ? undefined : reference});
  }
  complete &&= waiting.length <= mostMembers && unsafe === 0;
  return {shown, parts, statuses, unsafe, complete};
}

/** 'Blood test' or 'Urine test', only where the record's own words for the specimen say so. */
export function specimenSort(resource: FhirResource, context: DecodeContext): EntryKey | undefined {
  for (const reference of list(get(resource, 'specimen')).slice(0, 5)) {
    const found = openResource(reference, resource, context);
    const words = conceptLabel(get(found, 'type')) ?? readable(get(reference, 'display'));
    if (words && /\b(?:blood|serum|plasma)\b/i.test(words)) return 'bloodTest';
    if (words && /\burine\b/i.test(words)) return 'urineTest';
  }
  return undefined;
}
