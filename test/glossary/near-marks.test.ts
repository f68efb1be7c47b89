/** Real pages in a real browser, scrolled as a person scrolls them: what is near the screen is underlined, and nothing else. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {liveRange} from '../../src/glossary/host-mark.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {NearMarks} from '../../src/glossary/near-marks.js';
import {adoptUnderline} from '../../src/glossary/underline.js';
import {setOf, term} from '../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf('a', term('AF'), term('SOB'), term('COPD'), term('asthma'), term('gout')),
]);
const filler = 'Nothing to explain in this sentence of the letter. '.repeat(9);
const entry = `<article><h3>Seen</h3><p>${filler}Known AF, SOB. ${filler}</p><p>COPD; AF as before.</p></article>`;
/** 200 KB: `count` entries, and a word that stands only in the last. */
const long = (count = 210) => `${entry.repeat(count)}<p id="last">asthma</p>`;

interface Page {
  readonly root: HTMLElement;
  readonly near: NearMarks;
  /** How often all of it has been read. */
  readonly reads: () => number;
}

const pages: Page[] = [];

/** A page with this in it, whose terms are being marked. */
async function page(markup: string, find = (text: string) => lexicon.find(text)): Promise<Page> {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  root.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
  let reads = 0;
  const near = new NearMarks(root, find, false, () => reads++);
  const made = {root, near, reads: () => reads};
  pages.push(made);
  return made;
}

const allRead = ({reads}: Page, times = 1) =>
  waitUntil(() => reads() >= times, 'the text was not read', {timeout: 8000});

const underlined = () =>
  [...(CSS.highlights.get('phr-term') ?? [])].map((range) => liveRange(range as StaticRange));
const words = () => underlined().map(String).sort();
const boxOf = (range: Range) => range.getBoundingClientRect();

interface Seen {
  readonly top: number;
  readonly bottom: number;
}
const screen = (): Seen => ({top: 0, bottom: innerHeight});

/** Terms of a page on the screen, or in another box through which it is seen, that are not underlined. */
function missing({near}: Page, seen: Seen = screen()): string[] {
  const there = new Set(underlined().map((range) => `${boxOf(range).x} ${boxOf(range).y}`));
  return near.marks
    .filter(({range}) => {
      const {x, y, bottom} = boxOf(liveRange(range));
      return bottom > seen.top && y < seen.bottom && !there.has(`${x} ${y}`);
    })
    .map(({word}) => word);
}

/** Underlined words that are more than two screens away: the passage that is near may be long. */
const far = () =>
  underlined().filter((range) => {
    const {top, bottom} = boxOf(range);
    return bottom < -2 * innerHeight || top > 3 * innerHeight;
  });

const settled = (made: Page, seen?: Seen) =>
  waitUntil(() => missing(made, seen).length === 0 && far().length === 0, 'not what is near', {
    timeout: 4000,
  });

afterEach(() => {
  for (const {near} of pages.splice(0)) near.stop();
  scrollTo(0, 0);
});

describe('A page of 200 KB with hundreds of terms', () => {
  it('has underlined what is on the screen, and nothing far from it, when all has been read', async () => {
    const made = await page(long());
    await allRead(made);
    await settled(made);
    expect(made.near.marks.length).to.equal(3 * 210 + 1);
    expect(words()).to.include.members(['AF', 'COPD', 'SOB']);
    expect(words().length).to.be.below(200);
  });

  it('has every word, also those that are nowhere near the screen', async () => {
    const made = await page(long());
    await allRead(made);
    expect([...new Set(made.near.marks.map(({word}) => word))]).to.deep.equal([
      'AF',
      'SOB',
      'COPD',
      'asthma',
    ]);
    expect(words()).to.not.include('asthma');
  });

  it('has underlined what is on the screen wherever a person scrolls to, and takes the rest away', async () => {
    const made = await page(long());
    await allRead(made);
    for (const part of [0.3, 0.31, 0.95, 0.5, 0]) {
      scrollTo(0, made.root.scrollHeight * part);
      await settled(made);
      expect(words().length).to.be.within(1, 200);
    }
    scrollTo(0, made.root.scrollHeight);
    await waitUntil(() => words().includes('asthma'));
  });

  it('marks the same words of an entry whether a person comes to it from above or from below', async () => {
    const one = `<p>${filler}</p>`.repeat(30);
    const made = await page(
      `${long(80)}<article id="entry"><p>AF</p>${one}<p id="again">AF and gout</p>${one}<p>gout</p></article>${long(80)}`,
    );
    await allRead(made);
    const again = made.root.querySelector('#again');
    for (const from of [made.root.scrollHeight, 0]) {
      scrollTo(0, from);
      await settled(made);
      again?.scrollIntoView({block: 'center'});
      await settled(made);
      const there = underlined().filter(({startContainer}) => again?.contains(startContainer));
      expect(there.map(String)).to.deep.equal(['gout']);
    }
  });

  it('is the same afterwards: its nodes, and its text to the character', async () => {
    const made = await page(long());
    const before = made.root.cloneNode(true);
    const nodes = [...made.root.querySelectorAll('*')].flatMap(({childNodes}) => [...childNodes]);
    await allRead(made);
    scrollTo(0, made.root.scrollHeight / 2);
    await settled(made);
    expect(made.root.isEqualNode(before)).to.equal(true);
    const after = [...made.root.querySelectorAll('*')].flatMap(({childNodes}) => [...childNodes]);
    expect(after.every((node, at) => node === nodes[at])).to.equal(true);
    expect(made.root.textContent?.length).to.be.above(200_000);
  });

  it('finds the word under a press where a person has scrolled to', async () => {
    const made = await page(long());
    await allRead(made);
    scrollTo(0, made.root.scrollHeight / 2);
    await settled(made);
    const seen = underlined().find((range) => boxOf(range).top > 0);
    if (!seen?.startContainer.parentElement) throw new Error('Nothing is underlined');
    const {left, top} = boxOf(seen);
    const mark = made.near.at(seen.startContainer.parentElement, left + 2, top + 2);
    expect(mark?.word).to.equal(String(seen));
    expect(made.near.at(seen.startContainer.parentElement, left - 40, top - 40)).to.equal(
      undefined,
    );
  });

  it('is read in steps, with frames in between, when finding is slow', async () => {
    let frames = 0;
    const counted = new Set<number>();
    const count = () => {
      frames++;
      requestAnimationFrame(count);
    };
    const made = await page(long(), (text) => {
      counted.add(frames);
      for (const until = performance.now() + 1; performance.now() < until;);
      return lexicon.find(text);
    });
    requestAnimationFrame(count);
    await allRead(made);
    // More than 600 texts of a millisecond each, some six in a step.
    expect(counted.size).to.be.above(20);
  });
});

describe('Marks near the screen', () => {
  it('are everywhere when there are few', async () => {
    const made = await page(`${long(20)}<p>gout</p>`);
    await allRead(made);
    expect(words()).to.have.length(62);
    expect(words()).to.include('gout');
    expect(made.root.scrollHeight).to.be.above(2 * innerHeight);
  });

  it('come in a box that scrolls, when it is scrolled', async () => {
    const made = await page(`<div id="box">${long()}</div>`);
    const box = made.root.querySelector<HTMLElement>('#box');
    if (!box) throw new Error('No box');
    Object.assign(box.style, {height: '300px', overflow: 'auto'});
    await allRead(made);
    await settled(made, box.getBoundingClientRect());
    expect(words()).to.not.include('asthma');
    box.scrollTop = box.scrollHeight;
    await waitUntil(() => words().includes('asthma'));
    await settled(made, box.getBoundingClientRect());
  });

  it('come in a part that was closed, when it is opened', async () => {
    const made = await page(`<details><div>gout ${filler.repeat(10)}</div></details>${long()}`);
    await allRead(made);
    await waitUntil(() => words().length > 0);
    expect(words()).to.not.include('gout');
    const details = made.root.querySelector('details');
    if (details) details.open = true;
    await waitUntil(() => words().includes('gout'));
  });

  it('come in elements that have no box of their own', async () => {
    const made = await page(`<article id="bare">gout</article>${long()}`);
    made.root.querySelector<HTMLElement>('#bare')?.style.setProperty('display', 'contents');
    await allRead(made);
    await waitUntil(() => words().includes('gout'));
  });

  it('come where something is put in, and go with what is taken out', async () => {
    const made = await page(long());
    await allRead(made);
    await settled(made);
    const added = document.createElement('article');
    added.append('gout');
    made.root.prepend(added);
    await waitUntil(() => words().includes('gout'));
    added.remove();
    await waitUntil(() => !words().includes('gout'));
    // It is no longer underlined at once, and no longer known once the page has been read again.
    await waitUntil(() => made.near.marks.every(({word}) => word !== 'gout'));
    await settled(made);
  });

  it('follow a text that is hidden and shown, and one that becomes long', async () => {
    const made = await page('<p id="some" hidden>gout</p>');
    await allRead(made);
    expect(words()).to.deep.equal([]);
    made.root.querySelector('#some')?.removeAttribute('hidden');
    await waitUntil(() => words().join() === 'gout');
    const reads = made.reads();
    made.root.append(...new DOMParser().parseFromString(long(), 'text/html').body.childNodes);
    await allRead(made, reads + 1);
    await settled(made);
    expect(words()).to.include('gout');
  });

  it('are kept up while a page changes again and again', async () => {
    const made = await page(`<p id="clock">0</p>${long()}`);
    const clock = made.root.querySelector('#clock');
    let ticks = 0;
    const timer = setInterval(() => clock?.replaceChildren(String(++ticks)), 10);
    try {
      await allRead(made, 2);
      await settled(made);
    } finally {
      clearInterval(timer);
    }
    expect(ticks).to.be.above(5);
  });

  it('are not drawn anew when the page changes something that has none', async () => {
    const made = await page(`<p id="note">0</p>${long()}`);
    await allRead(made);
    await settled(made, {top: -innerHeight, bottom: 2 * innerHeight});
    const before = CSS.highlights.get('phr-term');
    made.root.querySelector('#note')?.replaceChildren('Nothing');
    await allRead(made, 2);
    expect(CSS.highlights.get('phr-term')).to.equal(before);
    made.root.querySelector('#note')?.replaceChildren('gout');
    await waitUntil(() => words().includes('gout'));
  });

  it('of one glossary stay when those of another go', async () => {
    const other = await page('<p>gout</p>');
    const made = await page(long());
    await allRead(made);
    await allRead(other);
    await settled(made);
    other.near.stop();
    expect(words()).to.not.include('gout');
    expect(missing(made)).to.deep.equal([]);
  });

  it('are no more once it is over, whatever the page does', async () => {
    const made = await page(long());
    await waitUntil(() => words().length > 0);
    made.near.stop();
    const reads = made.reads();
    made.root.prepend('gout');
    scrollTo(0, made.root.scrollHeight / 2);
    await aTimeout(300);
    expect(words()).to.deep.equal([]);
    expect(made.reads()).to.equal(reads);
  });

  it('are not underlined on paper, where nothing can be pressed', () => {
    adoptUnderline(document);
    const rules = document.adoptedStyleSheets.flatMap(({cssRules}) => [...cssRules]);
    const rule = rules.find(({cssText}) => cssText.includes('phr-term'));
    expect((rule as CSSMediaRule).media.mediaText).to.equal('not print');
  });
});
