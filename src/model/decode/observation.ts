/** Observation: one result or measurement, with its components or the members of its panel. */
import {get, list} from '../fhir-json.js';
import {conceptLabel, firstLabel, hasCode, sameSystem} from '../label.js';
import type {EntryKey} from '../status.js';
import type {Decoder} from './entry.js';
import {membersOf, resultStatuses, specimenSort} from './members.js';
import {isSafeResult} from './safe-value.js';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** Measurements of the body that UK GP data often sends without a category: R4 vital signs, UK Core vital signs. */
const vitalLoinc =
  '85353-1 85354-9 9279-1 8867-4 2708-6 8310-5 8302-2 9843-4 29463-7 39156-5 8480-6 8462-4'.split(
    ' ',
  );
const vitalSnomed = '75367002 60621009 50373000 27113001 363812007 86290005'.split(' ');

/** What each category says, the most telling first. */
const categories: readonly (readonly [category: string, sort: EntryKey])[] = [
  ['laboratory', 'testResult'],
  ['imaging', 'scan'],
  ['procedure', 'testResult'],
  ['vital-signs', 'measurement'],
  ['social-history', 'lifestyle'],
  ['activity', 'lifestyle'],
  ['therapy', 'measurement'],
  ['survey', 'questionnaire'],
  ['exam', 'measurement'],
];

/** What an Observation is, closer than its kind. */
function sortOf(resource: unknown): EntryKey {
  let best = categories.length;
  for (const category of list(get(resource, 'category'))) {
    for (const coding of list(get(category, 'coding'))) {
      if (!sameSystem(get(coding, 'system'), categorySystem)) continue;
      const code = get(coding, 'code');
      const at = categories.findIndex(([each]) => each === code);
      if (at >= 0 && at < best) best = at;
    }
  }
  const known = categories[best];
  if (known) return known[1];
  const code = get(resource, 'code');
  return hasCode(code, 'http://loinc.org', ...vitalLoinc) ||
    hasCode(code, 'http://snomed.info/sct', ...vitalSnomed)
    ? 'measurement'
    : 'testOrMeasurement';
}

export const observation: Decoder = {
  dates: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming', 'issued'],
  statuses: resultStatuses,
  sort: sortOf,
  read(resource, context, when, {lead, status}) {
    if (!isSafeResult(resource)) return 'withheld';
    const inside = get(resource, 'hasMember');
    const members = inside === undefined ? undefined : membersOf(inside, resource, context);
    // What is measured is not the person: a baby before birth, a device, somebody else.
    const isOther = list(get(resource, 'focus')).some((each) => !context.isPatient(each));
    const sort = sortOf(resource);
    return {
      sort: sort === 'testResult' ? (specimenSort(resource, context) ?? sort) : sort,
      lead: lead ?? (isOther ? 'aboutOther' : undefined),
      title: conceptLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'category')),
      statuses: [status, ...(members?.statuses ?? [])],
      until: when.until,
      members,
    };
  },
};
