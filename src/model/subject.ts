/**
 * Whether a resource is about the person whose record is read. The definition is that of the clinical-safety
 * rules: an id under our base; a resolved `urn:uuid`; an NHS number equal to the Patient's; an id that the
 * Patient lists in `link` as `replaces`. Nothing else makes two people one.
 */
import {get, list, objects, text, type FhirResource} from './fhir-json.js';

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

/** Every NHS number in `identifier` of a resource or a Reference, as ten digits. */
function nhsNumbersOf(holder: unknown): string[] {
  return objects(get(holder, 'identifier')).flatMap(({system, value}) => {
    const digits = text(value)?.replace(/[\s-]/g, '') ?? '';
    return nhsNumberSystem.test(text(system) ?? '') && /^\d{10}$/.test(digits) ? [digits] : [];
  });
}

/** What a person is known by, from their id and, once it has been read, their Patient resource. */
export function subjectIdentity(
  base: string,
  patient: string,
  resource?: FhirResource,
): SubjectIdentity {
  const replaces = objects(get(resource, 'link'))
    .filter(({type}) => type === 'replaces')
    .flatMap(({other}) => text(get(other, 'reference')) ?? []);
  return {base, patient, nhsNumbers: nhsNumbersOf(resource), replaces};
}

/** The Patient id in a reference under a base; undefined for anything else. */
function patientId(reference: string, base: string): string | undefined {
  const local =
    base !== '' && reference.startsWith(base) ? reference.slice(base.length) : reference;
  return /^Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(local)?.[1];
}

/** Whether a Patient id at the base is that of the person, or one that theirs replaces. */
function isPerson(id: string, {base, patient, replaces}: SubjectIdentity): boolean {
  return id === patient || replaces.some((item) => patientId(item, base) === id);
}

/** The verdict that the NHS numbers of a resource or a Reference alone allow. */
function byNumbers(holder: unknown, {nhsNumbers}: SubjectIdentity): SubjectVerdict {
  const found = nhsNumbersOf(holder);
  if (found.length === 0 || nhsNumbers.length === 0) return 'unknown';
  return found.some((item) => nhsNumbers.includes(item)) ? 'same' : 'other';
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
    const id = patientId(target, person.base);
    if (id) return isPerson(id, person) ? 'same' : 'other';
    if (person.replaces.includes(target)) return 'same';
    const isContained = target.startsWith('#');
    const found = isContained
      ? objects(get(within, 'contained')).find((item) => item['id'] === target.slice(1))
      : resolve?.(target);
    if (get(found, 'resourceType') === 'Patient') {
      // The id of a contained resource means nothing outside the resource that holds it.
      const own = isContained ? undefined : text(get(found, 'id'));
      if (own && isPerson(own, person)) return 'same';
      const verdict = byNumbers(found, person);
      if (verdict !== 'unknown') return verdict;
      if (own) return 'other';
    }
  }
  return byNumbers(reference, person);
}

/**
 * Whose a resource is. An Appointment has only those who take part, and is this person's as soon as this person is among
 * them; `unknown` when its subject is absent or cannot be resolved.
 */
export function judgeSubject(
  resource: FhirResource,
  person: SubjectIdentity,
  resolve?: AddressResolver,
): SubjectVerdict {
  const isShared = resource.resourceType === 'Appointment';
  const subjects = isShared
    ? objects(get(resource, 'participant')).map(({actor}) => actor)
    : [...list(get(resource, 'subject')), ...list(get(resource, 'patient'))];
  const verdicts = subjects.map((item) => judgeReference(item, person, resource, resolve));
  const isSame = verdicts.includes('same');
  if (verdicts.includes('other') && !(isShared && isSame)) return 'other';
  return isSame ? 'same' : 'unknown';
}
