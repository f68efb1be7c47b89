/**
 * The search parameters of the demo server, by resource type: a chosen part of the R4 registry, as element paths rather than
 * FHIRPath, because FHIRPath over 50,000 resources takes minutes. A test compares what each path finds with the registry's expression.
 */

/** How a parameter is compared. */
export type ParameterKind = 'date' | 'token' | 'reference' | 'string';

/** One search parameter of one type. */
export interface SearchParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly paths: readonly (readonly string[])[];
  /** Keeps only references to this type (`patient` of an Appointment's actors). */
  readonly target?: string;
}

/** `name: 'kind path path'`; a path of a reference may end in `>Type` to keep references to that type alone. */
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AllergyIntolerance: {
    patient: 'reference patient',
    date: 'date recordedDate',
    onset: 'date reaction.onset',
    'last-date': 'date lastOccurrence',
    category: 'token category',
    'clinical-status': 'token clinicalStatus',
    'verification-status': 'token verificationStatus',
    code: 'token code reaction.substance',
    recorder: 'reference recorder',
    asserter: 'reference asserter',
  },
  Appointment: {
    patient: 'reference participant.actor>Patient',
    actor: 'reference participant.actor',
    practitioner: 'reference participant.actor>Practitioner',
    location: 'reference participant.actor>Location',
    date: 'date start',
    status: 'token status',
    'service-type': 'token serviceType',
    'appointment-type': 'token appointmentType',
  },
  AuditEvent: {
    patient: 'reference agent.who>Patient entity.what>Patient',
    date: 'date recorded',
    agent: 'reference agent.who',
    entity: 'reference entity.what',
    action: 'token action',
    type: 'token type',
    outcome: 'token outcome',
  },
  Binary: {},
  CarePlan: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date period',
    status: 'token status',
    category: 'token category',
    intent: 'token intent',
    condition: 'reference addresses',
    goal: 'reference goal',
    encounter: 'reference encounter',
    'care-team': 'reference careTeam',
  },
  CareTeam: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date period',
    status: 'token status',
    category: 'token category',
    participant: 'reference participant.member',
  },
  Communication: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    sender: 'reference sender',
    recipient: 'reference recipient',
    sent: 'date sent',
    received: 'date received',
    status: 'token status',
    category: 'token category',
  },
  Condition: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    'recorded-date': 'date recordedDate',
    'onset-date': 'date onset[x]',
    'abatement-date': 'date abatement[x]',
    category: 'token category',
    'clinical-status': 'token clinicalStatus',
    'verification-status': 'token verificationStatus',
    severity: 'token severity',
    code: 'token code',
    encounter: 'reference encounter',
    asserter: 'reference asserter',
  },
  Consent: {
    patient: 'reference patient',
    date: 'date dateTime',
    period: 'date provision.period',
    status: 'token status',
    scope: 'token scope',
    category: 'token category',
    actor: 'reference provision.actor.reference',
    consentor: 'reference performer',
    organization: 'reference organization',
  },
  Device: {
    patient: 'reference patient',
    type: 'token type',
    status: 'token status',
  },
  DiagnosticReport: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date effective[x]',
    issued: 'date issued',
    status: 'token status',
    category: 'token category',
    code: 'token code',
    result: 'reference result',
    performer: 'reference performer',
    encounter: 'reference encounter',
    specimen: 'reference specimen',
    'based-on': 'reference basedOn',
  },
  DocumentReference: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date date',
    period: 'date context.period',
    status: 'token status',
    category: 'token category',
    type: 'token type',
    author: 'reference author',
    custodian: 'reference custodian',
    encounter: 'reference context.encounter',
    identifier: 'token identifier masterIdentifier',
    contenttype: 'token content.attachment.contentType',
  },
  Encounter: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date period',
    status: 'token status',
    class: 'token class',
    type: 'token type',
    'service-provider': 'reference serviceProvider',
    participant: 'reference participant.individual',
    location: 'reference location.location',
    'part-of': 'reference partOf',
    'reason-code': 'token reasonCode',
    diagnosis: 'reference diagnosis.condition',
  },
  Flag: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date period',
  },
  Goal: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    'start-date': 'date startDate',
    'lifecycle-status': 'token lifecycleStatus',
    category: 'token category',
  },
  Immunization: {
    patient: 'reference patient',
    date: 'date occurrence[x]',
    status: 'token status',
    'vaccine-code': 'token vaccineCode',
    'status-reason': 'token statusReason',
    performer: 'reference performer.actor',
    location: 'reference location',
  },
  List: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date date',
    status: 'token status',
    code: 'token code',
    item: 'reference entry.item',
  },
  Location: {name: 'string name', status: 'token status'},
  Medication: {code: 'token code', status: 'token status'},
  MedicationRequest: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    authoredon: 'date authoredOn',
    status: 'token status',
    intent: 'token intent',
    category: 'token category',
    code: 'token medicationCodeableConcept',
    medication: 'reference medicationReference',
    requester: 'reference requester',
    encounter: 'reference encounter',
  },
  MedicationStatement: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    effective: 'date effective[x]',
    status: 'token status',
    category: 'token category',
    code: 'token medicationCodeableConcept',
    medication: 'reference medicationReference',
    source: 'reference informationSource',
    context: 'reference context',
  },
  Observation: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date effective[x]',
    status: 'token status',
    category: 'token category',
    code: 'token code',
    'component-code': 'token component.code',
    'combo-code': 'token code component.code',
    performer: 'reference performer',
    encounter: 'reference encounter',
    'has-member': 'reference hasMember',
    'derived-from': 'reference derivedFrom',
    device: 'reference device',
    specimen: 'reference specimen',
    method: 'token method',
  },
  Organization: {name: 'string name alias', active: 'token active', type: 'token type'},
  Patient: {
    name: 'string name.family name.given name.text name.prefix name.suffix',
    family: 'string name.family',
    given: 'string name.given',
    birthdate: 'date birthDate',
    gender: 'token gender',
    active: 'token active',
    'general-practitioner': 'reference generalPractitioner',
    organization: 'reference managingOrganization',
    link: 'reference link.other',
  },
  Practitioner: {
    name: 'string name.family name.given name.text name.prefix name.suffix',
    active: 'token active',
  },
  PractitionerRole: {
    practitioner: 'reference practitioner',
    organization: 'reference organization',
    role: 'token code',
    specialty: 'token specialty',
    active: 'token active',
  },
  Procedure: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    date: 'date performed[x]',
    status: 'token status',
    category: 'token category',
    code: 'token code',
    performer: 'reference performer.actor',
    encounter: 'reference encounter',
    location: 'reference location',
    'reason-reference': 'reference reasonReference',
  },
  Provenance: {
    patient: 'reference target>Patient',
    target: 'reference target',
    recorded: 'date recorded',
    agent: 'reference agent.who',
    entity: 'reference entity.what',
  },
  Questionnaire: {
    url: 'token url',
    status: 'token status',
    name: 'string name',
    title: 'string title',
  },
  QuestionnaireResponse: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    authored: 'date authored',
    status: 'token status',
    author: 'reference author',
    source: 'reference source',
  },
  RelatedPerson: {
    patient: 'reference patient',
    relationship: 'token relationship',
    active: 'token active',
    name: 'string name.family name.given name.text name.prefix name.suffix',
  },
  ServiceRequest: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    authored: 'date authoredOn',
    status: 'token status',
    intent: 'token intent',
    category: 'token category',
    code: 'token code',
    requester: 'reference requester',
    encounter: 'reference encounter',
  },
  Specimen: {
    patient: 'reference subject>Patient',
    subject: 'reference subject',
    collected: 'date collection.collected[x]',
    type: 'token type',
  },
  Task: {
    patient: 'reference for>Patient',
    subject: 'reference for',
    'authored-on': 'date authoredOn',
    modified: 'date lastModified',
    status: 'token status',
    code: 'token code',
    focus: 'reference focus',
    owner: 'reference owner',
    requester: 'reference requester',
  },
};

/** Types without an `identifier` search parameter in R4. */
const unidentified = new Set(['Binary', 'AuditEvent', 'Provenance']);

/** Types that are about nobody: every log-in that may read the type may read every one of them. */
export const sharedTypes: ReadonlySet<string> = new Set([
  'Location',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Questionnaire',
]);

function parameter(name: string, definition: string): SearchParameter {
  const [kind, ...paths] = definition.split(' ');
  const target = definition.split('>')[1]?.split(' ')[0];
  return {
    name,
    kind: kind as ParameterKind,
    paths: paths.map((path) => (path.split('>')[0] ?? '').split('.')),
    ...(target !== undefined && {target}),
  };
}

const parameters: ReadonlyMap<string, ReadonlyMap<string, SearchParameter>> = new Map(
  Object.entries(table).map(([type, own]) => [
    type,
    new Map(
      Object.entries({
        ...(!unidentified.has(type) && {identifier: 'token identifier'}),
        ...own,
      }).map(([name, definition]) => [name, parameter(name, definition)]),
    ),
  ]),
);

/** The resource types that the demo server serves, in alphabetical order. */
export const servedTypes: readonly string[] = [...parameters.keys()];

/** The search parameters of a type by name; undefined when the type is not served. `_id` and `_lastUpdated` are always there. */
export function searchParametersOf(type: string): ReadonlyMap<string, SearchParameter> | undefined {
  return parameters.get(type);
}
