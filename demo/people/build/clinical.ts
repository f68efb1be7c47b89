/** Writes conditions, allergies, vaccinations and procedures. */
import type {
  AllergyIntolerance,
  CodeableConcept,
  Condition,
  Encounter,
  Immunization,
  Procedure,
  Reference,
} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {actorRef, placeRef, professionalRef} from '../places.js';
import type {PlaceKey, ProfessionalKey} from '../places.js';

/** A name: the record's own words, and a code where a published file has it. */
export function named(text: string | undefined, code?: CodeKey): CodeableConcept {
  if (code !== undefined) return concept(code, text);
  return text === undefined ? {} : {text};
}

/** A condition as a GP or hospital records it. */
export interface ConditionEntry extends EntryOptions {
  readonly text: string;
  readonly code?: CodeKey;
  /** FHIR date, as precise as known. */
  readonly onset?: string;
  readonly recordedDate?: string;
  /** Absent: not recorded. */
  readonly clinical?: 'active' | 'recurrence' | 'inactive' | 'remission' | 'resolved';
  /** Absent: not recorded. */
  readonly verification?:
    'confirmed' | 'provisional' | 'unconfirmed' | 'refuted' | 'enteredInError';
  readonly abated?: string;
  readonly note?: string;
  readonly by?: ProfessionalKey;
  readonly problem?: boolean;
  readonly visit?: Reference<Encounter>;
}

/** Writes a condition. */
export function condition(book: Book, entry: ConditionEntry): Reference<Condition> {
  const happened = entry.recordedDate ?? entry.onset ?? '2000-01-01';
  const resource: Condition = {
    resourceType: 'Condition',
    ...(entry.clinical && {clinicalStatus: concept(entry.clinical)}),
    ...(entry.verification && {verificationStatus: concept(entry.verification)}),
    category: [concept(entry.problem === false ? 'encounterDiagnosis' : 'problemList')],
    code: named(entry.text, entry.code),
    subject: book.patient,
    ...(entry.visit && {encounter: entry.visit}),
    ...(entry.onset && {onsetDateTime: entry.onset}),
    ...(entry.abated && {abatementDateTime: entry.abated}),
    ...(entry.recordedDate && {recordedDate: entry.recordedDate}),
    ...(entry.by && {recorder: professionalRef(entry.by)}),
    ...(entry.note && {note: [{text: entry.note}]}),
  };
  return book.add(resource, happened, entry);
}

/** An allergy or intolerance, or the statement that there is none. */
export interface AllergyEntry extends EntryOptions {
  readonly text: string;
  readonly code?: CodeKey;
  readonly recordedDate?: string;
  readonly onset?: string;
  readonly lastOccurrence?: string;
  readonly type?: AllergyIntolerance['type'];
  readonly category?: 'food' | 'medication' | 'environment';
  readonly criticality?: AllergyIntolerance['criticality'];
  readonly clinical?: 'allergyActive' | 'allergyInactive' | 'allergyResolved';
  readonly verification?:
    'allergyConfirmed' | 'allergyUnconfirmed' | 'allergyRefuted' | 'allergyEnteredInError';
  readonly reaction?: {
    readonly text: string;
    readonly code?: CodeKey;
    readonly severity?: 'mild' | 'moderate' | 'severe';
  };
  readonly note?: string;
  readonly by?: ProfessionalKey;
}

/** Writes an allergy. */
export function allergy(book: Book, entry: AllergyEntry): Reference<AllergyIntolerance> {
  const {reaction} = entry;
  const resource: AllergyIntolerance = {
    resourceType: 'AllergyIntolerance',
    ...(entry.clinical && {clinicalStatus: concept(entry.clinical)}),
    ...(entry.verification && {verificationStatus: concept(entry.verification)}),
    ...(entry.type && {type: entry.type}),
    ...(entry.category && {category: [entry.category]}),
    ...(entry.criticality && {criticality: entry.criticality}),
    code: named(entry.text, entry.code),
    patient: book.patient,
    ...(entry.onset && {onsetDateTime: entry.onset}),
    ...(entry.recordedDate && {recordedDate: entry.recordedDate}),
    ...(entry.by && {recorder: professionalRef(entry.by)}),
    ...(entry.lastOccurrence && {lastOccurrence: entry.lastOccurrence}),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(reaction && {
      reaction: [
        {
          manifestation: [named(reaction.text, reaction.code)],
          ...(reaction.severity && {severity: reaction.severity}),
        },
      ],
    }),
  };
  return book.add(resource, entry.recordedDate ?? entry.onset ?? '2000-01-01', entry);
}

/** A vaccination, given or not. */
export interface VaccineEntry extends EntryOptions {
  readonly text: string;
  /** FHIR date, as precise as known. Absent: `words` says when. */
  readonly date?: string;
  /** When, where only words are recorded. */
  readonly words?: string;
  readonly status?: Immunization['status'];
  /** Why it was not given. */
  readonly notGiven?: {readonly text: string; readonly code?: CodeKey};
  readonly place?: PlaceKey;
  readonly by?: ProfessionalKey;
  readonly site?: string;
  readonly lot?: string;
  readonly dose?: number;
  readonly disease?: string;
  readonly note?: string;
  /** False: told by the person or another record, not seen given. */
  readonly primary?: boolean;
}

/** Writes a vaccination. */
export function vaccine(book: Book, entry: VaccineEntry): Reference<Immunization> {
  const actor = actorRef(entry.by, entry.place);
  const resource: Immunization = {
    resourceType: 'Immunization',
    status: entry.notGiven ? 'not-done' : (entry.status ?? 'completed'),
    ...(entry.notGiven && {statusReason: named(entry.notGiven.text, entry.notGiven.code)}),
    vaccineCode: {text: entry.text},
    patient: book.patient,
    ...(entry.date ? {occurrenceDateTime: entry.date} : {occurrenceString: entry.words ?? ''}),
    ...(entry.primary !== undefined && {primarySource: entry.primary}),
    ...(entry.lot && {lotNumber: entry.lot}),
    ...(entry.site && {site: {text: entry.site}}),
    ...(actor && {performer: [{actor}]}),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(entry.dose && {
      protocolApplied: [
        {
          doseNumberPositiveInt: entry.dose,
          ...(entry.disease && {targetDisease: [{text: entry.disease}]}),
        },
      ],
    }),
  };
  return book.add(resource, entry.date ?? entry.recorded ?? '2010-01-01', entry);
}

/** A procedure, done or not. */
export interface ProcedureEntry extends EntryOptions {
  readonly text: string;
  readonly code?: CodeKey;
  /** FHIR date, as precise as known, or a period. */
  readonly date?: string | {readonly start: string; readonly end: string};
  readonly status?: Procedure['status'];
  readonly reason?: string;
  readonly place?: PlaceKey;
  readonly by?: ProfessionalKey;
  readonly site?: string;
  readonly outcome?: string;
  readonly note?: string;
  readonly visit?: Reference<Encounter>;
  readonly notDone?: string;
}

/** Writes a procedure. */
export function procedure(book: Book, entry: ProcedureEntry): Reference<Procedure> {
  const {date} = entry;
  const actor = actorRef(entry.by, entry.place);
  const resource: Procedure = {
    resourceType: 'Procedure',
    status: entry.notDone ? 'not-done' : (entry.status ?? 'completed'),
    ...(entry.notDone && {statusReason: {text: entry.notDone}}),
    code: named(entry.text, entry.code),
    subject: book.patient,
    ...(entry.visit && {encounter: entry.visit}),
    ...(typeof date === 'string' ? {performedDateTime: date} : date && {performedPeriod: date}),
    ...(actor && {
      performer: [{actor, ...(entry.by && entry.place && {onBehalfOf: placeRef(entry.place)})}],
    }),
    ...(entry.reason && {reasonCode: [{text: entry.reason}]}),
    ...(entry.site && {bodySite: [{text: entry.site}]}),
    ...(entry.outcome && {outcome: {text: entry.outcome}}),
    ...(entry.note && {note: [{text: entry.note}]}),
  };
  const happened = typeof date === 'string' ? date : (date?.start ?? '2000-01-01');
  return book.add(resource, happened, entry);
}
