/** Rows of the timeline under their months, visits with what happened in them. */
import {ukCivil} from './fhir-date.js';
import {entryKey} from './merge.js';
import type {TimelineEntry} from './timeline.js';

/** One row of a month, with the rows that belong to it. */
export interface GroupedEntry {
  readonly entry: TimelineEntry;
  /** What happened in this visit, newest first. Empty for anything but a visit. */
  readonly children: readonly TimelineEntry[];
  /** The visit or stay this row belongs to, when it does not stand under that visit's heading. */
  readonly stay?: TimelineEntry;
}

/** A month, or a year for dates of which only the year was recorded. */
export interface MonthGroup {
  readonly year: number;
  /** 1 to 12. Absent for dates of which only the year is known: they follow the months of their year. */
  readonly month?: number;
  readonly entries: readonly GroupedEntry[];
}

/** What may keep rows apart. */
export interface GroupOptions {
  /** Covered rows neither gather rows nor are gathered: either would tell what they are. */
  readonly covered?: (entry: TimelineEntry) => boolean;
  /** What a row was loaded with, for example the number of its page. A visit gathers only rows with the same. */
  readonly loadedWith?: (entry: TimelineEntry) => unknown;
}

/** The heading a row stands under, as a number that falls from newest to oldest: year-only last in its year. */
function headingOf(entry: TimelineEntry): number {
  if (!entry.date) return -1;
  const {year, month} = ukCivil(entry.date.from);
  return year * 13 + (entry.date.precision === 'year' ? 0 : month);
}

/**
 * Groups dated rows, given newest first. A visit gathers the rows whose `visit` it is, when they stand in its
 * month and came with it; otherwise such a row keeps its own place and names the visit in `stay`.
 */
export function groupByMonth(
  rows: readonly TimelineEntry[],
  {covered, loadedWith}: GroupOptions = {},
): MonthGroup[] {
  const visits = new Map<string, TimelineEntry>();
  const open = covered ? rows.filter((row) => !covered(row)) : rows;
  const gathered = new Map<TimelineEntry, TimelineEntry[]>();
  for (const row of open) {
    if (row.kind !== 'visits') continue;
    visits.set(entryKey(row), row);
    gathered.set(row, []);
  }
  const stays = new Map<TimelineEntry, TimelineEntry>();
  const inside = new Set<TimelineEntry>();
  for (const row of visits.size > 0 ? open : []) {
    const {source, visit: reference} = row;
    const visit = reference && row.kind !== 'visits' && visits.get(entryKey({source, reference}));
    if (!visit) continue;
    if (headingOf(visit) !== headingOf(row) || loadedWith?.(visit) !== loadedWith?.(row))
      stays.set(row, visit);
    else {
      inside.add(row);
      gathered.get(visit)?.push(row);
    }
  }

  const months: (MonthGroup & {entries: GroupedEntry[]})[] = [];
  let last = -1;
  for (const row of rows) {
    const heading = headingOf(row);
    if (heading < 0 || inside.has(row)) continue;
    if (heading !== last) {
      const month = heading % 13;
      months.push({year: Math.floor(heading / 13), ...(month && {month}), entries: []});
      last = heading;
    }
    const stay = stays.get(row);
    months
      .at(-1)
      ?.entries.push({entry: row, children: gathered.get(row) ?? [], ...(stay && {stay})});
  }
  return months;
}
