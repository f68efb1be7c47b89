/** Condition: a diagnosis, problem or symptom. */
import {get} from '../fhir-json.js';
import {certainty, firstDate, say, tag, type Decoder} from './entry.js';
import {codes, led} from './meanings.js';

/** R4 condition-clinical, and condition-ver-status without entered-in-error. */
export const conditionStatuses = certainty(
  'condition-clinical',
  // R4 puts remission and resolved under inactive: by itself it does not say that anything ended.
  codes('active recurrence relapse inactive remission resolved', {inactive: led('notActive')}),
  'condition-ver-status',
  codes('unconfirmed provisional differential confirmed refuted'),
);

export const condition: Decoder = {
  sort: 'condition',
  dates: ['recordedDate', 'onsetDateTime', 'onsetPeriod'],
  names: ['code'],
  read(head, resource, {now = Date.now()}) {
    const statuses = conditionStatuses(resource);
    if (!statuses) return 'withheld';
    const [state, sure] = statuses;
    const abatement = firstDate(resource, ['abatementDateTime', 'abatementPeriod']);
    const until = abatement.until ?? abatement.date;
    head.until = until;
    // Ended by its dates, ages or words, and its status says nothing or the opposite.
    const isOver =
      !state.lead &&
      !(until && until.from > now) &&
      (get(resource, 'abatementBoolean') === true ||
        Object.keys(resource).some((key) => /^abatement(?!Boolean)/.test(key)));
    const isCurrent = state.currency === 'current';
    say(head, isOver && !isCurrent ? led('ended') : state, sure);
    if (!isOver) return undefined;
    if (isCurrent) tag(head, 'statusUnknown');
    if (sure.currency !== 'notCurrent') head.currency = isCurrent ? 'unknown' : 'notCurrent';
    return undefined;
  },
};
