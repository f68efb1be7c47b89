/** Who looked at Dawn's record, the grant to Lee, and his repeated requests. */
import type {AuditEvent, AuditEventAgent, Consent, Task} from '@medplum/fhirtypes';
import type {Book} from '../book.js';
import {coding, concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {placeRef, professionalRef} from '../places.js';
import type {PlaceKey} from '../places.js';
import {addDays, addMinutes, at} from '../time.js';

interface Look {
  readonly day: string;
  readonly time: string;
  readonly who: AuditEventAgent['who'];
  readonly place: PlaceKey;
  readonly why: CodeKey;
  readonly what: string;
}

function look(book: Book, {day, time, who, place, why, what}: Look): void {
  const recorded = at(day, time);
  const event: AuditEvent = {
    resourceType: 'AuditEvent',
    type: coding('rest'),
    subtype: [coding('read')],
    action: 'R',
    period: {start: recorded, end: at(day, addMinutes(time, 4))},
    recorded,
    outcome: '0',
    purposeOfEvent: [concept(why)],
    agent: [
      {
        type: concept('recipient'),
        ...(who && {who}),
        requestor: true,
        purposeOfUse: [concept(why)],
      },
    ],
    source: {observer: placeRef(place)},
    entity: [{what: book.patient, name: 'Patient'}, {name: what}],
  };
  book.add(event, recorded);
}

/** Writes 41 visits: staff, the log-in of Lee, her own, and three by her own log-in at 3am. */
export function accessLog(book: Book): void {
  const self = book.patient;
  const lee = book.ref('RelatedPerson', 'lee', 'Lee Hodder');
  const emergency = {who: professionalRef('aeDoctor'), place: 'northmoor'} as const;
  look(book, {
    ...emergency,
    day: '2026-09-24',
    time: '23:22',
    why: 'breakGlass',
    what: 'Medicines',
  });
  look(book, {
    ...emergency,
    day: '2026-09-24',
    time: '23:25',
    why: 'breakGlass',
    what: 'Allergies',
  });
  for (const [day, time] of [
    ['2026-10-18', '03:07'],
    ['2026-10-25', '03:12'],
    ['2026-11-08', '03:02'],
  ] as const) {
    look(book, {
      day,
      time,
      who: self,
      place: 'ribbleBank',
      why: 'patientRequest',
      what: 'Appointments',
    });
  }
  for (let number = 0; number < 14; number++) {
    look(book, {
      day: addDays('2026-09-30', number * 3),
      time: addMinutes('18:05', book.random.integer(0, 200)),
      who: lee,
      place: 'ribbleBank',
      why: 'patientRequest',
      what: book.random.pick(['Appointments', 'Letters', 'Whole record']),
    });
  }
  for (let number = 0; number < 10; number++) {
    look(book, {
      day: addDays('2026-10-01', number * 5),
      time: addMinutes('12:10', book.random.integer(0, 300)),
      who: self,
      place: 'ribbleBank',
      why: 'patientRequest',
      what: book.random.pick(['Appointments', 'Medicines', 'Letters']),
    });
  }
  for (let number = 0; number < 12; number++) {
    look(book, {
      day: addDays('2026-09-30', number * 4),
      time: addMinutes('09:05', book.random.integer(0, 420)),
      who: professionalRef('drBirkdale'),
      place: 'ribbleBank',
      why: 'treatment',
      what: book.random.pick(['Whole record', 'Medicines', 'Letters']),
    });
  }
}

/** Writes the grant to Lee, given under pressure, until 2027. */
export function grant(book: Book): void {
  const consent: Consent = {
    resourceType: 'Consent',
    status: 'active',
    scope: concept('privacyConsent'),
    category: [concept('consentInfa')],
    patient: book.patient,
    dateTime: at('2025-11-30', '20:41'),
    performer: [book.patient],
    organization: [placeRef('northmoor')],
    policy: [{uri: 'https://northmoor-hospitals.example/sharing-policy'}],
    provision: {
      type: 'permit',
      period: {start: '2025-11-30', end: '2027-11-30'},
      actor: [
        {role: concept('recipient'), reference: book.ref('RelatedPerson', 'lee', 'Lee Hodder')},
      ],
    },
  };
  book.add(consent, at('2025-11-30', '20:41'), {key: 'lee'});
}

/** Writes the two requests by Lee to see more. */
export function requests(book: Book): void {
  for (const day of ['2026-10-27', '2026-11-14']) {
    const task: Task = {
      resourceType: 'Task',
      status: 'requested',
      intent: 'proposal',
      code: {text: 'Request to see a health record'},
      description: 'Lee Hodder asks to see letters and appointments.',
      for: book.patient,
      authoredOn: at(day, '21:17'),
      requester: book.ref('RelatedPerson', 'lee', 'Lee Hodder'),
      owner: book.patient,
    };
    book.add(task, at(day, '21:17'));
  }
}
