import {expect} from '@open-wc/testing';
import {needsCategory, nextStep} from '../../src/api/ladder.js';
import type {Parameters} from '../../src/api/ladder.js';
import {standard} from '../../src/api/search.js';

const asked: Parameters = [
  ['patient', 'p1'],
  ['_sort', '-date'],
  ['_include', 'A:b'],
  ['_revinclude', 'Provenance:target'],
  ['_count', '20'],
];
const droppable = [...standard, '_count'];

describe('What is left out when a search is refused', () => {
  for (const status of [400, 422]) {
    it(`is one name at a time after ${String(status)}, in a fixed order`, () => {
      const steps: string[] = [];
      let left = asked;
      for (;;) {
        const step = nextStep(status, left, droppable);
        if (step.length === 0) break;
        steps.push(step.join('+'));
        left = left.filter(([name]) => !step.includes(name));
      }
      expect(steps).to.deep.equal(['_revinclude', '_include', '_sort', '_count']);
      expect(left).to.deep.equal([['patient', 'p1']]);
    });
  }

  for (const status of [404, 405, 501]) {
    it(`is everything at once after ${String(status)}, since the type itself may be missing`, () => {
      expect(nextStep(status, asked, droppable)).to.have.members(droppable);
    });
  }

  it('is what is included after 403, which may be all that is refused', () => {
    expect(nextStep(403, asked, droppable)).to.deep.equal(['_revinclude', '_include']);
    expect(nextStep(403, [['patient', 'p1']], droppable)).to.deep.equal([]);
  });

  for (const status of [401, 429, 500, 503, undefined]) {
    it(`is nothing after ${String(status)}, which is no refusal of the search`, () => {
      expect(nextStep(status, asked, droppable)).to.deep.equal([]);
    });
  }

  it('is never the patient, nor a filter the caller needs', () => {
    const filtered: Parameters = [
      ['patient', 'p1'],
      ['category', 'laboratory'],
    ];
    expect(nextStep(400, filtered, droppable)).to.deep.equal([]);
  });
});

describe('A server that wants a category', () => {
  for (const [type, status, parameters, needs] of [
    ['Observation', 400, [['patient', 'p1']], true],
    ['Observation', 422, [['patient', 'p1']], true],
    ['Observation', 403, [['patient', 'p1']], false],
    ['Observation', 400, [['category', 'laboratory']], false],
    ['Observation', 400, [['code', 'x']], false],
    ['Observation', 400, [['category:not', 'x']], false],
    ['Condition', 400, [['patient', 'p1']], false],
  ] as const) {
    it(`is ${needs ? '' : 'not '}known by ${String(status)} to ${type} with ${parameters[0][0]}`, () => {
      expect(needsCategory(type, status, parameters)).to.equal(needs);
    });
  }
});
