/** Condition: when it began and ended, how severe it is. */
import type {FhirDate} from '../../fhir-date.js';
import {get, object} from '../../fhir-json.js';
import {clean, conceptLabel} from '../../label.js';
import {readQuantity} from '../../quantity.js';
import type {Point} from '../../timeline.js';
import {conditionStatuses} from '../condition.js';
import {firstDate} from '../entry.js';
import {point, pointOf} from './points.js';
import type {BodyReader} from './reader.js';

/** `onset[x]` and `abatement[x]` as an age or a range of ages. */
function ageAt(resource: unknown, element: 'onset' | 'abatement'): string | undefined {
  const age = readQuantity(get(resource, `${element}Age`));
  if (age && !age.comparator && age.unit) return `${age.value} ${age.unit}`;
  const range = get(resource, `${element}Range`);
  const low = readQuantity(get(range, 'low'));
  const high = readQuantity(get(range, 'high'));
  if (low?.unit && high?.unit) return `${low.value} to ${high.value} ${high.unit}`;
  return undefined;
}

/** When it began and ended, in one sentence where there are two dates. */
function timePoints(
  resource: unknown,
  recorded: string | undefined,
): readonly (Point | undefined)[] {
  const onset = firstDate(resource, ['onsetDateTime', 'onsetPeriod']);
  const abatement = firstDate(resource, ['abatementDateTime', 'abatementPeriod']);
  const began = onset.element?.endsWith('.end') ? undefined : onset.date;
  const ended: FhirDate | undefined = abatement.until ?? abatement.date;
  const dated =
    began && ended
      ? [point('startedAndEnded', {date: began, until: ended})]
      : [
          // The date beside the name already says when it began, unless that is when it was written down.
          began && recorded === 'recordedDate' ? point('started', {date: began}) : undefined,
          ended ? point('endedOn', {date: ended}) : undefined,
        ];
  return [
    ...dated,
    pointOf('startedWords', clean(get(resource, 'onsetString'))),
    pointOf('startedAge', ageAt(resource, 'onset')),
    pointOf('endedWords', clean(get(resource, 'abatementString'))),
    pointOf('endedAge', ageAt(resource, 'abatement')),
  ];
}

export const condition: BodyReader = {
  points: ({entry, resource}) => [
    ...(conditionStatuses(resource) ?? []).map(({words}) => pointOf('statusWords', words)),
    ...timePoints(resource, entry.dateElement),
    pointOf('severity', conceptLabel(get(resource, 'severity'))),
  ],
  authors: (resource) =>
    [get(resource, 'recorder'), get(resource, 'asserter')].filter((each) => object(each)),
};
