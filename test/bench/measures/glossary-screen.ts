/** What `<phr-glossary>` around a timeline adds to its first screen: the same record on a page with it and on one without, in turn. */
import {openPage} from '../browser.js';
import type {Seen} from '../pages/harness.js';
import {writeColdPage} from '../site.js';
import {median, plain, spread} from '../statistics.js';
import {pageUrl, recordingOf, type Setting} from './setting.js';

const entries = 1000;
/** Milliseconds of a frame at 60 a second. */
const frame = 1000 / 60;
/** Warm starts are short and many; a median of few would be of the machine's noise. */
const pairsInARun = 5;
/** Starts from navigation are longer, and pairs of them differ by up to 100 ms: the median of nine was wrong by half a frame. */
const coldPairsInARun = 3;

type Pair = readonly [alone: Seen, inside: Seen];

/** Frames by which the median start is later; less than half a frame is none. */
const framesAdded = (pairs: readonly Pair[], which: 'firstRow' | 'firstScreen'): number =>
  Math.max(0, Math.round(median(added(pairs, which)) / frame));

const added = (pairs: readonly Pair[], which: 'firstRow' | 'firstScreen'): number[] =>
  pairs.map(([alone, inside]) => inside[which] - alone[which]);

/** How many of the library's files were asked for before the first row on one side of the pairs, where they were counted. */
const filesOf = (pairs: readonly Pair[], side: 0 | 1): number[] =>
  pairs.flatMap((pair) => {
    const {library} = pair[side];
    return library ? [library.length] : [];
  });

/** The same of both sides, in words. */
function files(pairs: readonly Pair[]): string {
  const counts = [filesOf(pairs, 0), filesOf(pairs, 1)];
  return counts.some(({length}) => length === 0)
    ? '–'
    : counts.map((all) => spread(all, 0)).join(', ');
}

/** With code and terms in the page: rows are drawn with their words marked. */
async function warmPairs(setting: Setting): Promise<Pair[]> {
  const {browser, options} = setting;
  const {recorded} = recordingOf(setting, entries);
  const pairs: Pair[] = [];
  for (let run = 0; run < options.runs; run++) {
    const [alone, inside] = [
      await openPage(browser, pageUrl(setting, 'element')),
      await openPage(browser, pageUrl(setting, 'in-glossary')),
    ];
    for (const page of [alone, inside]) {
      await page.page.bringToFront();
      await page.call('run', recorded);
      await page.call('clear');
    }
    // Terms come when the page is idle.
    await inside.page.waitForFunction('window.bench.hasTerms()');
    for (let pair = 0; pair < pairsInARun; pair++) {
      const seen = new Map<unknown, Seen>();
      for (const page of (run + pair) % 2 ? [inside, alone] : [alone, inside]) {
        await page.page.bringToFront();
        seen.set(page, await page.call<Seen>('run', recorded));
        await page.call('clear');
      }
      const [first, second] = [seen.get(alone), seen.get(inside)];
      if (first && second) pairs.push([first, second]);
    }
    await alone.close();
    await inside.close();
  }
  return pairs;
}

/** From navigation, with nothing in any cache. */
async function coldPairs(setting: Setting): Promise<Pair[]> {
  const recording = recordingOf(setting, entries);
  const [alone, inside] = [writeColdPage(recording), writeColdPage(recording, true)];
  const start = async (name: string): Promise<Seen> => {
    const page = await openPage(setting.browser, pageUrl(setting, name));
    const seen = await page.call<Seen>('cold');
    await page.close();
    return seen;
  };
  const pairs: Pair[] = [];
  for (let run = 0; run < setting.options.runs * coldPairsInARun; run++) {
    if (run % 2) {
      const second = await start(inside);
      pairs.push([await start(alone), second]);
    } else pairs.push([await start(alone), await start(inside)]);
  }
  return pairs;
}

/** Measures both kinds of start. */
export async function measureGlossaryScreen(setting: Setting): Promise<void> {
  const {report} = setting;
  const starts = [
    ['with the code and the terms in the page', await warmPairs(setting)],
    ['from navigation', await coldPairs(setting)],
  ] as const;
  report.table(
    'What the glossary adds to the first screen of the timeline',
    [
      'start',
      'pairs',
      'alone: first row, ms',
      'added, ms',
      'frames',
      'added to the screen, ms',
      'frames',
      'files before the first row, alone and inside',
    ],
    starts.map(([name, pairs]) => [
      name,
      String(pairs.length),
      spread(
        pairs.map(([alone]) => alone.firstRow),
        0,
      ),
      spread(added(pairs, 'firstRow'), 1),
      plain(framesAdded(pairs, 'firstRow'), 0),
      spread(added(pairs, 'firstScreen'), 1),
      plain(framesAdded(pairs, 'firstScreen'), 0),
      files(pairs),
    ]),
    'Chromium. Each pair is the same record of 1,000 entries on two pages, one with `<phr-glossary>` around the timeline, in turn. Added: the difference of each pair, its median, lowest and highest; a frame is a sixtieth of a second, and less than half of one is none.',
  );
  for (const [name, pairs] of starts)
    for (const which of ['firstRow', 'firstScreen'] as const)
      report.gate({
        name: `Frames that the glossary adds before the ${which === 'firstRow' ? 'first row' : 'first screen'}, ${name}`,
        value: framesAdded(pairs, which),
        limit: 0,
      });
  const [, [, cold]] = starts;
  report.gate({
    name: 'Files of the library that the glossary adds before the first row, from navigation',
    value: Math.max(...filesOf(cold, 1)) - Math.max(...filesOf(cold, 0)),
    limit: 0,
  });
}
