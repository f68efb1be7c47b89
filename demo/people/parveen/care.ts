/** Parveen herself, her daughter, eye screening, vaccinations, home readings and the walking group. */
import type {Book} from '../book.js';
import {procedure, vaccine} from '../build/clinical.js';
import {bloodPressure, device} from '../build/measurements.js';
import {carePlan} from '../build/plans.js';
import {patient, relatedPerson} from '../build/person.js';
import {letter, provenance, visit} from '../build/visits.js';
import {addDays, addMinutes, at, inWords, weekday} from '../time.js';

/** Writes the Patient and Sana. */
export function people(book: Book): void {
  patient(book, {
    nhsNumber: '9990000018',
    prefix: 'Mrs',
    given: 'Parveen',
    family: 'Nidderdale',
    birthDate: '1955-03-14',
    gender: 'female',
    phones: [
      {value: '01632 960471', use: 'home'},
      {value: '07700 900471', use: 'mobile'},
    ],
    homes: [{line: '14 Weavers Fold', town: 'Nidderby', postcode: 'NM4 2QT', from: '1994-08'}],
    gp: 'niddValley',
    recorded: at('2026-11-12', '16:00'),
    language: {tag: 'ur', name: 'Urdu', interpreter: true},
    largePrint: true,
    contacts: [
      {name: 'Sana Nidderdale', relationship: 'Daughter, emergency contact', phone: '07700 900472'},
    ],
  });
  relatedPerson(book, 'sana', {
    given: 'Sana',
    family: 'Nidderdale',
    relationship: 'Daughter, helps with medicines',
    code: 'daughter',
    phone: '07700 900472',
    from: '2018-05-01',
  });
}

/** Eye screening every year since diabetes was found. */
export function eyes(book: Book): void {
  for (let year = 2002; year <= 2026; year++) {
    const day = weekday(`${year}-0${year === 2014 ? 6 : 7}-${String(book.random.integer(10, 24))}`);
    if (year === 2020) continue;
    const seen = visit(book, {
      text: 'Diabetic eye screening',
      start: at(day, '10:30'),
      end: at(day, '10:50'),
      place: 'northmoorEyes',
      by: 'screener',
      at: 'eyeVan',
    });
    procedure(book, {
      text: 'Digital retinal photography, both eyes',
      date: day,
      by: 'screener',
      place: 'northmoorEyes',
      visit: seen,
      outcome: year < 2014 ? 'R0 M0 both eyes' : 'R1 M0 both eyes',
    });
    letter(book, {
      title: 'Eye screening result letter',
      date: at(addDays(day, 14), '12:00'),
      place: 'northmoorEyes',
      visit: seen,
      text: `Your eyes were photographed on ${inWords(day)}. Grade: ${year < 2014 ? 'R0 M0' : 'R1 M0'} right and left. ${year < 2014 ? 'No diabetic eye disease was seen.' : 'Some early changes (background retinopathy) were seen. No treatment is needed.'} We will invite you again in 12/12.`,
    });
  }
}

/** Vaccinations: flu each autumn, and the others. */
export function vaccinations(book: Book): void {
  vaccine(book, {
    text: 'BCG',
    words: 'As a child, scar seen',
    primary: false,
    recorded: '1987-06-15',
  });
  vaccine(book, {text: 'Tetanus', date: '1991', place: 'niddValley'});
  vaccine(book, {text: 'Pneumococcal (PPV23)', date: '2003-10-06', place: 'niddValley', dose: 1});
  for (let year = 2001; year <= 2026; year++) {
    const day = weekday(`${year}-10-${String(book.random.integer(1, 20)).padStart(2, '0')}`);
    if (year === 2010) {
      vaccine(book, {
        text: 'Seasonal influenza vaccine',
        date: day,
        notGiven: {text: 'Declined', code: 'patientObjection'},
        place: 'niddValley',
      });
      continue;
    }
    vaccine(book, {
      text:
        year < 2019
          ? 'Influenza vaccine (inactivated)'
          : 'Influenza vaccine (adjuvanted, 65 and over)',
      date: year < 2005 ? day.slice(0, 7) : day,
      place: year > 2021 ? 'bridgeStreet' : 'niddValley',
      site: 'Left upper arm',
      ...(year >= 2005 && {lot: `FL${book.random.integer(1000, 9999)}`}),
    });
  }
  for (const [day, dose] of [
    ['2021-02-06', 1],
    ['2021-04-24', 2],
    ['2021-11-03', 3],
    ['2022-10-08', 4],
    ['2023-10-02', 5],
    ['2024-10-07', 6],
  ] as const) {
    vaccine(book, {
      text: 'COVID-19 vaccine',
      date: day,
      dose,
      disease: 'COVID-19',
      place: dose > 3 ? 'bridgeStreet' : 'niddValley',
    });
  }
  vaccine(book, {
    text: 'Shingles vaccine (recombinant)',
    date: '2025-09-18',
    dose: 1,
    by: 'nurseCoverdale',
  });
  vaccine(book, {
    text: 'Shingles vaccine (recombinant)',
    date: '2026-04-02',
    status: 'entered-in-error',
    dose: 2,
  });
  vaccine(book, {
    text: 'Shingles vaccine (recombinant)',
    date: '2026-10-14',
    dose: 2,
    by: 'nurseCoverdale',
    notGiven: {text: 'Out of stock, booked again', code: 'outOfStock'},
  });
}

/** Blood pressure at home, taken by Sana: with the monitor named, and sometimes not. */
export function athome(book: Book): void {
  const sana = book.ref('RelatedPerson', 'sana', 'Sana Nidderdale');
  const monitor = device(book, 'cuff', 'Upper arm blood pressure monitor', 'sphygmomanometer');
  let day = '2025-03-02';
  for (let number = 0; number < 96; number++) {
    day = addDays(day, book.random.integer(2, 11));
    if (day > '2026-11-20') break;
    const plain = book.random.chance(0.2);
    const reading = bloodPressure(
      book,
      book.random.integer(124, 149),
      book.random.integer(68, 84),
      {
        taken: plain ? day : at(day, addMinutes('07:30', book.random.integer(0, 60))),
        by: sana,
        ...(plain
          ? {}
          : {
              device: monitor,
              method: 'Automatic cuff, sitting, left arm, second of two readings',
              atHome: true,
            }),
      },
    );
    if (number % 12 === 0) provenance(book, [reading], at(day, '19:10'), sana);
  }
}

/** The walking group that the social prescriber found. */
export function walking(book: Book): void {
  visit(book, {
    text: 'Social prescribing appointment',
    start: at('2024-04-16', '13:30'),
    end: at('2024-04-16', '14:15'),
    place: 'niddValley',
    by: 'linkWorker',
    reason:
      'Lonely since husband died. Likes walking. Ref to women’s walking group (Urdu speaking).',
  });
  carePlan(book, {
    title: 'Social prescription: walking group',
    description: 'Nidderby women’s walking group, Tuesdays 10.30am, 40 minutes, level paths.',
    status: 'active',
    from: '2024-04-16',
    by: 'linkWorker',
    goals: [
      {text: 'Walk with the group twice a month', by: 'linkWorker', start: '2024-04-16'},
      {text: 'Meet new people', by: 'linkWorker', start: '2024-04-16'},
    ],
    activities: ['Walking group', 'Inhaler 10 minutes before'],
  });
  carePlan(book, {
    title: 'COPD self-management plan',
    status: 'completed',
    from: '2014-03-03',
    until: '2020-03-02',
    by: 'drBishopdale',
    goals: [{text: 'Know when to start the rescue pack', by: 'drBishopdale', start: '2014-03-03'}],
    activities: ['Pred 30 mg od 5/7 and doxycycline if sputum green'],
  });
}
