import {expect} from '@open-wc/testing';
import {orderOf} from '../../src/glossary/source-order.js';

const usual = ['own', 'bundled', 'terminology'];

describe('The order of sources', () => {
  for (const [written, order] of [
    [undefined, usual],
    ['', usual],
    ['bundled', ['bundled', 'own', 'terminology']],
    ['terminology', ['terminology', 'own', 'bundled']],
    ['terminology own', ['terminology', 'own', 'bundled']],
    ['  Bundled,\tOWN ', ['bundled', 'own', 'terminology']],
    ['own terminology bundled', ['own', 'terminology', 'bundled']],
    ['bundled bundled own', ['bundled', 'own', 'terminology']],
  ] as const)
    it(`is what is named first, and the rest as usual: ${written ?? 'not set'}`, () => {
      expect(orderOf(written)).to.deep.equal({order, unknown: 0});
    });

  it('counts words that are no source, and leaves them out', () => {
    expect(orderOf('bundeld server own')).to.deep.equal({order: usual, unknown: 2});
    expect(orderOf('constructor __proto__')).to.deep.equal({order: usual, unknown: 2});
  });
});
