/** Welsh nouns after numbers, where grammars agree: 'dwy flynedd', 'pum mlynedd', '52 oed'. */
import {expect} from '@open-wc/testing';
import {cy as chart} from '../../src/i18n/cy/chart.js';
import {cy as detail} from '../../src/i18n/cy/detail.js';
import {aged, counted} from '../../src/i18n/cy/numbers.js';
import {cy as status} from '../../src/i18n/cy/status.js';

describe('a number of years in Welsh', () => {
  for (const [count, words] of [
    [1, '1 flwyddyn'],
    [2, '2 flynedd'],
    [3, '3 blynedd'],
    [5, '5 mlynedd'],
    [6, '6 blynedd'],
    [10, '10 mlynedd'],
    [25, '25 o flynyddoedd'],
    [1.5, '1.5 o flynyddoedd'],
  ] as const) {
    it(`is ${words}`, () => {
      expect(counted(count, 'a')).to.equal(words);
    });
  }
});

describe('how often, in Welsh,', () => {
  it('is every 2 years on a row', () => {
    expect(status.often(1, undefined, 2, 'a')).to.equal('bob 2 flynedd');
  });

  it('is every 2 years in an opened entry', () => {
    expect(detail.timing.often({from: 1}, {from: 2}, 'a')).to.equal('bob 2 flynedd');
  });

  it('is every 2 days, and every 2 months', () => {
    const said = (['d', 'mo'] as const).map((unit) => status.often(1, undefined, 2, unit));
    expect(said).to.deep.equal(['bob 2 ddiwrnod', 'bob 2 fis']);
  });

  it('is every day as people say it', () => {
    expect(detail.timing.often(undefined, {from: 1}, 'd')).to.equal('bob dydd');
    expect(status.often(3, undefined, 1, 'd')).to.equal('3 gwaith bob dydd');
  });

  it('takes the noun of the last number of a span', () => {
    expect(detail.timing.often(undefined, {from: 2, to: 5}, 'a')).to.equal('bob 2 i 5 mlynedd');
  });

  it('is the last 2 years beside a chart', () => {
    expect(chart.lastYears(2)).to.equal('2 flynedd ddiwethaf');
  });
});

describe('an age in Welsh', () => {
  it('is said with ‘oed’ on a row', () => {
    expect(status.points.startedAge({text: '52 years'})).to.equal('Dechreuodd yn 52 oed.');
  });

  it('is said with ‘oed’ after a range of ages', () => {
    expect(detail.age('\u206818\u2069 i \u206865 years\u2069')).to.equal(
      '\u206818\u2069 i \u206865\u2069 oed',
    );
  });

  it('may be in months', () => {
    expect(aged('6 months')).to.equal('6 mis oed');
  });

  it('keeps a unit that it does not know', () => {
    expect(aged('52 turns')).to.equal('52 turns');
  });
});
