/** The way to a year: beside the list where there is room, else behind a button. */
import {html, nothing, type TemplateResult} from 'lit';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import {parseFhirDate, ukCivil} from '../../model/fhir-date.js';
import type {TimelineState} from '../../model/timeline.js';

/** Years shown one by one; older ones by decades. */
const singleYears = 7;

/** Most years ahead of this one; appointments are booked a few ahead. */
const mostYearsAhead = 5;

/** One way into the list: a year, or some years of one decade. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
  /** False when everything of it was read and there is nothing in it. */
  readonly mayHaveEntries: boolean;
}

/** The years of rows that stand newest first: from year to year, for a record may have 50,000 rows. */
function yearsOf(rows: TimelineState['rows']): ReadonlySet<number> {
  const years = new Set<number>();
  for (let at = 0; at < rows.length;) {
    const from = rows[at]?.date?.from;
    if (from === undefined) break;
    const {year} = ukCivil(from);
    years.add(year);
    const start = parseFhirDate(String(year).padStart(4, '0'))?.from ?? from;
    let end = rows.length;
    for (at++; at < end;) {
      const middle = (at + end) >>> 1;
      if ((rows[middle]?.date?.from ?? -Infinity) >= start) at = middle + 1;
      else end = middle;
    }
  }
  return years;
}

/** The years of a state, newest first. `born` is the year the person was born, when it is known. */
export function yearSpans(
  state: TimelineState,
  now: number,
  born: number | undefined,
): readonly YearSpan[] {
  const years = yearsOf(state.rows);
  const known = [...years];
  const thisYear = ukCivil(now).year;
  // A date far ahead is a mistake or means 'no end': only the years ahead that hold something stand in the list.
  const ahead = known.filter((year) => year > thisYear).sort((a, b) => b - a);
  const newest = thisYear;
  const {horizon} = state;
  const read = horizon === undefined || horizon === Infinity ? newest + 1 : horizon;
  const readTo = Number.isFinite(read) ? ukCivil(read).year : -Infinity;
  const oldestRead = known.length > 0 ? Math.min(...known) : newest;
  const oldest =
    state.complete || horizon === -Infinity ? oldestRead : Math.min(oldestRead, born ?? oldestRead);
  const may = (year: number) => years.has(year) || year <= readTo;
  const spans: YearSpan[] = ahead
    .slice(-mostYearsAhead)
    .map((year) => ({from: year, to: year, mayHaveEntries: true}));
  let year = newest;
  for (; year >= oldest && year > thisYear - singleYears; year--) {
    spans.push({from: year, to: year, mayHaveEntries: may(year)});
  }
  while (year >= oldest) {
    const from = Math.max(oldest, Math.floor(year / 10) * 10);
    let mayHaveEntries = false;
    for (let at = from; at <= year; at++) mayHaveEntries ||= may(at);
    spans.push({from, to: year, mayHaveEntries});
    year = from - 1;
  }
  return spans;
}

/** A list of links to years. */
export function yearList(
  spans: readonly YearSpan[],
  current: number | undefined,
  words: AllTimelineWords,
  goTo: (span: YearSpan) => void,
): TemplateResult {
  return html`<ol role="list">
    ${spans.map((span) => {
      const {from, to, mayHaveEntries} = span;
      const label =
        from === to
          ? String(to)
          : html`<span aria-hidden="true">${words.decade(Math.floor(to / 10) * 10)}</span
              ><span class="visually-hidden">${words.years(from, to)}</span>`;
      if (!mayHaveEntries) return html`<li><span class="secondary">${label}</span></li>`;
      return html`<li>
        <button
          type="button"
          class="link"
          aria-current=${current !== undefined && current >= from && current <= to ? 'true' : nothing}
          @click=${() => goTo(span)}
        >
          ${label}
        </button>
      </li>`;
    })}
  </ol>`;
}

/** Said after a jump to a year. */
export function jumpedSentence(
  words: AllTimelineWords,
  {from, to}: YearSpan,
  count: number,
  state: TimelineState,
): string {
  const isFinal =
    state.complete || (state.horizon !== undefined && ukCivil(state.horizon).year < from);
  return words.jumped(from === to ? String(to) : words.years(from, to), count, !isFinal);
}
