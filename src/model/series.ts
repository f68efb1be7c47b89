/**
 * One result over time. Results make one series only when they share a coding, a unit, a specimen, a method and,
 * inside a panel, a component: two laboratories' numbers that merely look alike never make one line.
 */
import {parseFhirDate, type FhirDate} from './fhir-date.js';
import {get, objects, text, type FhirResource} from './fhir-json.js';
import {judge, type Judgement} from './interpretation.js';
import {bareSystem, conceptLabel} from './label.js';
import {hasUnknownComparator, readQuantity, type Quantity} from './quantity.js';
import {codingsOfTest, sameTest} from './same-test.js';

/** One result of a series. */
export interface SeriesPoint {
  /** FHIR reference of the result. Never shown. */
  readonly reference: string;
  readonly date: FhirDate;
  readonly quantity: Quantity;
  readonly judgement: Judgement;
  /** Where it came from, in the record's words. */
  readonly place?: string;
  /** Codes of the security labels of the result (`meta.security`), for the cover. Never shown. */
  readonly labels?: readonly string[];
  /** When the server last changed the result (`meta.lastUpdated`), in milliseconds since 1970. */
  readonly recorded?: number;
}

/** One result over time, and all that may be compared with it. */
export interface Series {
  readonly key: string;
  /** What was measured, in the words of the newest result. */
  readonly name: string;
  readonly unit?: string;
  /** Comparable results, newest first. */
  readonly points: readonly SeriesPoint[];
  /** The same test in another unit, newest first: for the table, never for the chart. */
  readonly otherUnits: readonly SeriesPoint[];
  /** True when older results may exist that were not read. */
  readonly partial: boolean;
}

/** Reads what a resource refers to, for the specimen and the place. */
export interface SeriesContext {
  resolve(reference: unknown, within: FhirResource): FhirResource | undefined;
}

interface KeyParts {
  /** `system|code` of the test, the system without its scheme; or `text:` and the words, when there is no code. */
  readonly test: string;
  /** The same of the component inside a panel; empty for a whole Observation. */
  readonly component: string;
  readonly unit: string;
  readonly specimen: string;
  readonly method: string;
}

/** What a concept is, so that two of them can be told apart: its first coding, else its exact words. */
function identity(concept: unknown): string {
  for (const coding of objects(get(concept, 'coding'))) {
    const system = text(coding['system']);
    const code = text(coding['code']);
    if (system && code) return sameTest(`${bareSystem(system)}|${code}`);
  }
  const words = text(get(concept, 'text'));
  return words ? `text:${words.trim().toLowerCase().replace(/\s+/g, ' ')}` : '';
}

function specimenOf(observation: FhirResource, context: SeriesContext | undefined): string {
  const reference = get(observation, 'specimen');
  if (reference === undefined) return '';
  const specimen = context?.resolve(reference, observation);
  return identity(get(specimen, 'type')) || (text(get(reference, 'display'))?.toLowerCase() ?? '');
}

function partsOf(
  observation: FhirResource,
  component: unknown,
  context: SeriesContext | undefined,
): KeyParts | undefined {
  const from = component ?? observation;
  const quantityJson = get(from, 'valueQuantity');
  const quantity = readQuantity(quantityJson);
  if (!quantity || hasUnknownComparator(quantityJson)) return undefined;
  const test = identity(get(observation, 'code'));
  const inside = component === undefined ? '' : identity(get(component, 'code'));
  if (!test || (component !== undefined && !inside)) return undefined;
  return {
    test,
    component: inside,
    unit: quantity.unitKey,
    specimen: specimenOf(observation, context),
    method: identity(get(observation, 'method')),
  };
}

/**
 * The key of the series a numeric result belongs to; nothing when it is not a number or is not named. `component`
 * is one of the Observation's own components, for results inside a panel.
 */
export function seriesKeyOf(
  observation: FhirResource,
  component?: unknown,
  context?: SeriesContext,
): string | undefined {
  const parts = partsOf(observation, component, context);
  return parts && JSON.stringify(parts);
}

function parseKey(key: string): KeyParts | undefined {
  try {
    const json: unknown = JSON.parse(key);
    const [test, component, unit, specimen, method] = [
      'test',
      'component',
      'unit',
      'specimen',
      'method',
    ].map((name) => get(json, name));
    if (
      typeof test === 'string' &&
      typeof component === 'string' &&
      typeof unit === 'string' &&
      typeof specimen === 'string' &&
      typeof method === 'string'
    ) {
      return {test, component, unit, specimen, method};
    }
  } catch {
    // Not a key of ours: the same as no key.
  }
  return undefined;
}

/**
 * The codings to search for, each as `system|code`, to find a whole series; empty when the test has no code and only
 * what was already read can be searched.
 */
export function searchCodesOf(key: string): readonly string[] {
  const parts = parseKey(key);
  return parts && !parts.test.startsWith('text:') ? codingsOfTest(parts.test) : [];
}

const byNewest = (a: SeriesPoint, b: SeriesPoint) => b.date.from - a.date.from;

/**
 * Makes the series of a key out of Observations that have already passed the safety gate (nothing entered in error,
 * nothing of another person). `placeOf` tells where a result came from, in the record's words.
 */
export function buildSeries(
  key: string,
  observations: Iterable<FhirResource>,
  context: SeriesContext & {placeOf?: (observation: FhirResource) => string | undefined},
  partial: boolean,
): Series | undefined {
  const wanted = parseKey(key);
  if (!wanted) return undefined;
  const points: SeriesPoint[] = [];
  const otherUnits: SeriesPoint[] = [];
  const seen = new Set<string>();
  let name: string | undefined;
  let newest = -Infinity;
  for (const observation of observations) {
    const reference = `${observation.resourceType}/${observation.id ?? ''}`;
    const date =
      parseFhirDate(get(observation, 'effectiveDateTime')) ??
      parseFhirDate(get(observation, 'effectiveInstant')) ??
      parseFhirDate(get(get(observation, 'effectivePeriod'), 'start')) ??
      parseFhirDate(get(observation, 'issued'));
    if (!date || seen.has(reference)) continue;
    const candidates = wanted.component ? objects(get(observation, 'component')) : [undefined];
    for (const component of candidates) {
      const parts = partsOf(observation, component, context);
      if (
        !parts ||
        parts.test !== wanted.test ||
        parts.component !== wanted.component ||
        parts.specimen !== wanted.specimen ||
        parts.method !== wanted.method
      ) {
        continue;
      }
      const from = component ?? observation;
      const quantity = readQuantity(get(from, 'valueQuantity'));
      if (!quantity) continue;
      const place = context.placeOf?.(observation);
      const meta = get(observation, 'meta');
      const recorded = Date.parse(text(get(meta, 'lastUpdated')) ?? '');
      const point: SeriesPoint = {
        reference,
        date,
        quantity,
        judgement: judge(from),
        ...(place && {place}),
        labels: objects(get(meta, 'security')).flatMap((coding) => text(coding['code']) ?? []),
        ...(Number.isFinite(recorded) && {recorded}),
      };
      seen.add(reference);
      if (parts.unit === wanted.unit) points.push(point);
      else otherUnits.push(point);
      if (parts.unit === wanted.unit && date.from > newest) {
        newest = date.from;
        name = conceptLabel(get(from, 'code')) ?? name;
      }
      break;
    }
  }
  points.sort(byNewest);
  otherUnits.sort(byNewest);
  const unit = points[0]?.quantity.unit;
  return {key, name: name ?? '', ...(unit && {unit}), points, otherUnits, partial};
}
