/** Time, as the reader needs it: replaced by a virtual clock in tests. */

/** Runs things later. */
export interface Schedule {
  /** Calls back once after some milliseconds. Gives back what stops that. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Lets the browser draw and answer to the person before work goes on. */
  pause(): Promise<void>;
  /** Settles once the browser has drawn what was told before. */
  drawn(): Promise<void>;
}

/** Where nothing is drawn, as in a hidden page, no frame ever comes. In milliseconds. */
const longestFrame = 500;

/** The browser's own time. */
export const browserSchedule: Schedule = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  // A message comes at the end of the task queue without the 4 ms that nested timers are held back.
  pause: () =>
    new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    }),
  // The frame after the next begins when the next, which shows what was told, is done: however busy the machine is.
  drawn: () =>
    new Promise((resolve) => {
      const done = (): void => {
        resolve();
      };
      setTimeout(done, longestFrame);
      globalThis.requestAnimationFrame?.(() => requestAnimationFrame(done));
    }),
};
