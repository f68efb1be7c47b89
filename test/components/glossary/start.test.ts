/** When a glossary fetches its terms: after the first rows, never while the page waits for them, and at once when a word is looked up. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {ContextConsumer} from '@lit/context';
import {LitElement, html as draw} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import {term} from '../../support/glossary-terms.js';

/** A widget as ours are: its text comes later than itself. */
class LateRow extends LitElement {
  static override properties = {text: {}};
  text?: string;
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});

  protected override render() {
    const {text} = this;
    if (text === undefined) return undefined;
    const scope = {about: {}, marked: new Set<string>()};
    return draw`<p>${this.#glossary.value?.explain(text, scope) ?? text}</p>`;
  }
}
customElements.define('test-late-row', LateRow);

const own = [term('af', {term: 'AF', means: 'An uneven heartbeat.'}), term('sob', {term: 'SOB'})];
const realFetch = window.fetch;
const realTimeout = window.setTimeout;
const realIdle = Object.getOwnPropertyDescriptor(globalThis, 'requestIdleCallback');

/** Time as the test wants it: what waits for the page to have time, and what waits for seconds. */
let idle: (() => void)[] = [];
let seconds: (() => void)[] = [];
/** Each fetch of the trust's file: how it is answered is the test's. */
let fetches: ((json: unknown) => void)[] = [];

const run = (waiting: (() => void)[]) => {
  for (const callback of waiting.splice(0)) callback();
};

/** Everything that is on its way without being fetched has come: modules of the library that were asked for, and what they draw. */
async function settled(glossary: PhrGlossary) {
  await import('../../../src/components/glossary/term-store.js');
  await import('../../../src/components/glossary/own-terms.js');
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  await glossary.updateComplete;
}

async function page(properties: Partial<PhrGlossary> = {}, text?: string) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, src: '/own-terms.json', ...properties});
  const row = new LateRow();
  if (text !== undefined) row.text = text;
  const search = document.createElement('phr-glossary-search');
  glossary.append(row, search);
  root.append(glossary);
  await settled(glossary);
  const view = within(root);
  const lookUp = (word: string) => {
    view.getByShadowRole<HTMLInputElement>('searchbox').value = word;
    view.getByShadowRole('button', {name: 'Look up'}).click();
  };
  const marked = () =>
    [...(row.shadowRoot?.querySelectorAll('phr-term') ?? [])].map(({textContent}) => textContent);
  const shown = () => row.shadowRoot?.querySelector('p')?.textContent;
  return {glossary, row, view, lookUp, marked, shown};
}

describe('A glossary that is waiting for the first rows', () => {
  beforeEach(() => {
    [idle, seconds, fetches] = [[], [], []];
    Object.defineProperty(globalThis, 'requestIdleCallback', {
      configurable: true,
      value: (callback: () => void) => idle.push(callback),
    });
    window.setTimeout = ((callback: () => void, delay?: number, ...rest: never[]) =>
      delay === 3000
        ? seconds.push(callback)
        : realTimeout(callback, delay, ...rest)) as typeof setTimeout;
    window.fetch = (input, init) =>
      String(input).includes('own-terms')
        ? new Promise((resolve, reject) => {
            fetches.push((json) => {
              if (json === undefined) reject(new TypeError('no network'));
              else resolve(new Response(JSON.stringify(json)));
            });
          })
        : realFetch(input, init);
  });

  afterEach(() => {
    window.fetch = realFetch;
    window.setTimeout = realTimeout;
    if (realIdle) Object.defineProperty(globalThis, 'requestIdleCallback', realIdle);
    else Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  });

  it('fetches nothing while the page has nothing to explain, however much time it has', async () => {
    const {glossary} = await page();
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(0);
  });

  it('fetches its terms once the first text is drawn and the page has time', async () => {
    const {glossary, row, shown, marked} = await page();
    row.text = 'Known AF and SOB';
    await row.updateComplete;
    await settled(glossary);
    expect(shown()).to.equal('Known AF and SOB');
    expect(fetches).to.have.length(0);
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    await waitUntil(() => marked().length > 0);
    expect(marked()).to.deep.equal(['AF', 'SOB']);
    expect(shown()).to.equal('Known AF and SOB');
  });

  it('fetches its terms once, however many texts are drawn', async () => {
    const {glossary, row} = await page({}, 'AF');
    run(idle);
    await waitUntil(() => fetches.length === 1);
    for (const text of ['SOB', 'AF again', 'more AF']) {
      row.text = text;
      await row.updateComplete;
    }
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(1);
  });

  it('fetches its terms when the page has time where the page’s own text is explained', async () => {
    await page({annotate: true});
    run(idle);
    await waitUntil(() => fetches.length === 1);
    expect(fetches).to.have.length(1);
  });

  it('fetches its terms after 3 seconds though nothing has asked: the connection may go', async () => {
    const {glossary} = await page();
    run(seconds);
    await settled(glossary);
    expect(fetches).to.have.length(0);
    run(idle);
    await waitUntil(() => fetches.length === 1);
    expect(fetches).to.have.length(1);
  });

  it('fetches nothing when it has left the page before', async () => {
    const {glossary} = await page();
    glossary.remove();
    run(seconds);
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(0);
  });

  it('fetches nothing for a person who has switched words off, and all when they are wanted again', async () => {
    const {glossary, marked} = await page({off: true}, 'Known AF');
    run(seconds);
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(0);
    glossary.toggle();
    await settled(glossary);
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    await waitUntil(() => marked().length > 0);
    expect(marked()).to.deep.equal(['AF']);
  });

  it('takes other terms that are set before anything was asked without fetching them', async () => {
    const {glossary} = await page();
    glossary.src = '/own-terms-2.json';
    await settled(glossary);
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(0);
  });

  it('shows the terms that were set last, whichever come last', async () => {
    const {glossary, marked} = await page({}, 'Known AF and SOB');
    run(idle);
    await waitUntil(() => fetches.length === 1);
    glossary.src = '/own-terms-2.json';
    await settled(glossary);
    run(idle);
    await waitUntil(() => fetches.length === 2);
    fetches[1]?.([own[1]]);
    await waitUntil(() => marked().length > 0);
    fetches[0]?.([own[0]]);
    await settled(glossary);
    expect(marked()).to.deep.equal(['SOB']);
  });

  it('looks up a word at once, without waiting for the page to have time', async () => {
    const {view, lookUp} = await page();
    lookUp('AF');
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    expect(await view.findByShadowRole('heading', {name: '1 word found'})).not.to.equal(null);
  });

  it('says that it is looking while the terms are on their way', async () => {
    const {view, lookUp} = await page();
    lookUp('AF');
    await waitUntil(() => fetches.length === 1);
    expect(view.getByShadowText('Looking it up').getAttribute('role')).to.equal('status');
    expect(view.queryByShadowRole('heading')).to.equal(null);
  });

  it('never says that a word was not found when the terms could not be had, and tries again', async () => {
    const {view, lookUp, marked} = await page({}, 'Known AF');
    lookUp('AF');
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(undefined);
    const cannot = {name: 'We cannot explain words at the moment. Try again later.'};
    expect(await view.findByShadowRole('heading', cannot)).not.to.equal(null);
    lookUp('AF');
    await waitUntil(() => fetches.length === 2);
    fetches[1]?.(own);
    expect(await view.findByShadowRole('heading', {name: '1 word found'})).not.to.equal(null);
    await waitUntil(() => marked().length > 0);
  });

  it('says that a word was not found when all terms are there', async () => {
    const {view, lookUp} = await page();
    lookUp('zzyzx');
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    const name = 'We could not find ‘zzyzx’';
    expect(await view.findByShadowRole('heading', {name})).not.to.equal(null);
  });

  it('does not fetch again and again what cannot be had', async () => {
    const {glossary, row} = await page({}, 'Known AF');
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(undefined);
    for (const text of ['SOB', 'AF again', 'more AF']) {
      await settled(glossary);
      row.text = text;
      await row.updateComplete;
      run(idle);
    }
    await settled(glossary);
    expect(fetches).to.have.length(1);
  });

  it('tries again once when the browser says that it is online, and marks what has come', async () => {
    const {glossary, marked} = await page({}, 'Known AF');
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(undefined);
    await settled(glossary);
    await waitUntil(() => idle.length > 0);
    window.dispatchEvent(new Event('online'));
    run(idle);
    await waitUntil(() => fetches.length === 2);
    fetches[1]?.(own);
    await waitUntil(() => marked().length > 0);
    window.dispatchEvent(new Event('online'));
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(2);
    expect(marked()).to.deep.equal(['AF']);
  });

  it('tries nothing again when nothing had failed', async () => {
    const {glossary, marked} = await page({}, 'Known AF');
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    await waitUntil(() => marked().length > 0);
    window.dispatchEvent(new Event('online'));
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(1);
  });

  it('fetches nothing when the browser is online and it has left the page, and tries again when it is back', async () => {
    const {glossary} = await page({}, 'Known AF');
    const {parentElement} = glossary;
    run(idle);
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(undefined);
    await settled(glossary);
    glossary.remove();
    window.dispatchEvent(new Event('online'));
    run(idle);
    await settled(glossary);
    expect(fetches).to.have.length(1);
    parentElement?.append(glossary);
    await settled(glossary);
    run(seconds);
    run(idle);
    await waitUntil(() => fetches.length === 2);
  });

  it('is kept by nothing once it has left the page, whether its terms failed before or after', async () => {
    let waiting = 0;
    const {addEventListener, removeEventListener} = window;
    window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      if (String(args[0]) === 'online') waiting++;
      addEventListener.apply(window, args);
    };
    window.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      if (String(args[0]) === 'online') waiting--;
      removeEventListener.apply(window, args);
    };
    try {
      const before = await page({}, 'Known AF');
      run(idle);
      await waitUntil(() => fetches.length === 1);
      fetches[0]?.(undefined);
      await waitUntil(() => waiting === 1);
      before.glossary.remove();
      expect(waiting).to.equal(0);
      const after = await page({}, 'Known AF');
      run(idle);
      await waitUntil(() => fetches.length === 2);
      after.glossary.remove();
      waiting = 0;
      fetches[1]?.(undefined);
      await settled(after.glossary);
      await new Promise((resolve) => realTimeout(resolve, 50));
      expect(waiting).to.equal(0);
    } finally {
      Object.assign(window, {addEventListener, removeEventListener});
    }
  });

  it('asks a terminology server once for a word that is looked up while the terms are on their way', async () => {
    const asked: string[] = [];
    const {fetch} = window;
    window.fetch = (input, init) => {
      if (!String(input).includes('/fhir/')) return fetch(input, init);
      asked.push(String(input));
      return Promise.resolve(new Response('{}', {status: 404}));
    };
    const {view, lookUp} = await page({terminologyUrl: '/fhir'});
    lookUp('zzyzx');
    await waitUntil(() => fetches.length === 1);
    fetches[0]?.(own);
    await view.findByShadowRole('heading', {name: 'We could not find ‘zzyzx’'});
    expect(asked).to.have.length(1);
  });
});
