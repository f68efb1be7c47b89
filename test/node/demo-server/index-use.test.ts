/**
 * A record of 50,000 entries is searched through its index. Told by what a search touches, not by how long it takes: on a busy
 * machine a good server would fail by the clock. Times are in docs/demo-server.md.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {measurementRecord} from '../../../demo/people/index.js';
import {Access, everyone} from '../../../demo/server/access.js';
import {Snapshots} from '../../../demo/server/paging.js';
import {timelineSearches} from '../../../demo/server/record-pages.js';
import {RecordStore} from '../../../demo/server/record-store.js';
import type {Row} from '../../../demo/server/row.js';
import {firstPage} from '../../../demo/server/search-bundle.js';
import {parseSearch} from '../../../demo/server/search-query.js';
import {list} from '../../../demo/server/json.js';
import {clock, observation} from './support.js';

const {patient, resources} = measurementRecord(50_000);
const store = new RecordStore(() => clock);
store.load([
  {patient, resources},
  {
    patient: 'other',
    resources: [{resourceType: 'Patient', id: 'other'}, observation('others', 'other')],
  },
]);

/** What the searches since the last look have touched. */
const touched = {
  /** Rows whose whole resource was looked into. */
  resources: new Set<Row>(),
  /** How often the worked-out values of any row were looked at, by type. */
  values: new Map<string, number>(),
  /** Length of the longest list that was sorted. */
  sorted: 0,
};

/** Watches a row without changing it. */
function watch(row: Row): void {
  const {resource, values} = row;
  Object.defineProperties(row, {
    resource: {
      get() {
        touched.resources.add(row);
        return resource;
      },
    },
    values: {
      get() {
        touched.values.set(row.type, (touched.values.get(row.type) ?? 0) + 1);
        return values;
      },
    },
  });
}

const entriesOfType = new Map<string, number>();
for (const {resourceType, id} of [...resources, {resourceType: 'Observation', id: 'others'}]) {
  const row = store.row(`${resourceType}/${id ?? ''}`);
  if (!row) continue;
  watch(row);
  if (row.owners.includes(patient))
    entriesOfType.set(resourceType, (entriesOfType.get(resourceType) ?? 0) + 1);
}

const setting = {
  store,
  access: new Access({...everyone, patient}, store),
  snapshots: new Snapshots(),
  base: 'http://127.0.0.1/fhir',
};

/** One search, and what it touched. */
function search(type: string, parameters: readonly (readonly [string, string])[]) {
  const query = parseSearch(type, [['patient', patient], ...parameters, ['_count', '20']], {
    strict: true,
  });
  touched.resources.clear();
  touched.values.clear();
  touched.sorted = 0;
  const {sort} = Array.prototype;
  Array.prototype.sort = function (this: unknown[], compare) {
    touched.sorted = Math.max(touched.sorted, this.length);
    return sort.call(this, compare);
  };
  try {
    const entries = list(firstPage(query, setting)['entry']);
    return {
      answered: entries.length,
      resources: touched.resources.size,
      values: new Map(touched.values),
      sorted: touched.sorted,
    };
  } finally {
    Array.prototype.sort = sort;
  }
}

/** The code of a result that the record has. */
const code = resources.flatMap((resource) =>
  resource.resourceType === 'Observation'
    ? (resource.code.coding ?? []).map(({system, code}) => `${system ?? ''}|${code ?? ''}`)
    : [],
)[0];
const laboratory = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
/** What the widgets ask of a server. */
const searches = [
  ...timelineSearches(),
  {
    type: 'Observation',
    parameters: [
      ['category', laboratory],
      ['_sort', '-date'],
    ],
  },
  {
    type: 'Observation',
    parameters: [
      ['code', code ?? ''],
      ['_sort', '-date'],
    ],
  },
  {
    type: 'Observation',
    parameters: [
      ['_lastUpdated', 'ge2026-11-01T00:00:00Z'],
      ['_sort', '-date'],
    ],
  },
] as const;

describe('a record of 50,000 entries', () => {
  it('is as large as it says', () => {
    assert.ok([...entriesOfType.values()].reduce((sum, count) => sum + count, 0) >= 50_000);
  });

  for (const {type, parameters} of searches) {
    const asked = parameters.map(([name, value]) => `${name}=${value}`).join('&');

    it(`looks into no resource but those it answers with, and sorts nothing: ${type}?${asked}`, () => {
      const found = search(type, parameters);

      assert.equal(found.answered > 0, entriesOfType.has(type), 'what is there is found');
      assert.equal(found.resources, found.answered);
      assert.ok(found.sorted <= found.answered, `a list of ${String(found.sorted)} was sorted`);
    });

    it(`asks each entry of its own kind once at most for each condition: ${type}?${asked}`, () => {
      const year = ['_lastUpdated', 'ge1899'] as const;
      const found = search(type, [...parameters, year]);

      const conditions = parameters.filter(([name]) => !name.startsWith('_')).length + 1;
      const own = entriesOfType.get(type) ?? 0;
      const answered = found.answered * 3;
      assert.ok(
        (found.values.get(type) ?? 0) <= own * conditions + answered,
        `${String(found.values.get(type))} looks at ${String(own)} entries`,
      );
    });

    it(`asks none of them again for what was asked before: ${type}?${asked}`, () => {
      search(type, parameters);
      const again = search(type, parameters);

      const looks = [...again.values.values()].reduce((sum, count) => sum + count, 0);
      assert.ok(looks <= again.answered * 3, `${String(looks)} looks`);
    });
  }
});
