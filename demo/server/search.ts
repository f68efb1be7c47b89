/** Answers a search from the index, for one reader. */
import type {Access} from './access.js';
import {matchesDate} from './fhir-time.js';
import {isToken} from './search-query.js';
import type {AskedReference, Condition, Include, SearchQuery} from './search-query.js';
import type {RecordStore} from './record-store.js';
import type {Row, Token, Values} from './row.js';

const none: Values = {};

/** The rows that answer a search, all of them, in order. Fails with 403 when another person is asked for. */
export function findRows(query: SearchQuery, store: RecordStore, access: Access): readonly Row[] {
  access.demand(query.type, 's');
  for (const condition of query.conditions) {
    if (condition.kind === 'reference') refuseOtherPerson(condition.values, store, access);
  }
  // Who is asked about comes first: it is the same in every search, and what it leaves is kept.
  const first = query.conditions.filter(isPerson);
  const rest = query.conditions.filter((condition) => !isPerson(condition));
  return sieve(query, [...first, ...rest], store, access);
}

function isPerson({kind, name}: Condition): boolean {
  return kind === 'reference' && (name === 'patient' || name === 'subject');
}

/** What each condition leaves is kept, so that a search pays only for the conditions that it has alone. */
function sieve(
  query: SearchQuery,
  conditions: readonly Condition[],
  store: RecordStore,
  access: Access,
): readonly Row[] {
  const name = JSON.stringify([access.view, conditions, query.sort]);
  const {patient} = access.reader;
  return store.result(patient, query.type, name, () => {
    const last = conditions.at(-1);
    if (!last)
      return store.rows(patient, query.type, query.sort).filter((row) => access.holds(row));
    return sieve(query, conditions.slice(0, -1), store, access).filter(testOf(last, store, access));
  });
}

/** Whether anybody else is named does not depend on whether there is such a person. */
function refuseOtherPerson(
  values: readonly AskedReference[],
  store: RecordStore,
  access: Access,
): void {
  const {patient} = access.reader;
  if (patient === undefined) return;
  for (const {key, identifier} of values) {
    if (key?.startsWith('Patient/') && key !== `Patient/${patient}`) throw access.forbidden();
    if (!identifier) continue;
    const token: Token = {system: identifier.system ?? '', code: identifier.code ?? ''};
    const found = store.patientWith(token);
    if (found !== undefined && found !== patient) throw access.forbidden();
  }
}

function testOf(condition: Condition, store: RecordStore, access: Access): (row: Row) => boolean {
  const valuesOf = (row: Row): Values => row.values[condition.name] ?? none;
  switch (condition.kind) {
    case 'missing':
      return (row) => {
        const {dates, tokens, pointers, strings} = valuesOf(row);
        const found =
          condition.name.startsWith('_') ||
          [dates, tokens, pointers, strings].some((values) => values && values.length > 0);
        return found !== condition.missing;
      };
    case 'date': {
      const now = store.now();
      if (condition.name === '_lastUpdated')
        return ({updated}) =>
          condition.values.some(({prefix, range}) =>
            matchesDate(prefix, range, {start: updated, end: updated + 1}, now),
          );
      return (row) => {
        const dates = valuesOf(row).dates ?? [];
        return dates.some((found) =>
          condition.values.some(({prefix, range}) => matchesDate(prefix, range, found, now)),
        );
      };
    }
    case 'token':
      return (row) => {
        const tokens =
          condition.name === '_id' ? [{system: '', code: row.id}] : (valuesOf(row).tokens ?? []);
        const found = tokens.some((token) =>
          condition.values.some((asked) => isToken(asked, token)),
        );
        return found !== condition.not;
      };
    case 'reference': {
      // A reference to what is held back is not there to be found.
      const asked = condition.values
        .filter(({key}) => key === undefined || !access.hidesKey(key))
        .map((value) => ({...value, ...resolved(value, store)}));
      const [only] = asked;
      // Every search names the person this way, and tests every entry of the record.
      if (asked.length === 1 && only?.key !== undefined) {
        const {key} = only;
        return (row) => {
          for (const {to} of valuesOf(row).pointers ?? []) if (to === key) return true;
          return false;
        };
      }
      return (row) =>
        (valuesOf(row).pointers ?? []).some((pointer) =>
          asked.some(({key, id, identifier, patient}) => {
            if (key !== undefined) return pointer.to === key;
            if (id !== undefined)
              return pointer.to?.endsWith(`/${id}`) === true && !access.hidesKey(pointer.to);
            if (patient !== undefined && pointer.to === patient) return true;
            return (
              identifier !== undefined &&
              pointer.identifier !== undefined &&
              isToken(identifier, pointer.identifier)
            );
          }),
        );
    }
    case 'string':
      return (row) =>
        (valuesOf(row).strings ?? []).some((found) =>
          condition.values.some((asked) => {
            if (condition.how === 'exact') return found === asked;
            const low = found.toLowerCase();
            return condition.how === 'contains' ? low.includes(asked) : low.startsWith(asked);
          }),
        );
  }
}

/** The Patient behind an identifier, so that a reference by id is found by identifier too. */
function resolved(value: AskedReference, store: RecordStore): {readonly patient?: string} {
  if (!value.identifier) return {};
  const patient = store.patientWith({
    system: value.identifier.system ?? '',
    code: value.identifier.code ?? '',
  });
  return patient === undefined ? {} : {patient: `Patient/${patient}`};
}

/** What goes with a page of matches: what they refer to, and the Provenance of them. Never a match again, never what the reader may not see. */
export function findIncluded(
  matches: readonly Row[],
  query: SearchQuery,
  store: RecordStore,
  access: Access,
): readonly Row[] {
  const seen = new Set(matches.map(({key}) => key));
  const included: Row[] = [];
  const take = (rows: readonly Row[]): readonly Row[] => {
    const fresh = rows.filter((row) => !seen.has(row.key) && access.sees(row, 'r'));
    const taken: Row[] = [];
    for (const row of fresh) {
      if (seen.has(row.key)) continue;
      seen.add(row.key);
      taken.push(row);
    }
    included.push(...taken);
    return taken;
  };
  let fresh: readonly Row[] = matches;
  for (let round = 0; fresh.length > 0 && round < 4; round++) {
    const rules = query.includes.filter(({again}) => again || round === 0);
    fresh = take(fresh.flatMap((row) => rules.flatMap((rule) => referred(row, rule, store))));
  }
  if (query.reverse.length > 0)
    take(matches.flatMap((row) => store.pointingAt(row.key, 'Provenance')));
  return included;
}

function referred(row: Row, include: Include, store: RecordStore): readonly Row[] {
  if (row.type !== include.type) return [];
  return (row.values[include.parameter]?.pointers ?? []).flatMap(({to}) => {
    if (to === undefined || (include.target && !to.startsWith(`${include.target}/`))) return [];
    const found = store.row(to);
    return found ? [found] : [];
  });
}
