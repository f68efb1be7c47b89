/** Files of the demo pages: the right types, a strict policy, nothing from outside the folders. */
import assert from 'node:assert/strict';
import {mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {serve} from './support.js';

const root = mkdtempSync(join(tmpdir(), 'demo-files-'));
after(() => {
  rmSync(root, {recursive: true});
});
for (const folder of ['site', 'library', 'recorded', 'site/sub', 'site/.hidden'])
  mkdirSync(join(root, folder));
writeFileSync(join(root, 'secret.txt'), 'secret');
writeFileSync(join(root, 'site/index.html'), '<!doctype html><title>Portal</title>');
writeFileSync(join(root, 'site/sub/index.html'), '<!doctype html><title>Sub</title>');
writeFileSync(join(root, 'site/.hidden/x.txt'), 'secret');
writeFileSync(join(root, 'site/portal.css'), 'body{}');
writeFileSync(join(root, 'library/phr-widgets.js'), 'export {}');
writeFileSync(join(root, 'recorded/Observation.json'), '{"resourceType":"Bundle"}');
symlinkSync(join(root, 'secret.txt'), join(root, 'site/link.txt'));

const staticFolders = [
  {path: '/', folder: join(root, 'site')},
  {path: '/phr-widgets/', folder: join(root, 'library')},
  {path: '/recorded/', folder: join(root, 'recorded'), fhir: true},
];
const {ask, server} = await serve({staticFolders});

/** Asks for exactly this path: `fetch` would tidy it. */
function raw(path: string): Promise<{readonly status: number; readonly text: string}> {
  return new Promise((resolve, reject) => {
    request({host: '127.0.0.1', port: new URL(server.url).port, path}, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => {
        resolve({status: answer.statusCode ?? 0, text});
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the files of the demo', () => {
  for (const [path, type] of [
    ['/', /^text\/html/],
    ['/sub/', /^text\/html/],
    ['/index.html?as=anna', /^text\/html/],
    ['/portal.css', /^text\/css/],
    ['/phr-widgets/phr-widgets.js', /^text\/javascript/],
    ['/recorded/Observation?patient=anna&_sort=-date', /^application\/fhir\+json/],
  ] as const)
    it(`are served at ${path} with their type`, async () => {
      const {status, headers} = await ask(server.url + path, {as: null});
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', type);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    });

  it('come with a policy that lets nothing inline run', async () => {
    const {headers} = await ask(`${server.url}/`, {as: null});
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('come with another policy when it is chosen', async () => {
    const chosen = "default-src 'self'";
    const other = await serve({staticFolders, contentSecurityPolicy: chosen});
    const {headers} = await other.ask(`${other.server.url}/`, {as: null});
    assert.equal(headers.get('content-security-policy'), chosen);
  });

  it('are not sent again to a reader who has them', async () => {
    const {headers} = await ask(`${server.url}/portal.css`, {as: null});
    const again = await ask(`${server.url}/portal.css`, {
      as: null,
      headers: {'If-None-Match': headers.get('etag') ?? ''},
    });
    assert.equal(again.status, 304);
  });

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/sub/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/phr-widgets/../../secret.txt',
    '/phr-widgets/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/link.txt',
    '/.hidden/x.txt',
    '/%00',
    '/%',
    '/nothing.html',
  ])
    it(`are not found at ${path}`, async () => {
      const {status, text} = await raw(path);
      assert.equal(status, 404);
      assert.doesNotMatch(text, /secret/);
    });
});
