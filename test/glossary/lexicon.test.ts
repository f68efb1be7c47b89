import {expect} from '@open-wc/testing';
import {codedMeanings} from '../../src/glossary/coded.js';
import {everydayWords} from '../../src/glossary/everyday.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {lookUp} from '../../src/glossary/look-up.js';
import type {TermMark} from '../../src/model/glossary.js';
import {setOf, term} from '../support/glossary-terms.js';

const embolism = term('pe-embolism', {
  term: 'pulmonary embolism',
  forms: ['PE'],
  ambiguous: true,
  snomed: ['59282003', 'Pulmonary embolism'],
});
const examination = term('pe-examination', {
  term: 'PE',
  full: 'physical examination',
  kind: 'test',
  ambiguous: true,
  snomed: ['5880005', 'Physical examination'],
});
const effusion = term('pe-effusion', {
  term: 'pleural effusion',
  forms: ['PE'],
  ambiguous: true,
});
const peSet = setOf('bundled', embolism, examination, effusion);
const idsOf = (mark: TermMark | undefined): string[] =>
  mark?.meanings.map((meaning) => meaning.term.id) ?? [];

describe('A word with several meanings', () => {
  it('has all of them, in the order of the alphabet by their words in full', () => {
    const [mark] = new Lexicon([peSet]).find('PE');
    expect(idsOf(mark)).to.deep.equal(['pe-examination', 'pe-effusion', 'pe-embolism']);
    expect(mark?.ambiguous).to.equal(true);
    expect(mark?.meanings.some(({first}) => first)).to.equal(false);
  });

  it('has the one first that a code of the entry names, and keeps the others', () => {
    const [mark] = new Lexicon([peSet]).find('PE', {
      codes: ['59282003'],
    });
    expect(idsOf(mark)).to.deep.equal(['pe-embolism', 'pe-examination', 'pe-effusion']);
    expect(mark?.meanings.map(({first}) => first)).to.deep.equal(['code', undefined, undefined]);
    expect(mark?.ambiguous).to.equal(true);
  });

  it('is not decided by a code that names none of them', () => {
    const [mark] = new Lexicon([peSet]).find('PE', {codes: ['49436004']});
    expect(mark?.meanings.some(({first}) => first)).to.equal(false);
  });

  it('is not decided by two codes that name two of them', () => {
    const [mark] = new Lexicon([peSet]).find('PE', {
      codes: ['59282003', '5880005'],
    });
    expect(mark?.meanings.some(({first}) => first)).to.equal(false);
    expect(idsOf(mark)).to.have.length(3);
  });

  it('has the one first whose full words a code of the entry is called by, and keeps the others', () => {
    const [mark] = new Lexicon([peSet]).find('PE', {codes: ['1'], names: ['pleural effusion']});
    expect(idsOf(mark)).to.deep.equal(['pe-effusion', 'pe-examination', 'pe-embolism']);
    expect(mark?.meanings.map(({first}) => first)).to.deep.equal(['code', undefined, undefined]);
    expect(mark?.ambiguous).to.equal(true);
  });

  it('has the one first that alone is written as a code of the entry is called', () => {
    const set = setOf('a', examination, {...embolism, forms: ['PE', 'Lung clot']});
    const [mark] = new Lexicon([set]).find('PE', {names: ['lung clot']});
    expect(mark?.meanings[0]).to.include({first: 'code'});
    expect(idsOf(mark)[0]).to.equal('pe-embolism');
  });

  for (const names of [['pe'], ['pleural'], ['left pleural effusion'], ['pleural effusions'], []])
    it(`is not decided by another name of the entry: ${names.join() || 'none'}`, () => {
      const [mark] = new Lexicon([peSet]).find('PE', {names});
      expect(mark?.meanings.some(({first}) => first)).to.equal(false);
    });

  it('is not decided by a code and the name of another that name two of them', () => {
    const about = {codes: ['59282003'], names: ['pleural effusion']};
    const [mark] = new Lexicon([peSet]).find('PE', about);
    expect(mark?.meanings.some(({first}) => first)).to.equal(false);
  });

  it('is judged once for a text, however often it stands there', () => {
    let looks = 0;
    const counted = Array.from({length: 500}, (_, index) => ({
      ...term(`t${index}`, {term: 'PE', full: `meaning ${index}`}),
      get topic() {
        looks++;
        return undefined;
      },
    }));
    const lexicon = new Lexicon([setOf('a', ...(counted as never[]))]);
    looks = 0;
    expect(lexicon.find('PE, '.repeat(2000))).to.have.length(2000);
    expect(looks).to.be.at.most(500);
  });

  it('has the one first that fits the kind of entry, and keeps the others', () => {
    const [mark] = new Lexicon([peSet]).find('PE', {kind: 'results'});
    expect(idsOf(mark)[0]).to.equal('pe-examination');
    expect(mark?.meanings[0]?.first).to.equal('kind');
    expect(idsOf(mark)).to.have.length(3);
  });

  it('is not decided by a kind of entry that two of them fit', () => {
    const twice = setOf(
      'a',
      examination,
      term('pe-other', {term: 'PE', kind: 'measurement', ambiguous: true}),
    );
    const [mark] = new Lexicon([twice]).find('PE', {kind: 'results'});
    expect(mark?.meanings.some(({first}) => first)).to.equal(false);
  });

  it('may mean something else although one meaning is known', () => {
    const lexicon = new Lexicon([setOf('a', embolism)]);
    expect(lexicon.find('PE')[0]?.ambiguous).to.equal(true);
    expect(lexicon.find('pulmonary embolism')[0]?.ambiguous).to.equal(false);
  });

  it('is certain in full words that one term alone has', () => {
    const [mark] = new Lexicon([peSet]).find('pleural effusion');
    expect(idsOf(mark)).to.deep.equal(['pe-effusion']);
    expect(mark?.ambiguous).to.equal(false);
  });

  it('has the meanings of small letters and of capitals where both are so written', () => {
    const lexicon = new Lexicon([
      setOf('a', term('od-daily', {term: 'od'}), term('od-eye', {term: 'OD'})),
    ]);
    expect(idsOf(lexicon.find('OD')[0])).to.have.members(['od-daily', 'od-eye']);
    expect(idsOf(lexicon.find('od')[0])).to.deep.equal(['od-daily']);
  });
});

describe('Plurals in s', () => {
  it('are found of things written small, and of nothing else', () => {
    const lexicon = new Lexicon([
      setOf(
        'a',
        term('lesion'),
        term('nocte', {kind: 'dosage'}),
        term('biopsy', {kind: 'procedure'}),
        term('gas', {kind: 'test'}),
      ),
    ]);
    expect(idsOf(lexicon.find('lesions')[0])).to.deep.equal(['lesion']);
    expect(lexicon.find('noctes biopsys gass')).to.deep.equal([]);
  });

  it('are not made where the plural is a word of its own', () => {
    const lexicon = new Lexicon([setOf('a', term('stent'), term('other', {term: 'stents'}))]);
    expect(idsOf(lexicon.find('stents')[0])).to.deep.equal(['other']);
  });
});

describe('Letters with stops', () => {
  const lexicon = new Lexicon(
    [
      setOf(
        'a',
        term('twice', {term: 'b.d.', kind: 'dosage'}),
        term('breath', {term: 'S.O.B.'}),
        term('eye', {term: 'o.d.'}),
        term('overdose', {term: 'o.d'}),
      ),
    ],
    [],
    everydayWords,
  );

  it('are found without the last stop too', () => {
    expect(idsOf(lexicon.find('one b.d with food')[0])).to.deep.equal(['twice']);
    expect(lexicon.find('b.d. and S.O.B, b.d.').map(({start}) => start)).to.deep.equal([0, 9, 16]);
  });

  it('are found with all of them where they stand', () => {
    const [mark] = lexicon.find('take b.d. now');
    expect([mark?.start, mark?.end]).to.deep.equal([5, 9]);
  });

  it('are not found in more letters with stops, nor in the name of a person', () => {
    expect(lexicon.find('b.d.s x.b.d. S.O.B.Smith')).to.deep.equal([]);
  });

  it('are not shortened where the shorter is a word of its own', () => {
    expect(idsOf(lexicon.find('o.d today')[0])).to.deep.equal(['overdose']);
  });
});

describe('Looking up a word', () => {
  const lexicon = new Lexicon([
    setOf(
      'a',
      term('lesion', {forms: ['lesional']}),
      term('lesser toe'),
      term('less', {term: '<'}),
    ),
  ]);

  it('gives a term once, in the way of writing that is nearest', () => {
    expect(lookUp(lexicon, 'les').map(({form}) => form)).to.deep.equal(['lesion', 'lesser toe']);
    expect(lookUp(lexicon, 'lesions').map(({form}) => form)).to.deep.equal(['lesions']);
  });

  it('gives no more terms than asked for', () => {
    expect(lookUp(lexicon, 'les', 1)).to.have.length(1);
  });
});

describe('A code', () => {
  const lexicon = new Lexicon([peSet]);
  it('explains itself whatever its words say', () => {
    const meanings = codedMeanings(lexicon, ['59282003'], 'Clot');
    expect(meanings?.map((one) => one.term.id)).to.deep.equal(['pe-embolism']);
  });
  it('explains nothing where it, or another beside it, can be of safeguarding, whatever the entry is called', () => {
    const hidden = term('hidden', {topic: 'safeguarding', snomed: ['371775004', 'A meeting']});
    const both = new Lexicon([peSet, setOf('b', hidden)]);
    expect(codedMeanings(both, ['371775004'], 'Meeting')).to.equal(undefined);
    expect(codedMeanings(both, ['59282003', '371775004'], 'Meeting')).to.equal(undefined);
    expect(codedMeanings(both, ['59282003'], 'Meeting')).to.have.length(1);
  });
  it('means nothing when it is not known', () => {
    expect(codedMeanings(lexicon, ['1'], '')).to.deep.equal([]);
    expect(codedMeanings(lexicon, ['__proto__'], '')).to.deep.equal([]);
  });
});

it('Names and words of every day are left alone, and the term beside them is not', () => {
  const lexicon = new Lexicon([peSet], [], everydayWords);
  const text = 'Dr PE Smith, a PE teacher, has a PE.';
  expect(lexicon.find(text).map(({start}) => start)).to.deep.equal([text.lastIndexOf('PE')]);
  expect(lexicon.meaningsOf('PE', {})?.meanings).to.have.length(3);
});

it('Words that are names of built-in properties are words like others', () => {
  const lexicon = new Lexicon([setOf('a', term('__proto__'), term('constructor'))]);
  expect(lexicon.find('a constructor here')).to.have.length(1);
  expect(lookUp(lexicon, 'constructor')).to.have.length(1);
  expect(lexicon.meaningsOf('toString', {})).to.equal(undefined);
});
