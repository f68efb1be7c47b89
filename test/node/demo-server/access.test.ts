/** Nobody reads another person's record, and what is held back leaves no trace. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  annasRecord,
  clock,
  entries,
  ids,
  link,
  logins,
  nhsNumber,
  observation,
  pages,
  records,
  serve,
  withheld,
} from './support.js';
import type {Ask, Json} from './support.js';

describe('a token for one person', async () => {
  const {ask, server} = await serve();

  for (const path of [
    'Patient/ben',
    'Observation/bens',
    'Observation/bens/_history',
    'Observation/bens/_history/1',
    'Observation?patient=ben',
    'Observation?patient=Patient/ben',
    'Observation?subject=Patient/ben',
    'Observation?patient=anna,ben',
    `Observation?patient:identifier=${nhsNumber}%7C9990000026`,
    'Observation?patient=nobody-at-all',
    'Provenance?target=Patient/ben',
  ])
    it(`is refused ${path} of another`, async () => {
      const {status, body, text} = await ask(path);
      assert.equal(status, 403);
      assert.equal(body['resourceType'], 'OperationOutcome');
      assert.doesNotMatch(text, /ben|999 ?000/);
    });

  it('finds only that person when no person is named', async () => {
    const answers = await Promise.all(
      ['Patient', 'Observation', 'DiagnosticReport', 'Provenance'].map((type) => ask(type)),
    );
    for (const {body, text} of answers) {
      assert.notEqual(ids(body).length, 0);
      assert.doesNotMatch(text, /Patient\/ben/);
    }
  });

  it('is brought nothing of another by _include', async () => {
    const {body} = await ask('DiagnosticReport?patient=ben&_include=DiagnosticReport:result', {
      as: 'ben',
    });
    assert.deepEqual(ids(body), ['crossed']);
    assert.deepEqual(ids(body, 'include'), ['bens']);
  });

  it('is brought nothing of another by _revinclude', async () => {
    const {body} = await ask('Observation?_id=day&_revinclude=Provenance:target');
    assert.deepEqual(ids(body, 'include'), ['provenance']);
  });

  it('cannot use the next link of another', async () => {
    const next = link((await ask('Observation?_count=2')).body, 'next') ?? '';
    assert.equal((await ask(next)).status, 200);
    assert.equal((await ask(next, {as: 'ben'})).status, 403);
    assert.equal((await ask(next, {as: 'carer'})).status, 403);
  });

  it('cannot read another in a batch', async () => {
    const {body} = await ask('', {
      method: 'POST',
      body: {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          {request: {method: 'GET', url: 'Observation/bens'}},
          {request: {method: 'GET', url: 'Observation?patient=ben'}},
          {request: {method: 'GET', url: 'Observation/day'}},
        ],
      },
    });
    const statuses = (body['entry'] as unknown as Json[]).map(
      (entry) => entry['response']?.['status'],
    );
    assert.deepEqual(statuses, ['403', '403', '200']);
  });

  it('cannot write into the record of another, nor move an entry there', async () => {
    const foreign = observation('new-entry', 'ben');
    assert.equal((await ask('Observation', {method: 'POST', body: foreign})).status, 403);
    assert.equal((await ask('Observation/new-entry', {method: 'PUT', body: foreign})).status, 403);
    const moved = observation('day', 'ben');
    assert.equal((await ask('Observation/day', {method: 'PUT', body: moved})).status, 403);
    const taken = observation('bens', 'anna');
    assert.equal((await ask('Observation/bens', {method: 'PUT', body: taken})).status, 403);
    assert.equal((await ask('Observation/bens', {method: 'DELETE'})).status, 403);
  });

  it('reads places and professionals, who are nobody’s', async () => {
    assert.equal((await ask('Practitioner/doctor')).status, 200);
    assert.equal((await ask('Organization?name=nidd')).status, 200);
  });

  it('is refused when it is changed, made up, or missing', async () => {
    const good = server.token('anna');
    const [head, claims = '', signature] = good.split('.');
    const other = JSON.stringify({
      ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
      patient: 'ben',
    });
    const forged = [head, Buffer.from(other).toString('base64url'), signature].join('.');
    const unsigned = [Buffer.from('{"alg":"none"}').toString('base64url'), claims, ''].join('.');
    for (const Authorization of [
      `Bearer ${forged}`,
      `Bearer ${unsigned}`,
      'Bearer x',
      'Basic YTpi',
    ]) {
      const {status, headers, body} = await ask('Patient/anna', {
        as: null,
        headers: {Authorization},
      });
      assert.equal(status, 401, Authorization);
      assert.match(headers.get('www-authenticate') ?? '', /invalid_token/);
      assert.equal(body['resourceType'], 'OperationOutcome');
    }
    assert.equal((await ask('Patient/anna', {as: null})).status, 401);
  });
});

describe('a token that has run out', () => {
  it('is refused as expired, and a renewed one is good', async () => {
    let now = clock;
    const {ask, server} = await serve({now: () => now, tokenLifetime: 60});
    const Authorization = `Bearer ${server.token('anna')}`;
    assert.equal((await ask('Patient/anna', {as: null, headers: {Authorization}})).status, 200);
    now += 61_000;
    const late = await ask('Patient/anna', {as: null, headers: {Authorization}});
    assert.equal(late.status, 401);
    assert.equal(late.body['issue']?.['0']?.['code'], 'expired');
    assert.equal((await ask('Patient/anna')).status, 200);
  });

  it('still pages through the same answer after it was renewed', async () => {
    const {ask, server} = await serve();
    const next = link((await ask('Observation?_count=2')).body, 'next') ?? '';
    const renewed = server.token('anna', 'expired');
    assert.notEqual(renewed, server.token('anna'));
    const {status} = await ask(next, {as: null, headers: {Authorization: `Bearer ${renewed}`}});
    assert.equal(status, 200);
  });
});

describe('log ins', async () => {
  const {ask, server} = await serve({
    people: [{name: 'Anna', about: 'A test', logins: [{login: 'anna', words: 'Anna herself'}]}],
  });
  const session = (login: unknown) =>
    ask(`${server.url}/demo/session`, {
      as: null,
      method: 'POST',
      body: {login},
    });

  it('give a token without a password, and say whose record it opens', async () => {
    const {status, body} = await session('carer');
    assert.equal(status, 200);
    assert.equal(body['patient'], 'anna');
    assert.equal(body['role'], 'proxy');
    const read = await ask('Patient/anna', {
      as: null,
      headers: {Authorization: `Bearer ${String(body['token'])}`},
    });
    assert.equal(read.status, 200);
  });

  it('are refused when unknown, or when the access has ended', async () => {
    assert.equal((await session('nobody')).status, 404);
    assert.equal((await session(undefined)).status, 404);
    assert.equal((await session('former')).status, 403);
    assert.throws(() => server.token('former'), /ended/);
  });

  it('are listed for the log-in page with the awkward servers', async () => {
    const {body} = await ask(`${server.url}/demo/people`, {as: null});
    assert.equal(body['people']?.['0']?.['logins']?.['0']?.['login'], 'anna');
    assert.ok((body['servers'] as unknown as string[]).includes('foreign-next'));
  });
});

describe('somebody who may see appointments only', async () => {
  const {ask} = await serve();

  it('sees them, and the person', async () => {
    assert.deepEqual(ids((await ask('Appointment?patient=anna', {as: 'father'})).body), ['visit']);
    assert.equal((await ask('Patient/anna', {as: 'father'})).status, 200);
  });

  it('is refused everything else in the same way, there or not', async () => {
    const answers = await Promise.all(
      ['Observation?patient=anna', 'Observation/day', 'Observation/never-was', 'Provenance'].map(
        (path) => ask(path, {as: 'father'}),
      ),
    );
    assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([403]));
    assert.equal(new Set(answers.map(({text}) => text)).size, 1);
  });

  it('is brought nothing else by _revinclude', async () => {
    const {body} = await ask('Appointment?patient=anna&_revinclude=Provenance:target', {
      as: 'father',
    });
    assert.deepEqual(ids(body, 'include'), []);
  });
});

/** Anna's record with entries that are held back, some of them referred to by entries that are not. */
const heldBack = [
  observation('secret', 'anna', {effectiveDateTime: '2019-06-20', ...withheld('proxy')}),
  observation('safeguarding', 'anna', {effectiveDateTime: '2019-06-21', ...withheld('patient')}),
  {
    resourceType: 'Provenance',
    id: 'of-secret',
    target: [{reference: 'Observation/secret'}],
    recorded: '2019-06-20T10:00:00Z',
    agent: [{who: {display: 'Someone'}}],
  },
  {
    resourceType: 'DocumentReference',
    id: 'secret-letter',
    status: 'current',
    subject: {reference: 'Patient/anna'},
    content: [{attachment: {url: 'Binary/secret-file', contentType: 'text/plain'}}],
    ...withheld('proxy'),
  },
  {resourceType: 'Binary', id: 'secret-file', contentType: 'text/plain', data: 'c2VjcmV0'},
];

function withHeldBack() {
  const kept = annasRecord().map((resource) => {
    if (resource.id === 'report')
      return {
        ...resource,
        result: [
          {reference: 'Observation/day'},
          {reference: 'Observation/secret'},
          {reference: 'Observation/moment'},
        ],
      };
    if (resource.id === 'provenance')
      return {
        ...resource,
        target: [{reference: 'Observation/secret'}, {reference: 'Observation/day'}],
      };
    return resource;
  });
  return [{patient: 'anna', resources: [...kept, ...heldBack]}];
}

describe('an entry that is held back', async () => {
  const withThem = await serve({records: withHeldBack()});
  const withoutThem = await serve({records: [{patient: 'anna', resources: annasRecord()}]});

  /** The answer without what differs from server to server. */
  const plain = async (
    {ask, server}: Awaited<ReturnType<typeof serve>>,
    path: string,
    as: string,
  ) => {
    const {status, text, headers} = await ask(path, {as});
    return {
      status,
      text: text.replaceAll(server.url, '').replace(/_page=[^"]*/g, '_page='),
      etag: headers.get('etag'),
      modified: headers.get('last-modified'),
    };
  };

  const paths = [
    'Observation?patient=anna&_sort=-date&_count=20&_revinclude=Provenance:target',
    'Observation?patient=anna&_sort=-date&_count=2',
    'Observation?date=2019-06',
    'Observation?_id=secret',
    'Observation?_summary=count',
    'DiagnosticReport?_include=DiagnosticReport:result&_revinclude=Provenance:target',
    'DiagnosticReport?result=Observation/secret',
    'DiagnosticReport?result=secret',
    'DiagnosticReport/report',
    'Provenance',
    'Provenance?target=Observation/secret',
    'Provenance/of-secret',
    'Provenance/provenance',
    'Provenance/provenance/_history',
    'Observation/secret',
    'Observation/secret/_history',
    'Observation/secret/_history/1',
    'DocumentReference',
    'DocumentReference/secret-letter',
    'Binary/secret-file',
    'Observation/safeguarding',
  ];
  for (const path of paths)
    it(`leaves no trace for a proxy in ${path}`, async () => {
      const [there, absent] = await Promise.all([
        plain(withThem, path, 'carer'),
        plain(withoutThem, path, 'carer'),
      ]);
      assert.deepEqual(there, absent);
    });

  it('leaves no trace for a proxy in any later page', async () => {
    const read = async ({ask}: {readonly ask: Ask}) =>
      (await pages(ask, 'Observation?_sort=-date&_count=2', 'carer')).map((body) => ids(body));
    assert.deepEqual(await read(withThem), await read(withoutThem));
  });

  it('is there for the person when it is held back from proxies only', async () => {
    const {ask} = withThem;
    assert.equal((await ask('Observation/secret')).status, 200);
    assert.equal((await ask('Observation/safeguarding')).status, 404);
    assert.equal(ids((await ask('Observation')).body).length, 7);
    assert.equal((await ask('Binary/secret-file')).text, 'secret');
  });

  it('is there for staff', async () => {
    const {body} = await withThem.ask('Observation', {as: 'doctor'});
    assert.equal(ids(body).length, 8);
  });

  it('never shows the label that holds it back', async () => {
    for (const as of ['anna', 'doctor']) {
      const {text} = await withThem.ask('Observation?patient=anna', {as});
      assert.doesNotMatch(text, /withhold/);
    }
  });

  it('stays held back after the person changes it', async () => {
    const {ask} = await serve({records: withHeldBack()});
    const {body} = await ask('Observation/secret');
    const changed = await ask('Observation/secret', {
      method: 'PUT',
      body: {...body, status: 'amended'},
    });
    assert.equal(changed.status, 200);
    assert.equal((await ask('Observation/secret', {as: 'carer'})).status, 404);
  });

  it('can be made by the person and not by a proxy', async () => {
    const {ask} = await serve();
    const diary = observation('x', 'anna', withheld('proxy'));
    const own = await ask('Observation', {method: 'POST', body: diary});
    assert.equal(own.status, 201);
    assert.equal((await ask(`Observation/${String(own.body['id'])}`, {as: 'carer'})).status, 404);
    const byCarer = await ask('Observation', {method: 'POST', body: diary, as: 'carer'});
    assert.equal(
      (await ask(`Observation/${String(byCarer.body['id'])}`, {as: 'carer'})).status,
      200,
    );
  });

  it('is not lost when somebody who sees only a part of an entry writes it back', async () => {
    const {ask} = await serve({
      records: withHeldBack(),
      logins: [
        ...logins.filter(({login}) => login !== 'carer'),
        {login: 'carer', name: 'Carer', role: 'proxy', patient: 'anna', scope: 'patient/*.cruds'},
      ],
    });
    const {body} = await ask('DiagnosticReport/report', {as: 'carer'});
    const {status} = await ask('DiagnosticReport/report', {as: 'carer', method: 'PUT', body});
    assert.equal(status, 403);
    const kept = await ask('DiagnosticReport/report');
    assert.match(kept.text, /Observation\/secret/);
  });
});

describe('a server that needs no token', () => {
  it('answers everybody about everything', async () => {
    const {ask} = await serve({access: 'open', records});
    const {body} = await ask('Observation', {as: null});
    assert.equal(entries(body).length, 7);
  });
});
