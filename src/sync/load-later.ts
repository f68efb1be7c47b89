/** What a reading needs once its first rows stand: it comes while the first requests are on their way. */
import type * as later from './after-rows.js';

let loaded: typeof later | undefined;
let loading: Promise<typeof later | undefined> | undefined;

/** The later parts, once they are there. */
export const laterParts = (): typeof later | undefined => loaded;

/** Fetches the later parts; undefined when they cannot be had now. A failure is tried again at the next call. */
export function loadLater(): Promise<typeof later | undefined> {
  loading ??= import('./after-rows.js').then(
    (parts) => (loaded = parts),
    () => (loading = undefined),
  );
  return loading;
}
