/**
 * `npm run manifest` writes custom-elements.json from the class comments. With `--check` it only says whether the
 * committed file is what the comments say now, and whether every element that is registered stands in it.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {globSync} from 'glob';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const fail = (message) => {
  console.error(message);
  process.exit(1);
};

let fresh;
try {
  const run = spawnSync('npx', ['cem', 'analyze', '--quiet', '--outdir', relative('.', folder)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) fail('The analyser failed');
  const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  fresh = `${JSON.stringify(manifest, null, 2)}\n`;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

const described = new Set(
  [...fresh.matchAll(/"tagName": "([^"]+)"/g)].map(([, tagName]) => tagName),
);
const registered = globSync('src/components/**/*.define.ts').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/customElements\.define\(\s*'([^']+)'/g)].map(
    ([, tagName]) => tagName,
  ),
);
if (registered.length === 0) fail('No element is registered by a literal name in a *.define.ts');
const missing = registered.filter((tagName) => !described.has(tagName));
if (missing.length > 0) fail(`Registered, but not described in the manifest: ${missing}`);

if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync('custom-elements.json', 'utf8');
  } catch {
    // Said below.
  }
  if (committed !== fresh)
    fail('custom-elements.json is not what the class comments say now. Run: npm run manifest');
  console.log(`custom-elements.json describes ${registered.join(', ')}`);
} else {
  writeFileSync('custom-elements.json', fresh);
}
