/** From a FHIR resource to an entry that is safe to show: the gate first, then the decoder of its type. */
import type {FhirDate} from '../fhir-date.js';
import {get, list, object, referenceTo, text, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../record-kind.js';
import type {EntryKey, StatusKey} from '../status.js';
import type {Author, Point, TimelineEntry} from '../timeline.js';
import {allergyIntolerance} from './allergy-intolerance.js';
import {appointment} from './appointment.js';
import {carePlan} from './care-plan.js';
import {condition} from './condition.js';
import {diagnosticReport} from './diagnostic-report.js';
import {documentReference} from './document-reference.js';
import {encounter} from './encounter.js';
import {
  firstDate,
  statusOf,
  type DecodeContext,
  type Decoder,
  type Head,
  type Meaning,
  type When,
} from './entry.js';
import {entryBody} from './entry-body.js';
import {immunization} from './immunization.js';
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

function isTimelineType(type: unknown): type is TimelineType {
  return typeof type === 'string' && Object.hasOwn(kindsOfType, type);
}

const excluded: Decoded = Object.freeze({outcome: 'excluded'});
const notForTimeline: Decoded = Object.freeze({outcome: 'notForTimeline'});
const none: readonly never[] = Object.freeze([]);

/** Longest title of a row, in characters. */
const longestTitle = 300;

const measured: readonly EntryKey[] = ['measurement', 'lifestyle', 'questionnaire'];

function kindOf(type: TimelineType, sort: EntryKey | undefined): RecordKind {
  return sort && measured.includes(sort) ? 'measurements' : kindsOfType[type][0];
}

const unknownAuthor: Author = Object.freeze({who: 'unknown'});
const withoutStatus: Meaning = Object.freeze({});

function labelsOf(resource: FhirResource | undefined): readonly string[] {
  const security = list(get(get(resource, 'meta'), 'security'));
  return security.length === 0
    ? none
    : security.flatMap((coding) => text(get(coding, 'code')) ?? []);
}

/**
 * One shape for every entry, with `undefined` where there is nothing: ten thousand of them are made at once. Its head
 * stands in it; what is under its name, who recorded it and what a search looks through are read when they are asked for,
 * and kept, by getters of the prototype, which a copy by spreading leaves behind.
 */
class Entry implements TimelineEntry {
  readonly reference: string;
  readonly source: string;
  readonly kind: RecordKind;
  readonly type: TimelineType;
  readonly sort: TimelineEntry['sort'];
  readonly lead: TimelineEntry['lead'];
  readonly title: string | undefined;
  readonly statement: TimelineEntry['statement'];
  readonly date: FhirDate | undefined;
  readonly dateElement: string | undefined;
  readonly until: FhirDate | undefined;
  readonly statuses: readonly StatusKey[];
  readonly currency: TimelineEntry['currency'];
  readonly visit: string | undefined;
  readonly parts: readonly string[];
  readonly partsComplete: boolean | undefined;
  readonly recorded: number | undefined;
  readonly #resource: FhirResource;
  readonly #context: DecodeContext;
  readonly #members: Members | undefined;
  #points: readonly Point[] | undefined;
  #searched: string | undefined;
  #from: {readonly author: Author; readonly place: string | undefined} | undefined;

  constructor(
    reference: string,
    type: TimelineType,
    head: Head,
    when: When,
    resource: FhirResource,
    context: DecodeContext,
  ) {
    const {title, members} = head;
    const local = (sent: string): string => context.local?.(sent) ?? sent;
    const visit = text(
      get(
        head.visit ?? list(get(resource, 'encounter'))[0] ?? get(resource, 'context'),
        'reference',
      ),
    );
    const meta = object(get(resource, 'meta'));
    const recorded = meta ? Date.parse(String(meta['lastUpdated'])) : NaN;
    this.reference = reference;
    this.source = context.source;
    this.kind = kindOf(type, head.sort);
    this.type = type;
    this.sort = head.sort;
    this.lead = head.lead;
    this.title = title && title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title;
    this.statement = head.statement;
    this.date = when.date;
    this.dateElement = when.element;
    this.until = head.until;
    this.statuses = distinct(head.statuses);
    this.currency = head.currency;
    this.visit = visit && local(visit);
    this.parts = members ? members.parts.map(local) : none;
    this.partsComplete = members?.complete;
    this.recorded = Number.isNaN(recorded) ? undefined : recorded;
    this.#resource = resource;
    this.#context = context;
    this.#members = members;
  }

  /** Its own labels, and those of what it names as its reason: a medicine tells what a covered condition is. */
  get labels(): readonly string[] {
    const reasons = list(get(this.#resource, 'reasonReference'));
    const own = labelsOf(this.#resource);
    if (reasons.length === 0) return own;
    return own.concat(
      reasons
        .slice(0, 5)
        .flatMap((reason) => labelsOf(this.#context.resolve(reason, this.#resource))),
    );
  }

  get pending(): boolean {
    return !entryBody();
  }

  get points(): readonly Point[] {
    return (
      (this.#points ??= entryBody()?.readPoints(
        this,
        this.#resource,
        this.#context,
        this.#members,
      )) ?? none
    );
  }

  /** Who recorded it and where it came from, read together. */
  get #origin() {
    return (this.#from ??= entryBody()?.readOrigin(this, this.#resource, this.#context));
  }

  get author(): Author {
    return this.#origin?.author ?? unknownAuthor;
  }

  get place(): string | undefined {
    return this.#origin?.place;
  }

  get searchText(): string {
    this.#searched ??= entryBody()?.searchTextOf(this);
    return this.#searched ?? (this.title ?? '').toLowerCase();
  }
}

/** Makes one resource into an entry, or says why it is none. Never throws for what a server sent. */
export function decode(resource: FhirResource, context: DecodeContext): Decoded {
  const type = get(resource, 'resourceType');
  if (!isTimelineType(type)) return notForTimeline;
  const answer = gate(resource);
  if (answer === 'excluded') return excluded;
  const decoder = decoders[type];
  const {statuses} = decoder;
  const when = firstDate(resource, decoder.dates);
  const reference = referenceTo(resource);
  const status = statuses ? statusOf(get(resource, 'status'), statuses) : withoutStatus;
  const head =
    answer === 'open' && reference !== undefined && status
      ? decoder.read(resource, context, when, status)
      : 'withheld';
  if (head === 'excluded') return excluded;
  if (head === 'withheld' || reference === undefined) {
    return {outcome: 'withheld', kind: kindOf(type, decoder.sort?.(resource)), date: when.date};
  }
  return {outcome: 'entry', entry: new Entry(reference, type, head, when, resource, context)};
}

function distinct(statuses: readonly (StatusKey | undefined)[] | undefined): readonly StatusKey[] {
  const found: StatusKey[] = [];
  for (const status of statuses ?? none) {
    if (status && !found.includes(status)) found.push(status);
  }
  return found.length > 0 ? found : none;
}
