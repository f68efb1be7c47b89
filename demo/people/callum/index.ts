/** Callum Swaledale, 19: a care leaver with four surgeries, five addresses and three numbers. */
import {Book} from '../book.js';
import {diary} from '../build/diary.js';
import {staffLogin} from '../logins.js';
import type {DemoPerson} from '../types.js';
import {emergencies, lookedAfter, other, surgeries, talking} from './care.js';
import {history} from './history.js';
import {facts, now} from './now.js';
import {people} from './people.js';

const words = [
  'no credit again, walked home',
  'bus late. missed the start but they were ok about it',
  'couldnt sleep. chest tight',
  'good day at work, boss said well done',
  'everyone wants the same story again',
  'inhaler ran out',
  'football with the lads',
  'new flat is cold but its mine',
  'felt sick after the tablet',
] as const;

/** Writes Callum's record. */
export function callum(): DemoPerson {
  const book = new Book('callum', 'Callum Swaledale');
  people(book);
  history(book);
  surgeries(book);
  emergencies(book);
  lookedAfter(book);
  talking(book);
  other(book);
  const patient = book.patientId;
  return {
    key: 'callum',
    patient,
    resources: book.finish(),
    logins: [
      {
        key: 'callum',
        name: 'Callum Swaledale',
        role: 'patient',
        for: patient,
        user: `Patient/${patient}`,
      },
      {
        key: 'charity-worker',
        name: 'Bev Oughtershaw',
        role: 'proxy',
        relationship: 'support worker',
        for: patient,
        user: book.ref('RelatedPerson', 'worker').reference ?? '',
        kinds: ['appointments'],
        until: '2026-12-31',
      },
      staffLogin('callum-gp', 'drWensley', patient),
    ],
    now,
    facts,
    dangling: book.dangling,
    diary: diary(book, 'callum', {
      from: '2025-09-20',
      until: '2026-11-20',
      gaps: [
        ['2025-12-08', '2026-01-04'],
        ['2026-04-02', '2026-04-27'],
        ['2026-07-15', '2026-08-05'],
      ],
      perDay: 4,
      kept: 0.6,
      words,
    }),
  };
}
