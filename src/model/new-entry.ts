/** Whether an entry is new to the person who looks. */
import type {TimelineEntry} from './timeline.js';

/** True when an entry, or a result inside it, was recorded since the person last looked. */
export function isNewEntry(
  {reference, parts}: TimelineEntry,
  newReferences: ReadonlySet<string> | undefined,
): boolean {
  if (!newReferences?.size) return false;
  return newReferences.has(reference) || parts.some((part) => newReferences.has(part));
}
