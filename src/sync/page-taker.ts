/** Takes one page of an answer in: whose it is, what it means, where it belongs. */
import {get, referenceTo, text, type FhirResource} from '../model/fhir-json.js';
import {kindsOfType, type TimelineType} from '../model/record-kind.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import type {DecodeContext, Decoded} from '../model/decode/decode.js';
import type {TimelineEntry} from '../model/timeline.js';
import type {Collection} from './collection.js';
import {Library} from './library.js';
import type {PersonCheck} from './person-check.js';
import type {Schedule} from './schedule.js';
import type {RecordStream} from './stream.js';

/** How many resources are decoded before the browser may draw; reports bring some five results each with them. */
const slice = 16;

/** One place records are read from. */
export interface Source {
  /** Unique among the sources of a record. Never shown. */
  readonly key: string;
  readonly client: PhrClient;
  readonly check: PersonCheck;
}

/** Makes a resource safe to show. */
export type Decode = (resource: FhirResource, context: DecodeContext) => Decoded;

/** The type of a resource when the timeline reads it. */
export function timelineType({resourceType}: FhirResource): TimelineType | undefined {
  return Object.hasOwn(kindsOfType, resourceType) ? (resourceType as TimelineType) : undefined;
}

/** Judges, keeps and decodes what comes from one source. */
export class SourceTaker {
  readonly source: Source;
  readonly library: Library;
  readonly context: DecodeContext;
  readonly #collection: Collection;
  readonly #decode: Decode;
  readonly #schedule: Schedule;
  #nameless = 0;
  /** Medicines that entries refer to and that did not come along, with those entries. */
  readonly missing = new Map<string, TimelineEntry[]>();
  /** How many of them have been asked for. */
  medicinesRead = 0;

  constructor(
    source: Source,
    collection: Collection,
    decode: Decode,
    schedule: Schedule,
    now: () => number,
  ) {
    this.source = source;
    this.#collection = collection;
    this.#decode = decode;
    this.#schedule = schedule;
    const library = new Library(source.client.base);
    this.library = library;
    this.context = {
      source: source.key,
      now: now(),
      isPatient: (reference) => source.check.isPatient(reference),
      resolve: (reference, within) => library.resolve(reference, within),
      provenance: (reference) => library.provenance(reference),
      local: (reference) => library.local(reference),
    };
  }

  /** Takes a page in. `onOther` is told of each type in which another person was seen, before anything is shown. */
  async take(
    stream: RecordStream,
    page: PhrPage,
    signal: AbortSignal,
    onOther: (type: TimelineType) => void,
  ): Promise<void> {
    stream.begins(page);
    const {matches} = page;
    // Practitioners and the like are no part of anybody's record: they have no subject to test.
    const included = page.included.filter(({resource}) => timelineType(resource));
    const verdicts = await this.source.check.judge(
      [...matches, ...included],
      page,
      stream.keptPatient,
    );
    if (signal.aborted) return;
    const others = new Set<TimelineType>();
    const mine: PhrEntry[] = [];
    [...matches, ...included].forEach((entry, index) => {
      const type = timelineType(entry.resource);
      const reference = referenceTo(entry.resource);
      if (!type) return;
      if (verdicts[index] === 'other') others.add(type);
      else if (verdicts[index] === 'show') {
        // The first copy stays: an entry that is shown and what opens from it are one reading.
        if (!reference || !this.library.has(reference)) this.library.add(entry, reference);
        if (index < matches.length) mine.push(entry);
      } else if (index < matches.length) {
        this.#withhold(reference ?? entry.url ?? `without id ${String(this.#nameless++)}`, type);
      }
    });
    for (const type of others) onOther(type);
    if (signal.aborted) return;
    // What is no resource at all was received, and is not shown: it is counted with the rest of its kind.
    for (let count = page.damaged ?? 0; count > 0; count--) {
      // By where it came, so that a page that is read again after a failure is not counted twice.
      const {type, parameters} = stream.query;
      this.#withhold(`damaged ${type} ${parameters.join()} ${stream.page}.${count}`, type);
    }
    for (const entry of page.included) if (!timelineType(entry.resource)) this.library.add(entry);

    const owners = new Set<TimelineEntry>();
    const fresh = new Set<TimelineEntry>();
    for (let start = 0; start < mine.length; start += slice) {
      if (start > 0) await this.#schedule.pause();
      if (signal.aborted) return;
      const entries = this.#decodeAll(mine.slice(start, start + slice), stream);
      this.#collection.add(entries);
      for (const entry of entries) {
        fresh.add(entry);
        if (entry.kind === 'medicines') this.#noteMedicine(entry);
        const owner = this.#collection.ownerOf(entry);
        if (owner && !fresh.has(owner)) owners.add(owner);
      }
    }
    // A report read before its results says more now that they are known.
    for (const owner of owners) this.decodeAgain(owner);
  }

  #noteMedicine(entry: TimelineEntry): void {
    const resource = this.library.find(entry.reference);
    const reference = text(get(get(resource, 'medicationReference'), 'reference'));
    if (!reference || reference.startsWith('#') || this.library.find(reference)) return;
    const local = this.library.local(reference);
    if (!/^Medication\/[A-Za-z0-9.-]{1,64}$/.test(local)) return;
    const others = this.missing.get(local);
    if (others) others.push(entry);
    else this.missing.set(local, [entry]);
  }

  #withhold(reference: string, type: TimelineType): void {
    this.#collection.withhold(this.source.key, reference, kindsOfType[type][0]);
  }

  /** Entries of a part of a page, with the results inside them that came along. */
  #decodeAll(page: readonly PhrEntry[], stream: RecordStream): TimelineEntry[] {
    const entries: TimelineEntry[] = [];
    for (const item of page) {
      const {entry, isNew} = this.#decodeOne(item);
      if (!entry) continue;
      stream.order.next(entry.date, entry.dateElement);
      if (!isNew) continue;
      entries.push(entry);
      for (const part of entry.parts) {
        const resource = this.library.find(part);
        const inside = resource && timelineType(resource) && this.#decodeOne({resource});
        if (inside?.entry && inside.isNew) entries.push(inside.entry);
      }
    }
    return entries;
  }

  #decodeOne({resource, url}: PhrEntry): {entry?: TimelineEntry; isNew: boolean} {
    const {key} = this.source;
    const reference =
      referenceTo(resource) ?? text(url) ?? `without id ${String(this.#nameless++)}`;
    if (this.#collection.has(key, reference)) {
      const entry = this.#collection.find(reference, key);
      return {...(entry && {entry}), isNew: false};
    }
    const decoded = this.#safely(resource);
    if (decoded?.outcome === 'entry') return {entry: decoded.entry, isNew: true};
    const type = timelineType(resource);
    if (type && (!decoded || decoded.outcome === 'withheld')) {
      this.#collection.withhold(key, reference, decoded?.kind ?? kindsOfType[type][0]);
    }
    return {isNew: false};
  }

  /** One resource that no decoder foresaw must not take the rest of the record away: it is counted as not shown. */
  #safely(resource: FhirResource): Decoded | undefined {
    try {
      return this.#decode(resource, this.context);
    } catch {
      return undefined;
    }
  }

  /** Reads an entry again, now that more is known of what it refers to. */
  decodeAgain(entry: TimelineEntry): void {
    const resource = this.library.find(entry.reference);
    const decoded = resource && this.#safely(resource);
    if (decoded?.outcome === 'entry') this.#collection.replace(decoded.entry);
  }
}
