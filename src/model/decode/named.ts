/** What a Reference of an entry names, for the cover of the screen. */
import type {Named} from '../covers.js';
import {get, objects, text, type FhirResource} from '../fhir-json.js';
import type {DecodeContext} from './entry.js';

/** What a Reference is to the entry: another entry of the record, a result inside it, or who and where. */
export type Role = 'entry' | 'inside' | 'party';

/**
 * What a Reference names, so that it can be asked whether that is covered on this screen. What cannot be read cannot be
 * judged, so the words beside such a reference are not taken for it: they may name just what is covered. Two things name
 * nothing beside the entry: words that lead nowhere, which are its own, and who wrote an entry and where, which is a part
 * of it whether or not the resource of that person or place can be read.
 */
export function namedBy(
  context: DecodeContext,
  reference: unknown,
  resource: FhirResource | undefined,
  role: Role = 'entry',
): Named | undefined {
  const target = text(get(reference, 'reference'));
  if (!resource && (role === 'party' || (!target && get(reference, 'identifier') === undefined))) {
    return undefined;
  }
  const meta = get(resource, 'meta');
  const recorded = Date.parse(text(get(meta, 'lastUpdated')) ?? '');
  const isContained = target?.startsWith('#') ?? false;
  return {
    reference: target && !isContained ? (context.local?.(target) ?? target) : undefined,
    labels: resource && labelsOf(resource),
    recorded: Number.isFinite(recorded) ? recorded : undefined,
    isInside: role === 'inside' || (isContained && resource !== undefined),
  };
}

/** Codes of the security labels of a resource. */
export function labelsOf(resource: FhirResource): readonly string[] {
  return objects(get(get(resource, 'meta'), 'security')).flatMap(
    (coding) => text(coding['code']) ?? [],
  );
}
