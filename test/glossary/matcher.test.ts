import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';
import {FormMatcher, isExact} from '../../src/glossary/matcher.js';
import {createRandom} from '../support/random.js';

/** Words found, as they stand in the text. */
const found = (forms: readonly string[], text: string): string[] =>
  new FormMatcher(forms, everydayWords).find(text).map(({start, end}) => text.slice(start, end));

/** How many characters are read while something is done: the same on every machine. */
function charactersRead(act: () => void): number {
  const original = String.prototype.charCodeAt;
  let count = 0;
  String.prototype.charCodeAt = function (this: string, at: number) {
    count++;
    return original.call(this, at);
  };
  try {
    act();
  } finally {
    String.prototype.charCodeAt = original;
  }
  return count;
}

describe('Finding words in a text', () => {
  it('finds whole words only', () => {
    expect(found(['asthma', 'AF'], 'asthmatic AFfair, xAF AF1 asthma AF')).to.deep.equal([
      'asthma',
      'AF',
    ]);
  });

  it('takes the longest of those that begin at a place', () => {
    expect(found(['type 2', 'type 2 diabetes', 'diabetes'], 'type 2 diabetes')).to.deep.equal([
      'type 2 diabetes',
    ]);
  });

  it('takes the shorter where the longer is not finished', () => {
    expect(found(['type 2', 'type 2 diabetes mellitus', 'diabetes'], 'type 2 diabetes')).to.eql([
      'type 2',
      'diabetes',
    ]);
  });

  it('does not find a form inside the one that it has just found', () => {
    expect(found(['heart failure', 'failure clinic'], 'heart failure clinic')).to.deep.equal([
      'heart failure',
    ]);
  });

  it('says where: offsets in UTF-16, after letters that take two', () => {
    const text = '😀 𝐀 AF.';
    const [match] = new FormMatcher(['AF']).find(text);
    expect(match).to.deep.equal({start: 6, end: 8, forms: [0]});
  });

  it('gives every form that is written so', () => {
    const [match] = new FormMatcher(['copd', 'COPD']).find('COPD');
    expect([...(match?.forms ?? [])].sort()).to.deep.equal([0, 1]);
  });

  it('leaves out what is a word of every day where it stands, in whatever letters it is known', () => {
    expect(found(['PC', 'pc', 'HR'], 'Works in HR. Seen by PC Lamb. PC: pain. HR 80.')).to.eql([
      'PC',
      'HR',
    ]);
  });

  it('takes the shorter where the longer is no term', () => {
    expect(found(['MS', 'MS nurse', 'PE'], 'MS nurse, MS nurse-led, PE')).to.deep.equal([
      'MS nurse',
      'MS',
      'PE',
    ]);
  });

  it('knows names and notices by words that come with the terms, and else by none', () => {
    const text = 'Dr AF Lamb. HEARING AIDS BOTH. AF';
    expect(found(['AF', 'AIDS'], text)).to.deep.equal(['AF']);
    expect(new FormMatcher(['AF', 'AIDS']).find(text)).to.have.length(3);
  });

  it('tells forms of up to four letters with a capital apart from small ones', () => {
    expect(isExact('COPD')).to.equal(true);
    expect(isExact('copd')).to.equal(false);
    expect(isExact('NSAID')).to.equal(false);
    expect(found(['AF', 'copd', 'NSAID'], 'af Af AF, COPD Copd copd, nsaid')).to.deep.equal([
      'AF',
      'COPD',
      'Copd',
      'copd',
      'nsaid',
    ]);
  });

  for (const form of [
    'c/o',
    'b.d.',
    '2/52',
    'U&E',
    '#NOF',
    '#',
    '+ve',
    '↑',
    'N.K.D.A.',
    'H. pylori',
  ]) {
    it(`finds ${form}, at the beginning, in the middle and at the end`, () => {
      expect(found([form], `${form} in ${form}, and ${form}`)).to.deep.equal([form, form, form]);
    });
  }

  it('takes one apostrophe and one hyphen for all in use', () => {
    expect(found(["Crohn's disease", 'D-dimer'], 'Crohn’s disease, D\u2010dimer')).to.deep.equal([
      'Crohn’s disease',
      'D\u2010dimer',
    ]);
  });

  it('takes any white space between words, and needs some where the form has some', () => {
    expect(found(['atrial fibrillation'], 'atrial\u00a0\n fibrillation')).to.have.length(1);
    expect(found(['M S'], 'MS')).to.deep.equal([]);
    expect(found(['MS'], 'M S')).to.deep.equal([]);
  });

  it('finds a word beside a mark of direction, and leaves the mark outside it', () => {
    expect(found(['SOB'], '\u200fSOB\u200f \u2066SOB\u2069')).to.deep.equal(['SOB', 'SOB']);
  });

  it('takes a word with a mark on a letter for another word', () => {
    expect(found(['SOB'], 'SOB\u0301 S\u0301OB')).to.deep.equal([]);
  });

  it('never begins or ends between the halves of a pair', () => {
    const text = '😀😀 😀';
    for (const {start, end} of new FormMatcher(['😀']).find(text)) {
      expect(text.codePointAt(start)).to.equal(0x1f600);
      expect((end - start) % 2).to.equal(0);
    }
  });

  it('does not take one word for another of the same hash', () => {
    // 32-bit FNV-1a, which the matcher uses, gives both of each pair the same number.
    expect(found(['liquid', 'macallums'], 'costarring declinate')).to.deep.equal([]);
    expect(found(['costarring', 'declinate'], 'costarring declinate')).to.have.length(2);
  });

  it('finds nothing of forms that are empty, only white space, or too long', () => {
    const long = 'long '.repeat(60).trim();
    const many = Array.from({length: 25}, () => 'a').join(' ');
    expect(found(['', ' ', '\n', long, many], `${long} ${many} \n `)).to.deep.equal([]);
  });

  it('finds a form of just as many words as are allowed', () => {
    const most = Array.from({length: 24}, () => 'a').join(' ');
    expect(found([most], most)).to.deep.equal([most]);
  });

  it('finds nothing in nothing, and with nothing', () => {
    expect(found([], 'AF')).to.deep.equal([]);
    expect(found(['AF'], '')).to.deep.equal([]);
  });

  it('finds each of 20,000 forms', () => {
    const forms = Array.from({length: 20_000}, (_, index) => `word${index.toString(36)} form`);
    const matcher = new FormMatcher(forms);
    const lost = forms.filter((form, index) => matcher.find(form)[0]?.forms[0] !== index);
    expect(lost).to.deep.equal([]);
  });

  it('finds what a slow search finds: from the left, the longest, whole words, none in another', () => {
    const random = createRandom(3);
    const words = ['a', 'b', 'ab', 'ba', 'bab'];
    const phrase = (most: number): string =>
      Array.from({length: random.between(1, most)}, () => random.pick(words)).join(' ');
    for (let run = 0; run < 300; run++) {
      const forms = Array.from({length: 6}, () => phrase(4));
      const text = phrase(25);
      const slow: string[] = [];
      let rest = ` ${text} `;
      while (rest.length > 1) {
        const here = forms
          .filter((form) => rest.startsWith(` ${form} `))
          .sort((one, other) => other.length - one.length)[0];
        if (here) slow.push(here);
        rest = rest.slice(here ? here.length + 1 : rest.indexOf(' ', 1));
      }
      expect(found(forms, text), `${forms.join('; ')} in ${text}`).to.deep.equal(slow);
    }
  });

  const adversaries: Record<string, [forms: readonly string[], piece: string]> = {
    'letters without a gap': [['AF', 'AFAF'], 'AF'],
    'signs without a gap': [['#', '##', '#NOF'], '#'],
    'slashes without a gap': [['h/h', 'h/h/h/x'], 'h/'],
    'one word over and over, the beginning of a long form': [
      [`${Array.from({length: 23}, () => 'a').join(' ')} b`],
      'a ',
    ],
    'forms side by side': [['AF'], 'AF '],
    'marks on letters': [['e'], 'e\u030b'],
    'white space': [['a b'], 'a                '],
    'names that go on': [['AF'], 'Dr AF Ltd '],
    'words of every day': [['PE', 'pe', 'AM'], 'PE AM '],
    'numbers of places': [['2/7', '2/7.5'], 'bed 2/7 '],
  };
  for (const [name, [forms, piece]] of Object.entries(adversaries)) {
    it(`reads twice as many characters of a text twice as long: ${name}`, () => {
      const matcher = new FormMatcher(forms, everydayWords);
      const half = piece.repeat(100_000 / piece.length);
      const whole = piece.repeat(200_000 / piece.length);
      const once = charactersRead(() => matcher.find(half));
      const twice = charactersRead(() => matcher.find(whole));
      expect(once).to.be.greaterThan(half.length / 2);
      expect(twice / once).to.be.within(1.9, 2.1);
      expect(twice / whole.length).to.be.lessThan(60);
    });
  }
});
