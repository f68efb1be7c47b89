/** Mila Littondale, 13: type 1 diabetes, seen by children's mental health; her mother helps. */
import {Book} from '../book.js';
import {diary} from '../build/diary.js';
import {staffLogin} from '../logins.js';
import type {DemoPerson} from '../types.js';
import {clinics, family, hospital, surgery} from './care.js';
import {glucose} from './glucose.js';
import {history} from './history.js';
import {facts, now} from './now.js';
import {people} from './people.js';
import {mentalHealth, plans} from './teams.js';

const words = [
  'hate the numbers today',
  'hypo in maths and everyone looked',
  'mum checked my pump again',
  'art club was really good',
  'slept ok',
  'dont want to talk about it',
] as const;

/** Writes Mila's record. */
export function mila(): DemoPerson {
  const book = new Book('mila', 'Mila Littondale');
  people(book);
  history(book);
  surgery(book);
  hospital(book);
  clinics(book);
  glucose(book);
  mentalHealth(book);
  plans(book);
  family(book);
  const patient = book.patientId;
  const parent = (key: string): string => book.ref('RelatedPerson', key).reference ?? '';
  return {
    key: 'mila',
    patient,
    resources: book.finish(),
    logins: [
      {
        key: 'mila',
        name: 'Mila Littondale',
        role: 'patient',
        for: patient,
        user: `Patient/${patient}`,
      },
      {
        key: 'ines',
        name: 'Ines Littondale',
        role: 'proxy',
        relationship: 'mother',
        for: patient,
        user: parent('ines'),
        kinds: 'all',
        until: '2029-06-02',
      },
      {
        key: 'piotr',
        name: 'Piotr Littondale',
        role: 'proxy',
        relationship: 'father',
        for: patient,
        user: parent('piotr'),
        kinds: ['appointments'],
        until: '2029-06-02',
      },
      staffLogin('school-nurse', 'schoolNurse', patient),
    ],
    now,
    facts,
    dangling: book.dangling,
    diary: diary(book, 'mila', {
      from: '2026-03-20',
      until: '2026-11-19',
      gaps: [['2026-08-01', '2026-08-20']],
      perDay: 2,
      kept: 0.45,
      words,
    }),
  };
}
