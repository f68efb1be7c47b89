/** Lists without months: 'Now', what is not known to be current, and what has no date. */
import {html, nothing} from 'lit';
import type {GroupedEntry} from '../../model/first-groups.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {group as groupOf} from './list-view.js';
import type {WholeRows} from './row-body.js';
import type {ListedRows} from './row-list.js';
import type {LaterContext} from './states.js';

const alone = (entry: TimelineEntry): GroupedEntry => ({entry, children: []});

/** Rows under one heading of `level`; nothing, when there are none. */
export function group(
  entries: readonly TimelineEntry[],
  {
    id,
    title,
    notes = [],
    undated,
  }: {id: string; title: string; notes?: readonly string[]; undated?: boolean},
  rows: WholeRows,
  level: number,
) {
  if (entries.length === 0) return nothing;
  return groupOf(
    id,
    title,
    entries.map(alone),
    {level: level + 1, undated},
    rows,
    notes.map((note) => html`<p class="month-note secondary">${note}</p>`),
  );
}

/** What has no date, under the months. */
export function undatedList(
  {undatedComplete}: TimelineState,
  {undated, undatedShown}: ListedRows,
  rows: WholeRows,
  {words, level}: LaterContext,
  showMore: () => void,
) {
  const notes = [words.undatedNote, ...(undatedComplete ? [] : [words.undatedMore])];
  return html`${group(
    undatedShown,
    {id: 'undated', title: words.undated, notes, undated: true},
    rows,
    level + 1,
  )}
  ${
    undatedShown.length < undated.length
      ? html`<p class="end">
          <button type="button" class="button wide" @click=${showMore}>${words.moreUndated}</button>
        </p>`
      : nothing
  }`;
}
