import type {TimelineMoreWords} from '../timeline-more.js';

const entries = (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'entry' : 'entries'}`;

export const enGB: TimelineMoreWords = {
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
};
