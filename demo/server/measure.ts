/**
 * Prints how long the demo server takes: to load one person's record of many entries, and to answer what the timeline asks.
 * Run it with `npx tsx demo/server/measure.ts [entries]`.
 */
import {measurementRecord} from '../people/index.js';
import {startDemoServer} from './demo-server.js';
import {timelineSearches} from './record-pages.js';

const record = measurementRecord(Number(process.argv[2] ?? 50_000));
const {patient} = record;
const started = performance.now();
const server = await startDemoServer({host: '127.0.0.1', records: [record]});
console.log(
  `${String(record.resources.length)} resources loaded in ${(performance.now() - started).toFixed(0)} ms`,
);
const headers = {Authorization: `Bearer ${server.token(patient)}`};

const searches = [
  ...timelineSearches().map(({type, parameters}) => {
    const asked = parameters.map(([name, value]) => `&${name}=${value}`).join('');
    return `${type}?patient=${patient}${asked}&_count=20`;
  }),
  `Observation?patient=${patient}&category=laboratory&_sort=-date&_count=50`,
  `Observation?patient=${patient}&category=vital-signs&date=ge2020&date=lt2021-07&_sort=date`,
  `Observation?patient=${patient}&code=no-such-code&_sort=-date`,
  `Observation?patient=${patient}&status:not=final`,
];

/** Milliseconds of a request until its last byte, by the clock and of the processor (this process asks and answers). */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

async function time(url: string): Promise<Time> {
  const from = performance.now();
  const used = process.cpuUsage();
  await (await fetch(url, {headers})).text();
  const {user, system} = process.cpuUsage(used);
  return {clock: performance.now() - from, processor: (user + system) / 1000};
}

const runs = 9;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

await time(`${server.fhirBase}/metadata`);
console.log(
  `first: the very first time. new: median of ${String(runs)} searches not asked before. again: the same search.`,
);
console.log('In milliseconds. The processor column tells what a busy machine hides.');
console.log('   first |      new | processor | again | search');
for (const search of searches) {
  const url = `${server.fhirBase}/${search}`;
  const first = await time(url);
  const again = await time(url);
  const fresh: Time[] = [];
  // A condition that every entry meets makes a search that no kept result answers.
  for (let run = 0; run < runs; run++)
    fresh.push(await time(`${url}&_lastUpdated=ge${String(1900 + run)}`));
  const columns = [
    first.clock.toFixed(1).padStart(8),
    median(fresh.map(({clock}) => clock))
      .toFixed(1)
      .padStart(8),
    median(fresh.map(({processor}) => processor))
      .toFixed(1)
      .padStart(9),
    again.clock.toFixed(1).padStart(5),
  ];
  console.log(`${columns.join(' | ')} | ${search.replace(patient, '…')}`);
}
await server.close();
