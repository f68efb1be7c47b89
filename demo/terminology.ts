/**
 * What the demo's terminology server knows: every SNOMED CT and LOINC code of the demo people, and plain words of our own for some.
 * The words are as little checked as the glossary's.
 */
import {codeTable, coding, type CodeKey} from './people/codes.js';
import type {TerminologyConcept} from './server/terminology/concepts.js';

/** The use of a name that is written for patients. */
const forPatients = {
  system: 'https://phr-widgets.example/demo/designation-use',
  code: 'consumer',
  display: 'Plain words for patients',
};

/** Plain words by language. Welsh only where we are sure of it. */
const plain: Partial<Record<CodeKey, {readonly en: string; readonly cy?: string}>> = {
  type2Diabetes: {en: 'Too much sugar in the blood', cy: 'Gormod o siwgr yn y gwaed'},
  hypertension: {en: 'High blood pressure', cy: 'Pwysedd gwaed uchel'},
  asthma: {en: 'Tight airways that make it hard to breathe'},
  otitisMedia: {en: 'An infection in the middle of the ear', cy: 'Haint yn y glust ganol'},
  anaphylaxis: {en: 'A very bad allergic reaction', cy: 'Adwaith alergaidd difrifol iawn'},
  hives: {en: 'An itchy rash of raised spots'},
  appendicectomy: {en: 'An operation to take out the appendix'},
  transferDegradedDrugAllergy: {
    en: 'An allergy to a medicine that came from another surgery without all of its details',
  },
  transferDegradedMedicine: {
    en: 'A medicine that came from another surgery without all of its details',
  },
  fullBloodCount: {
    en: 'A test that counts the cells in the blood',
    cy: 'Prawf sy’n cyfrif y celloedd yn y gwaed',
  },
  bloodPressureSct: {en: 'How hard the blood pushes as the heart pumps it round'},
  potassiumSct: {en: 'How much potassium is in the blood', cy: 'Faint o botasiwm sydd yn y gwaed'},
  crpSct: {en: 'A blood test for swelling or infection'},
  venousBlood: {en: 'Blood taken from a vein'},
  sphygmomanometer: {
    en: 'A machine that measures blood pressure',
    cy: 'Peiriant sy’n mesur pwysedd gwaed',
  },
  dischargeSummary: {en: 'A letter about a stay in hospital'},
};

const isTerminology = (system: string) =>
  /^http:\/\/(?:snomed\.info\/sct|loinc\.org)$/.test(system);

const key = (system: string | undefined, code: string | undefined) =>
  `${system ?? ''}|${code ?? ''}`;

/** The concepts of the demo. */
export function demoConcepts(): readonly TerminologyConcept[] {
  const words = new Map(
    Object.entries(plain).map(([name, said]) => {
      const {system, code} = coding(name as CodeKey);
      return [key(system, code), said];
    }),
  );
  return codeTable
    .filter(({system}) => isTerminology(system))
    .map(({system, code, display}) => {
      const said = Object.entries(words.get(key(system, code)) ?? {});
      const designations = said.map(([language, value]) => ({language, use: forPatients, value}));
      return {system, code, display, ...(designations.length > 0 && {designations})};
    });
}
