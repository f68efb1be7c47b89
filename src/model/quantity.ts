/** Quantities as they were recorded: the number as sent, its comparator and its unit, never converted. */
import {number, object, text, type JsonObject} from './fhir-json.js';
import {clean, looksLikeCode} from './label.js';
import {isComparator, isQuantity, type Comparator} from './number.js';

export {hasUnknownComparator, type Comparator} from './number.js';

/** A number with its unit, as recorded. */
export interface Quantity {
  readonly value: number;
  readonly comparator?: Comparator;
  /** The unit in words fit to be read, for example `mmol/L`. Absent when none was recorded. */
  readonly unit?: string;
  /** What two quantities must share to be compared: UCUM code where there is one, else the unit. */
  readonly unitKey: string;
}

/** UCUM units that are not fit to be read as they are, in the words of the NHS content guide. */
const unitWords: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  'mm Hg': 'mmHg',
  umol: 'micromol',
  ug: 'micrograms',
  mcg: 'micrograms',
  'mL/min/{1.73_m2}': 'mL/min/1.73m²',
  'mL/min/1.73.m2': 'mL/min/1.73m²',
  'mL/min/1.73m2': 'mL/min/1.73m²',
  'mL/min/(173.10*-2.m2)': 'mL/min/1.73m²',
  '/min': 'a minute',
  '{beats}/min': 'beats a minute',
  '{breaths}/min': 'breaths a minute',
  'kg/m2': 'kg/m²',
  Cel: 'C',
  '°C': 'C',
  degC: 'C',
  'deg C': 'C',
  '°F': 'F',
  degF: 'F',
  '[degF]': 'F',
  '[lb_av]': 'lb',
  '[in_i]': 'inches',
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  '1': '',
};

/** Litres are written `l` and `L` in UCUM, and mean the same; other letters mean different things by their case. */
const litre = /(^|[/.])(m|d|c|u|n|p|f)?l(?=$|[/.])/g;

/** A unit as a person should read it; UCUM brackets, stars and braces never show. */
export function unitLabel(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  const bare = unit.trim().replace(litre, '$1$2L');
  if (Object.hasOwn(unitWords, bare)) return unitWords[bare] || undefined;
  if (/^[A-Za-z%]{1,6}$/.test(bare)) return bare;
  const words = clean(
    bare
      .replace(/\{[^}]*\}/g, '')
      .replace(/10\*(-?\d+)/g, 'x 10^$1')
      .replace(/\[(?:iU|IU)\]/g, 'IU')
      .replace(/\[([^\]]*)\]/g, '$1')
      .replace(/(^|[/ .])[uµμ]mol\b/g, '$1micromol')
      .replace(/(^|[/ .])[uµμ]g\b/g, '$1micrograms'),
  )?.replace(/^\//, 'a ');
  return words === undefined || looksLikeCode(words) || words.length > 60 ? undefined : words;
}

const labels = new Map<string, string | undefined>();

/** `unitLabel`, remembered: a record has few units and many results. */
function knownLabel(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  if (labels.has(unit)) return labels.get(unit);
  // A hostile record could bring a new unit in every result, and a long one may be words about somebody.
  if (labels.size > 500 || unit.length > 12) return unitLabel(unit);
  const label = unitLabel(unit);
  labels.set(unit, label);
  return label;
}

/**
 * A number without the tail that arithmetic in binary leaves: 46.9 for 46.900000000000006. No decimal of up to 15 digits is changed
 * (IEEE 754: as many always come back from a double as they went in).
 */
const withoutTail = (value: number): number => Number(value.toPrecision(15));

/** Reads a FHIR Quantity (or Age, Duration, Money-free kin) that has a finite number. */
export function readQuantity(json: unknown): Quantity | undefined {
  const found = object(json);
  const sent = number(found?.['value']);
  if (!found || sent === undefined || !isQuantity(found)) return undefined;
  const value = withoutTail(sent);
  const comparator = found['comparator'];
  const code = text(found['code']);
  const written = text(found['unit']);
  // A unit's words may stand for its code ('millimole per litre'); either may be missing.
  const unit = unitOf(found, written, code);
  const unitKey = knownLabel(code) ?? knownLabel(written) ?? code ?? written ?? '';
  if (isComparator(comparator)) return {value, comparator, unit, unitKey};
  return unit ? {value, unit, unitKey} : {value, unitKey};
}

/**
 * The unit to read: as written, but 'mmHg' rather than 'millimeter of mercury' where the UCUM code gives the short
 * form that people know from their letters. A code of any other system is only a code.
 */
function unitOf(
  json: JsonObject,
  written: string | undefined,
  code: string | undefined,
): string | undefined {
  const system = json['system'];
  const ucum = system === undefined || system === 'http://unitsofmeasure.org';
  if (code === undefined || !ucum) return knownLabel(written);
  // A whole annotation such as `{ScoreOf}` is no unit.
  if (/^\{[^}]*\}$/.test(code) && (written === undefined || code === `{${written}}`))
    return undefined;
  if (written === undefined) return knownLabel(code);
  // Words that are long and plain have a short form, unless an annotation would be lost with it.
  if (/^[a-z]{5,}$|[a-z] |\^/.test(written) && !/^\/|\{/.test(code)) {
    return knownLabel(code) ?? knownLabel(written);
  }
  return knownLabel(written);
}
