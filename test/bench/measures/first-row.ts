/** When the first row is painted: pages over HTTP, decode, merge, draw. */
import {openPage} from '../browser.js';
import type {Seen} from '../pages/harness.js';
import {writeColdPage} from '../site.js';
import {median, medianRatio, plain, spread} from '../statistics.js';
import {runCandidates, timesOf} from './runs.js';
import {pageUrl, recordingOf, sizeName, type Setting} from './setting.js';

const flatness = 1.3;

/** Measures warm and cold starts at every size. */
export async function measureFirstRow(setting: Setting): Promise<void> {
  const {options, report} = setting;
  const {sizes, runs} = options;
  process.stdout.write('First row, run ');
  const seen = await runCandidates(setting, ['element', 'vanilla'], sizes, runs);
  const cold = await runCold(setting);
  const ours = (size: number) => timesOf(seen, 'element', size);
  const [last = 0, before = 0] = [sizes.at(-1), sizes.at(-2)];
  report.table(
    'First row painted',
    [
      'entries',
      'warm ÷ vanilla of the same run',
      'first screen ÷ vanilla',
      'warm, ms',
      'vanilla, ms',
      'cold, ms',
    ],
    sizes.map((size) => [
      sizeName(size),
      plain(medianRatio(ours(size), timesOf(seen, 'vanilla', size))),
      plain(
        medianRatio(
          timesOf(seen, 'element', size, 'firstScreen'),
          timesOf(seen, 'vanilla', size, 'firstScreen'),
        ),
      ),
      spread(ours(size), 0),
      spread(timesOf(seen, 'vanilla', size), 0),
      spread(cold.get(size) ?? [], 0),
    ]),
    `Medians of ${String(runs)} runs, lowest and highest in brackets. Vanilla: the first pages of all types are fetched, parsed, and the newest 30 resources set as HTML, without any check.`,
    '',
    `At ${sizeName(last)} ÷ at ${sizeName(before)} entries: warm ${plain(medianRatio(ours(last), ours(before)))}, cold ${plain(medianRatio(cold.get(last) ?? [], cold.get(before) ?? []))}, vanilla ${plain(medianRatio(timesOf(seen, 'vanilla', last), timesOf(seen, 'vanilla', before)))}.`,
  );
  report.gate({
    name: `First row painted, at ${sizeName(last)} ÷ at ${sizeName(before)} entries`,
    value: median(ours(last).map((time, run) => time / (ours(before)[run] ?? NaN))),
    limit: flatness,
  });
}

/** From navigation, with nothing in any cache. */
async function runCold(setting: Setting): Promise<Map<number, number[]>> {
  const {browser, options} = setting;
  const times = new Map<number, number[]>(options.sizes.map((size) => [size, []]));
  process.stdout.write('Cold start, run ');
  for (let run = 0; run < options.runs; run++) {
    for (const size of options.sizes) {
      const name = writeColdPage(recordingOf(setting, size));
      const page = await openPage(browser, pageUrl(setting, name));
      times.get(size)?.push((await page.call<Seen>('cold')).firstRow);
      await page.close();
    }
    process.stdout.write(`${String(run + 1)} `);
  }
  process.stdout.write('\n');
  return times;
}
