/** A book in which one person's record is written, entry by entry. */
import type {Coding, Patient, Reference, Resource} from '@medplum/fhirtypes';
import {coding} from './codes.js';
import type {CodeKey} from './codes.js';
import {sharedResources} from './places.js';
import {idOf, seededRandom} from './random.js';
import type {Random} from './random.js';
import {at} from './time.js';
import {withheldTag} from './withhold.js';
import type {Withheld} from './withhold.js';

/** What may be said about an entry beside its content. */
export interface EntryOptions {
  /** Name of the entry within the book. Absent: the next number of its type. */
  readonly key?: string;
  /** When it was put into the record, as a dateTime. Absent: when it happened. */
  readonly recorded?: string;
  /** Sensitivity labels. */
  readonly security?: readonly CodeKey[];
  /** From whom it is held back. */
  readonly withhold?: Withheld;
  /** Uri of the system it came from. */
  readonly source?: string;
}

/** Collects one person's resources and gives them ids, references and meta. */
export class Book {
  readonly random: Random;
  readonly patientId: string;
  readonly patient: Reference<Patient>;
  readonly dangling: string[] = [];
  readonly #key: string;
  readonly #resources: Resource[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(key: string, name: string) {
    this.#key = key;
    this.random = seededRandom(key);
    this.patientId = idOf(`${key}/Patient/self`);
    this.patient = {reference: `Patient/${this.patientId}`, display: name};
  }

  /** The reference of an entry by its key, whether or not it is written yet. */
  ref<K extends Resource['resourceType']>(
    type: K,
    key: string,
    display?: string,
  ): Reference<Extract<Resource, {resourceType: K}>> {
    return {
      reference: `${type}/${idOf(`${this.#key}/${type}/${key}`)}`,
      ...(display !== undefined && {display}),
    };
  }

  /** Writes a resource; `happened` is the day or dateTime that `meta.lastUpdated` follows. */
  add<T extends Resource>(resource: T, happened: string, options: EntryOptions = {}): Reference<T> {
    const type = resource.resourceType;
    const number = (this.#numbers.get(type) ?? 0) + 1;
    this.#numbers.set(type, number);
    const key = options.key ?? String(number);
    const security: Coding[] = (options.security ?? []).map(coding);
    const tag = options.withhold && [withheldTag(options.withhold)];
    const id = idOf(`${this.#key}/${type}/${key}`);
    const meta = {
      versionId: '1',
      lastUpdated: instantOf(options.recorded ?? happened),
      ...(options.source && {source: options.source}),
      ...(security.length > 0 && {security}),
      ...(tag && {tag}),
    };
    // In the order in which people read a resource.
    const written: T = Object.assign({resourceType: type, id, meta}, resource);
    this.#resources.push(written);
    return {reference: `${type}/${id}`} as Reference<T>;
  }

  /** Everything written, with the shared resources it refers to, directly or through others. */
  finish(): readonly Resource[] {
    const here = new Set(this.#resources.map(({resourceType, id}) => `${resourceType}/${id}`));
    const all = [...this.#resources];
    for (const resource of all) {
      for (const reference of referencesIn(resource)) {
        const shared = sharedResources.get(reference);
        if (shared && !here.has(reference)) {
          here.add(reference);
          all.push(shared);
        }
      }
    }
    return all;
  }
}

/** Every literal reference inside a resource, contained ones (`#…`) left out. */
export function referencesIn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found);
    return found;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'reference' || typeof inner !== 'string') referencesIn(inner, found);
    else if (!inner.startsWith('#')) found.push(inner);
  }
  return found;
}

/** A FHIR instant from a day, a dateTime or a partial date. */
function instantOf(date: string): string {
  if (date.length > 10) return date;
  return at(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date, '18:30');
}
