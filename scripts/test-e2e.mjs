/**
 * `npm run test:e2e [-- engine[,engine]] [-- FILE...]`: journeys through real pages in the built library, in the
 * engines named or in all three. Build first.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {globSync} from 'glob';

const known = ['chromium', 'firefox', 'webkit'];
const [first, ...rest] = process.argv.slice(2);
const engines = first === undefined ? known : first.split(',');
const unknown = engines.filter((engine) => !known.includes(engine));
if (unknown.length > 0) {
  console.error(`No engine is called ${unknown}: ${known.join(', ')}`);
  process.exit(1);
}
const files = rest.length > 0 ? rest : globSync('test/e2e/**/*.test.ts').sort();
if (files.length === 0 || !existsSync('dist/phr-widgets.js')) {
  console.error(files.length === 0 ? 'No test files under test/e2e' : 'Run `npm run build` first');
  process.exit(1);
}

/** Long runs: `npm test` has them in Chromium, `npm run test:full` in every engine. */
const longRuns = [
  'test/e2e/covered.test.ts',
  'test/e2e/glossary-hosts.test.ts',
  'test/e2e/glossary.test.ts',
  'test/e2e/keyboard.test.ts',
  'test/e2e/looks.test.ts',
  'test/e2e/moving.test.ts',
  'test/e2e/now.test.ts',
  'test/e2e/people.test.ts',
  'test/e2e/steady.test.ts',
  'test/e2e/term-perceived.test.ts',
  'test/e2e/term-places.test.ts',
  'test/e2e/term-presses.test.ts',
  'test/e2e/terminology.test.ts',
];

const failed = engines.filter((engine) => {
  console.log(`End to end in ${engine}`);
  const isShort = rest.length === 0 && engine !== 'chromium' && !process.env.PHR_FULL;
  if (isShort)
    console.log(`NOT RUN here, but in Chromium and by npm run test:full: ${longRuns.join(', ')}`);
  const wanted = isShort ? files.filter((file) => !longRuns.includes(file)) : files;
  const run = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--test', '--test-reporter=spec'],
      ...['--test-concurrency=1', '--test-timeout=120000', ...wanted],
    ],
    {stdio: 'inherit', env: {...process.env, PHR_ENGINE: engine}},
  );
  return run.status !== 0;
});
if (failed.length > 0) {
  console.error(`End to end failed in ${failed.join(', ')}`);
  process.exit(1);
}
