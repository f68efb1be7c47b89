/** The shape of each awkward server, over HTTP. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {behaviourNames, behaviourTexts} from '../../../demo/server/awkward/awkward.js';
import {entries, ids, link, nhsNumber, observation, pages, serve} from './support.js';
import type {Ask, Got, Json} from './support.js';

const many = Array.from({length: 30}, (_, at) =>
  observation(`o${String(at).padStart(2, '0')}`, 'anna', {
    effectiveDateTime: `20${String(10 + (at % 10))}-05-${String(10 + Math.floor(at / 10))}`,
  }),
);
const records = [
  {
    patient: 'anna',
    resources: [
      {
        resourceType: 'Patient',
        id: 'anna',
        identifier: [{system: nhsNumber, value: '9990000018'}],
      },
      {
        resourceType: 'Condition',
        id: 'c1',
        subject: {reference: 'Patient/anna'},
        code: {text: 'A condition'},
        recordedDate: '2019',
      },
      {
        resourceType: 'Appointment',
        id: 'a1',
        status: 'booked',
        participant: [{actor: {reference: 'Patient/anna'}, status: 'accepted'}],
      },
      ...many,
    ],
  },
];
const {ask, server} = await serve({records});

/** Asks an awkward server with the same token all the time, as a page does. */
const token = server.token('anna');
const fresh = server.token('anna', 'expired');
function of(profile: string, bearer = token): (path: string, signal?: AbortSignal) => Promise<Got> {
  return async (path, signal) => {
    const url = path.startsWith('http') ? path : `${server.fhirBase}/awkward/${profile}/${path}`;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {Authorization: `Bearer ${bearer}`},
      ...(signal && {signal}),
    });
    const text = await answer.text();
    let body: unknown = {};
    try {
      body = JSON.parse(text);
    } catch {
      // Several of these servers do not answer in JSON.
    }
    return {status: answer.status, headers: answer.headers, text, body: body as Json};
  };
}
const asAsk =
  (profile: string): Ask =>
  (path) =>
    of(profile)(path);

const sorted = 'Observation?patient=anna&_sort=-date&_count=10';

describe('an awkward server', () => {
  it('says of each behaviour what it does', () => {
    const texts = Object.values(behaviourTexts());
    assert.equal(texts.length, behaviourNames.length);
    for (const about of texts) assert.match(about, /^[A-Z_/].{15,}\.$/);
  });

  it('is 404 when nobody knows its name', async () => {
    for (const name of ['nonsense', 'slow:1+nonsense', 'constructor', '__proto__', '%zz'])
      assert.equal((await of(name)('metadata')).status, 404);
  });

  it('keeps its links under its own address', async () => {
    const {body} = await of('no-total')(sorted);
    const base = `${server.fhirBase}/awkward/no-total/`;
    assert.ok(link(body, 'next')?.startsWith(base));
    assert.ok(String(body['entry']?.['0']?.['fullUrl']).startsWith(base));
    const read = await pages(asAsk('no-total'), sorted);
    assert.equal(read.flatMap((page) => ids(page)).length, 30);
  });

  it('can be several at once', async () => {
    const {body} = await of('no-total+no-self')(sorted);
    assert.equal('total' in body, false);
    assert.equal(link(body, 'self'), undefined);
    assert.equal(ids(body).length, 10);
  });

  it('does not change what a token may read', async () => {
    for (const name of behaviourNames.filter((known) => !/hanging|slow/.test(known))) {
      const answer = await fetch(`${server.fhirBase}/awkward/${name}/Patient/anna`, {
        redirect: 'manual',
      });
      assert.equal(answer.status, 401, name);
    }
  });

  it('can be the whole server', async () => {
    const whole = await serve({records, awkward: 'no-total'});
    assert.equal('total' in (await whole.ask('Observation')).body, false);
    assert.equal(whole.server.requests[0]?.awkward, 'no-total');
  });
});

describe('a server that refuses or fails', () => {
  const cases: readonly (readonly [string, string, number, string?])[] = [
    ['logged-out', 'Patient/anna', 401],
    ['forbidden', 'AllergyIntolerance?patient=anna', 403],
    ['forbidden', sorted, 200],
    ['forbidden:Observation', sorted, 403],
    ['missing', 'AllergyIntolerance?patient=anna', 404],
    ['failing', 'DocumentReference?patient=anna', 500],
    ['unavailable', sorted, 503, '120'],
    ['throttled-always', sorted, 429, '1'],
    ['no-metadata', 'metadata', 404],
    ['no-metadata', sorted, 200],
    ['no-sort', sorted, 400],
    ['no-sort', 'Observation?patient=anna', 200],
    ['no-include', 'DiagnosticReport?_include=DiagnosticReport:result', 400],
    ['no-revinclude', 'Observation?_revinclude=Provenance:target', 400],
    ['needs-category', sorted, 400],
    ['needs-category', `${sorted}&category=laboratory`, 200],
    ['needs-category', 'Condition?patient=anna', 200],
    ['strict', 'Observation?colour=blue', 400],
    ['epic-like', sorted, 400],
    ['aggregator-like', 'metadata', 404],
    ['aggregator-like', sorted, 400],
    ['only-conditions', sorted, 404],
    ['only-conditions', 'Condition?patient=anna', 200],
  ];
  for (const [profile, path, status, retryAfter] of cases)
    it(`answers ${path} with ${String(status)} as ${profile}`, async () => {
      const answer = await of(profile)(path);
      assert.equal(answer.status, status);
      if (status >= 400) assert.equal(answer.body['resourceType'], 'OperationOutcome');
      if (retryAfter !== undefined) assert.equal(answer.headers.get('retry-after'), retryAfter);
    });

  for (const [profile, retryAfter] of [
    ['throttled', '1'],
    ['throttled-silent', null],
    ['throttled-nonsense', 'soon'],
    ['throttled-years', '315360000'],
  ] as const)
    it(`is ${profile} once for each path, then good`, async () => {
      const get = of(profile);
      const first = await get(sorted);
      assert.equal(first.status, 429);
      assert.equal(first.headers.get('retry-after'), retryAfter);
      assert.equal((await get('Condition?patient=anna')).status, 429);
      assert.equal((await get(sorted)).status, 200);
      assert.equal((await of(profile, fresh)(sorted)).status, 429, 'a new page meets it anew');
    });

  it('fails once and then answers', async () => {
    assert.equal((await of('failing-once')(sorted)).status, 503);
    assert.equal((await of('failing-once')(sorted)).status, 200);
  });

  it('takes a renewed token after refusing the first', async () => {
    const refused = await of('expired')(sorted);
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get('www-authenticate') ?? '', /invalid_token/);
    assert.equal((await of('expired', fresh)(sorted)).status, 200);
  });

  it('fails on the second page only', async () => {
    const first = await of('failing-page')(sorted);
    assert.equal(first.status, 200);
    assert.equal((await of('failing-page')(link(first.body, 'next') ?? '')).status, 500);
  });

  it('answers something that is not FHIR', async () => {
    const html = await of('html')('Condition?patient=anna');
    assert.equal(html.status, 200);
    assert.match(html.headers.get('content-type') ?? '', /text\/html/);
    assert.equal((await of('empty')('Condition?patient=anna')).text, '');
    assert.deepEqual((await of('not-a-bundle')('Condition?patient=anna')).body, {items: []});
    const plain = await of('plain-error')('DocumentReference?patient=anna');
    assert.equal(plain.status, 500);
    assert.match(plain.headers.get('content-type') ?? '', /text\/plain/);
  });

  it('redirects to another origin', async () => {
    const {status, headers} = await of('redirected')('Condition?patient=anna');
    assert.equal(status, 302);
    assert.equal(headers.get('location'), 'https://elsewhere.example/fhir/Condition');
  });

  it('sends half a Bundle', async () => {
    const {status, text} = await of('half-bundle')(sorted);
    assert.equal(status, 200);
    assert.match(text, /^\{"resourceType":"Bundle"/);
    assert.throws(() => JSON.parse(text));
  });

  it('breaks the connection in the middle of a Bundle', async () => {
    await assert.rejects(of('dropped')(sorted));
    assert.equal((await of('dropped')('Condition?patient=anna')).status, 200);
  });

  it('is slow by as much as it is told', async () => {
    server.forget();
    const {status} = await of('slow:60')(sorted);
    assert.equal(status, 200);
    assert.ok((server.requests[0]?.took ?? 0) >= 55);
  });

  for (const [profile, path] of [
    ['hanging', sorted],
    ['hanging:Condition', 'Condition?patient=anna'],
    ['metadata-hanging', 'metadata'],
  ] as const)
    it(`never answers ${path} as ${profile}, and goes on with the rest`, async () => {
      const gone = new AbortController();
      const waiting = of(profile)(path, gone.signal);
      const other = await of(profile)('Patient/anna');
      assert.equal(other.status, 200);
      gone.abort();
      await assert.rejects(waiting, {name: 'AbortError'});
    });
});

describe('a server whose pages go astray', () => {
  for (const [profile, next] of [
    ['foreign-next', /^https:\/\/elsewhere\.example\//],
    ['userinfo-next', /^http:\/\/127\.0\.0\.1:\d+@elsewhere\.example\//],
    ['script-next', /^javascript:/],
    ['relative-next', /^Observation\?_page=/],
  ] as const)
    it(`sends a next link as ${profile}`, async () => {
      const {body} = await of(profile)(sorted);
      assert.match(link(body, 'next') ?? '', next);
      assert.ok(link(body, 'self')?.startsWith(server.url));
    });

  it('leads in a circle', async () => {
    const second = link((await of('cycle')(sorted)).body, 'next') ?? '';
    const {body} = await of('cycle')(second);
    assert.equal(link(body, 'next'), second);
    assert.equal(ids(body).length, 10);
  });

  it('has no links and one long page', async () => {
    const {body} = await of('no-links')(sorted);
    assert.equal('link' in body, false);
    assert.equal(ids(body).length, 30);
  });

  it('pages by opaque addresses of the base, and every entry is there', async () => {
    const first = (await of('hapi-like')(sorted)).body;
    assert.match(link(first, 'next') ?? '', /\/hapi-like\?_getpages=[\w-]+&/);
    const read = await pages(asAsk('hapi-like'), sorted);
    assert.equal(new Set(read.flatMap((page) => ids(page))).size, 30);
    assert.equal('total' in first, false);
  });

  it('pages by a continuation token beside the first parameters, and every entry is there', async () => {
    const first = (await of('azure-like')(sorted)).body;
    assert.match(link(first, 'next') ?? '', /_sort=-date&_count=10&ct=/);
    const read = await pages(asAsk('azure-like'), sorted);
    assert.equal(new Set(read.flatMap((page) => ids(page))).size, 30);
  });

  it('says entries twice', async () => {
    const found = ids((await of('duplicates')(sorted)).body);
    assert.equal(found.length, 11);
    assert.equal(found[0], found[1]);
  });
});

describe('a server whose Bundles hold more than entries', () => {
  for (const [profile, mode, status] of [
    ['outcome', 'outcome', 200],
    ['outcome-include', 'include', 200],
    ['multi-status', 'include', 207],
  ] as const)
    it(`puts an OperationOutcome of mode ${mode} among them as ${profile}`, async () => {
      const answer = await of(profile)(sorted);
      assert.equal(answer.status, status);
      const [found] = entries(answer.body, mode);
      assert.equal(found?.['resource']?.['resourceType'], 'OperationOutcome');
      assert.equal(ids(answer.body).length, 10);
    });

  it('nests a Bundle in each entry', async () => {
    const {body} = await of('nested')(sorted);
    const inner = entries(body).map((entry) => entry['resource']);
    assert.equal(inner.length, 10);
    for (const bundle of inner) {
      assert.equal(bundle?.['resourceType'], 'Bundle');
      assert.equal(bundle['entry']?.['0']?.['resource']?.['resourceType'], 'Observation');
    }
  });

  it('does not say which entries match', async () => {
    const {body} = await of('no-modes')(sorted);
    assert.equal((body['entry'] as unknown as Json[]).length, 10);
    assert.equal(entries(body).length, 0);
  });

  it('warns among the entries and leaves out what it does not know, as some hospital systems do', async () => {
    const {body} = await of('epic-like')(
      `${sorted}&category=laboratory&_lastUpdated=gt2000&_revinclude=Provenance:target`,
    );
    assert.equal(ids(body).length, 10);
    assert.equal(entries(body, 'outcome').length, 1);
    assert.doesNotMatch(link(body, 'self') ?? '', /_lastUpdated|_revinclude/);
  });

  it('names people by NHS number only, as a national aggregator does', async () => {
    const answer = await of('aggregator-like')(
      `Appointment?patient:identifier=${encodeURIComponent(`${nhsNumber}|9990000018`)}`,
    );
    assert.equal(answer.status, 207);
    const [found] = entries(answer.body);
    assert.ok(Array.isArray(found?.['resource']?.['basedOn']?.['0']?.['identifier']));
    const other = await of('aggregator-like')(
      `Observation?patient:identifier=${encodeURIComponent(`${nhsNumber}|9990000018`)}`,
    );
    assert.doesNotMatch(JSON.stringify(entries(other.body)), /"reference":"Patient/);
    assert.match(JSON.stringify(entries(other.body)), /9990000018/);
    const paged = await of('aggregator-like')(
      `Observation?_count=10&patient:identifier=${encodeURIComponent(`${nhsNumber}|9990000018`)}`,
    );
    const later = await of('aggregator-like')(link(paged.body, 'next') ?? '');
    assert.equal(later.status, 207);
    assert.equal(JSON.stringify(later.body).match(/"value":"9990000018"/g)?.length, 10);
  });
});

describe('a server whose order or parameters are not what was asked', () => {
  const dates = (body: Json): readonly string[] =>
    entries(body).map((entry) => String(entry['resource']?.['effectiveDateTime']));

  it('is oldest first though it says newest first', async () => {
    const {body} = await of('ascending')(sorted);
    assert.equal(new URL(link(body, 'self') ?? '').searchParams.get('_sort'), '-date');
    assert.deepEqual(dates(body), [...dates(body)].sort());
    const read = await pages(asAsk('ascending'), sorted);
    assert.equal(read.flatMap((page) => ids(page)).length, 30);
    for (const page of read) assert.match(link(page, 'self') ?? '', /_sort=-date/);
  });

  it('leaves the order out, and says so', async () => {
    const {body} = await of('sort-ignored')(sorted);
    assert.doesNotMatch(link(body, 'self') ?? '', /_sort/);
    assert.notDeepEqual(dates(body), [...dates(body)].sort().reverse());
  });

  it('leaves the order out, and does not say so', async () => {
    const {body} = await of('sort-ignored-silently')(sorted);
    assert.equal(new URL(link(body, 'self') ?? '').searchParams.get('_sort'), '-date');
    assert.notDeepEqual(dates(body), [...dates(body)].sort().reverse());
  });

  it('does not say what was honoured', async () => {
    const {body} = await of('no-self')(sorted);
    assert.equal(link(body, 'self'), undefined);
    assert.notEqual(link(body, 'next'), undefined);
  });

  it('does not include what was asked for', async () => {
    const {body} = await of('include-ignored')(`${sorted}&_revinclude=Provenance:target`);
    assert.doesNotMatch(link(body, 'self') ?? '', /_revinclude/);
  });
});

describe('a server whose entries cannot be trusted', () => {
  it('has no dates', async () => {
    const {body} = await of('no-dates')(sorted);
    for (const entry of entries(body))
      assert.equal('effectiveDateTime' in (entry['resource'] ?? {}), false);
  });

  it('sends an entry of someone else in one kind', async () => {
    const wrong = await of('wrong-person')('Condition?patient=anna');
    const subjects = entries(wrong.body).map(
      (entry) => entry['resource']?.['subject']?.['reference'],
    );
    assert.deepEqual(subjects, ['Patient/anna', 'Patient/someone-else']);
    assert.doesNotMatch((await of('wrong-person')(sorted)).text, /someone-else/);
  });

  it('sends an entry of someone else in every kind', async () => {
    for (const path of ['Condition?patient=anna', sorted])
      assert.match((await of('wrong-person-twice')(path)).text, /Patient\/someone-else/);
  });

  it('forgets whom it was asked about', async () => {
    const {body, text} = await of('patient-ignored')('Condition?patient=anna&_count=10');
    assert.equal(new URL(link(body, 'self') ?? '').searchParams.has('patient'), false);
    assert.match(text, /someone-else/);
  });

  it('sends hostile and broken values, and each is still JSON', async () => {
    const {body, text} = await of('dirty')('Observation?patient=anna&_count=200');
    assert.equal(ids(body).length, 30);
    assert.match(text, /<script>/);
    assert.match(text, /2019-13-45/);
    assert.match(text, /finished-ish/);
  });
});

describe('a server of another version', () => {
  for (const [profile, version] of [
    ['r5', '5.0.0'],
    ['r4b', '4.3.0'],
    ['stu3', '3.0.2'],
  ] as const)
    it(`says ${version} as ${profile}`, async () => {
      assert.equal((await of(profile)('metadata')).body['fhirVersion'], version);
    });

  it('lists only what it has', async () => {
    const {body} = await of('only-conditions')('metadata');
    const resources = body['rest']?.['0']?.['resource'] as unknown as Json[];
    assert.deepEqual(
      resources.map((resource) => resource['type']),
      ['Condition', 'Patient'],
    );
  });
});

describe('the good server beside them', () => {
  it('is not changed by any of them', async () => {
    const {body} = await ask(sorted);
    assert.equal(ids(body).length, 10);
    assert.equal(Number(body['total']), 30);
  });
});

describe('the document of the demo server', () => {
  it('lists every awkward server with what it does', () => {
    const document = readFileSync(new URL('../../../docs/demo-server.md', import.meta.url), 'utf8');
    const lines = document.replace(/ +/g, ' ');
    for (const [name, about] of Object.entries(behaviourTexts()))
      assert.ok(lines.includes(`| \`${name}\` | ${about} |`), name);
  });
});
