import {strict as assert} from 'node:assert';
import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {build} from 'vite';
import {minifyScripts, plainExports} from '../../../scripts/minify-scripts.js';

const sources: Readonly<Record<string, string>> = {
  'entry.js': `import {first, Second, third} from 'core.js';
    export const load = () => import('lazy.js').then((lazy) => lazy.all(first(1), new Second().name, third));`,
  'core.js': `export const first = (value) => ['first', value];
    export class Second { get name() { return 'second'; } }
    export let third = 'third';
    export const $ = 'dollar';
    export const fourth = Math.random() < 2 ? 'fourth' : '';`,
  'lazy.js': `import {first, Second, third, fourth, $} from 'core.js';
    export const all = (...given) => [given, first(2), new Second().name, third, fourth, $];`,
};

interface Chunk {
  readonly fileName: string;
  readonly code: string;
}

async function delivered(): Promise<readonly Chunk[]> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {name: 'sources', resolveId: (id) => basename(id), load: (id) => sources[id]},
      minifyScripts(),
      plainExports('core'),
    ],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      lib: {entry: 'entry.js', formats: ['es']},
      rolldownOptions: {
        output: {
          minify: false,
          chunkFileNames: 'chunks/[name]-[hash:6].js',
          codeSplitting: {groups: [{name: (id: string) => (id === 'core.js' ? 'core' : null)}]},
        },
      },
    },
  });
  return (output as unknown as {output: Chunk[]}[])[0]?.output ?? [];
}

describe('the scripts of the browser delivery', () => {
  it('do what they were written to do, each chunk with the names that the first one has', async () => {
    const chunks = await delivered();
    const folder = mkdtempSync(join(tmpdir(), 'phr-delivery-'));
    for (const {fileName, code} of chunks) {
      mkdirSync(dirname(join(folder, fileName)), {recursive: true});
      writeFileSync(join(folder, fileName), code);
    }
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const entry = chunks.find(({fileName}) => !fileName.startsWith('chunks/'));
    const {load} = (await import(pathToFileURL(join(folder, entry?.fileName ?? '')).href)) as {
      load: () => Promise<unknown>;
    };

    const all = await load();

    assert.deepEqual(all, [
      [['first', 1], 'second', 'third'],
      ['first', 2],
      'second',
      'third',
      'fourth',
      'dollar',
    ]);
    rmSync(folder, {recursive: true});
  });

  it('have no second set of names for what one chunk takes from another', async () => {
    const chunks = await delivered();

    const core = chunks.find(({fileName}) => fileName.startsWith('chunks/core-'));

    assert.match(core?.code ?? '', /export\{[\w$,]+\};?\s*$/);
  });
});
