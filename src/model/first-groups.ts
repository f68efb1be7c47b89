/** Rows of the timeline under their months, visits with what happened in them: all that the first rows need of it. */
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

/** Whether a row stands inside the visit it belongs to. `isNear`: both stand under one heading. */
export type IsInside = (row: TimelineEntry, visit: TimelineEntry, isNear: boolean) => boolean;

/** The heading a row stands under, as a number that falls from newest to oldest: year-only last in its year. */
function headingOf({date}: TimelineEntry): number {
  if (!date) return -1;
  const {year, month} = ukCivil(date.from);
  return year * 13 + (date.precision === 'year' ? 0 : month);
}

/** Groups dated rows, given newest first. A visit gathers the rows whose `visit` it is, when they stand in its month. */
export function groupRows(
  rows: readonly TimelineEntry[],
  isInside: IsInside = (_row, _visit, isNear) => isNear,
): MonthGroup[] {
  const visits = new Map<string, {entry: TimelineEntry; children: TimelineEntry[]}>();
  for (const entry of rows)
    if (entry.kind === 'visits') visits.set(entryKey(entry), {entry, children: []});
  const months: (MonthGroup & {entries: GroupedEntry[]})[] = [];
  let last = -1;
  for (const entry of rows) {
    const {source, visit: reference, kind} = entry;
    const heading = headingOf(entry);
    const visit =
      kind !== 'visits' && reference ? visits.get(entryKey({source, reference})) : undefined;
    if (visit && isInside(entry, visit.entry, headingOf(visit.entry) === heading)) {
      visit.children.push(entry);
      continue;
    }
    if (heading < 0) continue;
    if (heading !== last) {
      const month = heading % 13;
      months.push({year: Math.floor(heading / 13), ...(month && {month}), entries: []});
      last = heading;
    }
    months.at(-1)?.entries.push(visits.get(entryKey(entry)) ?? {entry, children: []});
  }
  return months;
}
