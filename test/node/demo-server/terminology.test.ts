/** The demo's terminology server: what codes are called, which concepts are called so, and what it says when it cannot tell. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Json} from './support.js';
import {code, serveConcepts, snomed, system, url, use} from './terminology-support.js';

const {ask, base, post, get} = await serveConcepts();

const named = (body: Json, name: string) =>
  (body['parameter'] as unknown as readonly Json[]).filter((one) => String(one['name']) === name);
const found = (body: Json) =>
  ((body['expansion']?.['contains'] ?? []) as unknown as readonly Json[]).map((one) =>
    String(one['code']),
  );
const issue = (body: Json) => [
  String(body['resourceType']),
  String((body['issue'] as unknown as readonly Json[])[0]?.['code']),
];

describe('looking a code up', () => {
  it('says what it is called, in every name it has', async () => {
    const {status, body, headers} = await post('CodeSystem/$lookup', system, code('65363002'));
    assert.equal(status, 200);
    assert.equal(body['resourceType'], 'Parameters');
    assert.deepEqual(named(body, 'name'), [{name: 'name', valueString: 'SNOMED CT'}]);
    assert.deepEqual(named(body, 'display'), [{name: 'display', valueString: 'Otitis media'}]);
    assert.deepEqual(named(body, 'designation')[1], {
      name: 'designation',
      part: [
        {name: 'language', valueCode: 'cy'},
        {name: 'use', valueCoding: use},
        {name: 'value', valueString: 'Haint yn y glust ganol'},
      ],
    });
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('content-type') ?? '', /^application\/fhir\+json/);
  });

  it('says the same by GET, with `$` written either way', async () => {
    for (const operation of ['$lookup', '%24lookup']) {
      const {body} = await get(`CodeSystem/${operation}?system=${snomed}&code=195967001`);
      assert.equal(String(named(body, 'display')[0]?.['valueString']), 'Asthma');
    }
  });

  it('takes a coding in place of a code and a system', async () => {
    const coding = {name: 'coding', valueCoding: {system: snomed, code: '195967001'}};
    const {body} = await post('CodeSystem/$lookup', coding);
    assert.equal(String(named(body, 'display')[0]?.['valueString']), 'Asthma');
  });

  it('leaves other names out where only something else was asked for', async () => {
    const property = {name: 'property', valueCode: 'display'};
    const {body} = await post('CodeSystem/$lookup', system, code('65363002'), property);
    assert.deepEqual(named(body, 'designation'), []);
  });

  for (const [what, parts, status, problem] of [
    ['a code that it does not know', [system, code('1')], 404, 'not-found'],
    [
      'a code system that it does not know',
      [{name: 'system', valueUri: 'urn:none'}, code('1')],
      404,
      'not-found',
    ],
    ['a code without a system', [code('65363002')], 400, 'required'],
    ['a code of another type', [system, {name: 'code', valueString: '65363002'}], 400, 'invalid'],
    ['two codes', [system, code('65363002'), code('195967001')], 400, 'invalid'],
    ['what it does not do', [system, {name: 'date', valueDateTime: '2020'}], 400, 'not-supported'],
    [
      'what every object inherits',
      [system, {name: 'constructor', valueString: 'x'}],
      400,
      'not-supported',
    ],
  ] as const)
    it(`says so when it is asked for ${what}`, async () => {
      const answer = await post('CodeSystem/$lookup', ...parts);
      assert.equal(answer.status, status);
      assert.deepEqual(issue(answer.body), ['OperationOutcome', problem]);
    });

  for (const [what, body, status] of [
    ['is not JSON', '{', 400],
    ['is another resource', {resourceType: 'Patient'}, 400],
    ['is a list', [], 400],
  ] as const)
    it(`says so when a body ${what}`, async () => {
      const answer = await ask(`${base}/CodeSystem/$lookup`, {as: null, method: 'POST', body});
      assert.equal(answer.status, status);
      assert.equal(answer.body['resourceType'], 'OperationOutcome');
    });

  it('reads JSON only, and answers in nothing else', async () => {
    const form = {'Content-Type': 'application/x-www-form-urlencoded'};
    const path = `${base}/CodeSystem/$lookup`;
    const read = await ask(path, {as: null, method: 'POST', body: 'code=1', headers: form});
    const accepted = await ask(path, {as: null, headers: {Accept: 'application/fhir+xml'}});
    assert.deepEqual([read.status, accepted.status], [415, 406]);
  });
});

describe('finding concepts by their names', () => {
  const filter = (valueString: string) => ({name: 'filter', valueString});

  for (const [words, codes] of [
    ['otitis', ['65363002']],
    ['OTI med', ['65363002']],
    ['ear', ['65363002']],
    ['glust', ['65363002']],
    ['a', ['65363002', '195967001']],
    ['titis', []],
    ['otitis ear', []],
    ['', ['65363002', '38341003', '195967001']],
  ] as const)
    it(`finds by the beginnings of the words of one name: ‘${words}’`, async () => {
      const {status, body} = await post('ValueSet/$expand', url, filter(words));
      assert.equal(status, 200);
      assert.deepEqual(found(body), codes);
      assert.equal(Number(body['expansion']?.['total']), codes.length);
    });

  it('gives other names when they are asked for, and only then', async () => {
    const asked = {name: 'includeDesignations', valueBoolean: true};
    const [without, with_] = await Promise.all([
      post('ValueSet/$expand', url, filter('otitis')),
      post('ValueSet/$expand', url, filter('otitis'), asked),
    ]);
    const first = (body: Json) => body['expansion']?.['contains']?.['0'];
    assert.deepEqual(first(without.body), {
      system: snomed,
      code: '65363002',
      display: 'Otitis media',
    });
    assert.deepEqual(first(with_.body)?.['designation']?.['1'], {
      language: 'cy',
      use,
      value: 'Haint yn y glust ganol',
    });
  });

  it('gives one page, and says how many there are', async () => {
    const page = [
      {name: 'offset', valueInteger: 1},
      {name: 'count', valueInteger: 1},
    ];
    const {body} = await post('ValueSet/$expand', url, ...page);
    assert.deepEqual(found(body), ['38341003']);
    assert.equal(Number(body['expansion']?.['total']), 3);
    const none = await post('ValueSet/$expand', url, {name: 'count', valueInteger: 0});
    assert.deepEqual(found(none.body), []);
    assert.equal(Number(none.body['expansion']?.['total']), 3);
  });

  it('finds by GET too, in the value set of another system', async () => {
    const {body} = await get('ValueSet/$expand?url=http://loinc.org/vs&filter=hemo&count=5');
    assert.deepEqual(found(body), ['718-7']);
  });

  it('takes a value set that comes with the question', async () => {
    const include = [{system: snomed, concept: [{code: '195967001'}, {code: '1'}]}];
    const resource = {resourceType: 'ValueSet', status: 'draft', compose: {include}};
    const {body} = await post('ValueSet/$expand', {name: 'valueSet', resource});
    assert.deepEqual(found(body), ['195967001']);
  });

  for (const [what, parts, status, problem] of [
    ['no value set', [filter('a')], 400, 'required'],
    ['one that it does not have', [{name: 'url', valueUri: 'urn:none'}], 404, 'not-found'],
    ['fewer than none', [url, {name: 'count', valueInteger: -1}], 400, 'value'],
    ['a count in words', [url, {name: 'count', valueString: '10'}], 400, 'invalid'],
    [
      'a value set that it cannot work out',
      [
        {
          name: 'valueSet',
          resource: {
            resourceType: 'ValueSet',
            compose: {include: [{system: snomed, filter: [{property: 'concept', op: 'is-a'}]}]},
          },
        },
      ],
      422,
      'not-supported',
    ],
  ] as const)
    it(`says so when it is asked for ${what}`, async () => {
      const answer = await post('ValueSet/$expand', ...parts);
      assert.equal(answer.status, status);
      assert.deepEqual(issue(answer.body), ['OperationOutcome', problem]);
    });
});
