/**
 * Pages of a result, read from a picture of it taken at the first page, so that a write in between moves nothing: no entry is
 * seen twice and none is skipped. See docs/decisions/031-pages-from-a-snapshot.md.
 */
import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {refuse} from './outcomes.js';
import type {Row} from './row.js';
import type {SearchQuery} from './search-query.js';

/** A result as it was when its first page was read. */
export interface Snapshot {
  readonly query: SearchQuery;
  readonly rows: readonly Row[];
  /** Whose result it is: nobody else may page through it. */
  readonly owner: string;
}

/** What a next link asks for. */
export interface PageRequest {
  readonly snapshot: Snapshot;
  readonly offset: number;
  readonly size: number;
  readonly id: string;
}

/** Matches on later pages after a first page of at least `growsFrom`. */
export const laterPage = 50;
const growsFrom = 20;
/** Results kept at once; the one read longest ago is forgotten first. */
const mostSnapshots = 2000;

/** The size of the pages after one of `count`: small pages stay small, a quick first page of 20 is followed by pages of 50. */
export function laterPageSize(count: number): number {
  return count >= growsFrom ? Math.max(count, laterPage) : count;
}

/** Keeps results for their next links. */
export class Snapshots {
  readonly #kept = new Map<string, Snapshot>();
  readonly #secret = randomBytes(32);

  /** Keeps a result and returns its id. */
  keep(snapshot: Snapshot): string {
    const id = randomBytes(12).toString('base64url');
    this.#kept.set(id, snapshot);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > mostSnapshots && !oldest.done) this.#kept.delete(oldest.value);
    return id;
  }

  /** The opaque token of a page. It cannot be made or changed by anybody else. */
  token(id: string, offset: number, size: number): string {
    const body = `${id}.${offset.toString(36)}.${size.toString(36)}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** Reads a token back. Fails with 400 when it is not ours, 403 when it is another reader's, 410 when it is forgotten. */
  open(token: string, owner: string): PageRequest {
    const cut = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(cut, 0));
    const given = Buffer.from(token.slice(cut + 1));
    const right = Buffer.from(this.#sign(body));
    if (given.length !== right.length || !timingSafeEqual(given, right))
      throw refuse(400, 'value', 'This next link is not one that the server made.');
    const [id = '', offset = '', size = ''] = body.split('.');
    const snapshot = this.#kept.get(id);
    if (!snapshot) throw refuse(410, 'expired', 'This next link is too old. Search again.');
    if (snapshot.owner !== owner) throw refuse(403, 'forbidden', 'This log in cannot do this.');
    this.#kept.delete(id);
    this.#kept.set(id, snapshot);
    return {snapshot, id, offset: parseInt(offset, 36), size: parseInt(size, 36)};
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url').slice(0, 22);
  }
}
