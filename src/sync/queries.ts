/**
 * What is asked of a server for each type of record. Names of search parameters are those of the FHIR R4
 * registry: https://hl7.org/fhir/R4/searchparameter-registry.html
 */
import type {FhirResource} from '../model/fhir-json.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../model/record-kind.js';

/** How one type of record is asked for. What `SearchOptions` names without being told may be dropped. */
export interface TypeQuery {
  readonly type: TimelineType;
  /** Search parameters in order. `count` and the patient are the client's to add. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Start of the name of the element that the answer is sorted by; absent: it is in no known order. */
  readonly sortedBy?: string | undefined;
  /** True for kinds of which a person has few: read to their end early. */
  readonly small?: boolean | undefined;
  /** True for one of several parts of a type that a server wants asked for one by one. */
  readonly part?: boolean;
}

/**
 * For each type the element it is sorted by, whether a person has few of it, the parameter that sorts, and what is to come along.
 * MedicationStatement has no parameter that sorts by the date shown: it is read to its end.
 */
const preferences: Readonly<
  Record<
    TimelineType,
    readonly [element?: string, small?: boolean, sort?: string, include?: string]
  >
> = {
  Condition: ['recordedDate', true, 'recorded-date'],
  AllergyIntolerance: ['recordedDate', true],
  MedicationRequest: ['authoredOn', false, 'authoredon', 'medication'],
  MedicationStatement: [undefined, true, undefined, 'medication'],
  Immunization: ['occurrence', true],
  DiagnosticReport: ['effective', false, 'date', 'result'],
  Observation: ['effective'],
  Procedure: ['performed'],
  Encounter: ['period'],
  DocumentReference: ['date'],
  Appointment: ['start'],
  CarePlan: ['period', true],
};

/** The type of a resource when the timeline reads it. */
export function timelineType({resourceType}: FhirResource): TimelineType | undefined {
  return Object.hasOwn(kindsOfType, resourceType) ? (resourceType as TimelineType) : undefined;
}

/** The preferred query for a type. */
export function queryFor(type: TimelineType): TypeQuery {
  const [sortedBy, small, sort = 'date', include] = preferences[type];
  const parameters: [string, string][] = [['_revinclude', 'Provenance:target']];
  if (include) parameters.unshift(['_include', `${type}:${include}`]);
  if (sortedBy) parameters.unshift(['_sort', `-${sort}`]);
  return {type, parameters, sortedBy, small};
}

/** The types that hold some of these kinds; all types when no kind is named. */
export function typesOf(kinds: readonly RecordKind[] | undefined): TimelineType[] {
  const types = Object.keys(kindsOfType) as TimelineType[];
  return kinds ? types.filter((type) => holds(type, kinds)) : types;
}

/** Whether a type can hold one of these kinds. */
export function holds(type: TimelineType, kinds: readonly RecordKind[]): boolean {
  return kindsOfType[type].some((kind) => kinds.includes(kind));
}
