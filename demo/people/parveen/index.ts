/** Parveen Nidderdale, 71: several long-term conditions, seven sources, 2,000 entries since 1987. */
import {Book} from '../book.js';
import type {DemoPerson} from '../types.js';
import {staffLogin} from '../logins.js';
import {athome, eyes, people, vaccinations, walking} from './care.js';
import {conditions} from './conditions.js';
import {hospital} from './hospital.js';
import {medicines} from './medicines.js';
import {facts, now} from './now.js';
import {recent} from './recent.js';
import {routine} from './routine.js';
import {visits} from './visits.js';

/** Writes Parveen's record. */
export function parveen(): DemoPerson {
  const book = new Book('parveen', 'Parveen Nidderdale');
  people(book);
  conditions(book);
  medicines(book);
  visits(book);
  routine(book);
  recent(book);
  eyes(book);
  vaccinations(book);
  athome(book);
  walking(book);
  hospital(book);
  const person = {for: book.patientId} as const;
  return {
    key: 'parveen',
    patient: book.patientId,
    resources: book.finish(),
    logins: [
      {
        ...person,
        key: 'parveen',
        name: 'Parveen Nidderdale',
        role: 'patient',
        user: `Patient/${book.patientId}`,
      },
      {
        ...person,
        key: 'sana',
        name: 'Sana Nidderdale',
        role: 'proxy',
        relationship: 'daughter',
        user: book.ref('RelatedPerson', 'sana').reference ?? '',
        kinds: 'all',
      },
      staffLogin('ward-nurse', 'wardNurse', book.patientId),
      staffLogin('gp', 'drGarsdale', book.patientId),
    ],
    now,
    facts,
    dangling: book.dangling,
  };
}
