/**
 * The package as it would be published: packed into a temporary folder, then looked at by publint and
 * @arethetypeswrong/cli. Also: no published type leans on fhir/r4, every element has its two entry points,
 * and `sideEffects` names exactly the files that have some.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {minimatch} from 'minimatch';
import ts from 'typescript';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const problems = [];

// The elements a page may use are those that define.ts registers; others are drawn by these.
const [, ...publicElements] = readFileSync('src/define.ts', 'utf8').split(/^import '\.\//m);
for (const line of publicElements) {
  const file = `./dist/${line.slice(0, line.indexOf("'"))}`;
  for (const [entry, target] of [
    [`./${basename(file)}`, file],
    [`./${basename(file).replace('.define', '')}`, file.replace('.define', '')],
  ]) {
    if (manifest.exports[entry]?.default !== target)
      problems.push(`exports has no '${entry}' for ${target}`);
  }
}
if (publicElements.length === 0) problems.push('src/define.ts registers nothing');

/** True when loading a module does more than declare: what decorators add to a class is part of declaring it. */
function hasEffects(code) {
  const {statements} = ts.createSourceFile('module.js', code, ts.ScriptTarget.Latest);
  return statements.some(
    (statement) =>
      (ts.isImportDeclaration(statement) && !statement.importClause) ||
      ts.isIfStatement(statement) ||
      (ts.isExpressionStatement(statement) &&
        ts.isCallExpression(statement.expression) &&
        statement.expression.expression.escapedText !== '___decorate'),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0];
  const tarball = join(folder, packed.filename);
  const files = packed.files.map((file) => file.path);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);

  for (const target of Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )) {
    if (!files.includes(target.slice(2)))
      problems.push(`exports names ${target}, which is not packed`);
  }
  for (const path of files) {
    if (
      !/^(dist\/|package\.json|README\.md|CHANGELOG\.md|LICENSE|custom-elements\.json)/.test(path)
    )
      problems.push(`${path} is packed, and need not be`);
    if (!path.endsWith('.js') && !path.endsWith('.d.ts')) continue;
    const code = readFileSync(join(folder, 'package', path), 'utf8');
    if (path.endsWith('.d.ts') && code.includes('fhir/r4'))
      problems.push(`${path} publishes the types of fhir/r4`);
    if (!path.endsWith('.js')) continue;
    const isDelivery = /^dist\/(phr-widgets|chunks\/)/.test(path);
    const registers = isDelivery || hasEffects(code);
    // Patterns of `src` are for our own tools, which read the sources.
    const named = manifest.sideEffects.some((pattern) =>
      minimatch(path, pattern.replace(/^\.\//, '')),
    );
    if (registers !== named)
      problems.push(
        `${path} ${registers ? 'has' : 'has no'} side effects, and sideEffects says otherwise`,
      );
  }

  const run = (name, args) => {
    const {status, stdout, stderr} = spawnSync('npx', [name, ...args], {encoding: 'utf8'});
    if (status !== 0) problems.push(`${name} is not content:\n${stdout}${stderr}`);
    else console.log(`${name} is content`);
  };
  run('publint', ['run', tarball, '--strict']);
  run('attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii']);
  console.log(`${files.length} files, ${(packed.size / 1000).toFixed(0)} kB packed`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

if (problems.length > 0) {
  console.error(`The package is wrong:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
