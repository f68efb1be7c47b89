/** Which rows a filter leaves. */
import type {StatusWords} from '../../i18n/status.js';
import {isEmptyFilter, matches, type TimelineFilter} from '../../model/filter.js';
import {nowKinds, type RecordKind} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import type {WholeRows} from './row-body.js';
import type {SiftedRows} from './row-list.js';

/** The kinds that a filter asks for; none when it asks for all. */
export function kindsAskedFor({now, kinds}: TimelineFilter): readonly RecordKind[] | undefined {
  if (now) return nowKinds;
  return kinds?.length ? kinds : undefined;
}

/** What the list itself says of an entry, in lower case: the person searches for what they see. */
function headText({lead, sort, statement, statuses}: TimelineEntry, words: StatusWords): string {
  const said = [
    lead && words.leads[lead],
    words.sorts[sort],
    statement && words.statements[statement],
  ];
  return [...said, ...statuses.map((status) => words.statuses[status])].join(' ').toLowerCase();
}

/** What else of the record an entry names, in lower case; without what is covered on this screen. */
function namedText(entry: TimelineEntry, hides: Cover['hides'] | undefined): string {
  const said = entry.points.map((point) => {
    if (!('names' in point)) return '';
    const named = point.names?.();
    if (named && hides?.(entry, named)) return '';
    return point.type === 'text' ? point.text : (point.values.text ?? '');
  });
  return said.join(' ').toLowerCase();
}

type TextOf = (entry: TimelineEntry) => string;

/** What covers rows, while anything may be covered. */
type Cover = Pick<WholeRows, 'isHeld' | 'hides'>;

const texts = new WeakMap<StatusWords, TextOf>();

/**
 * Everything that is searched besides the entry's own words. The same function each time, for what it said is kept; while
 * entries may be covered another each time, for what is covered changes.
 */
function textIn(words: StatusWords, cover: Cover | undefined): TextOf {
  const make = (): TextOf => (entry) =>
    `${headText(entry, words)} ${namedText(entry, cover?.hides)}`;
  if (cover) return make();
  let textOf = texts.get(words);
  if (!textOf) texts.set(words, (textOf = make()));
  return textOf;
}

/**
 * The rows of a state that a filter leaves; nothing, when it asks for nothing. While entries may be covered, how far one
 * kind was read must not tell what a covered one is.
 */
export function sift(
  state: TimelineState,
  filter: TimelineFilter,
  cover: Cover | undefined,
  heads: StatusWords,
): SiftedRows | undefined {
  if (isEmptyFilter(filter)) return undefined;
  const {newReferences, parts} = state;
  const given = {
    parts,
    textOf: textIn(heads, cover),
    ...(cover && {covered: cover.isHeld}),
    ...(newReferences && {newReferences}),
  };
  const keep = (entry: TimelineEntry) => matches(entry, filter, given);
  const asked = cover ? undefined : kindsAskedFor(filter);
  const coverage = state.coverage.filter(({kind}) => !asked || asked.includes(kind));
  // Rows of some kinds are final among themselves as soon as these kinds are read so far.
  const horizon = Math.max(...coverage.map((kind) => kind.horizon ?? Infinity));
  const more = asked
    ? (state.waiting ?? []).filter((row) => row.date && row.date.from > horizon && keep(row))
    : [];
  return {
    rows: [...state.rows.filter(keep), ...more],
    undated: state.undated.filter(keep),
    isRead: asked
      ? coverage.every(({state: is}) => is === 'complete' || is === 'notHere')
      : state.complete,
  };
}
