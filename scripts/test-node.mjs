/** Tests that need Node rather than a browser: the demo server and its people, and generated tests over FHIR definitions. */
import {spawnSync} from 'node:child_process';
import {globSync} from 'glob';

const files =
  process.argv.length > 2 ? process.argv.slice(2) : globSync('test/node/**/*.test.ts').sort();
if (files.length === 0) throw new Error('No test files under test/node');
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-reporter=spec', '--test-concurrency=2', ...files],
  {stdio: 'inherit'},
);
process.exit(run.status ?? 1);
