import {expect} from '@open-wc/testing';
import {classOf, fold, gap, sign, word} from '../../src/glossary/characters.js';

const code = (character: string): number => character.charCodeAt(0);

describe('Single characters', () => {
  it('are gaps when they are white space of any kind', () => {
    for (const character of [' ', '\t', '\n', '\u00a0', '\u2009', '\u3000'])
      expect(classOf(code(character)), JSON.stringify(character)).to.equal(gap);
  });

  it('are parts of words when they are letters, digits, marks on letters, or join letters unseen', () => {
    for (const character of [
      'a',
      'É',
      'ŵ',
      '7',
      '½',
      '\u0301',
      '\u200d',
      '\u00ad',
      '\ufeff',
      'ض',
      '字',
    ])
      expect(classOf(code(character)), JSON.stringify(character)).to.equal(word);
  });

  it('are signs otherwise, marks of direction and halves of pairs among them', () => {
    for (const character of [
      '/',
      '#',
      '&',
      '.',
      '↑',
      '\u202e',
      '\u2066',
      '\u200e',
      '\ud83d',
      '\ude00',
    ])
      expect(classOf(code(character)), JSON.stringify(character)).to.equal(sign);
  });

  it('are lowered one for one', () => {
    expect(fold(code('A'))).to.equal(code('a'));
    expect(fold(code('Ŵ'))).to.equal(code('ŵ'));
    expect(fold(code('1'))).to.equal(code('1'));
    expect(fold(code('İ'))).to.equal(code('İ'));
  });

  it('have one apostrophe and one hyphen, and the sign for minus is a hyphen', () => {
    for (const character of ['\u2018', '\u2019', '\u02bc'])
      expect(fold(code(character))).to.equal(0x27);
    for (const character of ['\u2010', '\u2011', '\u2012', '\u2013', '\u2212'])
      expect(fold(code(character))).to.equal(0x2d);
    expect(fold(code('\u2014'))).to.equal(0x2014);
  });

  it('answer the same when asked again', () => {
    expect([classOf(0x4e00), classOf(0x4e00), fold(0xffff), fold(0xffff)]).to.deep.equal([
      word,
      word,
      0xffff,
      0xffff,
    ]);
  });

  it('stay themselves at 0', () => {
    expect(fold(0)).to.equal(0);
    expect(classOf(0)).to.equal(sign);
  });
});
