/** Callum himself, and his support worker. */
import type {Book} from '../book.js';
import {patient, relatedPerson} from '../build/person.js';
import {at} from '../time.js';

/** Writes the Patient and his support worker. */
export function people(book: Book): void {
  patient(book, {
    nhsNumber: '9990000034',
    given: 'Callum',
    family: 'Swaledale',
    birthDate: '2007-02-11',
    gender: 'male',
    phones: [
      {value: '07700 900733', use: 'mobile'},
      {value: '07700 900285', use: 'old', until: '2025-12'},
      {value: '07700 900164', use: 'old', until: '2024'},
    ],
    homes: [
      {
        line: 'Room 6, 30 Foundry Street',
        town: 'Northmoor',
        postcode: 'NM2 8LB',
        from: '2025-09-01',
      },
      {
        line: '9 Moor End',
        town: 'Northmoor',
        postcode: 'NM2 5TR',
        from: '2024-02',
        until: '2025-08',
      },
      {
        line: '17 Canal Side',
        town: 'Northmoor',
        postcode: 'NM3 1WA',
        from: '2018',
        until: '2024-02',
      },
      {line: '2 Harbour Lane', town: 'Eastmoor', postcode: 'NM9 4ES', from: '2012', until: '2018'},
      {
        line: '88 Foundry Street',
        town: 'Northmoor',
        postcode: 'NM2 8LE',
        from: '2007',
        until: '2012',
      },
    ],
    gp: 'moorEnd',
    recorded: at('2026-01-19', '11:05'),
  });
  relatedPerson(book, 'worker', {
    given: 'Bev',
    family: 'Oughtershaw',
    relationship: 'Support worker, Ghyll Street Young People’s Project',
    phone: '01632 960151',
    from: '2026-06-01',
    until: '2026-12-31',
  });
}
