/**
 * Styles against the oldest browsers of README.md. A selector, an at-rule or nesting that one of them does not know
 * makes it drop the rule, so it is refused. A property or a value it does not know is dropped alone: that is allowed
 * when a fallback stands before it in the same rule, or when it is listed here with the reason.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {globSync} from 'glob';
import postcss from 'postcss';
import {lackedBy} from './eslint/newer-apis.mjs';

const require = createRequire(import.meta.url);
const {css} = require('@mdn/browser-compat-data');

/** Nice to have: without them nothing is lost but polish. */
const allowed = {
  ':dir': 'which way a small arrow points',
  ':host-context': 'for Chrome, where it lacks :dir',
  cursor: 'a phone has none',
  'break-after': 'where a printed page ends is a nicety',
  'forced-color-adjust': 'Safari has no forced colours',
  'anchor-name': 'asked for before use: without it a panel stands in the text',
  'position-anchor': 'asked for before use: without it a panel stands in the text',
  'position-area': 'asked for before use: without it a panel stands in the text',
  'position-try-fallbacks': 'asked for before use: without it a panel stands in the text',
  'text-wrap': 'lines break less evenly',
  'print-color-adjust': 'the prefixed name stands beside it',
};

const problems = [];
let rules = 0;

/** The text of every `css` template of a file; what is filled in becomes a name of no meaning. */
function* templatesOf(path) {
  const code = readFileSync(path, 'utf8');
  for (const match of code.matchAll(/\bcss`((?:\\.|[^`\\])*)`/g)) {
    const line = code.slice(0, match.index).split('\n').length;
    yield [line, match[1].replace(/\$\{[^}]*\}/g, 'filled-in')];
  }
}

function check(path, line, text) {
  const complain = (node, what, browsers) => {
    if (browsers.length > 0)
      problems.push(
        `${path}:${line + node.source.start.line - 1} ${what} is not in ${browsers.join(', ')}`,
      );
  };
  const root = postcss.parse(text);
  root.walkAtRules((rule) => {
    complain(rule, `@${rule.name}`, lackedBy(css['at-rules'][rule.name]?.__compat));
    for (const [, feature] of rule.params.matchAll(/\(\s*([a-z-]+)\s*[:)<>=]/g))
      if (rule.name === 'media')
        complain(rule, `(${feature})`, lackedBy(css['at-rules'].media[feature]?.__compat));
  });
  root.walkRules((rule) => {
    rules += 1;
    if (rule.parent.type === 'rule')
      complain(rule, 'nesting', lackedBy(css.selectors.nesting.__compat));
    for (const [, name] of rule.selector.matchAll(/::?([a-z-]+)/g))
      if (!(`:${name}` in allowed))
        complain(rule, `:${name}`, lackedBy(css.selectors[name]?.__compat));
  });
  root.walkDecls((declaration) => {
    const {prop, value, parent} = declaration;
    if (prop.startsWith('--') || prop.startsWith('-webkit-') || prop in allowed) return;
    const isFallenBackFrom = parent.nodes.some(
      (other) => other.type === 'decl' && other.prop === prop && other !== declaration,
    );
    const property = css.properties[prop];
    if (!property) problems.push(`${path}:${line} ${prop} is no property that is known`);
    else complain(declaration, prop, lackedBy(property.__compat));
    if (isFallenBackFrom) return;
    for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) {
      const compat =
        css.types[name]?.__compat ??
        css.types.color?.[name]?.__compat ??
        property?.[name]?.__compat;
      if (compat) complain(declaration, `${name}()`, lackedBy(compat));
    }
    for (const name of value.split(/[\s,]+/)) {
      const keyword = property?.[name]?.__compat;
      if (keyword) complain(declaration, `${prop}: ${name}`, lackedBy(keyword));
    }
  });
}

for (const path of globSync('src/**/*.ts').sort())
  for (const [line, text] of templatesOf(path)) check(path, line, text);

if (rules === 0) problems.push('No style was found to check');
if (problems.length > 0) {
  console.error(`Styles that the oldest browsers do not know:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
console.log(`${rules} style rules are known to the oldest browsers`);
