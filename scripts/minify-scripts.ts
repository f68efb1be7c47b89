/**
 * Scripts of the browser delivery, written short. What the bundler's own minifier leaves, Terser makes some three hundred
 * bytes of brotli smaller.
 */
import {minify as shorten} from 'terser';
import {minify, type Plugin} from 'vite';

/** Shortens every chunk. Chunks are named by their content after this. */
export function minifyScripts(): Plugin {
  return {
    name: 'minify-scripts',
    apply: 'build',
    async renderChunk(code, {fileName}) {
      const bundled = await minify(fileName, code, {module: true});
      const {code: short} = await shorten(bundled.code, {
        module: true,
        ecma: 2020,
        // Getters of ours do nothing but read. Statements, and functions side by side, compress best.
        compress: {
          passes: 2,
          pure_getters: true,
          keep_fargs: false,
          sequences: false,
          hoist_funs: true,
        },
      });
      return short === undefined ? null : {code: short, map: null};
    },
  };
}

const exported = /export\{([^}]*)\};?\s*$/;

/** The parts of `a as b,c` in a list of exports or imports. */
const names = (list = ''): (readonly [from: string, to: string])[] =>
  list.split(',').map((item) => {
    const [from = '', to = from] = item.trim().split(' as ');
    return [from, to];
  });

/**
 * What other chunks use of the first one goes by the names that it has there: a second set of short names compresses badly.
 * Only static imports use them, and the importing chunk's own name changes with the chunk that it imports from.
 */
export function plainExports(chunk: string): Plugin {
  return {
    name: 'plain-exports',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const first = chunks.find(({name, isEntry}) => name === chunk && !isEntry);
      const list = first && exported.exec(first.code);
      if (!first || !list) return;
      const own = new Map(names(list[1]).map(([local, alias]) => [alias, local]));
      const file = first.fileName.split('/').at(-1) ?? '';
      const importing = new RegExp(
        `import\\{([^}]*)\\}from"[./a-z]*${file.replaceAll('.', '\\.')}"`,
      );
      for (const other of chunks) {
        const found = importing.exec(other.code);
        if (!found) continue;
        const wanted = names(found[1]).map(([alias, local]) => {
          const source = own.get(alias);
          if (source === undefined) this.error(`${other.fileName} imports what ${file} lacks`);
          return source === local ? local : `${source} as ${local}`;
        });
        other.code = other.code.replace(found[0], () =>
          found[0].replace(found[1] ?? '', () => wanted.join(',')),
        );
      }
      first.code = first.code.replace(
        exported,
        () => `export{${[...new Set(own.values())].sort().join(',')}};`,
      );
    },
  };
}
