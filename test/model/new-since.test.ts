import {expect} from '@open-wc/testing';
import {NewSinceCounter} from '../../src/model/new-since.js';
import {fakeEntry} from '../support/fake-decode.js';

function count(since: number | undefined, ...recorded: (number | undefined)[]) {
  const counter = new NewSinceCounter(since);
  recorded.forEach((at, index) => {
    counter.add(fakeEntry({reference: String(index), ...(at !== undefined && {recorded: at})}));
  });
  return counter;
}

describe('what is new since last time', () => {
  it('is what was recorded after that moment', () => {
    const {references} = count(100, 99, 100, 101, 50, undefined).result;

    expect([...(references ?? [])]).to.deep.equal(['2']);
  });

  it('is nothing when nothing was recorded since', () => {
    expect(count(100, 1, 2, 3).result.references?.size).to.equal(0);
  });

  it('cannot be told on a first visit', () => {
    expect(count(undefined, 1, 2).result).to.deep.equal({unknown: 'noMoment'});
  });

  it('cannot be told from a moment that is none', () => {
    expect(count(NaN, 1, 2).result).to.deep.equal({unknown: 'noMoment'});
  });

  it('may be half of what was read, and no more', () => {
    const half = count(100, 200, 200, 1, 1).result;
    const more = count(100, 200, 200, 200, 1, 1).result;

    expect(half.references?.size).to.equal(2);
    expect(more).to.deep.equal({unknown: 'moved'});
  });

  it('is counted so far, and not said to have moved, while only the newest was read', () => {
    const counter = count(100, 200, 200, 200, 1);

    expect(counter.resultOf(false).references?.size).to.equal(3);
    expect(counter.resultOf(true)).to.deep.equal({unknown: 'moved'});
  });

  it('forgets what is not shown after all', () => {
    const counter = count(100, 200, 1, 1);

    counter.remove(fakeEntry({reference: '0', recorded: 200}));

    expect(counter.result.references?.size).to.equal(0);
  });

  it('does not change what was given out before', () => {
    const counter = count(100, 200, 1, 1, 1);
    const before = counter.result.references;

    counter.add(fakeEntry({reference: 'later', recorded: 200}));

    expect(before?.size).to.equal(1);
  });
});
