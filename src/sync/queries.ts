/**
 * What is asked of a server for each type of record. Names of search parameters are those of the FHIR R4
 * registry: https://hl7.org/fhir/R4/searchparameter-registry.html
 */
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
 * For each type the parameter and the element it is sorted by, whether a person has few of it, and what is to come along.
 * MedicationStatement has no parameter that sorts by the date shown: it is read to its end.
 */
const preferences: Readonly<
  Record<
    TimelineType,
    readonly [sort?: string, element?: string, small?: boolean, include?: string]
  >
> = {
  Condition: ['recorded-date', 'recordedDate', true],
  AllergyIntolerance: ['date', 'recordedDate', true],
  MedicationRequest: ['authoredon', 'authoredOn', false, 'medication'],
  MedicationStatement: [undefined, undefined, true, 'medication'],
  Immunization: ['date', 'occurrence', true],
  DiagnosticReport: ['date', 'effective', false, 'result'],
  Observation: ['date', 'effective'],
  Procedure: ['date', 'performed'],
  Encounter: ['date', 'period'],
  DocumentReference: ['date', 'date'],
  Appointment: ['date', 'start'],
  CarePlan: ['date', 'period', true],
};

/** The preferred query for a type. */
export function queryFor(type: TimelineType): TypeQuery {
  const [sort, sortedBy, small, include] = preferences[type];
  const parameters: [string, string][] = [['_revinclude', 'Provenance:target']];
  if (include) parameters.unshift(['_include', `${type}:${include}`]);
  if (sort) parameters.unshift(['_sort', `-${sort}`]);
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
