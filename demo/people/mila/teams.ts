/** Mila's mental health team, and the care plans of two teams whose goals differ. */
import type {Book} from '../book.js';
import {carePlan} from '../build/plans.js';
import {letter, provenance, visit} from '../build/visits.js';
import {professionalRef} from '../places.js';
import {addDays, at, weekday} from '../time.js';

const mind = {security: ['restricted', 'psychiatry']} as const;

/** Children's mental health: each entry labelled, one of them held back from her parents. */
export function mentalHealth(book: Book): void {
  for (let number = 0; number < 12; number++) {
    const day = weekday(addDays('2026-03-05', number * 21));
    const seen = visit(book, {
      ...mind,
      text: number % 4 === 3 ? 'Mental health team, video call' : 'Mental health team appointment',
      start: at(day, '16:00'),
      end: at(day, '16:50'),
      how: number % 4 === 3 ? 'virtual' : 'ambulatory',
      place: 'childMentalHealth',
      by: 'camhsNurse',
    });
    if (number % 5 !== 0) continue;
    letter(book, {
      ...mind,
      title: 'Letter from the mental health team',
      date: at(addDays(day, 7), '12:00'),
      by: 'camhsNurse',
      place: 'childMentalHealth',
      visit: seen,
      text: 'Dear GP. Seen with mum then alone. Low mood, worry re hypos in class, sleep 6h. No SI, no DSH. Formulation shared. Plan: CBT x8, liaise DSN re goals, school. R/v 3/52. Crisis plan given.',
    });
  }
  letter(book, {
    ...mind,
    key: 'alone',
    withhold: 'proxy',
    title: 'Note of time alone with Mila',
    date: at('2026-06-18', '17:10'),
    by: 'camhsNurse',
    place: 'childMentalHealth',
    text: 'Seen alone at own request. Skips insulin at school to feel in charge. Worried about rows at home. Asks that parents are not told. Gillick competent for this. Safety plan agreed, DSN aware with consent.',
  });
  visit(book, {
    ...mind,
    withhold: 'proxy',
    text: 'Mental health team, time alone',
    start: at('2026-06-18', '16:00'),
    end: at('2026-06-18', '16:50'),
    place: 'childMentalHealth',
    by: 'camhsNurse',
  });
}

/** Care plans: the diabetes team wants more checks, the mental health team fewer. */
export function plans(book: Book): void {
  carePlan(book, {
    title: 'Diabetes care plan',
    status: 'active',
    from: '2026-09-08',
    until: '2027-09-07',
    by: 'diabetesNurse',
    goals: [
      {text: 'Check glucose at least 6 times a day', by: 'diabetesNurse', start: '2026-09-08'},
      {
        text: 'HbA1c below 58 mmol/mol by spring',
        by: 'drApedale',
        start: '2026-09-08',
        due: '2027-03-31',
      },
    ],
    activities: ['Pump download every 2/52', 'Ketone strips in school bag'],
  });
  carePlan(book, {
    ...mind,
    title: 'Mental health care plan',
    status: 'active',
    from: '2026-04-16',
    by: 'camhsNurse',
    goals: [
      {
        text: 'Look at the glucose numbers no more than 4 times a day',
        by: 'camhsNurse',
        start: '2026-04-16',
        note: 'Differs from the diabetes team. To be agreed with DSN.',
      },
      {text: 'See friends once a week', by: 'camhsNurse', start: '2026-04-16'},
    ],
    activities: ['CBT sessions x8'],
  });
  const school = carePlan(book, {
    title: 'School health care plan',
    status: 'active',
    from: '2026-09-07',
    until: '2026-12-18',
    by: 'schoolNurse',
    goals: [
      {
        text: 'Treat every hypo in class without leaving alone',
        by: 'schoolNurse',
        start: '2026-09-07',
      },
    ],
    activities: ['Hypo box in classroom', 'Staff trained, autumn term'],
  });
  provenance(book, [school], at('2026-09-07', '09:00'), professionalRef('schoolNurse'), {
    onBehalfOf: 'schoolHealth',
  });
}
