/** The resources of every person, indexed by person, type and order. It knows no rights: `Access` decides who sees a row. */
import {Bucket} from './bucket.js';
import type {SortRule} from './bucket.js';
import {list, isObject, text, valuesAt} from './json.js';
import {makeRow, ownersOf, referenceKey, takeWithheld} from './row.js';
import type {Row, Token} from './row.js';
import {searchParametersOf, sharedTypes} from './search-parameters.js';
import {timeRange} from './fhir-time.js';
import type {Clock, DemoRecord, FhirResource, Withheld} from './types.js';

/** Every person's resources, and the ways to find them. */
export class RecordStore {
  readonly #now: Clock;
  #writes = 0;
  readonly #rows = new Map<string, Row>();
  readonly #versions = new Map<string, Row[]>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #patients = new Map<string, string>();
  /** Rows by what they point at: Provenance by target, DocumentReference by the Binary it carries. */
  readonly #pointing = new Map<string, Set<Row>>();

  constructor(now: Clock) {
    this.#now = now;
  }

  /** The moment the server takes as now, in milliseconds. */
  now(): number {
    return this.#now();
  }

  /** Loads records as they are, without validating them: a test validates our own seeds once. */
  load(records: readonly DemoRecord[]): void {
    const touched = new Set<Bucket>();
    for (const {resources} of records) {
      for (const resource of resources) this.#learnPatient(resource as FhirResource);
    }
    for (const {patient, resources} of records) {
      for (const given of resources) {
        if (given.id === undefined) throw new Error(`A ${given.resourceType} to load has no id`);
        const existing = this.#rows.get(`${given.resourceType}/${given.id}`);
        if (existing && sharedTypes.has(given.resourceType)) continue;
        const {resource, withheld} = takeWithheld(given as FhirResource);
        const meta = isObject(resource['meta']) ? resource['meta'] : {};
        const stamp = timeRange(text(meta['lastUpdated']) ?? '');
        const updated = stamp?.start ?? this.#now();
        const version = Number(text(meta['versionId']) ?? '1');
        const owners = ownersOf(resource, (identifier) => this.patientWith(identifier));
        const row = makeRow(
          {
            ...resource,
            id: given.id,
            meta: {
              ...meta,
              versionId: String(Number.isInteger(version) ? version : 1),
              lastUpdated: stamp ? meta['lastUpdated'] : new Date(updated).toISOString(),
            },
          },
          {
            owners: owners.length > 0 || sharedTypes.has(given.resourceType) ? owners : [patient],
            version: Number.isInteger(version) ? version : 1,
            updated,
            withheld,
          },
        );
        this.#put(row);
        for (const owner of [undefined, ...row.owners]) touched.add(this.#bucket(owner, row.type));
      }
    }
    // The first search should not pay for the first sort.
    for (const bucket of touched) {
      const type = [...bucket.rows][0]?.type ?? '';
      for (const parameter of searchParametersOf(type)?.values() ?? []) {
        if (parameter.kind !== 'date') continue;
        bucket.inOrder([{parameter: parameter.name, descending: true}]);
        bucket.inOrder([{parameter: parameter.name, descending: false}]);
      }
    }
  }

  /** The current version, or undefined when there is none. */
  row(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** Every version of a resource there ever was, oldest first; empty when there never was one. */
  versions(key: string): readonly Row[] {
    return this.#versions.get(key) ?? [];
  }

  /** The id of the Patient with an identifier such as an NHS number. */
  patientWith(identifier: Token): string | undefined {
    return this.#patients.get(`${identifier.system}|${identifier.code}`);
  }

  /** Rows of a type that are about a person (`undefined`: about anybody), in an order. */
  rows(patient: string | undefined, type: string, sort: readonly SortRule[]): readonly Row[] {
    const bucket = this.#bucket(this.#holder(patient, type), type);
    return sort.length > 0 ? bucket.inOrder(sort) : [...bucket.rows];
  }

  /** Keeps what `make` finds among those rows until one of them changes. */
  result(
    patient: string | undefined,
    type: string,
    name: string,
    make: () => readonly Row[],
  ): readonly Row[] {
    // What is held back in one type can hide rows of another, so any write makes every kept result old.
    return this.#bucket(this.#holder(patient, type), type).result(
      `${String(this.#writes)} ${name}`,
      make,
    );
  }

  /** Rows of a type that point at a resource: `Provenance` by target, `DocumentReference` by its Binary. */
  pointingAt(key: string, type: string): readonly Row[] {
    return [...(this.#pointing.get(`${type}>${key}`) ?? [])];
  }

  /** Stores a new version, and returns it with its new `meta`. */
  write(resource: FhirResource & {readonly id: string}, withheld: Withheld | undefined): Row {
    const key = `${resource.resourceType}/${resource.id}`;
    const version = (this.#versions.get(key)?.at(-1)?.version ?? 0) + 1;
    const updated = this.#now();
    const meta = isObject(resource['meta']) ? resource['meta'] : {};
    const stamped = {
      ...resource,
      meta: {
        ...meta,
        versionId: String(version),
        lastUpdated: new Date(updated).toISOString(),
      },
    };
    const row = makeRow(stamped, {
      owners: ownersOf(stamped, (identifier) => this.patientWith(identifier)),
      version,
      updated,
      withheld,
    });
    this.#learnPatient(stamped);
    this.#put(row);
    return row;
  }

  /** Removes a resource from every search. Its versions stay, so that reading it can say it is gone. */
  remove(row: Row): void {
    this.#writes++;
    this.#rows.delete(row.key);
    for (const owner of [undefined, ...row.owners]) this.#bucket(owner, row.type).remove(row);
    for (const name of pointersFrom(row)) this.#pointing.get(name)?.delete(row);
  }

  #put(row: Row): void {
    this.#writes++;
    const replaced = this.#rows.get(row.key);
    if (replaced) this.remove(replaced);
    this.#rows.set(row.key, row);
    const versions = this.#versions.get(row.key);
    if (versions) versions.push(row);
    else this.#versions.set(row.key, [row]);
    for (const owner of [undefined, ...row.owners]) this.#bucket(owner, row.type).add(row);
    for (const name of pointersFrom(row)) {
      const rows = this.#pointing.get(name);
      if (rows) rows.add(row);
      else this.#pointing.set(name, new Set([row]));
    }
  }

  #learnPatient(resource: FhirResource): void {
    if (resource.resourceType !== 'Patient' || resource.id === undefined) return;
    for (const identifier of list(resource['identifier'])) {
      if (!isObject(identifier)) continue;
      const value = text(identifier['value']);
      if (value) this.#patients.set(`${text(identifier['system']) ?? ''}|${value}`, resource.id);
    }
  }

  /** What is about nobody stands under nobody, whoever asks. */
  #holder(patient: string | undefined, type: string): string | undefined {
    return sharedTypes.has(type) ? undefined : patient;
  }

  #bucket(patient: string | undefined, type: string): Bucket {
    const name = `${patient ?? ''}/${type}`;
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = new Bucket();
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }
}

function pointersFrom(row: Row): readonly string[] {
  if (row.type === 'Provenance')
    return (row.values['target']?.pointers ?? []).flatMap(({to}) =>
      to ? [`Provenance>${to}`] : [],
    );
  if (row.type === 'DocumentReference')
    return valuesAt(row.resource, ['content', 'attachment', 'url']).flatMap((url) => {
      const key = typeof url === 'string' ? referenceKey(url) : undefined;
      return key ? [`DocumentReference>${key}`] : [];
    });
  return [];
}
