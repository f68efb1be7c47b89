/**
 * `npm run bench`: how fast a first row comes, and what it costs, as ratios taken in one run. Fails when a gate does, with the reason.
 *
 * `--quick`: fewer runs and no record of 50,000. `--only=first-row,asked,arrive,view,decode,glossary,glossary-screen`: some of the measurements.
 * `--peers`: other libraries on the same records, installed into `.bench/peers` when they are not there. `--runs=9`: how many runs.
 * `--keep`: writes the tables into docs/benchmarks.md.
 */
import {tsImport} from 'tsx/esm/api';

const {main} = await tsImport('../test/bench/main.ts', import.meta.url);
process.exitCode = await main(process.argv.slice(2));
