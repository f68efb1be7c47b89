/** Small checked readers over JSON that nobody has promised the shape of. */

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object without some of its members. */
export function omit(value: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** A value as text, or undefined when it is not text. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A value as a list: an array as it is, nothing as an empty list, anything else as a list of one. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Suffixes that a choice element such as `effective[x]` may have in the searched types. */
const choices = [
  'DateTime',
  'Period',
  'Instant',
  'Timing',
  'Date',
  'CodeableConcept',
  'Reference',
  'String',
  'Boolean',
] as const;

/** Choice element names are made once: `effective[x]` is asked for on every resource that is loaded. */
const choiceNames = new Map<string, readonly string[]>();

function namesOf(step: string): readonly string[] {
  if (!step.endsWith('[x]')) return [step];
  let names = choiceNames.get(step);
  if (!names) {
    const stem = step.slice(0, -3);
    names = choices.map((suffix) => stem + suffix);
    choiceNames.set(step, names);
  }
  return names;
}

/** Every value at a path of element names, through arrays and choices, for example `['content', 'attachment', 'url']`. */
export function valuesAt(from: unknown, path: readonly string[]): readonly unknown[] {
  let found: unknown[] = [from];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of found) {
      if (!isObject(value)) continue;
      for (const name of namesOf(step)) {
        const child = value[name];
        if (child === undefined || child === null) continue;
        if (Array.isArray(child)) next.push(...(child as unknown[]));
        else next.push(child);
      }
    }
    if (next.length === 0) return [];
    found = next;
  }
  return found;
}
