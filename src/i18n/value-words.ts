/** Values, ranges and flags in words: one way to say them in lists, opened entries, charts and print. */
import type {Judgement, ReferenceRange} from '../model/interpretation.js';
import type {Quantity} from '../model/quantity.js';
import type {Dose, Finding, ResultValue} from '../model/timeline.js';
import {dateInWords, momentInWords, type DateWords} from './dates.js';
import type {StatusWords} from './status.js';

export {momentInWords} from './dates.js';

/** The words that values are put into. */
export interface ValueWords {
  readonly status: StatusWords;
  readonly dates: DateWords;
}

const nonBreaking = '\u00a0';

/** NHS content guide, 'Numbers, measurements, dates and time': no space before these units. */
const closeUnits: ReadonlySet<string> = new Set(
  'mg g kg ng pg cm m mm mL L dL mmHg % C F kPa Hz kcal kJ'.split(' '),
);

/** A number as it was sent, without an exponent. */
export function numberInWords(value: number): string {
  const words = String(value);
  if (!words.includes('e')) return words;
  if (Math.abs(value) >= 1) return value.toLocaleString('en-GB', {useGrouping: false});
  return value.toFixed(20).replace(/0+$/, '');
}

/** A number with its unit, without its comparator. */
export function withUnit(number: string, unit: string | undefined): string {
  if (!unit) return number;
  return closeUnits.has(unit) ? `${number}${unit}` : `${number}${nonBreaking}${unit}`;
}

/** A quantity with its comparator and unit, for example `less than 3 mg/mmol`. */
export function quantityInWords(quantity: Quantity, words: StatusWords): string {
  const plain = withUnit(numberInWords(quantity.value), quantity.unit);
  return quantity.comparator ? words.comparators[quantity.comparator](plain) : plain;
}

/** A result's value. `second` is the lower number of a blood pressure. */
export function valueInWords(value: ResultValue, words: ValueWords, second?: ResultValue): string {
  const {status} = words;
  switch (value.type) {
    case 'quantity':
      if (second?.type === 'quantity') {
        const pair = `${numberInWords(value.quantity.value)}/${numberInWords(second.quantity.value)}`;
        return withUnit(pair, value.quantity.unit ?? second.quantity.unit);
      }
      return quantityInWords(value.quantity, status);
    case 'text':
      return value.text;
    case 'boolean':
      return value.value ? status.yes : status.no;
    case 'range':
      return boundsInWords(value.low, value.high, status) ?? status.absent.notRecorded;
    case 'ratio': {
      const numerator = quantityInWords(value.numerator, status);
      return value.denominator
        ? status.ratio(numerator, quantityInWords(value.denominator, status))
        : numerator;
    }
    case 'date':
      return momentInWords(value.date, words);
    case 'period': {
      const from = value.from && dateInWords(value.from, words.dates);
      const until = value.until && dateInWords(value.until, words.dates);
      return from && until ? words.dates.range(from, until) : (from ?? until ?? '');
    }
    case 'absent': {
      const own = status.absent[value.key ?? 'notRecorded'];
      // `as-text`: the reason is in the record's words, and ours would only say that there is one.
      return value.reason ?? own;
    }
  }
}

/** Two limits: '20 to 41 mmol/mol', '10 or less', '90 or more'. Undefined when there is none. */
function boundsInWords(
  low: Quantity | undefined,
  high: Quantity | undefined,
  words: StatusWords,
): string | undefined {
  if (low && high) {
    const from = numberInWords(low.value);
    const sameUnit = low.unit === high.unit && !low.comparator && !high.comparator;
    return words.fromTo(
      sameUnit ? from : quantityInWords(low, words),
      quantityInWords(high, words),
    );
  }
  if (high) {
    return high.comparator
      ? quantityInWords(high, words)
      : words.orLess(quantityInWords(high, words));
  }
  if (!low) return undefined;
  return low.comparator ? quantityInWords(low, words) : words.orMore(quantityInWords(low, words));
}

/**
 * A range as it was given, with what and whom it is for. `unit: false` leaves the unit out where it stands beside a
 * value in the same unit.
 */
export function rangeInWords(
  range: ReferenceRange,
  words: StatusWords,
  options: {readonly unit?: boolean} = {},
): string {
  const bare = (limit: Quantity | undefined): Quantity | undefined => {
    if (!limit || options.unit !== false) return limit;
    const {value, comparator, unitKey} = limit;
    return {value, unitKey, comparator};
  };
  const bounds = boundsInWords(bare(range.low), bare(range.high), words);
  const said = bounds && range.text ? `${bounds} (${range.text})` : (bounds ?? range.text ?? '');
  const whom = [range.type, range.appliesTo].filter((part) => part !== undefined).join(', ');
  return whom ? words.rangeFor(whom, said) : said;
}

/** What a judgement says in few words, for a flag or beside a value. Undefined: nothing can be said. */
export function flagInWords(judgement: Judgement, words: StatusWords): string | undefined {
  const {flag, ranges, against} = judgement;
  if (flag === 'other') {
    const own = judgement.code && words.interpretations[judgement.code];
    // The laboratory's word is plainer than its code only when it is a word, and not a letter.
    return judgement.words && judgement.words.length > 2
      ? judgement.words
      : (own ?? judgement.words);
  }
  if (flag === 'notJudged') {
    const all = ranges.map((range) => rangeInWords(range, words)).filter((range) => range !== '');
    if (all.length === 0) return undefined;
    return all.length === 1 ? words.rangeGiven(all[0] ?? '') : words.rangesGiven(all);
  }
  // No range is named that does not say the same.
  if (!against) {
    if (flag === 'within') return words.withinNoRange;
    if (flag === 'outside') return words.outsideNoRange;
  }
  return words.flags[flag];
}

/** The whole sentence beside an opened result: 'Higher than the range given (20 to 41)', and each range. */
export function judgementInWords(judgement: Judgement, words: StatusWords): string {
  const {flag, ranges, against} = judgement;
  if (against && (flag === 'high' || flag === 'low' || flag === 'outside' || flag === 'within')) {
    return words.againstRange[flag](rangeInWords(against, words));
  }
  const said = flagInWords(judgement, words) ?? words.flags.noRange;
  if (flag === 'notJudged' || ranges.length === 0) return said;
  const all = ranges.map((range) => rangeInWords(range, words));
  const given = all.length === 1 ? words.rangeGiven(all[0] ?? '') : words.rangesGiven(all);
  return `${said}. ${given}`;
}

/** A finding's value in words. */
export function findingInWords(finding: Finding, words: ValueWords): string {
  return valueInWords(finding.value, words, finding.second);
}

/** A dosage in short words. */
export function doseInWords(dose: Dose, words: StatusWords): string {
  const amount = dose.amount && amountInWords(dose.amount, dose.amountTo, words);
  const often =
    dose.times !== undefined && dose.period !== undefined && dose.unit !== undefined
      ? words.often(dose.times, dose.timesTo, dose.period, dose.unit)
      : undefined;
  const first = dose.text ?? amount;
  return words.dose({
    amount: first,
    often,
    ...(dose.asNeeded && {asNeeded: dose.asNeeded}),
  });
}

/** What is counted, as records write it: '1 tablet', '2 tablets'. Record words are English. */
const counted = /^(?:tablet|capsule|puff|drop|sachet|dose|unit|spoonful|lozenge|ampoule|vial)$/i;

function amountInWords(from: Quantity, to: Quantity | undefined, words: StatusWords): string {
  const last = to ?? from;
  const {value, unit} = last;
  const isMany = unit !== undefined && value !== 1 && counted.test(unit);
  const amount = quantityInWords(isMany ? {...last, unit: `${unit}s`} : last, words);
  return to ? words.fromTo(numberInWords(from.value), amount) : amount;
}
