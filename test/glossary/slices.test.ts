import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {inSlices} from '../../src/glossary/slices.js';
import {setOf, term} from '../support/glossary-terms.js';

const realNow = performance.now.bind(performance);

const many = setOf(
  'many',
  ...Array.from({length: 2000}, (_, at) =>
    term(`many-${at}`, {
      term: `word${at} syndrome`,
      forms: [`w.${String.fromCharCode(97 + (at % 26))}.`],
    }),
  ),
  term('lesion'),
);
const text = 'First word0 syndrome, lesions, w.c and word1999 syndrome; Dr Lesion saw w.z. today.';

describe('Long work in slices', () => {
  beforeEach(() => {
    // A clock of the test's own: each look at it is a millisecond later.
    let now = 0;
    performance.now = () => now++;
  });

  afterEach(() => {
    performance.now = realNow;
  });

  it('lets the page do other things before a lexicon is whole', async () => {
    const order: string[] = [];
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => order.push('something else');
    port2.postMessage(0);
    await inSlices(Lexicon.inSteps([many], [], everydayWords), () => true);
    order.push('the lexicon');
    expect(order).to.deep.equal(['something else', 'the lexicon']);
  });

  it('comes to the same lexicon as work in one piece', async () => {
    const whole = new Lexicon([many], [], everydayWords);
    const sliced = await inSlices(Lexicon.inSteps([many], [], everydayWords), () => true);
    expect(sliced.forms).to.deep.equal(whole.forms);
    expect(sliced.meanings).to.deep.equal(whole.meanings);
    expect(sliced.find(text)).to.deep.equal(whole.find(text));
    expect(whole.find(text).map(({start, end}) => text.slice(start, end))).to.deep.equal([
      'word0 syndrome',
      'lesions',
      'w.c',
      'word1999 syndrome',
      'w.z.',
    ]);
  });

  it('does no step more once nobody wants it', async () => {
    let steps = 0;
    function* work() {
      for (; steps < 1000; steps++) yield;
      return 'done';
    }
    const ended = await inSlices(work(), () => steps < 20).catch(() => 'dropped');
    expect(ended).to.equal('dropped');
    expect(steps).to.be.within(20, 40);
  });

  it('is done at once where it is short', async () => {
    let asked = 0;
    const ended = await inSlices([1, 2][Symbol.iterator](), () => ++asked > 0);
    expect(ended).to.equal(undefined);
    expect(asked).to.equal(0);
  });
});
