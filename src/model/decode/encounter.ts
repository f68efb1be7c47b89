/** Encounter: a visit, a stay in hospital or a call. */
import {get, objects} from '../fhir-json.js';
import {allLabels, conceptLabel, firstLabel, sameSystem} from '../label.js';
import type {EntryKey} from '../status.js';
import {firstDate, pointOf, statusOf, unknownStatus, type Decoder, type Meanings} from './entry.js';
import {readParty} from './people.js';

/** R4 encounter-status, without entered-in-error. */
const statuses: Meanings = {
  planned: {lead: 'planned'},
  arrived: {status: 'arrived'},
  triaged: {status: 'waitingToBeSeen'},
  'in-progress': {status: 'inProgress'},
  onleave: {status: 'onLeave'},
  finished: {},
  cancelled: {lead: 'cancelled'},
  unknown: unknownStatus,
};

/** HL7 v3 ActEncounterCode. */
const sorts: Readonly<Record<string, EntryKey>> = {
  IMP: 'hospitalStay',
  ACUTE: 'hospitalStay',
  NONAC: 'hospitalStay',
  SS: 'hospitalStay',
  EMER: 'emergencyVisit',
  HH: 'homeVisit',
  VR: 'remoteVisit',
};

function sortOf(resource: unknown): EntryKey {
  const sent = get(resource, 'class');
  const code = get(sent, 'code');
  return typeof code === 'string' &&
    Object.hasOwn(sorts, code) &&
    sameSystem(get(sent, 'system'), 'http://terminology.hl7.org/CodeSystem/v3-ActCode')
    ? (sorts[code] ?? 'visit')
    : 'visit';
}

export const encounter: Decoder = {
  kind: () => 'visits',
  when: (resource) => firstDate(resource, 'period'),
  read(resource, context, when) {
    const meaning = statusOf(get(resource, 'status'), statuses);
    if (!meaning) return 'withheld';
    const people = objects(get(resource, 'participant')).map((each) => each['individual']);
    const names: string[] = [];
    for (const each of people.slice(0, 10)) {
      const party = readParty(each, resource, context);
      if (party?.name && party.who === 'professional' && names.length < 3) names.push(party.name);
    }
    const reason = allLabels(get(resource, 'reasonCode'));
    const title = firstLabel(get(resource, 'serviceType')) ?? firstLabel(get(resource, 'type'));
    const location = objects(get(resource, 'location'))[0];
    return {
      sort: sortOf(resource),
      lead: meaning.lead,
      title,
      statuses: [meaning.status],
      points: [
        pointOf('with', names.join(', ') || undefined),
        pointOf('whatFor', reason ?? conceptLabel(objects(get(resource, 'reasonCode'))[0])),
      ],
      until: when.until,
      // Those who were seen are in the line above; who wrote it down is not said by an Encounter.
      authors: [],
      places: [get(resource, 'serviceProvider'), location?.['location']],
      visit: get(resource, 'partOf'),
    };
  },
};
