/**
 * The everyday case of whose a resource is: it names the Patient by the id we read by. Whatever says it in another way, or
 * says something else, is for `subject.ts` to judge before it is shown.
 */
import {get, list, objects, type FhirResource} from './fhir-json.js';

/** The Patient whose record is read, as the server names them. */
interface PatientAddress {
  /** The FHIR base, with a closing slash; empty for given data. */
  readonly base: string;
  /** The Patient id at that base. */
  readonly patient: string;
}

/** True when a FHIR Reference names the Patient by id, at the base. */
export function namesPatient(reference: unknown, {base, patient}: PatientAddress): boolean {
  const target = get(reference, 'reference');
  return target === `Patient/${patient}` || target === `${base}Patient/${patient}`;
}

/** True when everything that a resource says of whom it is about names the Patient by id; of an Appointment, when they take part. */
export function isPlainlyAbout(resource: FhirResource, person: PatientAddress): boolean {
  const named = (reference: unknown): boolean => namesPatient(reference, person);
  if (resource.resourceType === 'Appointment')
    return objects(get(resource, 'participant')).some(({actor}) => named(actor));
  const subjects = [...list(get(resource, 'subject')), ...list(get(resource, 'patient'))];
  return subjects.length > 0 && subjects.every(named) && list(get(resource, 'focus')).every(named);
}
