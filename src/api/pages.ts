/** Pages of an answer: which link may be followed, when to stop, and what the server kept of a search. */
import {isUnderBase, parseUrl} from './address.js';
import type {Parameters} from './ladder.js';
import type {PhrPage} from './phr-client.js';

/** The next page's address, or why it is not followed; neither when there is none. */
export interface NextPage {
  readonly url?: URL;
  readonly cut?: NonNullable<PhrPage['cut']>;
}

/**
 * Judges a next link. It is taken as it stands, against the page it came with; followed only to our
 * own origin and under our own path, so that the token goes nowhere else.
 */
export function followLink(link: string | undefined, page: URL, base: URL): NextPage {
  if (link === undefined) return {};
  const url = parseUrl(link, page.href);
  if (!link || !url) return {cut: 'failed'};
  url.hash = '';
  return isUnderBase(url, base) ? {url} : {cut: 'otherOrigin'};
}

/** The last part of a reference or token: `Patient/1`, `https://a/Patient/1` and `1` are one patient. */
function lastPart(value: string): string {
  return value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf('|')) + 1);
}

/**
 * The names a server kept of a search, by its self link. The patient parameter and `_sort` count as
 * kept only with the value we asked for: another value is another person, or another order.
 */
export function readKept(
  self: string | undefined,
  page: URL,
  asked: Parameters,
  owner: string,
): ReadonlySet<string> | undefined {
  const url = self ? parseUrl(self, page.href) : undefined;
  if (!url) return undefined;
  const kept = new Set(url.searchParams.keys());
  for (const [name, value] of asked) {
    const found = url.searchParams.get(name);
    if (found === null) continue;
    if (
      name === owner ? lastPart(found) !== lastPart(value) : name === '_sort' && found !== value
    ) {
      kept.delete(name);
    }
  }
  return kept;
}
