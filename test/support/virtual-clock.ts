/** Time that moves only when a test says so. */
import type {Schedule} from '../../src/sync/schedule.js';

/** Lets every promise that can go on go on: as many turns of the microtask queue as a long chain needs. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 600; turn++) await Promise.resolve();
}

/** A `Schedule` whose time a test moves. */
export class VirtualClock implements Schedule {
  now = 0;
  #timers: {at: number; callback: () => void; order: number}[] = [];
  #order = 0;

  after(milliseconds: number, callback: () => void): () => void {
    const timer = {at: this.now + milliseconds, callback, order: this.#order++};
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((item) => item !== timer);
    };
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  /** Drawing takes two frames of 16 ms. */
  drawn(): Promise<void> {
    return new Promise((resolve) => {
      this.after(32, resolve);
    });
  }

  /** How many callbacks wait. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Moves time on, calling back what falls due in its order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settle();
    for (;;) {
      const due = this.#timers
        .filter(({at}) => at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((item) => item !== due);
      this.now = Math.max(this.now, due.at);
      due.callback();
      await settle();
    }
    this.now = end;
    await settle();
  }
}
