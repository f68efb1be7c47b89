import {expect} from '@open-wc/testing';
import {readTerms} from '../../src/glossary/host-terms.js';

const good = {
  id: 'af',
  term: 'AF',
  means: 'A heart rhythm that is not regular.',
  kind: 'condition',
};
const read = (change: Record<string, unknown>) => readTerms([{...good, ...change}]);

describe('Terms that a host brings', () => {
  it('are read with all that they say', () => {
    const whole = {
      ...good,
      forms: ['A.F.', 'atrial fibrillation'],
      topic: 'cancer',
      full: 'atrial fibrillation',
      say: 'ay-ef',
      example: 'AF was found',
      not: 'a heart attack',
      ambiguous: true,
      snomed: ['49436004', 'Atrial fibrillation'],
      source: {name: 'the NHS website', url: 'https://www.nhs.uk/conditions/af/'},
      checked: {on: '2026-10-03', by: 'Dr A Example'},
      in: {cy: {means: 'Curiad calon anwastad.', full: 'ffibriliad atrïaidd'}},
    };
    const {terms, problems} = readTerms([whole]);
    expect(problems).to.deep.equal([]);
    expect(terms).to.deep.equal([whole]);
  });

  it('are read from a list or from an object with a list', () => {
    expect(readTerms({terms: [good]}).terms).to.have.length(1);
  });

  it('are of the kind record, without forms, when they do not say', () => {
    const [term] = readTerms([{id: 'a', term: 'A', means: 'It means a.'}]).terms;
    expect(term).to.deep.equal({
      id: 'a',
      term: 'A',
      means: 'It means a.',
      kind: 'record',
      forms: [],
    });
  });

  it('can name a source of which no page is about the word', () => {
    const {terms, problems} = readTerms([{...good, source: {name: 'the NHS website'}}]);

    expect(problems).to.deep.equal([]);
    expect(terms[0]?.source).to.deep.equal({name: 'the NHS website'});
  });

  for (const json of [null, undefined, 7, 'terms', true, {}, {terms: {}}, {terms: null}])
    it(`are none, with one problem, when there is no list: ${JSON.stringify(json)}`, () => {
      expect(readTerms(json)).to.deep.equal({
        terms: [],
        problems: [{index: -1, field: 'terms', reason: 'a list of terms'}],
      });
    });

  const wrong: Record<string, readonly unknown[]> = {
    id: [undefined, 7, '', 'a b', 'a'.repeat(101), {}, ['a'], '<b>'],
    term: [undefined, null, 7, '', '   ', '\u200b', 'a'.repeat(101), {}],
    means: [undefined, null, 7, '', 'a'.repeat(401), ['a']],
    kind: [7, 'illness', '__proto__', 'constructor', null, {}],
    topic: [7, 'happy', '__proto__', 'toString', null],
    forms: ['AF', {}, [7], [''], [null], Array.from({length: 101}, () => 'a'), ['a'.repeat(101)]],
    source: [
      'https://example.org',
      {name: 'x', url: null},
      {name: 'x', url: ''},
      {url: 'https://example.org'},
      {name: 'x', url: 'javascript:alert(1)'},
      {name: 'x', url: 'JavaScript:alert(1)'},
      {name: 'x', url: 'data:text/html,x'},
      {name: 'x', url: 'http://example.org'},
      {name: 'x', url: '//example.org'},
      {name: 'x', url: 'https://user:word@example.org'},
      {name: 'x', url: `https://example.org/${'a'.repeat(2000)}`},
      {name: '', url: 'https://example.org'},
    ],
    checked: [
      true,
      {on: '2026-10-03'},
      {by: 'x'},
      {on: '2026-02-30', by: 'x'},
      {on: '2026-13-01', by: 'x'},
      {on: '3 October 2026', by: 'x'},
      {on: '2026-10', by: 'x'},
      {on: '2199-01-01', by: 'x'},
      {on: '2026-10-03', by: ''},
      {on: '2026-10-03', by: '– 12'},
      {on: '2026-10-03', by: ['x']},
    ],
    snomed: [
      '49436004',
      ['49436004'],
      [49436004, 'x'],
      ['12', 'x'],
      ['1'.repeat(19), 'x'],
      ['49436004', ''],
    ],
    in: [
      'cy',
      ['cy'],
      {cy: 'x'},
      {cy: {}},
      {cy: {means: 7}},
      {cy: {means: 'a'.repeat(401)}},
      {cy: {means: 'x', full: 7}},
      {'cy-GB': {means: 'x'}},
    ],
    full: [7, '', 'a'.repeat(201)],
    say: [7, []],
    example: [{}],
    not: [false],
  };
  for (const [field, values] of Object.entries(wrong))
    for (const value of values)
      it(`are left out and named when ${field} is ${JSON.stringify(value)?.slice(0, 60) ?? 'missing'}`, () => {
        const {terms, problems} = read({[field]: value});
        expect(terms).to.deep.equal([]);
        expect(problems).to.have.length(1);
        expect(problems[0]).to.include({index: 0, field});
      });

  for (const entry of [null, 7, 'x', [], undefined])
    it(`are left out when an entry is no object: ${JSON.stringify(entry)}`, () => {
      expect(readTerms([entry, good])).to.deep.include({
        problems: [{index: 0, field: '', reason: 'an object'}],
      });
    });

  it('are kept when others are bad, and each problem has its place', () => {
    const {terms, problems} = readTerms([{}, good, {...good, id: 'b', kind: 'x'}]);
    expect(terms.map(({id}) => id)).to.deep.equal(['af']);
    expect([...new Set(problems.map(({index}) => index))]).to.deep.equal([0, 2]);
  });

  it('are kept once when two have the same id', () => {
    const {terms, problems} = readTerms([good, {...good, means: 'Another.'}]);
    expect(terms.map(({means}) => means)).to.deep.equal([good.means]);
    expect(problems).to.deep.equal([
      {index: 1, field: 'id', reason: 'the same as of an entry before'},
    ]);
  });

  it('never tell their content in a problem', () => {
    const secret = 'Jane Example';
    const {problems} = readTerms([
      {id: secret, term: {secret}, means: [secret], kind: secret, topic: secret, source: secret},
    ]);
    expect(problems.length).to.be.greaterThan(4);
    expect(JSON.stringify(problems)).to.not.include(secret);
  });

  it('lose what is not seen and what changes direction, and keep their words in one line', () => {
    const [term] = read({means: 'A\u202e heart\n\n rhythm\u0000.\u200b\ud83d'}).terms;
    expect(term?.means).to.equal('A heart rhythm.');
  });

  it('keep markup as the letters that it is written in', () => {
    expect(read({means: '<img src=x onerror=alert(1)>'}).terms[0]?.means).to.equal(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('have no fields but those that are known, and no other prototype', () => {
    const json: unknown = JSON.parse(
      '[{"id":"a","term":"A","means":"It.","__proto__":{"topic":"cancer","polluted":1},"onclick":"x"}]',
    );
    const [term] = readTerms(json).terms;
    expect(Object.keys(term ?? {}).sort()).to.deep.equal(['forms', 'id', 'kind', 'means', 'term']);
    expect(Object.getPrototypeOf(term)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('may be called as built-in properties are', () => {
    const {terms, problems} = readTerms([
      {...good, id: '__proto__'},
      {...good, id: 'constructor'},
    ]);
    expect(problems).to.deep.equal([]);
    expect(terms).to.have.length(2);
  });

  it('may be 50,000', () => {
    const many = Array.from({length: 50_000}, (_, index) => ({
      ...good,
      id: `t${index}`,
      term: `AF ${index}`,
    }));
    expect(readTerms(many).terms).to.have.length(50_000);
  });

  it('are at most 12 for one way of writing, and each of the others is named', () => {
    const many = Array.from({length: 15}, (_, index) => ({
      ...good,
      id: `t${index}`,
      term: index % 2 ? 'AF' : `Af ${index}`,
      forms: index % 2 ? ['AF'] : ['af'],
    }));
    const {terms, problems} = readTerms([...many, {...good, id: 'last', term: 'Other'}]);
    expect(terms.map(({id}) => id).slice(-2)).to.deep.equal(['t11', 'last']);
    expect(terms).to.have.length(13);
    expect(problems).to.deep.equal(
      [12, 13, 14].map((index) => ({
        index,
        field: 'forms',
        reason: 'written as 12 entries before',
      })),
    );
  });

  it('are not ambiguous unless they say true', () => {
    expect(read({ambiguous: 'true'}).terms[0]).to.not.have.property('ambiguous');
  });
});
