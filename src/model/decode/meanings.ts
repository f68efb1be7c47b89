/** What the codes of a status mean for an entry. */
import type {LeadKey, StatusKey} from '../status.js';
import type {Currency} from '../timeline.js';
import {wholeBody} from './entry-body.js';

/** What one code of a status means for an entry. */
export interface Meaning {
  readonly lead?: LeadKey;
  readonly status?: StatusKey;
  readonly currency?: Currency;
  /** The status in the record's own words, when it has words and no code that we know. */
  readonly words?: string;
}

/** The codes of a required value set; null for those whose meaning comes later. `entered-in-error` never gets here: the gate excludes it. */
export type Meanings = Readonly<Record<string, Meaning | null>>;

/** A status that was not recorded, or was recorded as not known. */
export const unknownStatus: Meaning = {status: 'statusUnknown', currency: 'unknown'};

/** What is not so now, and says why before its name. */
export const led = (lead: LeadKey): Meaning => ({lead, currency: 'notCurrent'});

/**
 * What a code means in every R4 value set that has it, of the codes that most entries have; `rare-meanings.ts` has the rest.
 * Only medicines, conditions and allergies look at `currency`.
 */
const meanings: Meanings = {
  unknown: unknownStatus,
  active: {currency: 'current'},
  inactive: led('ended'),
  resolved: led('ended'),
  completed: led('ended'),
  confirmed: {},
  unconfirmed: {lead: 'notConfirmed', status: 'notConfirmed'},
  refuted: led('ruledOut'),
  stopped: led('stopped'),
  cancelled: led('cancelled'),
  planned: led('planned'),
  'in-progress': led('inProgress'),
  final: {},
  preliminary: {status: 'notFinal'},
  amended: {status: 'changed'},
  corrected: {status: 'corrected'},
  finished: {},
  current: {},
  superseded: {},
  booked: {status: 'booked'},
  fulfilled: {},
  noshow: led('didNotAttend'),
  order: {},
};

/** What some codes mean, with a space between them. `special`: where a type means something else. */
export function codes(known: string, special: Meanings = {}): Meanings {
  return {
    ...Object.fromEntries(known.split(' ').map((code) => [code, meanings[code] ?? null])),
    ...special,
  };
}

/** What a code means. Undefined: it is none of them. Throws while the meanings of rare codes are not there. */
export function meaningOf(code: unknown, known: Meanings): Meaning | undefined {
  return typeof code === 'string' && Object.hasOwn(known, code)
    ? (known[code] ?? wholeBody().rareMeanings[code])
    : undefined;
}
