/** Takes one page of an answer in: whose it is, what it means, where it belongs. */
import {referenceTo, text, type FhirResource} from '../model/fhir-json.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../model/record-kind.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import type {DecodeContext, Decoded} from '../model/decode/decode.js';
import {loadEntryBody} from '../model/decode/entry-body.js';
import type {TimelineEntry} from '../model/timeline.js';
import {keyOf, type Collection} from './collection.js';
import {createLibrary, type Library} from './library.js';
import {loadLater} from './load-later.js';
import type {PersonCheck} from './person-check.js';
import {timelineType} from './queries.js';
import type {RecordStream} from './stream.js';

/** How long resources are decoded before the browser may draw. In milliseconds. */
const slice = 4;

/** One place records are read from. */
export interface Source {
  /** Unique among the sources of a record. Never shown. */
  readonly key: string;
  readonly client: PhrClient;
  readonly check: PersonCheck;
}

/** When decoding goes on. */
export interface Pace {
  /** Lets the browser draw and answer to the person, after work of some milliseconds. */
  pause(worked: number): Promise<void>;
}

/** Makes a resource safe to show. */
export type Decode = (resource: FhirResource, context: DecodeContext) => Decoded;

/** Judges, keeps and decodes what comes from one source. */
export interface SourceTaker {
  readonly source: Source;
  readonly library: Library;
  readonly context: DecodeContext;
  /** Decodes. One resource that no decoder foresaw must not take the rest of the record away: then it is undefined. */
  read(resource: FhirResource): Decoded | undefined;
  /**
   * Takes a page in. `onOther` is told of each type in which another person was seen, before anything is shown. Tells what
   * entries it brought.
   */
  take(
    stream: RecordStream,
    page: PhrPage,
    signal: AbortSignal,
    onOther: (type: TimelineType) => void | Promise<void>,
  ): Promise<ReadonlySet<TimelineEntry>>;
}

/** What takes in the pages of one source. */
export function createTaker(
  source: Source,
  collection: Collection,
  decode: Decode,
  pace: Pace,
  now: () => number,
): SourceTaker {
  const {key, client, check} = source;
  const library = createLibrary(client.base);
  const context = {...library, source: key, now: now(), isPatient: check.isPatient};
  let nameless = 0;
  const nameOf = ({resource, url}: PhrEntry): string =>
    referenceTo(resource) ?? text(url) ?? `without id ${String(nameless++)}`;
  const withhold = (
    reference: string,
    type: TimelineType,
    kind: RecordKind = kindsOfType[type][0],
  ): void => {
    collection.withhold(key, reference, kind);
  };

  const read = (resource: FhirResource): Decoded | undefined => {
    try {
      return decode(resource, context);
    } catch {
      return undefined;
    }
  };

  /** False while a resource may need more than what reads ordinary ones. */
  let isWhole = false;

  /**
   * The entry a resource makes, put into `fresh` unless it was read before. What cannot be shown is counted. Null: it is to be
   * read again when all that reads resources is there.
   */
  const entryOf = (
    item: PhrEntry,
    type: TimelineType,
    fresh: TimelineEntry[],
  ): TimelineEntry | undefined | null => {
    const reference = nameOf(item);
    if (collection.has(key, reference)) return collection.known.get(keyOf(key, reference))?.entry;
    const decoded = read(item.resource);
    if (!decoded && !isWhole) return null;
    if (decoded?.outcome === 'entry') {
      fresh.push(decoded.entry);
      return decoded.entry;
    }
    if (decoded?.outcome === 'withheld') withhold(reference, type, decoded.kind);
    else if (!decoded) withhold(reference, type);
    return undefined;
  };

  return {
    source,
    library,
    context,
    read,

    async take(stream, page, signal, onOther) {
      stream.begins(page);
      const {matches, included} = page;
      const entries = [...matches, ...included];
      const verdicts = await check.judge(entries, page, stream.keptPatient);
      const all = new Set<TimelineEntry>();
      if (signal.aborted) return all;
      const others = new Set<TimelineType>();
      const mine: [item: PhrEntry, type: TimelineType, isPart?: boolean][] = [];
      entries.forEach((entry, index) => {
        const type = timelineType(entry.resource);
        const isMatch = type && index < matches.length;
        if (verdicts[index] === 'same') {
          library.add(entry);
          if (isMatch) mine.push([entry, type]);
        } else if (type && verdicts[index] === 'other') others.add(type);
        else if (isMatch) withhold(nameOf(entry), type);
      });
      for (const type of others) await onOther(type);
      if (signal.aborted) return all;
      stream.decoding = true;
      let fresh: TimelineEntry[] = [];
      let began = now();
      const rest = async (): Promise<void> => {
        collection.add(fresh);
        for (const entry of fresh) all.add(entry);
        fresh = [];
        await pace.pause(now() - began);
        began = now();
      };
      for (const [item, type, isPart] of mine) {
        if (now() - began >= slice) await rest();
        if (signal.aborted) return all;
        const count = fresh.length;
        let entry = entryOf(item, type, fresh);
        if (entry === null) {
          await Promise.all([loadEntryBody(), loadLater()]);
          isWhole = true;
          entry = entryOf(item, type, fresh);
        }
        if (!entry || isPart) continue;
        stream.order.next(entry.date, entry.dateElement);
        // The results inside it that came along.
        for (const part of fresh.length > count ? entry.parts : []) {
          const resource = library.find(part);
          const partType = resource && timelineType(resource);
          if (partType) mine.push([{resource}, partType, true]);
        }
      }
      await rest();
      return all;
    },
  };
}
