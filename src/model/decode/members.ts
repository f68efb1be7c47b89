/** Results: what their status means, and which of them stand inside a report or a panel. */
import {get, list, referenceTo, text, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {conceptLabel, readable} from '../label.js';
import type {EntryKey, StatusKey} from '../status.js';
import {openResource, statusOf, type DecodeContext} from './entry.js';
import {codes, type Meaning} from './meanings.js';
import {isSafeResult} from './safe-value.js';

/** R4 observation-status and diagnostic-report-status, without entered-in-error. */
export const resultStatuses = codes(
  'registered preliminary partial final amended corrected appended cancelled unknown',
);

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
  const seen = new Set<unknown>([within]);
  const waiting = list(references).map((reference) => ({reference, from: within}));
  let count = 0;
  let unsafe = 0;
  let complete = true;
  for (const {reference, from} of waiting) {
    if (++count > mostMembers) {
      complete = false;
      break;
    }
    const found = context.resolve(reference, from);
    const sent = text(get(reference, 'reference')) ?? '';
    const isContained = sent.startsWith('#');
    const own = found && !isContained ? referenceTo(found) : undefined;
    const named = own ?? sent;
    if (named && !isContained && !parts.includes(named)) parts.push(named);
    if (!found) complete = false;
    if (!found || seen.has(found)) continue;
    seen.add(found);
    const answer = gate(found);
    const meaning = statusOf(get(found, 'status'), resultStatuses);
    if (answer === 'excluded') continue;
    const isResult = answer === 'open' && found.resourceType === 'Observation';
    if (isResult && meaning && isSafeResult(found)) {
      for (const inside of list(get(found, 'hasMember')))
        waiting.push({reference: inside, from: found});
      if (meaning.status) statuses.push(meaning.status);
      shown.push({resource: found, meaning, reference: own});
    } else unsafe += 1;
  }
  return {shown, parts, statuses, unsafe, complete: complete && unsafe === 0};
}

/** 'Blood test' or 'Urine test', only where the record's own words for the specimen say so. */
export function specimenSort(resource: FhirResource, context: DecodeContext): EntryKey | undefined {
  for (const reference of list(get(resource, 'specimen')).slice(0, 5)) {
    const found = openResource(reference, resource, context);
    const words = conceptLabel(get(found, 'type')) ?? readable(get(reference, 'display')) ?? '';
    if (/\b(?:blood|serum|plasma)\b/i.test(words)) return 'bloodTest';
    if (/\burine\b/i.test(words)) return 'urineTest';
  }
  return undefined;
}
