/** Results and measurements (Observation) and reports of them (DiagnosticReport). */
import type {DetailSection, Note, Who} from '../../detail.js';
import {get, list, object, objects, type FhirResource} from '../../fhir-json.js';
import {conceptLabel} from '../../label.js';
import {fileItems, type DetailParts} from './common.js';
import {timingValue} from './dosage.js';
import {clinicalValues, notes, who, whoName, whoValues} from './people.js';
import {
  memberGroups,
  observationGroups,
  resultCorrection,
  resultNotices,
  resultStatus,
} from './results.js';
import {follow} from './follow.js';
import {
  conceptValues,
  covered,
  dateOf,
  dateValue,
  fact,
  part,
  periodValue,
  prose,
  section,
  textValue,
  words,
  type Scope,
} from './scope.js';

/** When the sample was taken and what it was. */
function sampleFacts(scope: Scope, references: unknown) {
  return objects(references).flatMap((reference) => {
    const {resource, unsafe, isCovered} = follow(scope, reference);
    if (isCovered) return fact('sample', covered);
    if (unsafe) return [];
    const collection = part(scope, get(resource, 'collection'));
    return [
      ...fact(
        'sample',
        conceptValues(get(resource, 'type')),
        !resource && textValue(get(reference, 'display')),
      ),
      ...fact('sampleSite', conceptValues(collection?.['bodySite'])),
      ...fact(
        'sampleTaken',
        dateValue(collection?.['collectedDateTime']),
        periodValue(collection?.['collectedPeriod']),
      ),
    ];
  });
}

/** Who asked for a test: who put their name to the request it is based on. */
function requester(scope: Scope, resource: FhirResource): Who | undefined {
  for (const reference of list(get(resource, 'basedOn'))) {
    const {resource: request} = follow(scope, reference);
    const found = who(scope, get(request, 'requester'));
    if (found && !found.patient) return found;
  }
  return undefined;
}

/** Rows of 'Where this came from' for results. */
function resultSource(scope: Scope, resource: FhirResource, asked: Who | undefined) {
  const at = (name: string) => get(resource, name);
  const sample = sampleFacts(scope, at('specimen'));
  const isTimed = sample.some(({key}) => key === 'sampleTaken');
  return [
    ...fact('interpretedBy', whoValues(scope, at('resultsInterpreter'))),
    ...fact('askedFor', asked && {type: 'who', who: asked}),
    ...sample,
    ...fact(
      'when',
      !isTimed && [
        dateValue(at('effectiveDateTime')),
        dateValue(at('effectiveInstant')),
        periodValue(at('effectivePeriod')),
      ],
      timingValue(scope, at('effectiveTiming')),
    ),
    ...fact('reportedOn', dateValue(at('issued'))),
    ...fact('status', resultStatus(resource)),
  ];
}

/** True for what is measured, and for what somebody other than a professional recorded. */
function isMeasurement({entry}: Scope): boolean {
  return (
    entry.kind === 'measurements' || ['patient', 'related', 'device'].includes(entry.author.who)
  );
}

/** Who took a measurement, with what, how and where; or that it was not recorded. */
function measuredSection(scope: Scope, resource: FhirResource): readonly DetailSection[] {
  const at = (name: string) => get(resource, name);
  const ways = [
    ...fact('takenWith', clinicalValues(scope, at('device'))),
    ...fact('method', conceptValues(at('method'))),
    ...fact('setting', settingOf(scope, resource)),
  ];
  const about = [...fact('bodySite', conceptValues(at('bodySite')))];
  if (!isMeasurement(scope)) return section('details', [...ways, ...about]);
  return section('measured', [
    ...fact('takenBy', whoValues(scope, at('performer'))),
    ...ways,
    ...(ways.length === 0 ? fact('measured', words('measurementNotRecorded')) : []),
    ...about,
  ]);
}

/** Where a measurement was taken: the place that its Provenance, or its visit, names. */
function settingOf(scope: Scope, resource: FhirResource) {
  const places = scope.context
    .provenance(scope.entry.reference)
    .map((provenance) => get(provenance, 'location'));
  const {resource: visit, isCovered} = follow(scope, get(resource, 'encounter'));
  const visits = objects(get(visit, 'location')).map((place) => place['location']);
  return [
    ...whoValues(
      scope,
      [...places, ...visits].filter((place) => object(place)),
    ),
    // Where it was may have been recorded with the visit: it is not said that it was not.
    isCovered && covered,
  ];
}

/** Decodes an Observation. */
export function observationDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const notices = resultNotices(at('status'));
  const asked = requester(scope, resource);
  const team = whoName(asked);
  return {
    notices,
    comments: notes(scope, at('note')),
    correction: resultCorrection(scope, resource),
    groups: observationGroups(scope, resource, {notices, isEntry: true}),
    sections: [
      ...measuredSection(scope, resource),
      ...section('details', [
        ...fact('focus', clinicalValues(scope, at('focus'))),
        ...fact('findings', clinicalValues(scope, at('derivedFrom'))),
      ]),
    ],
    source: [
      ...(isMeasurement(scope) ? [] : fact('doneBy', whoValues(scope, at('performer')))),
      ...resultSource(scope, resource, asked),
    ],
    ...(team && {team}),
  };
}

/** Decodes a DiagnosticReport. */
export function reportDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const notices = resultNotices(at('status'));
  const conclusion = prose(at('conclusion'));
  const by =
    objects(at('resultsInterpreter'))
      .map((reference) => who(scope, reference))
      .find(Boolean) ??
    objects(at('performer'))
      .map((reference) => who(scope, reference))
      .find(Boolean);
  const date = dateOf(resource, 'issued');
  const asked = requester(scope, resource);
  const team = whoName(asked);
  return {
    notices,
    comments: [
      ...(conclusion ? [{text: conclusion, ...(by && {by}), ...(date && {date})}] : []),
      ...notesOf(scope, resource),
    ],
    correction: resultCorrection(scope, resource),
    groups: memberGroups(scope, list(at('result')), notices),
    sections: [
      ...section('details', [
        ...fact('findings', conceptValues(at('conclusionCode'))),
        ...fact(
          'category',
          objects(at('category')).map((category) => {
            const label = conceptLabel(category);
            return label !== undefined && {type: 'text', text: label};
          }),
        ),
      ]),
      ...section('files', [], fileItems(list(at('presentedForm')))),
    ],
    source: [
      ...fact('doneBy', whoValues(scope, at('performer'))),
      ...resultSource(scope, resource, asked),
    ],
    ...(team && {team}),
  };
}

/** R4 reports have no notes of their own; some servers send R5's `note` all the same. */
function notesOf(scope: Scope, resource: FhirResource): Note[] {
  return notes(scope, get(resource, 'note'));
}
