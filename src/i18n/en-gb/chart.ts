import type {ChartWords} from '../chart.js';

export const enGB: ChartWords = {
  heading: (name) => `${name} over time`,
  back: 'Back to the entry',
  latest: (name, value, date, owner) =>
    `${owner ? `${owner}’s` : 'Your'} latest ${name} was ${value}, on ${date}.`,
  one: (name, value, date, owner) =>
    `${owner ? `${owner}’s` : 'Your'} ${name} was ${value}, on ${date}.`,
  higher: (by, date, value) => `That is ${by} higher than on ${date}, when it was ${value}.`,
  lower: (by, date, value) => `That is ${by} lower than on ${date}, when it was ${value}.`,
  same: (date) => `It was the same on ${date}.`,
  cannotCompare: (date, value) =>
    `On ${date} it was ${value}. These 2 results cannot be compared exactly.`,
  rangeGiven: (range) => `The range given is ${range}.`,
  noRangeGiven: 'No range was given with this result.',
  between: (since, low, high) => `Since ${since} it has been between ${low} and ${high}.`,
  onlyOne: 'There is only 1 result that can be shown here.',
  mayBeHidden: 'Other results of this test may be hidden on this screen.',
  showCovered: 'Show all results of this test',
  showFrom: 'Show results from',
  lastYears: (years) => `Last ${years} years`,
  all: 'All',
  noneInTime: 'There are no results in this time.',
  chartLabel: (name) => `Chart of ${name} over time. The same results are in the table after it.`,
  legend: {
    up: 'High, above the range given',
    down: 'Low, below the range given',
    filled: 'Within the range given',
    hollow: 'No range to compare with',
    outside: 'Outside the range given',
    limit: 'The exact number is not known',
  },
  otherUnits: (count, units) =>
    count === 1
      ? `1 result uses a different unit (${units}). It is in the table, not on the chart.`
      : `${count} results use a different unit (${units}). They are in the table, not on the chart.`,
  bandFrom: (range, year) => `Range given: ${range}, from ${year}`,
  tableCaption: (name) => `${name} results, newest first`,
  date: 'Date',
  result: 'Result',
  whereFrom: 'Where from',
  range: 'Range given',
  placeNotRecorded: 'Not recorded',
  showAll: (count) => `Show all ${count} results`,
  called: 'What this is called:',
  partial: 'There may be older results that are not shown here.',
  failed: 'We could not get the other results of this test.',
  tryAgain: 'Try again',
  loading: 'Getting the other results of this test',
  meaning: (contact, owner) =>
    `This page does not say what the results mean for ${owner ?? 'you'}. ${contact}`,
};
