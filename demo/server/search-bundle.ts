/** A search as the Bundle that answers it. */
import type {Access} from './access.js';
import type {JsonObject} from './json.js';
import {laterPageSize} from './paging.js';
import type {Snapshots} from './paging.js';
import type {RecordStore} from './record-store.js';
import type {Row} from './row.js';
import type {SearchQuery} from './search-query.js';
import {findIncluded, findRows} from './search.js';

/** What a search needs to be answered. `base` is the FHIR base of the links, without a closing slash. */
export interface SearchSetting {
  readonly store: RecordStore;
  readonly access: Access;
  readonly snapshots: Snapshots;
  readonly base: string;
}

/** Whose a result is: the same login for the same person, also after its token was renewed. */
function ownerOf({access}: SearchSetting): string {
  return JSON.stringify([access.reader.login, access.reader.patient, access.view]);
}

/** The first page of a search. */
export function firstPage(query: SearchQuery, setting: SearchSetting): JsonObject {
  const rows = findRows(query, setting.store, setting.access);
  if (query.countOnly) return bundle(query, rows, [], undefined, setting);
  const page = rows.slice(0, query.count);
  let next: string | undefined;
  if (rows.length > page.length) {
    const id = setting.snapshots.keep({query, rows, owner: ownerOf(setting)});
    next = setting.snapshots.token(id, page.length, laterPageSize(query.count));
  }
  return bundle(query, rows, page, next, setting);
}

/** A later page, from the token of its link. What was deleted since is left out; what was changed is as it was. */
export function laterPageOf(token: string, setting: SearchSetting): JsonObject {
  const {snapshot, id, offset, size} = setting.snapshots.open(token, ownerOf(setting));
  const {query, rows} = snapshot;
  const end = offset + size;
  const next = end < rows.length ? setting.snapshots.token(id, end, size) : undefined;
  const page = rows.slice(offset, end).filter((row) => {
    const current = setting.store.row(row.key);
    return current !== undefined && setting.access.sees(current);
  });
  return bundle(query, rows, page, next, setting);
}

function bundle(
  query: SearchQuery,
  rows: readonly Row[],
  page: readonly Row[],
  next: string | undefined,
  setting: SearchSetting,
): JsonObject {
  const {base, store, access} = setting;
  const search = new URLSearchParams(query.kept.map(([name, value]) => [name, value])).toString();
  const self = `${base}/${query.type}${search && `?${search}`}`;
  const entry = (mode: string) => (row: Row) => ({
    fullUrl: `${base}/${row.key}`,
    resource: access.shown(row),
    search: {mode},
  });
  const entries = [
    ...page.map(entry('match')),
    ...findIncluded(page, query, store, access).map(entry('include')),
  ];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(query.counted && {total: rows.length}),
    link: [
      {relation: 'self', url: self},
      ...(next === undefined
        ? []
        : [{relation: 'next', url: `${base}/${query.type}?_page=${encodeURIComponent(next)}`}]),
    ],
    ...(entries.length > 0 && {entry: entries}),
  };
}
