/** Rows of the timeline under their months, where some are covered and some came later. */
import {groupRows, type MonthGroup} from './first-groups.js';
import type {TimelineEntry} from './timeline.js';

/** What may keep rows apart. */
export interface GroupOptions {
  /** Covered rows neither gather rows nor are gathered: either would tell what they are. */
  readonly covered?: (entry: TimelineEntry) => boolean;
  /** What a row was loaded with, for example the number of its page. A visit gathers only rows with the same. */
  readonly loadedWith?: (entry: TimelineEntry) => unknown;
}

/**
 * Groups dated rows, given newest first. A visit gathers the rows whose `visit` it is, when they stand in its
 * month and came with it; otherwise such a row keeps its own place and names the visit in `stay`.
 */
export function groupByMonth(
  rows: readonly TimelineEntry[],
  {covered, loadedWith}: GroupOptions = {},
): MonthGroup[] {
  const stays = new Map<TimelineEntry, TimelineEntry>();
  const months = groupRows(rows, (row, visit, isNear) => {
    if (covered?.(row) || covered?.(visit)) return false;
    const isInside = isNear && loadedWith?.(visit) === loadedWith?.(row);
    if (!isInside) stays.set(row, visit);
    return isInside;
  });
  return months.map((month) => ({
    ...month,
    entries: month.entries.map((grouped) => {
      const stay = stays.get(grouped.entry);
      return stay ? {...grouped, stay} : grouped;
    }),
  }));
}
