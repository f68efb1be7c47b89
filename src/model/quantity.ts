/** Quantities as they were recorded: the number as sent, its comparator and its unit, never converted. */
import {get, number, object, text} from './fhir-json.js';

/** How a recorded number stands to the true one: `<5` means less than 5. FHIR quantity-comparator. */
export type Comparator = '<' | '<=' | '>=' | '>';

/** A number with its unit, as recorded. */
export interface Quantity {
  readonly value: number;
  readonly comparator?: Comparator;
  /** The unit in words fit to be read, for example `mmol/L`. Absent when none was recorded. */
  readonly unit?: string;
  /** What two quantities must share to be compared: UCUM code where there is one, else the unit. */
  readonly unitKey: string;
}

const comparators: ReadonlySet<string> = new Set(['<', '<=', '>=', '>']);

/** UCUM units that are not fit to be read as they are, in the words of the NHS content guide. */
const unitWords: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  '10*9/L': 'x 10^9/L',
  '10*12/L': 'x 10^12/L',
  '10*3/uL': 'x 10^3/microlitre',
  '10*6/uL': 'x 10^6/microlitre',
  umol: 'micromol',
  'umol/L': 'micromol/L',
  'µmol/L': 'micromol/L',
  'μmol/L': 'micromol/L',
  ug: 'microgram',
  mcg: 'microgram',
  'ug/L': 'microgram/L',
  'µg/L': 'microgram/L',
  'ug/dL': 'microgram/dL',
  'mL/min/{1.73_m2}': 'mL/min/1.73m²',
  'mL/min/1.73.m2': 'mL/min/1.73m²',
  'ml/min/1.73m2': 'mL/min/1.73m²',
  'mL/min/1.73m2': 'mL/min/1.73m²',
  '/min': 'a minute',
  '{beats}/min': 'beats a minute',
  '{breaths}/min': 'breaths a minute',
  'kg/m2': 'kg/m²',
  Cel: 'C',
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
  '{score}': '',
  '{ratio}': '',
  '[iU]/L': 'IU/L',
  '[IU]/L': 'IU/L',
  'm[IU]/L': 'mIU/L',
  'm[iU]/L': 'mIU/L',
  'k[IU]/L': 'kIU/L',
  'u[IU]/mL': 'micro IU/mL',
};

/** A unit as a person should read it; UCUM brackets, stars and braces never show. */
export function unitLabel(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  const known = unitWords[unit.trim()];
  const words = (known ?? unit)
    .replace(/\{[^}]*\}/g, '')
    .replace(/10\*/g, '10^')
    .replace(/\[([^\]]*)\]/g, '$1')
    .trim();
  return words || undefined;
}

/** Reads a FHIR Quantity (or Age, Duration, Money-free kin) that has a finite number. */
export function readQuantity(json: unknown): Quantity | undefined {
  const found = object(json);
  const value = number(found?.['value']);
  if (!found || value === undefined) return undefined;
  const comparator = text(found['comparator']);
  const unit = unitLabel(text(found['unit']) ?? text(found['code']));
  return {
    value,
    ...(comparator && comparators.has(comparator) && {comparator: comparator as Comparator}),
    ...(unit && {unit}),
    unitKey: unitKey(found),
  };
}

/** What makes two quantities comparable: the UCUM code where given, else the unit as written. */
function unitKey(json: unknown): string {
  const code = text(get(json, 'code'));
  const unit = text(get(json, 'unit'));
  return unitLabel(code)?.toLowerCase() ?? unitLabel(unit)?.toLowerCase() ?? '';
}

/** True when a comparator was sent that FHIR R4 does not know: the number cannot then be shown as it stands. */
export function hasUnknownComparator(json: unknown): boolean {
  const comparator = get(json, 'comparator');
  return (
    comparator !== undefined && !(typeof comparator === 'string' && comparators.has(comparator))
  );
}
