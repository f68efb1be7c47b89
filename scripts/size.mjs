/**
 * `npm run size`: what a page must fetch before the first row, and each lazy chunk apart, in kB of brotli.
 * Budgets stand in scripts/size-budget.json; a breach fails with the reason.
 */
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {tsImport} from 'tsx/esm/api';
import {build} from 'vite';

const budget = JSON.parse(readFileSync('scripts/size-budget.json', 'utf8'));
const {browserDelivery} = await tsImport('../vite.config.ts', import.meta.url);

/** Compressed once: a chunk is a part of several screens, and the terms of the glossary take seconds. */
const compressed = new Map();
const sizeOf = (code) =>
  brotliCompressSync(code, {
    params: {[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY},
  }).length;

function brotli(code) {
  if (!compressed.has(code)) compressed.set(code, sizeOf(code));
  return compressed.get(code);
}

/** Chunks by file name, as a browser would fetch them. */
async function chunksOf(entries) {
  const named = Object.fromEntries(entries.map((path, at) => [`entry-${at}`, path]));
  const config = browserDelivery(named);
  const result = await build({
    ...config,
    configFile: false,
    build: {...config.build, write: false},
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) => one.output);
  return new Map(
    output.filter((one) => one.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
}

/** Names of the chunks reached from `starts` by static imports. */
function staticGraph(chunks, starts) {
  const reached = new Set();
  const visit = (name) => {
    if (reached.has(name) || !chunks.has(name)) return;
    reached.add(name);
    chunks.get(name).imports.forEach(visit);
  };
  starts.forEach(visit);
  return reached;
}

const sourceOf = (chunk) =>
  chunk.facadeModuleId ? relative('.', chunk.facadeModuleId) : `(shared) ${chunk.name}`;
const sum = (chunks, names) =>
  [...names].reduce((total, name) => total + brotli(chunks.get(name).code), 0);

/** `--modules`: what a first screen is made of, largest first, in bytes before compression. */
function printModules(name, chunks, first) {
  const modules = [...first].flatMap((file) =>
    Object.entries(chunks.get(file).modules).map(([id, {code}]) => [
      code?.length ?? 0,
      relative('.', id),
    ]),
  );
  console.log(`${name}, bytes before compression:`);
  for (const [bytes, id] of modules.sort(([a], [b]) => b - a))
    console.log(`${String(bytes).padStart(8)}  ${id}`);
}

const rows = [];
const breaches = [];
const overGate = [];
const lazySeen = new Map();
const neededSeen = new Set();

for (const screen of budget.firstScreens) {
  const chunks = await chunksOf(screen.entries);
  const all = [...chunks.values()];
  const starts = all.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
  // Some modules are loaded on demand and yet before the first row: they count, and the budget file names them.
  const needed = all.filter((chunk) => budget.neededThoughLazy.includes(sourceOf(chunk)));
  for (const chunk of needed) neededSeen.add(sourceOf(chunk));
  const first = staticGraph(chunks, [...starts, ...needed.map((chunk) => chunk.fileName)]);
  const size = sum(chunks, first) / 1000;
  rows.push([screen.name, size, screen.aim, screen.gate]);
  // A gate that is not met yet stays the goal; the ceiling keeps what was gained.
  const limit = screen.ceiling ?? screen.gate;
  if (size > screen.gate && size <= limit)
    overGate.push(
      `${screen.name}: OVER THE GATE OF ${screen.gate} kB by ${(size - screen.gate).toFixed(1)} kB (ceiling ${limit})`,
    );
  if (process.argv.includes('--modules')) printModules(screen.name, chunks, first);
  if (size > limit) {
    breaches.push(
      `${screen.name} is ${size.toFixed(1)} kB, over its ${limit} kB: ${[...first]
        .map((name) => `${name} ${(brotli(chunks.get(name).code) / 1000).toFixed(1)}`)
        .join(', ')}`,
    );
  }
  // Some come beside the first screen, on every page, and no row waits for them: later chunks find them there.
  const isBeside = (chunk) => budget.fetchedBeside.includes(sourceOf(chunk));
  const beside = staticGraph(
    chunks,
    all.filter(isBeside).map((chunk) => chunk.fileName),
  );
  rows.push([
    `  fetched beside it`,
    sum(
      chunks,
      [...beside].filter((name) => !first.has(name)),
    ) / 1000,
  ]);
  for (const chunk of all) {
    if (!chunk.isDynamicEntry || first.has(chunk.fileName)) continue;
    // What asks for it is there before it, whichever of its importers that is, and so is what is always fetched.
    const importers = all
      .filter((other) => other.dynamicImports.includes(chunk.fileName))
      .map((other) => staticGraph(chunks, [other.fileName]));
    const isThere = (name) =>
      first.has(name) ||
      importers.every((graph) => graph.has(name)) ||
      (beside.has(name) && !isBeside(chunk));
    const extra = [...staticGraph(chunks, [chunk.fileName])].filter((name) => !isThere(name));
    lazySeen.set(sourceOf(chunk), sum(chunks, extra) / 1000);
  }
}

// What an element adds to a page that has others already, with what those fetch beside them.
for (const {name, entries, beyond, lazy, gate, ceiling = gate} of budget.additions) {
  const sizeOf = async (paths) => {
    const chunks = await chunksOf(paths);
    const all = [...chunks.values()];
    const fetched = all.filter(
      (chunk) => chunk.isEntry || [...budget.fetchedBeside, ...lazy].includes(sourceOf(chunk)),
    );
    return sum(
      chunks,
      staticGraph(
        chunks,
        fetched.map((chunk) => chunk.fileName),
      ),
    );
  };
  const size = ((await sizeOf([...beyond, ...entries])) - (await sizeOf(beyond))) / 1000;
  rows.push([name, size, undefined, gate]);
  if (size > ceiling) breaches.push(`${name} is ${size.toFixed(1)} kB, over its ${ceiling} kB`);
  else if (size > gate)
    overGate.push(
      `${name}: OVER THE GATE OF ${gate} kB by ${(size - gate).toFixed(1)} kB (ceiling ${ceiling})`,
    );
}

const missing = budget.neededThoughLazy.filter((path) => !neededSeen.has(path));
if (missing.length > 0)
  breaches.push(`size-budget.json counts ${missing.join(', ')}, which is no lazy chunk`);
for (const [name, size] of [...lazySeen].sort()) {
  const gate = budget.lazy[name] ?? budget.lazy.gate;
  rows.push([`  lazy: ${name}`, size, undefined, gate]);
  if (size > gate)
    breaches.push(`The lazy chunk ${name} is ${size.toFixed(1)} kB, over its ${gate} kB`);
}

const width = Math.max(...rows.map(([name]) => name.length));
const column = (value) => (value === undefined ? '' : value.toFixed(1)).padStart(7);
console.log(`${'kB of brotli, Lit included'.padEnd(width)}   size     aim    gate`);
for (const [name, size, aim, gate] of rows)
  console.log(`${name.padEnd(width)} ${column(size)} ${column(aim)} ${column(gate)}`);
for (const line of overGate) console.error(`\n${line}`);
if (breaches.length > 0) {
  console.error(`\nToo big:\n  ${breaches.join('\n  ')}`);
  process.exit(1);
}
