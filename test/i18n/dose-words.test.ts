import {expect} from '@open-wc/testing';
import {enGB} from '../../src/i18n/en-gb/status.js';
import {doseInWords} from '../../src/i18n/value-words.js';

const tablets = (value: number) => ({value, unit: 'tablet', unitKey: 'tablet'});
const said = (value: number, to?: number) =>
  doseInWords(
    {
      amount: tablets(value),
      ...(to !== undefined && {amountTo: tablets(to)}),
      times: 1,
      period: 1,
      unit: 'd',
    },
    enGB,
  ).replaceAll('\u00a0', ' ');

describe('a dosage in short words', () => {
  it('says one tablet and two tablets', () => {
    expect(said(1)).to.equal('1 tablet once a day.');
    expect(said(2)).to.equal('2 tablets once a day.');
    expect(said(0.5)).to.equal('0.5 tablets once a day.');
    expect(said(1, 2)).to.equal('1 to 2 tablets once a day.');
  });

  it('leaves measures as they are', () => {
    const amount = {value: 5, unit: 'mg', unitKey: 'mg'};

    expect(doseInWords({amount}, enGB)).to.equal('5mg.');
  });
});
