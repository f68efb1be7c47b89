/** What a Reference of an entry leads to, and whether that may be shown and named. */
import {get, object, referenceTo, text, type FhirResource} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import {namedBy, type Role} from '../named.js';
import type {Scope} from './scope.js';

/** True when what a Reference leads to is covered on this screen. */
export function isCovered(
  {covers, context}: Scope,
  reference: unknown,
  resource: FhirResource | undefined,
  role: Role,
): boolean {
  const named = covers && namedBy(context, reference, resource, role);
  return !!named && covers(named);
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
