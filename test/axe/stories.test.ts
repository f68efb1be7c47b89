import {expect} from '@open-wc/testing';
import type axe from 'axe-core';
// Not a module: it puts itself on the window.
import 'axe-core/axe.min.js';
import {render} from 'lit';
import {modules} from 'virtual:stories';
import {surround, type Surroundings} from '../support/surroundings.js';

/** What a story module says of itself (Component Story Format), as far as we use it. */
interface Meta {
  readonly title?: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly render?: Draw;
  readonly parameters?: Parameters;
}

interface Story extends Meta {
  readonly name?: string;
}

/** `ready` resolves when the story shows what it is about; without it, when nothing on the page is busy. */
interface Parameters {
  readonly ready?: (root: HTMLElement) => Promise<unknown>;
}

type Draw = (args: Readonly<Record<string, unknown>>, context: {name: string}) => unknown;

declare const window: Window & {readonly axe: typeof axe; readonly phrFull?: boolean};

const nhsStylesheet = '/node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css';

const plain: Surroundings = {language: 'en', theme: 'light', textSize: '100%'};
/** `npm run test:full` looks at every story in every look and direction, and at twice the text size. */
const allSurroundings: readonly Surroundings[] = [
  plain,
  {...plain, theme: 'dark'},
  {...plain, theme: 'nhs'},
  {...plain, language: 'cy'},
  {...plain, language: 'en-rtl'},
  {...plain, textSize: '200%'},
];
const isFull = window.phrFull === true;

const elementsUnder = (root: Element | ShadowRoot): Element[] =>
  [...root.children].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsUnder(element.shadowRoot) : []),
    ...elementsUnder(element),
  ]);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until every element has drawn itself and none says it is busy, five frames in a row. */
async function settled(root: HTMLElement) {
  const deadline = performance.now() + 5000;
  let quiet = 0;
  while (quiet < 5) {
    const elements = elementsUnder(root);
    const drawn = await Promise.all(
      elements.map((element) => (element as {updateComplete?: Promise<boolean>}).updateComplete),
    );
    const isBusy = elements.some((element) => element.getAttribute('aria-busy') === 'true');
    quiet = drawn.every((done) => done !== false) && !isBusy ? quiet + 1 : 0;
    if (performance.now() > deadline) throw new Error('The story never became ready');
    await frame();
  }
}

/** Text in the shadow roots under an element: a story that draws none is no story. */
const hasText = (root: Element | ShadowRoot): boolean =>
  elementsUnder(root).some((element) =>
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );

const inWords = ({id, help, nodes}: axe.Result) =>
  `${id}: ${help}\n${nodes.map((node) => `  ${node.target.flat().join(' > ')}\n  ${node.failureSummary}`).join('\n')}`;

describe('axe on every story', () => {
  let root: HTMLElement;

  beforeEach(() => {
    root = document.createElement('main');
    document.title = 'Story';
    document.body.append(root);
  });

  afterEach(async () => {
    render(null, root);
    root.remove();
    await surround(document, plain, nhsStylesheet);
  });

  it('finds story modules to look at', () => {
    expect(Object.keys(modules)).to.not.be.empty;
  });

  for (const [path, {default: meta, ...stories}] of Object.entries(modules)) {
    const {title = path, ...shared} = meta as Meta;
    it(`finds stories in ${path}`, () => {
      expect(Object.keys(stories)).to.not.be.empty;
    });

    for (const [name, story] of Object.entries(stories as Record<string, Story>)) {
      for (const surroundings of isFull ? allSurroundings : [plain]) {
        const look = Object.values(surroundings).join(', ');
        it(`finds nothing wrong in ${title}: ${story.name ?? name} (${look})`, async () => {
          const draw = story.render ?? shared.render;
          if (!draw) throw new Error(`${path}: ${name} has no render function`);
          await surround(document, surroundings, nhsStylesheet);

          render(draw({...shared.args, ...story.args}, {name}), root);
          await (story.parameters?.ready ?? shared.parameters?.ready ?? settled)(root);

          expect(hasText(root), 'the story shows something').to.equal(true);
          const {violations} = await window.axe.run(root, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          });
          expect(violations.map(inWords)).to.deep.equal([]);
        });
      }
    }
  }
});
