/** What an answer to a search is made of, when nothing is odd about it. */
import {get, list, objects, resource, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import type {Notice, PhrEntry} from './phr-client.js';

/** The entries of an answer: what was asked for, what came with it, and what the server says beside it. */
export interface SortedEntries {
  readonly matches: PhrEntry[];
  readonly included: PhrEntry[];
  readonly notices: Notice[];
  /** Entries that are not resources. */
  readonly damaged: number;
}

/** Types of a Bundle that can be an answer to a search. */
const answers: ReadonlySet<unknown> = new Set(['searchset', 'collection', undefined]);

/** True for a Bundle that answers a search. */
export function isSearchAnswer(found: FhirResource): boolean {
  return found.resourceType === 'Bundle' && answers.has(get(found, 'type'));
}

/** The address of a Bundle's link: absent when there is none, empty when it cannot be read. */
export function readLink(bundle: FhirResource, relation: string): string | undefined {
  const link = objects(get(bundle, 'link')).find((item) => get(item, 'relation') === relation);
  return link && (text(get(link, 'url')) ?? '');
}

/** How a Bundle says that an entry came to be there. */
export function modeOf(entry: unknown): string | undefined {
  return text(get(objects(get(entry, 'search'))[0], 'mode'));
}

/** Sorts the entries of an ordinary answer; undefined for one with more in it than resources, which `bundle.ts` reads. */
export function readEntries(found: FhirResource, type: string): SortedEntries | undefined {
  const matches: PhrEntry[] = [];
  const included: PhrEntry[] = [];
  for (const one of list(get(found, 'entry'))) {
    const item = resource(get(one, 'resource'));
    if (!item || /^(Bundle|OperationOutcome)$/.test(item.resourceType)) return undefined;
    const url = text(get(one, 'fullUrl'));
    const isMatch = item.resourceType === type && modeOf(one) !== 'include';
    (isMatch ? matches : included).push({resource: item, ...(url && {url})});
  }
  return {matches, included, notices: [], damaged: 0};
}
