/** Terms in lines of text: where the lines break, what stays together, and that the text is what it was. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/components/term/term.define.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {withMarks} from '../../../src/glossary/marks.js';
import {moreStyles} from '../../../src/styles/more.styles.js';
import {setOf, term} from '../../support/glossary-terms.js';

const long = 'chronic obstructive pulmonary disease';
const lexicon = new Lexicon([setOf('a', term('AF'), term('SOB'), term('ECG'), term(long))]);
const text = `See (AF), then ‘SOB’. Has ${long}; so on. ECG/AF – SOB: no AF… (ECG)`;

/** The text with its terms, in a paragraph that knows the styles which our own widgets have. */
async function paragraph() {
  const sheet = moreStyles.styleSheet;
  if (sheet && !document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const content = withMarks(text, lexicon.find(text), {});
  // prettier-ignore
  const root = await fixture<HTMLElement>(html`<p style="font: 16px/1.5 Arial, sans-serif">${content}</p>`);
  await Promise.all([...root.querySelectorAll('phr-term')].map((one) => one.updateComplete));
  return root;
}

/** Characters of a paragraph as they are read, each with the line it stands in and where it ends. */
function characters(root: HTMLElement) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all: {character: string; top: number; bottom: number; right: number}[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const {data} = node as Text;
    for (let at = 0; at < data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const {top, bottom, right} = range.getBoundingClientRect();
      all.push({character: data[at] ?? '', top, bottom, right});
    }
  }
  return all;
}

const isWord = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');

describe('A line of text with terms in it', () => {
  it('breaks between no term and the punctuation that touches it, at any width', async () => {
    const root = await paragraph();
    const torn: string[] = [];
    for (let width = 60; width <= 620; width += 4) {
      root.style.width = `${width}px`;
      const all = characters(root);
      all.forEach(({character, top}, at) => {
        const before = all[at - 1];
        if (!before || /\s/.test(character + before.character)) return;
        // After a stroke a line may break, as it may without terms.
        if (before.character === '/' || isWord(character) === isWord(before.character)) return;
        if (top >= before.bottom - 4)
          torn.push(`${width}: ${before.character}|${character} at ${at}`);
      });
    }
    expect(torn).to.deep.equal([]);
  });

  it('stands out of its paragraph at no width, however long a term is', async () => {
    const root = await paragraph();
    const out: string[] = [];
    for (let width = 90; width <= 620; width += 4) {
      root.style.width = `${width}px`;
      const {right} = root.getBoundingClientRect();
      if (characters(root).some((one) => one.right > right + 1)) out.push(`${width}`);
    }
    expect(out).to.deep.equal([]);
  });

  it('is one line where a long term is all there is in a box as wide as its text', async () => {
    const root = await paragraph();
    const alone = withMarks(long, lexicon.find(long), {});
    const box = await fixture<HTMLElement>(
      html`<div style="display: flex; width: 600px"><p style="margin: 0">${alone}</p></div>`,
    );
    await Promise.all([...box.querySelectorAll('phr-term')].map((one) => one.updateComplete));
    const line = parseFloat(getComputedStyle(root).lineHeight);
    expect(box.getBoundingClientRect().height).to.be.below(line * 1.5);
  });

  it('is the same text to the character, with punctuation outside of the words', async () => {
    const root = await paragraph();
    expect(root.textContent).to.equal(text);
    expect([...root.querySelectorAll('phr-term')].map(({textContent}) => textContent)).to.eql([
      'AF',
      'SOB',
      long,
      'ECG',
      'AF',
      'SOB',
      'AF',
      'ECG',
    ]);
  });
});
