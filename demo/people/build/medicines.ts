/** Writes medicines: what was prescribed, and what is being taken. */
import type {
  CodeableConcept,
  Condition,
  Dosage,
  Medication,
  MedicationRequest,
  MedicationStatement,
  Organization,
  Patient,
  Practitioner,
  Reference,
  RelatedPerson,
} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {actorRef} from '../places.js';
import type {PlaceKey, ProfessionalKey} from '../places.js';
import {named} from './clinical.js';

/** How the medicine itself is written: in place, inside the entry, or as an entry of its own. */
export type MedicineForm = 'inline' | 'contained' | 'referenced';

interface MedicineBase extends EntryOptions {
  readonly text: string;
  readonly code?: CodeKey;
  /** How to take it, as the label says. */
  readonly dose?: string;
  /** How to take it, as the clinician wrote it: '1 bd'. */
  readonly patientWords?: string;
  readonly form?: MedicineForm;
  readonly reason?: string;
  readonly reasonCondition?: Reference<Condition>;
  readonly asNeeded?: boolean;
  readonly route?: string;
  readonly note?: string;
  readonly statusReason?: string;
}

/** A prescription. */
export interface PrescriptionEntry extends MedicineBase {
  /** When it was prescribed, FHIR date. Absent: not recorded. */
  readonly date?: string;
  readonly status: MedicationRequest['status'];
  readonly intent?: MedicationRequest['intent'];
  readonly setting?: 'community' | 'discharge' | 'inpatientMedicine';
  readonly repeat?: boolean;
  readonly by?: ProfessionalKey;
  readonly place?: PlaceKey;
  readonly days?: number;
  readonly doNotPerform?: boolean;
  readonly replaces?: Reference<MedicationRequest>;
}

/** What somebody takes, as told or as reconciled. */
export interface StatementEntry extends MedicineBase {
  readonly status: MedicationStatement['status'];
  /** When it was said, FHIR date. */
  readonly asserted?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: string;
  readonly saidBy?: Reference<Patient | Practitioner | RelatedPerson | Organization>;
}

interface Written {
  readonly contained?: [Medication];
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly medicationReference?: Reference<Medication>;
}

function medication(book: Book, entry: MedicineBase, happened: string): Written {
  const name = named(entry.text, entry.code);
  if (entry.form === 'contained') {
    return {
      contained: [{resourceType: 'Medication', id: 'medicine', code: name}],
      medicationReference: {reference: '#medicine'},
    };
  }
  if (entry.form === 'referenced') {
    const medicine: Medication = {resourceType: 'Medication', status: 'active', code: name};
    return {medicationReference: book.add(medicine, happened)};
  }
  return {medicationCodeableConcept: name};
}

function dosage(entry: MedicineBase): Dosage[] | undefined {
  if (entry.dose === undefined) return undefined;
  return [
    {
      text: entry.dose,
      ...(entry.patientWords && {patientInstruction: entry.patientWords}),
      ...(entry.asNeeded && {asNeededBoolean: true}),
      ...(entry.route && {route: {text: entry.route}}),
    },
  ];
}

/** Writes a prescription. */
export function prescription(book: Book, entry: PrescriptionEntry): Reference<MedicationRequest> {
  const happened = entry.date ?? '2000-01-01';
  const dosageInstruction = dosage(entry);
  const requester = actorRef(entry.by, entry.place);
  const resource: MedicationRequest = {
    resourceType: 'MedicationRequest',
    ...medication(book, entry, happened),
    status: entry.status,
    ...(entry.statusReason && {statusReason: {text: entry.statusReason}}),
    intent: entry.intent ?? 'order',
    ...(entry.setting && {category: [concept(entry.setting)]}),
    ...(entry.doNotPerform && {doNotPerform: true}),
    subject: book.patient,
    ...(entry.date && {authoredOn: entry.date}),
    ...(requester && {requester}),
    ...(entry.reason && {reasonCode: [{text: entry.reason}]}),
    ...(entry.reasonCondition && {reasonReference: [entry.reasonCondition]}),
    ...(entry.repeat !== undefined && {
      courseOfTherapyType: {text: entry.repeat ? 'Repeat' : 'Acute'},
    }),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(dosageInstruction && {dosageInstruction}),
    ...(entry.days && {
      dispenseRequest: {
        expectedSupplyDuration: {
          value: entry.days,
          unit: 'days',
          system: 'http://unitsofmeasure.org',
          code: 'd',
        },
      },
    }),
    ...(entry.replaces && {priorPrescription: entry.replaces}),
  };
  return book.add(resource, happened, entry);
}

/** Writes what is being taken. */
export function statement(book: Book, entry: StatementEntry): Reference<MedicationStatement> {
  const happened = entry.asserted ?? entry.from ?? '2000-01-01';
  const taken = dosage(entry);
  const resource: MedicationStatement = {
    resourceType: 'MedicationStatement',
    ...medication(book, entry, happened),
    status: entry.status,
    ...(entry.statusReason && {statusReason: [{text: entry.statusReason}]}),
    subject: book.patient,
    ...((entry.from ?? entry.until) && {
      effectivePeriod: {
        ...(entry.from && {start: entry.from}),
        ...(entry.until && {end: entry.until}),
      },
    }),
    ...(entry.asserted && {dateAsserted: entry.asserted}),
    ...(entry.saidBy && {informationSource: entry.saidBy}),
    ...(entry.reason && {reasonCode: [{text: entry.reason}]}),
    ...(entry.reasonCondition && {reasonReference: [entry.reasonCondition]}),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(taken && {dosage: taken}),
  };
  return book.add(resource, happened, entry);
}
