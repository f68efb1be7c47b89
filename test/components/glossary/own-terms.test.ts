/** A trust's own terms beside the bundled ones: when they are the same, and what is then shown. */
import {expect} from '@open-wc/testing';
import {alike} from '../../../src/components/glossary/own-terms.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import type {GlossaryTerm} from '../../../src/model/glossary.js';
import {setOf, term} from '../../support/glossary-terms.js';

const sob = term('sob', {term: 'SOB', full: 'shortness of breath', forms: ['breathless']});
const cancer = term('cancer', {term: 'Ca', full: 'cancer', topic: 'cancer'});
const calcium = term('calcium', {term: 'Ca', full: 'calcium'});

/** What a word means with both sets, the trust's first unless said. */
function meaningsOf(word: string, own: GlossaryTerm, isLast = false) {
  const sets = [setOf('the trust', own), setOf('bundled', sob, cancer, calcium)] as const;
  const [first, second] = isLast ? [sets[1], sets[0]] : sets;
  const found = new Lexicon(alike(first, second)).meaningsOf(word, {});
  return found?.meanings.map(({term: {means}, from, insteadOf, withheld}) => ({
    means,
    from,
    insteadOf,
    withheld,
  }));
}

describe('A term of the trust’s own', () => {
  it('stands in for the bundled one that is called and written so, whatever its id', () => {
    const own = term('our-sob', {term: 'SOB', full: 'Shortness of Breath', means: 'Our words.'});
    expect(meaningsOf('SOB', own)).to.deep.equal([
      {means: 'Our words.', from: 'the trust', insteadOf: ['bundled'], withheld: false},
    ]);
  });

  it('explains every way in which the bundled one is written', () => {
    const own = term('our-sob', {term: 'SOB', full: 'shortness of breath', means: 'Our words.'});
    expect(meaningsOf('breathless', own)).to.deep.equal(meaningsOf('SOB', own));
    expect(meaningsOf('breathless', own)?.map(({means}) => means)).to.deep.equal(['Our words.']);
  });

  it('is written only as it says where it takes the place of one by its id', () => {
    const own = term('sob', {term: 'SOB', full: 'shortness of breath', means: 'Our words.'});
    expect(meaningsOf('breathless', own)).to.equal(undefined);
  });

  it('is another meaning of the word where it is called otherwise', () => {
    const own = term('our-ca', {term: 'Ca', full: 'carer', means: 'Who cares for somebody.'});
    expect(meaningsOf('Ca', own)?.map(({means}) => means)).to.deep.equal([
      'What calcium means.',
      'What cancer means.',
      'Who cares for somebody.',
    ]);
  });

  it('is another term where it is called so and written otherwise', () => {
    const own = term('our-sob', {term: 'SoBr', full: 'shortness of breath', means: 'Our words.'});
    expect(meaningsOf('SOB', own)?.map(({from}) => from)).to.deep.equal(['bundled']);
  });

  it('comes after the bundled one, and is not lost, where the page wants it so', () => {
    const own = term('our-sob', {term: 'SOB', full: 'shortness of breath', means: 'Our words.'});
    expect(meaningsOf('SOB', own, true)).to.deep.equal([
      {means: 'What sob means.', from: 'bundled', insteadOf: ['the trust'], withheld: false},
    ]);
  });

  it('waits for its check where the bundled one is of a topic that is too hard to meet alone', () => {
    for (const id of ['cancer', 'our-cancer']) {
      const own = term(id, {term: 'Ca', full: 'cancer', means: 'Our words.'});
      const found = meaningsOf('Ca', own)?.find(({means}) => means === 'Our words.');
      expect(found?.withheld, id).to.equal(true);
    }
  });

  it('is shown in full once somebody has checked it', () => {
    const checked = {on: '2026-10-03', by: 'Dr A Example'};
    const own = term('cancer', {term: 'Ca', full: 'cancer', means: 'Our words.', checked});
    const found = meaningsOf('Ca', own)?.find(({means}) => means === 'Our words.');
    expect(found?.withheld).to.equal(false);
  });
});
