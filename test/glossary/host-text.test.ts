import {expect} from '@open-wc/testing';
import {liveRange, type HostMark} from '../../src/glossary/host-mark.js';
import {HostText} from '../../src/glossary/host-text.js';
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

const readAll = (text: HostText): HostMark[] =>
  [...text.passages()].flatMap((passage) => passage?.marks ?? []);
const marksIn = (root: Element, finder = find, isEvery = false): HostMark[] =>
  readAll(new HostText(root, finder, isEvery));
const words = (root: Element, isEvery = false): string[] =>
  marksIn(root, find, isEvery).map(({word}) => word);

/** A finder that keeps what it was asked to look through. */
function listening() {
  const asked: string[] = [];
  const listen = (text: string) => {
    asked.push(text);
    return find(text);
  };
  return {asked, listen};
}

/** Texts that are looked through in one go. */
function runs(root: Element): string[] {
  const {asked, listen} = listening();
  marksIn(root, listen);
  return asked;
}

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
    expect(mark?.range?.startContainer).to.not.equal(mark?.range?.endContainer);
  });

  it('are not made of words of two blocks', () => {
    expect(words(page('<p>atrial</p><p>fibrillation</p>'))).to.deep.equal([]);
  });

  it('have ranges that begin and end in the words, each giving its word', () => {
    const root = page('<p><b>AF</b>, <i>SOB</i>; then atrial <u>fibrillation</u></p>');
    for (const {range, word} of marksIn(root, find))
      expect(liveRange(range).toString()).to.equal(word);
    const [first] = marksIn(root, find);
    expect(first?.range?.startContainer.textContent).to.equal('AF');
    expect(first?.range?.endContainer.textContent).to.equal('AF');
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
    '<div inert><p>AF</p></div>',
    '<div aria-hidden="true">AF</div>',
    '<span role="button">AF</span>',
    '<span role="link">AF</span>',
    '<div role="tab">AF</div>',
    '<ul role="listbox"><li role="option">AF</li></ul>',
    '<div role="menuitem">AF</div>',
    '<div role="menuitemcheckbox">AF</div>',
    '<div role="menuitemradio">AF</div>',
    '<div role="checkbox">AF</div>',
    '<div role="radio">AF</div>',
    '<div role="switch">AF</div>',
    '<div role="treeitem">AF</div>',
    '<div role="combobox">AF</div>',
    '<phr-term>AF</phr-term>',
    '<other-element>AF</other-element>',
    '<p data-phr-no-terms>AF</p>',
    '<p lang="cy">AF</p>',
    '<p lang="fr-CA">AF</p>',
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
    const {asked, listen} = listening();
    const root = page('<p>Known AF and SOB here. </p>'.repeat(8000));
    marksIn(root, listen);
    expect(asked.join('').length).to.equal(root.textContent?.length);
  });

  it('are found in one text of 200 KB, which is looked through in parts that end where a sentence does', () => {
    const {asked, listen} = listening();
    const text = 'Known atrial fibrillation and some SOB here. '.repeat(4500);
    const found = marksIn(page(`<p>${text}</p>`), listen, true);
    expect(asked.join('')).to.equal(text);
    expect(Math.max(...asked.map(({length}) => length))).to.be.below(9000);
    expect(asked.filter((part) => !part.endsWith('. '))).to.deep.equal([]);
    expect(found.map(({word}) => word).join()).to.equal(
      'atrial fibrillation,SOB,'.repeat(4500).slice(0, -1),
    );
    expect(liveRange(found.at(-1)?.range).toString()).to.equal('SOB');
  });

  it('are found in a line of 10,000 elements without looking for each from its beginning', () => {
    const root = page(`<p>${'<span>known </span><span>AF</span>, <i>and </i>'.repeat(3000)}</p>`);
    const length = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'length');
    let looks = 0;
    try {
      Object.defineProperty(CharacterData.prototype, 'length', {
        ...length,
        get(this: CharacterData) {
          looks++;
          return this.data.length;
        },
      });
      const ranges = marksIn(root, find, true).map(({range}) => range);
      expect(ranges.filter((range) => range?.startContainer.nodeValue === 'AF')).to.have.length(
        3000,
      );
    } finally {
      Object.defineProperty(CharacterData.prototype, 'length', length ?? {});
    }
    expect(looks).to.be.below(100_000);
  });

  it('are found where a text of 200 KB has no place to part it', () => {
    const {asked, listen} = listening();
    const text = 'x'.repeat(200_000);
    expect(marksIn(page(`<p>${text}</p>`), listen)).to.deep.equal([]);
    expect(asked.join('')).to.equal(text);
  });
});

describe('The text of a page, in passages', () => {
  const passages = (root: Element) =>
    [...new HostText(root, find).passages()].flatMap((passage) => passage ?? []);
  const long = 'Nothing to see in this sentence. '.repeat(100);

  it('is one passage when it is short', () => {
    const root = page('<div><p>AF</p><p>SOB</p></div>asthma');
    expect(passages(root).map(({block}) => block)).to.deep.equal([root]);
    expect(words(root)).to.deep.equal(['AF', 'SOB', 'asthma']);
  });

  it('is one for each part that is short enough, in the order of the page', () => {
    const root = page(
      `AF <section><h2>SOB</h2><p>asthma ${long}</p></section><section><p>SOB ${long}</p><div>AF ${long}<p>asthma</p></div></section>`,
    );
    expect(
      passages(root).map(({block, marks}) => [block.localName, ...marks.map(({word}) => word)]),
    ).to.deep.equal([
      ['main', 'AF'],
      ['section', 'SOB', 'asthma'],
      ['p', 'SOB'],
      ['div', 'AF', 'asthma'],
    ]);
  });

  it('is read in steps, also where there are no terms', () => {
    const root = page(`<p>${long}</p>`.repeat(50));
    const steps = [...new HostText(root, find).passages()];
    expect(steps.length).to.be.above(20);
    expect(steps.every((step) => step === undefined)).to.equal(true);
  });
});

describe('The text of a page that is read again', () => {
  /** A page of ten entries, read once, then changed, then read again: what it has, and what was looked through for that. */
  function again(change: (root: HTMLElement) => void) {
    const root = page('<article><p>AF</p><p>Some SOB</p></article>'.repeat(10));
    const {asked, listen} = listening();
    const text = new HostText(root, listen);
    readAll(text);
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
    change(root);
    text.forget(observer.takeRecords());
    asked.length = 0;
    const marks = readAll(text).map(({word}) => word);
    const {asked: anew, listen: listenAnew} = listening();
    expect(readAll(new HostText(root, listenAnew)).map(({word}) => word)).to.deep.equal(marks);
    expect(anew.length).to.be.above(1);
    return {asked, marks};
  }

  it('is not looked through when nothing has changed', () => {
    const {asked, marks} = again(() => undefined);
    expect(asked).to.deep.equal([]);
    expect(marks).to.have.length(20);
  });

  it('is looked through where a text has changed', () => {
    const {asked, marks} = again((root) => {
      const text = root.querySelector('article:nth-child(3) p')?.firstChild as Text;
      text.data = 'asthma and SOB';
    });
    expect(asked).to.deep.equal(['asthma and SOB']);
    expect(marks.slice(4, 6)).to.deep.equal(['asthma', 'SOB']);
  });

  it('is looked through where something was put in, taken out, or may be explained no longer', () => {
    const {asked, marks} = again((root) => {
      const added = document.createElement('p');
      added.append('asthma');
      root.querySelector('article')?.prepend(added);
      root.querySelector('article:nth-child(2) p')?.remove();
      root.querySelector('article:nth-child(3)')?.setAttribute('hidden', '');
    });
    expect(asked).to.deep.equal(['asthma']);
    expect(marks.slice(0, 6)).to.deep.equal(['asthma', 'AF', 'SOB', 'SOB', 'AF', 'SOB']);
    expect(marks).to.have.length(18);
  });

  it('counts a paragraph that moves to another entry in that one', () => {
    const {marks} = again((root) => {
      const moved = root.querySelector('article:last-child p');
      if (moved) root.querySelector('article')?.append(moved);
    });
    expect(marks.slice(0, 4)).to.deep.equal(['AF', 'SOB', 'AF', 'SOB']);
    expect(marks).to.have.length(19);
  });

  it('is looked through where what was away has changed meanwhile', () => {
    const {asked} = again((root) => {
      const first = root.querySelector('article');
      if (!first) throw new Error('No entry');
      first.remove();
      const text = first.querySelector('p')?.firstChild as Text;
      text.data = 'asthma';
      root.append(first);
    });
    expect(asked).to.deep.equal(['asthma', 'Some SOB']);
  });

  it('keeps nothing of what changed while it was being read, wherever the reading stood', () => {
    const filler = 'Nothing to see in this sentence. '.repeat(30);
    const markup = `<article><p>AF ${filler}</p><p>SOB ${filler}</p><p>AF ${filler}</p></article>`;
    for (let steps = 1; steps < 12; steps++) {
      const root = page(markup.repeat(8));
      const text = new HostText(root, find);
      const reading = text.passages();
      for (let left = steps; left > 0; left--) reading.next();
      const observer = new MutationObserver(() => undefined);
      observer.observe(root, {subtree: true, characterData: true});
      for (const paragraph of root.querySelectorAll('p:first-child'))
        (paragraph.firstChild as Text).data = 'asthma';
      text.forget(observer.takeRecords());
      Array.from(reading);
      expect(readAll(text).map(({word}) => word)).to.deep.equal(
        Array.from({length: 8}, () => ['asthma', 'SOB', 'AF']).flat(),
      );
    }
  });
});
