/** Every state of every widget, in a language that runs from right to left, on the smallest screen. */
import {expect, waitUntil} from '@open-wc/testing';
import {nothing, render} from 'lit';
import * as details from '../../../stories/entry-detail.stories.js';
import * as people from '../../../stories/person.stories.js';
import * as timelines from '../../../stories/record-timeline.stories.js';
import * as charts from '../../../stories/result-chart.stories.js';
import * as filters from '../../../stories/timeline-filters.stories.js';
import {madeUp, registerMadeUp} from '../../support/right-to-left-words.js';

interface Story {
  readonly args?: object;
  readonly render?: (args: never) => unknown;
}

const modules = Object.entries({details, people, timelines, charts, filters});

/** Shadow roots included, in the order of the page. */
function elementsUnder(root: ParentNode): Element[] {
  return [...root.children].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsUnder(element.shadowRoot) : []),
    ...elementsUnder(element),
  ]);
}

/** What stands out of the screen sideways, or is cut off in its box. */
function outOfSight(root: HTMLElement): string[] {
  const {left, right} = root.getBoundingClientRect();
  return elementsUnder(root).flatMap((element) => {
    const style = getComputedStyle(element);
    // Text for screen readers alone is clipped on purpose; a drawing has its own measure.
    const isHidden = !element.checkVisibility() || style.clipPath !== 'none';
    if (isHidden || style.position === 'absolute' || element.closest('svg')) return [];
    const box = element.getBoundingClientRect();
    const isOut = box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    return isOut || isCut
      ? [`${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`]
      : [];
  });
}

/** Where a part of a text stands on the screen: undefined when it is not drawn, or runs over two lines. */
function place(node: Node, from: number, to: number): DOMRect | undefined {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const boxes = [...range.getClientRects()].filter(({width}) => width > 0);
  return boxes.length === 1 ? boxes[0] : undefined;
}

/** Dates whose day does not come before their month, from right to left, on the same line. */
function scrambledDates(root: HTMLElement): {scrambled: string[]; count: number} {
  const scrambled: string[] = [];
  let count = 0;
  for (const node of elementsUnder(root).flatMap(({childNodes}) => [...childNodes])) {
    if (node.nodeType !== Node.TEXT_NODE || !node.parentElement?.checkVisibility()) continue;
    const text = node.nodeValue ?? '';
    for (const {index, 0: date, 1: day = '', 2: month = ''} of text.matchAll(
      /(\d{1,2})[\s\u00a0]([א-ת]+)[\s\u00a0]\d{4}/g,
    )) {
      const dayBox = place(node, index, index + day.length);
      const at = index + date.indexOf(month);
      const monthBox = place(node, at, at + month.length);
      if (!dayBox || !monthBox || Math.abs(dayBox.top - monthBox.top) > 2) continue;
      count += 1;
      if (dayBox.left < monthBox.left) scrambled.push(text.trim());
    }
  }
  return {scrambled, count};
}

/** Values whose number does not stand before their unit, from left to right. */
function scrambledValues(root: HTMLElement): string[] {
  return elementsUnder(root)
    .flatMap(({childNodes}) => [...childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .flatMap((node) => {
      const text = node.nodeValue ?? '';
      return [...text.matchAll(/(\d+)[\s\u00a0](mmol|mL|g\/L|mg)/g)].flatMap(
        ({index, 0: all, 1: number = ''}) => {
          const first = place(node, index, index + number.length);
          const last = place(node, index + number.length + 1, index + all.length);
          return first && last && first.top === last.top && first.left > last.left ? [text] : [];
        },
      );
    });
}

describe('in a language that runs from right to left, at 320 px', () => {
  let root: HTMLElement;
  before(registerMadeUp);
  beforeEach(() => {
    root = document.createElement('main');
    Object.assign(root, {lang: madeUp, dir: 'rtl'});
    root.style.width = '320px';
    document.body.append(root);
  });
  afterEach(() => {
    render(nothing, root);
    root.remove();
  });

  /** Waits until nothing is left to draw or to fetch: the page says the same three times. */
  async function settled() {
    let before = '';
    let same = 0;
    await waitUntil(
      async () => {
        const elements = elementsUnder(root);
        await Promise.all(
          elements.map((one) => (one as {updateComplete?: unknown}).updateComplete),
        );
        const now = elementsUnder(root)
          .map(({childNodes}) => [...childNodes].map(({nodeValue}) => nodeValue).join(''))
          .join('');
        same = now === before && now.trim() !== '' ? same + 1 : 0;
        before = now;
        return same >= 3;
      },
      'it is drawn',
      {interval: 10},
    );
  }

  for (const [file, {default: meta, ...stories}] of modules) {
    for (const [name, story] of Object.entries(stories as Readonly<Record<string, Story>>)) {
      // These say themselves which language they are in.
      if (/^(Welsh|RightToLeft)/.test(name)) continue;
      it(`${file}: ${name} fits, and dates and values read in their order`, async () => {
        const draw = story.render ?? (meta as Story).render;
        const args = {...(meta as Story).args, ...story.args};
        render((draw as (args: unknown) => unknown)(args), root);
        await settled();

        expect(outOfSight(root)).to.deep.equal([]);
        expect(scrambledDates(root).scrambled).to.deep.equal([]);
        expect(scrambledValues(root)).to.deep.equal([]);
      });
    }
  }

  it('fits whatever is opened in it, and dates and values read in their order', async () => {
    const {LongRecord, NewSinceLastTime} = timelines;
    const args = {...timelines.default.args, ...LongRecord.args, ...NewSinceLastTime.args};
    render((timelines.default.render as (args: unknown) => unknown)(args), root);
    await settled();
    const list = root.querySelector('phr-record-timeline')?.shadowRoot;
    const closed = [...(list?.querySelectorAll<HTMLElement>('[aria-expanded=false]') ?? [])];

    // What is new, search and filter, years, what is included, and the first entries.
    for (const button of closed.slice(0, 8)) {
      button.click();
      await settled();
      expect(outOfSight(root)).to.deep.equal([]);
      expect(scrambledDates(root).scrambled).to.deep.equal([]);
      expect(scrambledValues(root)).to.deep.equal([]);
    }
    expect(closed.length).to.be.above(8);
  });

  it('finds dates to look at', async () => {
    render((timelines.default.render as (args: unknown) => unknown)(timelines.default.args), root);
    await settled();

    expect(scrambledDates(root).count).to.be.above(5);
    expect(root.querySelector('phr-record-timeline')?.shadowRoot?.textContent).to.match(/[א-ת]{5}/);
  });
});
