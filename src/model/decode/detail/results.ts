/** Observations as rows of a results table, alone, in a panel or in a report. */
import type {
  Correction,
  DetailRange,
  DetailResult,
  DetailValue,
  Note,
  NoticeKey,
  ResultGroup,
} from '../../detail.js';
import {get, list, object, objects, text, type FhirResource} from '../../fhir-json.js';
import {judge, readRanges, type Judgement} from '../../interpretation.js';
import {conceptLabel, readable} from '../../label.js';
import {seriesKeyOf} from '../../series.js';
import {readValue} from '../findings.js';
import {correctionOf} from './corrections.js';
import {notes} from './people.js';
import {follow, referenceOf} from './follow.js';
import {codeValue, covered, quantity, words, type Maybe, type Scope} from './scope.js';

const deepest = 4;

/** What must be read before a result. */
export function resultNotices(status: unknown): NoticeKey[] {
  switch (status) {
    case 'registered':
    case 'preliminary':
    case 'partial':
      return ['notFinal'];
    case 'amended':
    case 'corrected':
    case 'appended':
      return ['corrected'];
    case 'cancelled':
      return ['cancelled'];
    case 'final':
    case undefined:
      return [];
    default:
      return ['notKnown'];
  }
}

/** What a corrected result was before; nothing when it was not corrected. */
export function resultCorrection(scope: Scope, resource: FhirResource): Correction | undefined {
  return correctionOf(scope, resource, (earlier, observation) =>
    observationGroups(earlier, observation, {notices: [], isEntry: true})
      .flatMap(({results}) => results)
      .filter(({value}) => value.type !== 'absent' && value.type !== 'words')
      .map(({name, value}) => ({...(name && {name}), value})),
  );
}

/** Ranges, and what may be said beside them. One range we must not read makes the others unfit to judge by. */
function judged(
  scope: Scope,
  json: unknown,
): {readonly judgement: Judgement; readonly ranges: readonly DetailRange[]} {
  const sent = objects(get(json, 'referenceRange'));
  const safe = sent.filter((range) => list(range['modifierExtension']).length === 0);
  const hidden = safe.length < sent.length;
  if (hidden) scope.withheld = true;
  const ranges = readRanges(safe).map((range, index) => {
    const age = get(safe[index], 'age');
    const low = object(age) && quantity(scope, get(age, 'low'));
    const high = object(age) && quantity(scope, get(age, 'high'));
    return low || high ? {...range, age: {...(low && {low}), ...(high && {high})}} : range;
  });
  const judgement = judge(hidden ? {...object(json), referenceRange: undefined} : json);
  return {
    // With no range left to read, 'no range given' would be untrue.
    judgement:
      hidden && judgement.flag === 'noRange' ? {...judgement, flag: 'notJudged'} : judgement,
    ranges,
  };
}

/** What was measured, in the record's words. */
function nameOf(json: unknown): string | undefined {
  return conceptLabel(get(json, 'code'));
}

/** A row for an Observation or one component of it. A panel's own heading, with nothing found, is no row. */
function row(
  scope: Scope,
  json: unknown,
  about: {
    readonly observation: FhirResource;
    readonly component?: unknown;
    readonly notices: readonly NoticeKey[];
    readonly reference?: string;
    readonly notes: readonly Note[];
    readonly correction?: Correction | undefined;
    /** True when the row stands even if nothing was found: it is not only the heading of a panel. */
    readonly stands: boolean;
  },
): DetailResult | undefined {
  const found = readValue(json);
  const isUnsafe = found === 'unsafe';
  if (isUnsafe) scope.withheld = true;
  const value = isUnsafe ? undefined : found;
  if (!value && !about.stands && about.notes.length === 0 && !isUnsafe) return undefined;
  const name = nameOf(json);
  const isCancelled = about.notices.includes('cancelled');
  const shown: DetailValue =
    value ?? (isUnsafe ? words('notShown') : {type: 'absent', key: 'notRecorded'});
  const seriesKey =
    shown.type === 'quantity' && !isCancelled
      ? seriesKeyOf(about.observation, about.component, scope.context)
      : undefined;
  const {judgement, ranges} = judged(scope, json);
  return {
    ...(name && {name}),
    value: shown,
    judgement: isUnsafe ? {...judgement, flag: 'notJudged'} : judgement,
    ranges,
    notices: about.notices,
    notes: about.notes,
    ...(about.correction && {correction: about.correction}),
    ...(about.reference && {reference: about.reference}),
    ...(seriesKey !== undefined && {seriesKey}),
  };
}

/**
 * Groups of rows of one Observation: itself, its components, and the members of a panel. `notices` and notes that
 * the whole already carries are not repeated on the rows.
 */
export function observationGroups(
  scope: Scope,
  observation: FhirResource,
  whole: {
    readonly notices: readonly NoticeKey[];
    readonly isEntry: boolean;
    readonly asked?: unknown;
  },
  depth = 0,
): readonly ResultGroup[] {
  const own = resultNotices(get(observation, 'status')).filter(
    (notice) => !whole.notices.includes(notice),
  );
  const reference = referenceOf(observation, whole.asked);
  // What is corrected as a whole says so above its results.
  const correction = own.includes('corrected') ? resultCorrection(scope, observation) : undefined;
  const rowNotes = whole.isEntry ? [] : notes(scope, get(observation, 'note'));
  const components = objects(get(observation, 'component')).flatMap((component, index) => {
    if (list(component['modifierExtension']).length > 0) {
      scope.withheld = true;
      return [];
    }
    return (
      row(scope, component, {
        observation,
        component,
        notices: own,
        notes: [],
        // Said once, with the first part.
        correction: index === 0 ? correction : undefined,
        stands: true,
        ...(reference && {reference}),
      }) ?? []
    );
  });
  const members = list(get(observation, 'hasMember'));
  const stands = components.length + members.length === 0;
  const self = row(scope, observation, {
    observation,
    notices: own,
    notes: rowNotes,
    correction: components.length > 0 ? undefined : correction,
    stands,
    ...(reference && {reference}),
  });
  const title = nameOf(observation);
  const rows = [...(self ? [self] : []), ...components];
  const inner = memberGroups(scope, members, whole.notices, depth);
  const loose = inner
    .filter((group) => group.title === undefined)
    .flatMap((group) => group.results);
  const groups = inner.filter((group) => group.title !== undefined);
  const isPanel = rows.length + loose.length > 1 || components.length + loose.length > 0;
  const all = [...rows, ...loose];
  return [
    ...(all.length > 0 ? [{...(isPanel && !whole.isEntry && title && {title}), results: all}] : []),
    ...groups,
  ];
}

/** Groups of the Observations that a report or panel refers to, in the laboratory's order. */
export function memberGroups(
  scope: Scope,
  references: readonly unknown[],
  notices: readonly NoticeKey[],
  depth = 0,
): readonly ResultGroup[] {
  const groups: {title?: string; results: DetailResult[]}[] = [];
  for (const reference of references) {
    const {resource, unsafe, isCovered} = follow(scope, reference, 'inside');
    if (isCovered) push(groups, undefined, [bare(covered)]);
    if (unsafe) continue;
    if (resource?.resourceType !== 'Observation') {
      // A result that was not sent with the report is still one of its results.
      const name = readable(get(reference, 'display'));
      if (name) {
        push(groups, undefined, [{name, ...bare(words('notShown'))}]);
      } else if (reference !== undefined) scope.withheld = true;
      continue;
    }
    if (depth >= deepest) {
      scope.withheld = true;
      continue;
    }
    // What is contained in a report may refer to its other parts: those are looked up in the report.
    const isContained = text(get(reference, 'reference'))?.startsWith('#');
    const within: Scope = {
      ...scope,
      resource: isContained ? scope.resource : resource,
      withheld: false,
    };
    for (const group of observationGroups(
      within,
      resource,
      {notices, isEntry: false, asked: reference},
      depth + 1,
    )) {
      push(groups, group.title, group.results);
    }
    scope.withheld ||= within.withheld;
  }
  return groups;
}

/** A row that says only why there is nothing in it. */
function bare(value: DetailValue): DetailResult {
  return {
    value,
    judgement: {flag: 'notJudged', ranges: [], fromLaboratory: false},
    ranges: [],
    notices: [],
    notes: [],
  };
}

/** Adds rows to the last group when that has the same heading. */
function push(
  groups: {title?: string; results: DetailResult[]}[],
  title: string | undefined,
  results: readonly DetailResult[],
) {
  const last = groups.at(-1);
  if (last && last.title === title) last.results.push(...results);
  else groups.push({...(title && {title}), results: [...results]});
}

/** The status of a result as a row. */
export function resultStatus(json: unknown): Maybe {
  return codeValue('resultStatus', get(json, 'status'));
}
