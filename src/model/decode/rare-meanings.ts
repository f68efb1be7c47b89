/** What the rarer codes of a status mean for an entry. Part of a lazy chunk. */
import type {LeadKey, StatusKey} from '../status.js';
import {led, type Meaning} from './meanings.js';

/** What is only thought of, or not sure: before the name, or beside it where something else leads. */
const thought = (key: LeadKey & StatusKey): Meaning => ({...led(key), status: key});
const possible: Meaning = {lead: 'possible', status: 'possible'};
const cameBack: Meaning = {status: 'cameBack', currency: 'current'};

/** The same as in `meanings.ts`, for codes that few entries have; those of orders that come from another say nothing more. */
export const rareMeanings: Readonly<Record<string, Meaning>> = {
  recurrence: cameBack,
  relapse: cameBack,
  remission: led('inRemission'),
  provisional: possible,
  differential: possible,
  'on-hold': led('paused'),
  revoked: led('stopped'),
  draft: led('draft'),
  intended: led('planned'),
  preparation: led('planned'),
  'not-taken': led('notTaken'),
  proposal: thought('suggested'),
  plan: thought('planned'),
  option: thought('oneOption'),
  'original-order': {},
  'reflex-order': {},
  'filler-order': {},
  'instance-order': {},
  // The steps of a plan have words of their own for these.
  'not-started': {},
  scheduled: {},
  registered: led('waitingForResult'),
  partial: {status: 'partial'},
  appended: {status: 'addedTo'},
  proposed: led('suggested'),
  pending: led('notConfirmed'),
  arrived: {status: 'arrived'},
  triaged: {status: 'waitingToBeSeen'},
  onleave: {status: 'onLeave'},
  'checked-in': {status: 'checkedIn'},
  waitlist: led('waitingList'),
};
