/** `npm run test:unit [-- engine[,engine]] [-- --files GLOB]`: unit tests in the engines named, or in all three. */
import {spawnSync} from 'node:child_process';
import {createServer} from 'node:net';
import {fileURLToPath} from 'node:url';
import {globSync} from 'glob';

const unitTests = [
  'test/**/*.test.ts',
  '!test/axe/**',
  '!test/node/**',
  '!test/e2e/**',
  '!test/bench/**',
];

/** Long generated runs: `npm test` has them in Chromium, `npm run test:full` in every engine. */
const longRuns = [
  'test/components/record-timeline/right-to-left.test.ts',
  'test/widget/real-records.test.ts',
  ...globSync('test/components/glossary/*.test.ts').sort(),
  // What reads text as engines differ in it is in all of them.
  ...globSync('test/glossary/*.test.ts', {
    ignore: 'test/glossary/{matcher,plain-text}.test.ts',
  }).sort(),
];

/** A port that nobody has: engines that begin at the same moment would all take the first that is free. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs browser tests and ends this process with their outcome. `files` are globs; those with `!` leave out. */
export async function runInEngines(engines = 'chromium,firefox,webkit', files = unitTests) {
  const ignore = files.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const found = globSync(
    files.filter((glob) => !glob.startsWith('!')),
    {ignore},
  );
  if (found.length === 0) {
    console.error(`No test file is called ${files.join(' ')}`);
    process.exit(1);
  }
  const run = spawnSync('npx', ['wtr'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PHR_ENGINES: engines,
      PHR_FILES: files.join('\n'),
      PHR_PORT: await freePort(),
    },
  });
  process.exit(run.status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--files');
  const files = at >= 0 ? [args.splice(at, 2)[1]] : [...unitTests];
  if (at < 0 && !process.env.PHR_FULL && args[0] !== undefined && args[0] !== 'chromium') {
    files.push(...longRuns.map((file) => `!${file}`));
    console.log(`NOT RUN here, but in Chromium and by npm run test:full: ${longRuns.join(', ')}`);
  }
  await runInEngines(args[0], files);
}
