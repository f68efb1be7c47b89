/** A whole record arrives while the timeline is on the screen and a search looks through it. */
import type {TimelineReader} from '../../../src/model/timeline.js';
import {nextFrame, wait, watch, type Recorded} from './harness.js';
import {makeTimeline, openSource, rowsOf, watched} from './source.js';

/** What came of it. */
export interface Arrived {
  /** From the search to the last entry, in milliseconds. */
  readonly took: number;
  readonly entries: number;
}

let reader: TimelineReader | undefined;
const timeline = makeTimeline();

/** Shows the first screen and waits until the page is at rest. */
async function open(recorded: Recorded): Promise<void> {
  const source = await openSource(recorded);
  timeline.source = watched(source, (opened) => {
    reader = opened;
  });
  document.getElementById('host')?.append(timeline);
  await watch(() => rowsOf(timeline), performance.now());
  await wait(500);
}

/** Searches, which reads the record to its end. The marks tell the trace where it begins and ends. */
async function arrive(): Promise<Arrived> {
  if (!reader) throw new Error('Nothing is read');
  const start = performance.now();
  performance.mark('bench-start');
  timeline.filter = {search: 'clinic letter'};
  await nextFrame();
  while (!reader.state.complete || reader.state.reading) await wait(50);
  const took = performance.now() - start;
  await nextFrame();
  await nextFrame();
  performance.mark('bench-end');
  const {rows, undated, parts} = reader.state;
  return {took, entries: rows.length + undated.length + parts.size};
}

/** `JSON.parse` of all pages of a record, one after the other, in milliseconds. */
async function parse({base, types, pages}: Recorded): Promise<number> {
  let total = 0;
  for (const [at, type] of types.entries())
    for (let page = 1; page <= (pages[at] ?? 0); page++) {
      const name = page === 1 ? type : `${type}-${String(page)}`;
      const text = await (await fetch(`${base}/${name}`)).text();
      const start = performance.now();
      JSON.parse(text);
      total += performance.now() - start;
    }
  return total;
}

window.bench = {open, arrive, parse};
