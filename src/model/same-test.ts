/**
 * Codings that mean the same test, so that their results may stand in one series. Reviewed by hand, and small on
 * purpose: results that only seem alike must never make one line.
 *
 * Source of every pair: the UK Core R4 vital signs examples, in which one Observation carries both codings
 * (UKCore-Observation-VitalSigns-BloodPressure, -BMI, -BodyHeight, -BodyWeight and -RespiratoryRate). Pairs of
 * the same examples that differ in meaning (resting heart rate, core temperature) were left out.
 */
const pairs: readonly (readonly [snomed: string, loinc: string])[] = [
  ['snomed.info/sct|75367002', 'loinc.org|85354-9'],
  ['snomed.info/sct|72313002', 'loinc.org|8480-6'],
  ['snomed.info/sct|1091811000000102', 'loinc.org|8462-4'],
  ['snomed.info/sct|60621009', 'loinc.org|39156-5'],
  ['snomed.info/sct|50373000', 'loinc.org|8302-2'],
  ['snomed.info/sct|27113001', 'loinc.org|29463-7'],
  ['snomed.info/sct|86290005', 'loinc.org|9279-1'],
];

const canonical: ReadonlyMap<string, string> = new Map(
  pairs.map(([snomed, loinc]) => [loinc, snomed]),
);

/** One name for a coding and those that mean the same test: `system|code`, the system without its scheme. */
export function sameTest(coding: string): string {
  return canonical.get(coding) ?? coding;
}

/** A coding and those that mean the same test, each as `system|code` with `http://` before the system. */
export function codingsOfTest(coding: string): readonly string[] {
  const alike = pairs.find((pair) => pair.includes(coding)) ?? [coding];
  return alike.map((token) => `http://${token}`);
}
