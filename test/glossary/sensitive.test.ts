import {expect} from '@open-wc/testing';
import {isSensitive} from '../../src/glossary/sensitive.js';

describe('What a terminology server says', () => {
  for (const words of [
    'Malignant neoplasm of breast (disorder)',
    'Carcinoma in situ',
    'Adenocarcinoma of colon',
    'Non-Hodgkin lymphoma',
    'Acute leukaemia',
    'Acute leukemia',
    'Metastatic disease',
    'End-of-life care',
    'For palliative care',
    'Not for resuscitation',
    'Missed miscarriage',
    'Ectopic pregnancy',
    'Fetal death',
    'Foetal death',
    'Detained under section 2 of the Mental Health Act',
    'Suicidal thoughts',
    'Carrier of cystic fibrosis gene',
    'Human immunodeficiency virus infection',
    'HIV positive',
    'Genital herpes',
    'Victim of domestic abuse',
    'Non-accidental injury',
    'At risk of harm',
    'MARAC meeting',
  ])
    it(`is withheld when it may be too hard to meet alone: ${words}`, () => {
      expect(isSensitive(words)).to.equal(true);
      expect(isSensitive(words.toUpperCase())).to.equal(true);
    });

  for (const words of [
    'Atrial fibrillation',
    'An uneven heartbeat',
    'Essential hypertension',
    'Asthma',
    'General practitioner',
    'Blood pressure',
    'Diabetes mellitus type 2',
    'Fracture of neck of femur',
  ])
    it(`is shown when nothing of it is hard: ${words}`, () => {
      expect(isSensitive(words)).to.equal(false);
    });

  it('is withheld when one text of several is hard, and nothing is not hard', () => {
    expect(isSensitive('Lungs', undefined, 'Lung cancer')).to.equal(true);
    expect(isSensitive(undefined)).to.equal(false);
  });
});
