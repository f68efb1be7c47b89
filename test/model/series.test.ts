import {expect} from '@open-wc/testing';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {buildSeries, searchCodesOf, seriesKeyOf} from '../../src/model/series.js';
import {codingsOfTest, sameTest} from '../../src/model/same-test.js';
import '../support/whole-entries.js';

const none = {resolve: () => undefined};
let count = 0;

const result = (more: object): FhirResource =>
  ({
    resourceType: 'Observation',
    id: `o${count++}`,
    status: 'final',
    code: {
      coding: [{system: 'http://loinc.org', code: '4548-4', display: 'Hemoglobin A1c'}],
      text: 'HbA1c',
    },
    effectiveDateTime: '2026-11-18',
    valueQuantity: {
      value: 68,
      unit: 'mmol/mol',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/mol',
    },
    ...more,
  }) as FhirResource;

const bloodPressure = (systolic: number, codes: 'snomed' | 'loinc', date: string) => {
  const [whole, part] =
    codes === 'snomed'
      ? [
          {system: 'http://snomed.info/sct', code: '75367002'},
          {system: 'http://snomed.info/sct', code: '72313002'},
        ]
      : [
          {system: 'http://loinc.org', code: '85354-9'},
          {system: 'http://loinc.org', code: '8480-6'},
        ];
  return result({
    code: {coding: [whole], text: 'Blood pressure'},
    effectiveDateTime: date,
    valueQuantity: undefined,
    component: [
      {code: {coding: [part], text: 'Systolic'}, valueQuantity: {value: systolic, code: 'mm[Hg]'}},
    ],
  });
};

/** The key of a result that must have one. */
const keyOf = (item: FhirResource, component?: unknown, context?: typeof none) => {
  const key = seriesKeyOf(item, component, context);
  if (key === undefined) throw new Error('no key');
  return key;
};

describe('one result over time', () => {
  it('puts results of one coding and unit together, newest first', () => {
    const newest = result({});
    const oldest = result({
      effectiveDateTime: '2024-05-14',
      valueQuantity: {value: 60, code: 'mmol/mol'},
    });
    const series = buildSeries(keyOf(newest), [oldest, newest], none, false);
    expect(series?.points.map((point) => point.quantity.value)).to.deep.equal([68, 60]);
    expect(series?.name).to.equal('HbA1c');
    expect(series?.unit).to.equal('mmol/mol');
  });

  it('never puts another unit in the line', () => {
    const newest = result({});
    const percent = result({valueQuantity: {value: 8.4, unit: '%', code: '%'}});
    const series = buildSeries(keyOf(newest), [percent, newest], none, false);
    expect(series?.points).to.have.length(1);
    expect(series?.otherUnits.map((point) => point.quantity.value)).to.deep.equal([8.4]);
  });

  for (const [what, other] of Object.entries({
    'another code': {
      code: {coding: [{system: 'http://loinc.org', code: '17856-6'}], text: 'HbA1c'},
    },
    'the same code of another system': {
      code: {coding: [{system: 'http://snomed.info/sct', code: '4548-4'}]},
    },
    'another specimen': {specimen: {display: 'Urine'}},
    'another method': {method: {text: 'Capillary'}},
    'the same words without a code': {code: {text: 'HbA1c'}},
  })) {
    it(`keeps a result of ${what} apart`, () => {
      const newest = result({});
      const series = buildSeries(keyOf(newest), [result(other), newest], none, false);
      expect(series?.points).to.have.length(1);
      expect(series?.otherUnits).to.have.length(0);
    });
  }

  it('takes http and https of one code system for the same', () => {
    const newest = result({});
    const other = result({code: {coding: [{system: 'https://loinc.org/', code: '4548-4'}]}});
    expect(buildSeries(keyOf(newest), [newest, other], none, false)?.points).to.have.length(2);
  });

  it('tells specimens apart by what they are, not by which tube they were', () => {
    const context = {
      resolve: (reference: unknown) =>
        ({
          resourceType: 'Specimen',
          type: {
            text: (reference as {reference: string}).reference.endsWith('u') ? 'Urine' : 'Serum',
          },
        }) as FhirResource,
    };
    const serum = result({specimen: {reference: 'Specimen/1s'}});
    const again = result({specimen: {reference: 'Specimen/2s'}});
    const urine = result({specimen: {reference: 'Specimen/3u'}});
    const key = seriesKeyOf(serum, undefined, context) ?? '';
    expect(buildSeries(key, [serum, again, urine], context, false)?.points).to.have.length(2);
  });

  it('joins blood pressures coded in SNOMED CT and in LOINC, as the reviewed table says', () => {
    const snomed = bloodPressure(138, 'snomed', '2026-10-27');
    const loinc = bloodPressure(142, 'loinc', '2025-10-27');
    const component = (snomed as unknown as {component: unknown[]}).component[0];
    const series = buildSeries(keyOf(snomed, component), [snomed, loinc], none, false);
    expect(series?.points.map((point) => point.quantity.value)).to.deep.equal([138, 142]);
  });

  it('searches for every coding of the test', () => {
    const item = bloodPressure(138, 'snomed', '2026-10-27');
    const component = (item as unknown as {component: unknown[]}).component[0];
    expect(searchCodesOf(keyOf(item, component))).to.deep.equal([
      'http://snomed.info/sct|75367002',
      'http://loinc.org|85354-9',
    ]);
  });

  it('searches for nothing when the test has no code', () => {
    expect(searchCodesOf(keyOf(result({code: {text: 'HbA1c'}})))).to.deep.equal([]);
  });

  it('has no series for words, for a missing number or for a comparator nobody knows', () => {
    expect(seriesKeyOf(result({valueQuantity: undefined, valueString: 'HI'}))).to.equal(undefined);
    expect(seriesKeyOf(result({valueQuantity: {unit: 'mmol/mol'}}))).to.equal(undefined);
    expect(seriesKeyOf(result({valueQuantity: {value: 5, comparator: '~'}}))).to.equal(undefined);
    expect(seriesKeyOf(result({code: {}}))).to.equal(undefined);
  });

  it('leaves out a result without a date: it has no place in time', () => {
    const newest = result({});
    const undated = result({effectiveDateTime: undefined});
    expect(buildSeries(keyOf(newest), [newest, undated], none, false)?.points).to.have.length(1);
  });

  it('counts a result once, however often it was found', () => {
    const newest = result({});
    expect(buildSeries(keyOf(newest), [newest, newest], none, false)?.points).to.have.length(1);
  });

  it('does not take a broken key', () => {
    expect(buildSeries('{"test":1}', [result({})], none, false)).to.equal(undefined);
    expect(buildSeries('not json', [], none, false)).to.equal(undefined);
  });

  it('names each test once in the reviewed table', () => {
    const tokens = codingsOfTest('snomed.info/sct|75367002');
    expect(new Set(tokens).size).to.equal(2);
    expect(sameTest('loinc.org|85354-9')).to.equal('snomed.info/sct|75367002');
    expect(sameTest('loinc.org|4548-4')).to.equal('loinc.org|4548-4');
  });
});
