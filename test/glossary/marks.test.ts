import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {firstMarks, withMarks} from '../../src/glossary/marks.js';
import {createRandom} from '../support/random.js';
import {setOf, term} from '../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf('a', term('AF'), term('SOB'), term('c/o'), term('#NOF', {term: '#NOF'}), term('2/52')),
]);

/** The text that a page shows of what was drawn. */
function shown(text: string): string {
  const page = document.createElement('div');
  render(html`<p>${withMarks(text, lexicon.find(text), {})}</p>`, page);
  return page.querySelector('p')?.textContent ?? '';
}

describe('A text with terms in it', () => {
  for (const text of [
    'Pt c/o SOB. Hx of AF, review 2/52',
    'AF',
    '',
    '  AF  ',
    'no term at all',
    'AF\nSOB\tAF\r\n',
    '<b>AF</b> &amp; <script>SOB</script>',
    '\u202eAF\u202c SOB\u200d AF\u0301 😀AF😀',
    '${AF} {{SOB}} <!--AF-->',
  ])
    it(`is the same text to the character: ${JSON.stringify(text)}`, () => {
      expect(shown(text)).to.equal(text);
    });

  it('is the same text to the character, whatever it is made of', () => {
    const pieces = [
      'AF',
      'SOB',
      'c/o',
      '#NOF',
      '2/52',
      ' ',
      '  ',
      '\n',
      '.',
      '<',
      '\u202e',
      '\u200d',
      '😀',
      'x',
      '-',
      '1',
    ];
    const next = createRandom(7);
    for (let run = 0; run < 200; run++) {
      let text = '';
      for (let at = 0; at < 20; at++) text += pieces[Math.floor(next() * pieces.length)] ?? '';
      expect(shown(text)).to.equal(text.replace(/\r/g, ''));
    }
  });

  it('gives each term the word as written, its meanings and the entry', () => {
    const text = 'Hx of AF';
    const about = {reference: 'Condition/1'};
    const page = document.createElement('div');
    render(withMarks(text, lexicon.find(text), about), page);
    const element = page.querySelector('phr-term') as unknown as {
      textContent: string;
      meanings: readonly {term: {id: string}}[];
      about: unknown;
    };
    expect(element.textContent).to.equal('AF');
    expect(element.meanings.map((one) => one.term.id)).to.deep.equal(['AF']);
    expect(element.about).to.equal(about);
  });
});

describe('A term that stands several times in an entry', () => {
  it('is marked the first time, across texts of the entry', () => {
    const marked = new Set<string>();
    expect(firstMarks(lexicon.find('AF and AF and SOB'), marked).map(({start}) => start)).to.eql([
      0, 14,
    ]);
    expect(firstMarks(lexicon.find('AF again'), marked)).to.deep.equal([]);
  });

  it('is marked again in another entry', () => {
    firstMarks(lexicon.find('AF'), new Set());
    expect(firstMarks(lexicon.find('AF'), new Set())).to.have.length(1);
  });
});
