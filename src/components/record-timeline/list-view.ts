/** The list: months of rows. */
import {html} from 'lit';
import type {DateWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {groupRows, type GroupedEntry} from '../../model/first-groups.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {entryRow, listOf, type RowContext, type RowPlace} from './entry-row.js';

/** Id of a month's heading. */
export const monthId = ({year, month}: {year: number; month?: number}): string =>
  month ? `m${year}-${month}` : `y${year}`;

/** A heading and the rows under it. */
export function group(
  id: string,
  title: string,
  entries: readonly GroupedEntry[],
  place: RowPlace,
  rows: RowContext,
  notes?: unknown,
) {
  return html`<section aria-labelledby=${id}>
    ${heading(place.level - 1, title, {id, class: 'month', part: 'month', focusable: true})}
    ${notes}
    <ol role="list" class="sheet" part="sheet">
      ${listOf(
        rows,
        entries,
        ({entry}) => entryKey(entry),
        (grouped) => entryRow(grouped, place, rows),
      )}
    </ol>
  </section>`;
}

/** The months of the rows on the page; `level` is that of their headings. */
export function months(
  shown: readonly TimelineEntry[],
  rows: RowContext,
  dates: DateWords,
  level: number,
): unknown {
  return listOf(rows, rows.group?.(shown) ?? groupRows(shown), monthId, (month) =>
    group(
      monthId(month),
      month.month ? dates.month(dates.months[month.month - 1] ?? '', month.year) : `${month.year}`,
      month.entries,
      {level: level + 1},
      rows,
    ),
  );
}
