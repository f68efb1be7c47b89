/** Decode, merge and sort ÷ `JSON.parse` of the same Bundles, in the page's engine. */
import {openPage} from '../browser.js';
import {profile} from '../profile.js';
import type {Decoded} from '../pages/decode.js';
import {medianRatio, plain, spread} from '../statistics.js';
import {pageUrl, recordingOf, sizeName, type Setting} from './setting.js';

const entries = 10_000;
const most = 2;
const ways = [
  ['once', 'every resource in one Bundle'],
  ['asAnswered', 'as answered: results come with their reports and again as results'],
] as const;

/** Measures both ways; the gate is on Bundles as a server answers them. Every run is a new page that has read a short record. */
export async function measureDecode(setting: Setting): Promise<void> {
  const {report, options, browser} = setting;
  const {recorded} = recordingOf(setting, entries);
  const found = new Map<string, Decoded[]>(ways.map(([way]) => [way, []]));
  /** The first 1,000 in a page that has never decoded anything. */
  const first = new Map<string, Decoded[]>(ways.map(([way]) => [way, []]));
  process.stdout.write('Decode, run ');
  for (let run = 0; run < options.runs; run++) {
    for (const [way] of ways) {
      const page = await openPage(browser, pageUrl(setting, 'decode'));
      const cold = await page.call<Decoded>('measure', recordingOf(setting, 1000).recorded, way);
      first.get(way)?.push(cold);
      const work = () => page.call<Decoded>('measure', recorded, way);
      const result = await (options.profile ? profile(page, `decode-${way}`, work) : work());
      if (result.entries < entries * 0.9)
        throw new Error(`Only ${String(result.entries)} entries were decoded`);
      found.get(way)?.push(result);
      await page.close();
    }
    process.stdout.write(`${String(run + 1)} `);
  }
  process.stdout.write('\n');
  const of = (way: string, name: keyof Decoded, from = found): number[] =>
    (from.get(way) ?? []).map((run) => run[name]);
  const all = (way: string): number[] =>
    (found.get(way) ?? []).map(({decode, bodies}) => decode + bodies);
  report.table(
    `Decode, merge and sort of ${sizeName(entries)} resources`,
    [
      'Bundles',
      'resources in them',
      '÷ JSON.parse',
      'first 1,000 in a new page',
      'and every body, ÷ JSON.parse',
      'decode, ms',
      'JSON.parse, ms',
    ],
    ways.map(([way, words]) => [
      words,
      sizeName(of(way, 'resources')[0] ?? NaN),
      plain(medianRatio(of(way, 'decode'), of(way, 'parse'))),
      plain(medianRatio(of(way, 'decode', first), of(way, 'parse', first))),
      plain(medianRatio(all(way), of(way, 'parse'))),
      spread(of(way, 'decode'), 0),
      spread(of(way, 'parse'), 0),
    ]),
    `Medians of ${String(options.runs)} runs, each in a new page that has read a record of 1,000 before. Decode: Bundles taken apart, whose each resource is, every safety rule, decode, merge and order, page by page. Every body: what stands under the name of each entry, who recorded it and what a search looks through, which are read only when they are drawn or searched.`,
  );
  report.gate({
    name: `Decode, merge and sort of ${sizeName(entries)} resources ÷ JSON.parse of the same Bundles`,
    value: medianRatio(of('asAnswered', 'decode'), of('asAnswered', 'parse')),
    limit: most,
  });
}
