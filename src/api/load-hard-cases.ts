/** Fetches what a server needs that does not simply answer: it comes while the first requests are on their way. */
import {laterPart} from '../model/later-part.js';
import {noAnswer} from './errors.js';
import type * as hardCases from './hard-cases.js';

const part = laterPart<typeof hardCases>(() => import('./hard-cases.js'));

/** The hard cases. Fails with `failure` when they cannot be fetched now; the next call tries again. */
export async function loadHardCases(failure?: unknown): Promise<typeof hardCases> {
  const found = await part.load();
  if (!found) throw failure ?? noAnswer();
  return found;
}
