/**
 * What a reader does once its first rows stand, and when something goes wrong: going further back, reading again, what a failure
 * means, another person. Part of a lazy chunk.
 */
import {parseFhirDate} from '../model/fhir-date.js';
import {StreamOrder} from '../model/merge.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../model/record-kind.js';
import {errorKind} from '../api/errors.js';
import type {TimelineEntry} from '../model/timeline.js';
import {askAllNew} from './ask-new.js';
import {keyOf} from './collection.js';
import {dropKinds} from './collection-later.js';
import {faultOf, isNoAnswer, statusOf} from './faults.js';
import {decodeAgain, readMedicines} from './medicines.js';
import type {SourceTaker} from './page-taker.js';
import {holds} from './queries.js';
import {checkScopes} from './scopes.js';
import {RecordStream, unorderedLimit} from './stream.js';
import type {ReaderCore} from './timeline-reader.js';

/** Goes on after limits of ours: a person asked for more. What the source cut stays as it is. */
export function goOn(streams: readonly RecordStream[]): void {
  for (const stream of streams) {
    if (stream.state !== 'limited' || stream.cut) continue;
    stream.limit = stream.asked + unorderedLimit;
    stream.state = 'reading';
  }
}

/** Lets the horizon pass what keeps the newest row from being shown. Tells whether there was anything. */
export function release({collection, streams}: ReaderCore): boolean {
  const newest = collection.merge.waiting[0]?.date?.from ?? NaN;
  const holding = streams.filter(({holds, front}) => holds && front >= newest);
  for (const stream of holding) stream.released = true;
  return holding.length > 0;
}

/** Reads everything of a year and after it. */
export function until(core: ReaderCore, year: number): Promise<void> {
  const start = parseFhirDate(String(year).padStart(4, '0'))?.from ?? -Infinity;
  goOn(core.streams);
  return core.reach({met: () => core.horizon() < start, reach: () => start});
}

/** Reads kinds (all, when absent) to their end. */
export function readAll(core: ReaderCore, kinds: readonly RecordKind[] | undefined): Promise<void> {
  const isWanted = ({query}: RecordStream): boolean => !kinds || holds(query.type, kinds);
  const wanted = core.streams.filter(isWanted);
  goOn(wanted);
  for (const stream of wanted) stream.toEnd = true;
  return core.reach({
    met: () => !core.streams.some((stream) => stream.state === 'reading' && isWanted(stream)),
    reach: () => Infinity,
  });
}

/** Asks again for the kinds that failed. */
export function retry(core: ReaderCore): Promise<void> {
  const failed = core.streams.filter((stream) => stream.state === 'failed');
  for (const stream of failed) restart(stream);
  return core.reach({
    met: () => failed.every(({answered, state}) => answered || state !== 'reading'),
    reach: () => Infinity,
  });
}

/** Begins a stream again. The same entries come from the newest: how far they reached stays true. */
function restart(stream: RecordStream): void {
  stream.reached = stream.front;
  stream.order = new StreamOrder(stream.query.sortedBy);
  stream.pages = undefined;
  stream.page = 0;
  stream.state = 'reading';
  stream.mayLack = stream.troubled = stream.answered = stream.silent = stream.released = false;
}

/** Takes in that a page did not come. Tells that it did. */
export function fail(core: ReaderCore, stream: RecordStream, error: unknown): true {
  const {query, source} = stream;
  const status = statusOf(error);
  const reason = errorKind(error);
  const told = {type: 'failed', source, resourceType: query.type, reason} as const;
  core.onStatus(status === undefined ? told : {...told, status});
  if (isNoAnswer(error)) core.miss = reason;
  // What was not asked for has no status: it tells nothing of whether there is a connection.
  else if (status !== undefined || reason !== 'notOffered') core.hasAnswer = true;
  const fault = faultOf(error);
  if (typeof fault === 'object') core.stop(fault.stop);
  else if (fault === 'narrow' && !query.part) narrow(core, stream);
  else stream.state = fault === 'failed' ? 'failed' : 'notHere';
  return true;
}

/** Codes of https://hl7.org/fhir/R4/valueset-observation-category.html but `therapy`, which holds no results. */
const observationCategories = [
  'laboratory',
  'vital-signs',
  'social-history',
  'survey',
  'exam',
  'imaging',
  'procedure',
  'activity',
] as const;

/** A server wants a category: one stream for each takes the place of the one for all. */
function narrow(core: ReaderCore, stream: RecordStream): void {
  const {client, source, query, size, toEnd, narrowed} = stream;
  const parts = observationCategories.map((category) => {
    const parameters = [['category', category] as const, ...query.parameters];
    const part = new RecordStream(client, source, {...query, parameters, part: true}, size);
    return Object.assign(part, {toEnd, narrowed});
  });
  core.streams = core.streams.flatMap((item) => (item === stream ? parts : item));
}

/** Another person's resource came: its kind is not shown, and with a second kind nothing is. Tells that it is so. */
export function dropType(core: ReaderCore, type: TimelineType): true {
  const {unsafe, onStatus} = core;
  const kinds = kindsOfType[type];
  for (const kind of kinds) unsafe.add(kind);
  // Measurements are never read but with results, and count as one with them.
  if ([...unsafe].filter((kind) => kind !== 'measurements').length > 1) {
    core.stop('wrongPerson');
    onStatus({type: 'stopped'});
    return true;
  }
  dropKinds(core.collection, kinds);
  for (const stream of core.streams) {
    // What can bring nothing that may be shown is not asked for.
    if (kindsOfType[stream.query.type].every((kind) => unsafe.has(kind))) stream.state = 'notHere';
  }
  core.tell();
  return true;
}

/** What follows when entries were taken in: a report read before its results says more, and medicines may lack their name. */
export function taken(
  core: ReaderCore,
  taker: SourceTaker,
  entries: ReadonlySet<TimelineEntry>,
): void {
  const {collection} = core;
  const reports = new Set<TimelineEntry>();
  for (const {source, reference} of entries) {
    const report = collection.owners.get(keyOf(source, reference));
    if (report && !entries.has(report)) reports.add(report);
  }
  for (const report of reports) decodeAgain(collection, taker, report);
  if (core.isShown) void readMedicines(core);
}

/** An empty answer says 'none' only where the type can be searched at all, as far as that is known. */
export async function confirm(core: ReaderCore, stream: RecordStream): Promise<void> {
  const {state, found, client, query} = stream;
  if (state !== 'complete' || found > 0) return;
  const {signal} = core;
  const can = await client.capabilities({signal}).catch(() => undefined);
  if (can?.can(query.type, 'search-type') !== 'no') return;
  stream.state = 'notHere';
  core.change();
}

/** What is asked for once the first rows stand. */
export async function afterRows(core: ReaderCore): Promise<void> {
  if (core.hasAnswer) core.onStatus({type: 'read'});
  for (const stream of core.streams) void confirm(core, stream);
  void readMedicines(core);
  void checkScopes(core);
  const {signal, query} = core;
  if (query.since === undefined || !Number.isFinite(query.since)) return;
  const isAsked = await askAllNew(core, query.since);
  if (signal.aborted) return;
  core.isNewAsked = isAsked;
  core.change();
  core.pump();
}
