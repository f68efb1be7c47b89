/** What is asked for and fetched before the first row and before the first screen. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {openPage} from '../browser.js';
import type {Seen} from '../pages/harness.js';
import {factsOf, type Recording} from '../recordings.js';
import {siteFolder} from '../site.js';
import {median, plain} from '../statistics.js';
import {pageUrl, recordingOf, sizeName, type Setting} from './setting.js';

const mostResources = 400;
const flatness = 1.3;
/** Counts hardly change from run to run. */
const counts = 3;

interface Asked {
  readonly requests: number;
  readonly matches: number;
  readonly included: number;
  readonly bytes: number;
  readonly zipped: number;
}

function sumOf(recording: Recording, urls: readonly string[] = []): Asked {
  let [matches, included, bytes, zipped] = [0, 0, 0, 0];
  for (const url of urls) {
    const facts = factsOf(recording, url);
    matches += facts.matches;
    included += facts.included;
    bytes += facts.bytes;
    zipped += gzipSync(facts.body).length;
  }
  return {requests: urls.length, matches, included, bytes, zipped};
}

interface Counted {
  readonly row: Asked;
  readonly screen: Asked;
  readonly library: readonly string[];
}

async function count(setting: Setting, recording: Recording): Promise<Counted[]> {
  const found: Counted[] = [];
  for (let run = 0; run < counts; run++) {
    const page = await openPage(setting.browser, pageUrl(setting, 'element'));
    const seen = await page.call<Seen>('count', recording.recorded);
    found.push({
      row: sumOf(recording, seen.askedForRow),
      screen: sumOf(recording, seen.askedForScreen),
      library: seen.library ?? [],
    });
    await page.close();
  }
  return found;
}

const kilobytes = (bytes: number): string => plain(bytes / 1000, 1);
const most = (found: readonly Counted[], value: (one: Counted) => number): number =>
  Math.max(...found.map(value));

/** Counts resources and bytes at every size, and kilobytes for the 71-year-old. */
export async function measureAsked(setting: Setting): Promise<void> {
  const {report, options, parveen} = setting;
  const {sizes} = options;
  const all = [
    ...sizes.map((size) => [sizeName(size), recordingOf(setting, size)] as const),
    ['Parveen', parveen] as const,
  ];
  const found = new Map<string, Counted[]>();
  for (const [name, recording] of all) found.set(name, await count(setting, recording));
  const of = (name: string): Counted[] => found.get(name) ?? [];
  report.table(
    'Asked for before the first row',
    [
      'record',
      'requests',
      'resources asked for',
      'came along',
      'together',
      'before the first screen, kB',
      'the same with gzip, kB',
    ],
    all.map(([name]) => [
      name,
      String(most(of(name), ({row}) => row.requests)),
      String(most(of(name), ({row}) => row.matches)),
      String(most(of(name), ({row}) => row.included)),
      String(most(of(name), ({row}) => row.matches + row.included)),
      kilobytes(most(of(name), ({screen}) => screen.bytes)),
      kilobytes(most(of(name), ({screen}) => screen.zipped)),
    ]),
    `The most of ${String(counts)} runs. A request counts when it was made before the frame was painted, whether or not it had been answered. Came along: results inside reports, medicines, Provenance. The server does not compress: gzip is what a server that does would send.`,
  );
  for (const size of sizes) {
    const together = most(of(sizeName(size)), ({row}) => row.matches + row.included);
    report.gate({
      name: `Resources asked for before the first row, with what came along, at ${sizeName(size)} entries`,
      value: together,
      limit: mostResources,
    });
  }
  const [last = 0, before = 0] = [sizes.at(-1), sizes.at(-2)];
  const bytes = (size: number): number =>
    median(of(sizeName(size)).map(({screen}) => screen.bytes));
  report.gate({
    name: `Bytes fetched before the first screen, at ${sizeName(last)} ÷ at ${sizeName(before)} entries`,
    value: bytes(last) / bytes(before),
    limit: flatness,
  });
  reportParveen(setting, of('Parveen'));
}

/** Code is every file of the library that the page asked for by then. */
function reportParveen({report}: Setting, counted: readonly Counted[]): void {
  const files = new Set(counted.flatMap(({library}) => library));
  const code = [...files].map((path) =>
    readFileSync(join(siteFolder, path.slice('/bench/'.length))),
  );
  const brotli = code.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  const size = code.reduce((sum, {length}) => sum + length, 0);
  const zipped = code.reduce((sum, file) => sum + gzipSync(file, {level: 9}).length, 0);
  const data = most(counted, ({screen}) => screen.bytes);
  const dataZipped = most(counted, ({screen}) => screen.zipped);
  report.table(
    'Bytes before the first screen of the 71-year-old, kB',
    ['', 'as it is', 'gzip', 'brotli'],
    [
      ['data (FHIR)', kilobytes(data), kilobytes(dataZipped), '–'],
      [
        `code (${String(files.size)} files, Lit included)`,
        kilobytes(size),
        kilobytes(zipped),
        kilobytes(brotli),
      ],
    ],
    'Code: every file of the browser delivery that was asked for by then, all elements registered. `npm run size` has the table of sizes, with what a page that loads the timeline alone needs.',
  );
}
