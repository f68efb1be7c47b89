import {expect} from '@open-wc/testing';
import {readTyped, toFields} from '../../../src/components/timeline-filters/date-fields.js';

describe('dates typed into 3 fields', () => {
  it('reads a whole date', () => {
    expect(readTyped({day: '1', month: '2', year: '2015'})).to.deep.equal({date: '2015-02-01'});
  });

  it('reads a year alone as the year', () => {
    expect(readTyped({day: '', month: '', year: ' 2015 '})).to.deep.equal({date: '2015'});
  });

  it('reads a month and a year', () => {
    expect(readTyped({day: '', month: '11', year: '2015'})).to.deep.equal({date: '2015-11'});
  });

  it('takes empty fields for no date', () => {
    expect(readTyped({day: '', month: ' ', year: ''})).to.deep.equal({});
  });

  it('asks for a year when only a day is there', () => {
    expect(readTyped({day: '3', month: '4', year: ''})).to.deep.equal({problem: 'noYear'});
  });

  for (const fields of [
    {day: '31', month: '2', year: '2015'},
    {day: '29', month: '2', year: '2015'},
    {day: '3', month: '', year: '2015'},
    {day: '3', month: '13', year: '2015'},
    {day: 'three', month: '3', year: '2015'},
    {day: '3', month: '3', year: '15'},
    {day: '0', month: '1', year: '2015'},
  ]) {
    it(`does not take ${JSON.stringify(fields)} for a real date`, () => {
      expect(readTyped(fields)).to.deep.equal({problem: 'notReal'});
    });
  }

  it('fills the fields with the date in use', () => {
    expect(toFields('2015-02-01')).to.deep.equal({day: '1', month: '2', year: '2015'});
    expect(toFields('2015')).to.deep.equal({day: '', month: '', year: '2015'});
    expect(toFields(undefined)).to.deep.equal({day: '', month: '', year: ''});
  });
});
