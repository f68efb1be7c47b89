/** Mila herself, her mother Ines and her father Piotr. */
import type {Book} from '../book.js';
import {patient, relatedPerson} from '../build/person.js';
import {at} from '../time.js';

/** Writes the Patient and her parents. */
export function people(book: Book): void {
  patient(book, {
    nhsNumber: '9990000042',
    given: 'Mila',
    family: 'Littondale',
    birthDate: '2013-06-03',
    gender: 'female',
    phones: [{value: '07700 900351', use: 'mobile'}],
    homes: [{line: '3 Litton Row', town: 'Nidderby', postcode: 'NM4 7PA', from: '2016-01'}],
    gp: 'niddValley',
    recorded: at('2026-09-10', '15:30'),
    contacts: [
      {name: 'Ines Littondale', relationship: 'Mother', phone: '07700 900352'},
      {name: 'Piotr Littondale', relationship: 'Father, Deaf, please text', phone: '07700 900353'},
    ],
  });
  relatedPerson(book, 'ines', {
    given: 'Ines',
    family: 'Littondale',
    relationship: 'Mother',
    code: 'mother',
    phone: '07700 900352',
    from: '2013-06-03',
    until: '2029-06-02',
  });
  relatedPerson(book, 'piotr', {
    given: 'Piotr',
    family: 'Littondale',
    relationship: 'Father',
    code: 'father',
    phone: '07700 900353',
    from: '2013-06-03',
    until: '2029-06-02',
  });
}
