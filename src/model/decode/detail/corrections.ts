/**
 * What a corrected result was before, only as the record itself says: by naming what it replaces
 * (http://hl7.org/fhir/StructureDefinition/observation-replaces), or by a Provenance that names what was revised
 * (R4 `Provenance.entity`, role `revision`). Another result of the same test is never taken for it.
 */
import type {Correction, EarlierValue} from '../../detail.js';
import {get, objects, referenceTo, type FhirResource} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import {isSafeResult} from '../safe-value.js';
import {isCovered, isOfAnother} from './follow.js';
import {covered, type Scope} from './scope.js';

/** References to what a result replaces. */
export function replacedBy(
  resource: FhirResource,
  provenances: readonly FhirResource[],
): readonly unknown[] {
  const named = objects(get(resource, 'extension')).flatMap((extension) =>
    extension['url'] === 'http://hl7.org/fhir/StructureDefinition/observation-replaces'
      ? [extension['valueReference']]
      : [],
  );
  const revised = provenances
    .filter((provenance) => gate(provenance) === 'open')
    .flatMap((provenance) => objects(get(provenance, 'entity')))
    .flatMap((entity) => (entity['role'] === 'revision' ? [entity['what']] : []));
  return [...named, ...revised];
}

/**
 * What a result that was corrected was before; nothing when it was not corrected. `valuesOf` gives the values of an
 * Observation that may be shown.
 */
export function correctionOf(
  scope: Scope,
  resource: FhirResource,
  valuesOf: (scope: Scope, observation: FhirResource) => readonly EarlierValue[],
): Correction | undefined {
  const status = get(resource, 'status');
  if (status !== 'corrected' && status !== 'amended') return undefined;
  const reference = referenceTo(resource);
  const provenances = reference === undefined ? [] : scope.context.provenance(reference);
  for (const replaced of replacedBy(resource, provenances)) {
    const earlier = scope.context.resolve(replaced, resource);
    // A reference to an older version of itself leads to what it is now: the record has no other.
    if (earlier?.resourceType !== 'Observation' || referenceTo(earlier) === reference) continue;
    if (isCovered(scope, replaced, earlier, 'inside')) return {was: [{value: covered}]};
    // It is shown as what was wrong, so it does not matter that it is marked as a mistake.
    if (gate(earlier) === 'withheld' || isOfAnother(scope, earlier) || !isSafeResult(earlier)) {
      continue;
    }
    const was = valuesOf({...scope, resource: earlier, withheld: false}, earlier);
    if (was.length > 0) return {was};
  }
  return {};
}
