/** Time, as the reader needs it: replaced by a virtual clock in tests. */

/** Runs things later. */
export interface Schedule {
  /** Calls back once after some milliseconds. Gives back what stops that. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Lets the browser draw and answer to the person before work goes on. */
  pause(): Promise<void>;
}

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
};
