import {expect} from '@open-wc/testing';
import {readAnswer, readNotices, sortEntries, unwrap} from '../../src/api/bundle.js';
import {isSearchAnswer, readEntries, readLink} from '../../src/api/searchset.js';

const condition = (id: string) => ({resourceType: 'Condition', id});
const outcome = {resourceType: 'OperationOutcome', issue: [{severity: 'warning', code: 'x'}]};
const bundle = (entry: unknown, type = 'searchset') => ({resourceType: 'Bundle', type, entry});
const ids = (entries: readonly {resource: {id?: string}}[]) =>
  entries.map((one) => one.resource.id);
const plain = (found: ReturnType<typeof unwrap>) => found.entries.map((one) => one.entry);

describe('Taking a Bundle apart', () => {
  it('finds what is in Bundles inside the Bundle, in order, and says which came together', () => {
    const inner = bundle([{fullUrl: 'urn:uuid:2', resource: condition('2')}], 'collection');
    const found = unwrap(
      bundle([
        {resource: condition('1')},
        {resource: inner},
        {resource: bundle([{resource: inner}])},
      ]),
    );
    expect(ids(plain(found))).to.deep.equal(['1', '2', '2']);
    expect(plain(found).map((one) => one.group)).to.deep.equal([undefined, 1, 3]);
    expect(found.entries[1]?.entry.url).to.equal('urn:uuid:2');
  });

  it('counts what is not a resource, and shows the rest', () => {
    const found = unwrap(
      bundle([null, {}, 'x', {resource: null}, {resource: {id: '1'}}, {resource: condition('2')}]),
    );
    expect(ids(plain(found))).to.deep.equal(['2']);
    expect(found.damaged).to.equal(5);
  });

  it('takes one entry that is not in a list, and resources that are in one', () => {
    expect(ids(plain(unwrap(bundle({resource: condition('1')}))))).to.deep.equal(['1']);
    expect(
      ids(plain(unwrap(bundle([{resource: [condition('1'), condition('2')]}])))),
    ).to.deep.equal(['1', '2']);
  });

  it('does not take a history for the record as it is now', () => {
    const found = unwrap(bundle([{resource: bundle([{resource: condition('1')}], 'history')}]));
    expect(found).to.deep.equal({entries: [], damaged: 1});
  });

  it('stops at a Bundle nested without end, and counts it', () => {
    let deep: unknown = condition('1');
    for (let depth = 0; depth < 1000; depth++) deep = bundle([{resource: deep}]);
    expect(unwrap(deep)).to.deep.equal({entries: [], damaged: 1});
  });

  it('takes an array of resources and Bundles', () => {
    const found = unwrap([condition('1'), bundle([{resource: condition('2')}]), 7]);
    expect(ids(plain(found))).to.deep.equal(['1', '2']);
    expect(found.damaged).to.equal(1);
  });

  it('leaves Object.prototype as it was', () => {
    const hostile = JSON.parse(
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"__proto__","__proto__":{"x":1}}}]}',
    ) as unknown;
    unwrap(hostile);
    expect(Object.hasOwn(Object.prototype, 'x')).to.equal(false);
  });
});

describe('Sorting the entries of an answer', () => {
  const sort = (entry: unknown) => sortEntries(unwrap(bundle(entry)), 'Condition');

  it('tells what was asked for from what came with it', () => {
    const sorted = sort([
      {resource: condition('1'), search: {mode: 'match'}},
      {resource: condition('2'), search: {mode: 'include'}},
      {resource: {resourceType: 'Provenance', id: '3'}, search: {mode: 'include'}},
    ]);
    expect(ids(sorted.matches)).to.deep.equal(['1']);
    expect(ids(sorted.included)).to.deep.equal(['2', '3']);
  });

  it('goes by the type when the mode is missing, unknown, or in a list', () => {
    const sorted = sort([
      {resource: condition('1')},
      {resource: condition('2'), search: {mode: 'wrong'}},
      {resource: condition('3'), search: [{mode: 'include'}]},
      {resource: {resourceType: 'Patient', id: '4'}},
      {resource: {resourceType: 'Patient', id: '5'}, search: {mode: 'match'}},
    ]);
    expect(ids(sorted.matches)).to.deep.equal(['1', '2']);
    expect(ids(sorted.included)).to.deep.equal(['3', '4', '5']);
  });

  for (const mode of ['outcome', 'include', 'match', undefined]) {
    it(`takes an OperationOutcome of mode ${String(mode)} for a notice`, () => {
      const sorted = sort([{resource: outcome, search: {mode}}]);
      expect(sorted.notices).to.deep.equal([{severity: 'warning', code: 'x'}]);
      expect(sorted.matches.length + sorted.included.length).to.equal(0);
    });
  }

  it('does not give out the words of a notice', () => {
    const notices = readNotices({
      resourceType: 'OperationOutcome',
      issue: [{severity: 'odd', diagnostics: 'CANARY'}],
    } as {resourceType: string});
    expect(notices).to.deep.equal([{severity: 'error'}]);
  });
});

describe('An ordinary answer', () => {
  const ordinary = bundle([
    {resource: condition('1'), fullUrl: 'https://phr.example/fhir/Condition/1'},
    {resource: condition('2'), search: {mode: 'include'}},
    {resource: condition('3'), search: [{mode: 'match'}]},
    {resource: {resourceType: 'Patient', id: '4'}, search: {mode: 'match'}},
  ]);

  it('is read at once just as any other is', () => {
    expect(readEntries(ordinary, 'Condition')).to.deep.equal(readAnswer(ordinary, 'Condition'));
  });

  it('can be empty', () => {
    const empty = {resourceType: 'Bundle', type: 'searchset'};
    expect(readEntries(empty, 'Condition')).to.deep.equal(readAnswer(empty, 'Condition'));
  });

  for (const [name, odd] of [
    ['a Bundle', {resource: bundle([{resource: condition('5')}], 'collection')}],
    ['something the server says', {resource: outcome}],
    ['nothing', {}],
    ['a list', {resource: [condition('5')]}],
    ['something else', {resource: {id: '5'}}],
    ['a word', 'x'],
  ] as const) {
    it(`holds resources alone: with ${name} in it, it is left to be taken apart`, () => {
      const answer = bundle([{resource: condition('1')}, odd]);
      expect(readEntries(answer, 'Condition')).to.equal(undefined);
    });
  }
});

describe('What can be an answer to a search', () => {
  for (const [type, may] of [
    ['searchset', true],
    ['collection', true],
    [undefined, true],
    ['history', false],
    ['batch-response', false],
    ['transaction-response', false],
    ['document', false],
    ['message', false],
    [['searchset'], false],
  ] as const) {
    it(`is ${may ? '' : 'not '}a Bundle of type ${String(type)}`, () => {
      expect(isSearchAnswer({resourceType: 'Bundle', type} as {resourceType: string})).to.equal(
        may,
      );
    });
  }

  it('is not another resource', () => {
    expect(isSearchAnswer({resourceType: 'OperationOutcome'})).to.equal(false);
  });
});

describe('The links of a Bundle', () => {
  const withLinks = (link: unknown) => ({resourceType: 'Bundle', link});

  it('are found by relation, also when there is one and no list', () => {
    expect(readLink(withLinks([{relation: 'self', url: 'a'}]), 'self')).to.equal('a');
    expect(readLink(withLinks({relation: 'next', url: 'b'}), 'next')).to.equal('b');
    expect(readLink(withLinks(undefined), 'next')).to.equal(undefined);
  });

  it('are not taken for the last page when they cannot be read', () => {
    expect(readLink(withLinks([{relation: 'next', url: ['b']}]), 'next')).to.equal('');
    expect(readLink(withLinks([{relation: 'next'}]), 'next')).to.equal('');
  });
});

describe('what a server says beside an answer', () => {
  it('gives the host no code that could be words of the record', () => {
    const issue = [
      {severity: 'error', code: 'Mrs Jones was seen'},
      {severity: 'error', code: 'not-found'},
    ];

    const said = {resourceType: 'OperationOutcome', issue};
    const notices = readNotices(said);

    expect(notices.map(({code}) => code)).to.deep.equal([undefined, 'not-found']);
  });
});
