/** Presses on the page's own text: which word they are on, and what stays open while the page or its terms change. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import {part} from '../../../src/components/glossary/host-marks-part.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {listedWords, term} from '../../support/glossary-terms.js';

const own = [
  term('af', {term: 'AF', full: 'atrial fibrillation', means: 'An uneven heartbeat.'}),
  term('sob', {term: 'SOB', full: 'shortness of breath', means: 'Being short of breath.'}),
];

/** A glossary of the host's own terms over some text of the page. */
async function over(content: unknown, properties: Partial<PhrGlossary> = {}) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, annotate: true, terms: own, ...properties});
  render(content, glossary);
  root.append(glossary);
  await glossary.updateComplete;
  return {root, glossary};
}
const count = (glossary: PhrGlossary) => () => listedWords(glossary).length;

const opened = (root: HTMLElement) => within(root).queryByShadowRole('dialog');
const panel = (root: HTMLElement) => within(root).findByShadowRole('dialog');

/** The middle of some letters of the page. */
function middleOf(root: Node, letters: string) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode() as Text | null);) {
    const start = node.data.indexOf(letters);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + letters.length);
    const {left, top, width, height} = range.getBoundingClientRect();
    return {clientX: left + width / 2, clientY: top + height / 2};
  }
  throw new Error(`No ${letters}`);
}

type Point = ReturnType<typeof middleOf>;

/** A press as a person makes it: on whatever is seen there, unless something else is named. */
function press(at: Point, on = document.elementFromPoint(at.clientX, at.clientY)) {
  on?.dispatchEvent(
    new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...at}),
  );
}
const nothing = () => aTimeout(100);

describe('A press on the page’s own text', () => {
  it('opens a word by any of its letters, in whichever element they stand', async () => {
    for (const letter of ['A', 'F']) {
      const {root, glossary} = await over(html`<p id="only">Known A<b>F</b>.</p>`);
      await waitUntil(count(glossary));
      press(middleOf(root.querySelector('#only') as Node, letter));
      expect((await panel(root)).textContent).to.contain('An uneven heartbeat.');
      root.remove();
    }
  });

  it('opens no word that is cut off there and not seen', async () => {
    const {root, glossary} = await over(
      html`<div id="card" style="padding-bottom: 200px">
        <p id="only" style="height: 1.2em; line-height: 1.2em; overflow: hidden">
          Seen.<br /><br /><br />AF is not.
        </p>
      </div>`,
    );
    await waitUntil(count(glossary));
    const at = middleOf(root.querySelector('#only') as Node, 'AF');
    expect(document.elementFromPoint(at.clientX, at.clientY)?.id).to.equal('card');
    press(at);
    await nothing();
    expect(opened(root)?.textContent).to.equal(undefined);
  });

  for (const [what, content] of [
    [
      'in paragraphs',
      html`<p>Known AF.</p>
        <p>Also SOB.</p>`,
    ],
    ['right in the glossary', html`Known AF.<br />Also SOB.`],
  ] as const)
    it(`in a panel over it opens no word under the panel: ${what}`, async () => {
      const {root, glossary} = await over(content);
      await waitUntil(() => count(glossary)() === 2);
      press(middleOf(glossary, 'AF'));
      const meaning = (await panel(root)).querySelector('.means');
      press(middleOf(glossary, 'SOB'), meaning);
      await nothing();
      expect(opened(root)?.textContent).to.contain('An uneven heartbeat.');
    });

  it('opens nothing in what the page has put out of use, and lists none of its words', async () => {
    const {root, glossary} = await over(
      html`<p>SOB.</p>
        <p id="only">Known AF.</p>`,
    );
    await waitUntil(() => count(glossary)() === 2);
    const behind = root.querySelector('#only') as HTMLElement;
    behind.toggleAttribute('inert', true);
    await waitUntil(() => count(glossary)() === 1);
    press(middleOf(behind, 'AF'));
    await nothing();
    expect(opened(root)?.textContent).to.equal(undefined);
    behind.toggleAttribute('inert', false);
    await waitUntil(() => count(glossary)() === 2);
  });
});

describe('An open panel of a word of the page’s own text', () => {
  const open = async (terms: readonly unknown[]) => {
    const {root, glossary} = await over(html`<p>Known AF and SOB on NIV.</p>`, {terms});
    await waitUntil(count(glossary));
    press(middleOf(glossary, 'AF'));
    const dialog = await panel(root);
    const close = within(dialog).getByRole('button', {name: 'Close'});
    await waitUntil(() => close.matches(':focus'));
    return {root, glossary, close};
  };

  it('stays where it is, with the focus in it, when more terms come', async () => {
    const {root, glossary, close} = await open(own);
    glossary.terms = [...own, term('niv', {term: 'NIV'})];
    await waitUntil(() => count(glossary)() === 3);
    expect(opened(root)?.contains(close)).to.equal(true);
    expect(close.matches(':focus')).to.equal(true);
  });

  it('closes, and leaves the focus at the word, when that means something else by the terms that come', async () => {
    const {root, glossary} = await open(own);
    glossary.terms = [term('other', {term: 'AF', means: 'Something else.'})];
    await waitUntil(() => count(glossary)() === 1);
    await waitUntil(() => opened(root) === null);
    const place = glossary.shadowRoot?.querySelector('.at phr-term');
    expect(place?.matches(':focus-within')).to.equal(true);
  });

  it('goes with the word when the terms that come do not explain it', async () => {
    const {root, glossary} = await open(own);
    glossary.terms = [own[1]];
    await waitUntil(() => count(glossary)() === 1);
    expect(opened(root)?.textContent).to.equal(undefined);
  });
});

describe('When the part that reads the page’s own text cannot be had', () => {
  const {load} = part;
  afterEach(() => {
    part.load = load;
  });

  it('words are underlined after all once the browser is online again', async () => {
    let asked = 0;
    part.load = () => {
      asked++;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const {glossary} = await over(html`<p>Known AF.</p>`);
    await waitUntil(() => asked > 0);
    await nothing();
    const before = asked;
    part.load = load;
    expect(count(glossary)()).to.equal(0);
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => count(glossary)() === 1);
    expect(before).to.be.lessThan(5);
  });
});
