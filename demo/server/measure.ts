/**
 * Prints how long the demo server takes: to load a record of `n` entries in one person's record, and to answer what the timeline asks.
 * Run it with `npx tsx demo/server/measure.ts [entries]`.
 */
import {startDemoServer} from './demo-server.js';
import type {FhirResource} from './types.js';

const patient = 'measured';

/** A plain record of our own: what is measured is the server, so the entries need be no more than searchable. */
function record(entries: number): readonly FhirResource[] {
  const resources: FhirResource[] = [
    {resourceType: 'Patient', id: patient, name: [{text: 'Test Person'}]},
  ];
  const about = {reference: `Patient/${patient}`};
  for (let at = 0; at < entries; at++) {
    const when = new Date(Date.UTC(2026, 0, 1) - at * 5_000_000).toISOString();
    const id = `entry-${String(at)}`;
    if (at % 20 === 0)
      resources.push({
        resourceType: 'DiagnosticReport',
        id,
        status: 'final',
        code: {text: 'Report'},
        subject: about,
        effectiveDateTime: when,
        result: [{reference: `Observation/entry-${String(at + 1)}`}],
      });
    else if (at % 20 === 19)
      resources.push({
        resourceType: 'Provenance',
        id,
        target: [{reference: `Observation/entry-${String(at - 1)}`}],
        recorded: when,
        agent: [{who: {display: 'Test'}}],
      });
    else
      resources.push({
        resourceType: 'Observation',
        id,
        status: 'final',
        category: [{coding: [{code: at % 3 === 0 ? 'vital-signs' : 'laboratory'}]}],
        code: {
          coding: [{system: 'urn:test', code: String(at % 50)}],
          text: `Test ${String(at % 50)}`,
        },
        subject: about,
        effectiveDateTime: when,
        valueQuantity: {value: at % 100, unit: 'mmol/L'},
      });
  }
  return resources;
}

const entries = Number(process.argv[2] ?? 50_000);
const resources = record(entries);
const started = performance.now();
const server = await startDemoServer({
  host: '127.0.0.1',
  records: [{patient, resources}],
});
console.log(`${String(entries)} entries loaded in ${(performance.now() - started).toFixed(0)} ms`);
const headers = {Authorization: `Bearer ${server.token(patient)}`};

const searches = [
  `Observation?patient=${patient}&_sort=-date&_count=20&_revinclude=Provenance:target`,
  `Observation?patient=${patient}&category=laboratory&_sort=-date&_count=50`,
  `Observation?patient=${patient}&category=vital-signs&date=ge2020&date=lt2021-07&_sort=date`,
  `Observation?patient=${patient}&code=urn:test%7C7&_sort=-date`,
  `Observation?patient=${patient}&_lastUpdated=gt2020-01-01&_count=20`,
  `Observation?patient=${patient}&status:not=final`,
  `DiagnosticReport?patient=${patient}&_sort=-date&_count=20&_include=DiagnosticReport:result`,
];

/** Milliseconds until the last byte, first asked and then again. */
async function time(url: string): Promise<number> {
  const from = performance.now();
  await (await fetch(url, {headers})).text();
  return performance.now() - from;
}

await time(`${server.fhirBase}/metadata`);
console.log('first ms | again ms | search');
for (const search of searches) {
  const url = `${server.fhirBase}/${search}`;
  const first = await time(url);
  const again = await time(url);
  console.log(`${first.toFixed(1).padStart(8)} | ${again.toFixed(1).padStart(8)} | ${search}`);
}
await server.close();
