import {expect} from '@open-wc/testing';
import {compareNewestFirst, parseFhirDate, ukCivil} from '../../src/model/fhir-date.js';

const civil = (text: string) => {
  const date = parseFhirDate(text);
  if (!date) return 'none';
  const {year, month, day, hour, minute} = ukCivil(date.from);
  return `${year}-${month}-${day} ${hour}:${minute} ${date.precision}`;
};

describe('A recorded date', () => {
  for (const [text, expected] of [
    ['1998', '1998-1-1 0:0 year'],
    ['2004-03', '2004-3-1 0:0 month'],
    ['2018-08-06', '2018-8-6 0:0 day'],
    // 31 May 23:30 in UTC is 1 June on a UK clock.
    ['2026-05-31T23:30:00Z', '2026-6-1 0:30 minute'],
    ['2026-06-01T00:30:00+01:00', '2026-6-1 0:30 minute'],
    ['2026-11-18T09:05:00', '2026-11-18 9:5 minute'],
    ['2005-12-24T09:43:41+11:00', '2005-12-23 22:43 minute'],
    // Clocks go forward: 01:30 does not exist and moves on. They go back: 01:30 is the later one.
    ['2027-03-28T01:30:00', '2027-3-28 2:30 minute'],
    ['2026-10-25T01:30:00', '2026-10-25 1:30 minute'],
    // Summer time all year round, and two hours in wartime.
    ['1970-01-15T12:00:00Z', '1970-1-15 13:0 minute'],
    ['1944-06-06T12:00:00Z', '1944-6-6 14:0 minute'],
    ['1912-04-15', '1912-4-15 0:0 day'],
    ['2020-06-01T24:00:00', '2020-6-1 0:0 day'],
    ['2023-02-29', 'none'],
    ['2023-13', 'none'],
    ['today', 'none'],
  ] as const) {
    it(`reads ${text} on the UK day, no more exactly than it was recorded`, () => {
      expect(civil(text)).to.equal(expected);
    });
  }

  it('stands after the exact ones of its period, and undated ones last', () => {
    const dates = [undefined, ...['2019', '2019-06', '2019-06-02', '2020'].map(parseFhirDate)];
    const sorted = dates.sort(compareNewestFirst).map((date) => date?.text);
    // `sort` itself keeps what is undefined at the end; the comparison agrees.
    expect(sorted).to.deep.equal(['2020', '2019-06-02', '2019-06', '2019', undefined]);
    expect(compareNewestFirst(undefined, parseFhirDate('2019'))).to.equal(1);
  });
});
