/** What a merge needs only once its first rows stand. */
import {placeIn, type TimelineMerge} from './merge.js';
import type {TimelineEntry} from './timeline.js';

/** Puts a newer reading of an entry where the entry stands. Without effect when its date has changed. */
export function replaceIn({rows, waiting}: TimelineMerge, entry: TimelineEntry): boolean {
  for (const sorted of [rows, waiting]) {
    const at = placeIn(sorted, entry);
    if (at >= 0) {
      sorted[at] = entry;
      return true;
    }
  }
  return false;
}

/** Drops every entry that must not be shown: the one case in which a final row goes. */
export function dropFrom(merge: TimelineMerge, unsafe: (entry: TimelineEntry) => boolean): void {
  const keep = (entry: TimelineEntry): boolean => !unsafe(entry);
  merge.rows = merge.rows.filter(keep);
  merge.waiting = merge.waiting.filter(keep);
}
