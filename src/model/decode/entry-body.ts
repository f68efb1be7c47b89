/**
 * What an entry says besides its name: read from the resource when it is asked for, by code that comes after the
 * first requests have gone out. Until it is there, an entry says nothing of it, and that it is `pending`.
 */
import {laterPart} from '../later-part.js';
import type * as body from './body/body.js';

const part = laterPart<typeof body>(() => import('./body/body.js'));

/** The code that reads the rest of an entry, once it is there. */
export const entryBody = (): typeof body | undefined => part.here;

/**
 * The same, for what cannot be read without it: shapes and characters that ordinary entries do not have. Throws while it is not
 * there; who decodes waits for it then, and decodes again.
 */
export function wholeBody(): typeof body {
  if (!part.here) throw new Error('not there yet');
  return part.here;
}

/** Fetches the code that reads the rest of every entry; see `LaterPart`. */
export const loadEntryBody = part.load;
