import {expect} from '@open-wc/testing';
import {isAllowed} from '../../src/glossary/matcher-rules.js';

/** Whether `[word]` is a term where it stands. */
function allowed(written: string, form?: string): boolean {
  const start = written.indexOf('[');
  const text = written.replace('[', '').replace(']', '');
  const end = written.indexOf(']') - 1;
  return isAllowed(form ?? text.slice(start, end), text, start, end);
}

const terms = [
  'Seen with [SOB].',
  '([AF])',
  '[DVT]/PE',
  'in [2/52]',
  'see [2/52].',
  'in bed [3/7]',
  'ward round in [2/52]',
  'old [#] of wrist',
  '?[PE]',
  '[PE]?',
  'known [AF] - on apixaban',
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
  '[Mx]: rest and fluids',
  'has [asthma] Close review',
];
const noTerms: Record<string, readonly string[]> = {
  'a number': [
    '1.[2/7]',
    '[2/7]/24',
    '[1/12]/2024',
    '3/[2/52]',
    '0113-[2/7]',
    '[2/7]%',
    '5[#]',
    '[#]1',
    '[50]%',
  ],
  'the number of a place': ['Bay [4/12]', 'Room: [2/7]', 'Ref. no. [3/52]', 'flat [1/7]'],
  'a unit': [
    '5 [mg]',
    '5[mg]',
    '5 [mcg]',
    '75 [micrograms]',
    '400 [μg]',
    '9 [ug]/L',
    '88 [IU/L]',
    '12 [kPa]',
    '80 [bpm]',
    '10 [units]',
    '5,[ml]',
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
  ],
  'a person who is addressed so': ['[Mx] Ali', '[Mx]. Ali'],
  'the name of a street or a firm': ['12 [Copd] Lane', '[Graves] Road', 'Lamb and [Stent] LLP'],
  'an address': [
    '[ra].patel@example.org',
    'a@[copd].example',
    '@[copd]',
    'https://example.org/[copd]',
    'www.example.org/[af]',
    'example.nhs.uk/[copd]',
  ],
  'a name that a computer gave': ['[AF]_letter', 'letter_[AF]'],
  'part of a word with a hyphen': ['non-[AF]', '[Senna]-Rose', 'anti\u2010[statin]', '[AF]-2'],
  'an ordinary word in a shouted heading': ['HEARING [AIDS] BOTH'],
};

describe('Where a form is a term', () => {
  for (const text of terms)
    it(`is one in: ${text}`, () => {
      expect(allowed(text)).to.equal(true);
    });
  for (const [what, texts] of Object.entries(noTerms))
    for (const text of texts)
      it(`is none where it is ${what}: ${text}`, () => {
        expect(allowed(text, what.startsWith('an ordinary') ? 'aid' : undefined)).to.equal(false);
      });

  it('takes an everyday word in capitals for a term where the words around it are small', () => {
    expect(allowed('HEARING [IT] BOTH')).to.equal(false);
    expect(allowed('uses [IT] daily')).to.equal(true);
    expect(allowed('[IT]')).to.equal(true);
  });

  it('looks no further than the words beside: the other end of a long text does not matter', () => {
    expect(allowed(`Dr ${'Long '.repeat(40)}[PE] here`)).to.equal(true);
    expect(allowed(`[AF] ${'a '.repeat(100)}@example.org`)).to.equal(true);
  });
});
