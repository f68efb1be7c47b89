import {expect} from '@open-wc/testing';
import {conditions, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';

const records = [patient, ...conditions(3)];

/** Runs something while every object on the page inherits values it should not. */
async function polluted<T>(values: object, run: () => Promise<T>): Promise<T> {
  const names = Object.keys(values);
  Object.assign(Object.prototype, values);
  try {
    return await run();
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}

describe('A page that has changed what every object inherits', () => {
  it('does not change a request', async () => {
    const {client, server} = setUp({records, pageSize: 2});
    const inits: object[] = [];
    const {client: watched} = setUp(
      {},
      {
        fetch: (input, init = {}) => {
          inits.push(init);
          return server.fetch(input, init);
        },
      },
    );
    const values = {body: 'x', mode: 'no-cors', referrer: 'x', integrity: 'x', keepalive: true};
    const pages = await polluted(values, () => pagesOf(watched, 'Condition', [], {count: 2}));
    expect(foundIn(pages)).to.have.length(3);
    expect(client.base).to.equal(watched.base);
    for (const init of inits) {
      expect(Object.getPrototypeOf(init)).to.equal(null);
      for (const name of Object.keys(values)) expect(name in init).to.equal(false);
    }
  });

  it('does not put entries, links or capabilities into an answer', async () => {
    const {client} = setUp({records: [patient], metadata: null});
    const evil = {resource: {resourceType: 'Condition', id: 'evil'}};
    const values = {
      entry: [evil],
      link: [{relation: 'next', url: 'https://evil.example/'}],
      resource: evil.resource,
      fullUrl: 'urn:uuid:evil',
      Condition: {interactions: ['search-type']},
    };
    const [pages, can] = await polluted(values, async () => [
      await pagesOf(client, 'Condition'),
      (await client.capabilities()).can('Condition', 'read'),
    ]);
    expect(foundIn(pages)).to.deep.equal([]);
    expect(pages.map((page) => page.last)).to.deep.equal([true]);
    expect(can).to.equal('unknown');
  });

  it('does not take over requests by changing fetch, JSON or timers afterwards', async () => {
    const {server, clock} = setUp({records});
    const {parse} = JSON;
    let stolen = 0;
    JSON.parse = () => {
      stolen += 1;
      return {resourceType: 'Bundle'};
    };
    try {
      const {client} = setUp({records}, {fetch: server.fetch, clock});
      expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
    } finally {
      JSON.parse = parse;
    }
    expect(stolen).to.equal(0);
  });
});
