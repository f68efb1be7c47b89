/** Pages of an answer: complete, in order, without duplicates, whatever is written meanwhile. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ids, link, logins, observation, pages, serve} from './support.js';
import type {Got} from './support.js';

const many = Array.from({length: 137}, (_, at) =>
  observation(`o${String(at).padStart(3, '0')}`, 'anna', {
    // Pairs share a date, so that the order of equals matters.
    effectiveDateTime: `20${String(10 + Math.floor(at / 20))}-0${String(1 + (Math.floor(at / 2) % 9))}-01`,
  }),
);
const records = [{patient: 'anna', resources: [{resourceType: 'Patient', id: 'anna'}, ...many]}];
const writer = {
  login: 'writer',
  name: 'W',
  role: 'staff' as const,
  patient: 'anna',
  scope: 'user/*.cruds',
};
const setting = {records, logins: [...logins, writer]};

describe('the pages of an answer', () => {
  for (const sort of ['&_sort=-date', '&_sort=date', ''])
    for (const count of [1, 7, 20, 50, 200])
      it(`hold every entry once with _count=${String(count)}${sort}`, async () => {
        const {ask} = await serve(setting);
        const read = await pages(ask, `Observation?patient=anna${sort}&_count=${String(count)}`);
        const found = read.flatMap((body) => ids(body));
        const whole = ids((await ask(`Observation?patient=anna${sort}&_count=200`)).body);
        if (count > 1) assert.deepEqual(found, whole);
        else assert.deepEqual(found, whole.slice(0, 100));
        assert.equal(new Set(found).size, found.length);
        for (const body of read) assert.equal(Number(body['total']), 137);
      });

  it('are sorted over all of them', async () => {
    const {ask} = await serve(setting);
    const read = await pages(ask, 'Observation?patient=anna&_sort=-date&_count=20');
    const dates = read.flatMap((body) =>
      (body['entry'] as unknown as {resource: {effectiveDateTime: string}}[]).map(
        ({resource}) => resource.effectiveDateTime,
      ),
    );
    assert.equal(dates.length, 137);
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('grow to 50 after a quick first page of 20, and stay small after a small one', async () => {
    const {ask} = await serve(setting);
    const sizes = async (count: number) =>
      (await pages(ask, `Observation?_count=${String(count)}`)).map((body) => ids(body).length);
    assert.deepEqual(await sizes(20), [20, 50, 50, 17]);
    assert.deepEqual((await sizes(60)).slice(0, 3), [60, 60, 17]);
    assert.deepEqual((await sizes(10)).slice(0, 3), [10, 10, 10]);
  });

  it('never hold more than 200, and say so', async () => {
    const {ask} = await serve(setting);
    const {body} = await ask('Observation?_count=5000');
    assert.match(link(body, 'self') ?? '', /_count=200$/);
  });

  it('do not move when entries are written and deleted in between', async () => {
    const {ask} = await serve(setting);
    const first = await ask('Observation?patient=anna&_sort=-date&_count=20');
    const expected = (await pages(ask, 'Observation?patient=anna&_sort=-date&_count=20')).flatMap(
      (body) => ids(body),
    );
    await ask('Observation/new-one', {
      as: 'writer',
      method: 'PUT',
      body: observation('new-one', 'anna', {effectiveDateTime: '2026-11-01'}),
    });
    const gone = expected[60] ?? '';
    await ask(`Observation/${gone}`, {as: 'writer', method: 'DELETE'});
    const late = expected[90] ?? '';
    await ask(`Observation/${late}`, {
      as: 'writer',
      method: 'PUT',
      body: observation(late, 'anna', {effectiveDateTime: '2026-11-02'}),
    });

    const rest = await pages(ask, link(first.body, 'next') ?? '');

    const found = [...ids(first.body), ...rest.flatMap((body) => ids(body))];
    assert.deepEqual(
      found,
      expected.filter((id) => id !== gone),
    );
  });

  it('are the same each time the same link is asked', async () => {
    const {ask} = await serve(setting);
    const next = link((await ask('Observation?_count=20')).body, 'next') ?? '';
    const [one, two] = await Promise.all([ask(next), ask(next)]);
    assert.equal(one.text, two.text);
  });

  it('keep what was asked in their self link, and their tokens say nothing', async () => {
    const {ask} = await serve(setting);
    const {body} = await ask('Observation?patient=anna&_sort=-date&_count=20');
    const next = link(body, 'next') ?? '';
    assert.doesNotMatch(next, /anna|date|20\b/);
    const second: Got = await ask(next);
    assert.equal(link(second.body, 'self'), link(body, 'self'));
  });

  it('cannot be reached with a token that was changed', async () => {
    const {ask} = await serve(setting);
    const next = new URL(link((await ask('Observation?_count=20')).body, 'next') ?? '');
    const token = next.searchParams.get('_page') ?? '';
    next.searchParams.set('_page', token.replace(/\.[^.]+\./, '.0.'));
    assert.equal((await ask(next.href)).status, 400);
    const other = await serve(setting);
    assert.equal((await other.ask(`Observation?_page=${token}`)).status, 400);
  });
});
