/** What the tests of the demo people share. */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {
  AllergyIntolerance,
  Appointment,
  Condition,
  DiagnosticReport,
  DocumentReference,
  Immunization,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Resource,
} from '@medplum/fhirtypes';
import {demoPeople, entryTypes, withholdSystem} from '../../../demo/people/index.js';
import type {DemoPerson, PersonKey} from '../../../demo/people/index.js';

/** The types the tests look into. */
interface Types {
  readonly AllergyIntolerance: AllergyIntolerance;
  readonly Appointment: Appointment;
  readonly Condition: Condition;
  readonly DiagnosticReport: DiagnosticReport;
  readonly DocumentReference: DocumentReference;
  readonly Immunization: Immunization;
  readonly MedicationRequest: MedicationRequest;
  readonly MedicationStatement: MedicationStatement;
  readonly Observation: Observation;
}

/** One of the four. */
export function person(key: PersonKey): DemoPerson {
  const found = demoPeople().find((one) => one.key === key);
  if (!found) throw new Error(`No demo person ${key}`);
  return found;
}

/** Every resource of a type in somebody's record. */
export function all<K extends keyof Types>(key: PersonKey, type: K): Types[K][] {
  return person(key).resources.filter(
    (resource): resource is Resource & Types[K] => resource.resourceType === type,
  );
}

/** What the server holds back, and from whom. */
export function withheldFrom(resource: Resource): string | undefined {
  return resource.meta?.tag?.find((tag) => tag.system === withholdSystem)?.code;
}

/** Entries of a record: what a timeline can hold. */
export function entries(resources: readonly Resource[]): Resource[] {
  return resources.filter(({resourceType}) => entryTypes.has(resourceType));
}

/** SHA-256 of a record as it would be sent. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Calls back for every object inside a value, the value itself included. */
export function walk(
  value: unknown,
  visit: (object: Readonly<Record<string, unknown>>, path: string) => void,
  path = '',
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, path);
  } else if (typeof value === 'object' && value !== null) {
    visit(value as Readonly<Record<string, unknown>>, path);
    for (const [name, inner] of Object.entries(value)) walk(inner, visit, `${path}.${name}`);
  }
}

/** Folder that holds `node_modules`. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

const ukCoreParent = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Folder that holds `ukcore`, or undefined where those examples are not there. */
export const ukCoreFolder = existsSync(`${ukCoreParent}ukcore`) ? ukCoreParent : undefined;
