/** Fetches what a server needs that does not simply answer: it comes while the first requests are on their way. */
import type * as hardCases from './hard-cases.js';
import {noAnswer} from './errors.js';

let loading: Promise<typeof hardCases> | undefined;

/** The hard cases. Fails with `failure` when they cannot be fetched now; the next call tries again. */
export async function loadHardCases(failure?: unknown): Promise<typeof hardCases> {
  try {
    return await (loading ??= import('./hard-cases.js'));
  } catch {
    loading = undefined;
    throw failure ?? noAnswer();
  }
}
