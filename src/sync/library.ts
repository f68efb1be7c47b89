/** Resources of one source as they came, so that one can be found from another and opened without asking again. */
import {get, objects, referenceTo, text, type FhirResource} from '../model/fhir-json.js';
import type {PhrEntry} from '../api/phr-client.js';

/** Raw resources that were read from one source and passed the check of whose they are. */
export class Library {
  readonly #base: string;
  #byReference = new Map<string, FhirResource>();
  #byUrl = new Map<string, FhirResource>();
  #provenance = new Map<string, FhirResource[]>();

  /** `base`: the FHIR base of the source, with a closing slash. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Keeps a resource. A later copy takes the place of an earlier one. */
  add({resource, url}: PhrEntry, reference = referenceTo(resource)): void {
    if (resource.resourceType === 'Provenance') this.#addProvenance(resource, reference);
    if (reference) this.#byReference.set(reference, resource);
    // An address that only says the reference again would double the memory that all of them take.
    if (url && !(reference && url.endsWith(reference))) this.#byUrl.set(url, resource);
  }

  /** Whether a `Type/id` reference is known. */
  has(reference: string): boolean {
    return this.#byReference.has(reference);
  }

  #addProvenance(resource: FhirResource, reference: string | undefined): void {
    if (reference && this.#byReference.has(reference)) return;
    for (const target of objects(get(resource, 'target'))) {
      const key = this.local(text(get(target, 'reference')) ?? '');
      const others = this.#provenance.get(key);
      if (others) others.push(resource);
      else this.#provenance.set(key, [resource]);
    }
  }

  /** A reference as `Type/id`, without our base and without a version; the address of something else as it is. */
  local(reference: string): string {
    const local =
      this.#base !== '' && reference.startsWith(this.#base)
        ? reference.slice(this.#base.length)
        : reference;
    if (local.startsWith('urn:')) {
      const found = this.#byUrl.get(reference);
      return (found && referenceTo(found)) ?? reference;
    }
    const version = local.indexOf('/_history/');
    return version < 0 ? local : local.slice(0, version);
  }

  /** The resource with a `Type/id` reference, an absolute address or a `urn:uuid:`. */
  find(reference: string): FhirResource | undefined {
    return this.#byReference.get(this.local(reference)) ?? this.#byUrl.get(reference);
  }

  /** The resource a FHIR Reference, or its text, names; `within` holds the contained ones. */
  resolve(reference: unknown, within?: FhirResource): FhirResource | undefined {
    const target = text(reference) ?? text(get(reference, 'reference'));
    if (!target) return undefined;
    if (!target.startsWith('#')) return this.find(target);
    return objects(get(within, 'contained')).find((item) => get(item, 'id') === target.slice(1)) as
      FhirResource | undefined;
  }

  /** Provenance resources that tell of a resource. */
  provenance(reference: string): readonly FhirResource[] {
    return this.#provenance.get(reference) ?? [];
  }

  /** Lets go of everything. */
  clear(): void {
    this.#byReference = new Map();
    this.#byUrl = new Map();
    this.#provenance = new Map();
  }
}
