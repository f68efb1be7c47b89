/** A page with words to explain everywhere they can stand: in its own text, in a paragraph, in rows and tables of a record. */
import {after, before} from 'node:test';
import type {Browser, Place} from './browser.js';
import {startBrowser} from './browser-start.js';
import {startStaticServer, type StaticServer} from './e2e-static-server.js';

/** How a page of words is opened. */
export interface TermPageOptions {
  /** Of the frame it is in, in CSS pixels; without it, it is in none. */
  readonly width?: number;
  readonly height?: number;
  /** As in browsers that can place no panel over a page and underline nothing of its own text. */
  readonly isOld?: boolean;
}

/** Where a word and its panel stand. */
export interface Placed {
  readonly word: DOMRectReadOnly;
  readonly panel: DOMRectReadOnly;
  readonly isOver: boolean;
  /** What stands around the word and what is in its panel that is cut or beside the screen, in words. */
  readonly faults: readonly string[];
}

const terms = `[
  {id: 'af', term: 'AF', means: 'An uneven heartbeat.', full: 'atrial fibrillation', source: {name: 'the NHS website', url: 'https://www.nhs.uk/x/'}},
  {id: 'ecg', term: 'ECG', kind: 'test', means: 'A test of how the heart beats.', full: 'electrocardiogram'},
  {id: 'pe1', term: 'PE', means: 'A blood clot in the lungs.', full: 'pulmonary embolism', ambiguous: true},
  {id: 'pe2', term: 'PE', means: 'When somebody checks a body for signs of illness.', full: 'physical examination', ambiguous: true},
  {id: 'ca', term: 'Ca', means: 'An illness.', full: 'cancer', topic: 'cancer'},
  {id: 'copd', term: 'chronic obstructive pulmonary disease', means: 'A lung condition.'},
]`;

/** Run before anything else in a page that is to be like an old browser. */
const older = `
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => !/position-area/.test(asked[0]) && supports(...asked);
  for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
  delete window.Highlight;
  delete CSS.highlights;
`;

const record = `
  const subject = {reference: 'Patient/p'};
  const reading = (id, name, value) => ({
    resourceType: 'Observation', id, subject, status: 'final', effectiveDateTime: '2026-11-01',
    code: {text: name}, valueString: value, referenceRange: [{text: 'none given'}],
    interpretation: [{coding: [{system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'A'}]}],
  });
  const provider = document.querySelector('phr-provider');
  provider.patient = 'p';
  provider.resources = [
    {resourceType: 'Patient', id: 'p', name: [{text: 'A Person'}]},
    {
      resourceType: 'DiagnosticReport', id: 'r', subject, status: 'final', effectiveDateTime: '2026-11-01',
      issued: '2026-11-01T10:00:00Z', code: {text: 'Heart tests'},
      category: [{coding: [{code: 'LAB', system: 'http://terminology.hl7.org/CodeSystem/v2-0074'}]}],
      result: [{reference: 'Observation/a'}, {reference: 'Observation/b'}],
    },
    reading('a', 'ECG', 'AF seen'),
    reading('b', 'Rhythm', 'regular'),
  ];
`;

/** What tests ask of the page: see `TermPageWindow`. */
const tools = `
  const under = (root, selector) => [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? under(element.shadowRoot, selector) : []),
  ]);
  window.deep = (path) => path.split(' ').reduce(
    (roots, selector) => [...new Set(roots.flatMap((root) => [
      ...under(root, selector),
      ...(root.shadowRoot ? under(root.shadowRoot, selector) : []),
    ]))],
    [document],
  );
  window.own = (id, word) => {
    const text = document.getElementById(id).firstChild;
    const range = document.createRange();
    const at = text.data.indexOf(word);
    range.setStart(text, at);
    range.setEnd(text, at + word.length);
    return range;
  };
`;

/** What the page has for tests. */
export interface TermPageWindow {
  /** Everything that is found by a selector, inside what was found by the one before it, shadow roots included. */
  deep(path: string): HTMLElement[];
  /** A word of the page's own text. */
  own(id: string, word: string): Range;
}

const pageOf = (head: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>Words</title>
    <meta name="viewport" content="width=device-width" />
    <script>${head}${tools}</script>
    <script type="module" src="/dist/phr-widgets.js"></script>
    <script type="module">
      await customElements.whenDefined('phr-glossary');
      document.querySelector('phr-glossary').terms = ${terms};
      ${record}
    </script>
    <style>
      body { font: 16px/1.5 Arial, sans-serif; margin: 16px; }
      #wrapped { width: 130px; }
      .room { height: 1500px; }
    </style>
  </head>
  <body>
    <phr-provider>
      <phr-glossary own-terms-only annotate>
        <p><a href="#before">Before it</a></p>
        <p id="text">Known to have AF since March, and more was written here after it.</p>
        <p id="wrapped">Has chronic obstructive pulmonary disease now.</p>
        <p><a href="#next">Next after it</a></p>
        <p id="own">On (<phr-term>AF</phr-term>) now. <span id="plain">Plain text at the end of it.</span></p>
        <p id="others">Query <phr-term>PE</phr-term>, and <phr-term>Ca</phr-term>.</p>
        <phr-record-timeline></phr-record-timeline>
        <phr-glossary-search></phr-glossary-search>
        <p><a href="#last">Last of all</a></p>
        <div class="room"></div>
      </phr-glossary>
    </phr-provider>
  </body>
</html>`;

/** The pages, by path, for a server of them. */
const termPages = {
  '/words.html': {html: pageOf('')},
  '/old.html': {html: pageOf(older)},
} as const;

/** A server of these pages and a browser, there for the tests that follow and closed after them; `started` is told of both. */
export function useTermPages(started: (browser: Browser, origin: string) => void): void {
  let server: StaticServer | undefined;
  let browser: Browser | undefined;
  before(async () => {
    server = await startStaticServer(termPages);
    browser = await startBrowser();
    started(browser, server.origin);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** Opens the page, and waits until its words are marked. */
export async function openTermPage(
  browser: Browser,
  origin: string,
  {width, height = 800, isOld = false}: TermPageOptions = {},
): Promise<void> {
  const address = `${origin}/${isOld ? 'old' : 'words'}.html`;
  await (width ? browser.openInFrame(address, width, height) : browser.open(address));
  await browser.until('words are marked', () => {
    const {deep} = window as unknown as TermPageWindow;
    return deep('.here').length > 0 && deep('.point .word').length > 0;
  });
}

/** The middle of a word of the page's own text, scrolled into sight. */
export const placeOf = (browser: Browser, id: string, word: string): Promise<Place> =>
  browser.evaluate(
    (element: string, text: string) => {
      const {own} = window as unknown as TermPageWindow;
      document.getElementById(element)?.scrollIntoView({block: 'center', behavior: 'instant'});
      const {left, top, width, height} = own(element, text).getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    },
    id,
    word,
  );

/** Waits for the panel, and measures it and the words of its line. */
export async function placed(browser: Browser): Promise<Placed> {
  await browser.find({role: 'dialog'});
  return browser.evaluate(async () => {
    // What is placed at a word follows it when the page has been scrolled to make room, a frame later.
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    const {deep} = window as unknown as TermPageWindow;
    const [panel] = deep('[role=dialog]');
    const root = panel?.getRootNode();
    const word = root instanceof ShadowRoot ? root.querySelector('.word') : null;
    if (!panel || !word) throw new Error('There is no panel');
    const box = panel.getBoundingClientRect();
    const at = word.getBoundingClientRect();
    const faults: string[] = [];
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} too wide`);
    if (box.left < 0 || box.right > clientWidth + 0.5)
      faults.push(`the panel goes from ${box.left} to ${box.right} of ${clientWidth}`);
    for (const inner of panel.querySelectorAll('*')) {
      const {left, right, width} = inner.getBoundingClientRect();
      if (width > 0 && (left < box.left - 1 || right > box.right + 1))
        faults.push(`the panel cuts ${inner.textContent?.trim().slice(0, 40)}`);
    }
    if (box.top < at.bottom - 1 && box.bottom > at.top + 1)
      faults.push('the panel is over its word');
    if (panel.classList.contains('above') !== box.top < at.top)
      faults.push('the pointer is on the wrong side');
    const middle = at.left + at.width / 2;
    if (middle < box.left || middle > box.right) faults.push('the panel is beside its word');
    for (const one of deep('phr-term .word')) {
      const text = (one.getRootNode() as ShadowRoot).host.textContent ?? '';
      if (text.length < 6 && one.getBoundingClientRect().height > 40)
        faults.push(`${text} is set letter by letter`);
    }
    const around = [...deep('.flag'), ...deep('.value'), ...deep('.range')];
    for (const one of around) {
      const {width, height} = one.getBoundingClientRect();
      // Words one below the other, letter by letter.
      if (height > 100 && width < 60) faults.push(`${one.textContent?.trim()} is set in a column`);
    }
    return {word: at.toJSON(), panel: box.toJSON(), isOver: panel.hasAttribute('popover'), faults};
  });
}
