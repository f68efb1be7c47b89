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

/** True when an entry, or a result inside it, is to be covered until the person asks for it. */
export function isToBeCovered(
  entry: TimelineEntry,
  {cover, coverNew, coverLabels}: CoverSettings,
  state: TimelineState,
): boolean {
  if (cover === 'all') return true;
  if (cover === 'labels') {
    const sensitive = (code: string) => restricted.includes(code) || coverLabels.includes(code);
    if (entry.labels.some(sensitive)) return true;
    if (entry.parts.some((part) => state.parts.get(part)?.labels.some(sensitive))) return true;
  }
  // Where it cannot be told which results are new, every one may be.
  const {newReferences} = state;
  return coverNew && entry.kind === 'results' && (newReferences?.has(entry.reference) ?? true);
}
