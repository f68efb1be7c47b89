import {expect} from '@open-wc/testing';
import {enGB} from '../../src/i18n/en-gb/status.js';
import {judgementInWords} from '../../src/i18n/value-words.js';
import {judge, type Judgement} from '../../src/model/interpretation.js';
import '../support/whole-entries.js';

const system = 'http://unitsofmeasure.org';
const mmol = (value: number, comparator?: string) => ({
  value,
  unit: 'mmol/L',
  system,
  code: 'mmol/L',
  ...(comparator && {comparator}),
});
const v3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/** What is said of a value against one range. */
function flag(value: number, comparator: string | undefined, low?: number, high?: number) {
  return judge({
    valueQuantity: mmol(value, comparator),
    referenceRange: [
      {...(low !== undefined && {low: mmol(low)}), ...(high !== undefined && {high: mmol(high)})},
    ],
  }).flag;
}

const said = (code: string, more: object = {}) =>
  judge({interpretation: [{coding: [{system: v3, code, ...more}]}]});

describe('A result beside the range that came with it', () => {
  const cases: readonly (readonly [
    value: number,
    comparator: string | undefined,
    low: number | undefined,
    high: number | undefined,
    expected: string,
  ])[] = [
    [5, undefined, 3, 7, 'within'],
    [3, undefined, 3, 7, 'within'],
    [7, undefined, 3, 7, 'within'],
    [2.9, undefined, 3, 7, 'low'],
    [7.1, undefined, 3, 7, 'high'],
    [9, undefined, undefined, 10, 'within'],
    [10, undefined, undefined, 10, 'within'],
    [11, undefined, undefined, 10, 'high'],
    [91, undefined, 90, undefined, 'within'],
    [90, undefined, 90, undefined, 'within'],
    [42, undefined, 90, undefined, 'low'],
    // '<5' against 'below 10' is within; against '3 to 7' it cannot be told.
    [5, '<', undefined, 10, 'within'],
    [10, '<', undefined, 10, 'within'],
    [11, '<', undefined, 10, 'notJudged'],
    [5, '<', 3, 7, 'notJudged'],
    [3, '<', 3, 7, 'low'],
    [3, '<=', 3, 7, 'notJudged'],
    [2, '<=', 3, 7, 'low'],
    [5, '<', 0, 10, 'notJudged'],
    [90, '>', 90, undefined, 'within'],
    [90, '>=', 90, undefined, 'within'],
    [89, '>', 90, undefined, 'notJudged'],
    [90, '>', 60, undefined, 'within'],
    [7, '>', 3, 7, 'high'],
    [7, '>=', 3, 7, 'notJudged'],
    [8, '>=', 3, 7, 'high'],
    [5, '>', 3, 7, 'notJudged'],
    [10, '<=', undefined, 10, 'within'],
    // A range upside down is a mistake of somebody's, and judges nothing.
    [5, undefined, 7, 3, 'notJudged'],
    [0, undefined, 0, 0, 'within'],
    [-3, undefined, -2, 2, 'low'],
  ];
  for (const [value, comparator = '', low, high, expected] of cases) {
    it(`says ${expected} of ${comparator}${value} against ${low ?? ''} to ${high ?? ''}`, () => {
      expect(flag(value, comparator || undefined, low, high)).to.equal(expected);
    });
  }

  it('is not judged against a range in another unit', () => {
    const range = {high: {value: 100, unit: 'mg/dL', system, code: 'mg/dL'}};
    expect(judge({valueQuantity: mmol(5), referenceRange: [range]}).flag).to.equal('notJudged');
  });

  it('does not take G/L for g/L, nor Mg for mg', () => {
    const value = {value: 5, unit: 'g/L'};
    const range = {high: {value: 10, unit: 'G/L'}};
    expect(judge({valueQuantity: value, referenceRange: [range]}).flag).to.equal('notJudged');
  });

  it('takes mmol/l for mmol/L, and a unit of measure for its words', () => {
    const range = {high: {value: 10, unit: 'millimole per litre', system, code: 'mmol/l'}};
    expect(judge({valueQuantity: mmol(11), referenceRange: [range]}).flag).to.equal('high');
  });

  it('is judged against a range without a unit, which is in the unit of the value', () => {
    const judged = judge({valueQuantity: mmol(11), referenceRange: [{high: {value: 10}}]});
    expect(judged.flag).to.equal('high');
  });

  it('is not judged when several ranges came', () => {
    const ranges = [{high: mmol(10)}, {high: mmol(20)}];
    const judged = judge({valueQuantity: mmol(11), referenceRange: ranges});
    expect(judged.flag).to.equal('notJudged');
    expect(judged.ranges).to.have.length(2);
  });

  for (const [name, more] of [
    ['a therapeutic range', {type: {text: 'Therapeutic'}}],
    ['a range for some people', {appliesTo: [{text: 'Women'}]}],
    ['a range for an age', {age: {low: {value: 18, unit: 'years'}}}],
  ] as const) {
    it(`is not judged against ${name}`, () => {
      const judged = judge({valueQuantity: mmol(11), referenceRange: [{high: mmol(10), ...more}]});
      expect(judged.flag).to.equal('notJudged');
    });
  }

  it('is judged against a range whose type is normal', () => {
    const type = {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code: 'normal'},
      ],
    };
    const judged = judge({valueQuantity: mmol(11), referenceRange: [{high: mmol(10), type}]});
    expect(judged.flag).to.equal('high');
  });

  it('is not judged against a range in words', () => {
    const judged = judge({valueQuantity: mmol(11), referenceRange: [{text: 'less than 10'}]});
    expect(judged.flag).to.equal('notJudged');
    expect(judged.ranges[0]?.text).to.equal('less than 10');
  });

  it('has no range when none was given', () => {
    expect(judge({valueQuantity: mmol(5)}).flag).to.equal('noRange');
  });

  it('is not judged when a range that came could not be read', () => {
    expect(judge({valueQuantity: mmol(5), referenceRange: [{}]}).flag).to.equal('notJudged');
  });

  it('is not judged when a limit has a comparator of its own', () => {
    const judged = judge({valueQuantity: mmol(5), referenceRange: [{high: mmol(10, '<')}]});
    expect(judged.flag).to.equal('notJudged');
  });
});

describe('What the laboratory said of a result', () => {
  it('comes before the range', () => {
    const judged = judge({
      valueQuantity: mmol(5),
      interpretation: [{coding: [{system: v3, code: 'H'}]}],
      referenceRange: [{low: mmol(3), high: mmol(7)}],
    });
    expect(judged.flag).to.equal('high');
    expect(judged.fromLaboratory).to.equal(true);
    expect(judged.against).to.equal(undefined);
  });

  for (const [code, expected] of Object.entries({
    H: 'high',
    HH: 'high',
    HU: 'high',
    HX: 'high',
    L: 'low',
    LL: 'low',
    LU: 'low',
    LX: 'low',
    A: 'outside',
    AA: 'outside',
    EX: 'outside',
    N: 'within',
  })) {
    it(`is ${expected} for ${code}`, () => {
      expect(said(code).flag).to.equal(expected);
    });
  }

  for (const code of [
    'S',
    'I',
    'R',
    'NS',
    'POS',
    'NEG',
    'IND',
    'E',
    'D',
    'U',
    'B',
    'W',
    'DET',
    'ND',
    'RR',
    'NR',
    'WR',
    '<',
    '>',
    'EXP',
    'UNE',
    'HM',
    'QCF',
  ]) {
    it(`is neither high nor low for ${code}, and has words`, () => {
      const judged = said(code);
      expect(judged.flag).to.equal('other');
      expect(judged.code).to.be.a('string');
    });
  }

  it('is its own word when the code is not known', () => {
    const judged = said('SDD', {display: 'Susceptible-dose dependent'});
    expect(judged).to.include({flag: 'other', words: 'Susceptible-dose dependent'});
  });

  it('is never replaced by our judgement when it cannot be read', () => {
    const judged = judge({
      valueQuantity: mmol(50),
      interpretation: [{coding: [{system: v3, code: 'ZZ'}]}],
      referenceRange: [{high: mmol(10)}],
    });
    expect(judged.flag).to.equal('notJudged');
  });

  it('is not taken from a code system of somebody else', () => {
    const concept = {
      coding: [{system: 'https://lab.example/flags', code: 'H', display: 'Haemolysed'}],
    };
    expect(judge({interpretation: [concept]})).to.include({flag: 'other', words: 'Haemolysed'});
  });

  it('warns when two of its codes differ', () => {
    const two = (a: string, b: string) =>
      judge({
        interpretation: [{coding: [{system: v3, code: a}]}, {coding: [{system: v3, code: b}]}],
      }).flag;
    expect([two('N', 'H'), two('U', 'L'), two('H', 'L'), two('A', 'H')]).to.deep.equal([
      'high',
      'low',
      'outside',
      'high',
    ]);
  });

  it('is read from the names that other FHIR versions give the same system', () => {
    for (const system of [
      'https://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation/',
      'http://hl7.org/fhir/v2/0078',
      'http://terminology.hl7.org/CodeSystem/v2-0078',
    ]) {
      expect(judge({interpretation: [{coding: [{system, code: 'L'}]}]}).flag).to.equal('low');
    }
  });
});

describe("A laboratory's word beside its own range", () => {
  const range = [{low: mmol(3.5), high: mmol(5.3)}];
  const beside = (value: number, ...codes: readonly string[]) =>
    judge({
      valueQuantity: mmol(value),
      referenceRange: range,
      interpretation: codes.map((code) => ({coding: [{system: v3, code}]})),
    });
  const sentence = (judgement: Judgement) =>
    judgementInWords(judgement, enGB).replaceAll('\u00a0', ' ');

  it("does not say 'within' of a result that its own range puts outside, whatever the laboratory says", () => {
    const judgement = beside(6.9, 'N');

    expect(judgement.flag).to.equal('notJudged');
    expect(sentence(judgement)).to.equal('Range given: 3.5 to 5.3 mmol/L');
  });

  it("says 'Low' and lists the range apart when the range puts the result on the other side", () => {
    expect(sentence(beside(6.9, 'L'))).to.equal('Low. Range given: 3.5 to 5.3 mmol/L');
  });

  it("says 'High' and lists the range apart when the range puts the result within", () => {
    expect(sentence(beside(4, 'H'))).to.equal('High. Range given: 3.5 to 5.3 mmol/L');
  });

  it('names the range where it says the same', () => {
    expect(sentence(beside(6.9, 'H'))).to.equal('Higher than the range given (3.5 to 5.3 mmol/L)');
    expect(sentence(beside(4, 'N'))).to.equal('Within the range given (3.5 to 5.3 mmol/L)');
    expect(sentence(beside(6.9, 'A'))).to.equal('Outside the range given (3.5 to 5.3 mmol/L)');
  });

  it('does not name a range of another sort as the one that was kept to', () => {
    const judgement = judge({
      valueQuantity: mmol(6.9),
      referenceRange: [{...range[0], type: {text: 'Therapeutic'}}],
      interpretation: [{coding: [{system: v3, code: 'N'}]}],
    });

    expect(sentence(judgement)).to.equal(
      'Marked as within the expected range. Range given: Therapeutic: 3.5 to 5.3 mmol/L',
    );
  });

  it("says 'Positive', and not 'within', when both were sent", () => {
    const judgement = judge({
      valueString: 'Seen',
      interpretation: [
        {coding: [{system: v3, code: 'N', display: 'Normal'}]},
        {coding: [{system: v3, code: 'POS', display: 'Positive'}]},
      ],
    });

    expect([judgement.flag, sentence(judgement)]).to.deep.equal(['other', 'Positive']);
  });

  it("shows a word that is not known in place of 'within'", () => {
    const judgement = judge({
      interpretation: [{coding: [{system: v3, code: 'N'}]}, {text: 'Telephoned to the surgery'}],
    });

    expect([judgement.flag, judgement.words]).to.deep.equal(['other', 'Telephoned to the surgery']);
  });
});
