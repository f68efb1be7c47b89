/** `npm run test:axe [-- engine[,engine]]`: every story in every engine, looked at by axe. `PHR_FULL=1` adds themes. */
import {runInEngines} from './test-unit.mjs';

await runInEngines(process.argv[2], ['test/axe/**/*.test.ts']);
