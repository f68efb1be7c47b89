import {expect} from '@open-wc/testing';
import {browserSchedule} from '../../src/sync/schedule.js';

describe('waiting until the browser has drawn', () => {
  const {requestAnimationFrame: frames, setTimeout: timers} = window;
  let nextFrame: FrameRequestCallback | undefined;
  let nextTimer: (() => void) | undefined;

  beforeEach(() => {
    nextFrame = nextTimer = undefined;
    window.requestAnimationFrame = (callback) => {
      nextFrame = callback;
      return 1;
    };
    window.setTimeout = ((callback: () => void) => {
      nextTimer = callback;
      return 1;
    }) as typeof setTimeout;
  });
  afterEach(() => {
    window.requestAnimationFrame = frames;
    window.setTimeout = timers;
  });

  /** Whether it has settled by now. */
  async function isOver(drawn: Promise<void>): Promise<boolean> {
    return Promise.race([drawn.then(() => true), Promise.resolve().then(() => false)]);
  }

  it('takes until the frame after the one that shows it', async () => {
    const drawn = browserSchedule.drawn();
    nextFrame?.(0);
    await Promise.resolve();
    const afterOne = await isOver(drawn);

    nextFrame?.(1);
    await drawn;

    expect(afterOne).to.equal(false);
  });

  it('ends also in a page that is hidden, which is given no frames', async () => {
    const drawn = browserSchedule.drawn();
    const before = await isOver(drawn);

    nextTimer?.();
    await drawn;

    expect(before).to.equal(false);
  });

  it('ends also where there are no frames at all', async () => {
    Object.assign(window, {requestAnimationFrame: undefined});
    const drawn = browserSchedule.drawn();

    nextTimer?.();

    await drawn;
  });
});
