/**
 * What a server can do for this person: what the host says, what was found out, what was granted, what is published. A part
 * of `hard-cases.ts`.
 */
import {get, list, object, objects, text} from '../model/fhir-json.js';
import type {FhirResource} from '../model/fhir-json.js';
import type {Answer, PhrCapabilities} from './phr-client.js';

/** An interaction a widget may want. */
export type Interaction = Parameters<PhrCapabilities['can']>[1];

/** What a host says of a type, for servers that publish nothing or publish it wrongly. */
export interface CapabilityOverride {
  /** Interactions that are offered; any other is not. */
  readonly interactions?: readonly Interaction[];
  /** Search parameters that are offered; any other is not. */
  readonly parameters?: readonly string[];
  /** `_include` values that are offered; any other is not. */
  readonly includes?: readonly string[];
  /** `_revinclude` values that are offered; any other is not. */
  readonly revIncludes?: readonly string[];
}

/** What a host says, by FHIR type. A type that is not named is left to be found out; `false`: not offered. */
export type CapabilityOverrides = Readonly<Record<string, CapabilityOverride | false>>;

/** Capabilities that grow as more is found out. */
export interface KnownCapabilities extends PhrCapabilities {
  limits(type: string): readonly string[];
  /** Whether the host or the granted scopes say that an interaction is not to be asked for; what a server publishes is not asked. */
  forbids(type: string, interaction: Interaction): boolean;
  /** False for a search parameter, with its value, that is known not to be offered. */
  offers(type: string, name: string, value: string): boolean;
  /** Takes the scopes of a token response. */
  grant(scope: string): void;
  /** Takes a CapabilityStatement. */
  publish(statement: FhirResource): void;
}

interface Grant {
  readonly type: string;
  /** Letters of `cruds`. */
  readonly letters: string;
  readonly query: string;
}

const letterOf: Readonly<Record<Interaction, string>> = {
  read: 'r',
  'search-type': 's',
  create: 'c',
  update: 'u',
};
const versionOne = new Map([
  ['read', 'rs'],
  ['write', 'cud'],
  ['*', 'cruds'],
]);

/** Scopes on resources, SMART v1 and v2; anything else in the text is passed over. */
export function readScopes(scope: string): readonly Grant[] {
  const grants: Grant[] = [];
  for (const item of scope.split(/\s+/)) {
    const found =
      /^(?:patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*|[cruds]+)(?:\?(.*))?$/.exec(item);
    const [, type, letters, query] = found ?? [];
    if (type && letters) {
      grants.push({type, letters: versionOne.get(letters) ?? letters, query: query ?? ''});
    }
  }
  return grants;
}

/** Whether a list says that something is offered. An empty list says nothing. */
function inList(values: readonly unknown[], has: (value: unknown) => boolean): Answer {
  return values.length === 0 ? 'unknown' : values.some(has) ? 'yes' : 'no';
}

/** Keeps together all that is known. `learnt`: what tries have shown this session, by type and interaction, as in `Condition read`. */
export function createCapabilities(
  overrides: CapabilityOverrides = {},
  learnt: ReadonlyMap<string, Answer> = new Map(),
): KnownCapabilities {
  let grants: readonly Grant[] = [];
  let published: ReadonlyMap<string, unknown> | undefined;
  let shared: readonly unknown[] = [];

  const override = (type: string) => get(overrides, type) as CapabilityOverride | false | undefined;

  /** What a host said: `undefined` when it did not. */
  const said = (type: string, key: keyof CapabilityOverride, value: string): Answer | undefined => {
    const host = override(type);
    if (host === false) return 'no';
    const values = list(get(host, key));
    return get(host, key) === undefined ? undefined : values.includes(value) ? 'yes' : 'no';
  };

  const granted = (type: string, letter: string) =>
    grants.filter((one) => (one.type === type || one.type === '*') && one.letters.includes(letter));

  let told: string | undefined;
  let read: FhirResource | undefined;

  const capabilities: KnownCapabilities = {
    can(type, interaction) {
      const known = said(type, 'interactions', interaction) ?? learnt.get(`${type} ${interaction}`);
      if (known) return known;
      let hope: Answer = 'unknown';
      if (grants.length > 0) {
        const mine = granted(type, letterOf[interaction]);
        if (mine.length === 0) return 'no';
        // `*` grants what the server has; it does not say that it has it.
        if (mine.some((one) => one.type === type)) hope = 'yes';
      }
      if (hope === 'yes' || !published || published.size === 0) return hope;
      if (!published.has(type)) return 'no';
      return inList(
        objects(get(published.get(type), 'interaction')),
        (one) => get(one, 'code') === interaction,
      );
    },

    forbids(type, interaction) {
      const host = said(type, 'interactions', interaction);
      if (host) return host === 'no';
      return grants.length > 0 && granted(type, letterOf[interaction]).length === 0;
    },

    searches(type, parameter) {
      const known = said(type, 'parameters', parameter);
      if (known) return known;
      const own = list(get(published?.get(type), 'searchParam'));
      const found = inList([...own, ...shared], (one) => get(one, 'name') === parameter);
      // Servers seldom list what works on every type (`_sort`, `_lastUpdated`).
      return found === 'no' && (parameter.startsWith('_') || own.length === 0) ? 'unknown' : found;
    },

    includes(type, kind, value) {
      const include = kind === '_include';
      const known = said(type, include ? 'includes' : 'revIncludes', value);
      if (known) return known;
      const values = list(
        get(published?.get(type), include ? 'searchInclude' : 'searchRevInclude'),
      );
      return inList(
        values,
        (one) => one === '*' || one === value || (text(one) ?? '').startsWith(`${value}:`),
      );
    },

    offers: (type, name, value) =>
      (name === '_include' || name === '_revinclude'
        ? capabilities.includes(type, name, value)
        : capabilities.searches(type, name)) !== 'no',

    limits(type) {
      const mine = granted(type, 's').map((one) => one.query);
      return mine.includes('') ? [] : mine;
    },

    grant(scope) {
      if (scope !== told) grants = readScopes(scope);
      told = scope;
    },

    publish(statement) {
      if (statement === read || statement.resourceType !== 'CapabilityStatement') return;
      read = statement;
      const rest = objects(get(statement, 'rest')).find(
        (one) => (get(one, 'mode') ?? 'server') === 'server',
      );
      const types = new Map<string, unknown>();
      for (const one of objects(get(rest, 'resource'))) {
        const type = text(get(one, 'type'));
        if (type) types.set(type, object(one));
      }
      published = types;
      shared = objects(get(rest, 'searchParam'));
    },
  };
  return capabilities;
}
