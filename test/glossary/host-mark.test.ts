import {expect, fixture, html} from '@open-wc/testing';
import {isValid, liveRange, markAt} from '../../src/glossary/host-mark.js';
import {HostText} from '../../src/glossary/host-text.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {setOf, term} from '../support/glossary-terms.js';

const lexicon = new Lexicon([setOf('a', term('AF'))]);
const find = (text: string) => lexicon.find(text);

describe('A term whose text changes under it', () => {
  const start = async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.append('Known AF here');
    const [mark] = [...new HostText(root, find).passages()].flatMap((one) => one?.marks ?? []);
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
    const {root, mark} = await start();
    const box = liveRange(mark.range).getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    expect(markAt([mark], root, x, y)).to.equal(mark);
    expect(markAt([mark], root, box.right + 20, y)).to.equal(undefined);
    expect(markAt([mark], root, -5, -5)).to.equal(undefined);
  });

  it('is not found where something else lies over it', async () => {
    const {root, mark} = await start();
    const over = document.createElement('div');
    root.append(over);
    const {left, top} = liveRange(mark.range).getBoundingClientRect();
    expect(markAt([mark], over, left + 1, top + 1)).to.equal(undefined);
  });

  it('has no place once the text is gone before anybody asked where it is', async () => {
    const {root, mark, node} = await start();
    node.data = 'K';
    expect(mark.range).to.equal(undefined);
    expect(isValid(mark)).to.equal(false);
    expect(markAt([mark], root, 1, 1)).to.equal(undefined);
  });
});
