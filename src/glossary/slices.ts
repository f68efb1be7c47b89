/** Long work in slices, between which the page answers to a touch and draws. */

/** How long a slice takes, in milliseconds. */
const slice = 5;

/**
 * Lets the page do what waits. No timer: those of a page in the background come once in a second; and no `scheduler.yield`, after
 * which we would go on before tasks of the page that have waited longer.
 */
const yieldToPage = (): Promise<unknown> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** What the steps of some work come to. Rejects, and leaves the rest, once nobody wants it any longer. */
export async function inSlices<T>(work: Iterator<unknown, T>, isWanted: () => boolean): Promise<T> {
  for (let until = performance.now() + slice; ;) {
    const {done, value} = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await yieldToPage();
    if (!isWanted()) throw new Error('no longer wanted');
    until = performance.now() + slice;
  }
}
