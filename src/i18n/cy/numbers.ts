/**
 * Welsh nouns after a number: singular, and with the mutation that the number brings. Only forms that grammars agree on;
 * Welsh is waiting for a Welsh language reviewer.
 */

/** Units of time of R4 `Timing.repeat`. */
type Unit = 's' | 'min' | 'h' | 'd' | 'wk' | 'mo' | 'a';

const nouns: Readonly<Record<Unit, string>> = {
  s: 'eiliad',
  min: 'munud',
  h: 'awr',
  d: 'diwrnod',
  wk: 'wythnos',
  mo: 'mis',
  a: 'blwyddyn',
};

/** After 2, words that can soften do: 'dau ddiwrnod', 'dau fis'. */
const afterTwo: Readonly<Partial<Record<Unit, string>>> = {d: 'ddiwrnod', mo: 'fis', min: 'funud'};

/** 'Pum mlynedd', but 'tair blynedd'; above ten only where the number is one word. */
const nasal: readonly number[] = [5, 7, 8, 9, 10, 12, 15, 18, 20, 50, 100];

/** The noun of a unit after a number. */
export function nounAfter(count: number, unit: Unit): string {
  if (unit === 'a') {
    if (count === 1) return 'flwyddyn';
    if (count === 2) return 'flynedd';
    if (count === 3 || count === 4 || count === 6) return 'blynedd';
    return nasal.includes(count) ? 'mlynedd' : 'o flynyddoedd';
  }
  return (count === 2 && afterTwo[unit]) || nouns[unit];
}

/** A number of units: '2 flynedd', '5 diwrnod'. */
export function counted(count: number, unit: Unit): string {
  return `${count} ${nounAfter(count, unit)}`;
}

/** The noun of a unit after 'bob': 'bob dydd', 'bob blwyddyn'. */
export function nounAfterEvery(unit: Unit): string {
  return unit === 'd' ? 'dydd' : nouns[unit];
}

const ages: Readonly<Record<string, string>> = {
  year: 'oed',
  month: 'mis oed',
  week: 'wythnos oed',
  day: 'diwrnod oed',
};

/** Ages whose unit the record gives in English, as in '52 years'; words of ours stand outside the isolate. */
export function aged(text: string): string {
  return text.replace(
    /[ \u00a0](year|month|week|day)s?(\u2069?)/g,
    (_, unit: string, close: string) => `${close} ${ages[unit] ?? unit}`,
  );
}
