/**
 * docs/hazard-log.md against the tests. Every control that is 'built' names at least one test, as
 * `path/of.test.ts`: 'title'; a 'later' one names none; and a named test that is gone fails the run.
 */
import {existsSync, readFileSync} from 'node:fs';

const log = readFileSync('docs/hazard-log.md', 'utf8');
const rows = log
  .split('\n')
  .filter((line) => /^\| H\d+ /.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const problems = [];
if (rows.length === 0) problems.push('No hazard was found in the table');

/** A title stands in a test file between quotes, after it( or test(, with quotes inside it escaped or not. */
function hasTest(path, title) {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(/\b(?:it|test)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs)].some(
    ([, , found]) => found.replace(/\\(['"`])/g, '$1') === title,
  );
}

const ids = new Set();
let named = 0;
for (const [id, hazard, , , control, tests, status] of rows) {
  if (ids.has(id)) problems.push(`${id} stands twice`);
  ids.add(id);
  if (!hazard || !control) problems.push(`${id} has an empty cell`);
  if (status !== 'built' && status !== 'later')
    problems.push(`${id}: the status is '${status}', neither built nor later`);
  const references = [...(tests ?? '').matchAll(/`([^`]+)`: '((?:[^']|'(?!\s*(?:;|$)))*)'/g)];
  if (status === 'later' && tests !== '') problems.push(`${id} is later, yet names tests`);
  if (status !== 'later' && references.length === 0)
    problems.push(`${id} is ${status}, yet names no test`);
  for (const [, path, title] of references) {
    named += 1;
    if (!existsSync(path)) problems.push(`${id}: ${path} is gone`);
    else if (!hasTest(path, title))
      problems.push(`${id}: no test called '${title}' stands in ${path}`);
  }
}

if (problems.length > 0) {
  console.error(`docs/hazard-log.md:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
console.log(`${rows.length} hazards; ${named} named tests are there`);
