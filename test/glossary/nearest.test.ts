import {expect} from '@open-wc/testing';
import {nearest} from '../../src/glossary/nearest.js';

const forms = [
  'anaemia',
  'asthma',
  'atrial fibrillation',
  'AF',
  'U&E',
  'Guillain-Barré syndrome',
  'iron deficiency anaemia',
  'anaemic',
  '#NOF',
  'c/o',
];
const found = (words: string, limit = 20): string[] =>
  nearest(words, forms, limit).map((index) => forms[index] ?? '');

describe('Looking up a word', () => {
  it('finds the same word first, in any case, then those that begin so, then those that hold it', () => {
    expect(found('Anaemi')).to.deep.equal(['anaemia', 'anaemic', 'iron deficiency anaemia']);
    expect(found('ANAEMIA').slice(0, 2)).to.deep.equal(['anaemia', 'iron deficiency anaemia']);
    expect(found('af')).to.deep.equal(['AF']);
  });

  it('finds a word in the middle, and no part of one', () => {
    expect(found('fibrillation')).to.deep.equal(['atrial fibrillation']);
    expect(found('thma')).to.deep.equal([]);
  });

  it('finds letters that are typed with a stop after each, and words in the plural', () => {
    expect(found('A.F.')).to.deep.equal(['AF']);
    expect(found('A.F')).to.deep.equal(['AF']);
    expect(nearest('hysterectomies', ['hysterectomy'], 1)).to.deep.equal([0]);
  });

  it('finds words without their accents, and with other gaps and hyphens', () => {
    expect(found('guillain barre')).to.deep.equal(['Guillain-Barré syndrome']);
    expect(found('  atrial   fibrillation ')).to.deep.equal(['atrial fibrillation']);
  });

  for (const slip of ['anaemiaa', 'anaemi', 'anaemja', 'anameia', 'naaemia'])
    it(`finds a word that is one slip away: ${slip}`, () => {
      expect(found(slip)).to.include('anaemia');
    });

  it('does not guess at two slips, nor at short words', () => {
    expect(found('anjemja')).to.deep.equal([]);
    expect(found('anxamia')).to.deep.equal([]);
    expect(found('AG')).to.deep.equal([]);
  });

  it('finds shorthand with signs', () => {
    expect(found('u&e')).to.deep.equal(['U&E']);
    expect(found('#nof')).to.deep.equal(['#NOF']);
    expect(found('C/O')).to.deep.equal(['c/o']);
  });

  it('finds the term with which longer words begin, the longest first, and after all that is like the whole', () => {
    const forms = ['GTN', 'GT', 'GTN spray pump', 'spray'];
    const like = (words: string) => nearest(words, forms, 9).map((index) => forms[index]);

    expect(like('GTN spray')).to.deep.equal(['GTN spray pump', 'GTN']);
    expect(like('gtn tablets')).to.deep.equal(['GTN']);
    expect(like('GTNs')).to.deep.equal([]);
  });

  it('finds nothing for nothing, and nothing for signs that are in no word', () => {
    expect(found('')).to.deep.equal([]);
    expect(found(' !? ')).to.deep.equal([]);
  });

  it('gives no more than asked for', () => {
    expect(found('a', 2)).to.have.length(2);
  });

  it('orders those just as like by length, then by the alphabet', () => {
    const same = ['word cc', 'word aa', 'word b'];
    expect(nearest('word', same, 9).map((index) => same[index])).to.deep.equal([
      'word b',
      'word aa',
      'word cc',
    ]);
  });
});
