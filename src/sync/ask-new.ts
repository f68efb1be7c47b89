/** What is new wherever it stands in the record: asked of a server that can search by when it recorded things. */
import type {TimelineType} from '../model/record-kind.js';
import type {PhrPage} from '../api/phr-client.js';
import type {SourceTaker} from './page-taker.js';
import {queryFor} from './queries.js';
import {RecordStream} from './stream.js';

/** How many pages of one type are read: more new entries than that are no news but a move. */
const mostPages = 2;
const pageSize = 50;

/** Asks one source for what it recorded after a moment. Tells whether all of it is known now. Never fails. */
export async function askNew(
  taker: SourceTaker,
  types: readonly TimelineType[],
  since: number,
  signal: AbortSignal,
  take: (stream: RecordStream, page: PhrPage) => Promise<void>,
): Promise<boolean> {
  const {client, key} = taker.source;
  try {
    const can = await client.capabilities({signal});
    // One after the other: what is new must not keep the person from what they are reading.
    for (const type of types) {
      if (can.searches(type, '_lastUpdated') !== 'yes') return false;
      const query = queryFor(type);
      const stream = new RecordStream(
        client,
        key,
        {
          ...query,
          parameters: [
            ['_lastUpdated', `gt${new Date(since).toISOString()}`],
            ...query.parameters.filter(([name]) => name !== '_sort'),
          ],
          optional: query.optional.filter((name) => name !== '_sort'),
        },
        pageSize,
      );
      for (let count = 0; stream.state === 'reading'; count++) {
        if (count === mostPages) return false;
        const page = await stream.next(signal);
        if (signal.aborted) return false;
        // Without this parameter an answer is the record from its beginning.
        if (page && !page.kept?.has('_lastUpdated')) return false;
        if (page) await take(stream, page);
        if (signal.aborted) return false;
        stream.ended(page);
      }
      if (stream.state !== 'complete' || stream.troubled) return false;
    }
    return true;
  } catch {
    // What was read is counted instead, and said to be no more than that.
    return false;
  }
}
