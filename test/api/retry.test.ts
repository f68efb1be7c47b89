import {expect} from '@open-wc/testing';
import {backoff, readRetryAfter, shared, sleep} from '../../src/api/retry.js';
import {within} from '../../src/api/time.js';
import {createVirtualClock, settle} from '../support/scripted-server.js';
import {failureOf} from '../support/scripted/collect.js';

const now = Date.UTC(2026, 10, 21, 9);

describe('How long a busy server asks us to stay away', () => {
  for (const [header, wait] of [
    ['120', 120_000],
    [' 5 ', 5000],
    ['0', 1000],
    ['315360000', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['Sat, 21 Nov 2026 09:02:00 GMT', 120_000],
    ['Saturday, 21-Nov-26 09:02:00 GMT', 120_000],
    ['Sat, 21 Nov 2026 08:00:00 GMT', 1000],
    ['Sat, 21 Nov 2036 09:00:00 GMT', 3_600_000],
  ] as const) {
    it(`reads '${header}' as ${String(wait / 1000)} seconds`, () => {
      expect(readRetryAfter(header, now)).to.equal(wait);
    });
  }

  for (const header of ['-5', 'soon', '', '5.5', '1e3', '0x10', 'Sat, 99 Nov 2026 GMT', null]) {
    it(`does not read '${String(header)}'`, () => {
      expect(readRetryAfter(header, now)).to.equal(undefined);
    });
  }

  it('measures a date by the server clock, when the phone is days out', () => {
    const date = 'Sat, 21 Nov 2026 09:00:00 GMT';
    const after = 'Sat, 21 Nov 2026 09:00:20 GMT';
    expect(readRetryAfter(after, now - 3 * 86_400_000, date)).to.equal(20_000);
  });
});

describe('Waiting without being told how long', () => {
  it('doubles each time and is spread out by chance', () => {
    expect([1, 2, 3].map((tries) => backoff(tries, 0))).to.deep.equal([1000, 2000, 4000]);
    expect(backoff(1, 1)).to.equal(1500);
    expect(backoff(20, 0)).to.equal(30_000);
  });

  it('stops at once when the caller lets go', async () => {
    const clock = createVirtualClock();
    const controller = new AbortController();
    const waiting = failureOf(sleep(clock, 5000, controller.signal));
    controller.abort();
    expect((await waiting)['kind']).to.equal('aborted');
    expect(clock.pending).to.equal(0);
  });
});

describe('A time limit', () => {
  it('ends work that does not listen to its signal', async () => {
    const clock = createVirtualClock();
    const work = failureOf(
      within(clock, 10_000, 'timeout', undefined, () => new Promise(() => {})),
    );
    await clock.advance(9999);
    expect(clock.pending).to.equal(1);
    await clock.advance(1);
    expect((await work)['kind']).to.equal('timeout');
  });

  it('leaves no timer behind when the work ends in time', async () => {
    const clock = createVirtualClock();
    expect(await within(clock, 10_000, 'timeout', undefined, () => Promise.resolve(1))).to.equal(1);
    expect(clock.pending).to.equal(0);
  });

  it('does not start work whose caller has let go', async () => {
    let started = false;
    const controller = new AbortController();
    controller.abort();
    const error = await failureOf(
      within(createVirtualClock(), 1, 'timeout', controller.signal, () => {
        started = true;
        return Promise.resolve();
      }),
    );
    expect(error['kind']).to.equal('aborted');
    expect(started).to.equal(false);
  });
});

describe('Work that several wait for', () => {
  it('is done once for all who come while it runs, and again for who comes later', async () => {
    let runs = 0;
    const work = shared(createVirtualClock(), async () => {
      runs += 1;
      await settle();
      return runs;
    });
    expect(await Promise.all([work(), work(), work()])).to.deep.equal([1, 1, 1]);
    expect(await work()).to.equal(2);
  });

  it('goes on when one lets go, and is stopped when all have', async () => {
    const signals: AbortSignal[] = [];
    const work = shared(createVirtualClock(), (signal) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const one = new AbortController();
    const other = new AbortController();
    const failures = [failureOf(work(one.signal)), failureOf(work(other.signal))];
    one.abort();
    await settle();
    const afterOne = signals[0]?.aborted;
    other.abort();
    await Promise.all(failures);
    expect([afterOne, signals[0]?.aborted]).to.deep.equal([false, true]);
  });

  it('does not keep a failure', async () => {
    let runs = 0;
    const work = shared(createVirtualClock(), () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve('second');
    });
    await failureOf(work());
    expect(await work()).to.equal('second');
  });
});
