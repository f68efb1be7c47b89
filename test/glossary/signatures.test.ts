import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';
import {FormMatcher} from '../../src/glossary/matcher.js';

const words = [
  'RA',
  'MS',
  'PE',
  'AF',
  'A.F.',
  'A.F',
  'PD',
  'OT',
  'CT',
  'stent',
  'flare',
  'MS nurse',
];
const matcher = new FormMatcher(words, everydayWords);
const found = (text: string): string[] =>
  matcher.find(text).map(({start, end}) => text.slice(start, end));

describe('A name without a title', () => {
  for (const text of [
    'Seen by RA Smith',
    'Reviewed by: MS Khan on the ward',
    'signed RA O’Brien',
    'Signed: AF Lamb-Jones',
    'cc RA Smith',
    'cc: MS Khan, PE Lamb and RA Jones',
    'cc A.F. Jones',
    'Dictated by A.F Jones',
    'Written by Smith RA.',
    'Checked by Smith MS\nNext',
    'Yours sincerely\nRA Smith\nConsultant',
    'Kind regards,\n\nMS Patel',
    'signed J Stent',
    'Given by P. Stent at noon',
  ])
    it(`is none of the terms that its initials are too: ${text}`, () => {
      expect(found(text)).to.deep.equal([]);
    });

  for (const [text, ...terms] of [
    ['RA Flare', 'RA', 'Flare'],
    ['MS Patient', 'MS'],
    ['Seen by MS Nurse', 'MS Nurse'],
    ['Reviewed by PD Specialist', 'PD'],
    ['Seen by RA Clinic', 'RA'],
    ['cc MS Society', 'MS'],
    ['Seen by OT Smith', 'OT'],
    ['Reported by CT Head', 'CT'],
    ['Known RA Smith fracture', 'RA'],
    ['Caused by AF Lone', 'AF'],
    ['Removed 20 cc PE Small', 'PE'],
    ['Thanks\nRA Flare since May', 'RA', 'Flare'],
    ['Seen by Nurse RA', 'RA'],
    ['seen by team with RA', 'RA'],
    ['Mild RA. Signed', 'RA'],
  ] as const)
    it(`is told from a term: ${text}`, () => {
      expect(found(text)).to.deep.equal(terms);
    });
});
