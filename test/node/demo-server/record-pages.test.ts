/** Recorded pages, served as files, hold what the server answers. */
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {timelineSearches, writeRecordPages} from '../../../demo/server/record-pages.js';
import {ids, link, observation, pages, serve} from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'demo-pages-'));
after(() => {
  rmSync(folder, {recursive: true});
});
const record = {
  patient: 'anna',
  resources: [
    {resourceType: 'Patient', id: 'anna'},
    ...Array.from({length: 130}, (_, at) =>
      observation(`o${String(at)}`, 'anna', {effectiveDateTime: `${String(1900 + at)}`}),
    ),
  ],
};

describe('recorded pages', async () => {
  const {ask, server} = await serve({
    records: [record],
    staticFolders: [{path: '/recorded/', folder, fhir: true}],
  });
  const base = `${server.url}/recorded`;
  const recorded = await writeRecordPages(record, folder, {base});

  it('are written for every type the timeline asks for', () => {
    assert.deepEqual(
      recorded.map(({type}) => type),
      timelineSearches().map(({type}) => type),
    );
    const found = recorded.find(({type}) => type === 'Observation');
    assert.equal(found?.pages, 4);
    assert.equal(found.matches, 130);
  });

  it('hold the same entries in the same order as the server', async () => {
    const query = 'Observation?patient=anna&_sort=-date&_count=20';
    const asFiles = await pages(ask, `${base}/${query}`);
    const asServed = await pages(ask, query);
    assert.deepEqual(
      asFiles.map((body) => ids(body)),
      asServed.map((body) => ids(body)),
    );
    assert.deepEqual(
      asFiles.map((body) => ids(body).length),
      [20, 50, 50, 10],
    );
  });

  it('say what was honoured and stay under their base', async () => {
    const {body, headers} = await ask(`${base}/Observation?patient=anna`);
    assert.match(headers.get('content-type') ?? '', /fhir\+json/);
    assert.match(link(body, 'self') ?? '', /patient=anna&_sort=-date/);
    assert.equal(link(body, 'next'), `${base}/Observation-2`);
    assert.equal((await ask(`${base}/Patient/anna`)).body['id'], 'anna');
    assert.equal((await ask(`${base}/metadata`)).body['fhirVersion'], '4.0.1');
  });

  it('are the same bytes when written again', async () => {
    const read = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    const before = read();
    await writeRecordPages(record, folder, {base});
    assert.deepEqual(read(), before);
  });
});
