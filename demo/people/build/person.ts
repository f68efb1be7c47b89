/** Writes the person and those who help, in UK Core shapes. */
import type {
  Extension,
  Patient,
  PatientContact,
  Reference,
  RelatedPerson,
} from '@medplum/fhirtypes';
import type {Book} from '../book.js';
import {coding, concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {placeRef} from '../places.js';
import type {PlaceKey} from '../places.js';

const ukExtension = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';

/** The NHS number with the statement that it was checked. */
export function nhsNumber(value: string): NonNullable<Patient['identifier']>[number] {
  return {
    extension: [
      {
        url: `${ukExtension}NHSNumberVerificationStatus`,
        valueCodeableConcept: concept('nhsNumberVerified'),
      },
    ],
    use: 'official',
    system: 'https://fhir.nhs.uk/Id/nhs-number',
    value,
  };
}

/** A postal address; towns and postcodes are invented. */
export interface Home {
  readonly line: string;
  readonly town: string;
  readonly postcode: string;
  readonly from?: string;
  readonly until?: string;
}

/** A person as a register holds them. */
export interface PersonEntry {
  readonly nhsNumber: string;
  readonly prefix?: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly gender: 'female' | 'male';
  readonly phones: readonly {
    readonly value: string;
    readonly use: 'home' | 'mobile' | 'old';
    readonly until?: string;
  }[];
  readonly homes: readonly Home[];
  readonly gp: PlaceKey;
  readonly recorded: string;
  readonly security?: readonly CodeKey[];
  readonly language?: {
    readonly tag: string;
    readonly name: string;
    readonly interpreter: boolean;
  };
  readonly largePrint?: boolean;
  readonly contacts?: readonly {
    readonly name: string;
    readonly relationship: string;
    readonly phone?: string;
    readonly until?: string;
  }[];
}

const period = (from?: string, until?: string) =>
  from || until ? {period: {...(from && {start: from}), ...(until && {end: until})}} : {};

function extensions(entry: PersonEntry): Extension[] {
  const found: Extension[] = [];
  if (entry.language?.interpreter) {
    found.push({
      url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
      valueBoolean: true,
    });
  }
  if (entry.largePrint) {
    found.push({
      url: `${ukExtension}ContactPreference`,
      extension: [
        {url: 'PreferredContactMethod', valueCodeableConcept: concept('contactTelephone')},
        {url: 'PreferredWrittenCommunicationFormat', valueCodeableConcept: concept('largePrint')},
      ],
    });
  }
  return found;
}

/** Writes the Patient. */
export function patient(book: Book, entry: PersonEntry): Reference<Patient> {
  const extension = extensions(entry);
  const resource: Patient = {
    resourceType: 'Patient',
    ...(extension.length > 0 && {extension}),
    identifier: [nhsNumber(entry.nhsNumber)],
    active: true,
    name: [
      {
        use: 'official',
        family: entry.family,
        given: [entry.given],
        ...(entry.prefix && {prefix: [entry.prefix]}),
      },
    ],
    telecom: entry.phones.map(({value, use, until}) => ({
      system: 'phone',
      value,
      use,
      ...period(undefined, until),
    })),
    gender: entry.gender,
    birthDate: entry.birthDate,
    address: entry.homes.map(({line, town, postcode, from, until}) => ({
      use: until ? 'old' : 'home',
      line: [line],
      city: town,
      postalCode: postcode,
      ...period(from, until),
    })),
    ...(entry.contacts && {
      contact: entry.contacts.map((contact): PatientContact => ({
        relationship: [{text: contact.relationship}],
        name: {text: contact.name},
        ...(contact.phone && {telecom: [{system: 'phone', value: contact.phone}]}),
        ...period(undefined, contact.until),
      })),
    }),
    ...(entry.language && {
      communication: [
        {
          language: {
            coding: [{system: 'urn:ietf:bcp:47', code: entry.language.tag}],
            text: entry.language.name,
          },
          preferred: true,
        },
      ],
    }),
    generalPractitioner: [placeRef(entry.gp)],
    managingOrganization: placeRef(entry.gp),
  };
  return book.add(resource, entry.recorded, {
    key: 'self',
    ...(entry.security && {security: entry.security}),
  });
}

/** Writes somebody who helps, or once helped, the person. */
export function relatedPerson(
  book: Book,
  key: string,
  entry: {
    readonly given: string;
    readonly family: string;
    readonly relationship: string;
    readonly code?: CodeKey;
    readonly phone?: string;
    readonly from: string;
    readonly until?: string;
    readonly active?: boolean;
  },
): Reference<RelatedPerson> {
  const resource: RelatedPerson = {
    resourceType: 'RelatedPerson',
    active: entry.active ?? true,
    patient: book.patient,
    relationship: [
      {
        ...(entry.code && {coding: [coding(entry.code)]}),
        text: entry.relationship,
      },
    ],
    name: [{use: 'official', family: entry.family, given: [entry.given]}],
    ...(entry.phone && {telecom: [{system: 'phone', value: entry.phone, use: 'mobile'}]}),
    ...period(entry.from, entry.until),
  };
  return {
    ...book.add(resource, entry.from, {key}),
    display: `${entry.given} ${entry.family}`,
  };
}
