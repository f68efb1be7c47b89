import type {GlossaryPanelWords} from '../glossary-panel.js';

const list = new Intl.ListFormat('en-GB');

export const enGB: GlossaryPanelWords = {
  close: 'Close',
  fullName: 'Full name:',
  say: 'Say:',
  example: 'For example:',
  notTheSame: 'Not the same as:',
  several: (word) => `${word} can mean more than one thing. We cannot tell which is meant here.`,
  maybeOther: (word) => `${word} may also mean something else.`,
  firstByCode: 'Listed first because of how this entry is coded.',
  firstByKind: 'Listed first because of what kind of entry this is.',
  wholeSentence: 'Read the whole sentence. It may say that something was not found.',
  askWhich: 'Ask your doctor, nurse or pharmacist what was meant.',
  notReviewed: 'Not yet clinically reviewed.',
  unchecked: (reviewer) =>
    reviewer
      ? `${reviewer} has not checked this meaning.`
      : 'No health professional has checked this meaning.',
  notWrittenBy: 'The person who wrote the health record did not write it.',
  checked: (source, date, by) =>
    source ? `Checked against ${source} on ${date} by ${by}.` : `Checked on ${date} by ${by}.`,
  askCareTeam: 'Ask your care team about this word.',
  bundled: 'the glossary that comes with this page',
  terminology: 'the list of medical names that this page uses',
  from: (name) => `Explained by ${name}.`,
  agrees: (name) => `The same words are used by ${name}.`,
  sameName: (name) => `The same name is used by ${name}.`,
  alsoFrom: (name) => `Also called this by ${name}:`,
  nameOnly:
    'This is a medical name. We do not know more about it. Ask your doctor, nurse or pharmacist.',
  nameFrom: (name) => `This name is from ${name}.`,
  notKnown: 'We do not know what this means. Ask your doctor, nurse or pharmacist.',
  stop: 'Stop underlining words',
  insteadOf: (names) => `It is used in place of the one from ${list.format(names)}.`,
  more: (source, opensTab, name = 'this') =>
    `More about ${name} on ${source}${opensTab ? ' (opens in a new tab)' : ''}`,
  mayBeOn: (source, name = 'this') => `There may be more about ${name} on ${source}.`,
  leaves: 'This leaves this page. It may stay in your browsing history.',
  addQuestion: 'Add to questions to ask',
  questionAdded: 'Added to your questions to ask.',
  questionListed: 'Added to ‘Questions to ask’, further down this page.',
  report: 'This does not look right',
  reported: 'Thank you. We have told the people who run this page.',
  notReported: (contact) => `To tell somebody about this: ${contact}`,
  defaultContact: 'Call the GP surgery or hospital team.',
  wordsHere: 'Words explained here',
  questions: 'Questions to ask',
  questionsHint: 'This list goes when you close this page.',
  whatMeans: (word) => `What does ‘${word}’ mean?`,
  remove: (word) => `Remove ‘${word}’`,
  removed: (word) => `‘${word}’ is removed from the questions to ask.`,
  exportQuestions: 'Save the list as a text file',
};
