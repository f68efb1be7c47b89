/** AllergyIntolerance: the reactions, and how high the risk is. */
import {get, object, objects} from '../../fhir-json.js';
import {allLabels} from '../../all-labels.js';
import {clean} from '../../label.js';
import type {PointKey} from '../../status.js';
import type {LeadKey} from '../../status.js';
import type {Point} from '../../timeline.js';
import {allergyStatuses} from '../allergy-intolerance.js';
import {point, pointOf, textPoint} from './points.js';
import type {BodyReader} from './reader.js';

const severities: Readonly<Record<string, PointKey>> = {
  mild: 'reactionMild',
  moderate: 'reactionModerate',
  severe: 'reactionSevere',
};

/** At most two reactions, each with how severe it was, or that this was not recorded. */
function reactionPoints(resource: unknown): readonly Point[] {
  const points: Point[] = [];
  for (const reaction of objects(get(resource, 'reaction')).slice(0, 2)) {
    const words = allLabels(reaction['manifestation']) ?? clean(reaction['description']);
    if (!words) continue;
    const severity = reaction['severity'];
    const key =
      typeof severity === 'string' && Object.hasOwn(severities, severity)
        ? severities[severity]
        : undefined;
    points.push(point(key ?? 'reaction', {text: words}));
  }
  return points;
}

export const allergyIntolerance: BodyReader = {
  points: ({resource}) => [
    ...(allergyStatuses(resource) ?? []).map(({words}) => pointOf('statusWords', words)),
    get(resource, 'criticality') === 'high' ? point('highRisk') : undefined,
    ...reactionPoints(resource),
    textPoint(clean(get(resource, 'onsetString'))),
  ],
  authors: (resource) =>
    [get(resource, 'recorder'), get(resource, 'asserter')].filter((each) => object(each)),
};

/** What an allergy is led by that is not so now, or not sure. */
const suffixes: Readonly<Partial<Record<LeadKey, 'Ended' | 'RuledOut' | 'NotConfirmed'>>> = {
  ended: 'Ended',
  ruledOut: 'RuledOut',
  notConfirmed: 'NotConfirmed',
};

/** What an allergy or intolerance is led by, with how it stands. */
export function allergyLead(plain: 'allergy' | 'intolerance', lead: LeadKey): LeadKey {
  const suffix = suffixes[lead];
  return suffix ? `${plain}${suffix}` : plain;
}
