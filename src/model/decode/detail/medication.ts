/** Medicines that were asked for (MedicationRequest) or are taken (MedicationStatement). */
import type {Fact, NoticeKey} from '../../detail.js';
import {get, object, type FhirResource} from '../../fhir-json.js';
import {notesSection, statusFact, type DetailParts} from './common.js';
import {dosageItems} from './dosage.js';
import {clinicalValues, whoValues} from './people.js';
import {follow} from './follow.js';
import {
  choice,
  codeValue,
  conceptValues,
  countValue,
  dateValue,
  fact,
  part,
  parts,
  periodValue,
  quantityValue,
  ratioValue,
  section,
  words,
  type Scope,
} from './scope.js';

/** What a medicine is made of, when the record has it as a resource of its own. */
function medicineFacts(scope: Scope, resource: FhirResource): readonly Fact[] {
  const {resource: medication} = follow(scope, get(resource, 'medicationReference'));
  if (medication?.resourceType !== 'Medication') return [];
  const ingredients = parts(scope, get(medication, 'ingredient')).flatMap((ingredient) => [
    ...conceptValues(ingredient['itemCodeableConcept']),
    ...clinicalValues(scope, ingredient['itemReference']),
    ratioValue(scope, ingredient['strength']),
  ]);
  const batch = part(scope, get(medication, 'batch'));
  return [
    ...fact('form', conceptValues(get(medication, 'form'))),
    ...fact('ingredients', ingredients),
    ...fact('expires', dateValue(batch?.['expirationDate'])),
  ];
}

/** What a medicine is for, only when the record says so. */
function whatFor(scope: Scope, resource: FhirResource): readonly Fact[] {
  return fact(
    'whatFor',
    conceptValues(get(resource, 'reasonCode')),
    clinicalValues(scope, get(resource, 'reasonReference')),
  );
}

function requestNotices(resource: FhirResource): NoticeKey[] {
  const intent = get(resource, 'intent');
  return [
    ...(get(resource, 'doNotPerform') === true ? (['doNotTake'] as const) : []),
    ...(get(resource, 'status') === 'draft' ? (['draft'] as const) : []),
    ...(intent === 'proposal' || intent === 'plan' || intent === 'option'
      ? (['notOrder'] as const)
      : []),
  ];
}

/** Decodes a MedicationRequest. */
export function medicationRequestDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const supply = part(scope, at('dispenseRequest'));
  const first = part(scope, supply?.['initialFill']);
  const substitution = part(scope, at('substitution'));
  const mayChange = get(substitution, 'allowedBoolean');
  const reportedBy = whoValues(scope, at('reportedReference'));
  return {
    notices: requestNotices(resource),
    sections: [
      ...section('dosage', [], dosageItems(scope, at('dosageInstruction'))),
      ...section('details', [
        ...statusFact('requestStatus', resource),
        ...fact('statusReason', conceptValues(at('statusReason'))),
        ...whatFor(scope, resource),
        ...fact('intent', at('intent') !== 'order' && codeValue('intent', at('intent'))),
        ...fact('priority', codeValue('priority', at('priority'))),
        ...fact('category', conceptValues(at('category'))),
        ...fact('course', conceptValues(at('courseOfTherapyType'))),
        ...medicineFacts(scope, resource),
      ]),
      ...section('supply', [
        ...fact('amount', quantityValue(scope, supply?.['quantity'])),
        ...fact('supplyFor', quantityValue(scope, supply?.['expectedSupplyDuration'])),
        ...fact('repeats', countValue(supply?.['numberOfRepeatsAllowed'])),
        ...fact('validity', periodValue(supply?.['validityPeriod'])),
        ...fact(
          'requested',
          quantityValue(scope, first?.['quantity']),
          quantityValue(scope, first?.['duration']),
        ),
        ...fact('supplier', whoValues(scope, supply?.['performer'])),
        ...fact(
          'substitution',
          typeof mayChange === 'boolean' &&
            words(mayChange ? 'substitutionAllowed' : 'substitutionNotAllowed'),
          conceptValues(get(substitution, 'allowedCodeableConcept')),
          conceptValues(get(substitution, 'reason')),
        ),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...fact('askedFor', whoValues(scope, at('requester'))),
      ...fact('askedOn', dateValue(at('authoredOn'))),
      ...fact('recordedBy', whoValues(scope, at('recorder'))),
      ...fact('doneBy', whoValues(scope, at('performer')), conceptValues(at('performerType'))),
      ...fact(
        'toldBy',
        reportedBy,
        at('reportedBoolean') === true && reportedBy.length === 0 && words('secondHand'),
      ),
    ],
  };
}

/** Decodes a MedicationStatement. */
export function medicationStatementDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  return {
    notices: at('status') === 'not-taken' ? ['notTaken'] : [],
    sections: [
      ...section('dosage', [], dosageItems(scope, at('dosage'))),
      ...section('details', [
        ...statusFact('statementStatus', resource),
        ...fact('statusReason', conceptValues(at('statusReason'))),
        ...whatFor(scope, resource),
        ...fact('when', choice(scope, resource, 'effective')),
        ...fact('category', conceptValues(object(at('category')))),
        ...medicineFacts(scope, resource),
      ]),
      ...notesSection(scope, at('note')),
    ],
    source: [
      ...fact('toldBy', whoValues(scope, at('informationSource'))),
      ...fact('recordedOn', dateValue(at('dateAsserted'))),
    ],
  };
}
