/** The demo's terminology server as a server: what it says of itself, who may ask, and what it remembers. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {serve} from './support.js';
import type {Json} from './support.js';
import {code, serveConcepts, system, url} from './terminology-support.js';

const {ask, server, base, post, get} = await serveConcepts();

/** The inputs that an operation has by its definition in R4. */
function defined(name: string): ReadonlyMap<string, string> {
  const file = `node_modules/hl7.fhir.r4.examples/OperationDefinition-${name}.json`;
  const {parameter} = JSON.parse(readFileSync(file, 'utf8')) as {
    parameter: readonly {name: string; use: string; type?: string}[];
  };
  return new Map(
    parameter
      .filter((one) => one.use === 'in')
      .map(({name: own, type = ''}) => [own, type] as const),
  );
}

describe('the terminology server', () => {
  it('says what it can do, and knows only what the operations have by their definitions', async () => {
    const {body} = await get('metadata');
    const resources = body['rest']?.['0']?.['resource'] as unknown as readonly Json[];
    assert.deepEqual(
      resources.map((one) => `${String(one['type'])} ${String(one['operation']?.['0']?.['name'])}`),
      ['CodeSystem lookup', 'ValueSet expand'],
    );
    const terminology = await get('metadata?mode=terminology');
    assert.equal(terminology.body['resourceType'], 'TerminologyCapabilities');
    const inputs = terminology.body['expansion']?.['parameter'] as unknown as readonly Json[];
    const known = defined('ValueSet-expand');
    for (const {name} of inputs) assert.ok(known.has(String(name)), String(name));
    assert.ok(inputs.length >= 8);
  });

  it('has nothing else, and changes nothing', async () => {
    const answers = await Promise.all([
      get('CodeSystem/$validate-code?code=1'),
      get('CodeSystem'),
      get('constructor'),
      ask(`${base}/CodeSystem/$lookup`, {as: null, method: 'DELETE'}),
    ]);
    assert.deepEqual(
      answers.map(({status}) => status),
      [404, 404, 404, 405],
    );
  });

  it('may be asked from another origin that is allowed, after a preflight', async () => {
    const options = await ask(`${base}/CodeSystem/$lookup`, {
      as: null,
      method: 'OPTIONS',
      headers: {
        Origin: 'https://portal.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    assert.equal(options.status, 204);
    assert.equal(options.headers.get('access-control-allow-origin'), 'https://portal.example');
    assert.match(options.headers.get('access-control-allow-methods') ?? '', /\bPOST\b/);
    assert.match(options.headers.get('access-control-allow-headers') ?? '', /\bContent-Type\b/);
  });

  it('can be awkward, as the records can', async () => {
    const {status, body} = await post(
      'awkward/unavailable/CodeSystem/$lookup',
      system,
      code('65363002'),
    );
    assert.equal(status, 503);
    assert.equal(body['resourceType'], 'OperationOutcome');
  });

  it('has nothing of what was asked in its list of requests', async () => {
    server.forget();
    await post('ValueSet/$expand', url, {name: 'filter', valueString: 'otitis'});
    await post('CodeSystem/$lookup', system, code('65363002'));
    assert.doesNotMatch(JSON.stringify(server.requests), /otitis|65363002/);
    assert.deepEqual(
      server.requests.map((one) => [one.url, one.authorization, one.cookie, one.referrer]),
      [
        ['/terminology/ValueSet/$expand', false, false, false],
        ['/terminology/CodeSystem/$lookup', false, false, false],
      ],
    );
  });

  it('tells in its list of requests of a cookie, a log in or a page that came along', async () => {
    server.forget();
    const headers = {Cookie: 'a=b', Referer: 'https://portal.example/', Authorization: 'Bearer x'};
    await ask(`${base}/metadata`, {as: null, headers});
    const [seen] = server.requests;
    assert.deepEqual([seen?.authorization, seen?.cookie, seen?.referrer], [true, true, true]);
  });
});

describe('a demo server without concepts', async () => {
  const bare = await serve();

  it('has no terminology server', async () => {
    const {status} = await bare.ask(`${bare.server.terminologyBase}/metadata`, {as: null});
    assert.equal(status, 404);
  });
});
