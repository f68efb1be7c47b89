/** What of the rest of the record is covered for an opened entry: asked only of what it would name. */
import type {Covers, Named} from '../../model/covers.js';
import {kindsOfType} from '../../model/record-kind.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';
import {entryKey} from '../../model/merge.js';
import {isLabelCovered, type CoverSettings} from './cover.js';
import type {ShownEntries} from './shown.js';

/** What the cover of a page is at one moment. */
export interface CoverNow extends CoverSettings {
  readonly state: TimelineState | undefined;
  /** When the person last looked, in milliseconds since 1970. */
  readonly since: number | undefined;
  /** The entries that the person asked to see. */
  readonly shown: Pick<ShownEntries, 'has' | 'changes'>;
}

/**
 * What each opened entry must not name.
 *
 * Owns: giving the same function for as long as the cover is the same, so that nothing is asked for again without need.
 */
export class NamedCover {
  readonly #now: () => CoverNow;
  #key = '';
  #covers = new WeakMap<TimelineEntry, Covers>();

  constructor(now: () => CoverNow) {
    this.#now = now;
  }

  /** What is covered beside an entry; undefined while nothing may be covered. */
  of(entry: TimelineEntry): Covers | undefined {
    const {cover, coverNew, coverLabels, shown} = this.#now();
    if (cover === 'none' && !coverNew) return undefined;
    const key = JSON.stringify([cover, coverNew, coverLabels, shown.changes]);
    if (key !== this.#key) {
      this.#key = key;
      this.#covers = new WeakMap();
    }
    let covers = this.#covers.get(entry);
    if (!covers) {
      covers = (named) => isNamedCovered(named, entry, this.#now());
      this.#covers.set(entry, covers);
    }
    return covers;
  }
}

const resultTypes: readonly (string | undefined)[] = ['Observation', 'DiagnosticReport', undefined];

/** True when something that an opened entry would name is covered on this screen. */
export function isNamedCovered(named: Named, entry: TimelineEntry, now: CoverNow): boolean {
  const {cover, coverLabels, state, shown} = now;
  const {reference, labels, isInside = false} = named;
  if (reference === entry.reference) return false;
  const partLabels = (part: string) => state?.parts.get(part)?.labels ?? [];
  const isSensitive = (codes: readonly string[]) =>
    isLabelCovered(codes, {cover: 'labels', coverNew: false, coverLabels});
  if (isInside || (reference !== undefined && entry.parts.includes(reference))) {
    // Who uncovered a whole entry asked for all of it. What came after it was drawn was not asked for.
    const isAskedFor =
      cover !== 'labels' ||
      isSensitive(entry.labels) ||
      entry.parts.some((part) => isSensitive(partLabels(part)));
    return !isAskedFor && (!labels || isSensitive(labels));
  }
  if (reference !== undefined && shown.has(entryKey({source: entry.source, reference}))) {
    return false;
  }
  const type = reference === undefined ? undefined : /^[A-Za-z]+(?=\/)/.exec(reference)?.[0];
  if (cover !== 'none') {
    if (!labels || isSensitive(labels)) return true;
    // What would stand as a row of its own is covered as one.
    if (cover === 'all' && type !== undefined && Object.hasOwn(kindsOfType, type)) return true;
  }
  return now.coverNew && resultTypes.includes(type) && isNewResult(named, now);
}

/** Where it cannot be told which results are new, every one may be. */
function isNewResult({reference, recorded}: Named, {state, since}: CoverNow): boolean {
  const known = state?.newReferences;
  if (!known || reference === undefined) return true;
  return (
    known.has(reference) || (since !== undefined && recorded !== undefined && recorded > since)
  );
}
