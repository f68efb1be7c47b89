import {expect} from '@open-wc/testing';
import type {FhirClientOptions} from '../../src/api/fhir-client.js';
import type {TokenRequest} from '../../src/api/transport.js';
import {settle} from '../support/scripted-server.js';
import {conditions, failureOf, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';

const records = [patient, ...conditions(3)];

/** A token that carries whose it is, as a JWT does. */
const jwt = (sub: unknown) =>
  [
    'e30',
    btoa(JSON.stringify({sub})).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''),
    'x',
  ].join('.');

/** A host that counts what it is asked, and gives a new token each time one has expired. */
function host() {
  const asked: TokenRequest[] = [];
  let current = 1;
  const getToken: FhirClientOptions['getToken'] = async (request) => {
    asked.push(request);
    await Promise.resolve();
    if (request.reason === 'expired') current += 1;
    return `token-${String(current)}`;
  };
  return {asked, getToken, reasons: () => asked.map((one) => one.reason)};
}

describe('Session: the token', () => {
  it('is asked for once per request, and kept nowhere', async () => {
    const {asked, getToken} = host();
    const {client, server} = setUp({records, pageSize: 1}, {getToken});
    await pagesOf(client, 'Condition');
    expect(server.requests).to.have.length(3);
    expect(asked.map((one) => [one.baseUrl, one.reason])).to.deep.equal(
      Array.from({length: 3}, () => ['https://phr.example/fhir/', 'first']),
    );
    const kept = JSON.stringify(client) + JSON.stringify(await client.capabilities());
    expect(kept).not.to.contain('token-');
  });

  it('is left out when the host has none', async () => {
    for (const none of ['', undefined, null, {accessToken: ''}]) {
      const {client, server} = setUp({records}, {getToken: () => none});
      await pagesOf(client, 'Condition');
      expect(server.requests[0]?.headers).not.to.have.property('authorization');
    }
  });

  it('is asked for once more when it has expired', async () => {
    const {getToken, reasons} = host();
    const {client, server} = setUp({records, tokens: ['token-2']}, {getToken});
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
    expect(reasons()).to.deep.equal(['first', 'expired']);
    expect(server.requests.map((one) => one.token)).to.deep.equal(['token-1', 'token-2']);
  });

  it('is not asked for again when the new one is refused too', async () => {
    const {getToken, reasons} = host();
    const {client, server} = setUp({records, tokens: []}, {getToken});
    const error = await failureOf(pagesOf(client, 'Condition'));
    expect([error['kind'], error['status']]).to.deep.equal(['session', 401]);
    expect(reasons()).to.deep.equal(['first', 'expired']);
    expect(server.requests).to.have.length(2);
  });

  it('is renewed once for all requests that find it expired together', async () => {
    const {getToken, reasons} = host();
    const {client} = setUp({records, tokens: ['token-2']}, {getToken});
    await Promise.all(['Condition', 'Patient', 'Procedure'].map((type) => pagesOf(client, type)));
    expect(reasons().filter((one) => one === 'expired')).to.have.length(1);
  });

  it('is not renewed again by a request that was out while it was renewed', async () => {
    const {getToken, reasons} = host();
    const {client, clock} = setUp(
      {
        records,
        tokens: ['token-2'],
        rules: [{when: {path: 'Patient', nth: 1}, do: [{delay: 3000}]}],
      },
      {getToken},
    );
    const slow = pagesOf(client, 'Patient');
    await clock.advance(10);
    await pagesOf(client, 'Condition');
    expect(foundIn(await clock.finish(slow))).to.deep.equal(['Patient/p1']);
    expect(reasons()).to.deep.equal(['first', 'first', 'expired', 'first']);
  });

  it('ends in a session error without a host to ask', async () => {
    const {client, server} = setUp({records, tokens: []}, {getToken: undefined});
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('session');
    expect(server.requests).to.have.length(1);
  });

  it('ends in a session error when the host cannot give one, and sends nothing', async () => {
    const failing: readonly FhirClientOptions['getToken'][] = [
      () => {
        throw new Error('SECRET');
      },
      () => Promise.reject(new Error('SECRET')),
    ];
    for (const getToken of failing) {
      const {client, server} = setUp({records}, {getToken});
      const error = await failureOf(pagesOf(client, 'Condition'));
      expect(error['kind']).to.equal('session');
      expect(String(error)).not.to.contain('SECRET');
      expect(server.requests).to.have.length(0);
    }
  });

  it('is waited for as long as a person takes to log in, and not for ever', async () => {
    const signals: AbortSignal[] = [];
    const {client, clock} = setUp(
      {records},
      {
        getToken: ({signal}) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      },
    );
    const failed = failureOf(pagesOf(client, 'Condition'));
    await clock.advance(59_999);
    expect(signals[0]?.aborted).to.equal(false);
    await clock.advance(1);
    expect((await failed)['kind']).to.equal('session');
    expect(signals[0]?.aborted).to.equal(true);
  });

  it('is no longer waited for when the caller lets go', async () => {
    const controller = new AbortController();
    const {client} = setUp({records}, {getToken: () => new Promise(() => {})});
    const failed = failureOf(pagesOf(client, 'Condition', [], {signal: controller.signal}));
    await settle();
    controller.abort();
    expect((await failed)['kind']).to.equal('aborted');
  });
});

describe('Session: who is logged in', () => {
  const subjects: readonly (readonly [name: string, token: unknown])[] = [
    ['what the host says', {accessToken: 'opaque', subject: 'anna'}],
    ['a JWT', jwt('anna')],
    ['a JWT of the host', {accessToken: jwt('anna')}],
    ['what the host says before a JWT', {accessToken: jwt('zoe'), subject: 'anna'}],
  ];
  for (const [name, token] of subjects) {
    it(`is told from ${name}, before any answer is given out`, async () => {
      const log: string[] = [];
      const {client} = setUp(
        {records},
        {
          getToken: () => token as string,
          onSubject: (subject) => log.push(subject),
        },
      );
      for await (const page of client.search('Condition', [])) {
        log.push(`page of ${String(page.matches.length)}`);
      }
      expect(log).to.deep.equal(['anna', 'page of 3']);
    });
  }

  for (const token of [
    'opaque',
    'a.b.c',
    'a.bnVsbA.c',
    jwt(7),
    jwt(''),
    '..',
    {accessToken: 'x'},
  ]) {
    it(`is not made up from ${JSON.stringify(token)}`, async () => {
      let told = 0;
      const {client} = setUp({records}, {getToken: () => token, onSubject: () => (told += 1)});
      expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
      expect(told).to.equal(0);
    });
  }

  it('is told once, and again only when it is somebody else', async () => {
    const told: string[] = [];
    let now = 'anna';
    const {client} = setUp(
      {records},
      {getToken: () => jwt(now), onSubject: (subject) => told.push(subject)},
    );
    await pagesOf(client, 'Condition');
    await pagesOf(client, 'Condition');
    now = 'ben';
    await pagesOf(client, 'Condition');
    expect(told).to.deep.equal(['anna', 'ben']);
  });

  it('has changed: an answer asked for the last person is never given out', async () => {
    let now = 'anna';
    const told: string[] = [];
    const {client, clock} = setUp(
      {records, rules: [{when: {path: 'Condition', nth: 1}, do: [{delay: 3000}]}]},
      {getToken: () => jwt(now), onSubject: (subject) => told.push(subject)},
    );
    const slow = failureOf(pagesOf(client, 'Condition'));
    await clock.advance(10);
    now = 'ben';
    await client.read('Patient', 'p1');
    await clock.advance(3000);
    expect((await slow)['kind']).to.equal('aborted');
    expect(told).to.deep.equal(['anna', 'ben']);
  });

  it('has changed: what was asked for the last person is not asked again with the token of the next', async () => {
    const {client, server} = setUp(
      {records, tokens: [jwt('ben')]},
      {getToken: ({reason}) => jwt(reason === 'expired' ? 'ben' : 'anna'), onSubject: () => {}},
    );
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('aborted');
    expect(server.requests.map((one) => one.token)).to.deep.equal([jwt('anna')]);
  });

  it('has changed: a search begun for the last person does not go on', async () => {
    let now = 'anna';
    const {client, server} = setUp({records, pageSize: 1}, {getToken: () => jwt(now)});
    const pages = client.search('Condition', []);
    await pages.next();
    now = 'ben';
    await client.read('Patient', 'p1');
    const before = server.requests.length;
    expect((await failureOf(pages.next()))['kind']).to.equal('aborted');
    expect(server.requests).to.have.length(before);
  });
});
