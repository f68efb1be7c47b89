import {expect} from '@open-wc/testing';
import {clean, codingLabel, conceptLabel, hasCode, readable} from '../../src/model/label.js';
import '../support/whole-entries.js';

describe('A name in the record', () => {
  it('is its text before any display: a transfer-degraded allergy keeps its medicine', () => {
    const concept = {
      coding: [
        {
          system: 'http://snomed.info/sct',
          code: '196461000000101',
          display: 'Transfer-degraded drug allergy',
        },
      ],
      text: 'Amoxicillin 250mg capsules',
    };
    expect(conceptLabel(concept)).to.equal('Amoxicillin 250mg capsules');
  });

  it('is the one that somebody chose, then SNOMED CT, then any', () => {
    const local = {system: 'https://local.example', code: 'x', display: 'Local'};
    const snomed = {system: 'http://snomed.info/sct', code: '1', display: 'Clinical'};
    const chosen = {code: 'y', display: 'Chosen', userSelected: true};
    expect(conceptLabel({coding: [local, snomed, chosen]})).to.equal('Chosen');
    expect(conceptLabel({coding: [local, snomed]})).to.equal('Clinical');
    expect(conceptLabel({coding: [{code: 'z'}, local]})).to.equal('Local');
  });

  it('is the UK description of a SNOMED CT code when it has one', () => {
    const coding = {
      display: 'Myocardial infarction (disorder)',
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CodingSCTDescDisplay',
          valueString: 'Heart attack',
        },
      ],
    };
    expect(codingLabel(coding)).to.equal('Heart attack');
    expect(codingLabel({display: 'Myocardial infarction (disorder)'})).to.equal(
      'Myocardial infarction',
    );
  });

  for (const code of [
    '716186003',
    '8480-6',
    'I48.0',
    'C10F.',
    'urn:oid:1.2.3',
    'https://example.org/x',
    '123e4567-e89b-12d3-a456-426614174000',
    'Patient/example',
    'Observation/123/_history/2',
    'http://snomed.info/sct|716186003',
    'MDC_ECG_ELEC_POTL',
    'javascript:alert(1)',
  ]) {
    it(`is never a code or an address: ${code}`, () => {
      expect(readable(code)).to.equal(undefined);
      expect(conceptLabel({text: code, coding: [{code}]})).to.equal(undefined);
    });
  }

  for (const words of [
    'B12',
    'T4',
    'HbA1c',
    'Co-codamol 8/500',
    'Warfarin/heparin',
    'FBC',
    'CA-125',
    'Vitamin D3',
    'A&E',
    '2 tablets',
    'INR',
  ]) {
    it(`stays when it only looks a little like a code: ${words}`, () => {
      expect(readable(words)).to.equal(words);
    });
  }

  it('loses the code that some systems write before it', () => {
    expect(readable('716186003 | No known allergy |')).to.equal('No known allergy');
  });

  it('is not the code itself', () => {
    const coding = {system: 'https://x.example', code: 'XaIwd1', display: 'XaIwd1'};
    expect(conceptLabel({coding: [coding], text: 'XaIwd1'})).to.equal(undefined);
  });

  it('shows a mark where a character would turn its direction, and drops what has no width', () => {
    expect(clean('Metformin \u202e005mg')).to.equal('Metformin \ufffd005mg');
    expect(clean('Met\u200bformin\ufeff')).to.equal('Metformin');
    expect(clean('a\u0000b')).to.equal('a\ufffdb');
  });

  it('keeps scripts of other languages whole', () => {
    for (const words of ['ذیابیطس', 'می\u200cخواهم', '糖尿病', 'Ŵyl Dŵr', 'é', '👩\u200d⚕️']) {
      expect(clean(words)).to.equal(words);
    }
  });

  it('keeps a comparator that looks like a tag', () => {
    expect(clean('<5')).to.equal('<5');
    expect(clean('K <5 and >3')).to.equal('K <5 and >3');
    expect(clean('a<b')).to.equal('a<b');
  });

  it('is the same system with http, https or a closing slash', () => {
    const concept = {coding: [{system: 'https://snomed.info/sct/', code: '1'}]};
    expect(hasCode(concept, 'http://snomed.info/sct', '1')).to.equal(true);
    expect(hasCode([concept], 'http://loinc.org', '1')).to.equal(false);
  });
});
