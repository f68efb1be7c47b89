import {expect} from '@open-wc/testing';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {lookUp} from '../../src/glossary/look-up.js';
import type {TermMark} from '../../src/model/glossary.js';
import {setOf, term} from '../support/glossary-terms.js';

const idsOf = (mark: TermMark | undefined): string[] =>
  mark?.meanings.map((meaning) => meaning.term.id) ?? [];

describe('Words of safeguarding', () => {
  const lexicon = new Lexicon([
    setOf(
      'bundled',
      term('marac', {term: 'MARAC', topic: 'safeguarding', snomed: ['1234567', 'x']}),
      term('dash-list', {term: 'DASH', topic: 'safeguarding', ambiguous: true}),
      term('dash-score', {term: 'DASH', kind: 'measurement', ambiguous: true}),
    ),
  ]);

  it('are never found in a text', () => {
    expect(lexicon.find('Discussed at MARAC, marac, MARACs')).to.deep.equal([]);
  });

  it('are never found in a text where they can mean something else too', () => {
    expect(lexicon.find('DASH done, DASH score')).to.deep.equal([]);
  });

  it('are never found by a word inside them', () => {
    const plans = new Lexicon([
      setOf(
        'a',
        term('plan', {term: 'CP plan', topic: 'safeguarding'}),
        term('pain', {term: 'CP'}),
      ),
    ]);
    expect(plans.find('On a CP plan')).to.deep.equal([]);
    expect(plans.find('No CP today')).to.have.length(1);
  });

  it('are found by who looks them up, with their meaning', () => {
    expect(lookUp(lexicon, 'marac')[0]?.meanings[0]).to.deep.include({withheld: false});
    expect(lookUp(lexicon, 'DASH')[0]?.meanings).to.have.length(2);
    expect(lexicon.meaningsOf('MARAC', {})?.meanings).to.have.length(1);
  });
});

describe('Sets of several origins', () => {
  const trust = setOf('the trust', term('af', {term: 'AF', means: 'Ours.'}));
  const bundled = setOf('bundled', term('af', {term: 'AF', means: 'Theirs.'}), term('sob'));

  it('let the first say what a term means, and say instead of whom', () => {
    const [mark] = new Lexicon([trust, bundled]).find('AF');
    expect(mark?.meanings).to.have.length(1);
    expect(mark?.meanings[0]?.term.means).to.equal('Ours.');
    expect(mark?.meanings[0]?.from).to.equal('the trust');
    expect(mark?.meanings[0]?.insteadOf).to.deep.equal(['bundled']);
  });

  it('keep what only a later one has', () => {
    const lexicon = new Lexicon([trust, bundled]);
    expect(lexicon.find('sob')[0]?.meanings[0]?.from).to.equal('bundled');
    expect(lexicon.find('sob')[0]?.meanings[0]?.insteadOf).to.deep.equal([]);
    expect(lexicon.meanings.size).to.equal(2);
  });

  it('add their meanings of one word to one another', () => {
    const other = setOf('the trust', term('af-other', {term: 'AF', full: 'anterior fontanelle'}));
    const [mark] = new Lexicon([other, bundled]).find('AF');
    expect(idsOf(mark)).to.deep.equal(['af', 'af-other']);
    expect(mark?.ambiguous).to.equal(true);
  });

  it('count an entry once that stands twice in one', () => {
    const [mark] = new Lexicon([setOf('a', term('af'), term('af'))]).find('af');
    expect(mark?.meanings).to.have.length(1);
    expect(mark?.meanings[0]?.insteadOf).to.deep.equal([]);
  });

  it('know nothing when there are none', () => {
    const lexicon = new Lexicon([]);
    expect(lexicon.meanings.size).to.equal(0);
    expect(lexicon.find('AF')).to.deep.equal([]);
    expect(lookUp(lexicon, 'AF')).to.deep.equal([]);
    expect(lexicon.meaningsOf('AF', {})).to.equal(undefined);
  });
});

describe('What nobody has checked', () => {
  const cancer = term('carcinoma', {topic: 'cancer'});
  const review = {id: 'carcinoma', on: '2026-10-03', by: 'Dr A Example'};

  it('is withheld when the topic is hard to meet alone', () => {
    expect(new Lexicon([setOf('a', cancer)]).find('carcinoma')[0]?.meanings[0]?.withheld).to.equal(
      true,
    );
  });

  it('is shown otherwise, without a check', () => {
    const meaning = new Lexicon([setOf('a', term('asthma'))]).find('asthma')[0]?.meanings[0];
    expect(meaning?.withheld).to.equal(false);
    expect(meaning?.checked).to.equal(undefined);
  });

  it('is shown once the host has reviewed that term, with who did and when', () => {
    const meaning = new Lexicon([setOf('a', cancer)], [review]).find('carcinoma')[0]?.meanings[0];
    expect(meaning?.withheld).to.equal(false);
    expect(meaning?.checked).to.deep.equal({on: '2026-10-03', by: 'Dr A Example'});
  });

  it('is not made checked by the review of another term', () => {
    const other = [{...review, id: 'other'}];
    const meaning = new Lexicon([setOf('a', cancer)], other).find('carcinoma')[0]?.meanings[0];
    expect(meaning?.withheld).to.equal(true);
    expect(meaning?.checked).to.equal(undefined);
  });
});
