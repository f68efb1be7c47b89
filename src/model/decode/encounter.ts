/** Encounter: a visit, a stay in hospital or a call. */
import {get} from '../fhir-json.js';
import {firstLabel, sameSystem} from '../label.js';
import type {EntryKey} from '../status.js';
import {unknownStatus, type Decoder} from './entry.js';

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

export const encounter: Decoder = {
  dates: ['period'],
  /** R4 encounter-status, without entered-in-error. */
  statuses: {
    planned: {lead: 'planned'},
    arrived: {status: 'arrived'},
    triaged: {status: 'waitingToBeSeen'},
    'in-progress': {status: 'inProgress'},
    onleave: {status: 'onLeave'},
    finished: {},
    cancelled: {lead: 'cancelled'},
    unknown: unknownStatus,
  },
  read(resource, _context, {until}, {lead, status}) {
    const sent = get(resource, 'class');
    const code = get(sent, 'code');
    const isKnown =
      typeof code === 'string' &&
      Object.hasOwn(sorts, code) &&
      sameSystem(get(sent, 'system'), 'http://terminology.hl7.org/CodeSystem/v3-ActCode');
    return {
      sort: (isKnown && sorts[code]) || 'visit',
      lead,
      title: firstLabel(get(resource, 'serviceType')) ?? firstLabel(get(resource, 'type')),
      statuses: [status],
      until,
      visit: get(resource, 'partOf'),
    };
  },
};
