/** What stands under the name of a row: findings, texts, where it came from; and the cover of a row that is hidden. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import type {TermScope} from '../../context/glossary-context.js';
import type {EntryText, LineText} from '../../i18n/entry-words.js';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import {heading} from '../../internal/heading.js';
import type {Named} from '../../model/covers.js';
import type {GroupedEntry} from '../../model/first-groups.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {recordWords, when, type RowHeads, type RowPlace, type RowRest} from './entry-row.js';

/** Most findings that a row shows. */
const mostFindings = 3;

/** What all of a row asks of the list it stands in. */
export interface WholeRows extends RowHeads, RowRest {
  readonly words: AllTimelineWords;
  /** The record's own words, with what the glossary around the list knows in them. */
  explain(text: string, scope: TermScope): unknown;
  /** True for what an entry would name beside itself and is covered on this screen. */
  hides(entry: TimelineEntry, named: Named): boolean;
  /** The day alone: all that a cover tells. */
  day(entry: TimelineEntry): string;
  /** True for an entry that is covered, or was until the person asked to see it: it keeps its place. */
  isHeld(entry: TimelineEntry): boolean;
}

const shapes = {
  high: svg`<path d="M6 1 12 11H0Z"/>`,
  low: svg`<path d="M0 1H12L6 11Z"/>`,
  outside: svg`<path d="M6 0 12 6 6 12 0 6Z"/>`,
};

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

/** What a line of text says, in words of ours where what it names is covered. */
function saying(line: LineText & {type: 'text'}, entry: TimelineEntry, rows: WholeRows) {
  const {text, ownWords, own, names, without} = line;
  const named = names?.();
  return named && without && rows.hides(entry, named)
    ? {text: without(rows.words.covered), ownWords: false}
    : {text, ownWords, own};
}

function point(lines: readonly LineText[], entry: TimelineEntry, rows: WholeRows) {
  const {lang, mark, explain} = rows;
  const {kind, reference, points} = entry;
  const {codes, names} = points;
  const about = {
    kind,
    reference,
    ...(codes && {codes}),
    ...(names && {names}),
    ...(rows.isHeld(entry) && {isPrivate: true}),
  };
  const scope = {about, marked: new Set<string>()};
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
                  ${line.name ? recordWords(explain(line.name, scope), lang) : nothing}
                  <b>${recordWords(explain(line.value, scope), lang)}</b>${flag(line)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${texts.map((line) => {
      const {text, ownWords, own} = saying(line, entry, rows);
      if (ownWords) return html`<p>${recordWords(explain(text, scope), lang)}</p>`;
      // Of a sentence of ours only the record's part is explained.
      const at = own ? text.indexOf(own) : -1;
      if (!own || at < 0) return html`<p>${mark(text)}</p>`;
      const after = text.slice(at + own.length);
      // prettier-ignore
      return html`<p>${mark(text.slice(0, at))}${recordWords(explain(own, scope), lang)}${mark(after)}</p>`;
    })}
  </div>`;
}

/** What stands under the name of a row. */
export function rowBody(
  {entry, stay}: GroupedEntry,
  text: EntryText,
  {visitDate}: RowPlace,
  rows: WholeRows,
): TemplateResult {
  const isOpen = rows.isOpen(entry);
  return html`${isOpen ? nothing : point(text.lines, entry, rows)}
  ${
    stay && !rows.isCovered(stay)
      ? html`<p class="source">${rows.words.duringVisit(rows.text(stay).heading)}</p>`
      : nothing
  }
  ${
    text.source && (visitDate === undefined || isOpen)
      ? html`<p class="source"><bdi>${rows.mark(text.source)}</bdi></p>`
      : nothing
  }`;
}

/** A covered entry: its date and the button, whatever it is. Nothing else may stand here, in any form. */
export function coveredRow(
  entry: TimelineEntry,
  level: number,
  rows: WholeRows,
  show: () => void,
): TemplateResult {
  const {words} = rows;
  const date = rows.day(entry);
  return html`<li class="entry" id=${rows.id(entry)}>
    <div class="row" part="entry">
      ${heading(level, words.covered, {class: 'heading-small title', focusable: true})}
      <p class="when">${when(entry.date, date)}</p>
      <p class="source cover">
        <button type="button" class="button" @click=${show}>
          <span>${words.show}<span class="visually-hidden"> ${words.showWhich(date)}</span></span>
        </button>
      </p>
    </div>
  </li>`;
}
