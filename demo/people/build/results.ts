/** Writes test results: reports with their results inside, and single results. */
import type {
  DiagnosticReport,
  Encounter,
  Observation,
  ObservationReferenceRange,
  Quantity,
  Reference,
} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {coding, concept} from '../codes.js';
import type {CodeKey} from '../codes.js';
import {placeRef} from '../places.js';
import type {PlaceKey} from '../places.js';
import {analytes} from './analytes.js';
import type {Analyte, AnalyteKey, RangeEntry} from './analytes.js';

/** UCUM quantity: the unit as printed, and its code. */
export function quantity(
  value: number,
  [unit, code]: readonly [unit: string, code: string],
  comparator?: Quantity['comparator'],
): Quantity {
  return {
    value,
    ...(comparator && {comparator}),
    unit,
    system: 'http://unitsofmeasure.org',
    code,
  };
}

/** A reference range as it is sent. */
export function range(
  entry: RangeEntry,
  units: readonly [string, string],
): ObservationReferenceRange {
  const years = (value: number): Quantity => quantity(value, ['years', 'a']);
  return {
    ...(entry.low !== undefined && {low: quantity(entry.low, units)}),
    ...(entry.high !== undefined && {high: quantity(entry.high, units)}),
    ...(entry.type && {type: concept(entry.type)}),
    ...(entry.appliesTo && {appliesTo: [{text: entry.appliesTo}]}),
    ...(entry.age && {
      age: {
        ...(entry.age[0] !== undefined && {low: years(entry.age[0])}),
        ...(entry.age[1] !== undefined && {high: years(entry.age[1])}),
      },
    }),
    ...(entry.text && {text: entry.text}),
  };
}

/** One result. */
export interface ResultEntry extends EntryOptions {
  readonly test: AnalyteKey;
  /** A number in the test's unit, or words. Absent with `absent`. */
  readonly value?: number | string;
  readonly comparator?: Quantity['comparator'];
  readonly status?: Observation['status'];
  /** Ranges in place of the test's own; an empty list is none. */
  readonly ranges?: readonly RangeEntry[];
  readonly flag?: 'high' | 'low' | 'criticalHigh' | 'normal' | 'abnormal';
  readonly note?: string;
  readonly absent?: {readonly code: CodeKey; readonly text?: string};
  /** The name in place of the test's own; `false` leaves text and display out. */
  readonly name?: string | false;
  /** When it was sent, dateTime, where later than the report. */
  readonly issued?: string;
}

/** Where and when a sample was taken and examined. */
export interface SampleEntry {
  /** When it was taken: dateTime, or a date when only that is known. */
  readonly taken: string;
  readonly issued?: string;
  readonly laboratory?: PlaceKey;
  readonly visit?: Reference<Encounter>;
}

const lastDigits = (text: string): string => text.replace(/[^A-Z0-9]/gi, '').toUpperCase();

/** System of the invented test codes of a laboratory. */
export function laboratorySystem(laboratory: PlaceKey): string {
  return `https://${laboratory.toLowerCase()}.example/test-code`;
}

/** Writes one result. */
export function result(
  book: Book,
  entry: ResultEntry,
  sample: SampleEntry,
): Reference<Observation> {
  const test: Analyte = analytes[entry.test];
  const laboratory = sample.laboratory ?? 'northmoorLab';
  const units = test.units;
  const ranges = entry.ranges ?? test.ranges;
  const value =
    typeof entry.value === 'number'
      ? {valueQuantity: quantity(entry.value, units, entry.comparator)}
      : entry.value !== undefined
        ? {valueString: entry.value}
        : {};
  const published = test.code ? [coding(test.code)] : [];
  const local = {
    system: laboratorySystem(laboratory),
    code: lastDigits(entry.test),
    display: test.name,
  };
  const issued = entry.issued ?? sample.issued;
  const resource: Observation = {
    resourceType: 'Observation',
    status: entry.status ?? 'final',
    category: [concept('laboratory')],
    code:
      entry.name === false
        ? {coding: [{system: local.system, code: local.code}]}
        : {coding: [local, ...published], text: entry.name ?? test.name},
    subject: book.patient,
    ...(sample.visit && {encounter: sample.visit}),
    effectiveDateTime: sample.taken,
    ...(issued && {issued}),
    performer: [placeRef(laboratory)],
    ...value,
    ...(entry.absent && {dataAbsentReason: concept(entry.absent.code, entry.absent.text)}),
    ...(entry.flag && {interpretation: [concept(entry.flag)]}),
    ...(entry.note && {note: [{text: entry.note}]}),
    ...(ranges.length > 0 && {referenceRange: ranges.map((one) => range(one, units))}),
  };
  return book.add(resource, issued ?? sample.taken, entry);
}

/** A report of several results. */
export interface ReportEntry extends SampleEntry, EntryOptions {
  readonly name: string;
  readonly code?: CodeKey;
  readonly results: readonly ResultEntry[];
  readonly status?: DiagnosticReport['status'];
  readonly conclusion?: string;
  readonly imaging?: boolean;
}

/** Writes a report and its results; the number of entries is one more than the results. */
export function report(book: Book, entry: ReportEntry): Reference<DiagnosticReport> {
  const results = entry.results.map((one) =>
    result(
      book,
      {...(entry.security && {security: entry.security}), ...pick(entry), ...one},
      entry,
    ),
  );
  const resource: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    status: entry.status ?? 'final',
    category: [concept(entry.imaging ? 'imagingReport' : 'labReport')],
    code: entry.code ? concept(entry.code, entry.name) : {text: entry.name},
    subject: book.patient,
    ...(entry.visit && {encounter: entry.visit}),
    effectiveDateTime: entry.taken,
    ...(entry.issued && {issued: entry.issued}),
    performer: [placeRef(entry.laboratory ?? 'northmoorLab')],
    ...(results.length > 0 && {result: results}),
    ...(entry.conclusion && {conclusion: entry.conclusion}),
  };
  return book.add(resource, entry.issued ?? entry.taken, entry);
}

/** What a report's results inherit from it: a withheld report has withheld results. */
function pick(entry: ReportEntry): Pick<EntryOptions, 'withhold'> {
  return entry.withhold ? {withhold: entry.withhold} : {};
}
