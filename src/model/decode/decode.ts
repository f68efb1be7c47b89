/** From a FHIR resource to an entry that is safe to show: the gate first, then the decoder of its type. */
import type {FhirDate} from '../fhir-date.js';
import {get, list, referenceTo, text, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../record-kind.js';
import type {EntryKey} from '../status.js';
import type {Author, Points, TimelineEntry} from '../timeline.js';
import {allergyIntolerance} from './allergy-intolerance.js';
import {appointment} from './appointment.js';
import {carePlan} from './care-plan.js';
import {condition} from './condition.js';
import {diagnosticReport} from './diagnostic-report.js';
import {documentReference} from './document-reference.js';
import {encounter} from './encounter.js';
import {
  firstDate,
  nameIn,
  statusOf,
  tag,
  type DecodeContext,
  type Decoder,
  type Head,
  type When,
} from './entry.js';
import type {Body} from './body/body.js';
import {entryBody} from './entry-body.js';
import {immunization} from './immunization.js';
import type {Meaning} from './meanings.js';
import {medicationRequest, medicationStatement} from './medication.js';
import type {Members} from './members.js';
import {observation} from './observation.js';
import {procedure} from './procedure.js';

export type {DecodeContext} from './entry.js';

/** What came of one resource. */
export type Decoded =
  | {readonly outcome: 'entry'; readonly entry: TimelineEntry}
  /** Received, and cannot be shown safely: counted. */
  | {readonly outcome: 'withheld'; readonly kind: RecordKind; readonly date?: FhirDate}
  /** Entered in error, or superseded: neither shown nor counted. */
  | {readonly outcome: 'excluded'}
  | {readonly outcome: 'notForTimeline'};

const decoders: Readonly<Record<TimelineType, Decoder>> = {
  Condition: condition,
  AllergyIntolerance: allergyIntolerance,
  MedicationRequest: medicationRequest,
  MedicationStatement: medicationStatement,
  Immunization: immunization,
  DiagnosticReport: diagnosticReport,
  Observation: observation,
  Procedure: procedure,
  Encounter: encounter,
  DocumentReference: documentReference,
  Appointment: appointment,
  CarePlan: carePlan,
};

const excluded: Decoded = {outcome: 'excluded'};
const notForTimeline: Decoded = {outcome: 'notForTimeline'};
const none: readonly never[] = [];

/** Longest title of a row, in characters. */
const longestTitle = 300;

const measured: readonly EntryKey[] = ['measurement', 'lifestyle', 'questionnaire'];

function kindOf(type: TimelineType, sort: EntryKey): RecordKind {
  return measured.includes(sort) ? 'measurements' : kindsOfType[type][0];
}

const unknownAuthor: Author = {who: 'unknown'};
const withoutStatus: Meaning = {};
/** Until its labels can be read, an entry is taken for a restricted one: it may be. HL7 v3 Confidentiality. */
const unread: readonly string[] = ['R'];

/** The visit a resource belongs to, as a FHIR Reference. */
function visitOf(resource: FhirResource): unknown {
  const context = get(resource, 'context');
  const [visit] = [...list(get(resource, 'encounter')), ...list(get(context, 'encounter'))];
  return visit ?? context ?? (resource.resourceType === 'Encounter' && get(resource, 'partOf'));
}

/**
 * One shape for every entry, with `undefined` where there is nothing: ten thousand of them are made at once. Its head
 * stands in it; what is under its name, who recorded it and what a search looks through are read when they are asked for,
 * and kept, by getters of the prototype, which a copy by spreading leaves behind.
 */
class Entry implements TimelineEntry, Head {
  readonly reference: string;
  readonly source: string;
  readonly kind: RecordKind;
  readonly type: TimelineType;
  sort: EntryKey;
  lead: Head['lead'];
  title: Head['title'];
  statement: Head['statement'];
  readonly date: FhirDate | undefined;
  readonly dateElement: string | undefined;
  until: Head['until'];
  statuses: Head['statuses'];
  currency: Head['currency'];
  readonly visit: string | undefined;
  readonly parts: readonly string[];
  readonly partsComplete: boolean | undefined;
  readonly recorded: number | undefined;
  readonly #resource: FhirResource;
  readonly #context: DecodeContext;
  readonly #members: Members | undefined;
  #body: Body | undefined;
  #place: string | null | undefined;

  /** What the tables of its type say; its decoder goes on from there. */
  constructor(
    reference: string,
    type: TimelineType,
    sort: EntryKey,
    {lead, status}: Meaning,
    {date, element, until}: When,
    resource: FhirResource,
    context: DecodeContext,
  ) {
    const {names, members: membersIn} = decoders[type];
    const local = (sent: string): string => context.local?.(sent) ?? sent;
    const members = membersIn?.(resource, context);
    const visit = text(get(visitOf(resource), 'reference'));
    const updated = text(get(get(resource, 'meta'), 'lastUpdated'));
    this.reference = reference;
    this.source = context.source;
    this.kind = kindOf(type, sort);
    this.type = type;
    this.sort = sort;
    this.lead = lead;
    this.title = nameIn(resource, names);
    this.statement = undefined;
    this.date = date;
    this.dateElement = element;
    this.until = until;
    this.currency = undefined;
    this.visit = visit && local(visit);
    this.parts = members ? members.parts.map(local) : none;
    this.partsComplete = members?.complete;
    this.recorded = (updated && Date.parse(updated)) || undefined;
    this.#resource = resource;
    this.#context = context;
    this.#members = members;
    this.statuses = status ? [status] : none;
    if (members) tag(this, ...members.statuses);
  }

  /** Reads what the tables do not say. Tells when it may not be shown. */
  read(status: Meaning): ReturnType<NonNullable<Decoder['read']>> {
    const refusal = decoders[this.type].read?.(
      this,
      this.#resource,
      this.#context,
      status,
      this.#members,
    );
    if (this.title && this.title.length > longestTitle)
      this.title = `${this.title.slice(0, longestTitle)}…`;
    return refusal;
  }

  get labels(): readonly string[] {
    return entryBody()?.entryLabels(this.#resource, this.#context) ?? unread;
  }

  get pending(): boolean {
    return !this.#readBody();
  }

  #readBody(): Body | undefined {
    return this.#body ?? entryBody()?.readBody(this, this.#resource, this.#context, this.#members);
  }

  /** Everything besides the head, once what reads it is there. */
  get #rest(): Body | undefined {
    return (this.#body = this.#readBody());
  }

  get points(): Points {
    return this.#rest?.points ?? none;
  }

  get author(): Author {
    return this.#rest?.author ?? unknownAuthor;
  }

  /** Asked of every entry of a record, drawn or not: only the place stays, and not all that was read with it. */
  get place(): string | undefined {
    const body = this.#place === undefined && this.#readBody();
    if (body) this.#place = body.place ?? null;
    return this.#place ?? undefined;
  }

  get searchText(): string {
    return this.#rest?.searchText ?? (this.title ?? '').toLowerCase();
  }
}

/** Makes one resource into an entry, or says why it is none. Never throws for what a server sent. */
export function decode(resource: FhirResource, context: DecodeContext): Decoded {
  const type = get(resource, 'resourceType') as TimelineType;
  if (!Object.hasOwn(decoders, type)) return notForTimeline;
  const answer = gate(resource);
  if (answer === 'excluded') return excluded;
  const decoder = decoders[type];
  const {statuses} = decoder;
  const when = firstDate(resource, decoder.dates);
  const reference = referenceTo(resource);
  const sort = typeof decoder.sort === 'string' ? decoder.sort : decoder.sort(resource);
  const status = statuses ? statusOf(get(resource, 'status'), statuses) : withoutStatus;
  if (answer === 'open' && reference !== undefined && status) {
    const entry = new Entry(reference, type, sort, status, when, resource, context);
    const refusal = entry.read(status);
    if (!refusal) return {outcome: 'entry', entry};
    if (refusal === 'excluded') return excluded;
  }
  return {outcome: 'withheld', kind: kindOf(type, sort), date: when.date};
}
