/**
 * What an entry says besides its name: read from the resource when it is asked for, by code that comes after the
 * first requests have gone out. Until it is there, an entry says nothing of it, and that it is `pending`.
 */
import type * as body from './body/body.js';

let loaded: typeof body | undefined;
let loading: Promise<boolean> | undefined;

/** The code that reads the rest of an entry, once it is there. */
export const entryBody = (): typeof body | undefined => loaded;

/**
 * Fetches the code that reads the rest of every entry. Tells whether it is there; a failure is tried again at the next
 * call. `fetch` is replaced in tests.
 */
export function loadEntryBody(
  fetch: () => Promise<typeof body> = () => import('./body/body.js'),
): Promise<boolean> {
  loading ??= fetch().then(
    (module) => {
      loaded = module;
      return true;
    },
    () => {
      loading = undefined;
      return false;
    },
  );
  return loading;
}
