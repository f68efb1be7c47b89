/**
 * The browser delivery: `dist/phr-widgets.js` with its chunks, and `dist/phr-widgets.bundle.js` in one file
 * (`--mode bundle`). Storybook has a configuration of its own.
 */
import {defineConfig, type UserConfig} from 'vite';
import {minifyLiterals} from './scripts/minify-literals.js';
import {minifyScripts, plainExports} from './scripts/minify-scripts.js';
import {servedBrowsers} from './scripts/served-browsers.js';

/** The oldest browsers served, as README.md names them. `scripts/build.mjs` checks what comes out. */
const oldestBrowsers = ['safari16.4', 'chrome111', 'firefox115'];

/** What a code-splitting group is told of a module. */
interface ModuleGraph {
  getModuleInfo(
    id: string,
  ): {readonly isEntry: boolean; readonly importers: readonly string[]} | null;
}

/** What the index of a package passes on to whoever asks for it: it is needed only where somebody does. */
const passedOn = /\/@lit\/context\/lib\/(?:context-root|decorators\/consume)\.js$/;

/** True when an entry reaches the module through static imports alone. */
function isNeededAtOnce(id: string, graph: ModuleGraph, seen = new Set<string>()): boolean {
  if (seen.has(id) || passedOn.test(id)) return false;
  seen.add(id);
  const module = graph.getModuleInfo(id);
  if (!module) return false;
  return (
    module.isEntry || module.importers.some((importer) => isNeededAtOnce(importer, graph, seen))
  );
}

/**
 * Everything needed at once is one chunk with a hash in its name, and the entry only points to it. Lazy chunks
 * then import that chunk and never the entry: a page that asks for `phr-widgets.js?v=2` would otherwise load the
 * library a second time under its plain name.
 */
const chunked = {
  codeSplitting: {
    groups: [
      {
        name: (id: string, graph: ModuleGraph) => (isNeededAtOnce(id, graph) ? 'core' : null),
        debugName: 'core',
      },
    ],
  },
};

/** Vite's settings for one delivery of `entries`; also used to measure sizes. */
export function browserDelivery(entries: Record<string, string>, single = false): UserConfig {
  return {
    publicDir: false,
    logLevel: 'warn',
    plugins: [servedBrowsers(), minifyLiterals(), minifyScripts(), plainExports('core')],
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: oldestBrowsers,
      minify: false,
      modulePreload: false,
      sourcemap: false,
      reportCompressedSize: false,
      lib: {entry: entries, formats: ['es']},
      rolldownOptions: {
        checks: {pluginTimings: false},
        preserveEntrySignatures: 'strict',
        output: {
          minify: false,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash:6].js',
          ...(single ? {codeSplitting: false} : chunked),
        },
      },
    },
  };
}

export default defineConfig(({mode}) =>
  mode === 'bundle'
    ? browserDelivery({'phr-widgets.bundle': 'src/define.ts'}, true)
    : browserDelivery({'phr-widgets': 'src/define.ts'}),
);
