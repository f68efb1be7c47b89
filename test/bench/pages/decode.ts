/**
 * Decode, merge and sort against `JSON.parse` of the same Bundles: each page is parsed, then taken in by the same code the reader
 * uses (whose it is, every safety rule, merge, order), and the two are timed apart.
 */
import {sortEntries, unwrap} from '../../../src/api/bundle.js';
import type {PhrClient, PhrPage} from '../../../src/api/phr-client.js';
import {decode} from '../../../src/model/decode/decode.js';
import {loadEntryBody} from '../../../src/model/decode/entry-body.js';
import {resource} from '../../../src/model/fhir-json.js';
import {horizonOf} from '../../../src/model/merge.js';
import type {TimelineType} from '../../../src/model/record-kind.js';
import {Collection} from '../../../src/sync/collection.js';
import {loadLater} from '../../../src/sync/load-later.js';
import {createTaker} from '../../../src/sync/page-taker.js';
import {createPersonCheck} from '../../../src/sync/person-check.js';
import {queryFor} from '../../../src/sync/queries.js';
import type {Schedule} from '../../../src/sync/schedule.js';
import {RecordStream, firstPageSize} from '../../../src/sync/stream.js';
import type {Recorded} from './harness.js';

/** Times in milliseconds. */
export interface Decoded {
  readonly parse: number;
  readonly decode: number;
  /** What is under the name of every entry, who recorded it and what a search looks through, all read. */
  readonly bodies: number;
  /** How many rows and parts came of it. */
  readonly entries: number;
  /** How many resources stood in the Bundles. */
  readonly resources: number;
}

interface Bundle {
  readonly entry?: readonly {
    readonly resource: {readonly resourceType: string};
    readonly search?: {readonly mode?: string};
  }[];
}

/** Nothing waits: only work is timed. */
const schedule: Schedule = {
  after: () => () => {},
  pause: () => Promise.resolve(),
  drawn: () => Promise.resolve(),
};

/** Leaves results out that come along with their reports, so that every resource stands in one Bundle only. */
function once(text: string): string {
  const bundle = JSON.parse(text) as Bundle;
  const entry = bundle.entry?.filter(
    (item) => item.search?.mode === 'match' || item.resource.resourceType !== 'Observation',
  );
  return JSON.stringify({...bundle, ...(entry && {entry})});
}

async function fetchTexts({base, types, pages}: Recorded): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const [at, type] of types.entries()) {
    const found: string[] = [];
    for (let page = 1; page <= (pages[at] ?? 0); page++) {
      const name = page === 1 ? type : `${type}-${String(page)}`;
      found.push(await (await fetch(`${base}/${name}`)).text());
    }
    texts.set(type, found);
  }
  return texts;
}

/** `each`: `once` leaves out what stands in two Bundles; `asAnswered` takes them as they came. */
async function measure(recorded: Recorded, each: 'once' | 'asAnswered'): Promise<Decoded> {
  const texts = await fetchTexts(recorded);
  if (each === 'once') for (const [type, all] of texts) texts.set(type, all.map(once));
  const {signal} = new AbortController();
  const refuse = (): never => {
    throw new Error('Nothing is asked of a server here');
  };
  const client: PhrClient = {
    base: `${recorded.base}/`,
    patient: recorded.patient,
    patientBound: true,
    capabilities: refuse,
    read: refuse,
    search: refuse,
  };
  const collection = new Collection();
  const source = {key: '0', client, check: createPersonCheck(client, signal)};
  const taker = createTaker(source, collection, decode, schedule, Date.now);
  const streams = recorded.types.map(
    (type) => new RecordStream(client, '0', queryFor(type as TimelineType), firstPageSize),
  );
  let parse = 0;
  let decoding = 0;
  let resources = 0;
  for (;;) {
    // As the reader does: the stream that the others wait for is next.
    const next = streams
      .filter(({state}) => state === 'reading')
      .sort((a, b) => (a.front === b.front ? 0 : b.front - a.front))[0];
    if (!next) break;
    const waiting = texts.get(next.query.type) ?? [];
    const text = waiting.shift() ?? '';
    const start = performance.now();
    const bundle: unknown = JSON.parse(text);
    const parsed = performance.now();
    const {matches, included, notices} = sortEntries(unwrap(resource(bundle)), next.query.type);
    const page: PhrPage = {
      matches,
      included,
      notices,
      kept: new Set(['patient', '_sort']),
      asked: new Set(['patient', '_sort']),
      last: waiting.length === 0,
      asOf: 0,
    };
    await taker.take(next, page, signal, () => {
      throw new Error('Another person is in the record');
    });
    next.ended(page);
    collection.merge.settle(horizonOf(streams.filter(({holds}) => holds).map(({front}) => front)));
    decoding += performance.now() - parsed;
    parse += parsed - start;
    resources += matches.length + included.length;
  }
  const {merge, undated, parts} = collection;
  await Promise.all([loadEntryBody(), loadLater()]);
  const start = performance.now();
  for (const entry of [...merge.rows, ...undated, ...parts.values()]) {
    if (entry.points.length < 0 || entry.author.who.length + entry.searchText.length === 0)
      throw new Error('An entry has no body');
  }
  const bodies = performance.now() - start;
  return {
    parse,
    decode: decoding,
    bodies,
    entries: merge.rows.length + undated.length + parts.size,
    resources,
  };
}

window.bench = {measure};
