/**
 * Everything useful in one entry. A lazy chunk: the first screen does not need it. The entry has already passed
 * the safety gate; what is nested in it, or looked up from it, is checked here.
 */
import {codedNamesIn} from '../../coded-names.js';
import type {Covers} from '../../covers.js';
import type {DetailSection, EntryDetail, SectionKey} from '../../detail.js';
import {sectionKeys} from '../../detail.js';
import {get, type FhirResource} from '../../fhir-json.js';
import {codesIn} from '../../label.js';
import type {TimelineEntry} from '../../timeline.js';
import type {TimelineType} from '../../record-kind.js';
import {carePlanDetail} from './care-plan.js';
import {sourceSection, type DetailParts} from './common.js';
import {allergyDetail, conditionDetail} from './condition.js';
import {documentDetail} from './document.js';
import {appointmentDetail, encounterDetail} from './encounter.js';
import {immunizationDetail} from './immunization.js';
import {medicationRequestDetail, medicationStatementDetail} from './medication.js';
import {observationDetail, reportDetail} from './observation.js';
import {procedureDetail} from './procedure.js';
import type {DecodeContext} from '../entry.js';
import type {Scope} from './scope.js';

/** As `snomedSystem`, which would bring what the glossary shares with it before the first row, as a file of its own. */
const snomed = 'http://snomed.info/sct';

/** One decoder for each type that the timeline reads. */
const decoders: Readonly<
  Record<TimelineType, (scope: Scope, resource: FhirResource) => DetailParts>
> = {
  Condition: conditionDetail,
  AllergyIntolerance: allergyDetail,
  MedicationRequest: medicationRequestDetail,
  MedicationStatement: medicationStatementDetail,
  Immunization: immunizationDetail,
  DiagnosticReport: reportDetail,
  Observation: observationDetail,
  Procedure: procedureDetail,
  Encounter: encounterDetail,
  DocumentReference: documentDetail,
  Appointment: appointmentDetail,
  CarePlan: carePlanDetail,
};

/** Sections of the same key become one, so that no heading stands twice. */
function merged(sections: readonly DetailSection[]): readonly DetailSection[] {
  const keys = [...new Set<SectionKey>(sections.map(({key}) => key))];
  return keys
    .map((key) => {
      const same = sections.filter((section) => section.key === key);
      return {
        key,
        facts: same.flatMap(({facts}) => facts),
        items: same.flatMap(({items}) => items),
        notes: same.flatMap(({notes}) => notes),
      };
    })
    .sort((a, b) => order(a.key) - order(b.key));
}

/** Where a section stands; in what an entry is mainly about, its own order was already right. */
function order(key: SectionKey): number {
  return sectionKeys.indexOf(key);
}

/**
 * Decodes the detail of an entry that the timeline shows, without what is covered beside it. Never throws for what a server sent: what cannot be read
 * is left out, and `withheld` tells when that is because it could not be shown safely.
 */
export function decodeDetail(
  resource: FhirResource,
  context: DecodeContext,
  entry: TimelineEntry,
  covers?: Covers,
): EntryDetail {
  const scope: Scope = {context, resource, entry, withheld: false, covers};
  const decode = Object.hasOwn(decoders, resource.resourceType)
    ? decoders[resource.resourceType as TimelineType]
    : undefined;
  const found: DetailParts = decode?.(scope, resource) ?? {sections: []};
  const source = sourceSection(scope, found.source ?? []);
  const name = ['code', 'medicationCodeableConcept', 'vaccineCode'].map((key) =>
    get(resource, key),
  );
  const codes = codesIn(name, snomed);
  const names = codedNamesIn(name, snomed);
  const team = found.groups && (found.team ?? entry.place);
  return {
    reference: entry.reference,
    ...(codes.length > 0 && {codes}),
    ...(names.length > 0 && {names}),
    notices: found.notices ?? [],
    ...(found.correction && {correction: found.correction}),
    comments: found.comments ?? [],
    groups: found.groups ?? [],
    result: found.groups !== undefined,
    sections: merged([...found.sections, ...source]),
    ...(team && {team}),
    ...(entry.place && {place: entry.place}),
    withheld: scope.withheld,
  };
}
