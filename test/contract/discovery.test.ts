import {expect} from '@open-wc/testing';
import type {Rule, Step} from '../support/scripted-server.js';
import {conditions, failureOf, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp, token} from '../support/scripted/set-up.js';

const records = [patient, ...conditions(3)];
const metadata = (...steps: Step[]): Rule[] => [{when: {path: 'metadata'}, do: steps}];

describe('Discovery: what the server publishes', () => {
  it('is asked for with the token, since it may differ from person to person, and once', async () => {
    const {client, server} = setUp({records});
    await Promise.all([client.capabilities(), client.capabilities()]);
    await client.capabilities();
    expect(server.to('metadata').map((one) => one.token)).to.deep.equal([token]);
  });

  it('tells what is here and what is not', async () => {
    const {client} = setUp({records});
    const known = await client.capabilities();
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('CarePlan', 'search-type')).to.equal('no');
  });

  const missing: readonly (readonly [name: string, ...steps: Step[]])[] = [
    ['is not there', {status: 404}],
    ['is refused', {status: 403}],
    ['is not allowed', {status: 405}],
    ['is a web page', {html: true}],
    ['is empty', {text: ''}],
    ['wants a log in', {status: 401}],
  ];
  for (const [name, ...steps] of missing) {
    it(`leaves everything to be tried when it ${name}`, async () => {
      const {client} = setUp({records, rules: metadata(...steps)});
      const known = await client.capabilities();
      expect(known.can('Condition', 'search-type')).to.equal('unknown');
      expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
    });
  }

  it('leaves everything to be tried when it does not answer, and is asked again later', async () => {
    const {client, clock} = setUp({
      records,
      rules: [{when: {path: 'metadata', nth: 1}, do: [{hang: true}]}],
    });
    const first = (await clock.finish(client.capabilities())).can('CarePlan', 'read');
    const second = (await clock.finish(client.capabilities())).can('CarePlan', 'read');
    expect([first, second]).to.deep.equal(['unknown', 'no']);
  });

  it('is not spoilt for all by one who lets go', async () => {
    const {client, clock} = setUp({records, rules: metadata({delay: 1000})});
    const controller = new AbortController();
    const failed = failureOf(client.capabilities({signal: controller.signal}));
    const other = client.capabilities();
    await clock.advance(10);
    controller.abort();
    expect((await failed)['kind']).to.equal('aborted');
    expect((await clock.finish(other)).can('Condition', 'read')).to.equal('yes');
  });

  it('is not kept when it was let go by all: it can be asked for again', async () => {
    const {client, clock} = setUp({
      records,
      rules: [{when: {path: 'metadata', nth: 1}, do: [{hang: true}]}],
    });
    const controller = new AbortController();
    const failed = failureOf(client.capabilities({signal: controller.signal}));
    await clock.advance(10);
    controller.abort();
    await failed;
    expect((await client.capabilities()).can('Condition', 'read')).to.equal('yes');
  });
});

describe('Discovery: the version of FHIR', () => {
  for (const version of ['4.0.1', '4.3.0']) {
    it(`may be ${version}`, async () => {
      const {client} = setUp({records, rules: metadata({set: [['fhirVersion'], version]})});
      expect((await client.capabilities()).can('Condition', 'read')).to.equal('yes');
    });
  }

  for (const version of ['3.0.2', '5.0.0', '4.1.0']) {
    it(`may not be ${version}: nothing more is read`, async () => {
      const {client, server} = setUp({records, rules: metadata({set: [['fhirVersion'], version]})});
      expect((await failureOf(client.capabilities()))['kind']).to.equal('unsupportedVersion');
      expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal(
        'unsupportedVersion',
      );
      expect((await failureOf(client.read('Patient', 'p1')))['kind']).to.equal(
        'unsupportedVersion',
      );
      expect(server.to('Condition')).to.have.length(0);
    });
  }

  for (const [type, kind] of [
    ['application/fhir+json; fhirVersion=5.0', 'unsupportedVersion'],
    ['application/fhir+json;fhirVersion="3.0"', 'unsupportedVersion'],
    ['application/fhir+json; fhirVersion=4.0; charset=utf-8', undefined],
    ['text/plain', undefined],
  ] as const) {
    it(`is told by an answer too: ${type}`, async () => {
      const rules: Rule[] = [{do: [{header: ['Content-Type', type]}]}];
      const {client} = setUp({records, rules});
      const error = await pagesOf(client, 'Condition').then(
        () => undefined,
        (reason: unknown) => (reason as {kind: string}).kind,
      );
      expect(error).to.equal(kind);
    });
  }
});

describe('Discovery: the version is known before anything is shown', () => {
  const slow = (milliseconds: number, version: string): Rule[] =>
    metadata({set: [['fhirVersion'], version]}, {delay: milliseconds});
  const start = (rules: Rule[]) => setUp({records, rules}, {checkVersion: true});

  it('without anybody asking for it: not one entry of another version comes out', async () => {
    const {client, clock} = start(slow(900, '5.0.0'));
    const failures = await clock.finish(
      Promise.all([
        failureOf(pagesOf(client, 'Condition')),
        failureOf(client.read('Patient', 'p1')),
      ]),
    );
    expect(failures.map((error) => error['kind'])).to.deep.equal([
      'unsupportedVersion',
      'unsupportedVersion',
    ]);
  });

  it('explains a refusal: another version may not know our parameters', async () => {
    const {client, clock} = start([
      ...slow(900, '5.0.0'),
      {when: {path: 'Condition'}, do: [{status: 400}]},
    ]);
    const error = await clock.finish(failureOf(pagesOf(client, 'Condition')));
    expect(error['kind']).to.equal('unsupportedVersion');
  });

  it('is not waited for by one who has let go', async () => {
    const {client, clock} = start(slow(5000, '4.0.1'));
    const controller = new AbortController();
    const failed = failureOf(pagesOf(client, 'Condition', [], {signal: controller.signal}));
    controller.abort();
    const begun = clock.now();
    expect((await failed)['kind']).to.equal('aborted');
    expect(clock.now()).to.equal(begun);
  });

  it('is asked beside the first request, and once', async () => {
    const {client, server, clock} = start([]);
    await clock.finish(pagesOf(client, 'Condition'));
    await clock.finish(pagesOf(client, 'Condition'));
    expect(server.requests.map((one) => one.path)).to.deep.equal([
      'metadata',
      'Condition',
      'Condition',
    ]);
  });

  it('is waited for a second, and no longer', async () => {
    const {client, clock} = start(slow(5000, '4.0.1'));
    const begun = clock.now();
    await clock.finish(pagesOf(client, 'Condition'));
    expect(clock.now() - begun).to.equal(1000);
    await clock.finish(client.read('Patient', 'p1'));
    expect(clock.now() - begun).to.equal(1000);
  });

  it('stops everything when it comes late and is another', async () => {
    const {client, clock} = start(slow(5000, '5.0.0'));
    expect(foundIn(await clock.finish(pagesOf(client, 'Condition')))).to.have.length(3);
    await clock.advance(5000);
    expect((await failureOf(pagesOf(client, 'Condition')))['kind']).to.equal('unsupportedVersion');
  });

  for (const steps of [[{status: 404}], [{html: true}], [{drop: 'before'}]] as const) {
    it(`holds nothing up when it cannot be had: ${JSON.stringify(steps)}`, async () => {
      const {client, clock} = start(metadata(...steps));
      const begun = clock.now();
      expect(foundIn(await clock.finish(pagesOf(client, 'Condition')))).to.have.length(3);
      expect(clock.now()).to.equal(begun);
    });
  }
});

describe('Discovery: what was granted, what the host says, what a try shows', () => {
  it('takes the scopes of the token', async () => {
    const {client} = setUp(
      {records, metadata: null},
      {getToken: () => ({accessToken: token, scope: 'openid patient/Condition.rs'})},
    );
    const known = await client.capabilities();
    expect(known.can('Condition', 'search-type')).to.equal('yes');
    expect(known.can('Observation', 'search-type')).to.equal('no');
  });

  it('takes the scopes the host knows of', async () => {
    const {client} = setUp({records, metadata: null}, {scopes: 'patient/Condition.read'});
    expect((await client.capabilities()).can('CarePlan', 'search-type')).to.equal('no');
  });

  it('believes the host before the server', async () => {
    const {client} = setUp(
      {records},
      {capabilities: {Condition: false, CarePlan: {interactions: ['read']}}},
    );
    const known = await client.capabilities();
    expect(known.can('Condition', 'search-type')).to.equal('no');
    expect(known.can('CarePlan', 'read')).to.equal('yes');
  });

  for (const status of [400, 403, 404, 405, 422, 501]) {
    it(`remembers that a search was refused with ${String(status)}`, async () => {
      const {client} = setUp({
        records,
        metadata: null,
        rules: [{when: {path: 'Condition'}, do: [{status}]}],
      });
      const known = await client.capabilities();
      const before = known.can('Condition', 'search-type');
      await failureOf(pagesOf(client, 'Condition'));
      expect([before, known.can('Condition', 'search-type')]).to.deep.equal(['unknown', 'no']);
    });
  }

  for (const status of [401, 429, 500, 503]) {
    it(`does not take ${String(status)} for a refusal`, async () => {
      const {client, clock} = setUp({
        records,
        metadata: null,
        rules: [{when: {path: 'Condition'}, do: [{status}]}],
      });
      await clock.finish(failureOf(pagesOf(client, 'Condition')));
      expect((await client.capabilities()).can('Condition', 'search-type')).to.equal('unknown');
    });
  }

  it('does not take a refused filter for a refused type', async () => {
    const {client} = setUp({
      records,
      metadata: null,
      rules: [{do: [{refuse: ['code'], with: 400}]}],
    });
    await failureOf(pagesOf(client, 'Condition', [['code', 'x']]));
    expect((await client.capabilities()).can('Condition', 'search-type')).to.equal('unknown');
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
  });

  it('asks again when the person wants to try again, whatever was learnt', async () => {
    const {client} = setUp({
      records,
      metadata: null,
      rules: [{when: {path: 'Condition', nth: 1}, do: [{status: 404}]}],
    });
    await failureOf(pagesOf(client, 'Condition'));
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(3);
    expect((await client.capabilities()).can('Condition', 'search-type')).to.equal('yes');
  });
});
