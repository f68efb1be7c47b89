/** `npm run bench`: builds, serves, measures, prints, and says which gates were not kept. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {cpus, totalmem} from 'node:os';
import {startDemoServer, type DemoServer} from '../../demo/server/demo-server.js';
import {startBrowser} from './browser.js';
import {measureArrive} from './measures/arrive.js';
import {measureAsked} from './measures/asked.js';
import {measureDecode} from './measures/decode.js';
import {measureFirstRow} from './measures/first-row.js';
import {measureGlossary} from './measures/glossary.js';
import {measureGlossaryScreen} from './measures/glossary-screen.js';
import {measurePeers} from './measures/peers.js';
import type {Setting} from './measures/setting.js';
import {measureView} from './measures/view.js';
import {ofGlossary, readOptions, type Measurement, type Options} from './options.js';
import {definitionsFolder, install, peers, type Peer} from './peers.js';
import {pagesFolder, recordOfParveen, recordOfSize} from './recordings.js';
import {Report} from './report.js';
import {buildSite, siteFolder} from './site.js';

const document = 'docs/benchmarks.md';
const marks = ['<!-- tables begin -->', '<!-- tables end -->'] as const;
const glossaryMarks = [
  '<!-- tables of the glossary begin -->',
  '<!-- tables of the glossary end -->',
] as const;
/** Recordings hold addresses: with the same port they can be used again. */
const usualPort = 48_731;

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

const measures: Readonly<Record<Measurement, (setting: Setting) => Promise<void>>> = {
  'first-row': measureFirstRow,
  asked: measureAsked,
  arrive: measureArrive,
  view: measureView,
  decode: measureDecode,
  glossary: measureGlossary,
  'glossary-screen': measureGlossaryScreen,
};

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

async function serve(): Promise<DemoServer> {
  return startDemoServer({
    host: '127.0.0.1',
    port: (await isFree(usualPort)) ? usualPort : 0,
    records: [],
    staticFolders: [
      {path: '/recorded/', folder: pagesFolder, fhir: true},
      {path: '/bench/', folder: siteFolder},
      {path: '/definitions/', folder: definitionsFolder},
    ],
    contentSecurityPolicy: policy,
  });
}

function installPeers({peers: asked}: Options, report: Report): readonly Peer[] {
  if (!asked) {
    report.notRun('other libraries', 'ask for them with --peers');
    return [];
  }
  return peers.filter((peer) => {
    const problem = install(peer);
    if (problem !== undefined) report.notRun(peer, problem);
    return problem === undefined;
  });
}

/** Runs what was asked for; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const report = new Report();
  // Its tables have a place of their own in the document, so that either can be taken again without the other.
  const glossaryReport = new Report();
  const installed = installPeers(options, report);
  await buildSite(installed, !options.profile);
  const server = await serve();
  const browser = await startBrowser();
  let machine = '';
  try {
    machine = describeMachine(await browser.version());
    console.log(machine);
    const recordings = new Map(
      await Promise.all(
        options.sizes.map(async (size) => [size, await recordOfSize(size, server.url)] as const),
      ),
    );
    const parveen = await recordOfParveen(server.url);
    const setting: Setting = {
      browser,
      origin: server.url,
      options,
      report,
      recordings,
      parveen,
    };
    for (const name of options.only)
      await measures[name](ofGlossary.has(name) ? {...setting, report: glossaryReport} : setting);
    if (options.peers) await measurePeers(setting, installed);
  } finally {
    await browser.close();
    await server.close();
  }
  const hasGlossary = options.only.some((name) => ofGlossary.has(name));
  const hasOthers = options.peers || options.only.some((name) => !ofGlossary.has(name));
  const kept = [
    ...(hasOthers ? [[report, marks] as const] : []),
    ...(hasGlossary ? [[glossaryReport, glossaryMarks] as const] : []),
  ];
  for (const [one, place] of kept) {
    one.printGates();
    if (options.keep) keep(`${machine}\n\n${one.markdown()}`, args, place);
  }
  const breaches = kept.flatMap(([one]) => one.breaches);
  if (breaches.length === 0) return 0;
  console.error(`\nOver its gate:\n  ${breaches.join('\n  ')}`);
  return 1;
}

function describeMachine(chromium: string): string {
  const [cpu] = cpus();
  const {version} = JSON.parse(readFileSync('node_modules/lit/package.json', 'utf8')) as {
    version: string;
  };
  const processors = `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown processor'}`;
  const memory = `${String(Math.round(totalmem() / 1e9))} GB`;
  const date = new Date().toISOString().slice(0, 10);
  return `${date}. ${processors}, ${memory}; ${chromium}, 390 × 844; Node ${process.versions.node}; Lit ${version}.`;
}

/** Puts the tables between their marks in the document. */
function keep(
  tables: string,
  args: readonly string[],
  [begin, end]: typeof marks | typeof glossaryMarks,
): void {
  const command = `npm run bench -- ${args.join(' ')}`;
  const text = existsSync(document) ? readFileSync(document, 'utf8') : '';
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${document} has no place for the tables`);
  writeFileSync(document, `${before}${begin}\n\n\`${command}\`\n\n${tables}\n\n${end}${after}`);
}
