/** Finding and marking the glossary's terms, in two engines. */
import {inChromium, inWebKit, type BenchEngine} from '../engines.js';
import type {Matched} from '../pages/glossary.js';
import type {Marked, Marking} from '../pages/marking.js';
import {median, medianRatio, plain, spread} from '../statistics.js';
import {pageUrl, sizeName, type Setting} from './setting.js';

const counts = [500, 5000, 50_000] as const;
const [fewest, , most] = counts;
const limits = {find: 8, growth: 2.5, build: 18, mark: 0.06};

interface Run {
  readonly matched: ReadonlyMap<number, Matched>;
  readonly regex: ReadonlyMap<number, {readonly find: number; readonly build: number} | string>;
  readonly lexicon: {readonly find: number; readonly build: number; readonly terms: number};
  readonly marked: Marked;
}

/** Every run is a new page. */
async function runIn(engine: BenchEngine, url: string): Promise<Run> {
  await engine.open(url);
  const matched = new Map<number, Matched>();
  const regex = new Map<number, {find: number; build: number} | string>();
  for (const count of counts) {
    matched.set(count, await engine.call('match', count));
    regex.set(count, await engine.call('regex', count));
  }
  return {
    matched,
    regex,
    lexicon: await engine.call('lexicon'),
    marked: await engine.call('mark'),
  };
}

/** Measures in every engine that is there. */
export async function measureGlossary(setting: Setting): Promise<void> {
  const {options, browser, report} = setting;
  const webkit = await inWebKit();
  if (!webkit) report.notRun('the glossary in WebKit', 'node scripts/ensure-browsers.mjs webkit');
  const all = [inChromium(browser), ...(webkit ? [webkit] : [])];
  const runs = new Map<BenchEngine, Run[]>(all.map((engine) => [engine, []]));
  try {
    process.stdout.write('Glossary, run ');
    for (let run = 0; run < options.runs; run++) {
      for (const engine of all)
        runs.get(engine)?.push(await runIn(engine, pageUrl(setting, 'glossary')));
      process.stdout.write(`${String(run + 1)} `);
    }
    process.stdout.write('\n');
  } finally {
    for (const engine of all) await engine.close();
  }
  tell(setting, runs);
}

function tell({report, options}: Setting, runs: ReadonlyMap<BenchEngine, readonly Run[]>): void {
  const rows: string[][] = [];
  for (const [{name}, all] of runs) {
    const of = (count: number, what: keyof Matched): number[] =>
      all.map(({matched}) => matched.get(count)?.[what] ?? NaN);
    for (const count of counts) {
      const patterns = all.map(({regex}) => regex.get(count) ?? 'not run');
      const refused = patterns.find((one) => typeof one === 'string');
      const pattern = (what: 'find' | 'build'): string =>
        refused ??
        plain(median(patterns.map((one) => (typeof one === 'string' ? NaN : one[what]))));
      rows.push([
        name,
        sizeName(count),
        sizeName(median(of(count, 'matches'))),
        spread(of(count, 'find')),
        spread(of(count, 'build')),
        pattern('find'),
        refused === undefined ? pattern('build') : '–',
      ]);
    }
    report.gate({
      name: `${name}: finding terms in 1 MB ÷ one pass that splits it into words, the most of ${sizeName(fewest)} to ${sizeName(most)} terms`,
      value: Math.max(...counts.map((count) => median(of(count, 'find')))),
      limit: limits.find,
    });
    report.gate({
      name: `${name}: finding terms, with ${sizeName(most)} ÷ with ${sizeName(fewest)}`,
      value: medianRatio(
        all.map(({matched}) => timeOf(matched.get(most))),
        all.map(({matched}) => timeOf(matched.get(fewest))),
      ),
      limit: limits.growth,
    });
    report.gate({
      name: `${name}: building the matcher of ${sizeName(most)} terms, in such passes`,
      value: median(of(most, 'build')),
      limit: limits.build,
    });
    report.gate({
      name: `${name}: marking 1 MB of text, until all on the screen is underlined ÷ putting it in the page`,
      value: median(all.map(({marked}) => marked.top.seen / marked.plain)),
      limit: limits.mark,
    });
  }
  report.table(
    'Finding terms in 1 MB of clinical text, in passes that only split it into words',
    [
      'engine',
      'terms',
      'found',
      'finding',
      'building',
      'one regular expression',
      'building that one',
    ],
    rows,
    `Medians of ${String(options.runs)} runs, lowest and highest in brackets; each run a new page. The pass is timed before and after each figure, in the same run: ${[
      ...runs,
    ]
      .map(
        ([{name}, all]) =>
          `${plain(median(all.map(({matched}) => matched.get(most)?.pass ?? NaN)), 1)} ms in ${name}`,
      )
      .join(
        ', ',
      )}. The text is the same for every number of terms: sentences of the corpus, and plainer ones between them. Terms are the bundled ones, those that stand in the sentences most often first, then made-up ones of the same build. The regular expression is of the same terms, looks through the first 10 kB, and knows none of the rules of clinical writing.`,
  );
  report.table(
    'The bundled glossary as a page has it',
    ['engine', 'terms', 'finding, passes', 'building, passes'],
    [...runs].map(([{name}, all]) => [
      name,
      sizeName(all[0]?.lexicon.terms ?? NaN),
      spread(all.map(({lexicon}) => lexicon.find)),
      spread(all.map(({lexicon}) => lexicon.build)),
    ]),
    'Finding: with every meaning, rule and plural.',
  );
  tellMarking(report, runs);
}

function tellMarking(
  report: Setting['report'],
  runs: ReadonlyMap<BenchEngine, readonly Run[]>,
): void {
  const rows = [...runs].flatMap(([{name}, all]) => {
    const part = (what: (marked: Marked) => number, digits = 3) =>
      spread(
        all.map(({marked}) => what(marked)),
        digits,
      );
    const row = (what: string, {top, middle}: Record<'top' | 'middle', string>) => [
      name,
      what,
      top,
      middle,
    ];
    const both = (what: string, of: (marking: Marking, marked: Marked) => number, digits = 3) =>
      row(what, {
        top: part((marked) => of(marked.top, marked), digits),
        middle: part((marked) => of(marked.middle, marked), digits),
      });
    return [
      both('until all on the screen is underlined ÷ plain text', ({seen}, {plain}) => seen / plain),
      both('the style sheet, once for a page ÷ plain text', ({sheet}, {plain}) => sheet / plain),
      both('painting the screen with it ÷ plain text', ({drawing}, {plain}) => drawing / plain),
      both('later, in steps: reading the rest ÷ plain text', ({later}, {plain}) => later / plain),
      both('longest piece of work, ms', ({longest}) => longest, 1),
      both('pieces of work of a millisecond or more', ({steps}) => steps, 0),
      both('underlined after, by the clock, ms', ({waited}) => waited, 0),
      both('a jump by half of the text: until painted, ms', ({jump}) => jump, 1),
      both('terms on the screen', ({onScreen}) => onScreen, 0),
      both('terms underlined', ({underlined}) => underlined, 0),
      row('finding and underlining all at once ÷ plain text', {
        top: part(({everything, plain}) => everything / plain),
        middle: '–',
      }),
      row('terms to mark', {top: part(({marks}) => marks, 0), middle: '–'}),
      row('plain text, ms', {top: part(({plain}) => plain, 0), middle: '–'}),
    ];
  });
  report.table(
    "Marking 1 MB of a page's own text",
    ['engine', 'what', 'seen from the top', 'seen from the middle'],
    rows,
    'Medians of the same runs, lowest and highest in brackets. Plain text: entries of four paragraphs are put in the page, with layout. Marking: the work of the main thread from when the glossary begins: reading and searching the text, all callbacks, frames beyond what a frame of the page costs when nothing happens, and style and layout after the last mark. Before it, once for a page, each element is styled anew for the style sheet that says how an underline looks: that has a row of its own, and is in no other. The 100 ms for which it waits until a page has changed enough are in no figure but the one by the clock. The frame that paints the underlines has its own row, as putting the text in the page is counted without its painting too. From the middle: the page was scrolled there before marking began, and everything above is read first, so that a term is marked at its first place in an entry.',
  );
}

const timeOf = (matched: Matched | undefined): number => matched?.find ?? NaN;
