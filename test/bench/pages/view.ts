/** What drawing a record adds to a page that has it in hand: nodes and memory. */
import type {RecordSource} from '../../../src/context/record-context.js';
import type {TimelineReader} from '../../../src/model/timeline.js';
import {wait, watch, type Recorded} from './harness.js';
import {makeTimeline, openSource, rowsOf} from './source.js';

let source: RecordSource | undefined;
let reader: TimelineReader | undefined;

/** Draws another record and takes it away, so that the code of the view is in the page before its memory is measured. */
async function warm(recorded: Recorded): Promise<void> {
  const timeline = makeTimeline();
  timeline.source = await openSource(recorded);
  document.getElementById('host')?.append(timeline);
  await watch(() => rowsOf(timeline), performance.now());
  await wait(500);
  timeline.remove();
  document.querySelector('phr-provider')?.remove();
}

/** Opens a record without a timeline. `whole`: reads it to its end. */
async function load(recorded: Recorded, whole: boolean): Promise<number> {
  source = await openSource(recorded);
  const reading = source.timeline({pageSize: 30});
  reader = reading;
  await reading.more();
  if (whole) {
    await reading.readAll();
    while (!reading.state.complete || reading.state.reading) await wait(50);
  }
  await wait(500);
  const {rows, undated, parts} = reading.state;
  return rows.length + undated.length + parts.size;
}

/** What a drawn timeline is made of. */
export interface Drawn {
  readonly rows: number;
  readonly elements: number;
  /** Texts with a word in them. */
  readonly texts: number;
  /** Every node, with Lit's comment markers and the white space of templates. */
  readonly nodes: number;
}

function countIn(root: Node, counts: {elements: number; texts: number; nodes: number}): void {
  for (const node of root.childNodes) {
    counts.nodes++;
    if (node instanceof Element) {
      counts.elements++;
      if (node.shadowRoot) countIn(node.shadowRoot, counts);
    } else if (node instanceof Text && node.data.trim() !== '') counts.texts++;
    countIn(node, counts);
  }
}

/** Draws what was read. The timeline gets the reader that is there, so that nothing is read twice. */
async function draw(): Promise<Drawn> {
  const open = reader;
  if (!source || !open) throw new Error('Nothing is read');
  const timeline = makeTimeline();
  timeline.source = {...source, timeline: () => open};
  document.getElementById('host')?.append(timeline);
  await watch(() => rowsOf(timeline), performance.now());
  await wait(500);
  const counts = {elements: 0, texts: 0, nodes: 0};
  const host = document.getElementById('host');
  if (host) countIn(host, counts);
  return {rows: rowsOf(timeline).length, ...counts};
}

/** Bytes of JavaScript and DOM. Chromium only, and only in a page isolated from other origins. */
async function memory(): Promise<number> {
  const measure = (
    performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{readonly bytes: number}>;
    }
  ).measureUserAgentSpecificMemory;
  return (await measure.call(performance)).bytes;
}

window.bench = {warm, load, draw, memory};
