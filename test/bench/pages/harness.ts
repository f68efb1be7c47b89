/**
 * Runs in the page: starts a candidate and tells when its first row and its first screen were painted.
 * Times are in milliseconds from the start of the run, or from navigation for a cold start.
 */

/** One person's recorded pages. */
export interface Recorded {
  /** FHIR base of the pages, without a closing slash. */
  readonly base: string;
  readonly patient: string;
  /** Types of record, in the order the timeline asks for them. */
  readonly types: readonly string[];
  /** How many pages each type has, in the same order. */
  readonly pages: readonly number[];
}

/** Something that can show a record. */
export interface Candidate {
  /** Anything that may be ready before the clock starts. */
  prepare?(host: HTMLElement): void | Promise<void>;
  show(host: HTMLElement, recorded: Recorded): void | Promise<void>;
  clear(host: HTMLElement): void | Promise<void>;
  rows(host: HTMLElement): ArrayLike<Element>;
}

/** When a candidate was seen. */
export interface Seen {
  /** The frame that shows the first row has been painted. */
  readonly firstRow: number;
  /** The same of the frame in which the rows fill the screen, or no more are to come. */
  readonly firstScreen: number;
  /** Requests made before each of the two, when they were counted. */
  readonly askedForRow?: readonly string[];
  readonly askedForScreen?: readonly string[];
  /** Paths of the library's files asked for before the first screen; from navigation, before the first row. */
  readonly library?: readonly string[];
}

declare global {
  interface Window {
    /** Functions of the page, for the benchmark that drives it. */
    bench?: Readonly<Record<string, unknown>>;
  }
}

/** A row that never comes is told after this time. */
const patience = 240_000;
/** Without a new row for this long, a screen that is not full will not become so. */
const settled = 400;

export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Goes on after what the current frame paints. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Watches rows come, from `start` on the page's clock. `full`: that many rows are a first screen, however low they are. */
export async function watch(
  rows: () => ArrayLike<Element>,
  start: number,
  full = 30,
): Promise<Seen> {
  const from = performance.now();
  while (rows().length === 0) {
    if (performance.now() - from > patience) throw new Error('No row came');
    await nextFrame();
  }
  await afterPaint();
  const firstRow = performance.now() - start;
  let count = 0;
  let since = performance.now();
  let firstScreen = firstRow;
  for (;;) {
    const all = rows();
    const last = all[all.length - 1];
    if (all.length !== count) {
      count = all.length;
      since = performance.now();
      await afterPaint();
      firstScreen = performance.now() - start;
    }
    if (count >= full || (last && last.getBoundingClientRect().bottom >= innerHeight)) break;
    if (performance.now() - since > settled) break;
    await nextFrame();
  }
  return {firstRow, firstScreen};
}

/** Makes the bench of one candidate, in the element of id `host`. */
export async function offer(candidate: Candidate): Promise<void> {
  const host = document.getElementById('host');
  if (!host) throw new Error('The page has no place for a candidate');
  await candidate.prepare?.(host);
  window.bench = {
    async run(recorded: Recorded): Promise<Seen> {
      await nextFrame();
      await afterPaint();
      const start = performance.now();
      await candidate.show(host, recorded);
      return watch(() => candidate.rows(host), start);
    },
    async clear() {
      await candidate.clear(host);
      await wait(100);
    },
  };
}
