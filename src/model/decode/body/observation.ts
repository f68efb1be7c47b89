/** Observation: what was found, whom it is about, what was corrected, and how it was measured. */
import {get, list, object, text, type FhirResource} from '../../fhir-json.js';
import {gate} from '../../gate.js';
import {clean, conceptLabel, readable} from '../../label.js';
import type {PointKey} from '../../status.js';
import type {Finding, Point, ResultValue} from '../../timeline.js';
import {firstDate, openResource, type DecodeContext} from '../entry.js';
import {findingsOf, findingsOfMembers, withoutValue} from '../findings.js';
import {resultStatuses, type Members} from '../members.js';
import {deviceName, readParty} from '../people.js';
import {meaningOf} from '../meanings.js';
import {isSafeResult} from '../safe-value.js';
import {extensionValue, point, pointOf, textPoint} from './points.js';
import type {BodyReader, Given} from './reader.js';

/** Findings as lines, and how many results inside could not be shown. */
export function resultPoints(
  findings: readonly Finding[],
  members: Members | undefined,
): readonly Point[] {
  const unsafe = members?.unsafe ?? 0;
  return [
    ...findings.map((finding): Point => ({type: 'finding', finding})),
    ...(unsafe > 0 ? [point('unsafeResults', {count: unsafe})] : []),
  ];
}

/** What a result says that was sent again. R4 observation-status. */
const corrections: Readonly<Record<string, PointKey>> = {
  amended: 'changedOn',
  corrected: 'correctedOn',
};

/** When a corrected result was sent again, and what it said before, if the record has that. */
export function correctionPoints(
  resource: FhirResource,
  context: DecodeContext,
  value: ResultValue | undefined,
): readonly Point[] {
  const status = text(get(resource, 'status')) ?? '';
  const key = Object.hasOwn(corrections, status) && corrections[status];
  if (!key) return [];
  const {date} = firstDate(resource, ['issued']);
  const replaced = extensionValue(
    resource,
    (url) => /\/(?:observation|diagnosticReport)-replaces$/.test(url),
    'valueReference',
  );
  // The earlier result is shown as earlier, so it does not matter that it is now marked as a mistake.
  const earlier = object(replaced) && context.resolve(replaced, resource);
  const old =
    earlier?.resourceType === 'Observation' && gate(earlier) !== 'withheld' && isSafeResult(earlier)
      ? findingsOf(earlier)
      : [];
  const oldValue = old.length === 1 ? old[0]?.value : undefined;
  if (value && oldValue) return [point('correctedFrom', {date, value, oldValue})];
  return date ? [point(key, {date})] : [];
}

/** Who or what measured, for a value that no professional recorded. */
function measuredPoints(resource: FhirResource, context: DecodeContext): readonly Point[] {
  const device = get(resource, 'device');
  const setting = extensionValue(
    resource,
    (url) => /Re?cordingSetting$/.test(url),
    'valueCodeableConcept',
  );
  const points = [
    pointOf(
      'measuredWith',
      deviceName(openResource(device, resource, context)) ?? readable(get(device, 'display')),
    ),
    pointOf('measuredHow', conceptLabel(get(resource, 'method'))),
    pointOf('measuredAt', conceptLabel(setting)),
  ].filter((each) => each !== undefined);
  return points.length === 0 && device === undefined ? [point('measurementNotRecorded')] : points;
}

/** Whom or what it is about, when that is not the person. */
function aboutPoint({resource, context}: Given): Point | undefined {
  const focus = list(get(resource, 'focus')).find((each) => !context.isPatient(each));
  if (focus === undefined) return undefined;
  const found = openResource(focus, resource, context);
  const words =
    readable(get(focus, 'display')) ??
    readParty(focus, resource, context)?.name ??
    conceptLabel(get(found, 'code'));
  return point('aboutOther', {text: words});
}

/** What it says of a value when it has none; nothing when its name says all. */
function unsaid(resource: FhirResource): readonly Finding[] {
  const {value, judgement} = withoutValue(resource);
  const saysNothing =
    value.type === 'absent' && value.key === 'noValue' && judgement.flag === 'noRange';
  return saysNothing ? [] : [{value, judgement}];
}

export const observation: BodyReader = {
  points(given) {
    const {resource, context, members} = given;
    let own = findingsOf(resource);
    const status = meaningOf(text(get(resource, 'status')) ?? 'unknown', resultStatuses);
    const value = own.length === 1 ? own[0]?.value : undefined;
    if (own.length === 0 && !members && !status?.lead) own = unsaid(resource);
    const device = get(resource, 'device');
    const performer = list(get(resource, 'performer'))[0];
    const measuredBy = readParty(performer, resource, context)?.who;
    const isMeasured =
      device !== undefined ||
      measuredBy === 'patient' ||
      measuredBy === 'related' ||
      measuredBy === 'device';
    return [
      ...resultPoints([...own, ...findingsOfMembers(members)], members),
      aboutPoint(given),
      ...correctionPoints(resource, context, value),
      ...(isMeasured ? measuredPoints(resource, context) : []),
      // The first note, as a line, for what has no value.
      own.length === 0 && !members
        ? textPoint(clean(get(list(get(resource, 'note'))[0], 'text')))
        : undefined,
    ];
  },
  authors(resource) {
    const performers = list(get(resource, 'performer'));
    const device = get(resource, 'device');
    return performers.length > 0 || device === undefined ? performers : [device];
  },
};
