/** `npm run glossary:corpus`: how well the bundled glossary marks the sentences of the corpus, and each wrong and missed mark. */
import {Lexicon} from '../src/glossary/lexicon.js';
import {bundledTerms} from '../src/glossary/terms/index.js';
import {glossaryCorpus} from '../test/fixtures/glossary-corpus.js';
import {readCorpus, scoreOf, type CorpusFault} from '../test/support/glossary-corpus.js';

const lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}]);
const sentences = readCorpus(glossaryCorpus);
const score = scoreOf(sentences, (text) => lexicon.find(text));

const line = ({word, occurrence, text}: CorpusFault): string =>
  `  '${word}'${occurrence > 1 ? ` (place ${occurrence})` : ''} in: ${text}`;
const never = sentences.flatMap((sentence) => sentence.never).length;
const bare = sentences.filter(({expected}) => expected.length === 0).length;

console.log(
  [
    `Wrong: ${score.wrong.length}`,
    ...score.wrong.map(line),
    `Missed: ${score.missed.length}`,
    ...score.missed.map(line),
    '',
    `Terms: ${lexicon.size}`,
    `Sentences: ${score.sentences}, of which ${bare} have nothing to mark; ${never} parts named that are never to be marked`,
    `Marks expected: ${score.expected}, made: ${score.marked}, right: ${score.right}`,
    `Precision: ${score.precision.toFixed(4)}`,
    `Recall: ${score.recall.toFixed(4)}`,
  ].join('\n'),
);
