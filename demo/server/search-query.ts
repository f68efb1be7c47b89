/** Reads the parameters of a search: what is understood becomes a query, the rest is refused (strict) or left out of `self`. */
import {parseDateValue} from './fhir-time.js';
import type {DatePrefix, TimeRange} from './fhir-time.js';
import {refuse} from './outcomes.js';
import type {SortRule} from './bucket.js';
import type {Token} from './row.js';
import {searchParametersOf} from './search-parameters.js';
import type {SearchParameter} from './search-parameters.js';

/** One condition: any of its values will do; a search meets all its conditions. */
export type Condition =
  | {readonly kind: 'missing'; readonly name: string; readonly missing: boolean}
  | {
      readonly kind: 'date';
      readonly name: string;
      readonly values: readonly {readonly prefix: DatePrefix; readonly range: TimeRange}[];
    }
  | {
      readonly kind: 'token';
      readonly name: string;
      readonly not: boolean;
      readonly values: readonly AskedToken[];
    }
  | {readonly kind: 'reference'; readonly name: string; readonly values: readonly AskedReference[]}
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly how: 'starts' | 'contains' | 'exact';
      readonly values: readonly string[];
    };

/** A token asked for: `code` (any system), `|code` (no system), `system|code`, `system|` (any code of it). */
export interface AskedToken {
  readonly system?: string;
  readonly code?: string;
}

/** A reference asked for, by `Type/id`, by an id alone, or by an identifier of what it points at. */
export interface AskedReference {
  readonly key?: string;
  readonly id?: string;
  readonly identifier?: AskedToken;
}

/** One `_include` or `_revinclude`. */
export interface Include {
  readonly type: string;
  readonly parameter: string;
  readonly target?: string;
  readonly again: boolean;
}

/** A search that was understood. */
export interface SearchQuery {
  readonly type: string;
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortRule[];
  readonly count: number;
  readonly includes: readonly Include[];
  readonly reverse: readonly Include[];
  readonly counted: boolean;
  readonly countOnly: boolean;
  /** The parameters that were honoured, for `Bundle.link` self. */
  readonly kept: readonly (readonly [name: string, value: string])[];
}

/** Most matches on one page, whatever `_count` says. */
export const largestPage = 200;
/** Matches on a page when `_count` does not say. */
export const usualPage = 50;

/** Parameters that change no result and are honoured by doing what the server does anyway. */
const harmless = new Set(['_format', '_pretty', '_page']);

/** Splits at commas that are not escaped, and takes the escapes away. */
function split(value: string): string[] {
  return (value.match(/(?:\\.|[^\\,])+/g) ?? []).map((part) => part.replace(/\\([\\,|$])/g, '$1'));
}

/** `system|code` in its four forms. */
export function parseToken(value: string): AskedToken {
  const bar = value.indexOf('|');
  if (bar < 0) return {code: value};
  const code = value.slice(bar + 1);
  return {system: value.slice(0, bar), ...(code !== '' && {code})};
}

/** Whether a token of a resource is one that was asked for. */
export function isToken(asked: AskedToken, found: Token): boolean {
  return (
    (asked.system === undefined || asked.system === found.system) &&
    (asked.code === undefined || asked.code === found.code)
  );
}

const everywhere: Readonly<Record<string, SearchParameter>> = {
  _id: {name: '_id', kind: 'token', paths: [['id']]},
  _lastUpdated: {name: '_lastUpdated', kind: 'date', paths: [['meta', 'lastUpdated']]},
};

function parameterOf(type: string, name: string): SearchParameter | undefined {
  return everywhere[name] ?? searchParametersOf(type)?.get(name);
}

/**
 * Reads the parameters of a search of one type. With `strict` an unknown parameter is an error, else it is left out of `kept`.
 * A known parameter with a value or a modifier that cannot be understood is always an error: a search must not find more
 * than was asked for because a date was mistyped.
 */
export function parseSearch(
  type: string,
  asked: readonly (readonly [name: string, value: string])[],
  {strict}: {readonly strict: boolean},
): SearchQuery {
  const conditions: Condition[] = [];
  const kept: (readonly [string, string])[] = [];
  const includes: Include[] = [];
  const reverse: Include[] = [];
  let sort: readonly SortRule[] = [];
  let count = usualPage;
  let counted = true;
  let countOnly = false;
  const unknown = (what: string): void => {
    if (strict)
      throw refuse(400, 'not-supported', `The server does not support ${what} of ${type}.`);
  };

  for (const [full, value] of asked) {
    const name = full.split(':')[0] ?? '';
    if (value === '' || harmless.has(name)) continue;
    if (name === '_sort') {
      const rules = value
        .split(',')
        .map((rule) => ({parameter: rule.replace(/^-/, ''), descending: rule.startsWith('-')}));
      const known = rules.filter((rule) => parameterOf(type, rule.parameter));
      if (known.length < rules.length) unknown('this _sort');
      if (known.length > 0) {
        sort = known;
        kept.push([
          '_sort',
          known.map(({parameter, descending}) => (descending ? '-' : '') + parameter).join(),
        ]);
      }
    } else if (name === '_count') {
      if (!/^\d+$/.test(value)) throw refuse(400, 'value', '_count is not a whole number.');
      count = Math.min(Number(value), largestPage);
      countOnly ||= count === 0;
      kept.push(['_count', String(count)]);
    } else if (name === '_include' || name === '_revinclude') {
      const include = parseInclude(full, value);
      const wanted = name === '_include' ? includes : reverse;
      if (include && isServed(type, name, include)) {
        wanted.push(include);
        kept.push([full, value]);
      } else unknown(`${name}=${value}`);
    } else if (name === '_total' && ['none', 'estimate', 'accurate'].includes(value)) {
      counted = value !== 'none';
      kept.push([full, value]);
    } else if (name === '_summary' && value === 'count') {
      countOnly = true;
      kept.push([full, value]);
    } else {
      const condition = parseCondition(type, full, value);
      if (condition) {
        conditions.push(condition);
        kept.push([full, value]);
      } else unknown(`the search parameter ${full}`);
    }
  }
  return {type, conditions, sort, count, includes, reverse, counted, countOnly, kept};
}

/** `patient:identifier`, and its older form as a chain. */
function identifierOf(type: string, full: string): SearchParameter | undefined {
  const name = /^([a-z-]+)(?::identifier|(?::[A-Za-z]+)?\.identifier)$/.exec(full)?.[1];
  const parameter = name === undefined ? undefined : parameterOf(type, name);
  return parameter?.kind === 'reference' ? parameter : undefined;
}

function parseCondition(type: string, full: string, value: string): Condition | undefined {
  const byIdentifier = identifierOf(type, full);
  if (byIdentifier)
    return {
      kind: 'reference',
      name: byIdentifier.name,
      values: split(value).map((part) => ({identifier: parseToken(part)})),
    };
  const [name = '', modifier] = full.split(':');
  const parameter = parameterOf(type, name);
  if (!parameter) return undefined;
  const wrong = (): Error => refuse(400, 'value', `The value of ${full} cannot be understood.`);
  if (modifier === 'missing') {
    if (value !== 'true' && value !== 'false') throw wrong();
    return {kind: 'missing', name, missing: value === 'true'};
  }
  const values = split(value);
  if (values.length === 0) throw wrong();
  switch (parameter.kind) {
    case 'date':
      if (modifier !== undefined) break;
      return {
        kind: 'date',
        name,
        values: values.map((part) => {
          const parsed = parseDateValue(part);
          if (!parsed) throw wrong();
          return parsed;
        }),
      };
    case 'token':
      if (modifier !== undefined && modifier !== 'not') break;
      return {kind: 'token', name, not: modifier === 'not', values: values.map(parseToken)};
    case 'reference': {
      // `subject:Patient=x` is `subject=Patient/x`.
      if (modifier !== undefined && !/^[A-Z][A-Za-z]+$/.test(modifier)) break;
      return {
        kind: 'reference',
        name,
        values: values.map((part) => {
          const match = /(?:^|\/)(?:([A-Z][A-Za-z]+)\/)?([A-Za-z0-9\-.]{1,64})$/.exec(part);
          if (!match) throw wrong();
          const target = match[1] ?? modifier ?? parameter.target;
          return target === undefined ? {id: match[2]} : {key: `${target}/${match[2] ?? ''}`};
        }),
      };
    }
    case 'string':
      if (modifier !== undefined && modifier !== 'exact' && modifier !== 'contains') break;
      return {
        kind: 'string',
        name,
        how: modifier ?? 'starts',
        values: modifier === 'exact' ? values : values.map((part) => part.toLowerCase()),
      };
  }
  // R4: a modifier that is not understood must be an error, because ignoring it changes the meaning.
  throw refuse(400, 'not-supported', `The server does not support ${full}.`);
}

function parseInclude(full: string, value: string): Include | undefined {
  const [type, parameter, target] = value.split(':');
  if (!type || !parameter) return undefined;
  const again = full.endsWith(':iterate') || full.endsWith(':recurse');
  return {type, parameter, ...(target && {target}), again};
}

function isServed(type: string, name: '_include' | '_revinclude', include: Include): boolean {
  const parameter = searchParametersOf(include.type)?.get(include.parameter);
  if (parameter?.kind !== 'reference') return false;
  if (name === '_revinclude')
    return include.type === 'Provenance' && include.parameter === 'target';
  return include.again || include.type === type;
}
