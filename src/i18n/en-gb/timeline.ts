import type {Owner, TimelineWords} from '../timeline.js';

/** 'your health record', or somebody else's. */
export const record = (owner: Owner) =>
  `${owner === undefined ? 'your' : `${owner}’s`} health record`;
const list = (items: readonly string[], last: string) =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1] ?? ''}`;
/** A count of entries. */
export const entries = (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'entry' : 'entries'}`;

export const enGB: TimelineWords = {
  kinds: {
    conditions: 'conditions',
    allergies: 'allergies',
    medicines: 'medicines',
    vaccinations: 'vaccinations',
    results: 'test results',
    measurements: 'measurements',
    procedures: 'procedures',
    visits: 'visits and stays',
    documents: 'letters and documents',
    appointments: 'appointments',
    carePlans: 'care plans',
  },
  and: (items) => list(items, 'and'),
  or: (items) => list(items, 'or'),
  thisPerson: 'this person',

  allEntries: 'All entries',
  now: 'What is current',
  searchAndFilter: 'Search and filter',
  whatIsIncluded: 'What is included',
  showOlder: 'Show older',
  showOlderRest: ' entries',
  reached: (date) => `You have reached ${date}.`,
  oldest: 'This is the oldest entry we could get.',
  visitEntries: (count) => `${entries(count)} from this visit`,
  duringVisit: (visit) => `Part of: ${visit}`,
  undated: 'No date recorded',
  undatedNote: 'The record gives no date for these entries.',
  undatedMore: 'There may be more. We have not read everything yet.',
  moreUndated: 'Show more entries with no date',
  late: 'Arrived after the rest',
  recordLanguage: '',

  completeness: ({places, date, time, owner}) => {
    const from =
      places.length === 0
        ? ''
        : ` from ${places.length > 2 ? `${places.length} places` : list(places, 'and')}`;
    const whole =
      owner === undefined ? 'your whole health record' : `the whole of ${record(owner)}`;
    return `This was read${from} on ${date} at ${time}. It may not be ${whole}.`;
  },
  notReadYet: (owner) => `We have not read any of ${record(owner)} yet.`,
  reach: (month) => `We have read back to ${month} so far. Select ‘Show older’ to see more.`,
  notHere: (kinds) => `You cannot see ${kinds} here. This does not mean there are none.`,
  tryAgain: 'Try again',
  contact: (owner) =>
    owner === undefined
      ? 'Call your GP surgery or hospital team.'
      : `Call ${owner}’s GP surgery or hospital team.`,
  problem: 'There is a problem with this page',
  problemText: (owner) => `It may not show all of ${record(owner)}.`,
  loading: (owner) => `Loading ${record(owner)}`,
  loadingTime: 'This can take up to 10 seconds.',

  tagNew: 'New',
  covered: 'Hidden on this screen',
  show: 'Show',
  showWhich: (date) => `this entry, ${date}`,
};
