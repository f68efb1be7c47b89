/**
 * Every check, one question a step, cheap ones first: `npm test`. Each step prints its own time and is named
 * when it fails; the steps after it still run. `--only=lint,types` runs some by the beginning of their names,
 * `--list` names them all, and `--full` (`npm run test:full`) adds every theme and every generated case.
 */
import {spawn} from 'node:child_process';

const node = (script, ...args) => ['node', `scripts/${script}.mjs`, ...args];
const npx = (...args) => ['npx', ...args];

/**
 * Steps that stand together and write nothing that another reads run two at a time (`beside`); the others need the machine for
 * themselves.
 *
 * @type {Array<{name: string, command: string[], beside?: string}>}
 */
const steps = [
  {name: 'browsers are here', command: node('ensure-browsers')},
  {name: 'lint', command: npx('eslint', '.', '--max-warnings=0'), beside: 'files'},
  {name: 'format', command: npx('prettier', '--check', '--log-level=warn', '.'), beside: 'files'},
  {name: 'types', command: npx('tsc', '-p', '.'), beside: 'files'},
  {name: 'types in Node', command: npx('tsc', '-p', 'tsconfig.node.json'), beside: 'files'},
  {name: 'types without DOM', command: npx('tsc', '-p', 'tsconfig.no-dom.json'), beside: 'files'},
  {name: 'custom-elements.json is fresh', command: node('manifest', '--check'), beside: 'files'},
  {name: 'words', command: node('check-words'), beside: 'files'},
  {name: 'styles of the oldest browsers', command: node('check-styles'), beside: 'files'},
  {name: 'hazard log names tests that exist', command: node('check-hazards'), beside: 'files'},
  {name: 'build', command: node('build')},
  {name: 'package', command: node('check-package'), beside: 'build'},
  {name: 'size', command: node('size'), beside: 'build'},
  {name: 'node tests', command: node('test-node'), beside: 'build'},
  {name: 'unit in Chromium', command: node('test-unit', 'chromium')},
  {name: 'unit in Firefox', command: node('test-unit', 'firefox')},
  {name: 'unit in WebKit', command: node('test-unit', 'webkit')},
  {
    name: 'axe on every story in Chromium',
    command: node('test-axe', 'chromium'),
    beside: 'stories',
  },
  {name: 'axe on every story in Firefox', command: node('test-axe', 'firefox'), beside: 'stories'},
  {name: 'axe on every story in WebKit', command: node('test-axe', 'webkit'), beside: 'stories'},
  {name: 'storybook loads every story', command: node('test-storybook'), beside: 'stories'},
  {name: 'end to end in Chromium', command: node('test-e2e', 'chromium')},
  {name: 'end to end in Firefox', command: node('test-e2e', 'firefox')},
  {name: 'end to end in WebKit', command: node('test-e2e', 'webkit')},
];

const full = process.argv.includes('--full');
if (process.argv.includes('--list')) {
  for (const {name} of steps) console.log(name);
  process.exit(0);
}
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const wanted = only
  ? steps.filter(({name}) => only.some((start) => name.startsWith(start)))
  : steps;
if (wanted.length === 0) {
  console.error(`No step begins with ${only}. Steps: ${steps.map(({name}) => name).join('; ')}`);
  process.exit(1);
}

const started = Date.now();
const secondsSince = (moment) => ((Date.now() - moment) / 1000).toFixed(1);

/** Runs one step. What it prints is kept until it ends where another runs beside it. */
function run({name, command, beside}) {
  const isQuiet = !!beside;
  const start = Date.now();
  if (!isQuiet) console.log(`\n=== ${name}`);
  return new Promise((resolve) => {
    const printed = [];
    const child = spawn(command[0], command.slice(1), {
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {...process.env, npm_config_loglevel: 'error', ...(full && {PHR_FULL: '1'})},
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => printed.push(chunk));
    const end = (ok) => {
      const seconds = secondsSince(start);
      if (isQuiet) process.stdout.write(`\n=== ${name}\n${Buffer.concat(printed)}`);
      console.log(`=== ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s`);
      resolve({name, ok, seconds});
    };
    child.on('error', (error) => {
      printed.push(Buffer.from(`${error}\n`));
      end(false);
    });
    child.on('close', (status) => end(status === 0));
  });
}

/** Runs steps in their order, `atOnce` of them at a time. */
async function runAll(some, atOnce) {
  const found = [];
  const waiting = some.entries();
  const next = async () => {
    for (const [place, step] of waiting) found[place] = await run(step);
  };
  await Promise.all(Array.from({length: atOnce}, next));
  return found;
}

const results = [];
for (let at = 0; at < wanted.length;) {
  const {beside} = wanted[at];
  let end = at + 1;
  while (beside && wanted[end]?.beside === beside) end++;
  results.push(...(await runAll(wanted.slice(at, end), beside ? 2 : 1)));
  at = end;
}

console.log('\nSteps:');
for (const {name, ok, seconds} of results)
  console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`);
console.log(`  in all  ${secondsSince(started).padStart(6)} s`);
const failed = results.filter(({ok}) => !ok);
if (failed.length > 0) console.error(`\nFailed: ${failed.map(({name}) => name).join('; ')}`);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
