/**
 * Writes what the server would answer to the timeline's searches as files, so that a benchmark can serve them without measuring any
 * server: `Observation.json` is the first page, `Observation-2.json` the second, with links between them. Serve the folder with a
 * `StaticFolder` of `fhir: true`: a query in the address is ignored.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {queryFor, typesOf} from '../../src/sync/queries.js';
import {Access, everyone} from './access.js';
import {linkOf} from './awkward/behaviour.js';
import {capabilityStatement} from './capability-statement.js';
import type {JsonObject} from './json.js';
import {isObject, list} from './json.js';
import {Snapshots} from './paging.js';
import {RecordStore} from './record-store.js';
import {firstPage, laterPageOf} from './search-bundle.js';
import type {SearchSetting} from './search-bundle.js';
import {parseSearch} from './search-query.js';
import type {DemoRecord} from './types.js';

/** One search to record. */
export interface RecordedSearch {
  readonly type: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** How pages are written. */
export interface RecordPagesOptions {
  /** FHIR base under which the folder will be served, without a closing slash. */
  readonly base: string;
  /** Matches on the first page; usually 20. Later pages hold what the server gives after that: 50. */
  readonly firstPage?: number;
  /** Absent: what the timeline asks of each type. */
  readonly searches?: readonly RecordedSearch[];
  /** The moment taken as now, in milliseconds; usually 2026-11-21. */
  readonly now?: number;
}

/** What was written for one type. */
export interface RecordedType {
  readonly type: string;
  readonly pages: number;
  /** Matches over all pages. */
  readonly matches: number;
  /** Bytes of all pages, not compressed. */
  readonly bytes: number;
}

const usualNow = Date.UTC(2026, 10, 21, 12);

/** What the timeline asks of each type of record. */
export function timelineSearches(): readonly RecordedSearch[] {
  return typesOf(undefined).map((type) => ({type, parameters: queryFor(type).parameters}));
}

/** Records one person's pages into a folder, which is made when it is not there. The same record gives the same bytes. */
export async function writeRecordPages(
  record: DemoRecord,
  folder: string,
  options: RecordPagesOptions,
): Promise<readonly RecordedType[]> {
  const {base} = options;
  const now = options.now ?? usualNow;
  const store = new RecordStore(() => now);
  store.load([record]);
  const reader = {...everyone, patient: record.patient};
  const setting: SearchSetting = {
    store,
    access: new Access(reader, store),
    snapshots: new Snapshots(),
    base,
  };
  await mkdir(join(folder, 'Patient'), {recursive: true});
  await write(folder, 'metadata', capabilityStatement(base));
  const patient = store.row(`Patient/${record.patient}`);
  if (!patient) throw new Error(`The record has no Patient/${record.patient}`);
  await write(folder, patient.key, patient.resource);
  const recorded: RecordedType[] = [];
  for (const search of options.searches ?? timelineSearches())
    recorded.push(
      await recordSearch(search, record.patient, folder, setting, options.firstPage ?? 20),
    );
  return recorded;
}

async function recordSearch(
  {type, parameters}: RecordedSearch,
  patient: string,
  folder: string,
  setting: SearchSetting,
  count: number,
): Promise<RecordedType> {
  const asked = [['patient', patient], ...parameters, ['_count', String(count)]] as const;
  const query = parseSearch(
    type,
    asked.map(([name = '', value = '']) => [name, value] as const),
    {strict: true},
  );
  let pages = 0;
  let matches = 0;
  let bytes = 0;
  let bundle: JsonObject | undefined = firstPage(query, setting);
  while (bundle) {
    pages++;
    const next = linkOf(bundle, 'next');
    const name = pages === 1 ? type : `${type}-${String(pages)}`;
    bytes += await write(folder, name, {
      ...bundle,
      link: [
        {relation: 'self', url: linkOf(bundle, 'self')},
        ...(next === undefined
          ? []
          : [{relation: 'next', url: `${setting.base}/${type}-${String(pages + 1)}`}]),
      ],
    });
    matches += list(bundle['entry']).filter(
      (entry) =>
        isObject(entry) && isObject(entry['search']) && entry['search']['mode'] === 'match',
    ).length;
    const token: string | null =
      next === undefined ? null : new URL(next).searchParams.get('_page');
    bundle = token === null ? undefined : laterPageOf(token, setting);
  }
  return {type, pages, matches, bytes};
}

async function write(folder: string, name: string, value: unknown): Promise<number> {
  const content = JSON.stringify(value);
  await writeFile(join(folder, `${name}.json`), content);
  return Buffer.byteLength(content);
}
