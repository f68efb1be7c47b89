/** Scopes that were granted for a part of a kind only. Part of a lazy chunk. */
import type {ReaderCore} from './timeline-reader.js';

/** What a granted scope narrows to a part of what is held is not read whole, however much of it is read. */
export async function checkScopes({signal, takers, streams, change}: ReaderCore): Promise<void> {
  await Promise.all(
    takers.map(async ({source: {client, key}}) => {
      const can = await client.capabilities({signal}).catch(() => undefined);
      for (const stream of streams) {
        const parts = stream.source === key ? can?.limits?.(stream.query.type) : undefined;
        if (signal.aborted || !parts?.length) continue;
        stream.narrowed = true;
        change();
      }
    }),
  );
}
