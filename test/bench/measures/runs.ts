/** Candidates side by side on the same records, in turn, so that what disturbs one disturbs all. */
import {collectGarbage, openPage, type Opened} from '../browser.js';
import type {Seen} from '../pages/harness.js';
import {pageUrl, recordingOf, type Setting} from './setting.js';

/** What was seen of a candidate at a size, by run; a gap where it was not run. */
export type Runs = ReadonlyMap<string, ReadonlyMap<number, readonly (Seen | undefined)[]>>;

const rotate = <T>(list: readonly T[], by: number): T[] => {
  const at = by % Math.max(list.length, 1);
  return [...list.slice(at), ...list.slice(0, at)];
};

/**
 * Runs every candidate at every size. Each run has a fresh page for each candidate, which shows a small record first, so that the
 * code is loaded and warm. `isRun` leaves out what would take too long.
 */
export async function runCandidates(
  setting: Setting,
  candidates: readonly string[],
  sizes: readonly number[],
  runs: number,
  isRun: (candidate: string, size: number, run: number) => boolean = () => true,
): Promise<Runs> {
  const seen = new Map(
    candidates.map((name) => [
      name,
      new Map(sizes.map((size) => [size, new Array<Seen | undefined>(runs).fill(undefined)])),
    ]),
  );
  for (let run = 0; run < runs; run++) {
    const inTurn = rotate(candidates, run);
    const opened = new Map<string, Opened>();
    for (const name of inTurn) {
      if (!sizes.some((size) => isRun(name, size, run))) continue;
      const page = await openPage(setting.browser, pageUrl(setting, name));
      await page.page.bringToFront();
      await page.call('run', recordingOf(setting, 100).recorded);
      await page.call('clear');
      opened.set(name, page);
    }
    for (const size of rotate(sizes, run)) {
      const {recorded} = recordingOf(setting, size);
      for (const [name, page] of opened) {
        if (!isRun(name, size, run)) continue;
        await page.page.bringToFront();
        await collectGarbage(page);
        const found = await page.call<Seen>('run', recorded);
        const all = seen.get(name)?.get(size);
        if (all) all[run] = found;
        await page.call('clear');
      }
    }
    for (const page of opened.values()) await page.close();
    process.stdout.write(`${String(run + 1)} `);
  }
  process.stdout.write('\n');
  return seen;
}

/** One time of each run; NaN where there was none, so that runs stay beside each other. */
export function timesOf(
  runs: Runs,
  candidate: string,
  size: number,
  which: 'firstRow' | 'firstScreen' = 'firstRow',
): number[] {
  return (runs.get(candidate)?.get(size) ?? []).map((seen) => seen?.[which] ?? NaN);
}
