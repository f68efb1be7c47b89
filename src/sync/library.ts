/** Resources of one source as they came, so that one can be found from another and opened without asking again. */
import {get, objects, referenceTo, text, type FhirResource} from '../model/fhir-json.js';
import type {PhrEntry} from '../api/phr-client.js';

/** Raw resources that were read from one source and passed the check of whose they are. */
export interface Library {
  /** Keeps a resource. The first copy stays: an entry that is shown and what opens from it are one reading. */
  add(entry: PhrEntry): void;
  /** A reference as `Type/id`, without our base and without a version; the address of something else as it is. */
  local(reference: string): string;
  /** The resource with a `Type/id` reference, an absolute address or a `urn:uuid:`. */
  find(reference: string): FhirResource | undefined;
  /** The resource a FHIR Reference, or its text, names; `within` holds the contained ones. */
  resolve(reference: unknown, within?: FhirResource): FhirResource | undefined;
  /** Provenance resources that tell of a resource. */
  provenance(reference: string): readonly FhirResource[];
}

/** An empty library. `base`: the FHIR base of the source, with a closing slash. */
export function createLibrary(base: string): Library {
  const byReference = new Map<string, FhirResource>();
  const byUrl = new Map<string, FhirResource>();
  const provenances = new Map<string, FhirResource[]>();

  const local = (reference: string): string => {
    if (reference.startsWith('urn:')) {
      const found = byUrl.get(reference);
      return (found && referenceTo(found)) ?? reference;
    }
    const path = reference.startsWith(base) ? reference.slice(base.length) : reference;
    return path.split('/_history/', 1)[0] ?? path;
  };
  const find = (reference: string): FhirResource | undefined =>
    byReference.get(local(reference)) ?? byUrl.get(reference);

  return {
    local,
    find,

    add({resource, url}) {
      const reference = referenceTo(resource);
      if (reference) {
        if (byReference.has(reference)) return;
        byReference.set(reference, resource);
      }
      // An address that only says the reference again would double the memory that all of them take.
      if (url && !(reference && url.endsWith(reference))) byUrl.set(url, resource);
      if (resource.resourceType !== 'Provenance') return;
      for (const target of objects(get(resource, 'target'))) {
        const key = local(text(get(target, 'reference')) ?? '');
        provenances.set(key, [...(provenances.get(key) ?? []), resource]);
      }
    },

    resolve(reference, within) {
      const target = text(reference) ?? text(get(reference, 'reference'));
      if (!target?.startsWith('#')) return target ? find(target) : undefined;
      return objects(get(within, 'contained')).find(
        (item) => get(item, 'id') === target.slice(1),
      ) as FhirResource | undefined;
    },

    provenance: (reference) => provenances.get(reference) ?? [],
  };
}
