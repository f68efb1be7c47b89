import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';
import {FormMatcher} from '../../src/glossary/matcher.js';
import {createRandom} from '../support/random.js';

const forms = [
  'AF',
  'SOB',
  'U&E',
  'U & E',
  '2/52',
  'b.d.',
  '#NOF',
  'SpO2',
  '5-FU',
  'L4-5',
  "E/e'",
  'D-dimer',
  "Crohn's disease",
  "Sjögren's",
  "Ménière's disease",
  'type 2',
  'type 2 diabetes',
  'atrial fibrillation',
  'heart attack',
  'COPD',
  'RA',
];
const matcher = new FormMatcher(forms, everydayWords);

/** Words found, as they stand in the text as it is written. */
const found = (text: string, by = matcher): string[] =>
  by.find(text).map(({start, end}) => text.slice(start, end));

describe('A text as people paste it', () => {
  const same: Record<string, readonly [text: string, ...words: string[]]> = {
    'letters whose marks stand apart': [
      'Sjo\u0308gren’s and Me\u0301nie\u0300re’s disease, AF',
      'Sjo\u0308gren’s',
      'Me\u0301nie\u0300re’s disease',
      'AF',
    ],
    'a space of no width in a word': ['Known A\u200bF, S\u200bOB', 'A\u200bF', 'S\u200bOB'],
    'joiners in a word': [
      'A\u200cF, A\u200dF, A\u2060F, A\ufeffF',
      'A\u200cF',
      'A\u200dF',
      'A\u2060F',
      'A\ufeffF',
    ],
    'a soft hyphen': ['atrial fibril\u00adlation', 'atrial fibril\u00adlation'],
    'what is not seen around words': ['\ufeffAF\u200b/\u200bSOB\u2060.', 'AF', 'SOB'],
    'what is not seen beside signs': [
      'U&\u200bE, in 2\u200b/52, #\u200bNOF, b\u200b.d.',
      'U&\u200bE',
      '2\u200b/52',
      '#\u200bNOF',
      'b\u200b.d.',
    ],
    'wide letters and signs': ['ＡＦ, Ｕ＆Ｅ, ２／５２', 'ＡＦ', 'Ｕ＆Ｅ', '２／５２'],
    'letters of formulas': ['𝐀𝐅 and 𝘚𝘖𝘉', '𝐀𝐅', '𝘚𝘖𝘉'],
    'letters joined in print': ['atrial ﬁbrillation, AF', 'atrial ﬁbrillation', 'AF'],
    'small digits under the line': ['SpO₂ 98', 'SpO₂'],
    'spaces that break no line, and thin ones': [
      'type\u00a02 diabetes, type\u20092, type\u202f2, U\u00a0&\u00a0E',
      'type\u00a02 diabetes',
      'type\u20092',
      'type\u202f2',
      'U\u00a0&\u00a0E',
    ],
    'hyphens, dashes and the sign for minus': [
      'D\u2010dimer D\u2011dimer D\u2012dimer D\u2013dimer D\u2212dimer',
      'D\u2010dimer',
      'D\u2011dimer',
      'D\u2012dimer',
      'D\u2013dimer',
      'D\u2212dimer',
    ],
    'hyphens of short words in capitals': ['5\u2011FU, L4\u20135', '5\u2011FU', 'L4\u20135'],
    apostrophes: [
      'Crohn\u2019s disease, Crohn\u2032s disease, Crohn\u00b4s disease, E/e\u2019 12',
      'Crohn\u2019s disease',
      'Crohn\u2032s disease',
      'Crohn\u00b4s disease',
      'E/e\u2019',
    ],
  };
  for (const [name, [text, ...words]] of Object.entries(same))
    it(`has its terms found, with the characters that it has: ${name}`, () => {
      expect(found(text)).to.deep.equal(words);
    });

  const others: Record<string, string> = {
    'a mark that makes another letter': 'SOB\u0301 A\u0301F',
    'a hyphen of another kind before it, which may say the opposite': 'non\u2011AF non\u2212AF',
    'a name after a thin space': 'Dr\u2009AF Lamb',
    'a name after something unseen': 'Dr \u200bAF Lamb',
    'the name of a file with something unseen in it': 'AF\u200b.pdf',
    'what joins nothing but is no space either': 'type\u200b2 heart\u200battack',
    'a change of direction in the middle': 'A\u202eF A\u202dF A\u2067F A\u200fF 2\u200f/52',
    'what is shown backwards': 'Known \u202eAF\u202c here',
    'what is shown backwards to the end': 'Known \u202eAF, \u2067SOB\u2069 AF\u202c AF',
  };
  for (const [name, text] of Object.entries(others))
    it(`has no term in what reads otherwise: ${name}`, () => {
      expect(found(text)).to.deep.equal([]);
    });

  it('has terms before and after what is shown backwards', () => {
    expect(found('AF \u202eSOB\u202c COPD')).to.deep.equal(['AF', 'COPD']);
  });

  it('takes pictures that are joined for another picture', () => {
    const doctor = new FormMatcher(['👩⚕️'], everydayWords);
    expect(found('👩\u200d⚕️ 👩⚕️', doctor)).to.deep.equal(['👩⚕️']);
  });

  it('has a trust’s own terms found in whatever characters the trust wrote them', () => {
    const own = new FormMatcher(['Sjo\u0308gren', 'ＷＬＩ', 'a\u00adsthma'], everydayWords);
    expect(found('Sjögren, WLI, asthma', own)).to.deep.equal(['Sjögren', 'WLI', 'asthma']);
  });

  it('has each place right, whatever stands between and in the words', () => {
    const random = createRandom(11);
    const odd = ['', '', '\u200b', '\u00ad', '\u200d\u200b', '\ufeff'];
    for (let run = 0; run < 200; run++) {
      const words = Array.from({length: 8}, () =>
        random.pick(['AF', 'ＡＦ', 'Sjo\u0308gren’s', 'ﬁbre', 'plain', '𝐀𝐅', 'nai\u0308ve', '😀']),
      );
      const spread = words.map((word) => [...word].map((one) => one + random.pick(odd)).join(''));
      // What stands apart from its mark is another word: between the two nothing is put.
      const text = spread.join(' ').replace(/[\u200b\u00ad\u200d\ufeff]+(?=\u0308)/g, '');
      const terms = words.filter((word) => /^(?:AF|ＡＦ|𝐀𝐅|Sjo)/u.test(word));
      const bare = found(text).map((word) => word.replace(/[\u200b\u00ad\u200d\ufeff]/g, ''));
      expect(bare, JSON.stringify(text)).to.deep.equal(terms);
    }
  });
});

describe('Addresses and names of files in a text', () => {
  for (const text of [
    'ra.patel@example.org',
    'a.RA@nhs.example',
    'a@copd.example',
    'https://example.org/copd',
    `https://example.org/${'long/'.repeat(30)}AF/copd`,
    'www.example.org/AF',
    'www.AF.org',
    'AF.org',
    'copd.nhs.uk/help',
    'example.nhs.uk/COPD',
    'AF.pdf',
    'see (AF.pdf).',
    'COPD.docx',
    'letters/AF/2024.pdf',
    'C:\\letters\\AF\\new',
    '\\\\server\\AF\\new',
    'SOB.jpeg',
    'AF-letter.pdf',
    'heart attack.pdf',
  ])
    it(`have no term in them: ${text}`, () => {
      expect(found(text)).to.deep.equal([]);
    });

  for (const [text, ...words] of [
    ['known AF.On apixaban', 'AF'],
    ['AF.COPD noted', 'AF', 'COPD'],
    ['see nhs.uk for AF', 'AF'],
    ['AF,www.example.org', 'AF'],
    ['AF (www.example.org/copd) SOB', 'AF', 'SOB'],
    ['AF.pdf AF', 'AF'],
    ['SOB/AF@rest', 'SOB'],
    ['AF\\COPD', 'AF', 'COPD'],
    ['SOB on 2 pillows... AF', 'SOB', 'AF'],
  ] as const)
    it(`leave the terms beside them: ${text}`, () => {
      expect(found(text)).to.deep.equal(words);
    });
});

describe('A text made to take long', () => {
  for (const [name, piece] of [
    ['marks in every order', 'a\u0301\u0323'],
    ['one letter with marks', '\u0301\u0323'],
    ['what is not seen', '\u200b'],
    ['words parted by what is not seen', 'AF\u200b '],
    ['overrides that never end', '\u202eAF '],
    ['overrides that end', '\u202eAF\u202c'],
    ['signs of addresses', '@'],
    ['names of files side by side', 'AF.pdf'],
    ['names of files with what is not seen', '\u200b.pdf '],
    ['one long address', '/AF'],
    ['wide letters', 'Ａ'],
    ['joiners', '\u200d'],
  ] as const)
    it(`is searched to its end: ${name}`, () => {
      expect(found(`${piece.repeat(200_000 / piece.length)}\n\u202c AF`).length).to.be.below(
        100_000,
      );
    });
});
