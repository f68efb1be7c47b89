/** Other libraries on the same records. */
import {versionsOf, type Peer} from '../peers.js';
import {median, plain} from '../statistics.js';
import {runCandidates, timesOf} from './runs.js';
import {sizeName, type Setting} from './setting.js';

const runs = 3;

/** Most entries that each is given, and the most it is given in more than one run. */
const limits: Readonly<Record<string, {readonly most: number; readonly repeated: number}>> = {
  'lit-list': {most: 50_000, repeated: 10_000},
  medplum: {most: 50_000, repeated: 10_000},
  'fhir-react': {most: 1000, repeated: 1000},
};

const names: Readonly<Record<string, string>> = {
  element: 'phr-record-timeline',
  vanilla: 'vanilla, 30 rows of the first pages',
  'lit-list': 'plain Lit list of the whole record',
  medplum: '@medplum/react ResourceTimeline (10 entries shown)',
  'fhir-react': 'fhir-react, one FhirResource an entry',
};

/** Measures the first row of what is installed. */
export async function measurePeers(setting: Setting, installed: readonly Peer[]): Promise<void> {
  const {report, options} = setting;
  const {sizes} = options;
  const all = ['element', 'vanilla', 'lit-list', ...installed];
  process.stdout.write('Peers, run ');
  const seen = await runCandidates(setting, all, sizes, runs, (name, size, run) => {
    const limit = limits[name];
    return !limit || size <= (run === 0 ? limit.most : limit.repeated);
  });
  const ratio = (name: string, size: number): string => {
    const ours = timesOf(seen, 'element', size);
    const ratios = timesOf(seen, name, size)
      .map((time, run) => time / (ours[run] ?? NaN))
      .filter((value) => !Number.isNaN(value));
    if (ratios.length === 0) return 'not run';
    const once = ratios.length < runs ? ` (${String(ratios.length)} run)` : '';
    return `${plain(median(ratios))}${once}`;
  };
  report.table(
    'First row painted ÷ phr-record-timeline in the same run',
    ['candidate', ...sizes.map(sizeName)],
    all.map((name) => [names[name] ?? name, ...sizes.map((size) => ratio(name, size))]),
    `Medians of ${String(runs)} runs unless said. The peers read the whole record, six pages at a time, because none of them can show a part of it and say so. @medplum/react has its schemas before the clock starts, and its look-ups are answered from memory. Its PatientTimeline is not measured: it asks for neither results nor conditions nor medicines. fhir-react is not run above 1,000 entries: it takes minutes.`,
    '',
    `Versions: ${installed.map(versionsOf).join('; ')}.`,
  );
}
