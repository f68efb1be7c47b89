/** What is new wherever it stands in the record: asked of a server that can search by when it recorded things. Part of a lazy chunk. */
import {heed} from './heed.js';
import {queryFor} from './queries.js';
import type {SourceTaker} from './page-taker.js';
import {RecordStream} from './stream.js';
import type {ReaderCore} from './timeline-reader.js';

/** How many pages of one type are read: more new entries than that are no news but a move. */
const mostPages = 2;
const pageSize = 50;

/** Asks what is new in the parts of the record that are not read yet, where a server can tell. Tells whether all did. */
export async function askAllNew(core: ReaderCore, since: number): Promise<boolean> {
  const answers = await Promise.all(core.takers.map((taker) => askNew(core, taker, since)));
  return answers.every(Boolean);
}

/** Asks one source for what it recorded after a moment. Tells whether all of it is known now. Never fails. */
async function askNew(
  core: ReaderCore,
  {source: {client, key}}: SourceTaker,
  since: number,
): Promise<boolean> {
  const {signal, streams, take} = core;
  const own = streams.filter(({source, state}) => source === key && state !== 'notHere');
  try {
    const can = await client.capabilities({signal});
    // One after the other: what is new must not keep the person from what they are reading.
    for (const type of new Set(own.map(({query}) => query.type))) {
      if (can.searches(type, '_lastUpdated') !== 'yes') return false;
      const query = queryFor(type);
      const parameters = [
        ['_lastUpdated', `gt${new Date(since).toISOString()}`] as const,
        ...query.parameters.filter(([name]) => name !== '_sort'),
      ];
      const stream = new RecordStream(client, key, {...query, parameters}, pageSize);
      for (let count = 0; stream.state === 'reading'; count++) {
        if (count === mostPages) return false;
        const page = await stream.next(signal);
        if (signal.aborted) return false;
        // Without this parameter an answer is the record from its beginning.
        if (page && !page.kept?.has('_lastUpdated')) return false;
        if (page) {
          heed(core, stream, page);
          await take(stream, page);
        }
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
