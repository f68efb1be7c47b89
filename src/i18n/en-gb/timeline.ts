import type {Owner, TimelineWords} from '../timeline.js';

/** Made once: making it takes longer than all else in a sentence. */
let numbers: Intl.NumberFormat | undefined;

const whose = (owner: Owner) => (owner === undefined ? 'your' : `${owner}’s`);
/** 'your health record', or somebody else's. */
export const record = (owner: Owner) => `${whose(owner)} health record`;
/** A count of entries. */
export const entries = (count: number) =>
  `${(numbers ??= new Intl.NumberFormat('en-GB')).format(count)} ${count === 1 ? 'entry' : 'entries'}`;

export const enGB: TimelineWords = {
  thisPerson: 'this person',

  allEntries: 'All entries',
  now: 'What is current',
  searchAndFilter: 'Search and filter',
  jumpToYear: 'Jump to a year',
  whatIsIncluded: 'What is included',
  showOlder: 'Show older',
  showOlderRest: ' entries',
  visitEntries: (count) => `${entries(count)} from this visit`,
  completeness: ({places, date, time, owner}) => {
    const from = places.length > 2 ? `${places.length} places` : places.join(' and ');
    const whole =
      owner === undefined ? 'your whole health record' : `the whole of ${record(owner)}`;
    return `This was read${from && ` from ${from}`} on ${date} at ${time}. It may not be ${whole}.`;
  },
  tryAgain: 'Try again',
  contact: (owner) => `Call ${whose(owner)} GP surgery or hospital team.`,
  problem: 'There is a problem with this page',
  problemText: (owner) => `It may not show all of ${record(owner)}.`,
  loading: (owner) => `Loading ${record(owner)}`,
  loadingTime: 'This can take up to 10 seconds.',
};
