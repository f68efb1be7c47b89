/** Rows as they are once the later part is here: open or not, covered or not, new, late, searched for. */
import {html, type TemplateResult} from 'lit';
import type {Explainer} from '../../context/glossary-context.js';
import {dateInWords} from '../../i18n/dates.js';
import {describeEntry} from '../../i18n/entry-words.js';
import {headWords} from '../../i18n/heads.js';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import {wordsIn} from '../../i18n/words.js';
import type {Covers} from '../../model/covers.js';
import {wordsSearched} from '../../model/filter.js';
import {groupByMonth} from '../../model/group.js';
import {isNewEntry} from '../../model/new-entry.js';
import type {TimelineEntry} from '../../model/timeline.js';
import {isToBeCovered, type CoverSettings} from './cover.js';
import {mostTags} from './entry-row.js';
import type {TimelineNow} from './timeline-view.js';
import {keyed} from './keyed.js';
import {marked} from './marked.js';
import {coveredRow, rowBody, type WholeRows} from './row-body.js';
import type {RowList} from './row-list.js';

/** What rows are drawn with, and what can be done in them. */
export interface LaterRowsOptions {
  readonly list: RowList;
  readonly words: AllTimelineWords;
  readonly cover: CoverSettings;
  /** What an entry must not name; undefined while nothing may be covered. */
  readonly covers: (entry: TimelineEntry) => Covers | undefined;
  /** What explains words of the record, where the page has it. */
  readonly explainer: Explainer | undefined;
  /** What is searched for. */
  readonly search: string | undefined;
  readonly isOpen: (entry: TimelineEntry) => boolean;
  /** True when the person asked to see a covered entry. */
  readonly isShown: (entry: TimelineEntry) => boolean;
  readonly show: (entry: TimelineEntry) => void;
  readonly detail: (entry: TimelineEntry, level: number) => TemplateResult | unknown;
}

/** The rows of a timeline. */
export function laterRows(
  {state, context, rows: heads}: TimelineNow,
  {list, words, cover, covers, explainer, search, isOpen, isShown, show, detail}: LaterRowsOptions,
): WholeRows {
  const {dates, owner} = context;
  const searched = wordsSearched(search);
  const isHeld = (entry: TimelineEntry) =>
    !!state && !state.stopped && isToBeCovered(entry, cover, state);
  const isCovered = (entry: TimelineEntry) => isHeld(entry) && !isShown(entry);
  const rows: WholeRows = {
    ...heads,
    words,
    // A row that was found shows what was found in it.
    text:
      searched.length > 0
        ? (entry) =>
            describeEntry(
              entry,
              {status: wordsIn(headWords, heads.lang), dates},
              {
                viewer: owner === undefined ? 'self' : 'proxy',
                personName: owner,
                search: searched,
              },
            )
        : heads.text,
    list: keyed,
    id: list.id,
    group: (shown) => groupByMonth(shown, {covered: isCovered, loadedWith: list.window.loadedWith}),
    isHeld,
    isCovered,
    isOpen,
    hides: (entry, named) => covers(entry)?.(named) ?? false,
    day: ({date}) => dateInWords(date, dates),
    cover: (entry, level) =>
      isCovered(entry) ? coveredRow(entry, level, rows, () => show(entry)) : undefined,
    mark: (text) => marked(text, searched),
    // What is searched for is shown where it stands, and nothing else in the text.
    explain: (text, scope) =>
      searched.length > 0 ? marked(text, searched) : (explainer?.explain(text, scope) ?? text),
    tags: (entry, tags) =>
      [
        ...tags,
        ...(state?.late.has(entry.reference)
          ? [html` <strong class="tag plain">${words.late}</strong>`]
          : []),
        ...(isNewEntry(entry, state?.newReferences)
          ? [html` <strong class="tag">${words.tagNew}</strong>`]
          : []),
      ].slice(0, mostTags),
    body: (grouped, text, place) => rowBody(grouped, text, place, rows),
    detail: (entry, level) =>
      html`<div class="detail" id="${list.id(entry)}-detail">${detail(entry, level)}</div>`,
  };
  return rows;
}

/**
 * The places that may be named: one that is known only from covered entries would tell what they are about.
 */
export function placesToName({state, mayCover}: TimelineNow, rows: WholeRows): readonly string[] {
  if (!state || state.stopped) return [];
  if (!mayCover) return state.places;
  const places = new Set<string>();
  for (const entry of [...state.rows, ...state.undated]) {
    if (entry.place && !rows.isHeld(entry)) places.add(entry.place);
  }
  return [...places].sort();
}
