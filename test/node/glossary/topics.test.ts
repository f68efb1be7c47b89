/** Which terms of the bundled glossary have a topic: it withholds their meaning until that is checked, or leaves them unmarked. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {topicLines} from '../../fixtures/glossary-topics.js';

const linesOf = (text: string): string[] => text.trim().split('\n');
const kept = linesOf(topicLines);
const now = bundledTerms.flatMap(({id, topic}) => (topic ? [`${topic} ${id}`] : []));

/** What changed between two lists of topics and ids, in words. */
function changesOf(before: readonly string[], after: readonly string[]): string[] {
  const told = (lines: readonly string[], others: readonly string[], verb: string) =>
    lines
      .filter((line) => !others.includes(line))
      .map((line) => {
        const [topic, id] = line.split(' ');
        return `${id} ${verb} the topic ${topic}`;
      });
  return [...told(before, after, 'lost'), ...told(after, before, 'gained')].sort();
}

describe('The topics of the bundled glossary', () => {
  it('are those that are written down, term by term', () => {
    const changes = changesOf(kept, now);

    assert.equal(changes.length, 0, `\n${changes.join('\n')}`);
  });

  it('are written down in order, each term once, with every topic among them', () => {
    const topics = new Set(kept.map((line) => line.split(' ')[0]));

    assert.deepEqual(kept, [...new Set(kept)].sort());
    assert.equal(new Set(kept.map((line) => line.split(' ')[1])).size, kept.length);
    assert.deepEqual([...topics].sort(), [
      'cancer',
      'end-of-life',
      'genetics',
      'mental-health-law',
      'pregnancy-loss',
      'safeguarding',
      'sexual-health',
    ]);
  });

  it('are told by term where one went, came or became another', () => {
    const changes = changesOf(
      ['cancer biopsy', 'cancer tumour', 'end-of-life hospice'],
      ['cancer tumour', 'genetics biopsy', 'genetics gene', 'end-of-life hospice'],
    );

    assert.deepEqual(changes, [
      'biopsy gained the topic genetics',
      'biopsy lost the topic cancer',
      'gene gained the topic genetics',
    ]);
  });
});
