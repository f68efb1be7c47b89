/** A host's review of terms: what counts as one, and what is left out and named. */
import {expect} from '@open-wc/testing';
import {readReviews} from '../../src/glossary/host-reviews.js';

const good = {id: 'hiv', on: '2026-10-03', by: 'Dr A Example'};
const read = (json: unknown) => readReviews(json, (id) => id === 'hiv' || id === 'af');

describe('The review of a host', () => {
  it('is read term by term', () => {
    expect(read([good, {...good, id: 'af'}])).to.deep.equal({
      reviews: [good, {...good, id: 'af'}],
      problems: [],
    });
  });

  for (const json of [null, 'x', {}, 7, true, {reviewed: [good]}])
    it(`is none, with one problem, when it is no list: ${JSON.stringify(json)}`, () => {
      expect(read(json)).to.deep.equal({
        reviews: [],
        problems: [{index: -1, field: '', reason: 'a list of reviews'}],
      });
    });

  for (const [field, entry] of [
    ['', null],
    ['', 'hiv'],
    ['', [good]],
    ['', 7],
    ['id', {...good, id: 'not-a-term'}],
    ['id', {...good, id: 7}],
    ['id', {...good, id: ['hiv']}],
    ['id', {on: '2026-10-03', by: 'x'}],
    ['on, by', {id: 'hiv'}],
    ['on, by', {id: 'hiv', by: 'Dr A Example'}],
    ['on, by', {id: 'hiv', on: '2026-10-03'}],
    ['on, by', {...good, on: '3 October 2026'}],
    ['on, by', {...good, on: '2026-02-30'}],
    ['on, by', {...good, on: '2199-01-01'}],
    ['on, by', {...good, on: 20261003}],
    ['on, by', {...good, by: ''}],
    ['on, by', {...good, by: ' \u200b '}],
    ['on, by', {...good, by: '---'}],
    ['on, by', {...good, by: {name: 'Dr A Example'}}],
    ['on, by', {...good, by: 'a'.repeat(101)}],
  ] as const)
    it(`leaves out and names what is no review: ${JSON.stringify(entry)?.slice(0, 60)}`, () => {
      const {reviews, problems} = read([entry, good]);
      expect(reviews).to.deep.equal([good]);
      expect(problems.map(({index, field: where}) => [index, where])).to.deep.equal([[0, field]]);
    });

  it('counts on the day that has begun somewhere on Earth, and not on the one after', () => {
    const dayIn = (hours: number) =>
      new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10);
    expect(read([{...good, on: dayIn(14)}]).reviews).to.have.length(1);
    expect(read([{...good, on: dayIn(14 + 24)}]).reviews).to.have.length(0);
  });

  it('never tells its content in a problem', () => {
    const secret = 'Jane Example';
    expect(JSON.stringify(read([{id: secret, on: secret, by: secret}]).problems)).not.to.contain(
      secret,
    );
  });
});
