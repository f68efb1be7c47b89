/** Dawn's record: 11 entries that she can see, and what is held back to keep her safe. */
import type {Book} from '../book.js';
import {condition, procedure} from '../build/clinical.js';
import {bloodPressure} from '../build/measurements.js';
import {prescription} from '../build/medicines.js';
import {patient, relatedPerson} from '../build/person.js';
import {report} from '../build/results.js';
import {appointment, letter, visit} from '../build/visits.js';
import {professionalRef} from '../places.js';
import {at} from '../time.js';

/** Writes the Patient and Lee. Lee still stands as emergency contact in the old entry. */
export function people(book: Book): void {
  patient(book, {
    nhsNumber: '9990000026',
    prefix: 'Ms',
    given: 'Dawn',
    family: 'Ribblesdale',
    birthDate: '1980-05-22',
    gender: 'female',
    phones: [{value: '01632 960618', use: 'old', until: '2026-09-26'}],
    // The new address and number are held back: Lee can open this page.
    homes: [
      {
        line: '61 Station Road',
        town: 'Northmoor',
        postcode: 'NM1 3RF',
        from: '2011-04',
        until: '2026-09-26',
      },
    ],
    gp: 'ribbleBank',
    recorded: at('2026-09-30', '10:50'),
    security: ['restricted'],
    contacts: [{name: 'Lee Hodder', relationship: 'Partner', phone: '07700 900619'}],
  });
  relatedPerson(book, 'lee', {
    given: 'Lee',
    family: 'Hodder',
    relationship: 'Partner',
    code: 'partner',
    phone: '07700 900619',
    from: '2025-11-30',
    until: '2027-11-30',
  });
}

/** The fracture, and the visit at which a doctor opened her record without asking first. */
function fracture(book: Book): void {
  const emergency = visit(book, {
    key: 'emergency',
    text: 'A&E visit',
    start: at('2026-09-24', '23:10'),
    end: at('2026-09-25', '03:40'),
    how: 'emergency',
    place: 'northmoor',
    by: 'aeDoctor',
    at: 'emergency',
    reason: 'Wrist injury',
  });
  condition(book, {
    text: '# L distal radius',
    clinical: 'active',
    verification: 'confirmed',
    recordedDate: '2026-09-25',
    by: 'aeDoctor',
    problem: false,
    visit: emergency,
    note: 'Displaced, intra-articular. NV intact. MUA failed, for ORIF.',
  });
  report(book, {
    taken: at('2026-09-24', '23:55'),
    issued: at('2026-09-25', '00:30'),
    laboratory: 'northmoor',
    imaging: true,
    visit: emergency,
    name: 'X-ray left wrist',
    results: [],
    conclusion: 'Displaced # distal radius with dorsal angulation. No other bony injury.',
  });
  procedure(book, {
    text: 'ORIF # L distal radius (volar plate)',
    date: '2026-09-25',
    place: 'northmoor',
    site: 'Left wrist',
    outcome: 'Good reduction. POP backslab 2/52.',
  });
  letter(book, {
    title: 'A&E letter to GP',
    type: 'Emergency department letter',
    date: at('2026-09-25', '04:05'),
    by: 'aeDoctor',
    place: 'northmoor',
    visit: emergency,
    text: 'Dear Dr. This lady attended ED with a # L distal radius. MUA under haematoma block, poor position, for ORIF same day. Analgesia TTO 5/7. # clinic 2/52. No GP action.',
  });
  const clinic = visit(book, {
    text: 'Fracture clinic, follow-up',
    start: at('2026-10-09', '10:30'),
    end: at('2026-10-09', '10:50'),
    place: 'northmoor',
    reason: 'Wound clean, ROS. Start hand therapy.',
  });
  letter(book, {
    title: 'Fracture clinic letter',
    type: 'Clinic letter',
    date: at('2026-10-12', '09:15'),
    place: 'northmoor',
    visit: clinic,
    text: '# L distal radius, ORIF 25 September. 2/52 post op. Wound healed, XR position held. Splint 4/52, hand physio. R/v 6/52, PIFU after.',
  });
}

function newSurgery(book: Book): void {
  const registration = visit(book, {
    text: 'Registration with the surgery',
    start: at('2026-09-30', '10:30'),
    end: at('2026-09-30', '10:50'),
    place: 'ribbleBank',
    by: 'drBirkdale',
    reason: 'New patient. Old notes requested, not arrived.',
  });
  bloodPressure(book, 134, 82, {
    taken: at('2026-09-30', '10:40'),
    by: professionalRef('drBirkdale'),
    visit: registration,
  });
  prescription(book, {
    text: 'Amitriptyline 10mg tablets',
    dose: 'Take ONE tablet at night',
    date: '2026-10-07',
    status: 'active',
    setting: 'community',
    repeat: true,
    by: 'drBirkdale',
    days: 28,
    reason: 'Migraine prevention',
  });
  appointment(book, {
    title: 'GP appointment',
    start: at('2026-11-27', '16:20'),
    end: at('2026-11-27', '16:40'),
    status: 'booked',
    place: 'ribbleBank',
    by: 'drBirkdale',
    booked: at('2026-11-16', '08:31'),
  });
}

/** Held back by the server from online access: Dawn's own log-in may be in other hands. */
function heldBack(book: Book): void {
  const held = {withhold: 'patient', security: ['veryRestricted', 'violence']} as const;
  condition(book, {
    ...held,
    text: 'Victim of domestic abuse',
    clinical: 'active',
    verification: 'confirmed',
    recordedDate: '2026-09-25',
    by: 'aeDoctor',
    note: 'Disclosed when alone. Injury by partner. DASH high. Safe number only.',
  });
  visit(book, {
    ...held,
    text: 'Safeguarding contact',
    start: at('2026-09-25', '02:10'),
    end: at('2026-09-25', '02:50'),
    place: 'safeguarding',
    by: 'safeguardingLead',
    reason: 'Safeguarding adult referral. Refuge place found.',
  });
  letter(book, {
    ...held,
    title: 'MARAC summary',
    date: at('2026-10-01', '15:00'),
    by: 'safeguardingLead',
    place: 'safeguarding',
    text: 'MARAC 30 September 2026. Victim moved. Address not to be disclosed. Flag on GP record. Do not send letters to the old address. Do not discuss with partner.',
  });
}

/** Writes it all. */
export function record(book: Book): void {
  fracture(book);
  newSurgery(book);
  heldBack(book);
}
