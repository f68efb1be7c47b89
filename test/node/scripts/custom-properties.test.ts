/** Every custom property that an element reads can be looked up: in custom-elements.json, at that element, with what it is unless set. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {globSync} from 'glob';

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly {
        readonly name: string;
        readonly default?: string;
        readonly description?: string;
      }[];
    }[];
  }[];
}

const codeOf = (path: string) =>
  readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const found = (code: string, pattern: RegExp) =>
  [...code.matchAll(pattern)].map(([, name = '']) => name);

/** What our own names stand for, as `--_text` for `--phr-color-text`, and the literal that each has at last. */
const tokens = new Map<string, {readonly name: string; readonly literal: string}>();
for (const path of globSync('src/styles/*.styles.ts'))
  for (const [, token = '', name = '', rest = ''] of codeOf(path).matchAll(
    /(--_[\w-]+):\s*var\(\s*(--phr-[\w-]+),([^;]*)\);/g,
  ))
    tokens.set(token, {name, literal: /([^,()\s]+)\)*$/.exec(rest.trim())?.[1] ?? ''});

/** An element's own files, and the shared style sheets that they take. */
function filesOf(folder: string): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (path: string) => {
    if (files.has(path)) return;
    files.add(path);
    for (const specifier of found(codeOf(path), /from '(\.[^']+\.styles)\.js'/g))
      visit(join(dirname(path), `${specifier}.ts`));
  };
  for (const path of globSync(`${folder}/*.ts`).sort()) visit(path);
  return files;
}

/** Every `--phr-*` whose value an element uses, itself or through an element that it draws. */
function readBy(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of filesOf(folder)) {
    const code = codeOf(path);
    // Where a name of ours is made from it, nothing uses it yet.
    const used = code.replace(/--_[\w-]+:\s*var\([^;]*;/g, '');
    for (const name of found(used, /var\(\s*(--(?:phr-|_)[\w-]+)/g)) {
      const read = name.startsWith('--phr-') ? name : tokens.get(name)?.name;
      if (read) names.add(read);
    }
    for (const drawn of found(code, /<phr-([a-z-]+)/g))
      for (const name of readBy(`src/components/${drawn}`)) names.add(name);
  }
  return names;
}

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
const documented = new Map(
  manifest.modules.flatMap(({declarations = []}) =>
    declarations.flatMap(({tagName, cssProperties = []}) =>
      tagName ? [[tagName, cssProperties] as const] : [],
    ),
  ),
);

describe('custom properties', () => {
  for (const define of globSync('src/components/*/*.define.ts').sort()) {
    const folder = dirname(define);
    const tag = `phr-${basename(folder)}`;

    it(`of <${tag}> are documented, every one that it reads and no other`, () => {
      const names = (documented.get(tag) ?? []).map(({name}) => name).sort();
      assert.deepEqual(names, [...readBy(folder)].sort());
    });

    it(`of <${tag}> are documented with what they are unless set, and what for`, () => {
      const literals = new Map([...tokens.values()].map(({name, literal}) => [name, literal]));
      for (const {name, default: initial, description} of documented.get(tag) ?? []) {
        assert.ok(description, `${name} says what it is for`);
        assert.equal(initial, literals.get(name) ?? initial, name);
        assert.ok(initial, `${name} has a value of its own`);
      }
    });
  }

  it('are all read by some element', () => {
    const everywhere = globSync('src/**/*.ts').flatMap((path) =>
      found(codeOf(path), /var\(\s*(--phr-[\w-]+)/g),
    );
    const all = new Set([...documented.values()].flat().map(({name}) => name));
    assert.ok(all.size > 20, `${String(all.size)} are documented`);
    assert.deepEqual([...all].sort(), [...new Set(everywhere)].sort());
  });
});
