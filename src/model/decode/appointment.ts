/** Appointment: a time that was booked, asked for, kept or missed. */
import type {Decoder} from './entry.js';
import {codes} from './meanings.js';

export const appointment: Decoder = {
  sort: 'appointment',
  dates: ['start'],
  names: ['description', 'serviceType', 'specialty', 'appointmentType', 'reasonCode'],
  /** R4 appointmentstatus, without entered-in-error. */
  statuses: codes('proposed pending booked arrived fulfilled cancelled noshow checked-in waitlist'),
};
