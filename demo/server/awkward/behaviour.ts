/** What a way of being awkward is: something that stands between the one who asks and the good server. */
import type {Answer, FhirCall} from '../answer.js';
import {typeOf} from '../answer.js';
import {isObject, list, omit} from '../json.js';
import type {JsonObject} from '../json.js';

/** What the good server, or what stands nearer to it, answers. */
export type Next = (call: FhirCall) => Promise<Answer>;

/** What a behaviour knows beside the request. */
export interface AwkwardSetting {
  /** What follows the colon of `name:argument`. */
  readonly argument: string | undefined;
  /** How many requests with this token for this path this behaviour has seen, this one included. */
  readonly nth: () => number;
}

/** One way of being awkward. */
export interface Behaviour {
  /** What it does, and what `:argument` means, in a sentence. */
  readonly about: string;
  readonly answer: (call: FhirCall, next: Next, setting: AwkwardSetting) => Promise<Answer>;
}

/** A search or one of its later pages. */
export function isSearch({method, path}: FhirCall): boolean {
  return (method === 'GET' && /^[A-Z][A-Za-z]+$/.test(path)) || path.endsWith('/_search');
}

/** Whether a request is about the type that a behaviour is told to spoil. */
export function isAbout(call: FhirCall, type: string): boolean {
  return type === '*' ? call.path !== 'metadata' : typeOf(call.path) === type;
}

/** The value of a query parameter of a request. */
export function asked(call: FhirCall, name: string): string | undefined {
  return call.query.find(([key]) => key === name)?.[1];
}

/** A request without some of its query parameters. */
export function without(call: FhirCall, ...names: readonly string[]): FhirCall {
  return {...call, query: call.query.filter(([key]) => !names.includes(key))};
}

/** Answers a request of a type, and lets every other pass. */
export function refusing(
  about: string,
  usual: string,
  answer: (setting: AwkwardSetting, call: FhirCall) => Answer | undefined,
): Behaviour {
  return {
    about,
    answer: async (call, next, setting) =>
      (isAbout(call, setting.argument ?? usual) ? answer(setting, call) : undefined) ?? next(call),
  };
}

/** Changes the Bundles of searches of a type (`*`: all). */
export function spoiling(
  about: string,
  usual: string,
  change: (bundle: JsonObject, call: FhirCall, setting: AwkwardSetting) => JsonObject | Answer,
): Behaviour {
  return {
    about,
    answer: async (call, next, setting) => {
      const answer = await next(call);
      if (!isSearch(call) || !isAbout(call, setting.argument ?? usual)) return answer;
      if (answer.status !== 200 || !isObject(answer.json)) return answer;
      const changed = change(answer.json, call, setting);
      return 'status' in changed && !('resourceType' in changed)
        ? (changed as unknown as Answer)
        : {...answer, json: changed};
    },
  };
}

/** The entries of a Bundle. */
export function entriesOf(bundle: JsonObject): readonly JsonObject[] {
  return list(bundle['entry']).filter(isObject);
}

/** A Bundle with other entries; without the element when there are none, as FHIR wants it. */
export function withEntries(bundle: JsonObject, entries: readonly JsonObject[]): JsonObject {
  const rest = omit(bundle, 'entry');
  return entries.length > 0 ? {...rest, entry: entries} : rest;
}

/** A Bundle whose resources are changed one by one; `at` counts from 0. */
export function withResources(
  bundle: JsonObject,
  change: (resource: JsonObject, at: number) => JsonObject,
): JsonObject {
  return withEntries(
    bundle,
    entriesOf(bundle).map((entry, at) =>
      isObject(entry['resource']) ? {...entry, resource: change(entry['resource'], at)} : entry,
    ),
  );
}

/** The address of a link of a Bundle. */
export function linkOf(bundle: JsonObject, relation: string): string | undefined {
  const link = list(bundle['link']).find((item) => isObject(item) && item['relation'] === relation);
  return isObject(link) ? String(link['url']) : undefined;
}

/** A Bundle whose links are changed one by one; undefined takes a link away. */
export function withLinks(
  bundle: JsonObject,
  change: (relation: string, url: string) => string | undefined,
): JsonObject {
  const link = list(bundle['link'])
    .filter(isObject)
    .flatMap((item) => {
      const url = change(String(item['relation']), String(item['url']));
      return url === undefined ? [] : [{relation: item['relation'], url}];
    });
  const rest = omit(bundle, 'link');
  return link.length > 0 ? {...rest, link} : rest;
}
