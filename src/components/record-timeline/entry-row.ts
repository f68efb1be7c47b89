/** One row of the list: what it is and when. What stands under its name comes with the part fetched beside the first rows. */
import {html, nothing, type TemplateResult} from 'lit';
import type {EntryText} from '../../i18n/entry-words.js';
import type {TimelineWords} from '../../i18n/timeline.js';
import {heading} from '../../internal/heading.js';
import {ukOffset, type FhirDate} from '../../model/fhir-date.js';
import type {GroupedEntry, MonthGroup} from '../../model/first-groups.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import type {DrawList} from './keyed.js';

/** Most tags that say how an entry stands. */
export const mostTags = 2;

/** What a row always asks of the list it stands in. */
export interface RowHeads {
  readonly words: TimelineWords;
  /** Language subtag of the page. */
  readonly lang: string;
  text(entry: TimelineEntry): EntryText;
  toggle(entry: TimelineEntry): void;
}

/** What a row asks once the later part is here; until then nothing is open, covered, new or searched for. */
export interface RowRest {
  /** Draws a list in which rows come and go. Until it is here they only come, at the end. */
  list: DrawList;
  isCovered(entry: TimelineEntry): boolean;
  /** In place of an entry that is covered. */
  cover(entry: TimelineEntry, level: number): TemplateResult | undefined;
  isOpen(entry: TimelineEntry): boolean;
  /** Id of the row's element; says nothing of the entry. */
  id(entry: TimelineEntry): string;
  /** Rows under their months. */
  group(shown: readonly TimelineEntry[]): readonly MonthGroup[];
  /** A text with what was searched for marked in it. */
  mark(text: string): unknown;
  /** The tags of a row, given those that say how the entry stands. */
  tags(entry: TimelineEntry, tags: readonly unknown[]): unknown;
  /** What stands under the name. */
  body(grouped: GroupedEntry, text: EntryText, place: RowPlace): unknown;
  /** The opened entry, under a heading of `level - 1`. */
  detail(entry: TimelineEntry, level: number): unknown;
}

/** What a row asks of the list it stands in. */
export type RowContext = RowHeads & Partial<RowRest>;

/** Words of the record: their language is English whatever the page's, and they read from left to right. */
export const recordWords = (content: unknown, lang: string) =>
  html`<bdi dir="ltr" lang=${lang === 'en' ? nothing : 'en'}>${content}</bdi>`;

/** The name of an entry; a lead of ours before words of the record keeps the page's language. */
export function nameOf(
  {heading: whole, title, ownWords}: EntryText,
  lang: string,
  mark: (text: string) => unknown = String,
) {
  return ownWords && whole.endsWith(title)
    ? html`${whole.slice(0, whole.length - title.length)}${recordWords(mark(title), lang)}`
    : mark(whole);
}

/** The day of a date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: never the time of day, which a cover must not tell. */
export function civilDay({from, precision}: FhirDate): string {
  const known = {year: 4, month: 7}[precision as string] ?? 10;
  return new Date(from + ukOffset(from)).toISOString().slice(0, known);
}

/** A date in words that tells machines the day. */
export const when = (date: FhirDate | undefined, words: string) =>
  date ? html`<time datetime=${civilDay(date)}>${words}</time>` : html`<span>${words}</span>`;

/** How a row stands in what holds it. */
export interface RowPlace {
  readonly level: number;
  /** True under 'No date recorded', where no row says it again. */
  readonly undated?: boolean;
  /** The date of the visit that holds it, in words: not said twice. */
  readonly visitDate?: string;
}

/** Items of a list, drawn. */
export const listOf = <T>(
  {list}: RowContext,
  items: readonly T[],
  keyOf: (item: T) => unknown,
  draw: (item: T) => unknown,
): unknown => list?.(items, keyOf, draw) ?? items.map(draw);

/** One row of the list, with the rows of a visit inside it. */
export function entryRow(grouped: GroupedEntry, place: RowPlace, rows: RowContext): TemplateResult {
  const {entry, children} = grouped;
  const {level, undated, visitDate} = place;
  const covered = rows.cover?.(entry, level);
  if (covered) return covered;
  const text = rows.text(entry);
  const open = !!rows.isOpen?.(entry);
  const id = rows.id?.(entry);
  const tags = text.tags.map(({words}) => html` <strong class="tag plain">${words}</strong>`);
  return html`<li class=${open ? 'entry opened' : 'entry'} id=${id ?? nothing}>
    <div class="row" part="entry">
      ${heading(
        level,
        html`<button
          type="button"
          class="link open"
          aria-expanded=${open}
          aria-controls=${open ? `${id}-detail` : nothing}
          @click=${() => rows.toggle(entry)}
        >
          ${nameOf(text, rows.lang, rows.mark)}
        </button>`,
        {class: 'heading-small title'},
      )}
      <p class="when">
        ${undated || text.date === visitDate ? nothing : when(entry.date, text.date)}
        <span>${text.sort}</span>${rows.tags?.(entry, tags) ?? tags.slice(0, mostTags)}
      </p>
      ${rows.body?.(grouped, text, place)}
    </div>
    ${open ? rows.detail?.(entry, level + 1) : nothing}
    ${
      children.length > 0
        ? html`<div class="visit">
            <p>${rows.words.visitEntries(children.length)}</p>
            <ol role="list">
              ${listOf(rows, children, entryKey, (child) =>
                entryRow(
                  {entry: child, children: []},
                  {level: level + 1, visitDate: text.date},
                  rows,
                ),
              )}
            </ol>
          </div>`
        : nothing
    }
  </li>`;
}
