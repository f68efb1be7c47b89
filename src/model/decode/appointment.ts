/** Appointment: a time that was booked, asked for, kept or missed. */
import {get} from '../fhir-json.js';
import {clean, conceptLabel, firstLabel, readable} from '../label.js';
import type {Decoder} from './entry.js';

export const appointment: Decoder = {
  dates: ['start'],
  /** R4 appointmentstatus, without entered-in-error. */
  statuses: {
    proposed: {lead: 'suggested'},
    pending: {lead: 'notConfirmed'},
    booked: {status: 'booked'},
    arrived: {status: 'arrived'},
    fulfilled: {},
    cancelled: {lead: 'cancelled'},
    noshow: {lead: 'didNotAttend'},
    'checked-in': {status: 'checkedIn'},
    waitlist: {lead: 'waitingList'},
  },
  read: (resource, _context, _when, {lead, status}) => ({
    sort: 'appointment',
    lead,
    title:
      readable(clean(get(resource, 'description'))) ??
      firstLabel(get(resource, 'serviceType')) ??
      firstLabel(get(resource, 'specialty')) ??
      conceptLabel(get(resource, 'appointmentType')) ??
      firstLabel(get(resource, 'reasonCode')),
    statuses: [status],
  }),
};
