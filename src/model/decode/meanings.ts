/** What the codes of a status mean for an entry. */
import type {LeadKey, StatusKey} from '../status.js';
import type {Currency} from '../timeline.js';

/** What one code of a status means for an entry. */
export interface Meaning {
  readonly lead?: LeadKey;
  readonly status?: StatusKey;
  readonly currency?: Currency;
  /** The status in the record's own words, when it has words and no code that we know. */
  readonly words?: string;
}

/** The codes of a required value set. `entered-in-error` never gets here: the gate excludes it. */
export type Meanings = Readonly<Record<string, Meaning>>;

/** A status that was not recorded, or was recorded as not known. */
export const unknownStatus: Meaning = {status: 'statusUnknown', currency: 'unknown'};

/** What is not so now, and says why before its name. */
export const led = (lead: LeadKey): Meaning => ({lead, currency: 'notCurrent'});
/** What is said beside the name. */
const tagged = (status: StatusKey): Meaning => ({status});
/** What is only thought of, or not sure: before the name, or beside it where something else leads. */
const thought = (key: LeadKey & StatusKey): Meaning => ({...led(key), status: key});
const unsure = (key: LeadKey & StatusKey): Meaning => ({lead: key, status: key});
const cameBack: Meaning = {status: 'cameBack', currency: 'current'};

/**
 * What a code means in every R4 value set that has it. Only medicines, conditions and allergies look at `currency`.
 */
const meanings: Meanings = {
  unknown: unknownStatus,
  active: {currency: 'current'},
  recurrence: cameBack,
  relapse: cameBack,
  inactive: led('ended'),
  resolved: led('ended'),
  completed: led('ended'),
  remission: led('inRemission'),
  unconfirmed: unsure('notConfirmed'),
  provisional: unsure('possible'),
  differential: unsure('possible'),
  refuted: led('ruledOut'),
  'on-hold': led('paused'),
  stopped: led('stopped'),
  revoked: led('stopped'),
  cancelled: led('cancelled'),
  draft: led('draft'),
  intended: led('planned'),
  planned: led('planned'),
  preparation: led('planned'),
  'in-progress': led('inProgress'),
  'not-taken': led('notTaken'),
  proposal: thought('suggested'),
  plan: thought('planned'),
  option: thought('oneOption'),
  registered: led('waitingForResult'),
  preliminary: tagged('notFinal'),
  partial: tagged('partial'),
  amended: tagged('changed'),
  corrected: tagged('corrected'),
  appended: tagged('addedTo'),
  proposed: led('suggested'),
  pending: led('notConfirmed'),
  booked: tagged('booked'),
  arrived: tagged('arrived'),
  triaged: tagged('waitingToBeSeen'),
  onleave: tagged('onLeave'),
  noshow: led('didNotAttend'),
  'checked-in': tagged('checkedIn'),
  waitlist: led('waitingList'),
};

/** What some codes mean, with a space between them; those that say nothing more are only known. `special`: where a type means something else. */
export function codes(known: string, special: Meanings = {}): Meanings {
  return {
    ...Object.fromEntries(known.split(' ').map((code) => [code, meanings[code] ?? {}])),
    ...special,
  };
}
