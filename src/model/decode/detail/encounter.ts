/** Visits and stays (Encounter) and Appointments: where, how, why and with whom. */
import type {DetailItem, Fact} from '../../detail.js';
import {get, number, objects, type FhirResource} from '../../fhir-json.js';
import {codingLabel, firstLabel, sameSystem} from '../../label.js';
import {referenceType} from '../people.js';
import {joined, notesSection, statusFact, type DetailParts} from './common.js';
import {clinicalValue, clinicalValues, who, whoName, whoValue, whoValues} from './people.js';
import {follow} from './follow.js';
import {
  codeValue,
  conceptValues,
  dateValue,
  fact,
  part,
  parts,
  periodValue,
  quantityValue,
  section,
  textValue,
  type Maybe,
  type Scope,
} from './scope.js';

/** HL7 v3 ActCode, the classes of a visit: http://terminology.hl7.org/CodeSystem/v3-ActCode */
const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** What sort of visit it was: ours for the codes we know, else the record's words. */
function classValue(json: unknown): Maybe {
  const known =
    sameSystem(get(json, 'system'), actCode) && codeValue('encounterClass', get(json, 'code'));
  if (known && known.type === 'code') return known;
  const label = codingLabel(json);
  return label !== undefined && {type: 'text', text: label};
}

/** Decodes an Encounter. */
export function encounterDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const stay = part(scope, at('hospitalization'));
  const diagnoses = parts(scope, at('diagnosis')).flatMap(
    (item) => clinicalValue(scope, item['condition']) ?? [],
  );
  const wards = parts(scope, at('location')).map((item) => {
    const title = whoName(who(scope, item['location']));
    const isCovered = follow(scope, item['location'], 'party').isCovered;
    return {
      ...(title && {title}),
      ...(isCovered && {lead: 'covered' as const}),
      facts: [
        ...fact('when', periodValue(item['period'])),
        ...fact('status', codeValue('locationStatus', item['status'])),
      ],
    };
  });
  const people = parts(scope, at('participant')).flatMap((item) => {
    return [whoValue(scope, item['individual'], firstLabel(item['type']))];
  });
  return {
    notices: at('status') === 'unknown' ? ['notKnown'] : [],
    sections: [
      ...section('details', [
        ...statusFact('encounterStatus', resource),
        ...fact('visitSort', classValue(at('class')), conceptValues(at('type'))),
        ...fact('service', conceptValues(at('serviceType'))),
        ...fact('priority', conceptValues(at('priority'))),
        ...fact('when', periodValue(at('period'))),
        ...fact('length', quantityValue(scope, at('length'))),
        ...fact(
          'whatFor',
          conceptValues(at('reasonCode')),
          clinicalValues(scope, at('reasonReference')),
        ),
        ...fact('diagnoses', diagnoses),
        ...fact(
          'admittedFrom',
          conceptValues(stay?.['admitSource']),
          whoValues(scope, stay?.['origin']),
        ),
        ...fact('admittedAgain', conceptValues(stay?.['reAdmission'])),
        ...fact(
          'dischargedTo',
          conceptValues(stay?.['dischargeDisposition']),
          whoValues(scope, stay?.['destination']),
        ),
        ...fact('diet', conceptValues(stay?.['dietPreference'])),
        ...fact(
          'arrangements',
          conceptValues(stay?.['specialArrangement']),
          conceptValues(stay?.['specialCourtesy']),
        ),
      ]),
      ...section('wards', [], wards),
      ...section('people', fact('people', people)),
    ],
    source: fact('keptBy', whoValues(scope, at('serviceProvider'))),
  };
}

/** Who and where an appointment is with. One who has not accepted stands apart, with what they answered. */
function participants(scope: Scope, json: unknown): readonly DetailItem[] {
  const accepted: Fact[] = [];
  const others: DetailItem[] = [];
  for (const item of parts(scope, json)) {
    const {actor} = item;
    const found = scope.context.isPatient(actor)
      ? undefined
      : whoValue(scope, actor, firstLabel(item['type']));
    if (!found) continue;
    const isPlace = referenceType(actor) === 'Location';
    const facts = fact(isPlace ? 'where' : 'people', found);
    const more = fact('when', periodValue(item['period']));
    if (item['status'] === 'accepted' && more.length === 0) accepted.push(...facts);
    else
      others.push({
        facts: [
          ...facts,
          ...fact('reply', codeValue('participantStatus', item['status'])),
          ...more,
        ],
      });
  }
  return [{facts: joined(accepted)}, ...others];
}

const deliveryChannel =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel';

/** Decodes an Appointment. */
export function appointmentDetail(scope: Scope, resource: FhirResource): DetailParts {
  const at = (name: string) => get(resource, name);
  const channels = objects(at('extension'))
    .filter((item) => item['url'] === deliveryChannel)
    .map((item) => item['valueCodeableConcept']);
  const minutes = number(at('minutesDuration'));
  const people = participants(scope, at('participant'));
  const own = objects(at('participant')).find((item) => scope.context.isPatient(item['actor']));
  return {
    notices: at('status') === 'proposed' || at('status') === 'pending' ? ['notOrder'] : [],
    sections: [
      ...section('details', [
        ...statusFact('appointmentStatus', resource),
        ...fact('statusReason', conceptValues(at('cancelationReason'))),
        ...fact('when', periodValue({start: at('start'), end: at('end')})),
        ...fact('lastsMinutes', minutes !== undefined && {type: 'count', count: {from: minutes}}),
        ...fact('how', conceptValues(channels)),
        ...fact('appointmentSort', conceptValues(at('appointmentType'))),
        ...fact('service', conceptValues(at('serviceType')), conceptValues(at('serviceCategory'))),
        ...fact('specialty', conceptValues(at('specialty'))),
        ...fact(
          'whatFor',
          conceptValues(at('reasonCode')),
          clinicalValues(scope, at('reasonReference')),
        ),
        ...fact('description', textValue(at('description'))),
        ...fact('beforeYouGo', textValue(at('patientInstruction'))),
        ...fact('comment', textValue(at('comment'))),
        ...fact('reply', codeValue('participantStatus', get(own, 'status'))),
        ...fact(
          'followUp',
          at('requestedPeriod') !== undefined && periodValue(objects(at('requestedPeriod'))[0]),
        ),
      ]),
      ...section('people', [], people),
      ...notesSection(scope, at('note')),
    ],
    source: fact('recordedOn', dateValue(at('created'))),
  };
}
