import {expect} from '@open-wc/testing';
import {enGB} from '../../src/i18n/en-gb/status.js';
import {quantityInWords} from '../../src/i18n/value-words.js';
import {hasUnknownComparator, readQuantity} from '../../src/model/quantity.js';
import '../support/whole-entries.js';

const ucum = 'http://unitsofmeasure.org';

function words(json: object): string {
  const quantity = readQuantity(json);
  return quantity ? quantityInWords(quantity, enGB).replace(/\u00a0/g, ' ') : 'nothing';
}

describe('A recorded amount', () => {
  for (const [expected, json] of [
    ['84.2kg', {value: 84.2, unit: 'kg'}],
    ['46.9kg', {value: 46.900000000000006, unit: 'kg'}],
    ['0.123456789012345', {value: 0.123456789012345}],
    ['84.2kg', {value: 84.2, unit: 'kilogram', system: ucum, code: 'kg'}],
    ['138mmHg', {value: 138, unit: 'millimeter of mercury', system: ucum, code: 'mm[Hg]'}],
    ['68 mmol/mol', {value: 68, unit: 'mmol/mol'}],
    ['142 micromol/L', {value: 142, unit: 'umol/L'}],
    ['142 micromol/L', {value: 142, unit: 'μmol/L'}],
    ['142 micromol/L', {value: 142, unit: 'µmol/l'}],
    ['42 mL/min/1.73m²', {value: 42, system: ucum, code: 'mL/min/{1.73_m2}'}],
    ['11.2 x 10^9/L', {value: 11.2, system: ucum, code: '10*9/L'}],
    ['37.4C', {value: 37.4, unit: '°C'}],
    ['37.4C', {value: 37.4, unit: 'degC'}],
    ['37.4C', {value: 37.4, unit: '°C', system: ucum, code: 'Cel'}],
    ['37.4C', {value: 37.4, system: ucum, code: 'Cel'}],
    ['95%', {value: 95, unit: 'percent', system: ucum, code: '%'}],
    ['6', {value: 6, unit: 'ScoreOf', system: ucum, code: '{ScoreOf}'}],
    ['5', {value: 5, system: 'http://snomed.info/sct', code: '258770004'}],
    ['less than 3 mg/mmol', {value: 3, comparator: '<', unit: 'mg/mmol'}],
    ['more than 90 mL/min', {value: 90, comparator: '>', unit: 'mL/min'}],
    ['5kg or less', {value: 5, comparator: '<=', unit: 'kg'}],
    ['5kg or more', {value: 5, comparator: '>=', unit: 'kg'}],
    ['0.0000001', {value: 1e-7}],
    ['0mg', {value: 0, unit: 'mg'}],
    ['-2.5 mmol/L', {value: -2.5, unit: 'mmol/L'}],
    ['nothing', {value: '5', unit: 'mg'}],
    ['nothing', {unit: 'mg'}],
    ['nothing', {value: Infinity}],
  ] as const) {
    it(`reads '${expected}'`, () => {
      expect(words(json)).to.equal(expected);
    });
  }

  it('is known to have a comparator that R4 does not have', () => {
    expect(hasUnknownComparator({value: 5, comparator: 'ad'})).to.equal(true);
    expect(hasUnknownComparator({value: 5, comparator: 5})).to.equal(true);
    expect(hasUnknownComparator({value: 5, comparator: '<'})).to.equal(false);
    expect(hasUnknownComparator({value: 5})).to.equal(false);
  });
});
