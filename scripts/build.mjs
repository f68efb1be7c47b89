/**
 * `npm run build`: unbundled ES modules with their types, then the browser delivery, then checks of what came out.
 * `--browser-only` leaves the first out: it is all that `npm start` needs.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {transform} from 'esbuild';
import {globSync} from 'glob';
import {build} from 'vite';

const browserOnly = process.argv.includes('--browser-only');

/** Oldest browsers of README.md, in the words of esbuild. */
const oldestBrowsers = ['safari16.4', 'ios16.4', 'chrome111', 'firefox115'];

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (browserOnly) {
  for (const path of globSync('dist/{phr-widgets*.js,chunks}')) rmSync(path, {recursive: true});
} else {
  rmSync('dist', {recursive: true, force: true});
  const tsc = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], {stdio: 'inherit'});
  if (tsc.status !== 0) fail('The ES modules could not be compiled');
}
// The mode says which delivery: see vite.config.ts. Both take Lit's production build, as any `vite build` does.
const chunked = (await build({mode: 'production'}))[0].output;
const single = (await build({mode: 'bundle'}))[0].output;

/** The licences of what is inside the browser delivery ask to be handed on with it. */
const bundled = new Set(
  [...chunked, ...single]
    .flatMap((chunk) => Object.keys(chunk.modules))
    .map((id) => id.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean),
);
const notices = [...bundled].sort().map((name) => {
  const {version, license} = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const [file] = globSync(`node_modules/${name}/LICENSE*`);
  if (!file) fail(`${name} comes without a licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
for (const path of ['dist/phr-widgets.js', 'dist/phr-widgets.bundle.js'])
  writeFileSync(
    path,
    `/*! phr-widgets (MIT), with ${[...bundled].sort().join(', ')}: THIRD-PARTY-LICENSES.txt */\n${readFileSync(path, 'utf8')}`,
  );

/** Syntax newer than the oldest browsers is what esbuild would have to rewrite for them. */
async function newSyntax(code) {
  const options = {
    loader: 'js',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    // esbuild waits for the newest scripts of Unicode; the properties we ask for are in all three since 2020.
    supported: {'regexp-unicode-property-escapes': true},
  };
  const [as, lowered] = await Promise.all([
    transform(code, {...options, target: 'esnext'}),
    transform(code, {...options, target: oldestBrowsers}),
  ]);
  return as.code !== lowered.code || lowered.warnings.length > 0;
}

/** What a strict Content-Security-Policy refuses, a page that loads us twice trips over, or nobody should ship. */
const forbidden = [
  [/\beval\(|\bFunction\(/, 'runs text as code'],
  [
    /\bRegExp\([^)]*,\s*["'`][a-z]*v/,
    'has a pattern with the v flag, which Safari 16.4 does not know',
  ],
  [/<style[\s>]/, 'has a style element in a template'],
  [/\.innerHTML\s*=(?!=)/, 'sets innerHTML'],
  [/Lit is in dev mode/, "holds Lit's development build"],
  [/\bprocess\.env\b/, 'asks for process.env, which browsers do not have'],
];
const problems = [];
for (const chunk of [...chunked, ...single]) {
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    if (![...chunked, ...single].some(({fileName}) => fileName === name))
      problems.push(`${chunk.fileName} imports ${name}, which no page has`);
    // A page may load the entry by another name, such as `phr-widgets.js?v=2`: that would be a second copy.
    if (name === 'phr-widgets.js') problems.push(`${chunk.fileName} imports the entry`);
  }
}
if (single.length !== 1) problems.push('dist/phr-widgets.bundle.js is not one file');
for (const path of globSync('dist/**/*.js').sort()) {
  const code = readFileSync(path, 'utf8');
  if (await newSyntax(code))
    problems.push(`${path} has syntax newer than ${oldestBrowsers.join(', ')}`);
  const isBrowserDelivery = /^dist\/(phr-widgets|chunks\/)/.test(path);
  for (const [pattern, what] of forbidden) {
    // Lit itself sets innerHTML of a template, through its Trusted Types policy.
    const isLits = what === 'sets innerHTML' && isBrowserDelivery;
    const matches = code.match(new RegExp(pattern, 'g'))?.length ?? 0;
    if (matches > (isLits ? 1 : 0)) problems.push(`${path} ${what}`);
  }
}
for (const path of globSync('dist/**/*.d.ts')) {
  if (readFileSync(path, 'utf8').includes('fhir/r4'))
    problems.push(`${path} publishes the types of fhir/r4`);
}
const registered = globSync('src/components/**/*.define.ts').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/customElements\.define\(\s*'([^']+)'/g)].map(
    ([, tag]) => tag,
  ),
);
const deliveries = [['dist/phr-widgets.js', 'dist/chunks/*.js'], ['dist/phr-widgets.bundle.js']];
for (const paths of deliveries) {
  const code = globSync(paths)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  for (const tag of registered) {
    if (!new RegExp(`\\.define\\(["'\`]${tag}["'\`]`).test(code))
      problems.push(`${paths[0]} does not register <${tag}>`);
  }
}
if (problems.length > 0) fail(`The build is wrong:\n  ${problems.join('\n  ')}`);
const kilobytes = (path) => (readFileSync(path).length / 1000).toFixed(1);
for (const path of globSync('dist/{phr-widgets*.js,chunks/*.js}').sort())
  console.log(`${kilobytes(path).padStart(7)} kB  ${path}`);
