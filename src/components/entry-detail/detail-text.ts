/**
 * An opened entry put into words: everything the element draws and a test reads, as plain strings. Words of the
 * record stand between Unicode isolates (U+2068 and U+2069), so that a name in another script does not disturb the
 * sentence around it; the element draws what is between them as `<bdi>`.
 */
import {dateInWords} from '../../i18n/dates.js';
import type {
  DetailItem,
  DetailResult,
  DetailSection,
  EntryDetail,
  FactKey,
  SectionKey,
} from '../../model/detail.js';
import type {FhirDate} from '../../model/fhir-date.js';
import {own, plain} from './own-words.js';
import {correctionInWords, resultInWords, type ResultText} from './result-text.js';
import {noteInWords, valueInWords, type DetailSettings, type NoteText} from './value-text.js';

/** A row of a summary list, in words. */
export interface RowText {
  readonly label: string;
  readonly values: readonly string[];
  /** True where the values are names of people and things, which are no words to explain. */
  readonly areNames?: true;
}

/** One part of an opened entry, in words. */
export interface SectionText {
  readonly key: SectionKey;
  readonly heading: string;
  readonly rows: readonly RowText[];
  readonly items: readonly {readonly title?: string; readonly rows: readonly RowText[]}[];
  readonly notes: readonly NoteText[];
  /** What to do with what is in it. */
  readonly hint?: string;
}

/** Everything an opened entry says, in the order it is read. */
export interface DetailText {
  readonly notices: readonly string[];
  readonly comments: readonly NoteText[];
  readonly groups: readonly {readonly title?: string; readonly results: readonly ResultText[]}[];
  /** '3 of 8 results are outside the range given.' */
  readonly outside?: string;
  readonly select?: string;
  /** Heading of the column of changes; absent when there is nothing to compare with. */
  readonly changeHeading?: string;
  readonly meaning?: string;
  readonly sections: readonly SectionText[];
  readonly withheld?: string;
}

/** Facts that are names: of people, places, makers and their goods. */
const namesOf: ReadonlySet<FactKey> = new Set<FactKey>(
  (
    'supplier batch manufacturer series people practice file visit where admittedFrom dischargedTo ' +
    'contributors careTeam setBy doneBy recordedBy writtenBy askedFor toldBy onBehalfOf ' +
    'interpretedBy takenBy keptBy checkedBy'
  ).split(' ') as FactKey[],
);

/** The one earlier date that all results share, if they do. */
function commonDate(results: readonly DetailResult[]): FhirDate | undefined {
  const dates = results.flatMap(({previous}) => (previous ? [previous.date] : []));
  const first = dates[0];
  return first && dates.every((date) => date?.text === first.text) ? first : undefined;
}

function itemInWords(
  item: DetailItem,
  heading: string | undefined,
  settings: DetailSettings,
): SectionText['items'][number] {
  const {words} = settings;
  const name = item.title ? own(item.title) : heading;
  const lead = item.lead && words.values[item.lead];
  const title = lead ? (name ? words.led(lead, name) : lead) : name;
  return {...(title && {title}), rows: rowsInWords(item.facts, settings)};
}

function rowsInWords(facts: DetailSection['facts'], settings: DetailSettings): readonly RowText[] {
  return facts
    .map(({key, values}) => ({
      ...(namesOf.has(key) && {areNames: true as const}),
      label: settings.words.facts[key],
      values: values.map((value) => valueInWords(value, settings)).filter(Boolean),
    }))
    .filter(({values}) => values.length > 0);
}

/** Everything an opened entry says. `entryName` names a result that has no name of its own. */
export function detailInWords(
  detail: EntryDetail,
  settings: DetailSettings,
  entryName?: string,
): DetailText {
  const {words, dates} = settings;
  const results = detail.groups.flatMap((group) => group.results);
  const hasChange = results.some(({previous}) => previous);
  const common = hasChange ? commonDate(results) : undefined;
  const flagged = results.filter(({judgement}) =>
    ['high', 'low', 'outside'].includes(judgement.flag),
  );
  // A laboratory may call a result high and give no range: then 'outside the range given' is not said.
  const outside = flagged.every(({ranges}) => ranges.length > 0) ? flagged.length : 0;
  const contact = settings.contact ?? words.contact;
  const place = detail.place && own(detail.place);
  const hasSeries = results.some(({seriesKey}) => seriesKey !== undefined);
  return {
    notices: [
      ...detail.notices.map((key) => words.notices[key]),
      ...correctionInWords(detail.correction, settings),
    ],
    comments: detail.comments.map((note) => noteInWords(note, settings, true)),
    groups: detail.groups.map((group) => ({
      ...(group.title && {title: own(group.title)}),
      results: group.results.map((result) =>
        resultInWords(result, hasChange, common, entryName, settings),
      ),
    })),
    ...(outside > 0 && {outside: words.table.outside(outside, results.length)}),
    ...(hasSeries && {select: words.table.select}),
    ...(hasChange && {
      changeHeading: common ? words.change.since(dateInWords(common, dates)) : words.change.heading,
    }),
    ...(detail.result && {
      meaning: words.meaning(
        detail.team && own(detail.team),
        contact,
        settings.proxy ? own(settings.personName ?? words.thisPerson) : undefined,
      ),
    }),
    sections: detail.sections.map((section) => ({
      key: section.key,
      heading: words.sections[section.key],
      rows: rowsInWords(section.facts, settings),
      items: section.items.map((item, index) =>
        itemInWords(
          item,
          section.items.length > 1 ? words.itemsOf[section.key]?.(index + 1) : undefined,
          settings,
        ),
      ),
      notes: section.notes.map((note) => noteInWords(note, settings)),
      ...(section.key === 'files' && {hint: words.openFile(place, contact)}),
    })),
    ...(detail.withheld && {withheld: words.withheld(place)}),
  };
}

/** Every text of an opened entry, in the order it is read, without isolates: for tests and for search. */
export function detailTexts(
  detail: EntryDetail,
  settings: DetailSettings,
  entryName?: string,
): readonly string[] {
  const text = detailInWords(detail, settings, entryName);
  const rows = (list: readonly RowText[]) => list.flatMap(({label, values}) => [label, ...values]);
  const notes = (list: readonly NoteText[]) => list.flatMap((note) => [note.text, note.by]);
  return [
    ...text.notices,
    ...notes(text.comments),
    text.outside,
    text.select,
    text.changeHeading,
    ...text.groups.flatMap((group) => [
      group.title,
      ...group.results.flatMap((result) => [
        result.name,
        ...result.tags,
        result.value,
        result.flagWords,
        ...result.ranges,
        result.change,
        ...notes(result.notes),
      ]),
    ]),
    text.meaning,
    text.withheld,
    ...text.sections.flatMap((section) => [
      section.heading,
      section.hint,
      ...rows(section.rows),
      ...section.items.flatMap((item) => [item.title, ...rows(item.rows)]),
      ...notes(section.notes),
    ]),
  ]
    .filter((line): line is string => line !== undefined && line !== '')
    .map(plain);
}
