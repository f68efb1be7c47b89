/** Four concepts and a terminology server over them, for its tests. */
import {serve} from './support.js';
import type {Got} from './support.js';

export const snomed = 'http://snomed.info/sct';
/** The use of a name for patients. */
export const use = {system: 'urn:use', code: 'consumer', display: 'Plain words for patients'};
const concepts = [
  {
    system: snomed,
    code: '65363002',
    display: 'Otitis media',
    designations: [
      {language: 'en', use, value: 'An infection in the middle of the ear'},
      {language: 'cy', use, value: 'Haint yn y glust ganol'},
    ],
  },
  {system: snomed, code: '38341003', display: 'Hypertension'},
  {system: snomed, code: '195967001', display: 'Asthma'},
  {system: 'http://loinc.org', code: '718-7', display: 'Hemoglobin [Mass/volume] in Blood'},
];

/** Starts the server, and asks it as a page does: with a `Parameters` body, and without a token. */
export async function serveConcepts() {
  const {ask, server} = await serve({concepts, allowedOrigins: ['https://portal.example']});
  const base = server.terminologyBase;

  const post = (path: string, ...parameter: readonly object[]): Promise<Got> =>
    ask(`${base}/${path}`, {
      as: null,
      method: 'POST',
      body: {resourceType: 'Parameters', parameter},
    });
  const get = (path: string): Promise<Got> => ask(`${base}/${path}`, {as: null});
  return {ask, server, base, post, get};
}

/** Parameters of the operations. */
export const system = {name: 'system', valueUri: snomed};
export const url = {name: 'url', valueUri: `${snomed}?fhir_vs`};
export const code = (valueCode: string) => ({name: 'code', valueCode});
