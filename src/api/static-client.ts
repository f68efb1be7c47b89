/** Reads a person's record from resources a page already has: no server at all. */
import {get, list, objects, referenceTo, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
// One chunk in place of two: pages with a server have no use for one that holds this alone.
import {unwrap} from './hard-cases.js';
import {PhrError} from './errors.js';
import type {PhrCapabilities, PhrClient, PhrEntry, PhrPage} from './phr-client.js';

/** A record a page already has. */
export interface StaticClientOptions {
  /** A Bundle, or an array of resources or Bundles; nested Bundles are flattened. */
  readonly resources: unknown;
  /** The person's Patient id. Without it: that of the only Patient in the resources. */
  readonly patient?: string;
  /** Types that the resources cover even where they hold none: only for these is 'none' said. */
  readonly types?: readonly string[];
  /** How many entries a page has; all of them unless set, here or by the caller. */
  readonly count?: number;
  /** When the resources came, in milliseconds since 1970; now, unless set. */
  readonly asOf?: number;
}

/** A client over resources in memory, which also says how many of them were not resources. */
export interface StaticClient extends PhrClient {
  readonly damaged: number;
}

/** What a reference points at: looked up in its own Bundle first, then among all entries. */
type Lookup = (reference: string, group?: number) => PhrEntry | undefined;

/** Elements that say whose a resource is. */
function owners(item: FhirResource): readonly unknown[] {
  return [
    ...['subject', 'patient', 'for'].flatMap((name) => list(get(item, name))),
    ...objects(get(item, 'participant')).flatMap((one) => list(get(one, 'actor'))),
  ];
}

/** `Patient/1` of an absolute or relative, versioned or plain reference. */
function relative(reference: string): string {
  return /([A-Z][A-Za-z]+\/[^/#?|]+)(\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference;
}

/** Every `reference` in a resource, to a sensible depth and number. */
function references(item: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: {value: unknown; depth: number}[] = [{value: item, depth: 0}];
  for (let steps = 0; steps < 5000; steps++) {
    const one = waiting.pop();
    if (!one) break;
    if (typeof one.value !== 'object' || one.value === null || one.depth > 12) continue;
    const reference = text(get(one.value, 'reference'));
    if (reference) found.add(reference);
    for (const value of Object.values(one.value)) waiting.push({value, depth: one.depth + 1});
  }
  return found;
}

/** Makes a client over resources in memory. Never throws. */
export function createStaticClient(options: StaticClientOptions): StaticClient {
  const found = unwrap(options.resources);
  const asOf = options.asOf ?? Date.now();
  const byReference = new Map<string, PhrEntry>();
  const ofType = new Map<string, PhrEntry[]>();
  const targets = new Map<string, PhrEntry[]>();
  // How a Bundle came to be does not matter here: all of it is the record.
  for (const {entry} of found.entries) {
    const {resource, url} = entry;
    const own = referenceTo(resource);
    const near = url && entry.group ? `${String(entry.group)} ${url}` : undefined;
    for (const key of [near, url, url && relative(url), own]) {
      if (key && !byReference.has(key)) byReference.set(key, entry);
    }
    const same = ofType.get(resource.resourceType);
    if (same) same.push(entry);
    else ofType.set(resource.resourceType, [entry]);
  }
  const lookup: Lookup = (reference, group) =>
    byReference.get(`${String(group)} ${reference}`) ??
    byReference.get(reference) ??
    byReference.get(relative(reference));
  for (const entry of ofType.get('Provenance') ?? []) {
    for (const target of objects(get(entry.resource, 'target'))) {
      const reference = text(get(target, 'reference'));
      const about = reference && lookup(reference, entry.group)?.resource;
      const key = about && referenceTo(about);
      if (key) targets.set(key, [...(targets.get(key) ?? []), entry]);
    }
  }

  const patients = ofType.get('Patient') ?? [];
  const only = patients.length === 1 ? text(patients[0]?.resource.id) : undefined;
  const patient = options.patient ?? only ?? '';
  const me = byReference.get(`Patient/${patient}`)?.resource;
  const mine = new Set([`Patient/${patient}`]);
  for (const link of objects(get(me, 'link'))) {
    const other = text(get(get(link, 'other'), 'reference'));
    if (get(link, 'type') === 'replaces' && other) mine.add(relative(other));
  }
  const identifiers = objects(get(me, 'identifier'));

  /** Whether a reference is to this person; `undefined` when it cannot be told. */
  function isMine(owner: unknown, group?: number): boolean | undefined {
    const reference = text(get(owner, 'reference'));
    if (reference) {
      const there = lookup(reference, group)?.resource;
      const key = (there && referenceTo(there)) ?? relative(reference);
      if (mine.has(key) || (me && there === me)) return true;
      return key.startsWith('Patient/') ? false : undefined;
    }
    for (const given of objects(get(owner, 'identifier'))) {
      const same = identifiers.filter((one) => get(one, 'system') === get(given, 'system'));
      if (same.length > 0) return same.some((one) => get(one, 'value') === get(given, 'value'));
    }
    return undefined;
  }

  /** Left out only when it is plainly another person's. What cannot be told is judged by who asked. */
  function belongs({resource, group}: PhrEntry): boolean {
    const told = owners(resource).map((owner) => isMine(owner, group));
    return told.includes(true) || !told.includes(false);
  }

  /** What a page's entries point at, two steps far, and who recorded them. */
  function around(matches: readonly PhrEntry[]): PhrEntry[] {
    const all = new Set<PhrEntry>(matches);
    let edge = matches;
    for (let step = 0; step < 2; step++) {
      const next: PhrEntry[] = [];
      for (const entry of edge) {
        const own = referenceTo(entry.resource);
        const near = [...references(entry.resource)].map((one) => lookup(one, entry.group));
        for (const one of [...near, ...((own && targets.get(own)) || [])]) {
          if (!one || all.has(one)) continue;
          all.add(one);
          next.push(one);
        }
      }
      edge = next;
    }
    return [...all].slice(matches.length);
  }

  const covered = new Set([...ofType.keys(), ...(options.types ?? [])]);
  const capabilities: PhrCapabilities = {
    can: (type, interaction) =>
      (interaction === 'read' || interaction === 'search-type') && covered.has(type) ? 'yes' : 'no',
    searches: () => 'no',
    includes: () => 'yes',
  };

  return {
    base: '',
    patient,
    damaged: found.damaged,
    capabilities: () => Promise.resolve(capabilities),

    read(type, id) {
      const entry = byReference.get(`${type}/${id}`);
      return entry?.resource.resourceType === type
        ? Promise.resolve(entry)
        : Promise.reject(new PhrError('notFound'));
    },

    async *search(type, parameters, {signal, count} = {}): AsyncGenerator<PhrPage, undefined> {
      const only = parameters.find(([name]) => name === '_id')?.[1].split(',');
      const matches = (ofType.get(type) ?? []).filter(
        (entry) =>
          (type === 'Patient' ? entry.resource.id === patient : belongs(entry)) &&
          (!only || only.includes(entry.resource.id ?? '')),
      );
      const size = Math.max(count ?? options.count ?? matches.length, 1);
      for (let from = 0; from === 0 || from < matches.length; from += size) {
        if (signal?.aborted) throw new PhrError('aborted');
        const page = matches.slice(from, from + size);
        yield {
          matches: page,
          included: around(page),
          notices: [],
          asked: new Set(['patient']),
          last: from + size >= matches.length,
          asOf,
        };
        await Promise.resolve();
      }
      return undefined;
    },
  };
}
