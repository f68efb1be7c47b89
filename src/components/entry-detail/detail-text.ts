/**
 * An opened entry put into words: everything the element draws and a test reads, as plain strings. Words of the
 * record stand between Unicode isolates (U+2068 and U+2069), so that a name in another script does not disturb the
 * sentence around it; the element draws what is between them as `<bdi>`.
 */
import {dateInWords, timeInWords, type DateWords} from '../../i18n/dates.js';
import type {DetailWords} from '../../i18n/detail.js';
import type {StatusWords} from '../../i18n/status.js';
import {flagInWords, numberInWords, withUnit} from '../../i18n/value-words.js';
import {
  changeSince,
  type Correction,
  type DetailItem,
  type DetailRange,
  type DetailResult,
  type DetailSection,
  type DetailValue,
  type EntryDetail,
  type Note,
  type SectionKey,
  type Timing,
  type Who,
} from '../../model/detail.js';
import type {FhirDate} from '../../model/fhir-date.js';
import type {Flag, Judgement} from '../../model/interpretation.js';
import type {Quantity} from '../../model/quantity.js';

/** What the words depend on beside the record. */
export interface DetailSettings {
  readonly words: DetailWords;
  /** Words of flags, ranges and missing values, which lists and charts share. */
  readonly status: StatusWords;
  readonly dates: DateWords;
  /** True when somebody looks at the record of another person. */
  readonly proxy: boolean;
  readonly personName?: string;
  /** The host's way to reach people. */
  readonly contact?: string;
}

/** A row of a summary list, in words. */
export interface RowText {
  readonly label: string;
  readonly values: readonly string[];
}

/** Something written beside an entry, in words. */
export interface NoteText {
  readonly text: string;
  readonly by: string;
}

/** One result, in words. */
export interface ResultText {
  readonly name: string;
  readonly value: string;
  readonly flag: Flag;
  readonly flagWords?: string;
  readonly tags: readonly string[];
  readonly ranges: readonly string[];
  readonly change?: string;
  readonly notes: readonly NoteText[];
  readonly seriesKey?: string;
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

const [open, close] = ['\u2068', '\u2069'];
// Characters that turn the direction of text, or end an isolate that is not theirs.
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Words of the record inside a sentence or value of ours. */
export function own(text: string): string {
  return `${open}${text.replace(controls, '')}${close}`;
}

/** The pieces of a text: ours, and the record's. */
export function pieces(text: string): readonly {readonly text: string; readonly own: boolean}[] {
  return text
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((piece, index) => ({text: piece, own: index % 2 === 1}))
    .filter((piece) => piece.text !== '');
}

/** What is counted, as records write it: '1 tablet', '2 tablets'. Record words are English. */
const counted = /^(?:tablet|capsule|puff|drop|sachet|dose|unit|spoonful|lozenge|ampoule|vial)$/;
const spans = /^(?:year|month|week|day|hour|minute|second)s$/;

/** A unit in the singular or plural, where it is a word. */
function numberOf(unit: string, value: number): string {
  if (value === 1) return spans.test(unit) ? unit.slice(0, -1) : unit;
  return counted.test(unit) ? `${unit}s` : unit;
}

/** A quantity in the record's unit: '500mg', '68 mmol/mol', 'less than 5 mmol/L'. */
function quantityInWords(quantity: Quantity, status: StatusWords, withoutUnit = false): string {
  const {value, unit, comparator} = quantity;
  const word = unit === undefined || withoutUnit ? undefined : numberOf(unit, value);
  // Figure and unit are one reading in either direction of writing.
  const whole = own(withUnit(numberInWords(value), word));
  return comparator ? status.comparators[comparator](whole) : whole;
}

/** A date with its time of day, when it was recorded with one. */
function dateAndTime(date: FhirDate, {dates, status}: DetailSettings): string {
  const time = timeInWords(date, dates);
  const day = dateInWords(date, dates);
  return time ? status.dateAndTime(day, time) : day;
}

function periodInWords(
  from: FhirDate | undefined,
  until: FhirDate | undefined,
  settings: DetailSettings,
): string {
  const {dates, words, status} = settings;
  if (!from) return until ? words.until(dateAndTime(until, settings)) : '';
  if (!until) return words.from(dateAndTime(from, settings));
  const day = dateInWords(from, dates);
  if (from.precision !== 'year' && day === dateInWords(until, dates)) {
    const [start, end] = [timeInWords(from, dates), timeInWords(until, dates)];
    return start && end ? status.dateAndTime(day, dates.range(start, end)) : day;
  }
  return dates.range(dateAndTime(from, settings), dateAndTime(until, settings));
}

/** Low and high in one unit, the unit said once, and not at all when the value beside them has said it. */
function limits(
  low: Quantity | undefined,
  high: Quantity | undefined,
  status: StatusWords,
  said?: string,
): string {
  const isSame = low?.unitKey === high?.unitKey;
  const from =
    low && quantityInWords(low, status, low.unitKey === said || (high !== undefined && isSame));
  const to = high && quantityInWords(high, status, high.unitKey === said);
  if (from && to) return status.fromTo(from, to);
  if (to) return high?.comparator ? to : status.orLess(to);
  return from ? (low?.comparator ? from : status.orMore(from)) : '';
}

/** Who it was, with their part in it and whom they acted for. */
export function whoInWords(who: Who, {words, status, proxy, personName}: DetailSettings): string {
  const named = who.patient
    ? proxy
      ? personName
        ? own(personName)
        : words.patient
      : words.you
    : who.name && own(who.name);
  const role = who.role && own(who.role);
  const person = named ? (role ? status.nameAndRole(named, role) : named) : role;
  return [person, who.place && own(who.place)].filter(Boolean).join(', ');
}

function timingInWords(timing: Timing, settings: DetailSettings): string {
  const {words, dates} = settings;
  const {timing: t} = words;
  const when = timing.when.map((key, index) =>
    timing.offset && index === 0 ? t.offset(timing.offset, t.when[key]) : t.when[key],
  );
  const said = [
    timing.code && t.codes[timing.code],
    timing.text && own(timing.text),
    timing.times || timing.period
      ? t.often(timing.times, timing.period, timing.periodUnit ?? 'd')
      : '',
    ...when,
    timing.weekdays.length > 0 && t.on(timing.weekdays.map((day) => dates.weekdays[day] ?? '')),
    timing.clock.length > 0 && t.at(timing.clock.map(({hour, minute}) => dates.time(hour, minute))),
    timing.lasting && timing.lastingUnit && t.lasting(timing.lasting, timing.lastingUnit),
    timing.count && t.count(timing.count),
    ...timing.events.map((event) => dateAndTime(event, settings)),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const sentence = said.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** One value in words. A ratio that was measured (1 to 80) is said otherwise than a dose (2 tablets in 1 day). */
export function valueInWords(
  value: DetailValue,
  settings: DetailSettings,
  isResult = false,
): string {
  const {words, status, dates} = settings;
  switch (value.type) {
    case 'text':
      return own(value.text);
    case 'quantity':
      return quantityInWords(value.quantity, status);
    case 'absent':
      return value.reason === undefined
        ? status.absent[value.key ?? 'notRecorded']
        : own(value.reason);
    case 'boolean':
      return value.value ? status.yes : status.no;
    case 'code':
      return (
        (words.codes[value.set] as Readonly<Record<string, string>>)[value.code] ??
        words.values.unknownCode
      );
    case 'words':
      if (value.text === undefined) return words.values[value.key];
      if (value.key === 'asNeeded') return words.asNeededFor(own(value.text));
      if (value.key === 'ofDoses') return words.ofDoses(own(value.text));
      return value.key === 'ruledOut'
        ? words.ruledOut(own(value.text))
        : words.led(words.values[value.key], own(value.text));
    case 'date':
      return dateAndTime(value.date, settings);
    case 'period':
      return periodInWords(value.from, value.until, settings);
    case 'range':
      return limits(value.low, value.high, status);
    case 'ratio': {
      const numerator = quantityInWords(value.numerator, status);
      return value.denominator
        ? (isResult ? status.ratio : words.amountIn)(
            numerator,
            quantityInWords(value.denominator, status),
          )
        : numerator;
    }
    case 'count':
      return words.span(
        numberInWords(value.count.from),
        value.count.to === undefined ? undefined : numberInWords(value.count.to),
      );
    case 'clock':
      return dates.time(value.hour, value.minute);
    case 'timing':
      return timingInWords(value.timing, settings);
    case 'who':
      return whoInWords(value.who, settings);
    case 'note': {
      const {text, by} = noteInWords(value.note, settings);
      return by ? `${text}\n${by}` : text;
    }
    case 'file': {
      const kind = words.files[value.kind];
      return value.bytes === undefined ? kind : `${kind}, ${words.fileSize(value.bytes)}`;
    }
  }
}

function noteInWords(note: Note, settings: DetailSettings, isComment = false): NoteText {
  const {words, dates} = settings;
  const who = note.by && whoInWords(note.by, settings);
  const date = note.date && dateInWords(note.date, dates);
  return {text: own(note.text), by: (isComment ? words.commentBy : words.noteBy)(who, date)};
}

/** What a corrected result was before, as one sentence. */
function correctionInWords(
  correction: Correction | undefined,
  settings: DetailSettings,
): readonly string[] {
  if (!correction) return [];
  const {before} = settings.words;
  const {was} = correction;
  if (!was) return [before.notSaid];
  const said = was.map(({name, value}) => ({
    name: name && own(name),
    value: valueInWords(value, settings, true),
  }));
  const [first] = said;
  return first && was.length === 1 && was[0]?.value.type !== 'words'
    ? [before.one(first.value)]
    : [before.many(said.map(({name, value}) => (name ? `${name} ${value}` : value)))];
}

/** One range that came with a result, with whom it is for. */
function rangeInWords(
  range: DetailRange,
  unit: string | undefined,
  {words, status}: DetailSettings,
): string {
  const {low, high, text, age} = range;
  const figures = limits(low, high, status, unit);
  const isSaid = [low, high].every((limit) => !limit || text?.includes(String(limit.value)));
  const spoken =
    figures && text && !isSaid
      ? status.nameAndRole(figures, own(text))
      : figures || (text ? own(text) : '');
  const forWhom = [
    range.type && own(range.type),
    range.appliesTo && own(range.appliesTo),
    age && words.age(limits(age.low, age.high, status)),
  ]
    .filter(Boolean)
    .join(', ');
  return forWhom && spoken ? status.rangeFor(forWhom, spoken) : spoken || forWhom;
}

/** The word beside a value. What is not judged has its ranges in their own place, and so has 'No range given'. */
function flagWordsOf({flag, ...judgement}: Judgement, status: StatusWords): string | undefined {
  if (flag === 'notJudged' || flag === 'noRange') return undefined;
  const said = flagInWords({flag, ...judgement}, status);
  return said !== undefined && flag === 'other' && said === judgement.words ? own(said) : said;
}

function changeInWords(
  result: DetailResult,
  common: FhirDate | undefined,
  {words, dates}: DetailSettings,
): string {
  const change = changeSince(result);
  const {change: w} = words;
  if (!change) return w.notTested;
  const said =
    change.type === 'up' || change.type === 'down'
      ? w[change.type](own(numberInWords(change.by)), own(numberInWords(change.from)))
      : change.type === 'was'
        ? w.was(own(change.value))
        : w[change.type];
  const date = result.previous?.date;
  return common || !date ? said : w.on(said, dateInWords(date, dates));
}

function resultInWords(
  result: DetailResult,
  hasChange: boolean,
  common: FhirDate | undefined,
  entryName: string | undefined,
  settings: DetailSettings,
): ResultText {
  const {words, status} = settings;
  const unit = result.value.type === 'quantity' ? result.value.quantity.unitKey : undefined;
  const flagWords = flagWordsOf(result.judgement, status);
  const said = valueInWords(result.value, settings, true);
  // A covered result says so once, in place of its name: the entry's name is not its own.
  const isCovered = result.value.type === 'words' && result.value.key === 'covered';
  const name = result.name ?? entryName;
  return {
    name: isCovered ? said : name ? own(name) : status.nameNotRecorded,
    value: isCovered ? '' : said,
    flag: result.judgement.flag,
    ...(flagWords && {flagWords}),
    tags: [
      ...result.notices.map((key) => words.notices[key]),
      ...correctionInWords(result.correction, settings),
    ],
    ranges:
      result.ranges.length === 0 && result.value.type === 'quantity'
        ? [status.flags.noRange]
        : result.ranges.map((range) => rangeInWords(range, unit, settings)).filter(Boolean),
    ...(hasChange && {change: changeInWords(result, common, settings)}),
    notes: result.notes.map((note) => noteInWords(note, settings, true)),
    ...(result.seriesKey !== undefined && {seriesKey: result.seriesKey}),
  };
}

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
    .map((line) => line.replace(controls, ''));
}
