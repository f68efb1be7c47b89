/** Rows of one type of one person, and the orders and results that were asked of them. */
import type {Row} from './row.js';

/** One rule of `_sort`. */
export interface SortRule {
  readonly parameter: string;
  readonly descending: boolean;
}

/** Rows of one type of one person, in the order they came and in the orders that were asked for. */
export class Bucket {
  readonly rows = new Set<Row>();
  readonly #sorted = new Map<string, {rows: Row[]; stale: boolean}>();
  readonly #results = new Map<string, readonly Row[]>();

  add(row: Row): void {
    this.rows.add(row);
    this.#results.clear();
    for (const sorted of this.#sorted.values()) {
      sorted.rows.push(row);
      sorted.stale = true;
    }
  }

  remove(row: Row): void {
    this.rows.delete(row);
    this.#results.clear();
    for (const sorted of this.#sorted.values()) sorted.stale = true;
  }

  /** The rows in an order. A kept order that has new rows at its end is quick to sort again. */
  inOrder(rules: readonly SortRule[]): readonly Row[] {
    const name = rules.map((rule) => `${rule.descending ? '-' : ''}${rule.parameter}`).join();
    let sorted = this.#sorted.get(name);
    if (!sorted) {
      sorted = {rows: [...this.rows], stale: true};
      this.#sorted.set(name, sorted);
    }
    if (sorted.stale) {
      sorted.rows = sortRows(
        sorted.rows.filter((row) => this.rows.has(row)),
        rules,
      );
      sorted.stale = false;
    }
    return sorted.rows;
  }

  /** A result kept until the next write, so that an answer read page by page is worked out once. */
  result(name: string, make: () => readonly Row[]): readonly Row[] {
    const kept = this.#results.get(name);
    if (kept) return kept;
    const made = make();
    if (this.#results.size >= 50) this.#results.clear();
    this.#results.set(name, made);
    return made;
  }
}

/**
 * What a row is sorted by. A period or a partial date is sorted by its start both ways, so that the order is that of the date
 * a reader is shown first; nothing recorded comes last both ways.
 */
function sortKey(row: Row, {parameter, descending}: SortRule): number | string | undefined {
  if (parameter === '_lastUpdated') return row.updated;
  if (parameter === '_id') return row.id;
  const values = row.values[parameter];
  if (values?.dates && values.dates.length > 0) {
    const starts = values.dates.map(({start, end}) => (Number.isFinite(start) ? start : end));
    return descending ? Math.max(...starts) : Math.min(...starts);
  }
  return (
    values?.tokens?.[0]?.code ?? values?.strings?.[0]?.toLowerCase() ?? values?.pointers?.[0]?.to
  );
}

function sortRows(rows: readonly Row[], rules: readonly SortRule[]): Row[] {
  const [first, ...more] = rules;
  if (!first) return [...rows];
  const keyed = rows.map((row) => ({row, key: sortKey(row, first)}));
  const turn = first.descending ? -1 : 1;
  keyed.sort((a, b) => {
    // Nearly all comparisons end here; 50,000 rows are sorted while somebody waits.
    if (a.key !== b.key) {
      if (a.key === undefined) return 1;
      if (b.key === undefined) return -1;
      return a.key < b.key ? -turn : turn;
    }
    for (const rule of more) {
      const left = sortKey(a.row, rule);
      const right = sortKey(b.row, rule);
      if (left === right) continue;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return left < right === rule.descending ? 1 : -1;
    }
    // Equal dates keep one order on every page and in every run.
    return a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0;
  });
  return keyed.map(({row}) => row);
}
