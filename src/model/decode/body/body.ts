/** What stands under an entry's name, who recorded it, and what a search looks through: a chunk that comes after the first requests. */
import {get, type FhirResource} from '../../fhir-json.js';
import {codedNamesIn} from '../../coded-names.js';
import {codesIn, looksLikeCode} from '../../label.js';
import type {TimelineType} from '../../record-kind.js';
import type {Points, TimelineEntry} from '../../timeline.js';
import type {DecodeContext} from '../entry.js';
import type {Members} from '../members.js';
import {readSource, type Source} from '../people.js';
import {allergyIntolerance} from './allergy-intolerance.js';
import {appointment} from './appointment.js';
import {carePlan} from './care-plan.js';
import {condition} from './condition.js';
import {diagnosticReport} from './diagnostic-report.js';
import {documentReference} from './document-reference.js';
import {encounter} from './encounter.js';
import {immunization} from './immunization.js';
import {medicationRequest, medicationStatement} from './medication.js';
import {observation} from './observation.js';
import {point} from './points.js';
import {procedure} from './procedure.js';
import type {BodyReader, Given} from './reader.js';

export {cleanDoubtful, isReferenceText, withoutSemanticTag} from '../doubtful-text.js';
export {decodePatient} from '../patient.js';
export {rareMeanings} from '../rare-meanings.js';
export {isSafeUnusualValue} from '../unusual-value.js';
export {isVitalSign} from '../vital-signs.js';
export {wordedStatus} from '../worded-status.js';
export {allergyLead} from './allergy-intolerance.js';
export {hasUnsafeSteps} from './care-plan.js';
export {entryLabels} from './labels.js';
export {readAvoided} from './medication.js';

/** As `snomedSystem`, which would bring what the glossary shares with it before the first row, as a file of its own. */
const snomed = 'http://snomed.info/sct';

const readers: Readonly<Record<TimelineType, BodyReader>> = {
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

const none: readonly never[] = Object.freeze([]);

/** The elements that say what a resource is. */
const names = ['code', 'medicationCodeableConcept', 'vaccineCode'];

/** SNOMED CT codes of what a resource is, and what they are called. */
function codesOf(resource: FhirResource): Pick<Points, 'codes' | 'names'> {
  const concepts = names.map((name) => get(resource, name));
  const codes = codesIn(concepts, snomed);
  const called = codedNamesIn(concepts, snomed);
  return {...(codes.length > 0 && {codes}), ...(called.length > 0 && {names: called})};
}

/** An entry besides its head: each part is read when it is asked for, and kept. Never throws. */
export class Body {
  readonly #given: Given;
  #points: Points | undefined;
  #origin: Source | undefined;
  #searched: string | undefined;

  constructor(given: Given) {
    this.#given = given;
  }

  /** What stands under the entry's name; what no reader foresaw is said to be not shown. */
  get points(): Points {
    if (!this.#points) {
      try {
        this.#points = pointsOf(this.#given);
      } catch {
        this.#points = [point('unsafePart')];
      }
    }
    return this.#points;
  }

  /** Who recorded it and where it came from, read together. */
  get #source(): Source {
    if (!this.#origin) {
      try {
        this.#origin = sourceOf(this.#given);
      } catch {
        this.#origin = {author: {who: 'unknown'}, place: undefined};
      }
    }
    return this.#origin;
  }

  get author(): Source['author'] {
    return this.#source.author;
  }

  get place(): string | undefined {
    return this.#source.place;
  }

  get searchText(): string {
    return (this.#searched ??= searchTextOf(this.#given.entry));
  }
}

function pointsOf(given: Given): Points {
  const found = readers[given.entry.type].points(given).filter((each) => each !== undefined);
  return Object.assign(found, codesOf(given.resource));
}

function sourceOf({entry, resource, context}: Given): Source {
  const {authors, places} = readers[entry.type];
  return readSource(
    resource,
    context,
    entry.reference,
    authors?.(resource) ?? none,
    places?.(resource) ?? none,
  );
}

/** Whether everything that tells who a Reference means has come. */
function canTell({isPatient}: DecodeContext): boolean {
  try {
    isPatient({});
    return true;
  } catch {
    return false;
  }
}

/**
 * What reads the rest of one entry. Undefined: part of it cannot be told yet, as what tells who somebody is may come after
 * this does.
 */
export function readBody(
  entry: TimelineEntry,
  resource: FhirResource,
  context: DecodeContext,
  members: Members | undefined,
): Body | undefined {
  const given = {entry, resource, context, members};
  if (!canTell(context)) {
    try {
      pointsOf(given);
      sourceOf(given);
    } catch {
      return undefined;
    }
  }
  return new Body(given);
}

/**
 * The record's own words in an entry, in lower case. Words of ours are added by whoever puts an entry into a language, and
 * names of what else is in the record by whoever knows whether that is covered.
 */
function searchTextOf({title, place, author, points}: TimelineEntry): string {
  const words = [title, place, author.name];
  for (const point of points) {
    if ('names' in point) continue;
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
