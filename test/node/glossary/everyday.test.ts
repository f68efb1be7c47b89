/** The rules by which a word of every day is told from a term, on sentences as people and clinics write them, with the bundled terms. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {everydayWords} from '../../../src/glossary/everyday.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {clinicalSentences, laterClinical} from '../../fixtures/glossary-clinical.js';
import {
  everydaySentences,
  lastEveryday,
  laterEveryday,
  stillMarked,
} from '../../fixtures/glossary-everyday.js';
import {readCorpus, type Piece} from '../../support/glossary-corpus.js';

const terms = [{name: 'bundled', terms: bundledTerms}];
const lexicon = new Lexicon(terms, [], everydayWords);
/** The same terms without the rules. */
const bare = new Lexicon(terms);

const isMarked = (text: string, part: Piece, by = lexicon): boolean =>
  by.find(text).some(({start, end}) => start < part.end && part.start < end);

const everyday = readCorpus({...everydaySentences});
const later = [...readCorpus({...laterEveryday}), ...readCorpus({...lastEveryday})];
const limits = readCorpus({...stillMarked});
const clinical = [...readCorpus({...clinicalSentences}), ...readCorpus({...laterClinical})];

describe('Words of every day among the bundled terms', () => {
  it('are tried in at least 250 sentences that have them, and 120 in which the same words are clinical', () => {
    const texts = (sentences: readonly {text: string}[]) =>
      new Set(sentences.map(({text}) => text)).size;

    assert.equal(
      texts([...everyday, ...later, ...limits]),
      everyday.length + later.length + limits.length,
    );
    assert.ok(texts([...everyday, ...later]) >= 250);
    assert.equal(texts(clinical), clinical.length);
    assert.ok(texts(clinical) >= 120);
  });

  for (const {text, never} of [...everyday, ...later])
    it(`are not marked in: ${text}`, () => {
      assert.ok(never.length > 0, 'nothing is named that is not to be marked');
      assert.deepEqual(
        never.filter((part) => isMarked(text, part)).map(({word}) => word),
        [],
      );
    });

  for (const {text, expected} of clinical)
    it(`are marked where they are clinical: ${text}`, () => {
      assert.ok(expected.length > 0, 'nothing is named that is to be marked');
      assert.deepEqual(
        expected.filter((part) => !isMarked(text, part)).map(({word}) => word),
        [],
      );
    });

  it('would be marked in most of these sentences but for the rules', () => {
    const parts = [...everyday, ...later].flatMap(({text, never}) =>
      never.map((part) => isMarked(text, part, bare)),
    );

    const marked = parts.filter(Boolean).length;

    assert.ok(marked >= 0.95 * parts.length, `${marked} of ${parts.length}`);
  });

  it('are marked in fewer than one in twenty of all sentences that were tried', () => {
    const all = [...everyday, ...later, ...limits];

    const marked = all.filter(({text, never}) => never.some((part) => isMarked(text, part)));

    assert.ok(marked.length < all.length / 20, `${marked.length} of ${all.length}`);
  });
});
