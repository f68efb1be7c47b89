/** What a reading needs once its first rows stand: it comes while the first requests are on their way. */
import type * as later from './after-rows.js';

/** The later parts. */
export type LaterParts = typeof later;

let loaded: LaterParts | undefined;
let loading: Promise<LaterParts | undefined> | undefined;

/** The later parts, once they are there. */
export const laterParts = (): LaterParts | undefined => loaded;

/**
 * Fetches the later parts; undefined when they cannot be had now. A failure is tried again at the next call. `fetch` is
 * replaced in tests.
 */
export function loadLater(
  fetch: () => Promise<LaterParts> = () => import('./after-rows.js'),
): Promise<LaterParts | undefined> {
  loading ??= fetch().then(
    (parts) => (loaded = parts),
    () => (loading = undefined),
  );
  return loading;
}
