/**
 * Whether a resource is about the person whose record is read. The definition is that of the clinical-safety
 * rules: an id under our base; a resolved `urn:uuid`; an NHS number equal to the Patient's; an id that the
 * Patient lists in `link` as `replaces`. Nothing else makes two people one.
 */
import {get, list, object, objects, text, type FhirResource} from './fhir-json.js';

/** Whose a resource is: of this person, of another, or nothing that can be told. */
export type SubjectVerdict = 'same' | 'other' | 'unknown';

/** What the person whose record is read is known by. */
export interface SubjectIdentity {
  /** The FHIR base, with a closing slash; empty for given data. */
  readonly base: string;
  /** The Patient id at that base. */
  readonly patient: string;
  /** NHS numbers of the Patient, ten digits each. */
  readonly nhsNumbers: readonly string[];
  /** References that the Patient lists in `link` as `replaces`. */
  readonly replaces: readonly string[];
}

/** Finds the resource that an address of the same answer names, for `urn:uuid:` references. */
export type AddressResolver = (url: string) => FhirResource | undefined;

/** FHIR R4 NHS number naming system: https://fhir.nhs.uk/Id/nhs-number */
const nhsNumberSystem = /^https?:\/\/fhir\.nhs\.uk\/Id\/nhs-number\/?$/;

/** Digits of an identifier that is an NHS number. */
function nhsNumber(identifier: unknown): string | undefined {
  const system = text(get(identifier, 'system'));
  const value = text(get(identifier, 'value'));
  if (!system || !value || !nhsNumberSystem.test(system)) return undefined;
  const digits = value.replaceAll(/[\s-]/g, '');
  return /^\d{10}$/.test(digits) ? digits : undefined;
}

/** Every NHS number in `identifier` of a resource. */
export function nhsNumbersOf(patient: unknown): string[] {
  return objects(get(patient, 'identifier')).flatMap((item) => nhsNumber(item) ?? []);
}

/** What a person is known by, from their id and, once it has been read, their Patient resource. */
export function subjectIdentity(
  base: string,
  patient: string,
  resource?: FhirResource,
): SubjectIdentity {
  const replaces = objects(get(resource, 'link'))
    .filter((link) => get(link, 'type') === 'replaces')
    .flatMap((link) => text(get(get(link, 'other'), 'reference')) ?? []);
  return {base, patient, nhsNumbers: nhsNumbersOf(resource), replaces};
}

/** The Patient id in a reference under a base; undefined for anything else. */
function patientId(reference: string, base: string): string | undefined {
  const local =
    base !== '' && reference.startsWith(base) ? reference.slice(base.length) : reference;
  return /^Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(local)?.[1];
}

/** The verdict that NHS numbers alone allow. */
function byNumbers(numbers: readonly string[], person: SubjectIdentity): SubjectVerdict {
  if (numbers.length === 0 || person.nhsNumbers.length === 0) return 'unknown';
  return numbers.some((item) => person.nhsNumbers.includes(item)) ? 'same' : 'other';
}

/** The verdict on a Patient resource that came in the same answer or inside the resource itself. */
function byResource(
  found: FhirResource,
  person: SubjectIdentity,
  isContained: boolean,
): SubjectVerdict {
  if (found.resourceType !== 'Patient') return 'unknown';
  // The id of a contained resource means nothing outside the resource that holds it.
  const id = isContained ? undefined : text(found.id);
  if (id === person.patient) return 'same';
  if (id && person.replaces.some((item) => patientId(item, person.base) === id)) return 'same';
  const numbers = byNumbers(nhsNumbersOf(found), person);
  return numbers === 'unknown' && id ? 'other' : numbers;
}

/** Whose a FHIR Reference points to. `within`: the resource that holds it, for contained ones. */
export function judgeReference(
  reference: unknown,
  person: SubjectIdentity,
  within?: FhirResource,
  resolve?: AddressResolver,
): SubjectVerdict {
  const target = text(get(reference, 'reference'))?.trim();
  if (target) {
    // By far the most common case: told apart without taking the text to pieces.
    if (target.startsWith('Patient/') && target.slice(8) === person.patient) return 'same';
    const id = patientId(target, person.base);
    if (id !== undefined) {
      if (id === person.patient) return 'same';
      const isReplaced = person.replaces.some((item) => patientId(item, person.base) === id);
      return isReplaced ? 'same' : 'other';
    }
    if (person.replaces.includes(target)) return 'same';
    if (target.startsWith('#')) {
      const contained = objects(get(within, 'contained')).find(
        (item) => get(item, 'id') === target.slice(1),
      );
      const verdict = contained
        ? byResource(contained as unknown as FhirResource, person, true)
        : 'unknown';
      if (verdict !== 'unknown') return verdict;
    } else {
      const found = resolve?.(target);
      const verdict = found ? byResource(found, person, false) : 'unknown';
      if (verdict !== 'unknown') return verdict;
    }
  }
  const number = nhsNumber(get(reference, 'identifier'));
  return number ? byNumbers([number], person) : 'unknown';
}

/** The element that says whose a resource is, by FHIR type. An Appointment has only those who take part. */
function subjectsOf(resource: FhirResource): readonly unknown[] {
  if (resource.resourceType === 'Appointment') {
    return objects(get(resource, 'participant')).flatMap(
      (item) => object(get(item, 'actor')) ?? [],
    );
  }
  const subject = get(resource, 'subject');
  const patient = get(resource, 'patient');
  return patient === undefined ? list(subject) : [...list(subject), ...list(patient)];
}

/**
 * Whose a resource is. One that several take part in is this person's as soon as this person is among them;
 * `unknown` when its subject is absent or cannot be resolved.
 */
export function judgeSubject(
  resource: FhirResource,
  person: SubjectIdentity,
  resolve?: AddressResolver,
): SubjectVerdict {
  const verdicts = subjectsOf(resource).map((item) =>
    judgeReference(item, person, resource, resolve),
  );
  const isShared = resource.resourceType === 'Appointment';
  if (verdicts.includes('other') && !(isShared && verdicts.includes('same'))) return 'other';
  return verdicts.includes('same') ? 'same' : 'unknown';
}
