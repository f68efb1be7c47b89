/** Serves test libraries that come as CommonJS as one ES module each, bundled once per run. */
import {build} from 'esbuild';

/** A web-test-runner plugin: imports of these packages get the bundle instead. */
export function commonjsBundle(...packages) {
  const prefix = '/__bundled__/';
  const bundles = new Map();
  const bundle = (name) => {
    if (!bundles.has(name)) {
      bundles.set(
        name,
        build({
          stdin: {contents: `export * from '${name}';`, resolveDir: process.cwd()},
          bundle: true,
          format: 'esm',
          write: false,
          define: {'process.env.NODE_ENV': '"production"', 'process.env': '{}'},
        }).then(({outputFiles}) => outputFiles[0].text),
      );
    }
    return bundles.get(name);
  };
  return {
    name: 'commonjs-bundle',
    resolveImport({source}) {
      return packages.includes(source) ? `${prefix}${source}.js` : undefined;
    },
    async serve(context) {
      if (!context.path.startsWith(prefix)) return undefined;
      const name = context.path.slice(prefix.length, -3);
      return packages.includes(name) ? {body: await bundle(name), type: 'js'} : undefined;
    },
  };
}
