import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';
import {isAllowed} from '../../src/glossary/matcher-rules.js';

/** Whether `[word]` is a term where it stands. */
function allowed(written: string): boolean {
  const start = written.indexOf('[');
  const text = written.replace('[', '').replace(']', '');
  const end = written.indexOf(']') - 1;
  return isAllowed(text, start, end, everydayWords);
}

const terms = [
  'Seen with [SOB].',
  '([AF])',
  '[DVT]/PE',
  'in [2/52]',
  'see [2/52].',
  'ward round in [2/52]',
  'old [#] of wrist',
  '?[PE]',
  '[PE]?',
  'known [AF] - on apixaban',
  'known [AF].On apixaban',
  '[AF] \u2013 on apixaban',
  'Pat Mason has [AF].',
  'wrist [#].',
  'Dr Smith saw him. [AF] found.',
  'score 4. [MS] next',
  '[MS] nurse',
  'Reviewed by Mr Smith with known [AF]',
  'stable on [IV] fluids',
  'see nhs.uk for [AF]',
  'Mild [MR]',
  '[AF] close to the clinic',
  'has [asthma] Close review',
  '[PE]/DVT',
  '[MRI]/2 views',
  '[CT] 2023 normal',
  'a lot [MS] symptoms',
  '[AF] Care plan',
  '[COPD] Home visit',
  '[OT] House visit',
  '[ADHD] School report',
  'in a case of [MS]',
  'Consultant: Dr Ann Lamb  [Diagnosis]: flu',
  'Her mother [MI] at 54',
  'Father [Angina], brother [Asthma]',
  'Mother: [Diabetes]',
  'Sister [SLE], wife COPD',
  'His wife has [Asthma]',
  'Nurse [BP] check',
  'Called [Cardiology]',
  'Known COPD. [Asthma] too',
  'PC [Angina] at rest',
  'for 10/7. [F/U] as planned',
  'Problem 2. [c/o] headache',
  '20 mg [s/c]',
  'Temp 38.4, [HR] 120',
  'T 37.1 [HR] 88',
];
const noTerms: Record<string, readonly string[]> = {
  'a number': [
    '1.[2/7]',
    '28+[4/40] weeks',
    '[2/7]/24',
    '[1/12]/2024',
    '3/[2/52]',
    '0113-[2/7]',
    '[2/7]%',
    '5[#]',
    '[#]1',
    '[50]%',
  ],
  'a reference': [
    'Ref [RA]/2024/117',
    'our ref [MS]/22/1198',
    'our ref [MS]/PE/0427',
    'Lot [MR] 2213',
    'Case number [PID] 33871',
    'model [CT] 450',
  ],
  'a unit': [
    '5 [mg]',
    '5[mg]',
    '5 [mcg]',
    '75 [micrograms]',
    '400 [μg]',
    '9 [ug]/L',
    '88 [IU/L]',
    '12 [kPa]',
    '52 [mL/min]',
    '3 [g/dL]',
    '8 [mm/hr]',
    '45 [mmol/mol]',
    '80 [bpm]',
    '10 [units]',
    '5,[ml]',
    '24 [HR] tape',
    'for 2 [hrs] 30 minutes',
  ],
  'a longer sign': ['#[#]', '[#]#'],
  'part of a word with a sign': ['a[#NOF]', 'x[-ve]', '[Na+]x'],
  'a name after a title': [
    'Dr [PE] Smith',
    'Mr Pat [Mason]',
    'Mrs R A [Begum]',
    'Miss [Gait]',
    'Prof. [MS] Khan',
    'Sister [May]',
    'Mr. [TB] Owen',
    'Cllr [Stent]',
    '(Dr [Graves])',
  ],
  'a name after what somebody is to another': [
    'Carer is Grace [Stent], from',
    'his wife [Iris] rang',
    'her son [Barrett] has',
    'My daughter Grace [Senna]',
    'Grandson [Miles] does',
    'neighbour called [Gait]',
  ],
  'the name of a street, a house or a firm': [
    '12 [Copd] Lane',
    '[Graves] Road',
    'at [RA] House',
    'Lamb and [Stent] LLP',
    'from [AF] Care Ltd',
    '[RA] Care Homes Limited',
    'Parks behind [RA] Motors',
    '[AK] Cars',
  ],
  'a name that a computer gave': ['[AF]_letter', 'letter_[AF]', '@[copd]'],
  'part of longer initials': ['[b.d]..', '[b.d].s', 'A.[b.d]'],
  'part of a word with a hyphen': ['non-[AF]', '[Senna]-Rose', 'anti\u2010[statin]', '[AF]-2'],
};

describe('Where a form is a term', () => {
  for (const text of terms)
    it(`is one in: ${text}`, () => {
      expect(allowed(text)).to.equal(true);
    });
  for (const [what, texts] of Object.entries(noTerms))
    for (const text of texts)
      it(`is none where it is ${what}: ${text}`, () => {
        expect(allowed(text)).to.equal(false);
      });

  it('looks no further than the words beside: the other end of a long text does not matter', () => {
    expect(allowed(`Dr ${'Long '.repeat(40)}[PE] here`)).to.equal(true);
    expect(allowed(`[AF] ${'a '.repeat(100)}@example.org`)).to.equal(true);
  });
});
