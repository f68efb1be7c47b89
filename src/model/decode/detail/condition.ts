/** Conditions and allergies. */
import type {NoticeKey} from '../../detail.js';
import {get, objects, type FhirResource} from '../../fhir-json.js';
import {hasCode} from '../../label.js';
import {notesSection, type DetailParts} from './common.js';
import {clinicalValues, noteValues, whoValues} from './people.js';
import {
  choice,
  codeValue,
  conceptCode,
  conceptValues,
  dateValue,
  fact,
  parts,
  section,
  textValue,
  type Scope,
} from './scope.js';

const conditionVerification = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const allergyVerification = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';

/** What must be read before a name that may not be true. */
function certaintyNotices(concept: unknown, system: string): NoticeKey[] {
  if (hasCode(concept, system, 'refuted')) return ['ruledOut'];
  return hasCode(concept, system, 'unconfirmed', 'provisional', 'differential')
    ? ['unconfirmed']
    : [];
}

/** Decodes a Condition. */
export function conditionDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const stages = parts(scope, at('stage')).flatMap((stage) => [
    ...conceptValues(stage['summary']),
    ...conceptValues(stage['type']),
    ...clinicalValues(scope, stage['assessment']),
  ]);
  const evidence = parts(scope, at('evidence')).flatMap((item) => [
    ...conceptValues(item['code']),
    ...clinicalValues(scope, item['detail']),
  ]);
  return {
    notices: certaintyNotices(at('verificationStatus'), conditionVerification),
    sections: [
      ...section('details', [
        ...fact(
          'status',
          conceptCode(
            'conditionClinical',
            'http://terminology.hl7.org/CodeSystem/condition-clinical',
            at('clinicalStatus'),
          ),
        ),
        ...fact(
          'certainty',
          conceptCode('conditionVerification', conditionVerification, at('verificationStatus')),
        ),
        ...fact('category', conceptValues(at('category'))),
        ...fact('severity', conceptValues(at('severity'))),
        ...fact('bodySite', conceptValues(at('bodySite'))),
        ...fact('stage', stages),
        ...fact('started', choice(scope, resource, 'onset')),
        ...fact('ended', choice(scope, resource, 'abatement')),
        ...fact('evidence', evidence),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...fact('recordedBy', whoValues(scope, at('recorder'))),
      ...fact('toldBy', whoValues(scope, at('asserter'))),
      ...fact('recordedOn', dateValue(at('recordedDate'))),
    ],
  };
}

/** Decodes an AllergyIntolerance. */
export function allergyDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const reactions = parts(scope, at('reaction')).map((reaction) => ({
    facts: [
      ...fact('manifestation', conceptValues(reaction['manifestation'])),
      ...fact('description', textValue(reaction['description'])),
      ...fact('severity', codeValue('severity', reaction['severity'])),
      ...fact('substance', conceptValues(reaction['substance'])),
      ...fact('when', dateValue(reaction['onset'])),
      ...fact('exposureRoute', conceptValues(reaction['exposureRoute'])),
      ...fact('comment', noteValues(scope, reaction['note'])),
    ],
  }));
  const categories = Array.isArray(at('category')) ? (at('category') as unknown[]) : [];
  return {
    notices: certaintyNotices(at('verificationStatus'), allergyVerification),
    sections: [
      ...section('reactions', [], reactions),
      ...section('details', [
        ...fact(
          'status',
          conceptCode(
            'allergyClinical',
            'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
            at('clinicalStatus'),
          ),
        ),
        ...fact(
          'certainty',
          conceptCode('allergyVerification', allergyVerification, at('verificationStatus')),
        ),
        ...fact('sort', codeValue('allergyType', at('type'))),
        ...fact(
          'category',
          categories.map((category) => codeValue('allergyCategory', category)),
        ),
        ...fact('criticality', codeValue('criticality', at('criticality'))),
        ...fact('started', choice(scope, resource, 'onset')),
        ...fact('lastHappened', dateValue(at('lastOccurrence'))),
        ...fact('ended', endOf(resource)),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...fact('recordedBy', whoValues(scope, at('recorder'))),
      ...fact('toldBy', whoValues(scope, at('asserter'))),
      ...fact('recordedOn', dateValue(at('recordedDate'))),
    ],
  };
}

/** UK Core says when, and why, an allergy ended in an extension: UK Core 2.0, Extension-UKCore-AllergyIntoleranceEnd. */
function endOf(resource: FhirResource) {
  const end = objects(get(resource, 'extension')).find(
    (item) =>
      item['url'] ===
      'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AllergyIntoleranceEnd',
  );
  return objects(end?.['extension']).flatMap((item) => [
    dateValue(item['valueDateTime']),
    textValue(item['valueString']),
  ]);
}
