import {isNewEntry} from '../../model/new-entry.js';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';

/** What is covered: nothing, entries that carry a sensitive label, or everything. */
export type Cover = 'none' | 'labels' | 'all';

/** Confidentiality codes that mean restricted and very restricted: https://terminology.hl7.org/CodeSystem-v3-Confidentiality.html */
const restricted: readonly string[] = ['R', 'V'];

/** What the cover is decided by. */
export interface CoverSettings {
  readonly cover: Cover;
  readonly coverNew: boolean;
  readonly coverLabels: readonly string[];
}

/** True when something labelled as sensitive is covered. `all` is not asked here: who opens an entry asks to see its past. */
export function isLabelCovered(
  labels: readonly string[],
  {cover, coverLabels}: CoverSettings,
): boolean {
  return (
    cover === 'labels' &&
    labels.some((code) => restricted.includes(code) || coverLabels.includes(code))
  );
}

/** True when an entry, or a result inside it, is to be covered until the person asks for it. */
export function isToBeCovered(
  entry: TimelineEntry,
  {cover, coverNew, coverLabels}: CoverSettings,
  state: TimelineState,
): boolean {
  if (cover === 'all') return true;
  if (cover === 'labels') {
    const settings = {cover, coverNew, coverLabels};
    if (isLabelCovered(entry.labels, settings)) return true;
    const labelsOf = (part: string) => state.parts.get(part)?.labels ?? [];
    if (entry.parts.some((part) => isLabelCovered(labelsOf(part), settings))) return true;
  }
  // Where it cannot be told which results are new, every one may be.
  const {newReferences} = state;
  if (!coverNew || entry.kind !== 'results') return false;
  return newReferences === undefined || isNewEntry(entry, newReferences);
}
