/**
 * Every check, one question a step, cheap ones first: `npm test`. Each step prints its own time and is named
 * when it fails; the steps after it still run. `--only=lint,types` runs some by the beginning of their names,
 * `--list` names them all, and `--full` (`npm run test:full`) adds every theme and every generated case.
 */
import {spawnSync} from 'node:child_process';

const node = (script, ...args) => ['node', `scripts/${script}.mjs`, ...args];
const npx = (...args) => ['npx', ...args];

/** @type {Array<{name: string, command: string[]}>} */
const steps = [
  {name: 'browsers are here', command: node('ensure-browsers')},
  {name: 'format', command: npx('prettier', '--check', '--log-level=warn', '.')},
  {name: 'lint', command: npx('eslint', '.', '--max-warnings=0')},
  {name: 'types', command: npx('tsc', '-p', '.')},
  {name: 'types without DOM', command: npx('tsc', '-p', 'tsconfig.no-dom.json')},
  {name: 'types in Node', command: npx('tsc', '-p', 'tsconfig.node.json')},
  {name: 'styles of the oldest browsers', command: node('check-styles')},
  {name: 'custom-elements.json is fresh', command: node('manifest', '--check')},
  {name: 'hazard log names tests that exist', command: node('check-hazards')},
  {name: 'words', command: node('check-words')},
  {name: 'build', command: node('build')},
  {name: 'package', command: node('check-package')},
  {name: 'size', command: node('size')},
  {name: 'node tests', command: node('test-node')},
  {name: 'unit in Chromium', command: node('test-unit', 'chromium')},
  {name: 'unit in Firefox', command: node('test-unit', 'firefox')},
  {name: 'unit in WebKit', command: node('test-unit', 'webkit')},
  {name: 'axe on every story in Chromium', command: node('test-axe', 'chromium')},
  {name: 'axe on every story in Firefox', command: node('test-axe', 'firefox')},
  {name: 'axe on every story in WebKit', command: node('test-axe', 'webkit')},
  {name: 'end to end in Chromium', command: node('test-e2e', 'chromium')},
  {name: 'end to end in Firefox', command: node('test-e2e', 'firefox')},
  {name: 'end to end in WebKit', command: node('test-e2e', 'webkit')},
  {name: 'storybook loads every story', command: node('test-storybook')},
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
const results = [];
for (const {name, command} of wanted) {
  console.log(`\n=== ${name}`);
  const start = Date.now();
  const run = spawnSync(command[0], command.slice(1), {
    stdio: 'inherit',
    env: {...process.env, npm_config_loglevel: 'error', ...(full && {PHR_FULL: '1'})},
  });
  const result = {name, ok: run.status === 0, seconds: secondsSince(start)};
  results.push(result);
  console.log(`=== ${name}: ${result.ok ? 'passed' : 'FAILED'} in ${result.seconds} s`);
}

console.log('\nSteps:');
for (const {name, ok, seconds} of results)
  console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`);
console.log(`  in all  ${secondsSince(started).padStart(6)} s`);
const failed = results.filter(({ok}) => !ok);
if (failed.length > 0) console.error(`\nFailed: ${failed.map(({name}) => name).join('; ')}`);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
