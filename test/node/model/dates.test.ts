/** No day is shifted and no precision gained, over many instants, years and offsets. `Intl` is the oracle. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {enGB} from '../../../src/i18n/en-gb/dates.js';
import {dateInWords} from '../../../src/i18n/dates.js';
import {
  compareNewestFirst,
  parseFhirDate,
  ukCivil,
  ukOffset,
  type FhirDate,
} from '../../../src/model/fhir-date.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** A small generator with a seed, so that a failure can be run again. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** 'YYYY-MM-DD HH:MM' on UK clocks, by `Intl`. */
function byIntl(at: number): string {
  const parts = Object.fromEntries(london.formatToParts(at).map(({type, value}) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** 'YYYY-MM-DD HH:MM' on UK clocks, by us. */
function byUs(at: number): string {
  const {year, month, day, hour, minute} = ukCivil(at);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function parsed(text: string): FhirDate {
  const date = parseFhirDate(text);
  assert.ok(date, text);
  return date;
}

describe('UK clocks', () => {
  it('are those of Intl at 40,000 instants from 1916 to 2099', () => {
    const random = generator(1);
    const from = Date.UTC(1916, 0, 1);
    const to = Date.UTC(2100, 0, 1);
    for (let count = 0; count < 40_000; count += 1) {
      const at = from + random(Math.floor((to - from) / MINUTE)) * MINUTE;
      assert.equal(byUs(at), byIntl(at), new Date(at).toISOString());
    }
  });

  it('are those of Intl at every hour around each change from 1972 to 2050', () => {
    for (let year = 1972; year <= 2050; year += 1) {
      for (const month of [2, 9]) {
        for (let at = Date.UTC(year, month, 14); at < Date.UTC(year, month + 1, 1); at += HOUR) {
          assert.equal(byUs(at), byIntl(at), new Date(at).toISOString());
        }
      }
    }
  });

  it('are those of Intl every four hours from 1948 to 1967, when only some months had changes', () => {
    for (let at = Date.UTC(1948, 0, 1); at < Date.UTC(1968, 0, 1); at += 4 * HOUR) {
      const shown = new Date(at + ukOffset(at)).toISOString().slice(0, 16).replace('T', ' ');
      assert.equal(shown, byIntl(at));
    }
  });

  it('were never more than two hours ahead', () => {
    const random = generator(2);
    for (let count = 0; count < 5_000; count += 1) {
      const at = Date.UTC(1850 + random(250), random(12), 1 + random(28), random(24));
      assert.ok([0, HOUR, 2 * HOUR].includes(ukOffset(at)));
    }
  });
});

describe('A recorded date', () => {
  it('keeps its day: 60,000 dates, whatever the clocks did', () => {
    const random = generator(3);
    for (let count = 0; count < 60_000; count += 1) {
      const year = 1900 + random(200);
      const month = 1 + random(12);
      const day = 1 + random(28);
      const date = parsed(`${year}-${two(month)}-${two(day)}`);
      const civil = ukCivil(date.from);
      assert.deepEqual(
        [civil.year, civil.month, civil.day, date.precision],
        [year, month, day, 'day'],
      );
      const last = ukCivil(date.to - 1);
      assert.deepEqual([last.year, last.month, last.day], [year, month, day]);
      assert.ok([23, 24, 25].includes((date.to - date.from) / HOUR) || year < 1972);
    }
  });

  it('is shown no more exactly than it was recorded', () => {
    for (let year = 1850; year <= 2100; year += 1) {
      assert.equal(dateInWords(parsed(String(year)), enGB), String(year));
      for (let month = 1; month <= 12; month += 1) {
        const words = dateInWords(parsed(`${year}-${two(month)}`), enGB);
        assert.equal(words, `${enGB.months[month - 1]} ${year}`);
      }
    }
  });

  it('with an offset is the instant it says, on the UK day', () => {
    const random = generator(4);
    for (let count = 0; count < 40_000; count += 1) {
      const at = Date.UTC(1975 + random(100), random(12), 1 + random(28), random(24), random(60));
      const offset = (random(105) - 48) * 15;
      const local = new Date(at + offset * MINUTE).toISOString().slice(0, 19);
      const sign = offset < 0 ? '-' : '+';
      const ahead = Math.abs(offset);
      const text = `${local}${sign}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
      const date = parsed(text);
      assert.equal(date.from, at, text);
      assert.equal(byUs(date.from), byIntl(at), text);
    }
  });

  it('without an offset is UK time', () => {
    const random = generator(5);
    for (let count = 0; count < 20_000; count += 1) {
      const at = Date.UTC(
        1975 + random(100),
        random(12),
        1 + random(28),
        4 + random(20),
        random(60),
      );
      const [day, time] = byIntl(at).split(' ');
      assert.equal(parsed(`${day}T${time}:00`).from, at);
    }
  });

  it('covers its whole period and nothing of the next', () => {
    for (let year = 1973; year <= 2060; year += 1) {
      assert.equal(parsed(String(year)).to, parsed(String(year + 1)).from);
      assert.equal(parsed(`${year}-12`).to, parsed(`${year + 1}-01`).from);
      assert.equal(parsed(`${year}-02`).to, parsed(`${year}-03-01`).from);
      assert.equal(parsed(`${year}-12-31`).to, parsed(`${year + 1}-01-01`).from);
    }
  });

  it('stands after the exact ones of its period, newest first', () => {
    const sorted = ['2019', '2020', '2019-06-01', '2019-06', '2020-01-01', '2019-01-01']
      .map(parsed)
      .sort(compareNewestFirst)
      .map(({text}) => text);
    assert.deepEqual(sorted, ['2020-01-01', '2020', '2019-06-01', '2019-06', '2019-01-01', '2019']);
  });

  it('is read at the edges of time and refused when there is no such day', () => {
    assert.equal(parsed('0001').precision, 'year');
    assert.equal(parsed('9999').precision, 'year');
    assert.equal(parsed('9999-12-31').precision, 'day');
    assert.equal(parsed('2016-12-31T23:59:60Z').precision, 'minute');
    assert.equal(parsed('2020-06-01T24:00:00').precision, 'day');
    assert.equal(parsed('2024-02-29').to - parsed('2024-02-29').from, DAY);
    const refused = [
      '2023-02-29',
      '2023-13',
      '2023-00',
      '2023-01-32',
      '2023-01-00',
      '0000',
      '20230101',
      '1/2/2023',
      '2023-1-1',
      'yesterday',
      '',
      ' ',
      '2023-01-01T',
      '2023-01-01T10',
      '٢٠٢٣',
      `2023-${'0'.repeat(100_000)}`,
    ];
    for (const text of refused) assert.equal(parseFhirDate(text), undefined, text.slice(0, 30));
    for (const value of [2023, null, undefined, {}, [], ['2023'], true]) {
      assert.equal(parseFhirDate(value), undefined);
    }
  });
});
