/** The list: months of rows, what has no date, and the way to older ones. */
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {DateWords} from '../../i18n/dates.js';
import {heading} from '../../internal/heading.js';
import {ukCivil, type FhirDate} from '../../model/fhir-date.js';
import {groupByMonth, type GroupedEntry, type MonthGroup} from '../../model/group.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {entryRow, type RowContext, type RowPlace} from './entry-row.js';
import type {ListWindow, WindowView} from './list-window.js';

/** Id of a month's heading. */
export function monthId({year, month}: {year: number; month?: number}): string {
  return month === undefined ? `y${year}` : `m${year}-${month}`;
}

/** The month, or the year alone, under which a date stands. */
export function headingOfDate({from, precision}: FhirDate): {year: number; month?: number} {
  const {year, month} = ukCivil(from);
  return precision === 'year' ? {year} : {year, month};
}

function monthName({year, month}: MonthGroup, dates: DateWords): string {
  return month === undefined ? String(year) : dates.month(dates.months[month - 1] ?? '', year);
}

function sheet(entries: readonly GroupedEntry[], place: RowPlace, rows: RowContext) {
  return html`<ol role="list" class="sheet" part="sheet">
    ${repeat(
      entries,
      ({entry}) => entryKey(entry),
      (grouped) => entryRow(grouped, place, rows),
    )}
  </ol>`;
}

/** The months of the rows on the page; `level` is that of their headings. */
export function months(
  view: WindowView,
  window: ListWindow,
  rows: RowContext,
  dates: DateWords,
  level: number,
): unknown {
  const groups = groupByMonth(view.rows, {
    covered: (entry) => rows.isCovered(entry),
    loadedWith: window.loadedWith,
  });
  return repeat(groups, monthId, (group) => {
    const id = monthId(group);
    return html`<section aria-labelledby=${id}>
      ${heading(level, monthName(group, dates), {id, class: 'month', part: 'month', focusable: true})}
      ${sheet(group.entries, {level: level + 1}, rows)}
    </section>`;
  });
}

const alone = (entry: TimelineEntry): GroupedEntry => ({entry, children: []});

/** Rows under one heading, without months: 'Now', and what is not known to be current. */
export function group(
  entries: readonly TimelineEntry[],
  options: {id: string; title: string; notes?: readonly string[]; undated?: boolean},
  rows: RowContext,
  level: number,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const {id, title, notes = [], undated = false} = options;
  return html`<section aria-labelledby=${id}>
    ${heading(level, title, {id, class: 'month', part: 'month', focusable: true})}
    ${notes.map((note) => html`<p class="month-note secondary">${note}</p>`)}
    ${sheet(entries.map(alone), {level: level + 1, undated}, rows)}
  </section>`;
}
