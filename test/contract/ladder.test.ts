import {expect} from '@open-wc/testing';
import type {Parameters} from '../../src/api/ladder.js';
import type {Rule} from '../support/scripted-server.js';
import {conditions, failureOf, foundIn, pagesOf} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';

const records = conditions(3);
const preferred: Parameters = [
  ['_sort', '-recorded-date'],
  ['_include', 'Condition:encounter'],
  ['_revinclude', 'Provenance:target'],
];
const names = (requests: readonly {query: readonly (readonly [string, string])[]}[]) =>
  requests.map((one) => one.query.map(([name]) => name).join(' '));
const refuse = (status: number, ...parameters: string[]): Rule => ({
  do: [{refuse: parameters, with: status}],
});

describe('Search ladder', () => {
  it('asks for all that is useful at once', async () => {
    const {client, server} = setUp({records});
    const [page] = await pagesOf(client, 'Condition', preferred, {count: 20});
    expect(names(server.requests)).to.deep.equal(['patient _sort _include _revinclude _count']);
    expect([...(page?.asked ?? [])]).to.deep.equal(names(server.requests)[0]?.split(' '));
  });

  for (const status of [400, 422]) {
    it(`leaves out one thing at a time after ${String(status)}, and says with what it asked`, async () => {
      const {client, server} = setUp({
        records,
        rules: [refuse(status, '_revinclude', '_include', '_sort')],
      });
      const [page] = await pagesOf(client, 'Condition', preferred, {count: 20});
      expect(names(server.requests)).to.deep.equal([
        'patient _sort _include _revinclude _count',
        'patient _sort _include _count',
        'patient _sort _count',
        'patient _count',
      ]);
      expect(page && foundIn([page])).to.have.length(3);
      expect([...(page?.asked ?? [])]).to.deep.equal(['patient', '_count']);
    });
  }

  it('keeps the order of the server as long as it may', async () => {
    const {client, server} = setUp({records, rules: [refuse(400, '_include')]});
    const [page] = await pagesOf(client, 'Condition', preferred);
    expect(names(server.requests).at(-1)).to.equal('patient _sort');
    expect(page?.kept?.has('_sort')).to.equal(true);
  });

  it('remembers what a type is answered without', async () => {
    const {client, server} = setUp({records, rules: [refuse(400, '_revinclude')]});
    await pagesOf(client, 'Condition', preferred);
    await pagesOf(client, 'Condition', preferred);
    expect(names(server.requests)).to.deep.equal([
      'patient _sort _include _revinclude',
      'patient _sort _include',
      'patient _sort _include',
    ]);
  });

  it('leaves out what the caller says may go, and never what the caller needs', async () => {
    const {client, server} = setUp({records, rules: [refuse(400, 'status', 'category')]});
    const parameters: Parameters = [
      ['category', 'problem'],
      ['status', 'active'],
    ];
    await failureOf(pagesOf(client, 'Condition', parameters, {optional: ['status']}));
    expect(names(server.requests)).to.deep.equal(['patient category status', 'patient category']);
    await failureOf(pagesOf(client, 'Condition', parameters, {optional: []}));
    expect(names(server.requests).at(-1)).to.equal('patient category status');
  });

  for (const status of [404, 405, 501]) {
    it(`asks once more, with the patient alone, after ${String(status)}`, async () => {
      const {client, server} = setUp({
        records,
        rules: [{when: {path: 'Condition'}, do: [{status}]}],
      });
      const error = await failureOf(pagesOf(client, 'Condition', preferred, {count: 20}));
      expect(error['kind']).to.equal('notOffered');
      expect(names(server.requests)).to.deep.equal([
        'patient _sort _include _revinclude _count',
        'patient',
      ]);
    });
  }

  it('leaves out what is included after 403, which may be all that is refused', async () => {
    const {client, server} = setUp({records, rules: [refuse(403, '_revinclude')]});
    expect(foundIn(await pagesOf(client, 'Condition', preferred))).to.have.length(3);
    expect(names(server.requests)).to.deep.equal([
      'patient _sort _include _revinclude',
      'patient _sort',
    ]);
  });

  for (const status of [401, 429, 500]) {
    it(`leaves out nothing after ${String(status)}`, async () => {
      const {client, server, clock} = setUp({records, rules: [{do: [{status}]}]});
      await clock.finish(failureOf(pagesOf(client, 'Condition', preferred)));
      expect(new Set(names(server.requests))).to.deep.equal(
        new Set(['patient _sort _include _revinclude']),
      );
    });
  }

  it('never asks without the patient', async () => {
    const {client, server} = setUp({records, rules: [{do: [{status: 400}]}]});
    await failureOf(pagesOf(client, 'Condition', preferred));
    for (const request of server.requests) expect(request.query).to.deep.include(['patient', 'p1']);
  });

  it('does not ask for what the server publishes that it does not have', async () => {
    const metadata = {
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      rest: [{mode: 'server', resource: [{type: 'Condition', searchRevInclude: ['List:item']}]}],
    };
    const {client, server} = setUp({records, metadata});
    await client.capabilities();
    await pagesOf(client, 'Condition', preferred);
    expect(names(server.to('Condition'))).to.deep.equal(['patient _sort _include']);
  });

  it('can name the person by NHS number, for servers that know no other way', async () => {
    const value = 'https://fhir.nhs.uk/Id/nhs-number|9990000018';
    const mine = {
      resourceType: 'Appointment',
      id: 'a1',
      participant: [{actor: {identifier: {system: value.split('|')[0], value: '9990000018'}}}],
    };
    const {client, server} = setUp(
      {records: [mine]},
      {owner: {parameter: 'patient:identifier', value}},
    );
    const [page] = await pagesOf(client, 'Appointment');
    expect(server.requests[0]?.query).to.deep.equal([['patient:identifier', value]]);
    expect(page && foundIn([page])).to.deep.equal(['Appointment/a1']);
    expect(page?.kept?.has('patient:identifier')).to.equal(true);
  });
});

describe('Search ladder: what was ignored', () => {
  it('shows when the server did not keep the patient', async () => {
    const {client} = setUp({
      records: [...records, ...conditions(2, 'p2', 'other')],
      rules: [{do: [{ignore: ['patient']}]}],
    });
    const [page] = await pagesOf(client, 'Condition', [['_sort', '-recorded-date']]);
    expect(page?.kept?.has('patient')).to.equal(false);
    expect(page?.kept?.has('_sort')).to.equal(true);
    expect(page?.asked.has('patient')).to.equal(true);
  });
});
