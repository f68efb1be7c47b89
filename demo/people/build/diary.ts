/** Writes a mood diary: the person's own words, kept apart from the record. */
import type {Observation} from '@medplum/fhirtypes';
import type {Book} from '../book.js';
import {coding, concept} from '../codes.js';
import {idOf} from '../random.js';
import {addDays, addMinutes, at} from '../time.js';
import {withheldTag} from '../withhold.js';

const phr = 'http://hl7.org/fhir/uv/phr/CodeSystem';

/** The five moods of the diary, from worst to best, as the HL7 personal health record guide codes them. */
const moods = [
  {code: 'veryUnpleasant', text: 'Very bad', valence: -1},
  {code: 'slightlyUnpleasant', text: 'Bad', valence: -0.5},
  {code: 'neutral', text: 'Okay', valence: 0},
  {code: 'slightlyPleasant', text: 'Good', valence: 0.5},
  {code: 'veryPleasant', text: 'Very good', valence: 1},
] as const;

/** How a diary is kept. */
export interface DiaryStory {
  readonly from: string;
  readonly until: string;
  /** Days on which no entry was written. */
  readonly gaps: readonly (readonly [from: string, until: string])[];
  readonly perDay: number;
  /** Chance that a day has any entry, 0 to 1. */
  readonly kept: number;
  readonly words: readonly string[];
}

interface DiaryEntry {
  readonly day: string;
  readonly time: string;
  readonly mood: (typeof moods)[number];
  readonly note?: string;
}

function entries(book: Book, story: DiaryStory): DiaryEntry[] {
  const found: DiaryEntry[] = [];
  for (let day = story.from; day <= story.until; day = addDays(day, 1)) {
    if (story.gaps.some(([from, until]) => day >= from && day <= until)) continue;
    if (!book.random.chance(story.kept)) continue;
    const many = book.random.integer(1, story.perDay);
    for (let number = 0; number < many; number++) {
      found.push({
        day,
        time: addMinutes('07:45', number * 240 + book.random.integer(0, 200)),
        mood: book.random.pick(moods),
        ...(book.random.chance(0.4) && {note: book.random.pick(story.words)}),
      });
    }
  }
  return found;
}

/** The diary as Observations, oldest first; each is tagged as the person's alone. */
export function diary(
  book: Book,
  key: string,
  story: DiaryStory,
): {readonly observations: readonly Observation[]; readonly csv: string} {
  const all = entries(book, story);
  const observations = all.map(({day, time, mood, note}, index): Observation => {
    const id = idOf(`${key}/diary/${index}`);
    const when = at(day, time);
    return {
      resourceType: 'Observation',
      id,
      meta: {
        versionId: '1',
        lastUpdated: when,
        security: [coding('patientAsserted'), coding('psychiatry')],
        tag: [withheldTag('proxy')],
      },
      identifier: [{system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}`}],
      status: 'final',
      category: [concept('survey')],
      code: {
        coding: [{system: `${phr}/observation-pghd-codes`, code: 'stateOfMind'}],
        text: 'Mood diary entry',
      },
      subject: book.patient,
      performer: [book.patient],
      effectiveDateTime: when,
      issued: when,
      component: [
        {
          code: {
            coding: [{system: `${phr}/state-of-mind-codes`, code: 'valenceClassification'}],
            text: 'Mood',
          },
          valueCodeableConcept: {
            coding: [{system: `${phr}/state-of-mind-valence-codes`, code: mood.code}],
            text: mood.text,
          },
        },
        {
          code: {
            coding: [{system: `${phr}/state-of-mind-codes`, code: 'valence'}],
            text: 'Mood, -1 to 1',
          },
          valueQuantity: {value: mood.valence},
        },
      ],
      ...(note && {note: [{text: note, time: when, authorReference: book.patient}]}),
    };
  });
  const rows = all.map(({day, time, mood, note}) =>
    [day, time, mood.text.toLowerCase(), '', `"${(note ?? '').replaceAll('"', '""')}"`].join(','),
  );
  return {
    observations,
    csv: ['full_date,time,mood,activities,note', ...rows].join('\n') + '\n',
  };
}
