/** Writes measurements: blood pressure, weight and others, taken by staff, a carer or a device. */
import type {Device, Encounter, Observation, Quantity, Reference} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {round} from '../random.js';
import type {RangeEntry} from './analytes.js';
import {quantity, range} from './results.js';

/** Who measured, with what, and where. */
export interface Measured extends EntryOptions {
  /** DateTime, or a date where only that was written down. */
  readonly taken: string;
  /** Absent: the record does not say who. */
  readonly by?: NonNullable<Observation['performer']>[number];
  readonly device?: Reference<Device>;
  readonly method?: string;
  /** True: measured where the person lives. */
  readonly atHome?: boolean;
  readonly visit?: Reference<Encounter>;
  readonly note?: string;
  readonly status?: Observation['status'];
}

const recordingSetting =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RecordingSetting';

function frame(book: Book, entry: Measured): Omit<Observation, 'code'> {
  return {
    resourceType: 'Observation',
    ...(entry.atHome && {
      extension: [{url: recordingSetting, valueCodeableConcept: concept('residential', 'At home')}],
    }),
    status: entry.status ?? 'final',
    category: [concept('vitalSigns')],
    subject: book.patient,
    ...(entry.visit && {encounter: entry.visit}),
    effectiveDateTime: entry.taken,
    ...(entry.by && {performer: [entry.by]}),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(entry.method && {method: {text: entry.method}}),
    ...(entry.device && {device: entry.device}),
  };
}

const mmHg = ['mmHg', 'mm[Hg]'] as const;

/** Writes a blood pressure, both numbers in mmHg. */
export function bloodPressure(
  book: Book,
  systolic: number,
  diastolic: number,
  entry: Measured,
): Reference<Observation> {
  const both = (first: CodeKey, second: CodeKey, text: string): Observation['code'] => ({
    coding: [...(concept(first).coding ?? []), ...(concept(second).coding ?? [])],
    text,
  });
  const resource: Observation = {
    ...frame(book, entry),
    code: both('bloodPressure', 'bloodPressureSct', 'Blood pressure'),
    component: [
      {
        code: both('systolic', 'systolicSct', 'Systolic blood pressure'),
        valueQuantity: quantity(systolic, mmHg),
      },
      {
        code: both('diastolic', 'diastolicSct', 'Diastolic blood pressure'),
        valueQuantity: quantity(diastolic, mmHg),
      },
    ],
  };
  return book.add(resource, entry.taken, entry);
}

/** Measurements of one number. */
export const singles = {
  weight: {text: 'Body weight', code: 'bodyWeight', units: ['kg', 'kg']},
  height: {text: 'Height', code: 'bodyHeight', units: ['cm', 'cm']},
  bmi: {text: 'Body mass index', code: 'bmi', units: ['kg/m2', 'kg/m2']},
  pulse: {text: 'Pulse rate', code: 'heartRate', units: ['beats/min', '/min']},
  temperature: {text: 'Temperature', code: 'temperature', units: ['°C', 'Cel']},
  saturation: {text: 'Oxygen saturation', code: 'oxygenSaturation', units: ['%', '%']},
  respiration: {text: 'Breathing rate', code: 'respiratoryRate', units: ['breaths/min', '/min']},
  glucose: {text: 'Blood glucose', code: 'glucoseBlood', units: ['mmol/L', 'mmol/L']},
  ketones: {text: 'Blood ketones', code: undefined, units: ['mmol/L', 'mmol/L']},
  peakFlow: {text: 'Peak flow', code: undefined, units: ['L/min', 'L/min']},
} as const;

/** Writes a measurement of one number in the unit of `singles`, or of words such as 'HI'. */
export function measurement(
  book: Book,
  what: keyof typeof singles,
  value: number | string,
  entry: Measured & {
    readonly comparator?: Quantity['comparator'];
    readonly ranges?: readonly RangeEntry[];
  },
): Reference<Observation> {
  const {text, code, units} = singles[what];
  const resource: Observation = {
    ...frame(book, entry),
    code: code ? concept(code, text) : {text},
    ...(typeof value === 'string'
      ? {valueString: value}
      : {valueQuantity: quantity(value, units, entry.comparator)}),
    ...(entry.ranges && {referenceRange: entry.ranges.map((one) => range(one, units))}),
  };
  return book.add(resource, entry.taken, entry);
}

/** Writes weight in kg, and with a height in cm also the body mass index: one or two entries. */
export function weightAndBmi(
  book: Book,
  weight: number,
  height: number | undefined,
  entry: Measured,
): void {
  measurement(book, 'weight', weight, entry);
  if (height === undefined) return;
  measurement(book, 'bmi', round(weight / (height / 100) ** 2, 1), entry);
}

/** Writes an answer about life and habits, such as smoking, or to a questionnaire. */
export function habit(
  book: Book,
  text: string,
  answer: string,
  entry: Measured,
  category: 'socialHistory' | 'survey' = 'socialHistory',
): Reference<Observation> {
  const resource: Observation = {
    ...frame(book, entry),
    category: [concept(category)],
    code: {text},
    valueString: answer,
  };
  return book.add(resource, entry.taken, entry);
}

/** Writes a device of the person. */
export function device(book: Book, key: string, name: string, code?: CodeKey): Reference<Device> {
  const resource: Device = {
    resourceType: 'Device',
    status: 'active',
    deviceName: [{name, type: 'user-friendly-name'}],
    type: code ? concept(code, name) : {text: name},
    patient: book.patient,
  };
  return {...book.add(resource, '2025-01-10', {key}), display: name};
}
