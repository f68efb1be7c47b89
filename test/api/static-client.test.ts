import {expect} from '@open-wc/testing';
import {createStaticClient} from '../../src/api/static-client.js';
import {conditions, failureOf, foundIn, pagesOf, patient} from '../support/scripted/collect.js';

const about = (reference: unknown, id: string, more: object = {}) => ({
  resourceType: 'Condition',
  id,
  subject: reference,
  ...more,
});
const bundle = (entry: readonly object[], type = 'collection') => ({
  resourceType: 'Bundle',
  type,
  entry,
});

describe('A record that a page has already', () => {
  it('is read from an array of resources', async () => {
    const client = createStaticClient({resources: [patient, ...conditions(3)]});
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.deep.equal(['Condition/c1', 'Condition/c2', 'Condition/c3']);
    expect(pages.map((page) => [page.last, page.kept])).to.deep.equal([[true, undefined]]);
  });

  it('is read from a Bundle with Bundles inside', async () => {
    const inner = bundle(conditions(2).map((resource) => ({resource})));
    const client = createStaticClient({
      resources: bundle([{resource: patient}, {resource: inner}], 'searchset'),
    });
    expect(foundIn(await pagesOf(client, 'Condition'))).to.deep.equal([
      'Condition/c1',
      'Condition/c2',
    ]);
  });

  it('comes in pages when it is asked to, with nothing lost and nothing twice', async () => {
    const client = createStaticClient({resources: [patient, ...conditions(5)], count: 2});
    const pages = await pagesOf(client, 'Condition');
    expect(pages.map((page) => page.matches.length)).to.deep.equal([2, 2, 1]);
    expect(pages.map((page) => page.last)).to.deep.equal([false, false, true]);
    expect(new Set(foundIn(pages)).size).to.equal(5);
    const four = await pagesOf(client, 'Condition', [], {count: 4});
    expect(four.map((page) => page.matches.length)).to.deep.equal([4, 1]);
  });

  it('answers once for a type it has nothing of', async () => {
    const pages = await pagesOf(createStaticClient({resources: [patient]}), 'Condition');
    expect(pages.map((page) => [page.matches.length, page.last])).to.deep.equal([[0, true]]);
  });

  it('does not say that there is none of a type unless the host vouches for it', async () => {
    const client = createStaticClient({resources: [patient], types: ['AllergyIntolerance']});
    const known = await client.capabilities();
    expect(known.can('AllergyIntolerance', 'search-type')).to.equal('yes');
    expect(known.can('Condition', 'search-type')).to.equal('no');
    expect(known.can('Patient', 'read')).to.equal('yes');
    expect(known.can('Patient', 'update')).to.equal('no');
  });

  it('finds the person by every way a reference is written', async () => {
    const url = 'urn:uuid:0d1f2c3e-0000-4000-8000-000000000001';
    const old = {...patient, link: [{type: 'replaces', other: {reference: 'Patient/old'}}]};
    const client = createStaticClient({
      resources: bundle([
        {fullUrl: url, resource: old},
        {resource: about({reference: 'Patient/p1'}, 'relative')},
        {resource: about({reference: 'https://other.example/fhir/Patient/p1'}, 'absolute')},
        {resource: about({reference: 'Patient/p1/_history/3'}, 'versioned')},
        {resource: about({reference: url}, 'uuid')},
        {resource: about({identifier: patient.identifier[0]}, 'identifier')},
        {resource: about({reference: 'Patient/old'}, 'replaced')},
        {resource: about([{reference: 'Patient/p1'}], 'list')},
      ]),
    });
    expect(foundIn(await pagesOf(client, 'Condition')).map((one) => one.slice(10))).to.deep.equal([
      'relative',
      'absolute',
      'versioned',
      'uuid',
      'identifier',
      'replaced',
      'list',
    ]);
  });

  it('leaves out what is plainly about another person', async () => {
    const client = createStaticClient({
      patient: 'p1',
      resources: [
        patient,
        {...patient, id: 'p2', identifier: []},
        about({reference: 'Patient/p2'}, 'other'),
        about({reference: 'Patient/p11'}, 'similar'),
        about({identifier: {...patient.identifier[0], value: '9990000026'}}, 'number'),
        about({reference: 'Patient/p1'}, 'mine'),
      ],
    });
    expect(foundIn(await pagesOf(client, 'Condition'))).to.deep.equal(['Condition/mine']);
  });

  it('gives out what does not say whose it is, to be judged by who asked', async () => {
    const client = createStaticClient({
      resources: [patient, about(undefined, 'none'), about({display: 'Somebody'}, 'words')],
    });
    expect(foundIn(await pagesOf(client, 'Condition'))).to.deep.equal([
      'Condition/none',
      'Condition/words',
    ]);
  });

  it('finds an appointment by one of those who take part', async () => {
    const appointment = (id: string, ...actors: string[]) => ({
      resourceType: 'Appointment',
      id,
      participant: actors.map((reference) => ({actor: {reference}})),
    });
    const client = createStaticClient({
      patient: 'p1',
      resources: [
        patient,
        appointment('mine', 'Practitioner/1', 'Patient/p1'),
        appointment('shared', 'Patient/p2', 'Patient/p1'),
        appointment('other', 'Practitioner/1', 'Patient/p2'),
      ],
    });
    expect(foundIn(await pagesOf(client, 'Appointment'))).to.deep.equal([
      'Appointment/mine',
      'Appointment/shared',
    ]);
  });

  it('brings what its entries point at, and who recorded them', async () => {
    const client = createStaticClient({
      resources: bundle([
        {resource: patient},
        {resource: about({reference: 'Patient/p1'}, 'c1', {asserter: {reference: 'urn:uuid:2'}})},
        {
          fullUrl: 'urn:uuid:2',
          resource: {
            resourceType: 'PractitionerRole',
            id: 'r',
            organization: {reference: 'Organization/o'},
          },
        },
        {resource: {resourceType: 'Organization', id: 'o'}},
        {resource: {resourceType: 'Organization', id: 'unrelated'}},
        {resource: {resourceType: 'Provenance', id: 'v', target: [{reference: 'Condition/c1'}]}},
      ]),
    });
    const [page] = await pagesOf(client, 'Condition');
    expect(page?.included.map(({resource}) => resource.id)).to.have.members(['p1', 'r', 'v', 'o']);
  });

  it('looks a urn:uuid up in its own Bundle first', async () => {
    const part = (id: string, who: string) => ({
      resource: bundle([
        {resource: about({reference: 'Patient/p1'}, id, {asserter: {reference: 'urn:uuid:1'}})},
        {fullUrl: 'urn:uuid:1', resource: {resourceType: 'Practitioner', id: who}},
      ]),
    });
    const client = createStaticClient({
      resources: bundle([{resource: patient}, part('a', 'one'), part('b', 'two')]),
      count: 1,
    });
    const pages = await pagesOf(client, 'Condition');
    const doctors = pages.map((page) =>
      page.included.map(({resource}) => resource.id).filter((id) => id !== 'p1'),
    );
    expect(doctors).to.deep.equal([['one'], ['two']]);
  });

  it('reads one resource, and says when it is not there', async () => {
    const client = createStaticClient({resources: [patient, ...conditions(1)]});
    expect((await client.read('Condition', 'c1')).resource.id).to.equal('c1');
    expect((await failureOf(client.read('Condition', 'x')))['kind']).to.equal('notFound');
    expect((await failureOf(client.read('Patient', 'c1')))['kind']).to.equal('notFound');
  });

  it('takes the id of the only Patient, and the one it is given when there are more', () => {
    expect(createStaticClient({resources: [patient]}).patient).to.equal('p1');
    const two = [patient, {...patient, id: 'p2'}];
    expect(createStaticClient({resources: two}).patient).to.equal('');
    expect(createStaticClient({resources: two, patient: 'p2'}).patient).to.equal('p2');
  });

  it('counts what is not a resource, and never throws', async () => {
    for (const resources of [undefined, null, 7, 'x', {}, [null, {}, 'x'], {resourceType: 7}]) {
      const client = createStaticClient({resources});
      expect(client.damaged).to.be.greaterThan(0);
      expect(foundIn(await pagesOf(client, 'Condition'))).to.deep.equal([]);
    }
  });

  it('does not hang on resources that point at each other or at themselves', async () => {
    const self: Record<string, unknown> = {...about({reference: 'Patient/p1'}, 'c1')};
    self['evidence'] = [
      {detail: [{reference: 'Condition/c1'}]},
      {detail: [{reference: 'Condition/c2'}]},
    ];
    self['me'] = self;
    const other = about({reference: 'Patient/p1'}, 'c2', {stage: {reference: 'Condition/c1'}});
    const client = createStaticClient({resources: [patient, self, other], count: 1});
    expect(foundIn(await pagesOf(client, 'Condition'))).to.deep.equal([
      'Condition/c1',
      'Condition/c2',
    ]);
  });

  it('stops when the caller lets go', async () => {
    const controller = new AbortController();
    const pages = createStaticClient({resources: [patient, ...conditions(3)], count: 1}).search(
      'Condition',
      [],
      {signal: controller.signal},
    );
    await pages.next();
    controller.abort();
    expect((await failureOf(pages.next()))['kind']).to.equal('aborted');
  });
});
