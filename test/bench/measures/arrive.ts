/** The main thread while a record of 10,000 entries arrives on a processor four times slower. */
import {openPage} from '../browser.js';
import type {Arrived} from '../pages/arrive.js';
import {profile} from '../profile.js';
import {median, medianRatio, plain, spread} from '../statistics.js';
import {traceTasks} from '../trace.js';
import {pageUrl, recordingOf, sizeName, type Setting} from './setting.js';

const entries = 10_000;
const slower = 4;
const longestAllowed = 50;

interface Run {
  readonly longest: number;
  readonly longestClock: number;
  readonly over: number;
  readonly busy: number;
  readonly parse: number;
  readonly took: number;
}

async function runOnce(setting: Setting): Promise<Run> {
  const {recorded} = recordingOf(setting, entries);
  const page = await openPage(setting.browser, pageUrl(setting, 'arrive'));
  await page.call('open', recorded);
  await page.session.send('Emulation.setCPUThrottlingRate', {rate: slower});
  const {result, tasks} = await traceTasks(
    page,
    () => {
      const work = () => page.call<Arrived>('arrive');
      return setting.options.profile ? profile(page, 'arrive', work) : work();
    },
    setting.options.profile ? 'arrive' : undefined,
  );
  if (result.entries < entries * 0.9)
    throw new Error(`Only ${String(result.entries)} entries arrived`);
  const parse = await page.call<number>('parse', recorded);
  await page.close();
  const own = tasks.map(({processor, clock}) => processor ?? clock);
  return {
    longest: Math.max(0, ...own),
    longestClock: Math.max(0, ...tasks.map(({clock}) => clock)),
    over: own.filter((time) => time > longestAllowed).length,
    busy: own.reduce((sum, time) => sum + time, 0),
    parse,
    took: result.took,
  };
}

/** Measures the longest task and all work of the main thread. */
export async function measureArrive(setting: Setting): Promise<void> {
  const {report, options} = setting;
  const runs: Run[] = [];
  process.stdout.write('Arriving, run ');
  for (let run = 0; run < options.runs; run++) {
    runs.push(await runOnce(setting));
    process.stdout.write(`${String(run + 1)} `);
  }
  process.stdout.write('\n');
  const all = (name: keyof Run): number[] => runs.map((run) => run[name]);
  report.table(
    `While ${sizeName(entries)} entries arrive, processor ${String(slower)} times slower`,
    ['what', 'median (lowest to highest)'],
    [
      ['longest task, ms of the processor', spread(all('longest'), 0)],
      ['longest task, ms by the clock', spread(all('longestClock'), 0)],
      ['tasks over 50 ms', spread(all('over'), 0)],
      [
        'all work of the main thread ÷ JSON.parse of the same pages',
        plain(medianRatio(all('busy'), all('parse'))),
      ],
      ['all work of the main thread, ms', spread(all('busy'), 0)],
      ['from the search to the last entry, ms', spread(all('took'), 0)],
    ],
    `${String(options.runs)} runs. A search is set while the first screen shows, which reads the record to its end and looks through it at every change. All work: every task of the main thread, from the search to the last entry, drawing and the network's own work included.`,
  );
  report.gate({
    name: `Longest main-thread task while ${sizeName(entries)} entries arrive, processor ${String(slower)} times slower`,
    value: median(all('longest')),
    limit: longestAllowed,
    unit: ' ms',
  });
}
