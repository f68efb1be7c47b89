import {expect, fixture, html} from '@open-wc/testing';
import {isValid, liveRange, markAt, marksIn, runsIn} from '../../src/glossary/host-text.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {setOf, term} from '../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf('a', term('AF'), term('SOB'), term('atrial fibrillation'), term('asthma')),
]);
const find = (text: string) => lexicon.find(text);

/** An element of a page with this in it. */
function page(markup: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<main>${markup}</main>`, 'text/html');
  const main = parsed.querySelector('main');
  if (!main) throw new Error('No page');
  return document.adoptNode(main);
}

const runs = (root: Element): string[] =>
  [...runsIn(root)].map((run) => run.map(({data}) => data).join(''));
const words = (root: Element, every = false): string[] =>
  marksIn(root, find, every).map(({word}) => word);

describe('The text of a page, in pieces that are read in one go', () => {
  it('goes on over elements inside a line', () => {
    expect(runs(page('one <b>two <i>three</i></b> four'))).to.deep.equal(['one two three four']);
  });

  it('ends where a block begins or ends', () => {
    expect(runs(page('one<p>two</p>three<div>four<p>five</p></div>six'))).to.deep.equal([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
    ]);
  });

  it('ends at a line break and at what is left out', () => {
    expect(
      runs(page('atrial<br>fibrillation atrial <a href="#">x</a> fibrillation')),
    ).to.deep.equal(['atrial', 'fibrillation atrial ', ' fibrillation']);
  });

  it('is nothing where there is no text', () => {
    expect(runs(page('<p></p><!-- AF -->'))).to.deep.equal([]);
  });
});

describe('Terms in the text of a page', () => {
  it('are found over the border of an element', () => {
    const root = page('<p>Known atrial <b>fibril</b>lation.</p>');
    const [mark] = marksIn(root, find);
    expect(mark?.word).to.equal('atrial fibrillation');
    expect(mark && liveRange(mark.range).toString()).to.equal('atrial fibrillation');
    expect(mark?.range.startContainer).to.not.equal(mark?.range.endContainer);
  });

  it('are not made of words of two blocks', () => {
    expect(words(page('<p>atrial</p><p>fibrillation</p>'))).to.deep.equal([]);
  });

  it('have ranges that begin and end in the words, each giving its word', () => {
    const root = page('<p><b>AF</b>, <i>SOB</i>; then atrial <u>fibrillation</u></p>');
    for (const {range, word} of marksIn(root, find))
      expect(liveRange(range).toString()).to.equal(word);
    const [first] = marksIn(root, find);
    expect(first?.range.startContainer.textContent).to.equal('AF');
    expect(first?.range.endContainer.textContent).to.equal('AF');
  });

  for (const markup of [
    '<a href="#">AF</a>',
    '<a href="#"><b>AF</b></a>',
    '<button>AF</button>',
    '<textarea>AF</textarea>',
    '<select><option>AF</option></select>',
    '<label>AF</label>',
    '<details><summary>AF</summary></details>',
    '<code>AF</code>',
    '<pre>AF</pre>',
    '<kbd>AF</kbd>',
    '<samp>AF</samp>',
    '<script type="text/plain">AF</script>',
    '<style>AF</style>',
    '<template>AF</template>',
    '<svg><text>AF</text></svg>',
    '<math><mi>AF</mi></math>',
    '<div contenteditable>AF</div>',
    '<div contenteditable="true"><p>AF</p></div>',
    '<div contenteditable="plaintext-only">AF</div>',
    '<span translate="no">AF</span>',
    '<div hidden>AF</div>',
    '<div aria-hidden="true">AF</div>',
    '<span role="button">AF</span>',
    '<span role="link">AF</span>',
    '<phr-term>AF</phr-term>',
    '<other-element>AF</other-element>',
    '<p data-phr-no-terms>AF</p>',
  ])
    it(`are not looked for in ${markup}`, () => {
      expect(words(page(markup))).to.deep.equal([]);
      expect(words(page(`${markup}<p>AF</p>`))).to.deep.equal(['AF']);
    });

  it('are looked for where editing is switched off', () => {
    expect(words(page('<div contenteditable="false">AF</div>'))).to.deep.equal(['AF']);
  });

  it('are marked once in an entry, and again in the next', () => {
    const root = page('<ul><li>AF, AF <p>and AF</p></li><li>AF</li></ul>');
    expect(words(root)).to.deep.equal(['AF', 'AF']);
  });

  it('are marked each time when that is asked for', () => {
    expect(words(page('<li>AF, AF <p>and AF</p></li>'), true)).to.have.length(3);
  });

  it('are marked once where the entry is outside of what is looked at', () => {
    const outer = page('<article><p>AF</p><p>AF</p></article>');
    const inner = page('<p>AF</p><p>AF</p>');
    outer.querySelector('article')?.append(inner);
    expect(words(inner)).to.deep.equal(['AF']);
  });

  it('leave the page as it is: its nodes, their text and their order', () => {
    const root = page('<p>Known <b>AF</b> and <i>SOB</i> at<b>rial fibril</b>lation</p><p>AF</p>');
    const before = root.cloneNode(true);
    const nodes = [...root.querySelectorAll('*')].flatMap((element) => [...element.childNodes]);
    marksIn(root, find, true);
    expect(root.isEqualNode(before)).to.equal(true);
    expect([...root.querySelectorAll('*')].flatMap((element) => [...element.childNodes])).to.eql(
      nodes,
    );
  });

  it('are found in a deep page of 200 KB without its text being read twice as often', () => {
    const asked: number[] = [];
    const count = (text: string) => {
      asked.push(text.length);
      return find(text);
    };
    const root = page('<p>Known AF and SOB here. </p>'.repeat(8000));
    marksIn(root, count);
    expect(asked.reduce((sum, one) => sum + one, 0)).to.equal(root.textContent?.length);
  });
});

describe('A term whose text changes under it', () => {
  const start = async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.append('Known AF here');
    const [mark] = marksIn(root, find);
    if (!mark) throw new Error('No mark');
    const node = root.firstChild as Text;
    return {root, mark, node};
  };

  it('holds as long as the word stands there', async () => {
    const {mark, node} = await start();
    expect(isValid(mark)).to.equal(true);
    node.appendData(' today');
    expect(isValid(mark)).to.equal(true);
  });

  it('does not hold once another word stands there', async () => {
    const {mark, node} = await start();
    node.data = 'Known BF here';
    expect(isValid(mark)).to.equal(false);
  });

  it('does not hold once the text is shorter, and measuring it does not throw', async () => {
    const {mark, node} = await start();
    node.data = 'K';
    expect(isValid(mark)).to.equal(false);
    expect(liveRange(mark.range).toString()).to.equal('');
  });

  it('does not hold once the text has left the page', async () => {
    const {mark, node} = await start();
    node.remove();
    expect(isValid(mark)).to.equal(false);
  });

  it('is found at its place on the screen, and nowhere else', async () => {
    const {mark} = await start();
    const box = liveRange(mark.range).getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    expect(markAt([mark], x, y)).to.equal(mark);
    expect(markAt([mark], box.right + 20, y)).to.equal(undefined);
    expect(markAt([mark], -5, -5)).to.equal(undefined);
  });
});
