/** Medicines that stand in a resource of their own. Part of a lazy chunk. */
import {get, text} from '../model/fhir-json.js';
import {loadEntryBody} from '../model/decode/entry-body.js';
import type {TimelineEntry} from '../model/timeline.js';
import type {Collection} from './collection.js';
import {replaceEntry} from './collection-later.js';
import {notesOf} from './notes.js';
import type {SourceTaker} from './page-taker.js';
import type {ReaderCore} from './timeline-reader.js';

/** How many medicines are read one by one, in all, where a server does not send them along. */
const mostMedicines = 100;
/** How many of them are asked for at the same time. */
const medicinesAtOnce = 3;
/** How many of them were asked for, by what took the rest of the record. */
const asked = new WeakMap<SourceTaker, number>();

/** Reads an entry again, now that more is known of what it refers to. */
export function decodeAgain(
  collection: Collection,
  {library, read}: SourceTaker,
  {reference}: TimelineEntry,
): void {
  const resource = library.find(reference);
  const decoded = resource && read(resource);
  if (decoded?.outcome === 'entry') replaceEntry(collection, decoded.entry);
}

/** Reads medicines that did not come along: a medicine without its name helps nobody. Never fails. */
export async function readMedicines(core: ReaderCore): Promise<void> {
  const notes = notesOf(core.collection);
  const medicines = notes.medicines;
  notes.medicines = [];
  if (medicines.length > 0 && (await loadEntryBody()))
    await Promise.all(core.takers.map((taker) => readMissing(core, taker, medicines)));
}

async function readMissing(
  {signal, collection, change}: ReaderCore,
  taker: SourceTaker,
  medicines: readonly TimelineEntry[],
): Promise<void> {
  const {library, source} = taker;
  const missing = new Map<string, TimelineEntry[]>();
  for (const entry of medicines) {
    if (entry.source !== source.key) continue;
    const resource = library.find(entry.reference);
    const reference = text(get(get(resource, 'medicationReference'), 'reference'));
    if (!reference || reference.startsWith('#') || library.find(reference)) continue;
    const id = /^Medication\/([A-Za-z0-9.-]{1,64})$/.exec(library.local(reference))?.[1];
    if (id) missing.set(id, [...(missing.get(id) ?? []), entry]);
  }
  const before = asked.get(taker) ?? 0;
  const wanted = [...missing].slice(0, mostMedicines - before);
  asked.set(taker, before + wanted.length);
  const worker = async (): Promise<void> => {
    for (let next = wanted.shift(); next && !signal.aborted; next = wanted.shift()) {
      const [id, entries] = next;
      const found = await source.client.read('Medication', id, {signal}).catch(() => undefined);
      if (!found || signal.aborted) continue;
      library.add(found);
      for (const entry of entries) decodeAgain(collection, taker, entry);
      change();
    }
  };
  await Promise.all(Array.from({length: Math.min(wanted.length, medicinesAtOnce)}, worker));
}
