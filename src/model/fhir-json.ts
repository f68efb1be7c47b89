/**
 * Checked readers over JSON from a server. A type that promises a shape is a lie about bytes from
 * the network, so every reader takes `unknown` and gives back what is really there, or nothing.
 */

/** Any FHIR resource: only what every resource must have is promised. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
}

/** A JSON object whose values have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const none: readonly unknown[] = [];
const noObjects: readonly JsonObject[] = [];

/** The value if it is a JSON object (not null, not an array). */
export function object(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** One own property of a JSON object. Inherited names such as `constructor` are never found. */
export function get(value: unknown, key: string): unknown {
  const found = object(value);
  return found && Object.hasOwn(found, key) ? found[key] : undefined;
}

/** The value if it is a string with something other than white space in it. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The value if it is a finite number. */
export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The value if it is `true` or `false`. */
export function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The value as a list: an array as it is, one thing as a list of one, nothing as an empty list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? none : [value];
}

/** The JSON objects in a list; anything else in it is passed over. */
export function objects(value: unknown): readonly JsonObject[] {
  const found = list(value);
  if (found.length === 0) return noObjects;
  for (const item of found) {
    if (!object(item)) return found.filter((each): each is JsonObject => !!object(each));
  }
  return found as readonly JsonObject[];
}

/** The value as a resource, if it has a `resourceType`. */
export function resource(value: unknown): FhirResource | undefined {
  return text(get(value, 'resourceType')) ? (value as unknown as FhirResource) : undefined;
}

/** `Type/id` of a resource that has an id, as FHIR relative references are written. */
export function referenceTo(item: FhirResource): string | undefined {
  const id = text(item.id);
  return id ? `${item.resourceType}/${id}` : undefined;
}
