/** Appointment: a time that was booked, asked for, kept or missed. */
import {get, objects} from '../fhir-json.js';
import {clean, conceptLabel, firstLabel, readable} from '../label.js';
import {firstDate, pointOf, statusOf, type Decoder, type Meanings} from './entry.js';
import {placeName, readParty, referenceType} from './people.js';

/** R4 appointmentstatus, without entered-in-error. */
const statuses: Meanings = {
  proposed: {lead: 'suggested'},
  pending: {lead: 'notConfirmed'},
  booked: {status: 'booked'},
  arrived: {status: 'arrived'},
  fulfilled: {},
  cancelled: {lead: 'cancelled'},
  noshow: {lead: 'didNotAttend'},
  'checked-in': {status: 'checkedIn'},
  waitlist: {lead: 'waitingList'},
};

export const appointment: Decoder = {
  kind: () => 'appointments',
  when: (resource) => firstDate(resource, 'start'),
  read(resource, context) {
    const meaning = statusOf(get(resource, 'status'), statuses);
    if (!meaning) return 'withheld';
    const names: string[] = [];
    let at: string | undefined;
    for (const {actor} of objects(get(resource, 'participant')).slice(0, 20)) {
      if (referenceType(actor) === 'Location') at ??= placeName(actor, resource, context);
      else {
        const party = readParty(actor, resource, context);
        if (party?.name && party.who === 'professional' && names.length < 3) names.push(party.name);
      }
    }
    return {
      sort: 'appointment',
      lead: meaning.lead,
      title:
        readable(clean(get(resource, 'description'))) ??
        firstLabel(get(resource, 'serviceType')) ??
        firstLabel(get(resource, 'specialty')) ??
        conceptLabel(get(resource, 'appointmentType')) ??
        firstLabel(get(resource, 'reasonCode')),
      statuses: [meaning.status],
      points: [
        pointOf('with', names.join(', ') || undefined),
        pointOf('at', at),
        pointOf('reasonGiven', conceptLabel(get(resource, 'cancelationReason'))),
      ],
      authors: [],
      places: [bookingOrganisation(resource)],
    };
  },
};

/** UK Core: the organisation that made the booking. */
function bookingOrganisation(resource: unknown): unknown {
  const found = objects(get(resource, 'extension')).find(
    (extension) =>
      extension['url'] ===
      'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BookingOrganization',
  );
  return found?.['valueReference'];
}
