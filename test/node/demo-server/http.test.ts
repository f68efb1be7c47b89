/** FHIR over HTTP: versions, writes, errors, CORS, what the server says of itself. */
import assert from 'node:assert/strict';
import {request as httpRequest} from 'node:http';
import {describe, it} from 'node:test';
import {searchParametersOf} from '../../../demo/server/search-parameters.js';
import {ids, logins, observation, serve} from './support.js';
import type {Json} from './support.js';

const writer = {
  login: 'writer',
  name: 'W',
  role: 'staff' as const,
  patient: 'anna',
  scope: 'user/*.cruds',
};
const {ask, server} = await serve({
  logins: [...logins, writer],
  allowedOrigins: ['https://portal.example'],
});
const as = 'writer';

describe('what the server says of itself', async () => {
  const {status, body} = await ask('metadata', {as: null});
  const resources = body['rest']?.['0']?.['resource'] as unknown as Json[];

  it('is told without a token', () => {
    assert.equal(status, 200);
    assert.equal(body['resourceType'], 'CapabilityStatement');
    assert.equal(body['fhirVersion'], '4.0.1');
  });

  it('names parameters that a strict search takes', async () => {
    let checked = 0;
    for (const resource of resources) {
      const type = String(resource['type']);
      for (const parameter of resource['searchParam'] as unknown as Json[]) {
        const value = {date: '2020', token: 'x', reference: 'Organization/x', string: 'x'}[
          String(parameter['type'])
        ];
        const name = String(parameter['name']);
        const asked = /Patient|^patient$/.test(name) ? 'anna' : value;
        const answer = await ask(`${type}?${name}=${String(asked)}`, {
          as,
          headers: {Prefer: 'handling=strict'},
        });
        assert.ok([200, 403].includes(answer.status), `${type}?${name}: ${answer.text}`);
        checked++;
      }
    }
    assert.ok(checked > 200);
  });

  it('names what it includes, and each include is taken', async () => {
    for (const resource of resources) {
      for (const include of (resource['searchInclude'] ?? []) as unknown as string[]) {
        const type = String(resource['type']);
        const {status} = await ask(`${type}?_include=${include}`, {
          as,
          headers: {Prefer: 'handling=strict'},
        });
        assert.equal(status, 200, include);
      }
    }
  });
});

describe('reading', () => {
  it('says the version and when it was written', async () => {
    const {headers} = await ask('Observation/day');
    assert.equal(headers.get('etag'), 'W/"1"');
    assert.equal(headers.get('last-modified'), 'Sat, 21 Nov 2026 12:00:00 GMT');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('content-type') ?? '', /^application\/fhir\+json/);
  });

  it('answers 304 to a reader who has this version', async () => {
    const same = await ask('Observation/day', {headers: {'If-None-Match': 'W/"1"'}});
    assert.equal(same.status, 304);
    assert.equal(same.text, '');
    const other = await ask('Observation/day', {headers: {'If-None-Match': 'W/"2"'}});
    assert.equal(other.status, 200);
  });

  it('answers HEAD with the headers alone', async () => {
    const {status, headers, text} = await ask('Observation/day', {method: 'HEAD'});
    assert.equal(status, 200);
    assert.equal(headers.get('etag'), 'W/"1"');
    assert.equal(text, '');
  });

  it('gives full addresses under its own base', async () => {
    const {body} = await ask('Observation?_id=day');
    assert.equal(body['entry']?.['0']?.['fullUrl'], `${server.fhirBase}/Observation/day`);
  });
});

describe('writing', () => {
  it('creates with a new id, its place and its version', async () => {
    const {status, headers, body} = await ask('Observation', {
      as,
      method: 'POST',
      body: observation('asked-for', 'anna'),
    });
    assert.equal(status, 201);
    assert.notEqual(body['id'], 'asked-for');
    const at = `${server.fhirBase}/Observation/${String(body['id'])}`;
    assert.equal(headers.get('location'), `${at}/_history/1`);
    assert.equal(headers.get('etag'), 'W/"1"');
    assert.equal((await ask(at)).status, 200);
  });

  it('creates with PUT at an id that is free, and says 201', async () => {
    const resource = observation('put-here', 'anna');
    const first = await ask('Observation/put-here', {as, method: 'PUT', body: resource});
    assert.equal(first.status, 201);
    assert.match(first.headers.get('location') ?? '', /Observation\/put-here\/_history\/1$/);
    const second = await ask('Observation/put-here', {as, method: 'PUT', body: resource});
    assert.equal(second.status, 200);
    assert.equal(second.headers.get('etag'), 'W/"2"');
  });

  it('changes only the version the writer has seen', async () => {
    const resource = observation('locked', 'anna');
    const put = (status: string, ifMatch?: string) =>
      ask('Observation/locked', {
        as,
        method: 'PUT',
        body: {...resource, status},
        headers: ifMatch === undefined ? {} : {'If-Match': ifMatch},
      });
    assert.equal((await put('final', 'W/"1"')).status, 412, 'nothing is there yet');
    await put('final');
    assert.equal((await put('amended', 'W/"1"')).status, 200);
    const late = await put('cancelled', 'W/"1"');
    assert.equal(late.status, 412);
    assert.equal(late.body['resourceType'], 'OperationOutcome');
    assert.equal((await put('cancelled', '2')).status, 400, 'not an entity tag');
    assert.equal((await ask('Observation/locked')).body['status'], 'amended');
  });

  it('is found by searches at once, and by its old values no more', async () => {
    const body = observation('moving', 'anna', {effectiveDateTime: '2001'});
    await ask('Observation/moving', {as, method: 'PUT', body});
    assert.deepEqual(ids((await ask('Observation?date=2001')).body), ['moving']);
    await ask('Observation/moving', {
      as,
      method: 'PUT',
      body: {...body, effectiveDateTime: '2002'},
    });
    assert.deepEqual(ids((await ask('Observation?date=2001')).body), []);
    assert.deepEqual(ids((await ask('Observation?date=2002&_sort=-date')).body), ['moving']);
  });

  it('keeps every version', async () => {
    const body = observation('kept', 'anna');
    await ask('Observation/kept', {as, method: 'PUT', body});
    await ask('Observation/kept', {as, method: 'PUT', body: {...body, status: 'amended'}});
    assert.equal((await ask('Observation/kept/_history/1')).body['status'], 'final');
    const history = (await ask('Observation/kept/_history')).body;
    const versions = (history['entry'] as unknown as Json[]).map(
      (entry) => entry['resource']?.['meta']?.['versionId'],
    );
    assert.deepEqual(versions, ['2', '1']);
    assert.equal((await ask('Observation/kept/_history/3')).status, 404);
  });

  it('changes a part with a JSON patch', async () => {
    await ask('Observation/patched', {as, method: 'PUT', body: observation('patched', 'anna')});
    const {status, body} = await ask('Observation/patched', {
      as,
      method: 'PATCH',
      body: [{op: 'replace', path: '/status', value: 'amended'}],
      headers: {'Content-Type': 'application/json-patch+json'},
    });
    assert.equal(status, 200);
    assert.equal(body['status'], 'amended');
  });

  it('answers without the resource when asked for as little as can be', async () => {
    const {status, text, headers} = await ask('Observation', {
      as,
      method: 'POST',
      body: observation('x', 'anna'),
      headers: {Prefer: 'return=minimal'},
    });
    assert.equal(status, 201);
    assert.equal(text, '');
    assert.notEqual(headers.get('location'), null);
  });

  it('does not create twice what carries the same identifier', async () => {
    const identifier = [
      {system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0f9b1c7e-0000-4000-8000-000000000001'},
    ];
    const create = () =>
      ask('Observation', {
        as,
        method: 'POST',
        body: observation('x', 'anna', {identifier}),
        headers: {
          'If-None-Exist':
            'identifier=urn:ietf:rfc:3986|urn:uuid:0f9b1c7e-0000-4000-8000-000000000001',
        },
      });
    const first = await create();
    const again = await create();
    assert.equal(first.status, 201);
    assert.equal(again.status, 200);
    assert.equal(again.body['id'], first.body['id']);
    await ask('Observation', {as, method: 'POST', body: observation('x', 'anna', {identifier})});
    assert.equal((await create()).status, 412);
  });

  it('refuses a condition that it only half understands', async () => {
    for (const condition of ['colour=blue', 'identifier=a|b&colour=blue', '']) {
      const {status} = await ask('Observation', {
        as,
        method: 'POST',
        body: observation('x', 'anna'),
        headers: {'If-None-Exist': condition},
      });
      assert.equal(status, 400, condition);
    }
  });

  it('says that what was deleted is gone', async () => {
    await ask('Observation/deleted', {as, method: 'PUT', body: observation('deleted', 'anna')});
    const wrong = await ask('Observation/deleted', {
      as,
      method: 'DELETE',
      headers: {'If-Match': 'W/"9"'},
    });
    assert.equal(wrong.status, 412);
    assert.equal((await ask('Observation/deleted', {as, method: 'DELETE'})).status, 204);
    assert.equal((await ask('Observation/deleted')).status, 410);
    assert.equal((await ask('Observation/deleted', {as, method: 'DELETE'})).status, 410);
    assert.deepEqual(ids((await ask('Observation?_id=deleted')).body), []);
  });

  it('is refused to a log in without the right', async () => {
    const body = observation('x', 'anna');
    assert.equal((await ask('Observation', {as: 'father', method: 'POST', body})).status, 403);
    const condition = {
      resourceType: 'Condition',
      subject: {reference: 'Patient/anna'},
      code: {text: 'x'},
    };
    assert.equal(
      (await ask('Condition', {as: 'anna', method: 'POST', body: condition})).status,
      403,
    );
  });
});

describe('a resource that is not valid FHIR R4', () => {
  const {code: _code, ...withoutCode} = observation('x', 'anna');
  const cases: readonly (readonly [string, unknown, number])[] = [
    ['an unknown element', observation('x', 'anna', {colour: 'blue'}), 422],
    ['a missing required element', withoutCode, 422],
    ['a number for text', observation('x', 'anna', {status: 7}), 422],
    ['a date that is none', observation('x', 'anna', {effectiveDateTime: 'yesterday'}), 422],
    ['one value where there may be many', observation('x', 'anna', {category: {text: 'x'}}), 422],
    [
      'a status that is not in the required value set',
      observation('x', 'anna', {status: 'finished-ish'}),
      422,
    ],
    [
      'another type than the address',
      {resourceType: 'Condition', subject: {reference: 'Patient/anna'}},
      400,
    ],
    ['no type', {id: 'x'}, 400],
    ['no JSON', '{"resourceType":', 400],
  ];
  for (const [what, body, expected] of cases)
    it(`is refused for ${what}`, async () => {
      const {status, body: answer} = await ask('Observation', {as, method: 'POST', body});
      assert.equal(status, expected);
      assert.equal(answer['resourceType'], 'OperationOutcome');
    });

  it('is refused when its id is not that of the address', async () => {
    const {status} = await ask('Observation/other', {
      as,
      method: 'PUT',
      body: observation('x', 'anna'),
    });
    assert.equal(status, 400);
  });
});

describe('requests that cannot be answered', () => {
  const cases: readonly (readonly [string, string, number, Record<string, string>?, unknown?])[] = [
    ['GET', 'Observation/never-was', 404],
    ['GET', 'Nonsense', 404],
    ['GET', 'Claim?patient=anna', 404],
    ['GET', '', 404],
    ['GET', 'Observation/day/_other', 405],
    ['DELETE', 'Observation', 405],
    ['POST', 'Observation/day', 405],
    ['GET', 'Observation/day', 406, {Accept: 'application/fhir+xml'}],
    ['GET', 'Observation?_format=xml', 406],
    ['POST', 'Observation', 415, {'Content-Type': 'application/fhir+xml'}, '<Observation/>'],
    ['PATCH', 'Observation/day', 415, {'Content-Type': 'application/fhir+json'}, '[]'],
    ['GET', 'Observation?_count=many', 400],
    ['GET', 'Observation?_page=made-up', 400],
    ['POST', '', 501, {}, {resourceType: 'Bundle', type: 'transaction'}],
    ['POST', '', 400, {}, {resourceType: 'Patient'}],
  ];
  for (const [method, path, expected, headers = {}, body] of cases)
    it(`answers ${method} /${path} with ${String(expected)} and an OperationOutcome`, async () => {
      const {status, body: answer} = await ask(path, {
        as,
        method,
        headers,
        ...(body !== undefined && {body}),
      });
      assert.equal(status, expected);
      assert.equal(answer['resourceType'], 'OperationOutcome');
    });

  it('refuses a body that is too large', async () => {
    const {status} = await ask('Observation', {as, method: 'POST', body: ' '.repeat(5_000_001)});
    assert.equal(status, 413);
  });

  it('keeps its own address in its links, whatever the path looks like', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: new URL(server.url).port,
        path: '//elsewhere.example/fhir/Observation',
        headers: {Authorization: `Bearer ${server.token('anna')}`},
      };
      httpRequest(options, (answer) => {
        let read = '';
        answer.on('data', (part: Buffer) => (read += part.toString()));
        answer.on('end', () => {
          resolve(read);
        });
      })
        .on('error', reject)
        .end();
    });
    assert.doesNotMatch(text, /elsewhere/);
  });

  it('does not answer to the name of another site', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest(
        `${server.fhirBase}/metadata`,
        {headers: {Host: 'attacker.example'}},
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    assert.equal(status, 421);
  });
});

describe('a batch', () => {
  it('answers each request for itself', async () => {
    const {status, body} = await ask('', {
      as,
      method: 'POST',
      body: {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          {request: {method: 'PUT', url: 'Observation/b1'}, resource: observation('b1', 'anna')},
          {request: {method: 'GET', url: 'Observation?_id=b1'}},
          {
            request: {method: 'PUT', url: 'Observation/b1', ifMatch: 'W/"7"'},
            resource: observation('b1', 'anna'),
          },
          {request: {method: 'GET', url: 'Observation/never-was'}},
          {},
        ],
      },
    });
    assert.equal(status, 200);
    const answers = body['entry'] as unknown as Json[];
    assert.deepEqual(
      answers.map((entry) => entry['response']?.['status']),
      ['201', '200', '412', '404', '400'],
    );
    assert.equal(answers[0]?.['response']?.['etag'], 'W/"1"');
    assert.deepEqual(ids(answers[1]?.['resource'] ?? {}), ['b1']);
    assert.equal(answers[3]?.['response']?.['outcome']?.['resourceType'], 'OperationOutcome');
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    ask('Observation', {
      as: null,
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization, if-match',
      },
    });

  it('may read when they are allowed, with the headers they need', async () => {
    const {status, headers} = await preflight('https://portal.example');
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), 'https://portal.example');
    assert.match(headers.get('access-control-allow-headers') ?? '', /Authorization.*If-Match/);
    const read = await ask('Observation/day', {headers: {Origin: 'https://portal.example'}});
    assert.equal(read.headers.get('access-control-allow-origin'), 'https://portal.example');
    for (const name of ['ETag', 'Location', 'Retry-After'])
      assert.ok(read.headers.get('access-control-expose-headers')?.includes(name));
  });

  it('may read errors too', async () => {
    const {status, headers} = await ask('Observation/never-was', {
      headers: {Origin: 'https://portal.example'},
    });
    assert.equal(status, 404);
    assert.equal(headers.get('access-control-allow-origin'), 'https://portal.example');
  });

  it('may not when they are not', async () => {
    const {headers} = await preflight('https://attacker.example');
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('vary'), 'Origin');
  });
});

describe('what the server saw', () => {
  it('is kept for tests, without tokens', async () => {
    server.forget();
    await ask('Observation?patient=anna', {as: 'carer'});
    await ask('Observation?patient=anna', {as: null});
    const [first, second] = server.requests;
    assert.equal(first?.url, '/fhir/Observation?patient=anna');
    assert.equal(first.login, 'carer');
    assert.equal(first.status, 200);
    assert.equal(second?.authorization, false);
    assert.equal(second.status, 401);
    assert.doesNotMatch(JSON.stringify(server.requests), /Bearer|eyJ/);
  });
});

describe('the table of search parameters', () => {
  it('has a patient parameter for each type that is about somebody', () => {
    for (const type of ['Observation', 'Condition', 'Appointment', 'AllergyIntolerance'])
      assert.ok(searchParametersOf(type)?.has('patient'));
  });
});
