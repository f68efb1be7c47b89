/** `npm start`, run as a person runs it, but for the build before it: the widgets are built already when tests run. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {scripts} = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
const [build, serve = ''] = scripts['start']?.split(' && ') ?? [];

describe('npm start', () => {
  let said = '';
  let stop: () => Promise<unknown> = () => Promise.resolve();

  before(async () => {
    const [program, ...args] = serve.split(' ');
    assert.equal(program, 'tsx');
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      // Port 0 is any free one.
      env: {...process.env, PORT: '0'},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(child, 'exit');
    stop = () => {
      child.kill('SIGTERM');
      return gone;
    };
    child.stdout.setEncoding('utf8');
    for await (const part of child.stdout as AsyncIterable<string>) {
      said += part;
      if (said.includes('to stop it')) break;
    }
  });
  after(() => stop());

  it('builds what it serves before it serves it', () => {
    const script = /^node (\S+) --browser-only$/.exec(build ?? '')?.[1];

    assert.ok(script && existsSync(`${root}/${script}`), build);
  });

  it('prints exactly one address, and the portal page with its widgets answers there', async () => {
    const addresses = said.match(/https?:\/\/\S+/g) ?? [];

    assert.equal(addresses.length, 1, said);
    const [address = ''] = addresses;
    const page = await fetch(address);
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.match(html, /<phr-record-timeline>/);
    const [, library = ''] = /src="([^"]*phr-widgets\.js)"/.exec(html) ?? [];
    assert.equal((await fetch(new URL(library, address))).status, 200);
    const people = await fetch(new URL('/demo/people', address));
    assert.match(await people.text(), /Parveen Nidderdale/);
  });

  it('stops when it is told to', async () => {
    const [code] = (await stop()) as [number | null];

    assert.equal(code, 0);
  });
});
