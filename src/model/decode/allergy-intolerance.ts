/** AllergyIntolerance: an allergy or intolerance, or a record that none is known. */
import {get, list, object, objects} from '../fhir-json.js';
import {allLabels, clean, conceptLabel, hasCode} from '../label.js';
import type {LeadKey, PointKey, StatementKey} from '../status.js';
import type {Currency, Point} from '../timeline.js';
import {
  codedStatusOf,
  firstDate,
  point,
  pointOf,
  textPoint,
  type Decoder,
  type Meanings,
} from './entry.js';

/** R4 allergyintolerance-clinical. */
const clinical: Meanings = {
  active: {currency: 'current'},
  inactive: {currency: 'notCurrent', lead: 'ended'},
  resolved: {currency: 'notCurrent', lead: 'ended'},
};

/** R4 allergyintolerance-verification, without entered-in-error. */
const verification: Meanings = {
  unconfirmed: {lead: 'notConfirmed', status: 'notConfirmed'},
  confirmed: {},
  refuted: {lead: 'ruledOut', currency: 'notCurrent'},
};

const snomed = 'http://snomed.info/sct';
/** SNOMED CT, as in the R4 examples AllergyIntolerance/nka and nkda and the UK Core example. */
const statements: readonly (readonly [code: string, statement: StatementKey])[] = [
  ['716186003', 'noKnownAllergies'],
  ['409137002', 'noKnownDrugAllergies'],
];
const saysNone = /^\s*n\.?k\.?d?\.?a\.?\s*$|\b(?:no|nil|none)\b/i;
/** A name that says by itself that it is about an allergy needs no word of ours before it. */
const saysAllergy =
  /allerg|intoleran|anaphyla|adverse|sensitiv|\bno known\b|\bnil known\b|\bnk(?:d)?a\b/i;

const leads: Readonly<
  Record<
    'allergy' | 'intolerance',
    Readonly<Record<'' | 'ended' | 'ruledOut' | 'notConfirmed', LeadKey>>
  >
> = {
  allergy: {
    '': 'allergy',
    ended: 'allergyEnded',
    ruledOut: 'allergyRuledOut',
    notConfirmed: 'allergyNotConfirmed',
  },
  intolerance: {
    '': 'intolerance',
    ended: 'intoleranceEnded',
    ruledOut: 'intoleranceRuledOut',
    notConfirmed: 'intoleranceNotConfirmed',
  },
};

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

export const allergyIntolerance: Decoder = {
  kind: () => 'allergies',
  when: (resource) =>
    firstDate(resource, 'recordedDate', 'onsetDateTime', 'onsetPeriod', 'lastOccurrence'),
  read(resource) {
    const state = codedStatusOf(
      get(resource, 'clinicalStatus'),
      'allergyintolerance-clinical',
      clinical,
    );
    const sure = codedStatusOf(
      get(resource, 'verificationStatus'),
      'allergyintolerance-verification',
      verification,
    );
    if (!state || !sure) return 'withheld';
    const code = get(resource, 'code');
    const statement = statements.find(([each]) => hasCode(code, snomed, each))?.[1];
    const words = clean(get(code, 'text'));
    // A code that says 'none known' with words that name something: one of them is wrong.
    if (statement && words && !saysNone.test(words)) return 'withheld';
    const reactions = objects(get(resource, 'reaction'));
    if (statement && reactions.length > 0) return 'withheld';
    const title =
      conceptLabel(code) ??
      reactions.map((reaction) => conceptLabel(reaction['substance'])).find((found) => !!found);
    const ruledOut = sure.lead === 'ruledOut' ? sure.lead : undefined;
    const changed = ruledOut ?? state.lead ?? sure.lead;
    const sort = get(resource, 'type') === 'intolerance' ? 'intolerance' : 'allergy';
    const named = statement !== undefined || (title !== undefined && saysAllergy.test(title));
    const plain =
      changed === 'ended' || changed === 'ruledOut' || changed === 'notConfirmed' ? changed : '';
    const currency: Currency = sure.currency ?? state.currency ?? 'unknown';
    return {
      sort: 'allergy',
      lead: named ? changed : leads[sort][plain],
      title: statement ? undefined : title,
      statement,
      statuses: [changed === sure.lead ? undefined : sure.status],
      currency,
      points: [
        pointOf('statusWords', state.words),
        pointOf('statusWords', sure.words),
        get(resource, 'criticality') === 'high' ? point('highRisk') : undefined,
        ...reactionPoints(resource),
        textPoint(clean(get(resource, 'onsetString'))),
      ],
      authors: [get(resource, 'recorder'), get(resource, 'asserter')].filter((each) =>
        object(each),
      ),
      visit: list(get(resource, 'encounter'))[0],
    };
  },
};
