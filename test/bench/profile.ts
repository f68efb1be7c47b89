/** Where the time of a page goes, by function: for finding out why a gate is not kept. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Opened} from './browser.js';

const shown = 40;

/** Profiles a page while `work` runs; prints the functions with most time of their own, and keeps the profile in `.bench/profiles`. */
export async function profile<T>(
  {session}: Opened,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: 200});
  await session.send('Profiler.start');
  const result = await work();
  const {profile: found} = await session.send('Profiler.stop');
  const folder = resolve('.bench/profiles');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(found));

  const functions = new Map(
    found.nodes.map(({id, callFrame: {functionName, lineNumber, url}}) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').at(-1) ?? ''}:${String(lineNumber + 1)}`,
    ]),
  );
  const times = new Map<string, number>();
  let total = 0;
  for (const [at, id] of (found.samples ?? []).entries()) {
    const named = functions.get(id) ?? '';
    const time = found.timeDeltas?.[at] ?? 0;
    if (named.startsWith('(idle)')) continue;
    times.set(named, (times.get(named) ?? 0) + time);
    total += time;
  }
  console.log(`\n${name}: ${String(Math.round(total / 1000))} ms of work, by function`);
  for (const [named, time] of [...times].sort(([, a], [, b]) => b - a).slice(0, shown))
    console.log(
      `${((time / total) * 100).toFixed(1).padStart(6)} % ${(time / 1000).toFixed(0).padStart(7)} ms  ${named}`,
    );
  return result;
}
