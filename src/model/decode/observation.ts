/** Observation: one result or measurement, with its components or the members of its panel. */
import {get, list} from '../fhir-json.js';
import {codesIn} from '../label.js';
import type {EntryKey} from '../status.js';
import {wholeBody} from './entry-body.js';
import type {Decoder} from './entry.js';
import {membersOf, resultStatuses, specimenSort} from './members.js';
import {isSafeResult} from './safe-value.js';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';

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
  const sent = codesIn(get(resource, 'category'), categorySystem);
  const known = categories.find(([category]) => sent.includes(category));
  if (known) return known[1];
  return wholeBody().isVitalSign(get(resource, 'code')) ? 'measurement' : 'testOrMeasurement';
}

export const observation: Decoder = {
  sort: sortOf,
  dates: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming', 'issued'],
  names: ['code', 'category'],
  statuses: resultStatuses,
  members(resource, context) {
    const inside = get(resource, 'hasMember');
    return inside === undefined ? undefined : membersOf(inside, resource, context);
  },
  read(head, resource, context) {
    if (!isSafeResult(resource)) return 'withheld';
    // What is measured is not the person: a baby before birth, a device, somebody else.
    if (list(get(resource, 'focus')).some((each) => !context.isPatient(each)))
      head.lead ??= 'aboutOther';
    if (head.sort === 'testResult') head.sort = specimenSort(resource, context) ?? head.sort;
    return undefined;
  },
};
