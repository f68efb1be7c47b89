import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {keyed} from '../../../src/components/record-timeline/keyed.js';
import {createRandom} from '../../support/random.js';

type Item = {readonly key: string; readonly words?: string};

const items = (keys: string): readonly Item[] => [...keys].map((key) => ({key}));

describe('a list of which each item has a key', () => {
  let list: HTMLElement;
  const button = ({key, words = key}: Item) => html`<button id=${key}>${words}</button>`;
  const put = (content: unknown) => render(html`<i></i>${content}<u></u>`, list);
  const draw = (...shown: readonly Item[]) => put(keyed(shown, ({key}) => key, button));
  const drawn = () => [...list.querySelectorAll('button')];
  const words = () => list.textContent.trim();

  beforeEach(async () => {
    list = await fixture(html`<div></div>`);
  });

  it('stands in its order, and in its place, whatever comes and goes', () => {
    const random = createRandom(7);
    for (let turn = 0; turn < 300; turn++) {
      const keys = [...'abcdefghij']
        .filter(() => random() < 0.7)
        .map((key) => ({key, at: random()}))
        .sort((a, b) => (turn % 2 ? a.at - b.at : 0))
        .map(({key}) => key)
        .join('');
      draw(...items(keys));
      expect(words()).to.equal(keys);
      expect([list.firstElementChild?.tagName, list.lastElementChild?.tagName]).to.deep.equal([
        'I',
        'U',
      ]);
    }
  });

  it('keeps the element of a key, with its new words', () => {
    draw(...items('abc'));
    const [, b] = drawn();

    draw({key: 'x'}, {key: 'b', words: 'B'}, {key: 'a'});

    expect(words()).to.equal('xBa');
    expect(drawn()[1]).to.equal(b);
  });

  it('leaves focus where it is while others come above and below and go', () => {
    draw(...items('abcde'));
    drawn()[2]?.focus();

    draw(...items('xaycze'));

    expect(document.activeElement?.id).to.equal('c');
  });

  it('gives a key that went and came back an element of its own', () => {
    draw(...items('ab'));
    const [a] = drawn();
    draw(...items('b'));

    draw(...items('ab'));

    expect(drawn()[0]).not.to.equal(a);
    expect(words()).to.equal('ab');
  });

  it('loses no item where two have one key', () => {
    draw(...items('aba'));
    draw(...items('abab'));
    draw(...items('bab'));

    expect(words()).to.equal('bab');
  });

  it('is empty when nothing is left, and takes items again', () => {
    draw(...items('ab'));
    draw();
    expect(words()).to.equal('');

    draw(...items('cd'));

    expect(words()).to.equal('cd');
  });

  it('keeps the elements of the plain list that it takes over', () => {
    put(items('abc').map(button));
    const [a, , c] = drawn();

    draw(...items('abcd'));
    draw(...items('xac'));

    expect(words()).to.equal('xac');
    expect(drawn().slice(1)).to.deep.equal([a, c]);
  });

  it('leaves nothing behind of a longer plain list that it takes over', () => {
    put(items('abc').map(button));

    draw(...items('a'));

    expect(words()).to.equal('a');
  });
});
