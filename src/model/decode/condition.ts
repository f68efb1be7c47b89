/** Condition: a diagnosis, problem or symptom. */
import {get, list, object} from '../fhir-json.js';
import type {FhirDate} from '../fhir-date.js';
import {clean, conceptLabel} from '../label.js';
import {readQuantity} from '../quantity.js';
import type {Currency, Point} from '../timeline.js';
import {codedStatusOf, firstDate, point, pointOf, type Decoder, type Meanings} from './entry.js';

/** R4 condition-clinical. */
const clinical: Meanings = {
  active: {currency: 'current'},
  recurrence: {currency: 'current', status: 'cameBack'},
  relapse: {currency: 'current', status: 'cameBack'},
  inactive: {currency: 'notCurrent', lead: 'ended'},
  remission: {currency: 'notCurrent', lead: 'inRemission'},
  resolved: {currency: 'notCurrent', lead: 'ended'},
};

/** R4 condition-ver-status, without entered-in-error. */
const verification: Meanings = {
  unconfirmed: {lead: 'notConfirmed', status: 'notConfirmed'},
  provisional: {lead: 'possible', status: 'possible'},
  differential: {lead: 'possible', status: 'possible'},
  confirmed: {},
  refuted: {lead: 'ruledOut', currency: 'notCurrent'},
};

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
function timePoints(resource: unknown, recorded: string | undefined): readonly Point[] {
  const onset = firstDate(resource, 'onsetDateTime', 'onsetPeriod');
  const abatement = firstDate(resource, 'abatementDateTime', 'abatementPeriod');
  const began = onset.element?.endsWith('.end') ? undefined : onset.date;
  const ended: FhirDate | undefined = abatement.until ?? abatement.date;
  const points: Point[] = [];
  if (began && ended) points.push(point('startedAndEnded', {date: began, until: ended}));
  else {
    // The date beside the name already says when it began, unless that is when it was written down.
    if (began && recorded === 'recordedDate') points.push(point('started', {date: began}));
    if (ended) points.push(point('endedOn', {date: ended}));
  }
  for (const each of [
    pointOf('startedWords', clean(get(resource, 'onsetString'))),
    pointOf('startedAge', ageAt(resource, 'onset')),
    pointOf('endedWords', clean(get(resource, 'abatementString'))),
    pointOf('endedAge', ageAt(resource, 'abatement')),
  ]) {
    if (each) points.push(each);
  }
  return points;
}

export const condition: Decoder = {
  kind: () => 'conditions',
  when: (resource) => firstDate(resource, 'recordedDate', 'onsetDateTime', 'onsetPeriod'),
  read(resource, context, when) {
    const state = codedStatusOf(get(resource, 'clinicalStatus'), 'condition-clinical', clinical);
    const sure = codedStatusOf(
      get(resource, 'verificationStatus'),
      'condition-ver-status',
      verification,
    );
    if (!state || !sure) return 'withheld';
    const abatement = firstDate(resource, 'abatementDateTime', 'abatementPeriod');
    const until = abatement.until ?? abatement.date;
    const abated =
      until !== undefined ||
      get(resource, 'abatementBoolean') === true ||
      Object.keys(resource).some((key) => /^abatement(?!Boolean)/.test(key));
    const future = until !== undefined && until.from > (context.now ?? Date.now());
    // Ended by its dates, and its status says nothing or the opposite.
    const endedByDate = abated && !future && !state.lead;
    let currency: Currency = sure.currency ?? state.currency ?? 'unknown';
    if (endedByDate && sure.currency !== 'notCurrent') {
      currency = state.currency === 'current' ? 'unknown' : 'notCurrent';
    }
    const ended = endedByDate && state.currency !== 'current';
    const ruledOut = sure.lead === 'ruledOut' ? sure.lead : undefined;
    const lead = ruledOut ?? state.lead ?? (ended ? 'ended' : undefined) ?? sure.lead;
    const severity = conceptLabel(get(resource, 'severity'));
    return {
      sort: 'condition',
      lead,
      title: conceptLabel(get(resource, 'code')),
      statuses: [
        lead === sure.lead ? undefined : sure.status,
        state.status,
        endedByDate && state.currency === 'current' ? 'statusUnknown' : undefined,
      ],
      currency,
      points: [
        pointOf('statusWords', state.words),
        pointOf('statusWords', sure.words),
        ...timePoints(resource, when.element),
        pointOf('severity', severity),
      ],
      until: until ?? undefined,
      authors: [get(resource, 'recorder'), get(resource, 'asserter')].filter((each) =>
        object(each),
      ),
      visit: list(get(resource, 'encounter'))[0],
    };
  },
};
