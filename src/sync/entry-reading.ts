/** Reads one entry and what it refers to, each through the same gate and the same check of whose it is as everything. */
import {PhrError, errorKind} from '../api/errors.js';
import {replacedBy} from '../model/decode/detail/corrections.js';
import {get, referenceTo, text, type FhirResource} from '../model/fhir-json.js';
import type {TimelineType} from '../model/record-kind.js';
import type {TimelineEntry} from '../model/timeline.js';
import {Collection} from './collection.js';
import {createTaker, type Decode, type Source, type SourceTaker} from './page-taker.js';
import {timelineType} from './queries.js';
import type {Schedule} from './schedule.js';
import type {RecordReader} from './timeline-reader.js';

/** What may be looked up. */
export interface Lookup {
  readonly sources: readonly Source[];
  /** Readers that are open: what they have read is not asked for again. */
  readonly readers: readonly RecordReader[];
  readonly decode: Decode;
  readonly schedule: Schedule;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told of a resource of another person. */
  readonly onOther: (source: string, type: TimelineType) => void;
}

/** How many results of one report are read one by one when they did not come with it. */
const mostParts = 60;
/** How many requests run at the same time. */
const atOnce = 4;
/** An entry with the resource it was made from and where the rest of its source is. */
export interface Found {
  readonly entry: TimelineEntry;
  readonly resource: FhirResource;
  readonly taker: SourceTaker;
  readonly asOf: number;
}

/** Reads one resource through gate and person check into a library; undefined when it may not be shown. */
async function readInto(
  taker: SourceTaker,
  reference: string,
  {signal, decode, onOther}: Lookup,
): Promise<{entry?: TimelineEntry; resource: FhirResource} | undefined> {
  const [asked = '', id = ''] = reference.split('/');
  const found = await taker.source.client.read(asked, id, {signal});
  const type = timelineType(found.resource);
  if (type) {
    const answer = {matches: [found], included: []};
    const [verdict] = await taker.source.check.judge([found], answer, false);
    if (verdict === 'other') onOther(taker.source.key, type);
    if (verdict !== 'same') return undefined;
  }
  taker.library.add(found);
  const decoded = decode(found.resource, taker.context);
  return {resource: found.resource, ...(decoded.outcome === 'entry' && {entry: decoded.entry})};
}

/** The entry with a reference, asked for anew. Fails with `PhrError`. */
export async function findAsked(reference: string, lookup: Lookup): Promise<Found> {
  if (!/^[A-Za-z]{1,64}\/[A-Za-z0-9.-]{1,64}$/.test(reference)) throw new PhrError('notFound');
  let failure: unknown = new PhrError('notFound');
  for (const source of lookup.sources) {
    const taker = createTaker(source, new Collection(), lookup.decode, lookup.schedule, lookup.now);
    try {
      const found = await readInto(taker, reference, lookup);
      if (found?.entry) {
        return {entry: found.entry, resource: found.resource, taker, asOf: lookup.now()};
      }
    } catch (error) {
      // That one place does not have it says nothing of what another has, or of why a third failed.
      if (errorKind(error) !== 'notFound') failure = error;
    }
  }
  throw failure;
}

/** People and places: they are not judged by the cover, so they are not asked for. */
const parties =
  /^(?:Patient|Practitioner|PractitionerRole|RelatedPerson|Organization|Location|HealthcareService|CareTeam)\//;

/** Every reference in a resource, at any depth. */
function referencesIn(json: unknown): readonly string[] {
  const found: string[] = [];
  const left = [json];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const reference = !Array.isArray(next) && text(get(next, 'reference'));
    if (reference) found.push(reference);
    left.push(...(Object.values(next) as unknown[]).filter((value) => value !== null).reverse());
  }
  return found;
}

/** Reads what an entry refers to and did not come with it: the results of a report, the medicine of a request. */
export async function readMissing({entry, resource, taker}: Found, lookup: Lookup): Promise<void> {
  const medicine = text(get(get(resource, 'medicationReference'), 'reference'));
  await readAll(
    [...entry.parts.slice(0, mostParts), ...(medicine ? [medicine] : [])],
    taker,
    lookup,
  );
  // What a corrected result was before can be said only when what it replaces is read.
  const replaced = [resource, ...insideOf(entry, taker)]
    .flatMap((item) => replacedBy(item, taker.library.provenance(referenceTo(item) ?? '')))
    .flatMap((reference) => text(get(reference, 'reference')) ?? [])
    .map((reference) => taker.library.local(reference));
  await readAll(replaced.slice(0, mostParts), taker, lookup);
}

/** The results inside an entry that were read. */
function insideOf({parts}: TimelineEntry, taker: SourceTaker): readonly FhirResource[] {
  return parts.slice(0, mostParts).flatMap((part) => taker.library.find(part) ?? []);
}

/**
 * Reads what an entry and the results inside it would name, so that it can be judged by its labels: what cannot be is
 * not named while entries are covered, and that would hide far more than was meant to be.
 */
export async function readNamed({entry, resource, taker}: Found, lookup: Lookup): Promise<void> {
  const named = [resource, ...insideOf(entry, taker)]
    .flatMap(referencesIn)
    .map((reference) => taker.library.local(reference))
    .filter((reference) => !parties.test(reference));
  await readAll([...new Set(named)].slice(0, mostParts), taker, lookup);
}

/** Reads those of some references that were not read. */
async function readAll(
  references: readonly string[],
  taker: SourceTaker,
  lookup: Lookup,
): Promise<void> {
  const missing = references.filter(
    (reference) => /^[A-Za-z]+\/[A-Za-z0-9.-]+$/.test(reference) && !taker.library.find(reference),
  );
  const worker = async (): Promise<void> => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      // What cannot be read is left out; the detail decoder says that something is missing.
      await readInto(taker, next, lookup).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({length: atOnce}, worker));
}
