/** Condition: a diagnosis, problem or symptom. */
import {get} from '../fhir-json.js';
import {conceptLabel} from '../label.js';
import {codedStatusOf, firstDate, type Decoder, type Meaning, type Meanings} from './entry.js';

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

/** How it stands, and how sure that is. Undefined: one of them says something that we do not know. */
export function conditionStatuses(
  resource: unknown,
): readonly [state: Meaning, sure: Meaning] | undefined {
  const state = codedStatusOf(get(resource, 'clinicalStatus'), 'condition-clinical', clinical);
  const sure = codedStatusOf(
    get(resource, 'verificationStatus'),
    'condition-ver-status',
    verification,
  );
  return state && sure && [state, sure];
}

export const condition: Decoder = {
  dates: ['recordedDate', 'onsetDateTime', 'onsetPeriod'],
  read(resource, context) {
    const statuses = conditionStatuses(resource);
    if (!statuses) return 'withheld';
    const [state, sure] = statuses;
    const abatement = firstDate(resource, ['abatementDateTime', 'abatementPeriod']);
    const until = abatement.until ?? abatement.date;
    const abated =
      until !== undefined ||
      get(resource, 'abatementBoolean') === true ||
      Object.keys(resource).some((key) => /^abatement(?!Boolean)/.test(key));
    const future = until !== undefined && until.from > (context.now ?? Date.now());
    // Ended by its dates, and its status says nothing or the opposite.
    const isOver = abated && !future && !state.lead;
    const isCurrent = state.currency === 'current';
    const lead =
      sure.lead === 'ruledOut'
        ? sure.lead
        : (state.lead ?? (isOver && !isCurrent ? 'ended' : sure.lead));
    return {
      sort: 'condition',
      lead,
      title: conceptLabel(get(resource, 'code')),
      statuses: [
        lead === sure.lead ? undefined : sure.status,
        state.status,
        isOver && isCurrent ? 'statusUnknown' : undefined,
      ],
      currency:
        isOver && sure.currency !== 'notCurrent'
          ? isCurrent
            ? 'unknown'
            : 'notCurrent'
          : (sure.currency ?? state.currency ?? 'unknown'),
      until,
    };
  },
};
