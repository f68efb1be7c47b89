/**
 * Serves real records to tests that run in a browser: `virtual:real-records` gives every timeline resource of the FHIR R4
 * examples and, where they are at hand, of UK Core, grouped by whose they are. Nothing of it is written down anywhere.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const r4 = dirname(createRequire(import.meta.url).resolve('hl7.fhir.r4.examples/package.json'));
const ukCore = join(here, '../../../shared/data/ukcore');

/** Listed here on purpose: a type that the library forgets must not be forgotten by its test. */
const timelineTypes = new Set([
  'Condition',
  'AllergyIntolerance',
  'MedicationRequest',
  'MedicationStatement',
  'Immunization',
  'DiagnosticReport',
  'Observation',
  'Procedure',
  'Encounter',
  'DocumentReference',
  'Appointment',
  'CarePlan',
]);
/** What those refer to and a screen may name. */
const besideTypes = new Set([
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Device',
  'RelatedPerson',
  'Provenance',
]);

function read(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'package.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** Whose a resource is, as its reference; undefined when it is nobody's or a group's. */
function ownerOf({subject, patient, participant}) {
  const actor = participant?.find(({actor}) => /^Patient\//.test(actor?.reference ?? ''))?.actor;
  const reference = (subject ?? patient ?? actor)?.reference;
  return /^Patient\/[\w.-]+$/.test(reference ?? '') ? reference : undefined;
}

/** Whose everything is made that is nobody's, a group's, a place's, or whose person is only named: it must read as well. */
const given = {reference: 'Patient/given'};

/** The resource as it would be of that person, in the element that its type says that with. */
function giveOwner(resource) {
  if (resource.resourceType === 'Appointment')
    return {
      ...resource,
      participant: [...resource.participant, {actor: given, status: 'accepted'}],
    };
  const element = /^(?:AllergyIntolerance|Immunization)$/.test(resource.resourceType)
    ? 'patient'
    : 'subject';
  return {...resource, [element]: given};
}

function group(all) {
  const people = new Map();
  for (const resource of all) {
    if (!timelineTypes.has(resource.resourceType)) continue;
    const owner = ownerOf(resource);
    const entry = owner ? resource : giveOwner(resource);
    const whose = owner ?? given.reference;
    people.set(whose, [...(people.get(whose) ?? []), entry]);
  }
  const patients = new Map(
    all
      .filter(({resourceType}) => resourceType === 'Patient')
      .map((patient) => [`Patient/${patient.id}`, patient]),
  );
  const beside = all.filter(({resourceType}) => besideTypes.has(resourceType));
  return {
    beside,
    people: [...people].map(([reference, entries]) => ({
      patient: reference.slice('Patient/'.length),
      resources: [
        patients.get(reference) ?? {
          resourceType: 'Patient',
          id: reference.slice('Patient/'.length),
        },
        ...entries,
      ],
    })),
  };
}

/** A web-test-runner plugin. */
export function realRecords() {
  let body;
  return {
    name: 'real-records',
    resolveImport: ({source}) =>
      source === 'virtual:real-records' ? '/virtual-real-records.js' : undefined,
    serve({path}) {
      if (path !== '/virtual-real-records.js') return undefined;
      body ??= `export const r4 = ${JSON.stringify(group(read(r4)))};
        export const ukCore = ${JSON.stringify(existsSync(ukCore) ? group(read(ukCore)) : null)};`;
      return {type: 'js', body};
    },
  };
}
