/** From a FHIR resource to an entry that is safe to show: the gate first, then the decoder of its type. */
import type {FhirDate} from '../fhir-date.js';
import {get, object, referenceTo, text, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {looksLikeCode} from '../label.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../record-kind.js';
import type {StatusKey} from '../status.js';
import type {Point, TimelineEntry} from '../timeline.js';
import {allergyIntolerance} from './allergy-intolerance.js';
import {appointment} from './appointment.js';
import {carePlan} from './care-plan.js';
import {condition} from './condition.js';
import {diagnosticReport} from './diagnostic-report.js';
import {documentReference} from './document-reference.js';
import {encounter} from './encounter.js';
import {securityCodes, type DecodeContext, type Decoder, type Draft, type When} from './entry.js';
import {immunization} from './immunization.js';
import {medicationRequest, medicationStatement} from './medication.js';
import {observation} from './observation.js';
import {readSource} from './people.js';
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

/**
 * One shape for every entry, with `undefined` where there is nothing: ten thousand of them are made at once. What a search
 * looks through is made when it is first asked for, and kept: a search looks at every entry each time another page has come. It is
 * a getter of the prototype, which a copy by spreading leaves behind.
 */
class Entry implements TimelineEntry {
  readonly reference: string;
  readonly source: string;
  readonly kind: RecordKind;
  readonly type: TimelineType;
  readonly sort: TimelineEntry['sort'];
  readonly lead: TimelineEntry['lead'];
  title: string | undefined = undefined;
  readonly statement: TimelineEntry['statement'];
  readonly date: FhirDate | undefined;
  readonly dateElement: string | undefined;
  readonly until: FhirDate | undefined;
  readonly statuses: readonly StatusKey[];
  readonly points: readonly Point[];
  readonly currency: TimelineEntry['currency'];
  readonly author: TimelineEntry['author'];
  readonly place: string | undefined;
  visit: string | undefined = undefined;
  readonly parts: readonly string[];
  readonly partsComplete: boolean | undefined;
  labels: readonly string[] = none;
  recorded: number | undefined = undefined;
  /** What a search looks through, once one has looked. */
  searched: string | undefined = undefined;

  constructor(
    reference: string,
    source: string,
    kind: RecordKind,
    type: TimelineType,
    draft: Draft,
    when: When,
    author: TimelineEntry['author'],
    place: string | undefined,
    points: readonly Point[],
  ) {
    this.reference = reference;
    this.source = source;
    this.kind = kind;
    this.type = type;
    this.sort = draft.sort;
    this.lead = draft.lead;
    this.statement = draft.statement;
    this.date = when.date;
    this.dateElement = when.element;
    this.until = draft.until;
    this.statuses = distinct(draft.statuses);
    this.points = points;
    this.currency = draft.currency;
    this.author = author;
    this.place = place;
    this.parts = draft.parts ?? none;
    this.partsComplete = draft.partsComplete;
  }

  get searchText(): string {
    return (this.searched ??= searchTextOf(this.title, this.place, this.author.name, this.points));
  }
}

/** Makes one resource into an entry, or says why it is none. Never throws for what a server sent. */
export function decode(resource: FhirResource, context: DecodeContext): Decoded {
  const type = get(resource, 'resourceType');
  if (!isTimelineType(type)) return notForTimeline;
  const decoder = decoders[type];
  const answer = gate(resource);
  if (answer === 'excluded') return excluded;
  const when = decoder.when(resource);
  const reference = referenceTo(resource);
  const draft =
    answer === 'withheld' || reference === undefined
      ? 'withheld'
      : decoder.read(resource, context, when);
  if (draft === 'excluded') return excluded;
  if (draft === 'notForTimeline') return notForTimeline;
  if (draft === 'withheld' || reference === undefined) {
    return {
      outcome: 'withheld',
      kind: decoder.kind(resource),
      date: when.date,
    };
  }
  const {author, place} = readSource(
    resource,
    context,
    reference,
    draft.authors ?? none,
    draft.places ?? none,
  );
  const points: Point[] = [];
  for (const each of draft.points ?? none) if (each) points.push(each);
  const entry = new Entry(
    reference,
    context.source,
    decoder.kind(resource),
    type,
    draft,
    when,
    author,
    place,
    points,
  );
  entry.title = cut(draft.title);
  entry.visit = text(get(draft.visit, 'reference'));
  const meta = object(get(resource, 'meta'));
  if (meta) {
    entry.labels = securityCodes(resource);
    const recorded = Date.parse(text(meta['lastUpdated']) ?? '');
    if (!Number.isNaN(recorded)) entry.recorded = recorded;
  }
  return {outcome: 'entry', entry};
}

function cut(words: string | undefined): string | undefined {
  return words && words.length > longestTitle ? `${words.slice(0, longestTitle)}…` : words;
}

function distinct(statuses: readonly (StatusKey | undefined)[] | undefined): readonly StatusKey[] {
  const found: StatusKey[] = [];
  for (const status of statuses ?? none) {
    if (status && !found.includes(status)) found.push(status);
  }
  return found.length > 0 ? found : none;
}

/** The record's own words in an entry, in lower case. Words of ours are added by whoever puts an entry into a language. */
function searchTextOf(
  title: string | undefined,
  place: string | undefined,
  author: string | undefined,
  points: readonly Point[],
): string {
  const words = [title, place, author];
  for (const point of points) {
    if (point.type === 'finding') {
      const {name, value} = point.finding;
      words.push(name, value.type === 'text' ? value.text : undefined);
    } else if (point.type === 'dose') words.push(point.dose.text);
    else if (point.type === 'words') words.push(point.values.text);
    else words.push(point.text);
  }
  return words
    .filter((each) => each !== undefined && !looksLikeCode(each))
    .join(' ')
    .toLowerCase();
}
