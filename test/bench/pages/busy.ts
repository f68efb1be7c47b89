/**
 * How long the page's main thread works for a part of it: every callback that part asks for, and what frames cost beyond those of
 * the page when nothing happens. Times are in milliseconds; WebKit's clock counts whole ones.
 */
import {afterPaint, nextFrame} from './harness.js';

/** Idle frames that are looked at before; the first of them still settle, and the slowest are of something else. */
const idleFrames = 60;
const settling = 20;
const slowest = 4;

/** One piece of work, in the order in which they came. */
export interface Piece {
  readonly start: number;
  readonly time: number;
}

/** Counts from when it is made. */
export class Busy {
  /** Callbacks, each of which held up the page. */
  readonly pieces: Piece[] = [];
  /** Frames: style, layout, what is seen and painting, beyond those of an idle page. */
  readonly frames: (Piece & {readonly end: number})[] = [];
  readonly #onPiece: () => void;
  readonly #undo: () => void;
  #isOn = true;

  /** `idle`: what a frame of this page costs when nothing happens. `onPiece`: called after each piece, and not counted. */
  constructor(idle: number, onPiece: () => void) {
    this.#onPiece = onPiece;
    const {requestAnimationFrame: frame, setTimeout: timer, requestIdleCallback: whenIdle} = window;
    const {IntersectionObserver: Seen} = window;
    const timed =
      <A extends unknown[]>(callback: (...args: A) => void) =>
      (...args: A) => {
        this.time(() => {
          callback(...args);
        });
      };
    window.requestAnimationFrame = (callback) => frame(timed(callback));
    window.setTimeout = ((callback: () => void, after?: number) =>
      timer(timed(callback), after)) as typeof setTimeout;
    // Safari has none, and must go on having none.
    if (whenIdle)
      window.requestIdleCallback = (callback, options) => whenIdle(timed(callback), options);
    window.IntersectionObserver = class extends Seen {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super(timed(callback), options);
      }
    };
    this.#undo = () => {
      Object.assign(window, {
        requestAnimationFrame: frame,
        setTimeout: timer,
        IntersectionObserver: Seen,
        ...(whenIdle && {requestIdleCallback: whenIdle}),
      });
    };
    void this.#watchFrames(idle, frame);
  }

  /** Does something now, and counts it. */
  time(work: () => void): void {
    const start = performance.now();
    work();
    this.pieces.push({start, time: performance.now() - start});
    this.#onPiece();
  }

  async #watchFrames(idle: number, frame: typeof requestAnimationFrame): Promise<void> {
    while (this.#isOn) {
      const {start, time} = await frameTime(frame);
      const within = this.pieces.filter(
        (piece) => piece.start >= start && piece.start < start + time,
      );
      const spent = within.reduce((sum, piece) => sum + piece.time, 0);
      this.frames.push({start, end: start + time, time: time - spent - idle});
    }
  }

  /** All that was counted from one time to another, on the page's clock. */
  between(from: number, to: number): number {
    return [...this.pieces, ...this.frames]
      .filter(({start}) => start >= from && start < to)
      .reduce((sum, {time}) => sum + time, 0);
  }

  stop(): void {
    this.#isOn = false;
    this.#undo();
  }
}

/** From the beginning of a frame until it is painted. */
async function frameTime(frame: typeof requestAnimationFrame): Promise<Piece> {
  return new Promise((resolve) => {
    frame(() => {
      const start = performance.now();
      void afterPaint().then(() => {
        resolve({start, time: performance.now() - start});
      });
    });
  });
}

/** What a frame of the page costs while nothing happens, once it has settled. */
export async function idleFrame(): Promise<number> {
  const times: number[] = [];
  for (let left = idleFrames; left > 0; left--) {
    const {time} = await frameTime(requestAnimationFrame);
    times.push(time);
  }
  await nextFrame();
  // The mean, for a clock of whole milliseconds says 0 or 1 of most.
  const looked = times
    .slice(settling)
    .sort((a, b) => a - b)
    .slice(0, -slowest);
  return looked.reduce((sum, time) => sum + time, 0) / looked.length;
}
