/**
 * Words on screen, against the NHS content style: sentences of at most 20 words, no contractions, British English,
 * none of the words people do not know or are frightened by. Also: every word on screen stands in a dictionary, so
 * no template holds any.
 */
import {readFileSync} from 'node:fs';
import {globSync} from 'glob';
import ts from 'typescript';

const longest = 20;

/** What to say instead. */
const avoid = [
  [
    /\b\w+n[’']t\b|\b(?:I|you|we|they)[’'](?:re|ve|ll|d|m)\b|\b(?:it|that|there|what|here|let|who)[’']s\b/i,
    'a contraction',
  ],
  [/\bplease\b/i, "'please': say what to do"],
  [/\b(?:oops|sorry)\b/i, "'sorry': say what happened and what to do"],
  [/\b(?:invalid|illegal|forbidden|unauthori[sz]ed)\b/i, 'a word of machines: say what to do'],
  [
    /\b(?:FHIR|HTTP|JSON|URL|API|server|bundle|payload|timeout|undefined|null|NaN)\b/i,
    'a word of machines',
  ],
  [/\bnormal\b|\babnormal\b/i, "'normal': no result is called so"],
  [/\bmedications?\b|\bdrugs?\b/i, "say 'medicine'"],
  [/\bmedical records?\b|\bhealth data\b/i, "say 'health record'"],
  [/\be\.g\.|\bi\.e\.|\betc\b/i, "say 'for example', 'that is', or what else"],
  [
    /\bcolor\b|\bcenter\b|\borgani[z]|\bauthori[z]|\brecogni[z]e|\bcanceled\b|\bhospitalized\b/i,
    'American spelling',
  ],
  [/\blog ?into\b|\bsign in\b|\bclick\b|\btap\b/i, "say 'log in', 'select'"],
  [/  |\s[.,;:!?](?:\s|$)/, 'a stray space'],
];

const problems = [];
let sentences = 0;

function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function* nodesOf(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Literal text of a node; what is filled in is one word, the letter X. */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({literal}) => `X${literal.text}`).join('');
  return undefined;
}

for (const path of globSync('src/i18n/en-gb/**/*.ts').sort()) {
  const file = parse(path);
  for (const node of nodesOf(file)) {
    const text = textOf(node);
    if (text === undefined || ts.isImportDeclaration(node.parent)) continue;
    const complain = (what) => {
      const {line} = file.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${path}:${line + 1} ‘${text}’: ${what}`);
    };
    for (const [pattern, what] of avoid) if (pattern.test(text)) complain(what);
    for (const sentence of text.split(/(?<=[.!?])\s+/)) {
      sentences += 1;
      const words = sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
      if (words > longest) complain(`a sentence of ${words} words`);
    }
  }
}

for (const path of globSync('src/**/*.ts').sort()) {
  const file = parse(path);
  for (const node of nodesOf(file)) {
    if (!ts.isTaggedTemplateExpression(node) || !/^(html|svg)$/.test(node.tag.getText())) continue;
    const markup = ts.isTemplateExpression(node.template)
      ? node.template.head.text +
        node.template.templateSpans.map((span) => `\u0000${span.literal.text}`).join('')
      : node.template.text;
    const shown = [
      markup.replace(/<!--[^]*?-->/g, '').replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ''),
      ...[...markup.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
        ([, value]) => value,
      ),
    ].join(' ');
    const words = shown.replace(/&\w+;/g, '').match(/\p{L}{2,}/gu);
    if (words) {
      const {line} = file.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${path}:${line + 1} a template holds the words '${words.join(' ')}'`);
    }
  }
}

if (sentences === 0) problems.push('No dictionary was found');
if (problems.length > 0) {
  console.error(`Words:\n  ${problems.join('\n  ')}`);
  process.exit(1);
}
console.log(`${sentences} sentences keep to the style`);
