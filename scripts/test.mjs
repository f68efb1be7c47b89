/**
 * Every check, one question a step: `npm test`. Each step prints its own time and is named when it fails.
 * `--full` adds what takes longer: every theme, every generated case. `--only=a,b` runs some.
 */
import {spawnSync} from 'node:child_process';

const full = process.argv.includes('--full');
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');

/** @type {Array<{name: string, command: string[], full?: boolean}>} */
const steps = [
  {name: 'browsers', command: ['node', 'scripts/ensure-browsers.mjs']},
  {name: 'format', command: ['npx', 'prettier', '--check', '--log-level=warn', '.']},
  {name: 'lint', command: ['npx', 'eslint', '.']},
  {name: 'types', command: ['npm', 'run', '--silent', 'types']},
  {name: 'unit in Chromium, Firefox and WebKit', command: ['node', 'scripts/test-unit.mjs']},
];

const results = [];
for (const step of steps) {
  if (step.full && !full) continue;
  if (only && !only.some((name) => step.name.startsWith(name))) continue;
  console.log(`\n=== ${step.name}`);
  const started = Date.now();
  const run = spawnSync(step.command[0], step.command.slice(1), {
    stdio: 'inherit',
    env: {...process.env, ...(full && {PHR_FULL: '1'})},
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  results.push({name: step.name, ok: run.status === 0, seconds});
  console.log(`=== ${step.name}: ${run.status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
}

const failed = results.filter((result) => !result.ok);
console.log('\nSteps:');
for (const {name, ok, seconds} of results)
  console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
  console.error(`Failed: ${failed.map((result) => result.name).join('; ')}`);
  process.exit(1);
}
