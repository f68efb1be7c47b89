/** A trust's file of terms that comes late, or never: what is marked meanwhile, what a look-up says, and what changes when it comes. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {ContextConsumer} from '@lit/context';
import {LitElement, html as draw} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import {term} from '../../support/glossary-terms.js';

/** A widget as ours are, which counts how often its words change. */
class CountedRow extends LitElement {
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});
  /** Words that were marked, whenever they were others than before. */
  readonly shown: string[] = [];

  protected override render() {
    const scope = {about: {}, marked: new Set<string>()};
    return draw`<p>${this.#glossary.value?.explain('Known AF and SOB', scope)}</p>`;
  }

  protected override updated() {
    const marked = [...(this.shadowRoot?.querySelectorAll('phr-term') ?? [])]
      .map(({textContent}) => textContent)
      .join();
    if (marked !== (this.shown.at(-1) ?? '')) this.shown.push(marked);
  }
}
customElements.define('test-counted-row', CountedRow);

const af = term('af', {term: 'AF', means: 'An uneven heartbeat.'});
const sob = term('sob', {term: 'SOB', means: 'Being short of breath.'});
const {fetch: realFetch, setTimeout: realTimeout} = window;

/** Each fetch of the trust's file: how it is answered is the test's; `undefined` is no network. */
let files: ((json: unknown) => void)[] = [];
/** What waits for the patience with a file to end. */
let impatient: (() => void)[] = [];

interface Heard {
  readonly code: string;
  readonly message: string;
}

async function page(properties: Partial<PhrGlossary> = {}) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const heard: Heard[] = [];
  root.addEventListener('phr-error', (event) => {
    heard.push((event as unknown as CustomEvent<Heard>).detail);
  });
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, terms: [af], src: '/late.json', ...properties});
  const row = new CountedRow();
  const search = document.createElement('phr-glossary-search');
  glossary.append(row, search);
  root.append(glossary);
  const view = within(root);
  const lookUp = async (word: string) => {
    await glossary.updateComplete;
    view.getByShadowRole<HTMLInputElement>('searchbox').value = word;
    view.getByShadowRole('button', {name: 'Look up'}).click();
  };
  return {root, glossary, row, view, lookUp, heard};
}

describe('A file of terms that is late', () => {
  beforeEach(() => {
    files = [];
    impatient = [];
    window.setTimeout = ((callback: () => void, delay?: number, ...rest: never[]) =>
      delay === 10_000
        ? impatient.push(callback)
        : realTimeout(callback, delay, ...rest)) as typeof setTimeout;
    window.fetch = (input, init) =>
      String(input).includes('late.json')
        ? new Promise((resolve, reject) => {
            init?.signal?.addEventListener('abort', () => {
              reject(new DOMException('aborted', 'AbortError'));
            });
            files.push((json) => {
              if (json === undefined) reject(new TypeError('no network'));
              else resolve(new Response(JSON.stringify(json)));
            });
          })
        : realFetch(input, init);
  });

  afterEach(() => {
    window.fetch = realFetch;
    window.setTimeout = realTimeout;
  });

  it('holds up none of the other terms, though it never answers', async () => {
    const {row} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    expect(row.shown).to.deep.equal(['AF']);
    expect(files).to.have.length(1);
  });

  it('holds up none of the bundled terms', async () => {
    const {row} = await page({ownTermsOnly: false, terms: undefined});
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 8000});
    expect(row.shown).to.deep.equal(['AF,SOB']);
  });

  it('changes what is marked once, when it comes', async () => {
    const {row, heard} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    files[0]?.([sob]);
    await waitUntil(() => row.shown.length > 1);
    expect(row.shown).to.deep.equal(['AF', 'AF,SOB']);
    expect(files).to.have.length(1);
    expect(heard).to.deep.equal([]);
  });

  it('is waited for a moment, so that what comes in time changes nothing', async () => {
    const {row} = await page();
    await waitUntil(() => files.length > 0, 'not asked for', {timeout: 4000});
    files[0]?.([sob]);
    await waitUntil(() => row.shown.length > 0);
    expect(row.shown).to.deep.equal(['AF,SOB']);
  });

  it('is waited for by who looks up a word that is not among the others', async () => {
    const {row, view, lookUp} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    await lookUp('SOB');
    await view.findByShadowText('Looking it up');
    files[0]?.([sob]);
    expect(await view.findByShadowRole('heading', {name: '1 word found'})).not.to.equal(null);
  });

  it('keeps nobody waiting who looks up a word that is among the others', async () => {
    const {row, view, lookUp} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    await lookUp('AF');
    expect(await view.findByShadowRole('heading', {name: '1 word found'})).not.to.equal(null);
  });

  it('is given up after 10 seconds: the page is told once, and no word is said not to be found', async () => {
    const {row, glossary, view, lookUp, heard} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    await lookUp('SOB');
    // The look-up has begun to wait for it.
    await glossary.desk();
    await aTimeout(20);
    for (const giveUp of impatient.splice(0)) giveUp();
    const cannot = {name: 'We cannot explain words at the moment. Try again later.'};
    expect(await view.findByShadowRole('heading', cannot)).not.to.equal(null);
    await waitUntil(() => heard.length > 0, 'not told', {timeout: 4000});
    expect(heard.map(({code}) => code)).to.deep.equal(['bad-terms']);
    expect(heard[0]?.message).to.contain('src:');
    expect(row.shown).to.deep.equal(['AF']);
  });

  it('has its own problems told when it comes, and none of the others again', async () => {
    const {row, heard} = await page({terms: [af, {id: 'x'}]});
    await waitUntil(() => heard.length > 0, 'not told', {timeout: 4000});
    expect(heard[0]?.message).to.contain('term 1: term');
    files[0]?.([sob, {id: 'y', term: 'Y'}]);
    await waitUntil(() => heard.length > 1, 'not told', {timeout: 4000});
    expect(heard[1]?.message).to.equal('src: term 1: means: text of at most 400 characters');
    expect(row.shown).to.deep.equal(['AF', 'AF,SOB']);
  });

  it('is asked for once more by a look-up when it fails, and not again and again', async () => {
    let tries = 0;
    window.fetch = (input, init) => {
      if (!String(input).includes('late.json')) return realFetch(input, init);
      tries++;
      return Promise.reject(new TypeError('no network'));
    };
    const {row, view, lookUp} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    await lookUp('AF');
    await view.findByShadowRole('heading', {name: '1 word found'});
    await aTimeout(200);
    expect(tries).to.be.within(2, 3);
    expect(row.shown).to.deep.equal(['AF']);
  });

  it('does not change what is marked when other terms were set meanwhile', async () => {
    const {row, glossary} = await page();
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    Object.assign(glossary, {src: undefined, terms: [sob]});
    await waitUntil(() => row.shown.length > 1, 'not marked anew', {timeout: 4000});
    files[0]?.([term('known', {term: 'Known'})]);
    await aTimeout(50);
    expect(row.shown).to.deep.equal(['AF', 'SOB']);
  });

  it('may hold what a word reviewed by the trust is: that is not said to be of no term before', async () => {
    const review = {id: 'sob', on: '2026-10-03', by: 'Dr A Example'};
    const {row, heard, root} = await page({reviewed: [review]});
    await waitUntil(() => row.shown.length > 0, 'nothing marked', {timeout: 4000});
    files[0]?.([sob]);
    await waitUntil(() => row.shown.length > 1);
    within(root).getByShadowRole('button', {name: 'SOB'}).click();
    const panel = await within(root).findByShadowRole('dialog', {name: 'SOB'});
    expect(panel.textContent).to.contain('by Dr A Example.');
    expect(heard).to.deep.equal([]);
  });
});
