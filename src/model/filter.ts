/** Which entries a person asked to see. Pure: filters and search look only at what has been read. */
import {isNewEntry} from './new-entry.js';
import {parseFhirDate} from './fhir-date.js';
import {nowKinds, type RecordKind} from './record-kind.js';
import type {TimelineEntry} from './timeline.js';

/** What to show of a timeline. Everything in it must hold; what is absent or empty asks for nothing. */
export interface TimelineFilter {
  readonly kinds?: readonly RecordKind[];
  /** Organisations, in the record's words (`TimelineEntry.place`). */
  readonly places?: readonly string[];
  /** First day, month or year to show: `2019-03-07`, `2019-03` or `2019`. */
  readonly from?: string;
  /** Last day, month or year to show, all of it. */
  readonly to?: string;
  /** Words that must all stand somewhere in the entry. */
  readonly search?: string;
  /** Only entries recorded since the person last looked. */
  readonly onlyNew?: boolean;
  /** Only medicines, conditions and allergies that are current, or of which that is not known. */
  readonly now?: boolean;
}

/** What a filter needs to know beside the entry. */
export interface FilterCover {
  /** True for an entry that is covered on this screen: every filter keeps it, so that none tells what it is. */
  readonly covered?: (entry: TimelineEntry) => boolean;
  /** References of entries recorded since the person last looked. */
  readonly newReferences?: ReadonlySet<string>;
  /** Results inside loaded reports, by reference: a search looks through them too. Another map where one of them is replaced. */
  readonly parts?: ReadonlyMap<string, TimelineEntry>;
  /**
   * Words of ours that stand in an entry, in lower case: a person searches for what is on the screen. Another function where
   * these words are others: what it said of an entry is kept.
   */
  readonly textOf?: (entry: TimelineEntry) => string;
}

interface Prepared {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  /**
   * Whether the words stand in an entry, where that is sure, by the parts it was looked for with. Nothing of a record stays
   * in memory for this, however long the filter does.
   */
  found: WeakMap<Parts, WeakMap<TimelineEntry, boolean>>;
  /** Whose words are in `found`. */
  textOf?: FilterCover['textOf'];
}

type Parts = ReadonlyMap<string, TimelineEntry>;

const noParts: Parts = new Map();

const prepared = new WeakMap<TimelineFilter, Prepared>();

/** The words of a search, in lower case, without the signs that end them: 'Stopped: Ibuprofen' is searched for as it is read. */
export function wordsSearched(search = ''): readonly string[] {
  return search
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[:;,.]+$/, ''))
    .filter(Boolean);
}

/** Reads dates and words once for each filter, not once for each entry. */
function prepare(filter: TimelineFilter): Prepared {
  let found = prepared.get(filter);
  if (!found) {
    found = {
      from: parseFhirDate(filter.from)?.from ?? -Infinity,
      to: parseFhirDate(filter.to)?.to ?? Infinity,
      words: wordsSearched(filter.search),
      found: new WeakMap(),
    };
    prepared.set(filter, found);
  }
  return found;
}

/** True when a filter asks for nothing, so that every entry is shown. */
export function isEmptyFilter(filter: TimelineFilter): boolean {
  const {from, to, words} = prepare(filter);
  return !(
    filter.kinds?.length ||
    filter.places?.length ||
    from !== -Infinity ||
    to !== Infinity ||
    words.length > 0 ||
    filter.onlyNew ||
    filter.now
  );
}

/** Whether the time an entry can mean touches the time asked for. Without a date it cannot be told: it does not. */
function inTime(entry: TimelineEntry, from: number, to: number): boolean {
  if (from === -Infinity && to === Infinity) return true;
  if (!entry.date) return false;
  const end = Math.max(entry.date.to, entry.until?.to ?? -Infinity);
  return end > from && entry.date.from < to;
}

function isNow(entry: TimelineEntry): boolean {
  return nowKinds.some((kind) => kind === entry.kind) && entry.currency !== 'notCurrent';
}

/**
 * Whether every word stands in the entry, as the record or as we say it, or in a result inside it. Looked for once, for a
 * record may have 50,000 entries and is sifted each time a page of it arrives.
 */
function hasWords(
  entry: TimelineEntry,
  filter: Prepared,
  {parts = noParts, textOf}: FilterCover,
): boolean {
  const {words} = filter;
  if (words.length === 0) return true;
  if (filter.textOf !== textOf) Object.assign(filter, {textOf, found: new WeakMap()});
  let found = filter.found.get(parts);
  if (!found) filter.found.set(parts, (found = new WeakMap()));
  const before = found.get(entry);
  if (before !== undefined) return before;
  const inside = entry.parts.map((part) => parts.get(part));
  const has = words.every(
    (word) =>
      entry.searchText.includes(word) ||
      !!textOf?.(entry).includes(word) ||
      inside.some((part) => part?.searchText.includes(word)),
  );
  // A result that is still to come may have the word; what cannot be read yet may say it, or something else.
  if (!entry.pending && inside.every((part) => (part ? !part.pending : has))) found.set(entry, has);
  return has;
}

/** Whether an entry is to be shown. A covered one always is, whatever was asked for. */
export function matches(
  entry: TimelineEntry,
  filter: TimelineFilter,
  cover: FilterCover = {},
): boolean {
  if (cover.covered?.(entry)) return true;
  const asked = prepare(filter);
  return (
    (!filter.kinds?.length || filter.kinds.includes(entry.kind)) &&
    (!filter.places?.length || (!!entry.place && filter.places.includes(entry.place))) &&
    (!filter.onlyNew || isNewEntry(entry, cover.newReferences)) &&
    (!filter.now || isNow(entry)) &&
    inTime(entry, asked.from, asked.to) &&
    hasWords(entry, asked, cover)
  );
}
