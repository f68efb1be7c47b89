/** Writes visits and stays, letters and notes, appointments, and who wrote what. */
import {createHash} from 'node:crypto';
import type {
  Appointment,
  AppointmentParticipant,
  Condition,
  DocumentReference,
  Encounter,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  Provenance,
  Reference,
  RelatedPerson,
  Resource,
} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {coding, concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {locationRef, placeRef, places, professionalRef} from '../places.js';
import type {LocationKey, PlaceKey, ProfessionalKey} from '../places.js';
import {named} from './clinical.js';
import {pdf} from './pdf.js';

/** A visit or a stay. */
export interface VisitEntry extends EntryOptions {
  readonly text: string;
  /** DateTime, or a FHIR date where only that is known. */
  readonly start: string;
  readonly end?: string;
  readonly status?: Encounter['status'];
  readonly how?: 'ambulatory' | 'emergency' | 'inpatient' | 'homeVisit' | 'virtual';
  readonly place: PlaceKey;
  readonly by?: ProfessionalKey;
  readonly at?: LocationKey;
  readonly reason?: string;
  readonly diagnosis?: Reference<Condition>;
}

/** Writes a visit. */
export function visit(book: Book, entry: VisitEntry): Reference<Encounter> {
  const resource: Encounter = {
    resourceType: 'Encounter',
    status: entry.status ?? 'finished',
    class: coding(entry.how ?? 'ambulatory'),
    type: [{text: entry.text}],
    subject: book.patient,
    ...(entry.by && {participant: [{individual: professionalRef(entry.by)}]}),
    period: {start: entry.start, ...(entry.end && {end: entry.end})},
    ...(entry.reason && {reasonCode: [{text: entry.reason}]}),
    ...(entry.diagnosis && {diagnosis: [{condition: entry.diagnosis}]}),
    ...(entry.at && {location: [{location: locationRef(entry.at)}]}),
    serviceProvider: placeRef(entry.place),
  };
  return book.add(resource, entry.end ?? entry.start, entry);
}

/** A letter, a note or another document. */
export interface LetterEntry extends EntryOptions {
  readonly title: string;
  /** When it was written, dateTime. Absent: only the period of what it tells of is known. */
  readonly date?: string;
  readonly about?: {readonly start: string; readonly end?: string};
  readonly code?: CodeKey;
  /** What kind of document, in words; absent is the title. */
  readonly type?: string;
  readonly text?: string;
  readonly as?: 'text' | 'pdf';
  readonly status?: DocumentReference['status'];
  readonly by?: ProfessionalKey;
  readonly author?: Reference<
    Practitioner | PractitionerRole | Organization | Patient | RelatedPerson
  >;
  readonly place?: PlaceKey;
  readonly visit?: Reference<Encounter>;
  readonly replaces?: Reference<DocumentReference>;
}

/** Writes a document with its text inside it. */
export function letter(book: Book, entry: LetterEntry): Reference<DocumentReference> {
  const text = entry.text ?? entry.title;
  const bytes = entry.as === 'pdf' ? pdf(text) : Buffer.from(text, 'utf8');
  const author = entry.by
    ? professionalRef(entry.by)
    : (entry.author ?? (entry.place && placeRef(entry.place)));
  const resource: DocumentReference = {
    resourceType: 'DocumentReference',
    status: entry.status ?? 'current',
    type: named(entry.type ?? entry.title, entry.code),
    subject: book.patient,
    ...(entry.date && {date: entry.date}),
    ...(author && {author: [author]}),
    ...(entry.place && {custodian: placeRef(entry.place)}),
    ...(entry.replaces && {relatesTo: [{code: 'replaces', target: entry.replaces}]}),
    description: entry.title,
    content: [
      {
        attachment: {
          contentType: entry.as === 'pdf' ? 'application/pdf' : 'text/plain; charset=utf-8',
          language: 'en-GB',
          data: bytes.toString('base64'),
          size: bytes.length,
          hash: createHash('sha1').update(bytes).digest('base64'),
          title: entry.title,
          ...(entry.date && {creation: entry.date}),
        },
      },
    ],
    ...((entry.visit ?? entry.about) && {
      context: {
        ...(entry.visit && {encounter: [entry.visit]}),
        ...(entry.about && {period: entry.about}),
      },
    }),
  };
  return book.add(resource, entry.date ?? entry.about?.start ?? '2000-01-01', entry);
}

/** An appointment. */
export interface AppointmentEntry extends EntryOptions {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly status: Appointment['status'];
  readonly place: PlaceKey;
  readonly by?: ProfessionalKey;
  readonly at?: LocationKey;
  readonly instruction?: string;
  readonly reason?: string;
  readonly cancelled?: string;
  readonly booked?: string;
  /** False: the entry names nobody as the patient, as happens. */
  readonly namesPatient?: boolean;
}

/** Writes an appointment. */
export function appointment(book: Book, entry: AppointmentEntry): Reference<Appointment> {
  const comes = (actor: AppointmentParticipant['actor']): AppointmentParticipant => ({
    ...(actor && {actor}),
    required: 'required',
    status: 'accepted',
  });
  const resource: Appointment = {
    resourceType: 'Appointment',
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel',
        valueCodeableConcept: concept('inPerson'),
      },
    ],
    status: entry.status,
    ...(entry.cancelled && {cancelationReason: {text: entry.cancelled}}),
    serviceType: [{text: entry.title}],
    ...(entry.reason && {reasonCode: [{text: entry.reason}]}),
    description: entry.title,
    start: entry.start,
    end: entry.end,
    ...(entry.booked && {created: entry.booked}),
    ...(entry.instruction && {patientInstruction: entry.instruction}),
    participant: [
      ...(entry.namesPatient === false ? [] : [comes(book.patient)]),
      ...(entry.by ? [comes(professionalRef(entry.by))] : []),
      comes(entry.at ? locationRef(entry.at) : {display: places[entry.place].name}),
    ],
  };
  return book.add(resource, entry.booked ?? '2026-11-01', entry);
}

/** Writes who wrote an entry, and on whose behalf. */
export function provenance(
  book: Book,
  target: readonly Reference<Resource>[],
  recorded: string,
  who: Reference<Practitioner | Organization | Patient | RelatedPerson>,
  more: EntryOptions & {
    readonly onBehalfOf?: PlaceKey;
    readonly revisionOf?: Reference<Resource>;
  } = {},
): Reference<Provenance> {
  const resource: Provenance = {
    resourceType: 'Provenance',
    target: [...target],
    recorded,
    agent: [
      {
        type: concept('author'),
        who,
        ...(more.onBehalfOf && {onBehalfOf: placeRef(more.onBehalfOf)}),
      },
    ],
    ...(more.revisionOf && {entity: [{role: 'revision', what: more.revisionOf}]}),
  };
  return book.add(resource, recorded, more);
}
