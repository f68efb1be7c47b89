/** Whether a page of an answer has come before. A part of `hard-cases.ts`. */
import {get, text} from '../model/fhir-json.js';
import type {PhrEntry} from './phr-client.js';

/** What tells two pages apart by what is in them; nothing for a page that cannot be told apart. */
export function fingerprint(matches: readonly PhrEntry[]): string | undefined {
  const first = matches[0]?.resource;
  const last = matches.at(-1)?.resource;
  if (!first?.id || !last?.id) return undefined;
  const version = (item: unknown) => text(get(get(item, 'meta'), 'versionId')) ?? '';
  return [matches.length, first.id, version(first), last.id, version(last)].join(' ');
}

/** Whether a page is one of those before it. `seen`: what tells them apart, `first`: the page that is not noted there yet. */
export function isRepeated(
  seen: Set<string>,
  first: readonly PhrEntry[],
  matches: readonly PhrEntry[],
): boolean {
  seen.add(fingerprint(first) ?? '');
  const print = fingerprint(matches);
  const again = print !== undefined && seen.has(print);
  if (print !== undefined) seen.add(print);
  return again;
}
