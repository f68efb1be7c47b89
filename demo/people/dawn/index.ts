/** Dawn Ribblesdale, 46: left a partner who still has access; 11 entries she can see. */
import {Book} from '../book.js';
import {staffLogin} from '../logins.js';
import type {DemoPerson} from '../types.js';
import {accessLog, grant, requests} from './access.js';
import {facts, now} from './now.js';
import {people, record} from './record.js';

/** Writes Dawn's record. */
export function dawn(): DemoPerson {
  const book = new Book('dawn', 'Dawn Ribblesdale');
  people(book);
  record(book);
  accessLog(book);
  grant(book);
  requests(book);
  const patient = book.patientId;
  return {
    key: 'dawn',
    patient,
    resources: book.finish(),
    logins: [
      {
        key: 'dawn',
        name: 'Dawn Ribblesdale',
        role: 'patient',
        for: patient,
        user: `Patient/${patient}`,
      },
      {
        key: 'lee',
        name: 'Lee Hodder',
        role: 'proxy',
        relationship: 'partner',
        for: patient,
        user: book.ref('RelatedPerson', 'lee').reference ?? '',
        kinds: 'all',
        until: '2027-11-30',
      },
      {...staffLogin('ae-doctor', 'aeDoctor', patient), emergency: true},
      staffLogin('dawn-gp', 'drBirkdale', patient),
    ],
    now,
    facts,
    dangling: book.dangling,
  };
}
