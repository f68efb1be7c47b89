/**
 * What is asked of a server for each type of record. Names of search parameters are those of the FHIR R4
 * registry: https://hl7.org/fhir/R4/searchparameter-registry.html
 */
import {kindsOfType, type RecordKind, type TimelineType} from '../model/record-kind.js';

/** How one type of record is asked for. */
export interface TypeQuery {
  readonly type: TimelineType;
  /** Search parameters in order. `count` and the patient are the client's to add. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Names that may be dropped, first to last, when a server refuses them. */
  readonly optional: readonly string[];
  /** Start of the name of the element that the answer is sorted by; absent: it is in no known order. */
  readonly sortedBy?: string;
  /** True for kinds of which a person has few: read to their end early. */
  readonly small: boolean;
  /** True for one of several parts of a type that a server wants asked for one by one. */
  readonly part: boolean;
}

interface Preference {
  readonly sort?: readonly [parameter: string, element: string];
  readonly include?: string;
  readonly small?: boolean;
}

/** MedicationStatement has no parameter that sorts by the date shown: it is read to its end. */
const preferences: Readonly<Record<TimelineType, Preference>> = {
  Condition: {sort: ['recorded-date', 'recordedDate'], small: true},
  AllergyIntolerance: {sort: ['date', 'recordedDate'], small: true},
  MedicationRequest: {sort: ['authoredon', 'authoredOn'], include: 'MedicationRequest:medication'},
  MedicationStatement: {include: 'MedicationStatement:medication', small: true},
  Immunization: {sort: ['date', 'occurrence'], small: true},
  DiagnosticReport: {sort: ['date', 'effective'], include: 'DiagnosticReport:result'},
  Observation: {sort: ['date', 'effective']},
  Procedure: {sort: ['date', 'performed']},
  Encounter: {sort: ['date', 'period']},
  DocumentReference: {sort: ['date', 'date']},
  Appointment: {sort: ['date', 'start']},
  CarePlan: {sort: ['date', 'period'], small: true},
};

/** Codes of https://hl7.org/fhir/R4/valueset-observation-category.html but `therapy`, which holds no results. */
export const observationCategories = [
  'laboratory',
  'vital-signs',
  'social-history',
  'survey',
  'exam',
  'imaging',
  'procedure',
  'activity',
] as const;

/** The preferred query for a type, or for one category of it. */
export function queryFor(type: TimelineType, category?: string): TypeQuery {
  const {sort, include, small} = preferences[type];
  return {
    type,
    parameters: [
      ...(category ? [['category', category] as const] : []),
      ...(sort ? [['_sort', `-${sort[0]}`] as const] : []),
      ...(include ? [['_include', include] as const] : []),
      ['_revinclude', 'Provenance:target'],
    ],
    optional: ['_revinclude', '_include', '_sort'],
    ...(sort && {sortedBy: sort[1]}),
    small: !!small,
    part: !!category,
  };
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
