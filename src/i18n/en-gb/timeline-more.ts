import type {TimelineMoreWords} from '../timeline-more.js';
import {entries, record} from './timeline.js';

const list = (items: readonly string[], last: string) =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1] ?? ''}`;

export const enGB: TimelineMoreWords = {
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
  reached: (date) => `You have reached ${date}.`,
  oldest: 'This is the oldest entry we could get.',
  duringVisit: (visit) => `Part of: ${visit}`,
  undated: 'No date recorded',
  undatedNote: 'The record gives no date for these entries.',
  undatedMore: 'There may be more. We have not read everything yet.',
  moreUndated: 'Show more entries with no date',
  late: 'Loaded late',
  recordLanguage: '',

  notReadYet: (owner) => `We have not read any of ${record(owner)} yet.`,
  reach: (month) => `We have read back to ${month} so far. Select ‘Show older’ to see more.`,
  notHere: (kinds) => `You cannot see ${kinds} here. This does not mean there are none.`,

  tagNew: 'New',
  covered: 'Hidden on this screen',
  show: 'Show',
  showWhich: (date) => `this entry, ${date}`,

  asked: 'What we asked for',
  askedAt: (date, time) => `What we asked for on ${date} at ${time}`,
  kind: 'Kind of entry',
  happened: 'What happened',
  goesBack: 'Goes back to',
  states: {
    waiting: 'No answer yet.',
    reading: 'Answered. There may be older ones.',
    complete: 'Answered.',
    failed: 'Did not answer.',
    notHere: 'You cannot see these here. This does not mean there are none.',
    unsafe: 'These cannot be shown safely here.',
    limited: 'Answered. We have read only some.',
  },
  read: (count) => `${entries(count)} read.`,
  partial: 'Only some of these could be asked for.',
  notKnown: 'Not known',
  noEntries: 'No entries',
  notShown: 'Hidden on this screen',
  about: (places, owner) =>
    `Some information may not be shown here. You can ask ${places} what they hold about ${owner ?? 'you'}.`,
  decade: (year) => `${year}s`,
  years: (from, to) => `${from} to ${to}`,
  loadingPanel: 'Opening search and filter',
  filtersInUse: 'Filters in use',
  removeFilter: 'Remove filter:',
  from: (date) => `From ${date}`,
  to: (date) => `To ${date}`,
  jumped: (years, count, soFar) =>
    `${years}, ${count === 0 ? 'no entries' : entries(count)}${soFar ? ' so far' : ''}`,

  nameNotKnown: 'We could not get the name of the person this is about',
  born: (date) => `Date of birth: ${date}`,
  nhsNumber: (digits) => `NHS number: ${digits}`,
  nowHeading: 'What is current: medicines, conditions and allergies',
  nowKnown: 'Current',
  nowCovered: 'Hidden on this screen',
  currentUnknown: 'We do not know if these are current',
  currentUnknownNote: 'The record does not say if these are still true.',
  nowMissing: (kinds) => `This list is not complete. It may not have all ${kinds}.`,
  matching: (count, soFar) =>
    `${entries(count)} ${count === 1 ? 'matches' : 'match'}${soFar ? ' so far' : ''}`,
  noMatch: (back) => `No entries match.${back ? ` Searched back to ${back}.` : ''}`,
  searchedBack: (back, reading) =>
    reading
      ? `${back ? `Searched back to ${back} so far. ` : ''}Still reading older entries.`
      : 'We could only search what we could read. There may be more entries that match.',
  undatedLeftOut: 'Entries with no date are not in this list.',
  clearFilters: 'Clear all filters',
  showNewer: 'Show newer entries',
  readingOlder: 'Reading older entries',
  showingBackTo: (date) => `Showing entries back to ${date}`,
  openFailed: 'We could not open this entry. Try again.',
  loadingEntry: 'Opening this entry',
  kindFailed: (kinds) => `We could not get ${kinds}. There may be some we cannot show.`,
  allergiesFailed: (owner) =>
    owner === undefined
      ? 'We could not check your allergies. Do not think this means you have none. Tell staff about any allergy you have.'
      : `We could not check ${owner}’s allergies. Do not think this means there are none. Tell staff about any allergy ${owner} has.`,
  kindUnsafe: (kinds) =>
    `We cannot show ${kinds} safely here. Some of what we were sent may be about someone else.`,
  kindLimited: (kinds) =>
    `We could get only some of the ${kinds}. There may be more. Ask for them if you need them.`,
  withheld: (count, places, kinds) =>
    count === 1
      ? `There is 1 entry we cannot show safely. Ask ${places} about it. It is about: ${kinds}.`
      : `There are ${entries(count)} we cannot show safely. Ask ${places} about them. They are about: ${kinds}.`,
  teamThere: 'the team that treated you',

  someMissing: (owner) => `Some of ${record(owner)} is missing`,
  tryAgainOrAsk: 'Try again, or ask for it if you need it now.',
  urgentBefore: 'For urgent medical advice, use ',
  urgentLink: '111 online',
  urgentAfter: ' or call 111.',

  notConnected: 'There is no health record to show here',
  notConnectedText: 'This page is not connected to a health record.',
  loadingHave: (kinds) => `We have ${kinds}.`,
  loadingWaiting: (kinds) => `We are waiting for ${kinds}.`,
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
  newSince: (count, soFar) =>
    `${count.toLocaleString('en-GB')} new ${soFar ? 'so far ' : ''}since you last looked`,
  newNone: (isSure) => `Nothing new ${isSure ? '' : 'found so far '}since you last looked`,
  whatIsNew: 'What is new',
  newUnknown: 'We cannot tell which entries are new',
  newUnknownText: 'Most of this record has changed since you last looked.',
  lastLooked: (date) => `You last looked on ${date}.`,
  onlyNew: 'Show only new entries',
  allAgain: 'Show all entries',
  newMore: (count) =>
    `${count.toLocaleString('en-GB')} more new ${count === 1 ? 'entry' : 'entries'}`,
};
