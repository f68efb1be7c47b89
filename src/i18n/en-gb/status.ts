import type {StatusWords} from '../status.js';
import {enGB as heads} from './heads.js';

/** Adds a full stop to a sentence that ends with words of the record, unless they bring their own. */
function end(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

const on = (date: string | undefined) => (date ? ` on ${date}` : '');
const units = {
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  wk: ['week', 'weeks'],
  mo: ['month', 'months'],
  a: ['year', 'years'],
} as const;

/** Said before a name and as a tag alike. */
const said = {
  possible: 'Possible',
  suggested: 'Suggested',
  oneOption: 'One option',
};

export const enGB: StatusWords = {
  ...heads,
  leads: {
    ...heads.leads,
    ...said,
    inRemission: 'In remission',
    notFullStrength: 'Not full strength',
    notTaken: 'Not taken',
    doNotTake: 'Do not take',
    doNotDo: 'Do not do',
    draft: 'Draft',
    paused: 'Paused',
    notStarted: 'Not started',
    done: 'Done',
    waitingForResult: 'Waiting for result',
    waitingList: 'On a waiting list',
    aboutOther: 'About someone or something else',
    allergyEnded: 'Ended, no longer an allergy',
    allergyRuledOut: 'Ruled out, not an allergy',
    allergyNotConfirmed: 'Not confirmed, may be an allergy',
    intoleranceEnded: 'Ended, no longer an intolerance',
    intoleranceRuledOut: 'Ruled out, not an intolerance',
    intoleranceNotConfirmed: 'Not confirmed, may be an intolerance',
  },
  sorts: {
    ...heads.sorts,
    urineTest: 'Urine test',
    questionnaire: 'Questions and answers',
    testOrMeasurement: 'Test or measurement',
    homeVisit: 'Home visit',
    remoteVisit: 'Phone or video call',
  },
  statuses: {
    ...heads.statuses,
    ...said,
    addedTo: 'Added to',
    partial: 'Some results still to come',
    cameBack: 'Came back',
    arrived: 'Arrived',
    checkedIn: 'Checked in',
    waitingToBeSeen: 'Waiting to be seen',
    onLeave: 'On leave from hospital',
    ordered: 'To be carried out',
    addedByPerson: 'Added by you',
    addedByRelated: 'Added by family or a carer',
  },
  addedBy: (name) => `Added by ${name}`,
  thisPerson: 'this person',
  points: {
    correctedOn: ({date}) => `Corrected${on(date)}. It replaces an earlier result.`,
    correctedFrom: ({date, value, oldValue}) =>
      `Corrected${on(date)}. It was ${oldValue}. It is now ${value}.`,
    changedOn: ({date}) => `Changed${on(date)}.`,
    reaction: ({text}) => `${end(`Reaction: ${text}`)} How severe it was is not recorded.`,
    reactionMild: ({text}) => `${end(`Reaction: ${text}`)} It was mild.`,
    reactionModerate: ({text}) => `${end(`Reaction: ${text}`)} It was moderate.`,
    reactionSevere: ({text}) => `${end(`Reaction: ${text}`)} It was severe.`,
    highRisk: () => 'Recorded as high risk: a reaction could be life-threatening.',
    whatFor: ({text}) => end(`What it is for: ${text}`),
    reasonGiven: ({text}) => end(`Reason given: ${text}`),
    statusWords: ({text}) => end(`Status: ${text}`),
    started: ({date}) => `Started: ${date}.`,
    startedWords: ({text}) => end(`Started: ${text}`),
    startedAge: ({text}) => end(`Started at age ${text}`),
    endedAge: ({text}) => end(`Ended at age ${text}`),
    endedOn: ({date}) => `Ended: ${date}.`,
    endedWords: ({text}) => end(`Ended: ${text}`),
    startedAndEnded: ({date, until}) => `Started: ${date}. Ended: ${until}.`,
    dateWords: ({text}) => end(`Date recorded as: ${text}`),
    dose: ({text}) => `Dose ${text}.`,
    given: () => 'Given.',
    givenDose: ({text}) => `Given. Dose ${text}.`,
    notFullStrength: ({text}) =>
      text
        ? `This dose was recorded as not full strength. ${end(`Reason given: ${text}`)}`
        : 'This dose was recorded as not full strength.',
    secondHand: () => 'Recorded from what someone else reported.',
    originalOrder: () => 'This is the first order for this medicine.',
    reflexOrder: () => 'This order was made because of another one.',
    fillerOrder: () => 'This shows how the order is to be supplied.',
    instanceOrder: () => 'This is one part of a longer order.',
    medicineNotInUse: () => 'This medicine is marked as no longer in use.',
    with: ({text}) => end(`With ${text}`),
    at: ({text}) => end(`At ${text}`),
    aboutOther: ({text}) =>
      text ? end(`This is about: ${text}`) : 'This is about someone or something else.',
    measuredWith: ({text}) => end(`Measured with: ${text}`),
    measuredHow: ({text}) => end(`How it was measured: ${text}`),
    measuredAt: ({text}) => end(`Where it was measured: ${text}`),
    measurementNotRecorded: () => 'How it was measured is not recorded.',
    unsafeResults: ({count}) =>
      count === 1
        ? '1 result in this entry cannot be shown safely.'
        : `${count} results in this entry cannot be shown safely.`,
    unsafePart: () => 'Part of this entry cannot be shown safely.',
    moreSteps: ({count}) =>
      count === 1 ? 'There is 1 more step.' : `There are ${count} more steps.`,
    moreDoses: ({count}) =>
      count === 1 ? 'There is 1 more instruction.' : `There are ${count} more instructions.`,
    severity: ({text}) => end(`How severe: ${text}`),
  },
  sourceNotRecorded: 'Source not recorded',
  placeNotRecorded: 'Place not recorded',
  familyOrCarer: 'family or a carer',
  device: (name) => (name ? `Recorded by a device: ${name}` : 'Recorded by a device'),
  nameAndRole: (name, role) => `${name}, ${role}`,
  source: (who, place) => `${who}, ${place}`,

  flags: {
    high: 'High',
    low: 'Low',
    outside: 'Outside the range given',
    within: 'Within the range given',
    notJudged: '',
    noRange: 'No range given',
  },
  withinNoRange: 'Marked as within the expected range',
  outsideNoRange: 'Marked as not what is expected',
  interpretations: {
    positive: 'Positive',
    negative: 'Negative',
    notClear: 'Not clear',
    detected: 'Found',
    notDetected: 'Not found',
    reactive: 'Reactive',
    notReactive: 'Not reactive',
    weaklyReactive: 'Weakly reactive',
    tooHighToMeasure: 'Too high to measure',
    tooLowToMeasure: 'Too low to measure',
    resistant: 'Resistant',
    intermediate: 'In between',
    susceptible: 'Sensitive to treatment',
    notSusceptible: 'Not sensitive to treatment',
    lower: 'Lower than before',
    higher: 'Higher than before',
    better: 'Better than before',
    worse: 'Worse than before',
    expected: 'As expected',
    unexpected: 'Not expected',
    inReview: 'Waiting to be reviewed',
    checkFailed: 'Did not pass the quality check',
  },
  absent: {
    notRecorded: 'No result recorded',
    notAsked: 'Not asked',
    notAnswered: 'Asked, not answered',
    notKnown: 'Not known',
    notApplicable: 'Does not apply',
    notDone: 'Not done',
    error: 'The test did not work',
    notANumber: 'Could not be measured',
    tooLow: 'Too low to measure',
    tooHigh: 'Too high to measure',
    notShown: 'This result cannot be shown here in words',
    noValue: '',
  },
  yes: 'Yes',
  no: 'No',
  comparators: {
    '<': (quantity) => `less than ${quantity}`,
    '<=': (quantity) => `${quantity} or less`,
    '>=': (quantity) => `${quantity} or more`,
    '>': (quantity) => `more than ${quantity}`,
  },
  fromTo: (from, to) => `${from} to ${to}`,
  orLess: (high) => `${high} or less`,
  orMore: (low) => `${low} or more`,
  ratio: (numerator, denominator) => `${numerator} to ${denominator}`,
  rangeFor: (whom, range) => `${whom}: ${range}`,
  rangeGiven: (range) => `Range given: ${range}`,
  rangesGiven: (ranges) => `Ranges given: ${ranges.join('; ')}`,
  againstRange: {
    high: (range) => `Higher than the range given (${range})`,
    low: (range) => `Lower than the range given (${range})`,
    outside: (range) => `Outside the range given (${range})`,
    within: (range) => `Within the range given (${range})`,
  },

  moreOutside: (count) =>
    count === 1
      ? '1 more result is outside the range given.'
      : `${count} more results are outside the range given.`,
  allWithin: (count) => `All ${count} results are within the range given.`,
  moreResults: (count) =>
    count === 1 ? 'There is 1 more result.' : `There are ${count} more results.`,

  often: (times, timesTo, period, unit) => {
    const [one, many] = units[unit];
    const count =
      timesTo !== undefined && timesTo !== times
        ? `${times} to ${timesTo} times`
        : times === 1
          ? 'once'
          : `${times} times`;
    if (period === 1) {
      const article = unit === 'h' ? 'an' : 'a';
      return `${count} ${article} ${one}`;
    }
    return times === 1 && timesTo === undefined
      ? `every ${period} ${many}`
      : `${count} every ${period} ${many}`;
  },
  dose: ({amount, often, asNeeded}) => {
    const how = [amount, often].filter((part) => part !== undefined).join(' ');
    const needed =
      asNeeded === undefined
        ? ''
        : asNeeded === true
          ? 'Only when needed.'
          : end(`Only when needed, for: ${asNeeded}`);
    return [how && end(how), needed].filter((part) => part !== '').join(' ');
  },
};
