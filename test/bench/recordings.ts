/**
 * Records as pages in files, so that no server's speed is measured. They are kept in `.bench/pages` and written anew when what they
 * are made from has changed.
 */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {globSync} from 'glob';
import {demoPeople, measurementRecord} from '../../demo/people/index.js';
import {writeRecordPages} from '../../demo/server/record-pages.js';
import type {DemoRecord} from '../../demo/server/types.js';
import type {Recorded} from './pages/harness.js';

/** Where recordings are kept. */
export const pagesFolder = resolve('.bench/pages');

/** One record in files. */
export interface Recording {
  readonly name: string;
  /** How many entries it has; for measuring. */
  readonly entries: number;
  readonly recorded: Recorded;
}

/** What one recorded answer holds. */
export interface PageFacts {
  readonly matches: number;
  /** Entries that were not asked for and came along. */
  readonly included: number;
  readonly bytes: number;
  readonly body: Buffer;
}

/** Everything that decides what is written. */
function fingerprint(base: string): string {
  const hash = createHash('sha256').update(base);
  const sources = [
    'demo/people/**/*.ts',
    'demo/server/*.ts',
    'src/sync/queries.ts',
    'src/model/record-kind.ts',
    'test/bench/recordings.ts',
  ];
  for (const path of globSync(sources).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

async function record(name: string, origin: string, make: () => DemoRecord & {entries: number}) {
  const base = `${origin}/recorded/${name}`;
  const folder = join(pagesFolder, name);
  const kept = join(pagesFolder, `${name}.json`);
  const print = fingerprint(base);
  if (existsSync(kept)) {
    const found = JSON.parse(readFileSync(kept, 'utf8')) as {print: string; recording: Recording};
    if (found.print === print) return found.recording;
  }
  console.log(`Recording ${name}`);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const {patient, resources, entries} = make();
  const written = await writeRecordPages({patient, resources}, folder, {base});
  const recording: Recording = {
    name,
    entries,
    recorded: {
      base,
      patient,
      types: written.map(({type}) => type),
      pages: written.map(({pages}) => pages),
    },
  };
  writeFileSync(kept, JSON.stringify({print, recording}));
  return recording;
}

/** The record for measuring that has `n` entries. `origin`: of the server that will serve it. */
export function recordOfSize(n: number, origin: string): Promise<Recording> {
  return record(String(n), origin, () => {
    const {patient, resources} = measurementRecord(n);
    return {patient, resources, entries: n};
  });
}

/** The 71-year-old of the demo. */
export function recordOfParveen(origin: string): Promise<Recording> {
  return record('parveen', origin, () => {
    const person = demoPeople().find(({key}) => key === 'parveen');
    if (!person) throw new Error('The demo has no Parveen');
    const {patient, resources} = person;
    return {patient, resources, entries: resources.length};
  });
}

interface Bundle {
  readonly resourceType?: string;
  readonly entry?: readonly {readonly search?: {readonly mode?: string}}[];
}

/** What was answered to a request of a recording. */
export function factsOf({name, recorded}: Recording, url: string): PageFacts {
  const path = new URL(url).pathname.slice(new URL(recorded.base).pathname.length + 1);
  const file = join(pagesFolder, name, `${path}.json`);
  if (!existsSync(file)) return {matches: 0, included: 0, bytes: 0, body: Buffer.alloc(0)};
  const body = readFileSync(file);
  const {resourceType, entry = []} = JSON.parse(body.toString()) as Bundle;
  const matches = entry.filter(({search}) => search?.mode === 'match').length;
  return {
    matches: resourceType === 'Bundle' ? matches : 0,
    included: entry.length - matches,
    bytes: body.length,
    body,
  };
}
