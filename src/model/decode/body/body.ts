/** What stands under an entry's name, who recorded it, and what a search looks through: a chunk that comes after the first requests. */
import type {FhirResource} from '../../fhir-json.js';
import {looksLikeCode} from '../../label.js';
import type {TimelineType} from '../../record-kind.js';
import type {Point, TimelineEntry} from '../../timeline.js';
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
import type {BodyReader} from './reader.js';

export {decodePatient} from '../patient.js';

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

/** What stands under an entry's name. Never throws: what no reader foresaw is said to be not shown. */
export function readPoints(
  entry: TimelineEntry,
  resource: FhirResource,
  context: DecodeContext,
  members: Members | undefined,
): readonly Point[] {
  try {
    const found = readers[entry.type].points({entry, resource, context, members});
    return found.filter((each) => each !== undefined);
  } catch {
    return [point('unsafeResults', {count: 1})];
  }
}

/** Who recorded an entry and where it came from. Never throws. */
export function readOrigin(
  entry: TimelineEntry,
  resource: FhirResource,
  context: DecodeContext,
): Source {
  try {
    const {authors, places} = readers[entry.type];
    return readSource(
      resource,
      context,
      entry.reference,
      authors?.(resource) ?? none,
      places?.(resource) ?? none,
    );
  } catch {
    return {author: {who: 'unknown'}, place: undefined};
  }
}

/** The record's own words in an entry, in lower case. Words of ours are added by whoever puts an entry into a language. */
export function searchTextOf({title, place, author, points}: TimelineEntry): string {
  const words = [title, place, author.name];
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
