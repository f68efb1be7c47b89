/** Observation: one result or measurement, with its components or the members of its panel. */
import {get, list, object, text, type FhirResource} from '../fhir-json.js';
import {gate} from '../gate.js';
import {clean, conceptLabel, firstLabel, hasCode, readable} from '../label.js';
import type {EntryKey} from '../status.js';
import type {Finding, Point, ResultValue} from '../timeline.js';
import {
  extensionValue,
  firstDate,
  point,
  pointOf,
  statusOf,
  type DecodeContext,
  type Decoder,
} from './entry.js';
import {findingsOf, readMembers, resultStatuses, withoutValue} from './findings.js';
import {deviceName, openResource, readParty} from './people.js';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';
const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';

/** Measurements of the body that UK GP data often sends without a category: R4 vital signs, UK Core vital signs. */
const vitalLoinc = [
  '85353-1',
  '85354-9',
  '9279-1',
  '8867-4',
  '2708-6',
  '8310-5',
  '8302-2',
  '9843-4',
  '29463-7',
  '39156-5',
  '8480-6',
  '8462-4',
];
const vitalSnomed = ['75367002', '60621009', '50373000', '27113001', '363812007', '86290005'];

const sorts: readonly (readonly [category: string, sort: EntryKey])[] = [
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
function sortOf(resource: FhirResource): EntryKey {
  const category = get(resource, 'category');
  if (category !== undefined) {
    for (const [code, sort] of sorts) {
      if (hasCode(category, categorySystem, code)) return sort;
    }
  }
  const code = get(resource, 'code');
  return hasCode(code, loinc, ...vitalLoinc) || hasCode(code, snomed, ...vitalSnomed)
    ? 'measurement'
    : 'testOrMeasurement';
}

/** 'Blood test' or 'Urine test', only where the record's own words for the specimen say so. */
export function specimenSort(
  specimens: unknown,
  resource: FhirResource,
  context: DecodeContext,
): EntryKey | undefined {
  for (const reference of list(specimens).slice(0, 5)) {
    const found = openResource(reference, resource, context);
    const words = conceptLabel(get(found, 'type')) ?? readable(get(reference, 'display'));
    if (words && /\b(?:blood|serum|plasma)\b/i.test(words)) return 'bloodTest';
    if (words && /\burine\b/i.test(words)) return 'urineTest';
  }
  return undefined;
}

/** When a corrected result was sent again, and what it said before, if the record has that. */
export function correctionPoints(
  resource: FhirResource,
  context: DecodeContext,
  key: 'correctedOn' | 'changedOn',
  value: ResultValue | undefined,
): readonly Point[] {
  const {date} = firstDate(resource, 'issued');
  const replaced = extensionValue(
    resource,
    (url) => /\/(?:observation|diagnosticReport)-replaces$/.test(url),
    'valueReference',
  );
  // The earlier result is shown as earlier, so it does not matter that it is now marked as a mistake.
  const earlier = object(replaced) && context.resolve(replaced, resource);
  const old =
    earlier && earlier.resourceType === 'Observation' && gate(earlier) !== 'withheld'
      ? findingsOf(earlier)
      : undefined;
  const oldValue = old !== 'unsafe' && old?.length === 1 ? old[0]?.value : undefined;
  if (value && oldValue) {
    return [point('correctedFrom', {date, value, oldValue})];
  }
  return date ? [point(key, {date})] : [];
}

/** Who or what measured, for a value that no professional recorded. */
function measuredPoints(resource: FhirResource, context: DecodeContext): readonly Point[] {
  const points: Point[] = [];
  const add = (found: Point | undefined) => {
    if (found) points.push(found);
  };
  const device = get(resource, 'device');
  add(
    pointOf(
      'measuredWith',
      deviceName(openResource(device, resource, context)) ?? readable(get(device, 'display')),
    ),
  );
  add(pointOf('measuredHow', conceptLabel(get(resource, 'method'))));
  const setting = extensionValue(
    resource,
    (url) => /Re?cordingSetting$/.test(url),
    'valueCodeableConcept',
  );
  add(pointOf('measuredAt', conceptLabel(setting)));
  const unsaid = points.length === 0 && device === undefined;
  return unsaid ? [point('measurementNotRecorded')] : points;
}

export const observation: Decoder = {
  kind(resource) {
    const sort = sortOf(resource);
    return sort === 'measurement' || sort === 'lifestyle' || sort === 'questionnaire'
      ? 'measurements'
      : 'results';
  },
  when: (resource) =>
    firstDate(
      resource,
      'effectiveDateTime',
      'effectivePeriod',
      'effectiveInstant',
      'effectiveTiming',
      'issued',
    ),
  read(resource, context, when) {
    const meaning = statusOf(get(resource, 'status'), resultStatuses);
    if (!meaning) return 'withheld';
    let findings: readonly Finding[] | 'unsafe' = findingsOf(resource);
    if (findings === 'unsafe') return 'withheld';
    const hasMember = get(resource, 'hasMember');
    const members = hasMember === undefined ? undefined : readMembers(hasMember, resource, context);
    const own = findings.length === 1 ? findings[0]?.value : undefined;
    if (findings.length === 0 && !members && !meaning.lead) {
      const without = withoutValue(resource);
      const saysSomething =
        without.value.type !== 'absent' ||
        without.value.key !== 'noValue' ||
        without.judgement.flag !== 'noRange';
      if (saysSomething) findings = [without];
    }
    const points: (Point | undefined)[] = [];
    for (const finding of findings) points.push({type: 'finding', finding});
    if (members) {
      for (const finding of members.findings) points.push({type: 'finding', finding});
      if (members.unsafe > 0) points.push(point('unsafeResults', {count: members.unsafe}));
    }
    // What is measured is not the person: a baby before birth, a device, somebody else.
    const focus = list(get(resource, 'focus')).filter((each) => !context.isPatient(each));
    if (focus.length > 0) {
      const party = readParty(focus[0], resource, context);
      const found = openResource(focus[0], resource, context);
      const about =
        readable(get(focus[0], 'display')) ?? party?.name ?? conceptLabel(get(found, 'code'));
      points.push(point('aboutOther', {text: about}));
    }
    if (meaning.point === 'correctedOn' || meaning.point === 'changedOn') {
      points.push(...correctionPoints(resource, context, meaning.point, own));
    }
    const performers = list(get(resource, 'performer'));
    const device = get(resource, 'device');
    const sort = sortOf(resource);
    const measuredBy = performers.length > 0 && readParty(performers[0], resource, context)?.who;
    if (
      device !== undefined ||
      measuredBy === 'patient' ||
      measuredBy === 'related' ||
      measuredBy === 'device'
    ) {
      points.push(...measuredPoints(resource, context));
    }
    const comment = get(resource, 'note');
    if (findings.length === 0 && !members) points.push(noteLine(comment));
    return {
      sort:
        sort === 'testResult'
          ? (specimenSort(get(resource, 'specimen'), resource, context) ?? sort)
          : sort,
      lead: meaning.lead ?? (focus.length > 0 ? 'aboutOther' : undefined),
      title: conceptLabel(get(resource, 'code')) ?? firstLabel(get(resource, 'category')),
      statuses: [meaning.status, ...(members?.statuses ?? [])],
      points,
      until: when.until,
      authors: performers.length > 0 || device === undefined ? performers : [device],
      visit: get(resource, 'encounter'),
      ...(members && {parts: members.parts, partsComplete: members.complete}),
    };
  },
};

/** The first note, as a line, for what has no value. */
function noteLine(notes: unknown): Point | undefined {
  const words = clean(text(get(list(notes)[0], 'text')));
  return words ? {type: 'text', text: words} : undefined;
}
