/** The least a decoder can do: for tests of what carries entries, not of what is in them. */
import {parseFhirDate} from '../../src/model/fhir-date.js';
import {get, number, objects, referenceTo, text} from '../../src/model/fhir-json.js';
import {kindsOfType, type RecordKind, type TimelineType} from '../../src/model/record-kind.js';
import type {TimelineEntry} from '../../src/model/timeline.js';
import type {Decode} from '../../src/sync/page-taker.js';
import {dateElements, textOf} from './fake-client.js';

/** An entry with everything required in it. */
export function fakeEntry(more: Partial<TimelineEntry> & {day?: string} = {}): TimelineEntry {
  const {day, ...rest} = more;
  const date = parseFhirDate(day);
  return {
    reference: 'Observation/1',
    source: '0',
    kind: 'results',
    type: 'Observation',
    sort: 'testResult',
    ...(date && {date, dateElement: 'effectiveDateTime'}),
    statuses: [],
    points: [],
    author: {who: 'unknown'},
    parts: [],
    labels: [],
    searchText: '',
    ...rest,
  };
}

/** Decodes what `fakeResource` makes: `outcome` says how, `kind` what, `other` puts the date in another element. */
export const fakeDecode: Decode = (resource, context) => {
  const type = resource.resourceType as TimelineType;
  const kind = (textOf(resource, 'kind') as RecordKind | undefined) ?? kindsOfType[type][0];
  const outcome = textOf(resource, 'outcome');
  if (outcome === 'withheld') return {outcome, kind};
  if (outcome === 'excluded' || outcome === 'notForTimeline') return {outcome};
  if (outcome === 'throws') throw new Error('A decoder that did not foresee this');
  const element = dateElements[type] ?? 'date';
  const other = textOf(resource, 'otherDate');
  const day = textOf(resource, element) ?? other;
  const parts = objects(get(resource, 'result')).flatMap(
    (item) => text(get(item, 'reference')) ?? [],
  );
  const visit = text(get(get(resource, 'encounter'), 'reference'));
  const recorded = number(get(resource, 'recorded'));
  const place = textOf(resource, 'place');
  const known = parts.filter((part) => context.resolve({reference: part}, resource));
  return {
    outcome: 'entry',
    entry: fakeEntry({
      reference: referenceTo(resource) ?? 'none',
      source: context.source,
      kind,
      type,
      title: `${String(known.length)} of ${String(parts.length)}`,
      parts,
      ...(day !== undefined && {day, dateElement: element}),
      ...(textOf(resource, element) === undefined &&
        day !== undefined && {dateElement: 'otherDate'}),
      ...(visit && {visit}),
      ...(recorded !== undefined && {recorded}),
      ...(place && {place}),
    }),
  };
};
