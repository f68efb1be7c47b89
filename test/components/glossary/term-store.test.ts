/** What several glossaries of a page have together, and what becomes of terms that nobody waits for any longer. */
import {expect} from '@open-wc/testing';
import {gather, part} from '../../../src/components/glossary/term-store.js';
import {term} from '../../support/glossary-terms.js';

const {load} = part;
const realNow = performance.now.bind(performance);
const afs = [term('af', {term: 'AF'})];
const many = Array.from({length: 2000}, (_, at) => term(`many-${at}`, {term: `word${at}`}));

describe('The terms of several glossaries', () => {
  afterEach(() => {
    part.load = load;
    performance.now = realNow;
  });

  it('are made once where they are of the same origins', async () => {
    const origins = {ownTermsOnly: true, terms: afs};
    const [one, other] = await Promise.all([gather(origins), gather({...origins})]);
    expect(one.lexicon).to.equal(other.lexicon);
  });

  it('are made apart where their origins differ', async () => {
    const [one, other] = await Promise.all([
      gather({ownTermsOnly: true, terms: afs}),
      gather({ownTermsOnly: true, terms: [...afs]}),
    ]);
    expect(one.lexicon).not.to.equal(other.lexicon);
  });

  it('are those made before where the page brings nothing of its own', async () => {
    const first = await gather({ownTermsOnly: true});
    const later = await gather({ownTermsOnly: true});
    expect(later.lexicon).to.equal(first.lexicon);
  });

  it('are made anew where some could not be had before', async () => {
    part.load = () => Promise.reject(new TypeError('no network'));
    const first = await gather({ownTermsOnly: true, terms: afs});
    part.load = load;
    const later = await gather({ownTermsOnly: true, terms: afs});
    expect([first.isPart, later.isPart]).to.deep.equal([true, false]);
    expect(later.lexicon.find('Known AF')).to.have.length(1);
  });

  describe('that take long', () => {
    beforeEach(() => {
      // A clock of the test's own: each look at it is a millisecond later, so that there are many slices.
      let now = 0;
      performance.now = () => now++;
    });

    it('are dropped half-made when the only glossary that waits has gone', async () => {
      const ended = await gather({ownTermsOnly: true, terms: many}, () => false).catch(
        () => 'dropped',
      );
      expect(ended).to.equal('dropped');
    });

    it('are made to the end while one of two still waits', async () => {
      let isHere = true;
      const first = gather({ownTermsOnly: true, terms: many}, () => isHere);
      const second = gather({ownTermsOnly: true, terms: many}, () => true);
      isHere = false;
      const [one, other] = await Promise.all([first, second]);
      expect(one.lexicon).to.equal(other.lexicon);
      expect(one.lexicon.find('the word1999')).to.have.length(1);
    });

    it('are made anew for one that comes when the others have gone', async () => {
      let isHere = true;
      const first = gather({ownTermsOnly: true, terms: many}, () => isHere).catch(() => 'dropped');
      isHere = false;
      const {lexicon} = await gather({ownTermsOnly: true, terms: many});
      expect(await first).to.equal('dropped');
      expect(lexicon.find('the word1999')).to.have.length(1);
    });
  });
});
