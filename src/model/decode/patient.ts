/** FHIR Patient: whose record it is. */
import {parseFhirDate} from '../fhir-date.js';
import {get, objects, text, type FhirResource, type JsonObject} from '../fhir-json.js';
import {bareSystem} from '../label.js';
import type {Person} from '../person.js';
import {currentName} from './people.js';

const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const verificationUrl =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
/**
 * 'Number present and verified', and the Welsh tracing service's like, in the code systems that are in use: UK Core's,
 * UK Core's for England (`01` to `08`), and England's codes under the name of the first (as PDS sends them).
 */
const verifiedCodes = [
  '01',
  'number-present-and-verified',
  'number-present-and-traced-using-welsh-nhs-ar',
];
const verificationSystem = 'fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus';

/** True when ten digits are an NHS number: the check digit is mod 11 (NHS Data Dictionary, 'NHS number'). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Whether an identifier says that its number is verified. Undefined: it does not say. */
function isVerified(identifier: JsonObject): boolean | undefined {
  const extension = objects(identifier['extension']).find(
    (item) => item['url'] === verificationUrl,
  );
  const codings = objects(get(get(extension, 'valueCodeableConcept'), 'coding')).filter(
    (coding) => {
      const system = text(coding['system']);
      return system !== undefined && bareSystem(system).startsWith(verificationSystem);
    },
  );
  if (codings.length === 0) return undefined;
  return codings.some((coding) => verifiedCodes.includes(String(coding['code'])));
}

/** Reads a Patient. Undefined when it is none. Only `deceased[x]` says that somebody has died. */
export function decodePatient(resource: FhirResource, now = Date.now()): Person | undefined {
  if (get(resource, 'resourceType') !== 'Patient') return undefined;
  const name = currentName(get(resource, 'name'), now);
  const birthDate = parseFhirDate(get(resource, 'birthDate'));
  const numbers = objects(get(resource, 'identifier')).filter(
    (identifier) =>
      identifier['use'] !== 'old' &&
      bareSystem(text(identifier['system']) ?? '') === bareSystem(nhsNumberSystem),
  );
  const identifier = numbers.find((each) => isVerified(each) === true) ?? numbers[0];
  const nhsNumber = text(identifier?.['value'])?.replace(/[\s-]/g, '');
  const verified = identifier && isVerified(identifier);
  const hasNumber = nhsNumber !== undefined && isNhsNumber(nhsNumber);
  const deathDate = parseFhirDate(get(resource, 'deceasedDateTime'));
  const died = deathDate ?? (get(resource, 'deceasedBoolean') === true ? true : undefined);
  const replaced =
    get(resource, 'active') === false ||
    objects(get(resource, 'link')).some((link) => link['type'] === 'replaced-by');
  return {
    ...(name && {name}),
    ...(replaced && {replaced}),
    ...(birthDate && {birthDate}),
    ...(hasNumber && {nhsNumber}),
    ...(hasNumber && verified !== undefined && {nhsNumberVerified: verified}),
    ...(died && {died}),
  };
}
