/** What a Reference of an entry leads to, and whether that may be shown and named. */
import {get, object, objects, referenceTo, text, type FhirResource} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import type {Scope} from './scope.js';

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
