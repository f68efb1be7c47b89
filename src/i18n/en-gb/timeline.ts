import type {Owner, TimelineWords} from '../timeline.js';

const whose = (owner: Owner) => (owner === undefined ? 'your' : `${owner}’s`);
const record = (owner: Owner) => `${whose(owner)} health record`;
const list = (items: readonly string[], last: string) =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1] ?? ''}`;
const entries = (count: number) =>
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
  born: (date) => `Date of birth: ${date}`,
  nhsNumber: (digits) => `NHS number: ${digits}`,

  allEntries: 'All entries',
  now: 'What is current',
  nowHeading: 'Now: medicines, conditions and allergies',
  nowKnown: 'Current',
  currentUnknown: 'We do not know if these are current',
  currentUnknownNote: 'The record does not say if these are still so.',
  nowMissing: (kinds) => `This list is not complete. We do not have all ${kinds} yet.`,
  matching: (count, soFar) =>
    `${entries(count)} ${count === 1 ? 'matches' : 'match'}${soFar ? ' so far' : ''}`,
  noMatch: (back) => `No entries match.${back ? ` Searched back to ${back}.` : ''}`,
  searchedBack: (back) =>
    `${back ? `Searched back to ${back} so far. ` : ''}Still reading older entries.`,
  clearFilters: 'Clear all filters',
  searchAndFilter: 'Search and filter',
  jumpToYear: 'Jump to a year',
  whatIsIncluded: 'What is included',
  showOlder: 'Show older',
  showOlderRest: ' entries',
  showNewer: 'Show newer entries',
  readingOlder: 'Reading older entries',
  reached: (date) => `You have reached ${date}.`,
  showingBackTo: (date) => `Showing entries back to ${date}`,
  oldest: 'This is the oldest entry we could get.',
  visitEntries: (count) => `${entries(count)} from this visit`,
  duringVisit: (visit) => `Part of: ${visit}`,
  undated: 'No date recorded',
  undatedNote: 'The record gives no date for these entries.',
  undatedMore: 'There may be more. We have not read everything yet.',
  moreUndated: 'Show more entries with no date',
  late: 'Arrived after the rest',
  openFailed: 'We could not open this entry. Try again.',
  loadingEntry: 'Opening this entry',
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
  kindFailed: (kinds) => `We could not get ${kinds}. There may be some we cannot show.`,
  allergiesFailed: (owner) =>
    owner === undefined
      ? 'We could not check your allergies. Do not think this means you have none. Tell staff about any allergy you have.'
      : `We could not check ${owner}’s allergies. Do not think this means there are none. Tell staff about any allergy ${owner} has.`,
  kindUnsafe: (kinds) =>
    `We cannot show ${kinds} safely here. Some of what we were sent may be about someone else.`,
  kindLimited: (kinds) => `We have read only some of the ${kinds}. There may be more.`,
  withheld: (count, places, kinds) =>
    count === 1
      ? `There is 1 entry we cannot show safely. Ask ${places} about it. It is about: ${kinds}.`
      : `There are ${entries(count)} we cannot show safely. Ask ${places} about them. They are about: ${kinds}.`,
  teamThere: 'the team that treated you',

  someMissing: (owner) => `Some of ${record(owner)} is missing`,
  tryAgainOrAsk: 'Try again, or ask for it if you need it now.',
  tryAgain: 'Try again',
  contact: (owner) =>
    owner === undefined
      ? 'Call your GP surgery or hospital team.'
      : `Call ${owner}’s GP surgery or hospital team.`,
  urgentBefore: 'For urgent medical advice, use ',
  urgentLink: '111 online',
  urgentAfter: ' or call 111.',

  notConnected: 'There is no health record to show here',
  notConnectedText: 'This page is not connected to a health record.',
  loading: (owner) => `Loading ${record(owner)}`,
  loadingHave: (kinds) => `We have ${kinds}.`,
  loadingWaiting: (kinds) => `We are waiting for ${kinds}.`,
  loadingTime: 'This can take up to 10 seconds.',
  failed: (owner, again) => `There is ${again ? 'still ' : ''}a problem with ${record(owner)}`,
  failedText: 'We could not get any of it. This does not mean there is nothing in it.',
  offline: 'You are offline',
  offlineAsOf: (owner, date, time) => `This is ${record(owner)} as it was on ${date} at ${time}.`,
  offlineNewer: 'Newer entries are not shown.',
  offlineNothing: (owner) => `We cannot get ${record(owner)} until you are online again.`,
  logInAgainTo: (owner) => `Log in again to see ${record(owner)}`,
  loggedOut: (owner) => `You were logged out to keep ${record(owner)} safe.`,
  nothingLost: 'Nothing you saved is lost.',
  logInAgain: 'Log in again',
  wrongPerson: 'We have stopped showing this health record',
  wrongPersonText: [
    'We have stopped because some of this may be about someone else.',
    'Do not rely on this page.',
  ],
  unsupported: 'We cannot show this health record here',
  unsupportedText: 'It is kept in a form that this page cannot read.',
  nothingRecorded: (kinds) => `No ${kinds ?? 'entries'} recorded`,
  nothingToShow: 'There is nothing we can show here',
  nothingSeen: (owner) =>
    `This does not mean there is nothing in ${record(owner)}. We could not read all of it.`,
  kindEmpty: (kinds, places) =>
    `No ${kinds} are recorded at ${places}. If you think some are missing, tell them.`,
  recordEmpty: (places) =>
    `No entries are recorded at ${places}. If you think some are missing, tell them.`,
  allergiesEmpty: (places, owner) =>
    `No allergies are recorded at ${places}. Tell staff about any allergy ${owner === undefined ? 'you have' : `${owner} has`}.`,
  allergiesNone: (place, date) =>
    `${place ? `${place} recorded ‘no known allergies’` : '‘No known allergies’ was recorded'}${date ? ` on ${date}` : ''}.`,
  placesAsked: 'the places we asked',
  youMayAdd: (kinds) => `You can add your own ${kinds}.`,

  tagNew: 'New',
  newSince: (count, soFar) =>
    `${count.toLocaleString('en-GB')} new ${soFar ? 'so far ' : ''}since you last looked`,
  newUnknown: 'We cannot tell which entries are new',
  newUnknownText: 'Most of this record has changed since you last looked.',
  lastLooked: (date) => `You last looked on ${date}.`,
  onlyNew: 'Show only new entries',
  allAgain: 'Show all entries',
  newMore: (count) =>
    `${count.toLocaleString('en-GB')} more new ${count === 1 ? 'entry' : 'entries'}`,

  covered: 'Hidden on this screen',
  show: 'Show',
  showWhich: (date) => `this entry, ${date}`,
};
