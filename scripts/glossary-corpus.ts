/**
 * `npm run glossary:corpus`: how well the bundled glossary marks the sentences of every corpus, and each wrong and missed mark.
 * `-- --keep` writes the figures into docs/benchmarks.md.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {everydayWords} from '../src/glossary/everyday.js';
import {Lexicon} from '../src/glossary/lexicon.js';
import {bundledTerms} from '../src/glossary/terms/index.js';
import {blindCorpus} from '../test/fixtures/glossary-corpus-blind.js';
import {fifthCorpus} from '../test/fixtures/glossary-corpus-fifth.js';
import {fourthCorpus} from '../test/fixtures/glossary-corpus-fourth.js';
import {seventhCorpus} from '../test/fixtures/glossary-corpus-seventh.js';
import {sixthCorpus} from '../test/fixtures/glossary-corpus-sixth.js';
import {thirdCorpus} from '../test/fixtures/glossary-corpus-third.js';
import {glossaryCorpus} from '../test/fixtures/glossary-corpus.js';
import {
  figureMarks,
  figuresOf,
  keptFigures,
  readCorpus,
  scoreOf,
  type CorpusFault,
} from '../test/support/glossary-corpus.js';

const document = 'docs/benchmarks.md';
const lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}], [], everydayWords);
const corpora = (
  [
    ['first', glossaryCorpus],
    ['second', blindCorpus],
    ['third', thirdCorpus],
    ['fourth', fourthCorpus],
    ['fifth', fifthCorpus],
    ['sixth', sixthCorpus],
    ['seventh', seventhCorpus],
  ] as const
).map(([name, corpus]) => {
  const sentences = readCorpus(corpus);
  return [name, sentences, scoreOf(sentences, (text) => lexicon.find(text))] as const;
});

const line = ({word, occurrence, text}: CorpusFault): string =>
  `  '${word}'${occurrence > 1 ? ` (place ${occurrence})` : ''} in: ${text}`;

for (const [name, , {wrong, missed}] of corpora)
  console.log(
    [
      `The ${name} corpus`,
      `Wrong: ${wrong.length}`,
      ...wrong.map(line),
      `Missed: ${missed.length}`,
      ...missed.map(line),
      '',
    ].join('\n'),
  );
const figures = figuresOf(corpora, bundledTerms.length);
console.log(figures);

if (process.argv.includes('--keep')) {
  const text = readFileSync(document, 'utf8');
  const kept = keptFigures(text);
  if (kept === undefined) throw new Error(`${document} has no place for the figures`);
  const [begin, end] = figureMarks;
  const [before = ''] = text.split(begin);
  const after = text.split(end)[1] ?? '';
  writeFileSync(document, `${before}${begin}\n\n${figures}\n\n${end}${after}`);
}
