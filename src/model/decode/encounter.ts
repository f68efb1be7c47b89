/** Encounter: a visit, a stay in hospital or a call. */
import {get} from '../fhir-json.js';
import {codesIn} from '../label.js';
import type {EntryKey} from '../status.js';
import type {Decoder} from './entry.js';
import {codes} from './meanings.js';

/** HL7 v3 ActEncounterCode. */
const sorts = new Map<string | undefined, EntryKey>([
  ['IMP', 'hospitalStay'],
  ['ACUTE', 'hospitalStay'],
  ['NONAC', 'hospitalStay'],
  ['SS', 'hospitalStay'],
  ['EMER', 'emergencyVisit'],
  ['HH', 'homeVisit'],
  ['VR', 'remoteVisit'],
]);

export const encounter: Decoder = {
  sort(resource) {
    const coding = get(resource, 'class');
    const [code] = codesIn({coding}, 'http://terminology.hl7.org/CodeSystem/v3-ActCode');
    return sorts.get(code) ?? 'visit';
  },
  dates: ['period'],
  names: ['serviceType', 'type'],
  /** R4 encounter-status, without entered-in-error. */
  statuses: codes('planned arrived triaged onleave finished cancelled unknown', {
    'in-progress': {status: 'inProgress'},
  }),
};
