/**
 * The engine's repository over our store, for one reader and one request: the engine routes, patches and versions; we index, validate
 * and check rights. See docs/decisions/030-indexed-repository.md.
 */
import {randomUUID} from 'node:crypto';
import {OperationOutcomeError, notFound, preconditionFailed} from '@medplum/core';
import type {WithId} from '@medplum/core';
import {MemoryRepository} from '@medplum/fhir-router';
import type {UpdateResourceOptions} from '@medplum/fhir-router';
import type {Access} from './access.js';
import {refuse} from './outcomes.js';
import type {RecordStore} from './record-store.js';
import {ownersOf, takeWithheld} from './row.js';
import type {Row} from './row.js';
import {searchParametersOf, sharedTypes} from './search-parameters.js';
import type {FhirResource, Withheld} from './types.js';
import {validate} from './validation.js';

type Resource = Parameters<MemoryRepository['createResource']>[0];
type HistoryBundle<T extends Resource> = Awaited<
  ReturnType<typeof MemoryRepository.prototype.readHistory<T>>
>;

/** A repository whose every answer is what its reader may have. */
export class RecordRepository extends MemoryRepository {
  readonly #store: RecordStore;
  readonly #access: Access;
  /** Whether the last write made a resource that was not there before. */
  created = false;

  constructor(store: RecordStore, access: Access) {
    super();
    this.#store = store;
    this.#access = access;
  }

  /** The current version for this reader. Fails with 403 for another person's, 404 when it is not there, 410 when it was deleted. */
  rowToRead(type: string, id: string): Row {
    this.#access.demand(type, 'r');
    const key = `${type}/${id}`;
    const row = this.#store.row(key);
    const last = row ?? this.#store.versions(key).at(-1);
    if (!last) throw new OperationOutcomeError(notFound);
    if (!this.#access.owns(last)) throw this.#access.forbidden();
    if (this.#access.isHidden(last)) throw new OperationOutcomeError(notFound);
    if (!row) throw refuse(410, 'deleted', 'This resource was deleted.');
    return row;
  }

  override readResource<T extends Resource>(resourceType: string, id: string): Promise<T> {
    return Promise.resolve().then(() => this.#out<T>(this.rowToRead(resourceType, id)));
  }

  override readVersion<T extends Resource>(
    resourceType: string,
    id: string,
    versionId: string,
  ): Promise<T> {
    return Promise.resolve().then(() => {
      this.rowToRead(resourceType, id);
      const version = this.#store
        .versions(`${resourceType}/${id}`)
        .find((row) => String(row.version) === versionId);
      if (!version) throw new OperationOutcomeError(notFound);
      return this.#out<T>(version);
    });
  }

  override readHistory<T extends Resource>(
    resourceType: string,
    id: string,
  ): Promise<HistoryBundle<T>> {
    return Promise.resolve().then(() => {
      this.rowToRead(resourceType, id);
      const versions = this.#store.versions(`${resourceType}/${id}`);
      const bundle = {
        resourceType: 'Bundle',
        type: 'history',
        total: versions.length,
        entry: [...versions].reverse().map((row) => ({
          resource: this.#access.shown(row),
          request: {method: row.version === 1 ? 'POST' : 'PUT', url: row.key},
          response: {status: '200', etag: `W/"${String(row.version)}"`},
        })),
      };
      return bundle as unknown as HistoryBundle<T>;
    });
  }

  override createResource<T extends Resource>(resource: T): Promise<WithId<T>> {
    return Promise.resolve().then(() => {
      const given = resource as unknown as FhirResource;
      this.#access.demand(given.resourceType, 'c');
      // The server chooses the id of what is created without one in the address.
      return this.#write<T>({...given, id: randomUUID()}, undefined);
    });
  }

  override updateResource<T extends Resource>(
    resource: T,
    options?: UpdateResourceOptions,
  ): Promise<WithId<T>> {
    return Promise.resolve().then(() => {
      const given = resource as unknown as FhirResource;
      const id = given.id ?? '';
      const existing = this.#store.row(`${given.resourceType}/${id}`);
      this.#access.demand(given.resourceType, existing ? 'u' : 'c');
      if (existing) this.#demandChange(existing);
      if (options?.ifMatch !== undefined && String(existing?.version) !== options.ifMatch)
        throw new OperationOutcomeError(preconditionFailed);
      return this.#write<T>({...given, id}, existing);
    });
  }

  override deleteResource(resourceType: string, id: string): Promise<void> {
    return Promise.resolve().then(() => {
      this.#access.demand(resourceType, 'd');
      const row = this.rowToRead(resourceType, id);
      this.#demandChange(row);
      this.#store.remove(row);
    });
  }

  /** Searches come through `firstPage`, which knows modifiers and pages; through here they would not. */
  override search(): Promise<never> {
    return Promise.reject(refuse(501, 'not-supported', 'The server does not search this way.'));
  }

  /** Another person's, a hidden one, or one that this reader sees only a part of: writing it back would lose the rest. */
  #demandChange(row: Row): void {
    const {owns, hidden, partial} = {
      owns: this.#access.owns(row),
      hidden: this.#access.isHidden(row),
      partial: this.#access.shown(row) !== row.resource,
    };
    if (!owns || hidden || partial) throw this.#access.forbidden();
  }

  #write<T extends Resource>(
    given: FhirResource & {readonly id: string},
    existing: Row | undefined,
  ): WithId<T> {
    validate(given);
    const {resource, withheld} = takeWithheld(given);
    const {reader} = this.#access;
    if (reader.patient !== undefined) {
      const owners = ownersOf(resource, (identifier) => this.#store.patientWith(identifier));
      const about = sharedTypes.has(given.resourceType) || owners.join() === reader.patient;
      if (!about) throw this.#access.forbidden();
    }
    // A proxy can neither hold an entry back from itself nor, by writing it, bring one back.
    const label: Withheld | undefined =
      existing?.withheld ?? (reader.role === 'proxy' ? undefined : withheld);
    this.created = !existing;
    const row = this.#store.write({...resource, id: given.id}, label);
    return this.#out<WithId<T>>(row);
  }

  #out<T>(row: Row): T {
    return structuredClone(this.#access.shown(row)) as unknown as T;
  }
}

/** Whether the server knows a type. */
export function isServed(type: string): boolean {
  return searchParametersOf(type) !== undefined;
}
