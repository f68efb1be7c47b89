/** Tasks of a page's main thread, from Chromium's trace. */
import {mkdirSync, writeFileSync} from 'node:fs';
import type {Opened} from './browser.js';

/** One task of the main thread, in milliseconds. */
export interface Task {
  /** By the clock: what else the machine did is in it. */
  readonly clock: number;
  /** Of the processor, when the trace tells. */
  readonly processor: number | undefined;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * Traces a page while `work` runs; gives the tasks begun between the marks `bench-start` and
 * `bench-end`. `keep`: name of a file in `.bench/profiles` for the trace.
 */
export async function traceTasks<T>(
  {page}: Opened,
  work: () => Promise<T>,
  keep?: string,
): Promise<{result: T; tasks: readonly Task[]}> {
  await page.tracing.start({
    categories: [
      '-*',
      'toplevel',
      'blink.user_timing',
      'devtools.timeline',
      'v8',
      'disabled-by-default-devtools.timeline',
    ],
  });
  const result = await work();
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('There is no trace');
  if (keep !== undefined) {
    mkdirSync('.bench/profiles', {recursive: true});
    writeFileSync(`.bench/profiles/${keep}.trace.json`, trace);
  }
  const {traceEvents} = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const start = traceEvents.find(({name}) => name === 'bench-start');
  const end = traceEvents.find(({name}) => name === 'bench-end');
  if (!start || !end) throw new Error('The marks are not in the trace');
  const tasks = traceEvents
    .filter(
      ({name, ph, pid, tid, ts}) =>
        ph === 'X' &&
        name === taskName &&
        pid === start.pid &&
        tid === start.tid &&
        ts > start.ts &&
        ts < end.ts,
    )
    .map(({dur = 0, tdur}) => ({
      clock: dur / 1000,
      processor: tdur === undefined ? undefined : tdur / 1000,
    }));
  return {result, tasks};
}

const taskName = 'RunTask';
