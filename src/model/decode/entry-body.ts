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
 * The same, for what cannot be read without it: shapes and characters that ordinary entries do not have. Throws while it is not
 * there; who decodes waits for it then, and decodes again.
 */
export function wholeBody(): typeof body {
  if (!loaded) throw new Error('The rest of the decoder is not there yet');
  return loaded;
}

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
