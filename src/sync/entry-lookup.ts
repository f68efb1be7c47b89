/**
 * One entry opened, and one result over time: what was read already, and what is asked for then. A lazy chunk:
 * the first screen does not need it. Whatever is asked for passes the same gate and the same check of whose it
 * is as everything else.
 */
import {PhrError} from '../api/errors.js';
import type {Covers} from '../model/covers.js';
import {decodeDetail} from '../model/decode/detail/decode-detail.js';
import type {DetailResult, EntryDetail} from '../model/detail.js';
import {referenceTo, type FhirResource} from '../model/fhir-json.js';
import {buildSeries, searchCodesOf, type Series, type SeriesPoint} from '../model/series.js';
import type {Reading, TimelineEntry} from '../model/timeline.js';
import {Collection} from './collection.js';
import {findAsked, readMissing, readNamed, type Found, type Lookup} from './entry-reading.js';
export type {Lookup} from './entry-reading.js';
import {createTaker, type SourceTaker} from './page-taker.js';
import type {RecordReader} from './timeline-reader.js';

/** How many results of one test are read for a chart or a change. */
const mostResults = 1000;

/** Another person's result came: then none of that answer, nor of what was read beside it, may be shown. */
const otherPerson = new PhrError('notFound');

/** Every entry that was read and is shown, wherever it stands. */
function entriesOf({core: {collection}}: RecordReader): TimelineEntry[] {
  return [...collection.known.values()].map(({entry}) => entry);
}

/** The entry with a reference, from what was read. */
function findRead(reference: string, {readers, now}: Lookup): Found | undefined {
  for (const reader of readers) {
    const entry = entriesOf(reader).find((item) => item.reference === reference);
    const taker = reader.core.takers.find(({source}) => source.key === entry?.source);
    const resource = taker?.library.find(reference);
    if (entry && taker && resource) {
      return {entry, resource, taker, asOf: reader.state.asOf ?? now()};
    }
  }
  return undefined;
}

/** Everything useful in one entry, without what is covered beside it. Fails with `PhrError`. */
export async function readDetail(
  reference: string,
  lookup: Lookup,
  covers?: Covers,
): Promise<Reading<EntryDetail>> {
  const found = findRead(reference, lookup) ?? (await findAsked(reference, lookup));
  await readMissing(found, lookup);
  if (covers) await readNamed(found, lookup);
  const {resource, taker, asOf} = found;
  // Read again after what was missing: the entry may say more now.
  const decoded = lookup.decode(resource, taker.context);
  if (decoded.outcome !== 'entry') throw new PhrError('notFound');
  const detail = decodeDetail(resource, taker.context, decoded.entry, covers);
  return {value: await withPrevious(detail, found, lookup, covers), asOf};
}

/** Puts beside each result what was found the time before. */
async function withPrevious(
  detail: EntryDetail,
  {entry, taker}: Found,
  lookup: Lookup,
  covers: Covers | undefined,
): Promise<EntryDetail> {
  const results = detail.groups.flatMap((group) => group.results);
  const keys = [...new Set(results.flatMap(({seriesKey}) => seriesKey ?? []))];
  if (keys.length === 0) return detail;
  const codes = [...new Set(keys.flatMap((key) => searchCodesOf(key)))];
  const asked = await searchResults(taker, codes, lookup, 1).catch((error: unknown) =>
    error === otherPerson ? 'other' : undefined,
  );
  if (asked === 'other') return detail;
  const observations = unique([...(asked?.observations ?? []), ...readResults(lookup, taker)]);
  const series = new Map(
    keys.map((key) => [key, buildSeries(key, observations, taker.context, true)]),
  );
  const before = (result: DetailResult): DetailResult => {
    if (result.previous || !result.seriesKey) return result;
    const own = series.get(result.seriesKey);
    const all = [...(own?.points ?? []), ...(own?.otherUnits ?? [])];
    const here = all.find(({reference}) => reference === (result.reference ?? entry.reference));
    const from = (here?.date ?? entry.date)?.from;
    if (from === undefined) return result;
    const earlier = newestBefore(all, from);
    if (!earlier || covers?.(earlier)) return result;
    const {date, quantity} = earlier;
    return {...result, previous: {date, value: {type: 'quantity', quantity}}};
  };
  return {
    ...detail,
    groups: detail.groups.map((group) => ({...group, results: group.results.map(before)})),
  };
}

function newestBefore(points: readonly SeriesPoint[], from: number): SeriesPoint | undefined {
  let newest: SeriesPoint | undefined;
  for (const point of points) {
    // A date that may mean the same time, or a later one, is not 'before'.
    if (point.date.to <= from && (!newest || point.date.from > newest.date.from)) newest = point;
  }
  return newest;
}

/** Each resource once. */
function unique(resources: readonly FhirResource[]): FhirResource[] {
  return [...new Map(resources.map((item) => [referenceTo(item), item])).values()];
}

/** Results of one source that were read and are shown. */
function readResults({readers}: Lookup, taker: SourceTaker): FhirResource[] {
  return readers.flatMap((reader) => {
    const own = reader.core.takers.find(({source}) => source.key === taker.source.key);
    return entriesOf(reader)
      .filter(({type, source}) => type === 'Observation' && source === taker.source.key)
      .flatMap(({reference}) => own?.library.find(reference) ?? []);
  });
}

/** Results with some codes, newest first, that may be shown. Fails with `PhrError`. */
async function searchResults(
  taker: SourceTaker,
  codes: readonly string[],
  {signal, decode, onOther}: Lookup,
  pages: number,
): Promise<{observations: FhirResource[]; isWhole: boolean}> {
  const observations: FhirResource[] = [];
  if (codes.length === 0) return {observations, isWhole: false};
  const wanted = [
    ['code', codes.map((code) => code.replaceAll(/[,$\\]/g, '\\$&')).join(',')],
    ['_sort', '-date'],
  ] as const;
  const answer = taker.source.client.search('Observation', wanted, {
    signal,
    optional: ['_sort'],
    count: 50,
  });
  let count = 0;
  let isWhole = true;
  for await (const page of answer) {
    count++;
    const keptPatient = page.kept?.has('patient') ?? false;
    const verdicts = await taker.source.check.judge(page.matches, page, keptPatient);
    if (verdicts.includes('other')) {
      onOther(taker.source.key, 'Observation');
      throw otherPerson;
    }
    page.matches.forEach((item, index) => {
      if (verdicts[index] !== 'same') return;
      if (decode(item.resource, taker.context).outcome === 'entry')
        observations.push(item.resource);
    });
    if (page.notices.some(({severity}) => severity === 'fatal' || severity === 'error'))
      isWhole = false;
    if (page.cut) return {observations, isWhole: false};
    if (page.last) break;
    if (count >= pages || observations.length >= mostResults) {
      return {observations, isWhole: false};
    }
  }
  return {observations, isWhole};
}

/** One result over time, from all that can be asked for and all that was read. Fails with `PhrError`. */
export async function readSeries(key: string, lookup: Lookup): Promise<Reading<Series>> {
  const codes = searchCodesOf(key);
  const observations: FhirResource[] = [];
  const places = new Map<FhirResource, string>();
  let isWhole = true;
  let failure: unknown = new PhrError('notFound');
  for (const source of lookup.sources) {
    const taker =
      lookup.readers
        .flatMap(({core}) => core.takers)
        .find((item) => item.source.key === source.key) ??
      createTaker(source, new Collection(), lookup.decode, lookup.schedule, lookup.now);
    const asked = await searchResults(taker, codes, lookup, Infinity).catch((error: unknown) => {
      if (error === otherPerson) throw error;
      failure = error;
      return undefined;
    });
    if (!asked?.isWhole) isWhole = false;
    for (const item of unique([...(asked?.observations ?? []), ...readResults(lookup, taker)])) {
      observations.push(item);
      const decoded = lookup.decode(item, taker.context);
      if (decoded.outcome !== 'entry') continue;
      const {place, author} = decoded.entry;
      // As a row has it: somebody with a name, where the record does not say what they are.
      const from = place ?? (author.who === 'unknown' ? author.name : undefined);
      if (from) places.set(item, from);
    }
  }
  const [first] = lookup.sources;
  const resolve = (reference: unknown, within: FhirResource): FhirResource | undefined => {
    for (const {core} of lookup.readers) {
      for (const {library} of core.takers) {
        const found = library.resolve(reference, within);
        if (found) return found;
      }
    }
    return undefined;
  };
  const series =
    first &&
    buildSeries(key, observations, {resolve, placeOf: (item) => places.get(item)}, !isWhole);
  if (!series || series.points.length === 0) throw failure;
  return {value: series, asOf: lookup.now()};
}
