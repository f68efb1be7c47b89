/** The kinds of record a person can see in the timeline, in the order they are listed. */
export const recordKinds = [
  'conditions',
  'allergies',
  'medicines',
  'vaccinations',
  'results',
  'measurements',
  'procedures',
  'visits',
  'documents',
  'appointments',
  'carePlans',
] as const;

/** One kind of record, as people speak of it; several FHIR types may hold it. */
export type RecordKind = (typeof recordKinds)[number];

/** The kinds that 'Now' is made of. */
export const nowKinds = ['medicines', 'conditions', 'allergies'] as const satisfies RecordKind[];

/** FHIR R4 resource types that are read into the timeline, and the kinds each can hold. */
export const kindsOfType = {
  Condition: ['conditions'],
  AllergyIntolerance: ['allergies'],
  MedicationRequest: ['medicines'],
  MedicationStatement: ['medicines'],
  Immunization: ['vaccinations'],
  DiagnosticReport: ['results'],
  Observation: ['results', 'measurements'],
  Procedure: ['procedures'],
  Encounter: ['visits'],
  DocumentReference: ['documents'],
  Appointment: ['appointments'],
  CarePlan: ['carePlans'],
} as const satisfies Record<string, readonly RecordKind[]>;

/** A FHIR resource type that the timeline reads. */
export type TimelineType = keyof typeof kindsOfType;
