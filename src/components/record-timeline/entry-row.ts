/** One row of the list: what it is, when, the point of it, and where it came from; or its cover. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {EntryText, LineText} from '../../i18n/entry-words.js';
import type {TimelineWords} from '../../i18n/timeline.js';
import {heading} from '../../internal/heading.js';
import {ukCivil, type FhirDate} from '../../model/fhir-date.js';
import type {GroupedEntry} from '../../model/group.js';
import {entryKey} from '../../model/merge.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {marked} from './marked.js';

/** Most findings and most tags that a row shows. */
const mostFindings = 3;
const mostTags = 2;

/** What a row asks of the list it stands in. */
export interface RowContext {
  readonly words: TimelineWords;
  /** Language subtag of the page. */
  readonly lang: string;
  /** Words searched for, in lower case. */
  readonly search: readonly string[];
  text(entry: TimelineEntry): EntryText;
  /** The day alone: all that a cover tells. */
  day(entry: TimelineEntry): string;
  isCovered(entry: TimelineEntry): boolean;
  /** True for an entry that is covered, or was until the person asked to see it: it keeps its place. */
  isHeld(entry: TimelineEntry): boolean;
  isOpen(entry: TimelineEntry): boolean;
  isNew(entry: TimelineEntry): boolean;
  isLate(entry: TimelineEntry): boolean;
  /** Id of the row's element; says nothing of the entry. */
  id(entry: TimelineEntry): string;
  toggle(entry: TimelineEntry): void;
  show(entry: TimelineEntry): void;
  /** The opened entry, under a heading of `level - 1`. */
  detail(entry: TimelineEntry, level: number): unknown;
}

const shapes = {
  high: svg`<path d="M6 1 12 11H0Z"/>`,
  low: svg`<path d="M0 1H12L6 11Z"/>`,
  outside: svg`<path d="M6 0 12 6 6 12 0 6Z"/>`,
};

/** Words of the record: their language is English whatever the page's, and they read from left to right. */
export function recordWords(text: string, lang: string, search: readonly string[] = []) {
  return html`<bdi dir="ltr" lang=${lang === 'en' ? nothing : 'en'}>${marked(text, search)}</bdi>`;
}

/** The day of a date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: never the time of day, which a cover must not tell. */
export function civilDay({from, precision}: FhirDate): string {
  const {year, month, day} = ukCivil(from);
  const parts = [String(year).padStart(4, '0')];
  if (precision !== 'year') parts.push(String(month).padStart(2, '0'));
  if (precision === 'day' || precision === 'minute') parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

function when(date: FhirDate | undefined, words: string) {
  return date
    ? html`<time datetime=${civilDay(date)}>${words}</time>`
    : html`<span>${words}</span>`;
}

function flag(line: LineText & {type: 'finding'}) {
  if (!line.flagWords) return nothing;
  const shape = Object.hasOwn(shapes, line.flag)
    ? shapes[line.flag as keyof typeof shapes]
    : undefined;
  if (!shape) {
    return html` <span class=${line.flag === 'other' ? 'tag plain' : 'secondary'}
      >${line.flagWords}</span
    >`;
  }
  return html` <span class="flag"
    ><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shape}</svg
    >${line.flagWords}</span
  >`;
}

function point(lines: readonly LineText[], {lang, search}: RowContext) {
  const findings = lines.filter((line) => line.type === 'finding').slice(0, mostFindings);
  const texts = lines.filter((line) => line.type === 'text');
  if (lines.length === 0) return nothing;
  return html`<div class="point">
    ${
      findings.length > 0
        ? html`<ul role="list" class="findings">
            ${findings.map(
              (line) =>
                html`<li>
                  ${line.name ? recordWords(line.name, lang, search) : nothing}
                  <b>${recordWords(line.value, lang)}</b>${flag(line)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${texts.map(
      ({text, ownWords}) =>
        html`<p>${ownWords ? recordWords(text, lang, search) : marked(text, search)}</p>`,
    )}
  </div>`;
}

/** The name of an entry; a lead of ours before words of the record keeps the page's language. */
export function nameOf(text: EntryText, lang: string, search: readonly string[] = []) {
  const {heading: whole, title, ownWords} = text;
  if (!ownWords || !whole.endsWith(title)) return marked(whole, search);
  return html`${whole.slice(0, whole.length - title.length)}${recordWords(title, lang, search)}`;
}

function tags(entry: TimelineEntry, text: EntryText, context: RowContext) {
  const {words} = context;
  const all = [
    ...text.tags.map((tag) => html` <strong class="tag plain">${tag.words}</strong>`),
    ...(context.isNew(entry) ? [html` <strong class="tag">${words.tagNew}</strong>`] : []),
  ].slice(0, mostTags);
  if (context.isLate(entry)) all.push(html` <strong class="tag plain">${words.late}</strong>`);
  return all;
}

/**
 * A covered entry: its date and the button, whatever it is. Nothing else may stand here, in any form.
 */
function coveredRow(entry: TimelineEntry, level: number, context: RowContext): TemplateResult {
  const {words} = context;
  const date = context.day(entry);
  return html`<li class="entry" id=${context.id(entry)}>
    <div class="row" part="entry">
      ${heading(level, words.covered, {class: 'title', focusable: true})}
      <p class="when">${when(entry.date, date)}</p>
      <p class="source cover">
        <button type="button" class="button" @click=${() => context.show(entry)}>
          <span>${words.show}<span class="visually-hidden"> ${words.showWhich(date)}</span></span>
        </button>
      </p>
    </div>
  </li>`;
}

/** How a row stands in what holds it. */
export interface RowPlace {
  readonly level: number;
  /** True under 'No date recorded', where no row says it again. */
  readonly undated?: boolean;
  /** The date of the visit that holds it, in words: not said twice. */
  readonly visitDate?: string;
}

/** One row of the list, with the rows of a visit inside it. */
export function entryRow(
  {entry, children, stay}: GroupedEntry,
  place: RowPlace,
  context: RowContext,
): TemplateResult {
  const {words, lang, search} = context;
  const {level} = place;
  if (context.isCovered(entry)) return coveredRow(entry, level, context);
  const text = context.text(entry);
  const open = context.isOpen(entry);
  const id = context.id(entry);
  const dated = !place.undated && text.date !== place.visitDate;
  const source = text.pending
    ? nothing
    : html`<p class="source"><bdi>${marked(text.source, search)}</bdi></p>`;
  return html`<li class="entry${open ? ' opened' : ''}" id=${id}>
    <div class="row" part="entry">
      ${heading(
        level,
        html`<button
          type="button"
          class="open"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${open ? `${id}-detail` : nothing}
          @click=${() => context.toggle(entry)}
        >
          ${nameOf(text, lang, search)}
        </button>`,
        {class: 'title'},
      )}
      <p class="when">
        ${dated ? when(entry.date, text.date) : nothing}
        <span>${text.sort}</span>${tags(entry, text, context)}
      </p>
      ${open ? nothing : point(text.lines, context)}
      ${
        stay && !context.isCovered(stay)
          ? html`<p class="source">${words.duringVisit(context.text(stay).heading)}</p>`
          : nothing
      }
      ${place.visitDate === undefined || open ? source : nothing}
    </div>
    ${
      open
        ? html`<div class="detail" id="${id}-detail">${context.detail(entry, level + 1)}</div>`
        : nothing
    }
    ${
      children.length > 0
        ? html`<div class="visit">
            <p>${words.visitEntries(children.length)}</p>
            <ol role="list">
              ${repeat(children, entryKey, (child) =>
                entryRow(
                  {entry: child, children: []},
                  {level: level + 1, visitDate: text.date},
                  context,
                ),
              )}
            </ol>
          </div>`
        : nothing
    }
  </li>`;
}
