import {expect} from '@open-wc/testing';
import type {Rule, Step} from '../support/scripted-server.js';
import {conditions, failureOf, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp, token} from '../support/scripted/set-up.js';
import {withoutNetwork} from '../support/without-network.js';

const records = [patient, ...conditions(3)];
const always = (...steps: Step[]): Rule[] => [{when: {path: 'Condition'}, do: steps}];

describe('Transport: how a request goes out', () => {
  it('asks for FHIR JSON, with the token, and leaves nothing on the disk', async () => {
    const {client, server} = setUp({records});
    await pagesOf(client, 'Condition', [['_sort', '-recorded-date']], {count: 20});
    const [request] = server.requests;
    expect(request?.url).to.equal(
      'https://phr.example/fhir/Condition?patient=p1&_sort=-recorded-date&_count=20',
    );
    expect(request?.headers).to.deep.equal({
      accept: 'application/fhir+json',
      authorization: `Bearer ${token}`,
    });
    expect([
      request?.method,
      request?.credentials,
      request?.redirect,
      request?.cache,
    ]).to.deep.equal(['GET', 'omit', 'error', 'no-store']);
  });

  it('sends cookies, and no token, when the host says so', async () => {
    const {client, server} = setUp({records}, {credentials: 'include', getToken: undefined});
    await pagesOf(client, 'Condition');
    expect(server.requests[0]?.credentials).to.equal('include');
    expect(server.requests[0]?.headers).not.to.have.property('authorization');
  });

  it('sends no cookies for a word it does not know', async () => {
    const {client, server} = setUp({records}, {credentials: 'always'});
    await pagesOf(client, 'Condition');
    expect(server.requests[0]?.credentials).to.equal('omit');
  });

  it('adds the headers of the host, the same ones again when it tries again', async () => {
    let asked = 0;
    const {client, server, clock} = setUp(
      {records, rules: [{when: {path: 'Condition', nth: 1}, do: [{status: 503}]}]},
      {
        headers: () => {
          asked += 1;
          return {'X-Request-ID': `id-${String(asked)}`, 'X-Correlation-ID': 'visit'};
        },
      },
    );
    await clock.finish(pagesOf(client, 'Condition'));
    await clock.finish(pagesOf(client, 'Condition'));
    expect(server.requests.map((one) => one.headers['x-request-id'])).to.deep.equal([
      'id-1',
      'id-1',
      'id-2',
    ]);
    expect(server.requests[0]?.headers['x-correlation-id']).to.equal('visit');
  });

  it('fails without asking when the headers of the host cannot be sent', async () => {
    const {client, server} = setUp({records}, {headers: () => ({'bad name': '\n'})});
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('badRequest');
    expect(server.requests).to.have.length(0);
  });

  it('asks nothing at all of an address or a person it refused', async () => {
    for (const bad of [{baseUrl: 'javascript:alert(1)'}, {patient: '../x'}, {patient: ''}]) {
      const {client, server} = setUp({records}, bad);
      expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('badAddress');
      expect((await failureOf(client.read('Condition', 'c1')))['kind']).to.equal('badAddress');
      expect((await failureOf(client.capabilities()))['kind']).to.equal('badAddress');
      expect(server.requests).to.have.length(0);
    }
  });
});

describe('Transport: what an answer that is no success means', () => {
  for (const [status, kind] of [
    [400, 'badRequest'],
    [403, 'refused'],
    [404, 'notOffered'],
    [405, 'notOffered'],
    [409, 'badRequest'],
    [410, 'notOffered'],
    [422, 'badRequest'],
    [500, 'server'],
    [501, 'notOffered'],
    [502, 'server'],
    [504, 'server'],
  ] as const) {
    it(`takes ${String(status)} to a search for ${kind}, and puts none of its words in the error`, async () => {
      const {client} = setUp({records, rules: always({fail: {status, text: 'WORD-CANARY'}})});
      const error = await failureOf(pagesOf(client, 'Condition'));
      expect([error['kind'], error['status']]).to.deep.equal([kind, status]);
      expect(`${String(error)} ${String(error['stack'])} ${JSON.stringify(error)}`).not.to.match(
        /CANARY|phr\.example/,
      );
      expect(JSON.stringify(error['outcome'])).to.contain('WORD-CANARY');
    });
  }

  it('takes 404 and 410 to one resource for a resource that is not there', async () => {
    const {client, server} = setUp({records});
    expect((await failureOf(client.read('Condition', 'none')))['kind']).to.equal('notFound');
    server.rule({when: {path: 'Condition/c1'}, do: [{status: 410}]});
    expect((await failureOf(client.read('Condition', 'c1')))['kind']).to.equal('notFound');
  });

  it('does not mind errors that are not FHIR, or empty', async () => {
    for (const step of [{text: '<html>Forbidden'}, {text: ''}, {body: {error: 'x'}}]) {
      const {client} = setUp({records, rules: always(step, {status: 403})});
      const error = await failureOf(pagesOf(client, 'Condition'));
      expect([error['kind'], error['outcome']]).to.deep.equal(['refused', undefined]);
    }
  });
});

describe('Transport: answers that are not what they say', () => {
  const notFhir: readonly (readonly [name: string, ...steps: Step[]])[] = [
    ['a log-in page with status 200', {html: true}],
    ['an empty body', {text: ''}],
    ['JSON cut off in the middle', {truncate: 300}],
    ['JSON that is not FHIR', {body: {ok: true}}],
    ['a list', {body: [{resourceType: 'Bundle'}]}],
    ['null', {body: null}],
    ['a word', {body: 'Bundle'}],
    ['NaN inside', {text: '{"resourceType":"Bundle","total":NaN}'}],
    ['UTF-16', {encoding: 'utf-16le'}],
    ['204 with nothing', {status: 204}],
    ['an OperationOutcome with status 200', {fail: {status: 200}}],
    ['another resource', {body: patient}],
    ['a history', {set: [['type'], 'history']}],
    ['answers to a batch', {set: [['type'], 'batch-response']}],
    ['a document', {set: [['type'], 'document']}],
  ];
  for (const [name, ...steps] of notFhir) {
    it(`refuses ${name}, and quotes none of it`, async () => {
      const {client} = setUp({records, rules: always(...steps)});
      const error = await failureOf(pagesOf(client, 'Condition'));
      expect(error['kind']).to.equal('notFhir');
      expect(`${String(error)}${String(error['stack'])}`).not.to.contain('Asthma');
      expect(error['cause']).to.equal(undefined);
    });
  }

  it('reads past a byte order mark', async () => {
    const {client} = setUp({records, rules: always({encoding: 'utf-8-bom'})});
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
  });

  it('reads letters that come in two pieces', async () => {
    const welsh = {...conditions(1)[0], code: {text: 'Llŷn – asthma – ŵ'}};
    const {client, clock} = setUp({records: [welsh], rules: always({drip: {bytes: 1, every: 1}})});
    const [page] = await clock.finish(pagesOf(client, 'Condition'));
    expect(page?.matches[0]?.resource)
      .to.have.property('code')
      .with.property('text', welsh.code.text);
  });

  it('refuses another resource than the one it asked for', async () => {
    const {client, server} = setUp({records});
    server.rule({when: {path: 'Condition/c1'}, do: [{set: [['id'], 'c2']}]});
    expect((await failureOf(client.read('Condition', 'c1')))['kind']).to.equal('notFhir');
    server.rule({when: {path: 'Condition/c2'}, do: [{body: patient}]});
    expect((await failureOf(client.read('Condition', 'c2')))['kind']).to.equal('notFhir');
  });

  it('stays under the base whatever a reference holds', async () => {
    const {client, server} = setUp({records});
    for (const [type, id] of [
      ['Condition', '..'],
      ['Condition', '../../admin'],
      ['Condition', 'x?patient=p2'],
      ['https://evil.example', 'x'],
      ['Condition/x', 'y'],
      ['Condition', ''],
    ] as const) {
      expect((await failureOf(client.read(type, id)))['kind']).to.equal('badAddress');
    }
    expect(server.requests).to.have.length(0);
  });

  it('does not follow a redirect, nor sends the token after it', async () => {
    const {client, server} = setUp({
      records,
      rules: always({redirect: 'https://evil.example/fhir/Condition'}),
    });
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('unreachable');
    expect(server.elsewhere).to.deep.equal([]);
  });

  it('refuses what a `fetch` of the host brought from a redirect all the same', async () => {
    const {server} = setUp({records});
    const careless: typeof fetch = async (url) => {
      const response = await server.fetch(url);
      return Object.defineProperty(response, 'redirected', {value: true});
    };
    const {client} = setUp({}, {fetch: careless});
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('badAddress');
  });
});

describe('Transport: limits', () => {
  it('gives up after 10 seconds without an answer', async () => {
    const {client, clock, server} = setUp({records, rules: always({hang: true})});
    const failed = failureOf(pagesOf(client, 'Condition'));
    await clock.advance(9999);
    expect(server.requests[0]?.aborted()).to.equal(false);
    await clock.advance(1);
    expect((await failed)['kind']).to.equal('timeout');
    expect(server.requests[0]?.aborted()).to.equal(true);
    expect(server.requests).to.have.length(1);
  });

  it('counts the body into the 10 seconds', async () => {
    const {client, clock} = setUp({records, rules: always({drip: {bytes: 10, every: 1000}})});
    const start = clock.now();
    const error = await clock.finish(failureOf(pagesOf(client, 'Condition')));
    expect([error['kind'], clock.now() - start]).to.deep.equal(['timeout', 10_000]);
  });

  it('gives up on a `fetch` of the host that never ends and does not listen', async () => {
    const {client, clock} = setUp({}, {fetch: () => new Promise<Response>(() => {})});
    const error = await clock.finish(failureOf(pagesOf(client, 'Condition')));
    expect(error['kind']).to.equal('timeout');
  });

  it('stops reading a body that is too large', async () => {
    const {client} = setUp({records, rules: always({pad: 5000})}, {maxBytes: 4000});
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('tooLarge');
  });

  it('reads a body as large as it may be', async () => {
    const {client} = setUp({records, rules: always({pad: 4000})}, {maxBytes: 4000});
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
  });

  for (const drop of ['before', 'mid-body'] as const) {
    it(`says that there was no answer when the connection breaks (${drop})`, async () => {
      const {client, server} = setUp({records, rules: always({drop})});
      expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('unreachable');
      expect(server.requests).to.have.length(1);
    });

    it(`says that the device is offline only when the browser says so (${drop})`, async () => {
      const {client} = setUp({records, rules: always({drop})});
      const failed = await withoutNetwork(() => failureOf(pagesOf(client, 'Condition')));
      expect(failed['kind']).to.equal('offline');
    });
  }

  it('lets go at once when the caller does, and sends nothing more', async () => {
    const {client, server, clock} = setUp({records, rules: always({delay: 5000})});
    const controller = new AbortController();
    const failed = failureOf(pagesOf(client, 'Condition', [], {signal: controller.signal}));
    await clock.advance(100);
    controller.abort();
    expect((await failed)['kind']).to.equal('aborted');
    expect(server.requests[0]?.aborted()).to.equal(true);
    expect(clock.pending).to.equal(1);
  });
});

describe('Transport: a busy server', () => {
  const busy = (status: number, ...headers: string[]): Step[] => [
    {fail: {status, code: 'throttled'}},
    ...headers.map((value): Step => ({header: ['Retry-After', value]})),
  ];

  for (const [name, header, wait] of [
    ['seconds', '7', 7000],
    ['a date', 'Sat, 21 Nov 2026 09:00:07 GMT', 7000],
    ['0', '0', 1000],
    ['a negative number', '-5', 1000],
    ['a word', 'soon', 1000],
  ] as const) {
    it(`is asked again when it says how long to wait in ${name}`, async () => {
      const {client, clock, server} = setUp({
        records,
        rules: [{when: {path: 'Condition', nth: 1}, do: busy(429, header)}],
      });
      const start = clock.now();
      const pages = await clock.finish(pagesOf(client, 'Condition'));
      expect(foundIn(pages)).to.have.length(3);
      expect(server.requests.map((one) => one.at - start)).to.deep.equal([0, wait]);
    });
  }

  for (const status of [429, 503]) {
    it(`is left alone longer each time after ${String(status)} that says nothing, and not for ever`, async () => {
      const {client, clock, server} = setUp({records, rules: always(...busy(status))});
      const start = clock.now();
      const error = await clock.finish(failureOf(pagesOf(client, 'Condition')));
      expect(error['kind']).to.equal(status === 429 ? 'throttled' : 'server');
      expect(server.requests.map((one) => one.at - start)).to.deep.equal([0, 1000, 3000]);
    });
  }

  it('is not asked again before it said, not even by another search', async () => {
    const {client, clock, server} = setUp({
      records,
      rules: [{when: {path: 'Condition', nth: 1}, do: busy(429, '20')}],
    });
    const start = clock.now();
    const first = pagesOf(client, 'Condition');
    await clock.advance(5000);
    const second = client.read('Patient', 'p1');
    await clock.finish(Promise.all([first, second]));
    expect(server.requests.map((one) => one.at - start)).to.deep.equal([0, 20_000, 20_000]);
  });

  for (const header of ['120', '315360000']) {
    it(`is not waited for when it wants ${header} seconds: the person decides`, async () => {
      const {client, clock, server} = setUp({
        records,
        rules: [{when: {path: 'Condition', nth: 1}, do: busy(429, header)}],
      });
      const error = await failureOf(pagesOf(client, 'Condition'));
      const wait = Math.min(Number(header) * 1000, 3_600_000);
      expect([error['kind'], error['retryAfter']]).to.deep.equal(['throttled', wait]);
      const soon = await failureOf(pagesOf(client, 'Condition'));
      expect([soon['kind'], soon['retryAfter']]).to.deep.equal(['throttled', wait]);
      expect(server.requests).to.have.length(1);
      await clock.advance(wait);
      expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
    });
  }

  it('stops waiting when the caller lets go', async () => {
    const {client, clock, server} = setUp({records, rules: always(...busy(429, '20'))});
    const controller = new AbortController();
    const failed = failureOf(pagesOf(client, 'Condition', [], {signal: controller.signal}));
    await clock.advance(1000);
    controller.abort();
    expect((await failed)['kind']).to.equal('aborted');
    await clock.advance(60_000);
    expect(server.requests).to.have.length(1);
  });

  for (const status of [500, 502, 504]) {
    it(`is not asked again by itself after ${String(status)}`, async () => {
      const {client, clock, server} = setUp({records, rules: always({status})});
      await clock.finish(failureOf(pagesOf(client, 'Condition')));
      expect(server.requests).to.have.length(1);
    });
  }
});
