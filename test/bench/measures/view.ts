/** What the view adds to a page: DOM nodes, and memory of JavaScript and DOM. */
import {collectGarbage, openPage} from '../browser.js';
import type {Drawn} from '../pages/view.js';
import {median, plain, spread} from '../statistics.js';
import {pageUrl, recordingOf, sizeName, type Setting} from './setting.js';

const mostElements = 700;
const nodesVary = 1.1;
const mostMegabytes = 1;
const memoryGrows = 2;

interface Run extends Drawn {
  readonly view: number;
  /** The record in hand and the view of it. */
  readonly all: number;
}

async function runOnce(setting: Setting, size: number, whole: boolean): Promise<Run> {
  const page = await openPage(setting.browser, pageUrl(setting, 'view'), {isolated: true});
  const memory = async (): Promise<number> => {
    await collectGarbage(page);
    return page.call<number>('memory');
  };
  await page.call('warm', recordingOf(setting, Math.min(...setting.options.sizes)).recorded);
  const empty = await memory();
  await page.call('load', recordingOf(setting, size).recorded, whole);
  const before = await memory();
  const drawn = await page.call<Drawn>('draw');
  const after = await memory();
  await page.close();
  return {
    ...drawn,
    view: (after - before) / 1e6,
    all: (after - empty) / 1e6,
  };
}

/** Measures at 1,000 entries and at the most there are, with the first screen read and with everything read. */
export async function measureView(setting: Setting): Promise<void> {
  const {report, options} = setting;
  const small = 1000;
  const large = Math.max(...options.sizes);
  const found = new Map<string, Run[]>();
  const kinds = [
    [small, false],
    [large, false],
    [small, true],
    [large, true],
  ] as const;
  const key = (size: number, whole: boolean): string => `${String(size)} ${String(whole)}`;
  process.stdout.write('View, run ');
  // The largest record read whole takes long: a third of the runs is enough, and is said.
  const heavy = Math.max(1, Math.ceil(options.runs / 3));
  for (let run = 0; run < options.runs; run++) {
    for (const [size, whole] of kinds) {
      if (whole && size === large && run >= heavy) continue;
      const all = found.get(key(size, whole)) ?? [];
      all.push(await runOnce(setting, size, whole));
      found.set(key(size, whole), all);
    }
    process.stdout.write(`${String(run + 1)} `);
  }
  process.stdout.write('\n');
  const of = (size: number, whole: boolean, name: keyof Run): number[] =>
    (found.get(key(size, whole)) ?? []).map((run) => run[name]);
  report.table(
    'What the view adds',
    [
      'entries',
      'read',
      'runs',
      'rows',
      'elements',
      'texts',
      'all nodes',
      'memory of the view, MB',
      'record and view, MB',
    ],
    kinds.map(([size, whole]) => [
      sizeName(size),
      whole ? 'everything' : 'first screen',
      String(of(size, whole, 'nodes').length),
      ...(['rows', 'elements', 'texts', 'nodes'] as const).map((name) =>
        plain(median(of(size, whole, name)), 0),
      ),
      spread(of(size, whole, 'view')),
      plain(median(of(size, whole, 'all'))),
    ]),
    'The record is read first, without a timeline; then the timeline is put in the page and draws it. Memory is of JavaScript and DOM after everything unused was freed. The code that draws is not in it: it has drawn another record before, as on any page that a person has turned. Less than nothing: drawing lets go of lists that waited for it. All nodes: with the markers that Lit puts in the DOM as comments, and the white space of its templates.',
  );
  const elements = kinds.map(([size, whole]) => median(of(size, whole, 'elements')));
  report.gate({
    name: 'DOM elements added by the view, the most at any size',
    value: Math.max(...elements),
    limit: mostElements,
  });
  report.gate({
    name: `All DOM nodes added by the view, everything read, at ${sizeName(large)} ÷ at ${sizeName(small)} entries`,
    value: median(of(large, true, 'nodes')) / median(of(small, true, 'nodes')),
    limit: nodesVary,
  });
  for (const whole of [false, true]) {
    const read = whole ? 'everything read' : 'first screen read';
    const [at1000, atLarge] = [median(of(small, whole, 'view')), median(of(large, whole, 'view'))];
    report.gate({
      name: `Memory of the view at ${sizeName(large)} entries, ${read}`,
      value: atLarge,
      limit: mostMegabytes,
      unit: ' MB',
    });
    report.gate({
      name: `Memory of the view, at ${sizeName(large)} ÷ at ${sizeName(small)} entries, ${read}`,
      value: atLarge / at1000,
      limit: memoryGrows,
    });
  }
}
