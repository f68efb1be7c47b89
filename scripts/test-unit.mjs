/** `npm run test:unit [-- engine[,engine]] [-- --files GLOB]`: unit tests in the engines named, or in all three. */
import {spawnSync} from 'node:child_process';

const args = process.argv.slice(2);
const at = args.indexOf('--files');
const files = at >= 0 ? args.splice(at, 2)[1] : undefined;
const engines = args[0] ?? 'chromium,firefox,webkit';
const run = spawnSync('npx', ['wtr'], {
  stdio: 'inherit',
  env: {...process.env, PHR_ENGINES: engines, ...(files && {PHR_FILES: files})},
});
process.exit(run.status ?? 1);
