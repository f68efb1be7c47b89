import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gradeOf, syllablesIn} from '../../support/syllables.js';

describe('The counter of syllables that the reading grade stands on', () => {
  const words: readonly (readonly [number, string])[] = [
    [1, 'heart the blood checked eyes lives whole tubes used'],
    [2, 'doctor people needed table illness rashes body diet'],
    [3, 'medicine hospital illnesses dementia different infection'],
    [4, 'diarrhoea temperature operation'],
    [5, 'examination'],
  ];
  for (const [count, some] of words)
    for (const word of some.split(' '))
      it(`counts ${count} in ${word}`, () => {
        assert.equal(syllablesIn(word), count);
      });

  it('counts the parts of a word with a hyphen, and one for a number', () => {
    assert.equal(syllablesIn('long-lasting'), 3);
    assert.equal(syllablesIn('40'), 1);
  });

  it('gives short words in short sentences a lower grade', () => {
    const [easy, hard] = [gradeOf(10, 2, 12), gradeOf(20, 1, 40)];
    assert.ok(easy < 2 && hard > 15, `${easy} and ${hard}`);
  });
});
