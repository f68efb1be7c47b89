/** What is never asked of a terminology server, whoever asks: by what is known of a word here, and not by its letters alone. */
import {expect, waitUntil} from '@open-wc/testing';
import {TerminologySource} from '../../../src/components/glossary/terminology-source.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import type {FoundTerm, Meaning} from '../../../src/model/glossary.js';
import {setOf, term} from '../../support/glossary-terms.js';
import {answer, designation, display, parameters} from '../../support/terminology-answers.js';
import {
  openTerm,
  panelText,
  restoreFetch,
  servedTerms,
  settled,
  termPage,
} from '../../support/terminology-server-page.js';

const lexicon = new Lexicon([setOf('Northmoor Hospitals', term('gait', {term: 'gait'}))]);
const meaning = (rest: Parameters<typeof term>[1] = {}): Meaning => ({
  term: term('shadow', {term: 'shadow', means: 'A dark place in a picture.', ...rest}),
  from: 'Northmoor Hospitals',
  withheld: false,
  insteadOf: [],
});
const source = () => new TerminologySource(`${location.origin}/terms/fhir`);

describe('A word with a meaning that is hard here, though its letters do not say so', () => {
  afterEach(restoreFetch);

  it('is not asked about, also where somebody has checked that meaning, and an easy code stands beside it', async () => {
    const asked = servedTerms({codes: {'22298006': 'Something else'}});
    const ask = (known: Meaning) => source().ask(['22298006'], [known], 'shadow', lexicon);
    expect(await ask(meaning({topic: 'cancer'}))).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    expect(await ask(meaning())).to.have.length(1);
    expect(asked).to.have.length(1);
  });

  it('is not sent to be found either when a person looks it up', async () => {
    const asked = servedTerms({found: [['22298006', 'Shadow of something', 'Something dark']]});
    const find = (one: Meaning) => {
      const known: FoundTerm = {form: 'shadow', meanings: [one], ambiguous: false};
      return source().find('shado', [known], lexicon);
    };
    expect(await find(meaning({topic: 'safeguarding'}))).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    expect(await find(meaning())).to.have.length(1);
    expect(asked).to.have.length(1);
  });
});

describe('An entry with many codes', () => {
  afterEach(restoreFetch);

  it('has three of them asked about, so that a word is no list of what is in the record', async () => {
    const asked = servedTerms();
    const codes = ['100001', '100002', '100003', '100004', '100005'];
    await source().ask(codes, [meaning()], 'shadow', lexicon);
    expect(asked.map(({asks}) => asks['code'])).to.deep.equal(codes.slice(0, 3));
  });
});

describe('What a server says in two languages', () => {
  const {fetch} = window;
  afterEach(() => {
    window.fetch = fetch;
  });

  it('is withheld in both where it is too hard to meet alone in one of them', async () => {
    const use = {display: 'Patient friendly term'};
    const say = async (welsh: string) => {
      const said = parameters(
        display('Spot'),
        designation(use, 'A dark spot'),
        designation(use, welsh, 'cy'),
      );
      window.fetch = () => Promise.resolve(answer(said));
      const [only] = await source().ask(['100001'], [], 'spot', lexicon);
      return only?.withheld;
    };
    expect(await say('Smotyn tywyll')).to.equal(false);
    expect(await say('Melanoma ar y croen')).to.equal(true);
  });
});

describe('While some of the trust’s terms cannot be had, so that nobody knows which words are hard', () => {
  afterEach(restoreFetch);

  it('nothing is asked about a word that a person selects', async () => {
    const asked = servedTerms({codes: {'49436004': 'Heart that beats unevenly'}});
    const {root, heard} = await termPage({src: '/no-such-file.json'});
    const panel = await openTerm(root, 'AF');
    await waitUntil(() => heard.length > 0);
    await settled();
    expect(panelText(panel)).to.contain('An uneven heartbeat.');
    expect(asked).to.deep.equal([]);
  });

  it('nothing is asked about words that a person looks up', async () => {
    const asked = servedTerms({found: [['698247007', 'Cardiac arrhythmia', 'Uneven heart']]});
    const {element} = await termPage({src: '/no-such-file.json'});
    const desk = await element.desk();
    expect((await desk.lookUp('afib')).map(({form}) => form)).to.deep.equal(['afib']);
    expect(asked).to.deep.equal([]);
  });
});
