/**
 * The laboratory tests of the demo: names, units and ranges as UK laboratories print them. Ranges are
 * those of the invented laboratories here; real ones differ from each other.
 */
import type {CodeKey} from '../codes.js';

/** A range as a laboratory prints it. */
export interface RangeEntry {
  readonly low?: number;
  readonly high?: number;
  readonly text?: string;
  readonly type?: 'rangeNormal' | 'rangeTherapeutic' | 'rangeTreatment' | 'rangeRecommended';
  readonly appliesTo?: string;
  /** Ages in years, either end open. */
  readonly age?: readonly [number | undefined, number | undefined];
}

/** A laboratory test. */
export interface Analyte {
  readonly name: string;
  /** The unit as printed, and its UCUM code. */
  readonly units: readonly [unit: string, code: string];
  readonly ranges: readonly RangeEntry[];
  readonly decimals: number;
  readonly code?: CodeKey;
}

const mmol = ['mmol/L', 'mmol/L'] as const;
const umol = ['umol/L', 'umol/L'] as const;
const perLitre = ['10*9/L', '10*9/L'] as const;

/** Every test, by key. */
// prettier-ignore
export const analytes = {
  sodium: {name: 'Sodium', units: mmol, ranges: [{low: 133, high: 146}], decimals: 0, code: 'sodium'},
  potassium: {name: 'Potassium', units: mmol, ranges: [{low: 3.5, high: 5.3}], decimals: 1, code: 'potassium'},
  urea: {name: 'Urea', units: mmol, ranges: [{low: 2.5, high: 7.8}], decimals: 1, code: 'urea'},
  creatinine: {name: 'Creatinine', units: umol, ranges: [{low: 49, high: 90}], decimals: 0, code: 'creatinine'},
  egfr: {name: 'eGFR', units: ['mL/min/1.73m2', 'mL/min/{1.73_m2}'], ranges: [{low: 60}], decimals: 0, code: 'egfr'},
  hba1c: {name: 'HbA1c (IFCC)', units: ['mmol/mol', 'mmol/mol'], ranges: [{low: 20, high: 41}], decimals: 0},
  hba1cPercent: {name: 'HbA1c (DCCT)', units: ['%', '%'], ranges: [{low: 4.0, high: 6.0}], decimals: 1},
  cholesterol: {name: 'Total cholesterol', units: mmol, ranges: [{high: 5.0}], decimals: 1, code: 'cholesterol'},
  hdl: {name: 'HDL cholesterol', units: mmol, ranges: [{low: 1.2}], decimals: 1},
  nonHdl: {name: 'Non-HDL cholesterol', units: mmol, ranges: [{high: 4.0}], decimals: 1},
  triglyceride: {name: 'Triglycerides', units: mmol, ranges: [{high: 2.3}], decimals: 1, code: 'triglyceride'},
  bilirubin: {name: 'Bilirubin', units: umol, ranges: [{high: 21}], decimals: 0, code: 'bilirubin'},
  alt: {name: 'ALT', units: ['IU/L', '[IU]/L'], ranges: [{high: 35}], decimals: 0, code: 'alt'},
  alp: {name: 'Alkaline phosphatase', units: ['IU/L', '[IU]/L'], ranges: [{low: 30, high: 130}], decimals: 0, code: 'alp'},
  albumin: {name: 'Albumin', units: ['g/L', 'g/L'], ranges: [{low: 35, high: 50}], decimals: 0, code: 'albumin'},
  haemoglobin: {name: 'Haemoglobin', units: ['g/L', 'g/L'], ranges: [{low: 115, high: 165}], decimals: 0, code: 'haemoglobin'},
  haemoglobinOld: {name: 'Haemoglobin', units: ['g/dL', 'g/dL'], ranges: [{low: 11.5, high: 16.5}], decimals: 1, code: 'haemoglobin'},
  whiteCells: {name: 'White cell count', units: perLitre, ranges: [{low: 4.0, high: 11.0}], decimals: 1, code: 'whiteCells'},
  platelets: {name: 'Platelets', units: perLitre, ranges: [{low: 150, high: 400}], decimals: 0, code: 'platelets'},
  mcv: {name: 'MCV', units: ['fL', 'fL'], ranges: [{low: 80, high: 100}], decimals: 0, code: 'mcv'},
  neutrophils: {name: 'Neutrophils', units: perLitre, ranges: [{low: 2.0, high: 7.5}], decimals: 1},
  acr: {name: 'Urine albumin to creatinine ratio (ACR)', units: ['mg/mmol', 'mg/mmol'], ranges: [{high: 3.0}], decimals: 1},
  tsh: {name: 'TSH', units: ['mU/L', 'm[IU]/L'], ranges: [{low: 0.27, high: 4.2}], decimals: 2},
  ft4: {name: 'Free T4', units: ['pmol/L', 'pmol/L'], ranges: [{low: 12, high: 22}], decimals: 1},
  crp: {name: 'CRP', units: ['mg/L', 'mg/L'], ranges: [{high: 5}], decimals: 0, code: 'crpSct'},
  vitaminD: {name: 'Vitamin D (25-OH)', units: ['nmol/L', 'nmol/L'], ranges: [{text: 'Below 25 deficient; 25 to 50 may be too little; above 50 enough for most people'}], decimals: 0},
  vitaminB12: {name: 'Vitamin B12', units: ['ng/L', 'ng/L'], ranges: [{low: 197, high: 771}], decimals: 0},
  ferritin: {name: 'Ferritin', units: ['ug/L', 'ug/L'], ranges: [{low: 13, high: 150}], decimals: 0},
  calcium: {name: 'Adjusted calcium', units: mmol, ranges: [{low: 2.2, high: 2.6}], decimals: 2},
  phosphate: {name: 'Phosphate', units: mmol, ranges: [{low: 0.8, high: 1.5}], decimals: 2},
  pth: {name: 'Parathyroid hormone', units: ['pmol/L', 'pmol/L'], ranges: [{low: 1.6, high: 6.9}], decimals: 1},
  troponin: {name: 'High-sensitivity troponin T', units: ['ng/L', 'ng/L'], ranges: [{high: 14}], decimals: 0},
  dDimer: {name: 'D-dimer', units: ['ug/L', 'ug/L'], ranges: [{high: 500}], decimals: 0},
  theophylline: {name: 'Theophylline level', units: ['mg/L', 'mg/L'], ranges: [{low: 10, high: 20, type: 'rangeTherapeutic'}], decimals: 1},
  urineCulture: {name: 'Urine culture', units: ['', '1'], ranges: [], decimals: 0},
  sputumCulture: {name: 'Sputum culture', units: ['', '1'], ranges: [], decimals: 0},
  glucose: {name: 'Blood glucose', units: mmol, ranges: [{low: 4.0, high: 7.0}], decimals: 1, code: 'glucoseBlood'},
  plasmaGlucose: {name: 'Plasma glucose', units: mmol, ranges: [{low: 3.5, high: 11.0}], decimals: 1, code: 'glucosePlasma'},
  ketones: {name: 'Blood ketones', units: mmol, ranges: [{high: 0.6}], decimals: 1},
  eosinophils: {name: 'Eosinophils', units: perLitre, ranges: [{low: 0.0, high: 0.5}], decimals: 2},
  coeliac: {name: 'Tissue transglutaminase IgA', units: ['U/mL', 'U/mL'], ranges: [{high: 7}], decimals: 1},
  chlamydia: {name: 'Chlamydia and gonorrhoea NAAT', units: ['', '1'], ranges: [], decimals: 0},
} as const satisfies Record<string, Analyte>;

/** The name of a test. */
export type AnalyteKey = keyof typeof analytes;
