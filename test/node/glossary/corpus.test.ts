import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {everydayWords} from '../../../src/glossary/everyday.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import type {GlossaryTerm} from '../../../src/model/glossary.js';
import {blindCorpus} from '../../fixtures/glossary-corpus-blind.js';
import {fifthCorpus} from '../../fixtures/glossary-corpus-fifth.js';
import {fourthCorpus} from '../../fixtures/glossary-corpus-fourth.js';
import {seventhCorpus} from '../../fixtures/glossary-corpus-seventh.js';
import {sixthCorpus} from '../../fixtures/glossary-corpus-sixth.js';
import {thirdCorpus} from '../../fixtures/glossary-corpus-third.js';
import {glossaryCorpus} from '../../fixtures/glossary-corpus.js';
import {
  figuresOf,
  keptFigures,
  readCorpus,
  readSentence,
  scoreOf,
  type CorpusFault,
} from '../../support/glossary-corpus.js';

const sentences = readCorpus(glossaryCorpus);
const others = readCorpus(blindCorpus);
const third = readCorpus(thirdCorpus);
const fourth = readCorpus(fourthCorpus);
const fifth = readCorpus(fifthCorpus);
const sixth = readCorpus(sixthCorpus);
const seventh = readCorpus(seventhCorpus);
const every = [...sentences, ...others, ...third];
const lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}], [], everydayWords);
const find = (text: string) => lexicon.find(text);
const listed = (faults: readonly CorpusFault[]): string =>
  faults.map(({word, text}) => `\n  '${word}' in: ${text}`).join('');

describe('The corpus of sentences', () => {
  it('has at least 320 different sentences, and at least 110 parts or sentences that are not to be marked', () => {
    const texts = new Set(sentences.map(({text}) => text));
    const bare = sentences.filter(({expected, never}) => expected.length + never.length === 0);
    const never = sentences.flatMap((sentence) => sentence.never);

    assert.equal(texts.size, sentences.length);
    assert.ok(texts.size >= 320, `${texts.size} sentences`);
    assert.ok(bare.length + never.length >= 110, `${bare.length} and ${never.length}`);
  });

  it('says for each mark which word, and which of the places at which it stands', () => {
    const sentence = readSentence('', 'AF or [AF], not {AF} Smith');

    assert.equal(sentence.text, 'AF or AF, not AF Smith');
    assert.deepEqual(sentence.expected, [{start: 6, end: 8, word: 'AF', occurrence: 2}]);
    assert.deepEqual(sentence.never, [{start: 14, end: 16, word: 'AF', occurrence: 3}]);
  });

  for (const broken of ['[AF', 'AF]', '[A[F]]', '{AF]', '[]'])
    it(`is not read when its brackets are broken: ${broken}`, () => {
      assert.throws(() => readSentence('', broken));
    });

  it('counts a mark of other extent as wrong, and what it stands for as missed', () => {
    const read = [readSentence('', '[type 2 diabetes] and [AF]')];

    const score = scoreOf(read, () => [
      {start: 7, end: 15},
      {start: 20, end: 22},
    ]);

    assert.deepEqual(
      [score.precision, score.recall, score.wrong[0]?.word, score.missed[0]?.word],
      [0.5, 0.5, 'diabetes', 'type 2 diabetes'],
    );
  });

  it('tells marks that touch a wanted word from those that touch none', () => {
    const read = [readSentence('', '[type 2 diabetes] and his {PA}')];

    const score = scoreOf(read, () => [
      {start: 7, end: 15},
      {start: 24, end: 26},
    ]);

    assert.deepEqual([score.right, score.touching, score.touched], [0, 1, 1]);
  });

  it('scores nothing where nothing is marked', () => {
    assert.deepEqual(
      [scoreOf(sentences, () => []).precision, scoreOf(sentences, () => []).recall],
      [0, 0],
    );
  });
});

describe('The bundled glossary marks clinical sentences', () => {
  const score = scoreOf(sentences, find);

  it('with at least 99 of 100 marks right', () => {
    assert.ok(score.precision >= 0.99, `Precision ${score.precision}:${listed(score.wrong)}`);
  });

  it('with at least 95 of 100 words that a careful reader wants', () => {
    assert.ok(score.recall >= 0.95, `Recall ${score.recall}:${listed(score.missed)}`);
  });

  it('and those of all three corpora, with at least 99 marks right of 100, and at least 98 of 100 words that are wanted', () => {
    const all = scoreOf(every, find);

    assert.ok(all.precision >= 0.99, `Precision ${all.precision}:${listed(all.wrong)}`);
    assert.ok(all.recall >= 0.98, `Recall ${all.recall}:${listed(all.missed)}`);
  });

  it('and never a part that is named as one never to be marked', () => {
    const hit = every.flatMap(({text, never}) =>
      never
        .filter((part) => find(text).some(({start, end}) => start < part.end && part.start < end))
        .map((part) => `${part.word} in: ${text}`),
    );

    assert.deepEqual(hit, []);
  });
});

describe('The second corpus of sentences', () => {
  const score = scoreOf(others, find);

  it('has at least 150 sentences, none of them in the first, and at least 50 with nothing to mark', () => {
    const texts = new Set(others.map(({text}) => text));

    assert.equal(texts.size, others.length);
    assert.ok(texts.size >= 150, `${texts.size} sentences`);
    assert.ok(others.filter(({expected}) => expected.length === 0).length >= 50);
    assert.deepEqual(
      sentences.filter(({text}) => texts.has(text)),
      [],
    );
  });

  it('has its figures, and those of the others, in the document as they are now', () => {
    const document = readFileSync(new URL('../../../docs/benchmarks.md', import.meta.url), 'utf8');

    const now = figuresOf(
      [
        ['first', sentences, scoreOf(sentences, find)],
        ['second', others, score],
        ['third', third, scoreOf(third, find)],
        ['fourth', fourth, scoreOf(fourth, find)],
        ['fifth', fifth, scoreOf(fifth, find)],
        ['sixth', sixth, scoreOf(sixth, find)],
        ['seventh', seventh, scoreOf(seventh, find)],
      ],
      bundledTerms.length,
    );

    assert.equal(keptFigures(document), now, 'npm run glossary:corpus -- --keep');
  });
});

describe('The sixth corpus of sentences', () => {
  it('has at least 60 sentences with nothing to mark and 100 with one to six marks, none of them in another corpus', () => {
    const texts = new Set(sixth.map(({text}) => text));
    const marks = sixth.map(({expected}) => expected.length);

    assert.equal(texts.size, sixth.length);
    assert.ok(marks.filter((count) => count === 0).length >= 60);
    assert.ok(marks.filter((count) => count > 0).length >= 100);
    assert.ok(Math.max(...marks) <= 6);
    assert.deepEqual(
      [...every, ...fourth, ...fifth].filter(({text}) => texts.has(text)),
      [],
    );
  });
});

describe('The seventh corpus of sentences', () => {
  it('has at least 130 sentences, at least 45 of them with nothing to mark, none of them in another corpus', () => {
    const texts = new Set(seventh.map(({text}) => text));

    assert.equal(texts.size, seventh.length);
    assert.ok(texts.size >= 130, `${texts.size} sentences`);
    assert.ok(seventh.filter(({expected}) => expected.length === 0).length >= 45);
    assert.deepEqual(
      [...every, ...fourth, ...fifth, ...sixth].filter(({text}) => texts.has(text)),
      [],
    );
  });
});

describe('Welsh', () => {
  it('is there for the hundred meanings that the first five corpora meet most often', () => {
    const met = new Map<GlossaryTerm, number>();
    for (const {text} of [...every, ...fourth, ...fifth])
      for (const {term} of find(text).flatMap(({meanings}) => meanings))
        met.set(term, (met.get(term) ?? 0) + 1);
    const most = [...met].sort(([, a], [, b]) => b - a).slice(0, 100);

    const lacking = most.filter(([term]) => !term.in?.['cy']).map(([term]) => term.id);

    assert.deepEqual(lacking, []);
  });
});
