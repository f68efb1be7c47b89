/** One version of one resource with what is searched in it, worked out once when it is written. */
import {timeRangesOf} from './fhir-time.js';
import type {TimeRange} from './fhir-time.js';
import {isObject, list, omit, text, valuesAt} from './json.js';
import type {JsonObject} from './json.js';
import {searchParametersOf} from './search-parameters.js';
import type {SearchParameter} from './search-parameters.js';
import {withholdSystem} from './types.js';
import type {FhirResource, Withheld} from './types.js';

/** A code as it can be searched: `system|code`, `code`. */
export interface Token {
  readonly system: string;
  readonly code: string;
}

/** Where a reference points: a resource by `Type/id`, or only an identifier. */
export interface Pointer {
  readonly to?: string;
  readonly identifier?: Token;
}

/** What one parameter found in one resource. */
export interface Values {
  readonly dates?: readonly TimeRange[];
  readonly tokens?: readonly Token[];
  readonly pointers?: readonly Pointer[];
  readonly strings?: readonly string[];
}

/** One version of a resource. Never changed after it is made. */
export interface Row {
  readonly type: string;
  readonly id: string;
  readonly key: string;
  readonly resource: FhirResource;
  /** Ids of the Patients it is about; empty when it is about nobody (a place, a professional). */
  readonly owners: readonly string[];
  readonly version: number;
  /** `meta.lastUpdated` in milliseconds. */
  readonly updated: number;
  readonly withheld: Withheld | undefined;
  readonly values: Readonly<Record<string, Values>>;
}

const nothing: Values = {};

/** Finds what a parameter looks for in a resource. */
export function valuesOf(resource: FhirResource, parameter: SearchParameter): Values {
  const found = parameter.paths.flatMap((path) => valuesAt(resource, path));
  if (found.length === 0) return nothing;
  switch (parameter.kind) {
    case 'date':
      return {dates: found.flatMap(timeRangesOf)};
    case 'token':
      return {tokens: found.flatMap(tokensOf)};
    case 'reference': {
      const target = parameter.target;
      const pointers = found.flatMap(pointerOf);
      return {
        pointers: target
          ? pointers.filter(({to}) => to === undefined || to.startsWith(`${target}/`))
          : pointers,
      };
    }
    case 'string':
      return {strings: found.filter((value) => typeof value === 'string')};
  }
}

function tokensOf(value: unknown): readonly Token[] {
  if (typeof value === 'string' || typeof value === 'boolean')
    return [{system: '', code: String(value)}];
  if (!isObject(value)) return [];
  if (Array.isArray(value['coding'])) return value['coding'].flatMap(tokensOf);
  const code = text(value['code']) ?? text(value['value']);
  return code === undefined ? [] : [{system: text(value['system']) ?? '', code}];
}

/** `Type/id` of a reference, without a base or a version; undefined for `#contained`, `urn:uuid:` and others. */
export function referenceKey(reference: string): string | undefined {
  return /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(
    reference,
  )?.[1];
}

function pointerOf(value: unknown): readonly Pointer[] {
  if (!isObject(value)) return [];
  const to = typeof value['reference'] === 'string' ? referenceKey(value['reference']) : undefined;
  const identifier = tokensOf(value['identifier'])[0];
  return to === undefined && !identifier
    ? []
    : [{...(to && {to}), ...(identifier && {identifier})}];
}

/** Paths whose Patient references say who a resource is about. A performer or author is not whom it is about. */
const ownerPaths = [['subject'], ['patient'], ['for'], ['beneficiary'], ['participant', 'actor']];

/** Ids of the Patients a resource names as the one it is about. */
export function ownersOf(
  resource: FhirResource,
  patientWith: (identifier: Token) => string | undefined,
): readonly string[] {
  if (resource.resourceType === 'Patient') return resource.id === undefined ? [] : [resource.id];
  const paths =
    resource.resourceType === 'Provenance'
      ? [['target']]
      : resource.resourceType === 'AuditEvent'
        ? [['entity', 'what']]
        : ownerPaths;
  const owners = new Set<string>();
  for (const path of paths) {
    for (const pointer of valuesAt(resource, path).flatMap(pointerOf)) {
      if (pointer.to?.startsWith('Patient/')) owners.add(pointer.to.slice('Patient/'.length));
      else if (pointer.identifier) {
        const patient = patientWith(pointer.identifier);
        if (patient !== undefined) owners.add(patient);
      }
    }
  }
  return [...owners];
}

/** The label that holds an entry back, taken off: a reader must not learn that there are such labels. */
export function takeWithheld(resource: FhirResource): {
  readonly resource: FhirResource;
  readonly withheld: Withheld | undefined;
} {
  const meta = isObject(resource['meta']) ? resource['meta'] : undefined;
  const tags = list(meta?.['tag']);
  const ours = tags.filter((tag) => isObject(tag) && tag['system'] === withholdSystem);
  if (!meta || ours.length === 0) return {resource, withheld: undefined};
  const left = tags.filter((tag) => !ours.includes(tag));
  const rest = omit(meta, 'tag');
  const codes = ours.map((tag) => (tag as JsonObject)['code']);
  return {
    resource: {...resource, meta: left.length > 0 ? {...rest, tag: left} : rest},
    withheld: codes.includes('patient') ? 'patient' : codes.includes('proxy') ? 'proxy' : undefined,
  };
}

/** Makes the row of a resource that has an id and a `meta.lastUpdated`. */
export function makeRow(
  resource: FhirResource & {readonly id: string},
  details: Pick<Row, 'owners' | 'version' | 'updated' | 'withheld'>,
): Row {
  const values: Record<string, Values> = {};
  for (const parameter of searchParametersOf(resource.resourceType)?.values() ?? []) {
    const found = valuesOf(resource, parameter);
    if (found !== nothing) values[parameter.name] = found;
  }
  return {
    type: resource.resourceType,
    id: resource.id,
    key: `${resource.resourceType}/${resource.id}`,
    resource,
    values,
    ...details,
  };
}
