/** Builds what the pages load into `.bench/site`: the library as `npm run build` delivers it, and the benchmark's own pages. */
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {build as bundle, type Plugin} from 'esbuild';
import {build as deliver} from 'vite';
import {browserDelivery} from '../../vite.config.js';
import {peerFolder, type Peer} from './peers.js';
import type {Recording} from './recordings.js';

export const siteFolder = resolve('.bench/site');

const pages = ['element', 'vanilla', 'lit-list', 'arrive', 'view', 'decode', 'glossary'] as const;
/** Pages that load the library. */
const withLibrary: ReadonlySet<string> = new Set(['element', 'arrive', 'view']);

const head = (css: boolean, name: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="stylesheet" href="/bench/bench.css">${css ? `<link rel="stylesheet" href="/bench/${name}.css">` : ''}</head>`;
const scripts = (library: boolean, name: string): string =>
  `${library ? '<script type="module" src="/bench/library/phr-widgets.js"></script>' : ''}<script type="module" src="/bench/${name}.js"></script>`;

const css = `body { margin: 0; }
.row { display: block; box-sizing: border-box; min-height: 72px; padding: 8px 12px; border-bottom: 1px solid #d8dde0; font: 16px/1.4 sans-serif; }
.row h3 { font-size: 17px; margin: 0; }
.row p { margin: 0; }
`;

/** What a peer's page imports comes from where the peer is installed, never from the project. */
function fromPeer(peer: Peer): Plugin {
  const page = resolve(`test/bench/peers/${peer}`);
  return {
    name: 'from-peer',
    setup(build) {
      build.onResolve({filter: /^[^./]/}, ({path, importer, kind}) =>
        importer.startsWith(page)
          ? build.resolve(path, {kind, resolveDir: peerFolder(peer)})
          : undefined,
      );
    },
  };
}

async function bundlePage(
  entry: string,
  name: string,
  minify: boolean,
  plugins: Plugin[] = [],
): Promise<void> {
  await bundle({
    entryPoints: [entry],
    outfile: join(siteFolder, `${name}.js`),
    bundle: true,
    minify,
    format: 'esm',
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
    conditions: ['production', 'browser', 'import'],
    loader: {'.svg': 'dataurl'},
    external: ['*.woff2', '*.woff', '*.ttf', '*.eot'],
    logLevel: 'error',
    plugins,
  });
}

/** Builds everything anew. `minify`: as it is shipped; otherwise functions keep their names. */
export async function buildSite(peers: readonly Peer[], minify: boolean): Promise<void> {
  rmSync(siteFolder, {recursive: true, force: true});
  mkdirSync(siteFolder, {recursive: true});
  const delivery = browserDelivery({'phr-widgets': 'src/define.ts'});
  await deliver({
    ...delivery,
    configFile: false,
    mode: 'production',
    build: {
      ...delivery.build,
      outDir: join(siteFolder, 'library'),
      rolldownOptions: {
        ...delivery.build?.rolldownOptions,
        output: {...delivery.build?.rolldownOptions?.output, minify},
      },
    },
  });
  writeFileSync(join(siteFolder, 'bench.css'), css);
  for (const name of pages) {
    await bundlePage(`test/bench/pages/${name}.ts`, name, minify);
    const body =
      name === 'element'
        ? '<div id="host"></div><phr-provider><phr-record-timeline></phr-record-timeline></phr-provider>'
        : '<div id="host"></div>';
    writePage(name, `${head(false, name)}<body>${body}${scripts(withLibrary.has(name), name)}`);
  }
  // The page of the element once more, with a glossary around it.
  writePage(
    'in-glossary',
    `${head(false, 'in-glossary')}<body><div id="host"></div><phr-provider><phr-glossary><phr-record-timeline></phr-record-timeline></phr-glossary></phr-provider>${scripts(true, 'element')}`,
  );
  for (const name of peers) {
    await bundlePage(`test/bench/peers/${name}/page.js`, name, minify, [fromPeer(name)]);
    const hasStyles = existsSync(join(siteFolder, `${name}.css`));
    writePage(name, `${head(hasStyles, name)}<body><div id="host"></div>${scripts(false, name)}`);
  }
}

function writePage(name: string, content: string): void {
  writeFileSync(join(siteFolder, `${name}.html`), content);
}

/** A page with the record in its markup, as a trust writes it; for cold starts. Gives back its name. */
export function writeColdPage({name, recorded}: Recording, inGlossary = false): string {
  const page = `cold-${name}${inGlossary ? '-in-glossary' : ''}`;
  const [open, close] = inGlossary ? ['<phr-glossary>', '</phr-glossary>'] : ['', ''];
  writePage(
    page,
    `${head(false, page)}<body><phr-provider base-url="${recorded.base}" patient="${recorded.patient}">${open}<phr-record-timeline></phr-record-timeline>${close}</phr-provider>${scripts(true, 'element')}`,
  );
  return page;
}
